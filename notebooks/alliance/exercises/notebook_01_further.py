"""Exercises of 01_burden_sharing_further."""

import pandas as pd

from ..questions import Chart, Number
from ..tables import load

EXPECTED = 6.1  # percent a year, the growth of the budget that was expected in March 2021


def _sums() -> pd.Series:
    return load("sma_contributions").set_index("year")["amount_krw_bn"]


def _above_2020(sum_of_2025: float) -> float:
    return (sum_of_2025 / _sums()[2020] - 1) * 100


def _forecast(first: float, years: int = 4) -> float:
    return first * (1 + EXPECTED / 100) ** years


def _old_rule(years_back: int = 2) -> pd.Series:
    """Return the growth from 2019 to 2025 by the rule of the ninth agreement, in percent."""
    inflation = load("prices_and_rates").set_index("year")["rok_cpi_change_pct"]
    return inflation.shift(years_back).clip(upper=4).loc[2019:2025]


def _budget_rule() -> pd.Series:
    return load("rok_defense_budget").set_index("year")["growth_pct"].shift(1).loc[2019:2025]


def _run_on(growth: pd.Series) -> pd.Series:
    """Return the sums from 2019 on when that of 2018 grows by ``growth``, in percent a year."""
    return _sums()[2018] * (1 + growth / 100).cumprod()


def _support(*categories: str, below: float = 1000) -> float:
    """Return the contribution of 2015 as a percentage of the items of some categories below an amount."""
    amounts = load("support_2015").query("category in @categories").set_index("item")["amount_krw_bn"]
    return amounts[amounts.index.str.contains("SMA")].item() / amounts[amounts < below].sum() * 100


def _pew(question: str, *years: str) -> float:
    """Return the mean of some years of Pew's question whose words begin with ``question``."""
    polls = load("public_opinion")
    polls = polls[polls["pollster"].str.startswith("Pew") & polls["question"].str.startswith(question)]
    return polls.loc[polls["field_start"].isin(years), "percent"].mean()


VIEW, CONFIDENCE = "View of the United States", "Confidence"
BEFORE = ("2017", "2018", "2019")

