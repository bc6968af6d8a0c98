"""Exercises of 01_burden_sharing."""

import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load


def _contribution() -> pd.Series:
    return load("sma_contributions").set_index("year")["amount_krw_bn"]


def _budget(column: str) -> pd.Series:
    return load("rok_defense_budget").set_index("year")[column]


def _prices() -> pd.Series:
    return (1 + load("prices_and_rates").set_index("year")["rok_cpi_change_pct"] / 100).cumprod()


def _growth(first: int, last: int, series: pd.Series) -> float:
    return (series[last] / series[first] - 1) * 100


def _gap(event: str) -> int:
    """Return the days from the end of the tenth agreement to an event of the eleventh."""
    steps = load("negotiation_timeline").query("sma_no == 11")
    expired = steps.loc[steps["event"].str.contains("expires"), "date_start"].item()
    step = steps.loc[steps["event"].str.contains(event)].iloc[-1]
    until = step["date_end"] if isinstance(step["date_end"], str) else step["date_start"]
    return (pd.Timestamp(until) - pd.Timestamp(expired)).days


def _share() -> pd.Series:
    return (_contribution() / (_budget("budget_krw_trn") * 1000) * 100).loc[2005:2025]


def _plan(rise: float, years: int = 5) -> float:
    first = load("offers_and_demands").query("date == '2020-03-31'")["amount"].min()
    return sum(first * (1 + rise / 100) ** n for n in range(years))


def _five_years() -> float:
    return _contribution().loc[2020:2024].sum()


def _support(*categories: str, below: float = 1000) -> float:
    """Return the contribution of 2015 as a percentage of the items of some categories below an amount."""
    amounts = load("support_2015").query("category in @categories").set_index("item")["amount_krw_bn"]
    return amounts[amounts.index.str.contains("SMA")].item() / amounts[amounts < below].sum() * 100


def _ninth_rule(shift: int = 2, first: int = 2018) -> pd.Series:
    inflation = load("prices_and_rates").set_index("year")["rok_cpi_change_pct"].shift(shift).clip(upper=4)
    return _contribution()[first] * (1 + inflation.loc[first + 1 : 2025] / 100).cumprod()


def _eleventh_rule() -> pd.Series:
    return _contribution()[2018] * (1 + _budget("growth_pct").shift(1).loc[2019:2025] / 100).cumprod()


