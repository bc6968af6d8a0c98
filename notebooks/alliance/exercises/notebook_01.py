"""Exercises of 01_burden_sharing."""

import pandas as pd

from ..checks import Chart, Number, Table
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


def _path(rule: pd.Series, first: int = 2014, last: int = 2018) -> pd.Series:
    amounts = {first: _contribution()[first]}
    for year in range(first + 1, last + 1):
        amounts[year] = amounts[year - 1] * (1 + rule[year] / 100)
    return pd.Series(amounts)


def _share() -> pd.Series:
    return (_contribution() / (_budget("budget_krw_trn") * 1000) * 100).loc[2005:2025]


def _rejected(rise: float, years: int = 5) -> float:
    first = load("offers_and_demands").query("date == '2020-03-31'")["amount"].min()
    return sum(first * (1 + rise / 100) ** n for n in range(years))


def _support(*left_out: str) -> float:
    direct = load("support_2015").query("category == 'direct'").set_index("item")["amount_krw_bn"]
    contribution = direct[direct.index.str.contains("SMA")].item()
    kept = direct[~direct.index.str.contains("|".join(left_out))] if left_out else direct
    return contribution / kept.sum() * 100


def _support_with_indirect() -> float:
    support = load("support_2015").query("category != 'direct_total'").set_index("item")["amount_krw_bn"]
    kept = support[~support.index.str.contains("Pyeongtaek")]
    return kept[kept.index.str.contains("SMA")].item() / kept.sum() * 100


EXERCISES = {
    "1.1": Number(
        expected=lambda: _growth(2018, 2024, _contribution() / _prices()),
        unit="percent",
        within=0.06,
        right="About half of the nominal rise is left. From 2005 to 2018, in twice the time, it was six percent.",
        hint="Take the column 'won after inflation', divide 2024 by 2018, subtract 1, times 100.",
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
                _growth(2018, 2024, _contribution() * _prices()),
                "You multiplied by the price level. To take inflation out, divide by it.",
            ),
        ],
    ),
    "1.2": Number(
        expected=lambda: _gap("enters into force"),
        unit="days",
        within=0,
        right="Twenty months. The talks took 432 of these days, signature and parliament the rest.",
        hint="Subtract the day on which the tenth agreement expired from the day the eleventh entered into force.",
        mistakes=lambda: [
            (
                _gap("agreement in principle"),
                "That is the time until agreement in principle. When did it enter into force?",
            ),
            (_gap("signed"), "That is the time until the signature. When did it enter into force?"),
            (_gap("plenary approves"), "That is the day of the approval, one day before it entered into force."),
            (_gap("initialed"), "That is the time until the text was initialed. When did it enter into force?"),
            (-_gap("enters into force"), "Subtract the earlier date from the later one."),
            (
                _gap("enters into force") + 1,
                "You counted both the first and the last day. Days between two dates count one of them.",
            ),
        ],
    ),
    "1.3": Table(
        expected=lambda: _path(_budget("growth_pct").shift(1)),
        unit="billion won",
        within=0.6,
        right="The last year is 121 billion above what was agreed. A rule is dear or cheap only in its years.",
        hint="Each year: last year's amount times (1 + last year's budget growth / 100), from the amount of 2014.",
        mistakes=lambda: [
            (
                _path(_budget("growth_pct")),
                "You took the growth of the same year's budget. The rule takes the year before: shift(1).",
            ),
            (
                _path(_budget("growth_pct").shift(1)).iloc[1:],
                "Keep the first year: the Series has five years, 2014 included.",
            ),
            (
                920.0 * (1 + _budget("growth_pct").shift(1).loc[2014:2018] / 100).cumprod(),
                "You let 2014 grow already. The agreement fixes 2014; the rule begins with 2015.",
            ),
            (
                920.0 * (1 + _budget("growth_pct").shift(1).loc[2014:2018] / 100),
                "Each year builds on the one before. You raised the first amount anew in every year.",
            ),
            (
                _contribution().loc[2014:2018],
                "Those are the amounts that were agreed. Run the rule of the 11th agreement.",
            ),
            (
                _path(load("prices_and_rates").set_index("year")["rok_cpi_change_pct"].shift(2)),
                "That is the inflation rule of the 9th agreement. Take the growth of the defense budget.",
            ),
        ],
    ),
    "1.4": Chart(
        expected=_share,
        unit="percent of the defense budget",
        within=0.006,
        right="Falling until 2020, level since: from 2021 the rule ties the contribution to the budget.",
        hint="Divide the contribution by the budget (trillion won times 1000), times 100, for 2005 to 2025.",
        mistakes=lambda: [
            (_share() / 100, "These are fractions. Multiply by 100 for percent."),
            (_share() * 1000, "The budget is in trillion won: times 1000 for billion."),
            (10_000 / _share(), "You divided the budget by the contribution: the other way round."),
            (_share() / _share()[2005] * 100, "That is the index of step 2. Draw the share itself, in percent."),
            (_contribution().loc[2005:2025], "That is the contribution itself. Divide it by the budget."),
        ],
    ),
    "1.5": Number(
        expected=lambda: _rejected(7) - _contribution().loc[2020:2024].sum(),
        unit="billion won",
        within=1,
        right="By these figures the rejection cost Washington money. It does not flip with 5 percent.",
        hint="Add the five amounts of the text, add the five agreed amounts, subtract the second sum from the first.",
        mistakes=lambda: [
            (
                _contribution().loc[2020:2024].sum() - _rejected(7),
                "The sign is turned: the text minus what was agreed.",
            ),
            (_rejected(7), "That is the sum of the text alone. Subtract what was agreed."),
            (_rejected(5) - _contribution().loc[2020:2024].sum(), "That is with 5 percent. The first answer takes 7."),
            (
                _rejected(7) - _contribution().loc[2021:2025].sum(),
                "You compared with 2021 to 2025. The text covered 2020 to 2024.",
            ),
            (
                sum(1170 * (1 + 0.07 * n) for n in range(5)) - _contribution().loc[2020:2024].sum(),
                "Each year builds on the one before: 1.07**n, not 1 + 0.07 * n.",
            ),
            (
                _rejected(7, 4) - _contribution().loc[2020:2023].sum(),
                "That is four years. range(5) gives five numbers, 0 to 4.",
            ),
        ],
    ),
    "1.6": Number(
        expected=lambda: _support("Pyeongtaek"),
        unit="percent",
        within=0.06,
        right="From 38 to 96 percent by one row. Both numbers have been used in this debate, in good faith.",
        hint="Contribution divided by the sum of the direct items without Pyeongtaek, times 100.",
        mistakes=lambda: [
            (_support(), "That is the first number, with Pyeongtaek. Leave its row out and divide again."),
            (_support("Pyeongtaek") / 100, "That is a fraction. Multiply by 100 for percent."),
            (
                _support_with_indirect(),
                "You kept the indirect items, such as land without rent. The question is on direct support.",
            ),
            (
                10_000 / _support("Pyeongtaek"),
                "You divided all support by the contribution: the other way round.",
            ),
            (
                932.0 / (2 * 2427.9) * 100,
                "The row TOTAL DIRECT is the sum of the others: with it you count everything twice.",
            ),
            (
                932.0 / (2 * 2427.9 - 1454.2) * 100,
                "The row TOTAL DIRECT is the sum of the others: leave it out as well.",
            ),
        ],
    ),
}