EXERCISES = {
    "1.5": Number(
        expected=lambda: _above_2020(_forecast(_sums()[2021])),
        unit="percent",
        tolerance=0.06,
        correct="Not 50, but near: 1,038.9 was called one trillion. That budgets would grow more slowly, nobody knew.",
        hints=(
            "First the sum of 2025 by the forecast, then its growth over the sum of 2020.",
            "Four years of 6.1 percent are the factor `1.061**4`. Step 1 prints the sum of 2025.",
            "`answer_1_5 = (1183.3 * 1.061**4 / 1038.9 - 1) * 100`",
        ),
        mistakes=lambda: [
            (
                _above_2020(_sums()[2025]),
                "That is what came, as in the lesson. Take the forecast of 6.1 percent a year.",
            ),
            (
                (_forecast(1) - 1) * 100,
                "That is the growth after 2021. The jump of 2021 belongs to it: divide by the sum of 2020.",
            ),
            (
                _above_2020(_forecast(_sums()[2020], years=5)),
                "You let the sum of 2020 grow. Begin with 1,183.3, which has the jump of 2021 in it.",
            ),
            (_above_2020(_forecast(_sums()[2021], years=5)), "From 2021 to 2025 the sum grows four times, not five."),
            (
                _above_2020(_sums()[2021] * (1 + 4 * EXPECTED / 100)),
                "Each year builds on the one before: `1.061**4`, not 4 times 6.1 percent.",
            ),
            (
                _above_2020(_forecast(_sums()[2021])) + 100,
                "That is 2025 in percent of 2020. Growth is what is above 100.",
            ),
            (_above_2020(_forecast(_sums()[2021])) / 100, "That is a fraction. Multiply by 100 for percent."),
            (round(_above_2020(_forecast(_sums()[2021]))), "Right, but rounded too far. Give one decimal."),
            (_forecast(_sums()[2021]), "That is the sum of 2025. By how many percent is it above 1,038.9?"),
        ],
    ),
    "1.6": Chart(
        expected=lambda: _run_on(_old_rule()),
        unit="billion won",
        tolerance=0.6,
        correct="Add what was agreed, and the gap is the most that the quarrel brought Washington in money.",
        hints=(
            "Each year is the year before times its factor. Step 1 did the same from 1183.3; now begin with 960.2.",
            "The factors are `1 + old_rule / 100`; `.cumprod()` multiplies them one after the other.",
            "`by_rule = 960.2 * (1 + old_rule / 100).cumprod()`, then `ax.plot(by_rule.index, by_rule)`",
        ),
        mistakes=lambda: [
            (_old_rule(), "These are the rises in percent. Let the 960.2 billion won of 2018 grow by them."),
            (
                (1 + _old_rule() / 100).cumprod() * 100,
                "These are index numbers, with 2018 as 100. Multiply 960.2 by the factors.",
            ),
            ((1 + _old_rule() / 100).cumprod(), "These are the factors. Multiply them by 960.2."),
            (_sums()[2018] * (1 + _old_rule() / 100), "Each year builds on the one before: `.cumprod()` is missing."),
            (
                _run_on(_old_rule(years_back=0)),
                "That is the inflation of the same year. The rule takes two years before.",
            ),
            (_run_on(_budget_rule()), "That is the rule of the eleventh agreement. Take the prices, at most 4."),
            (_sums().loc[2019:2025], "Those are the sums that were agreed. Draw what the old rule would have given."),
        ],
    ),
    "1.7": Number(
        expected=lambda: _support("direct"),
        unit="percent",
        tolerance=0.06,
        correct="With the large row it was 38 percent. One row decides what the contribution is a share of.",
        hints=(
            "Divide the contribution by the sum of the direct items that are left, times 100.",
            '`direct[direct["amount_krw_bn"] < 1000]` leaves the largest row out. `.sum()` adds up a column.',
            '`answer_1_7 = 932.0 / direct[direct["amount_krw_bn"] < 1000]["amount_krw_bn"].sum() * 100`',
        ),
        mistakes=lambda: [
            (_support("direct", below=1e9), "That is with the largest row. Leave it out and divide again."),
            (_support("direct") / 100, "That is a fraction. Multiply by 100 for percent."),
            (_support("direct", "indirect"), "You kept the indirect items. The question is on direct support."),
            (10_000 / _support("direct"), "You divided all support by the contribution: the other way round."),
            (
                _support("direct", "direct_total", below=1e9),
                "The row TOTAL DIRECT is the sum of the others: with it you count everything twice.",
            ),
            (round(_support("direct")), "Right, but rounded too far. Give one decimal."),
        ],
    ),
    "1.8": Number(
        expected=lambda: _pew(VIEW, "2021") - _pew(VIEW, *BEFORE),
        unit="points",
        tolerance=0.06,
        correct="By this base the view of the country came back, no more. Confidence in the president is 31 points up.",
        hints=(
            "The view of 2021 minus the mean of the three years.",
            '`.mean()` gives the mean of a column; `pew.loc["2021", "country"]` is the one value of 2021.',
            '`answer_1_8 = pew.loc["2021", "country"] - pew.loc["2017":"2019", "country"].mean()`',
        ),
        mistakes=lambda: [
            (_pew(VIEW, *BEFORE) - _pew(VIEW, "2021"), "The sign is turned: 2021 minus the mean."),
            (_pew(VIEW, "2021") - _pew(VIEW, "2020"), "That is against 2020 alone. Take the mean of the three years."),
            (_pew(VIEW, "2021") - _pew(VIEW, "2019"), "That is against 2019 alone. Take the mean of the three years."),
            (_pew(VIEW, "2021") - _pew(VIEW, *BEFORE, "2020"), "You have 2020 in the mean. The base ends in 2019."),
            (
                _pew(CONFIDENCE, "2021") - _pew(CONFIDENCE, *BEFORE),
                "That is confidence in the president. Take `country`.",
            ),
            (_pew(VIEW, *BEFORE), "That is the base itself. How far is 2021 from it?"),
        ],
    ),
}