EXERCISES = {
    "1.1": Number(
        expected=lambda: _growth(2018, 2024, _contribution() / _prices()),
        unit="percent",
        tolerance=0.06,
        correct="About half of the nominal rise is left. From 2005 to 2018, in twice the time, it was six percent.",
        hints=(
            "Take the column 'won after inflation', divide 2024 by 2018, subtract 1, times 100.",
            (
                "Growth in percent is `(later / earlier - 1) * 100`. A single cell of a table: `four.loc[2024, "
                '"won after inflation"]`. The index numbers in `indexed` work as well. Why?'
            ),
        ),
        mistakes=lambda: [
            (_growth(2018, 2024, _contribution()), "That is the nominal growth. Take the column after inflation."),
            (
                _growth(2018, 2024, _contribution() / _prices()) / 100,
                "That is a fraction. Multiply by 100 for percent.",
            ),
            (
                _growth(2018, 2024, _contribution() / _prices()) + 100,
                "That is 2024 as a percentage of 2018. Growth is what comes on top of 100.",
            ),
            (_growth(2005, 2024, _contribution() / _prices()), "That is the growth since 2005. Begin with 2018."),
            (
                _growth(2005, 2024, _contribution() / _prices()) - _growth(2005, 2018, _contribution() / _prices()),
                "Those are index points, percent of 2005. Divide by the value of 2018 for percent of 2018.",
            ),
            (round(_growth(2018, 2024, _contribution() / _prices())), "Nearly. One decimal is asked."),
            (
                _growth(2018, 2024, _contribution() * _prices()),
                "You multiplied by the price level. To take inflation out, divide by it.",
            ),
        ],
    ),
    "1.2": Number(
        expected=lambda: (_gap("enters into force") - _gap("agreement in principle")) / _gap("enters into force") * 100,
        unit="percent",
        tolerance=0.06,
        correct="The negotiators needed seven tenths of the gap; initialing, signature and parliament the rest.",
        hints=(
            "Days from 7 March 2021 to the entry into force, divided by the days since the end of 2019, times 100.",
            (
                '`pd.Timestamp("2021-01-20") - pd.Timestamp("2020-12-25")` gives a time span. For the number of '
                "days put it into brackets: `(later - earlier).days`. You need three dates: the first row of the "
                "second table, and two of the first table."
            ),
        ),
        mistakes=lambda: [
            (
                _gap("agreement in principle") / _gap("enters into force") * 100,
                "That is the part before the agreement in principle. The part after it is asked.",
            ),
            (1 - _gap("agreement in principle") / _gap("enters into force"), "That is a fraction. Multiply by 100."),
            (
                _gap("enters into force") - _gap("agreement in principle"),
                "Those are the days after the agreement in principle. Divide by all days, times 100.",
            ),
            (_gap("enters into force"), "Those are all the days. What percent came after 7 March 2021?"),
            (
                (_gap("signed") - _gap("agreement in principle")) / _gap("signed") * 100,
                "You stopped at the signature. When did the agreement come into force?",
            ),
        ],
    ),
    "1.3": Number(
        expected=lambda: _support("direct"),
        unit="percent",
        tolerance=0.06,
        correct="From 38 to 96 percent by one row. Whoever quotes a share should say what was left out.",
        hints=(
            "Divide the contribution by the sum of the direct items that are left, times 100.",
            (
                '`support = pd.read_csv("../data/support_2015.csv")`, then `support[support["category"] == '
                '"direct"]` keeps the direct items without their total. Look at the table first. A row is left out '
                'with a condition, for example `direct[direct["amount_krw_bn"] < 1000]`; `["amount_krw_bn"].sum()` '
                "adds a column."
            ),
        ),
        mistakes=lambda: [
            (
                _support("direct", below=1e9),
                "That is the first number, with the largest row. Leave it out, divide again.",
            ),
            (_support("direct") / 100, "That is a fraction. Multiply by 100 for percent."),
            (_support("direct", "indirect"), "You kept the indirect items. The question is on direct support."),
            (10_000 / _support("direct"), "You divided all support by the contribution: the other way round."),
            (
                _support("direct", "direct_total", below=1e9),
                "The row TOTAL DIRECT is the sum of the others: with it you count everything twice.",
            ),
            (round(_support("direct")), "Nearly. One decimal is asked."),
        ],
    ),
    "1.4": Chart(
        expected=_share,
        unit="percent of the defense budget",
        tolerance=0.006,
        from_zero=True,
        correct="Mostly falling to 2020, a step up in 2021, then level, as the rule says. Does your title say so?",
        hints=(
            "Divide the contribution by the budget (trillion won times 1000), times 100, for 2005 to 2025.",
            (
                "Both files have the year: `contribution = "
                'pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]` in billion won, '
                "and `budget_krw_trn` of `rok_defense_budget.csv` in trillion won: times 1000. Divide, times 100, "
                "then `.loc[2005:2025]`. A chart begins with `fig, ax = plt.subplots()`; a line is "
                "`ax.plot(share.index, share)`; `ax.set_ylim(0, 4)` sets the axis."
            ),
        ),
        mistakes=lambda: [
            (_share() / 100, "These are fractions. Multiply by 100 for percent."),
            (_share() * 1000, "The budget is in trillion won: times 1000 for billion."),
            (10_000 / _share(), "You divided the budget by the contribution: the other way round."),
            (
                _share() / _share()[2005] * 100,
                "Those are the index numbers of step 2. Draw the share itself, in percent.",
            ),
            (_contribution().loc[2005:2025], "That is the contribution itself. Divide it by the budget."),
            (_share().loc[:2024], "Your line ends in 2024, as step 2 does. Read both files anew, to 2025."),
        ],
    ),
    "1.5": Number(
        expected=lambda: _plan(7) - _five_years(),
        unit="billion won",
        tolerance=1,
        correct="On these figures the plan was worth more to Washington. Now take 5, 3 and 2 percent a year.",
        hints=(
            "Add the five amounts of the plan, add the five agreed amounts, subtract the second sum from the first.",
            (
                "The five amounts: `[1170 * 1.07**n for n in range(5)]`; `sum(...)` adds a list. The agreed "
                "amounts stand in `sma_contributions.csv`: set the year as index, then "
                '`["amount_krw_bn"].loc[2020:2024].sum()`.'
            ),
        ),
        mistakes=lambda: [
            (_five_years() - _plan(7), "The sign is turned: the plan minus what was agreed."),
            (_plan(7), "That is the sum of the plan alone. Subtract what was agreed."),
            (_plan(5) - _five_years(), "That is with 5 percent. The first answer takes 7."),
            (
                _plan(7) - _contribution().loc[2021:2025].sum(),
                "You compared with 2021 to 2025. The plan is of 2020 to 2024.",
            ),
            (
                sum(1170 * (1 + 0.07 * n) for n in range(5)) - _five_years(),
                "Each year builds on the one before: 1.07**n, not 1 + 0.07 * n.",
            ),
            (
                sum(1170 + (1540 - 1170) * n / 4 for n in range(5)) - _five_years(),
                "You drew a straight line to the last year. Take 7 percent in each year.",
            ),
            (_plan(7, 4) - _contribution().loc[2020:2023].sum(), "That is four years. range(5) gives five numbers."),
        ],
    ),
    "1.6": Table(
        expected=_ninth_rule,
        unit="billion won",
        tolerance=0.6,
        correct="Now sum both: the difference is large, and a part of it would have come in any case.",
        hints=(
            "Let the sum of 2018 grow each year by the inflation of the year before last, at most 4 percent.",
            (
                "Step 3 has the tools: `rule = inflation.shift(2).clip(upper=4)` is the rise for each year, and "
                "`apply_rule(960.2, rule.loc[2019:2025])` lets the sum of 2018 grow. Run the cells of step 3 "
                "first."
            ),
        ),
        mistakes=lambda: [
            (
                _ninth_rule(shift=0),
                "You took the inflation of the same year. The rule takes the year before last: shift(2).",
            ),
            (_ninth_rule(shift=1), "You took the inflation of the year before. The rule takes the year before last."),
            (_eleventh_rule(), "That is the rule of the 11th agreement. Take the inflation of the year before last."),
            (_contribution().loc[2019:2025], "Those are the sums that were agreed. Run the rule of the 9th agreement."),
            (_ninth_rule() / _contribution()[2018], "Those are factors. Multiply by the sum of 2018."),
            (_ninth_rule(first=2019), "You began with the sum of 2019, which has the jump in it. Begin with 2018."),
        ],
    ),
}
