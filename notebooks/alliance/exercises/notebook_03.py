"""Exercises of 03_sanctions."""

import pandas as pd

from ..questions import Number
from ..tables import load


def _trade() -> pd.DataFrame:
    """Return what the North bought from China and sold there, in million dollars, by year."""
    table = load("china_trade_annual").query("preferred == 'yes'").set_index("year")
    return table[["to_dprk_musd", "from_dprk_musd"]].set_axis(["purchases", "sales"], axis=1)


def _left(side: str, year: int, base: int) -> float:
    return _trade().loc[year, side] / _trade().loc[base, side] * 100


def _lost(year: int) -> pd.Series:
    """Return the dollars lost from a year to the next one."""
    return _trade().loc[year] - _trade().loc[year + 1]


def _part(side: str, year: int) -> float:
    return _lost(year)[side] / _lost(year).sum() * 100


def _of_2019(month: str, side: str = "to_dprk_musd") -> float:
    """Return a month in percent of the average month of 2019."""
    months = load("china_trade_monthly").set_index("month")[side]
    return months[month] / months.loc["2019-01":"2019-12"].mean() * 100


def _sums(counted: str) -> tuple[int, int]:
    """Return the missiles of 2015 to 2017 and of 2018 to 2020: all "missiles", the "srbm" alone, or the "longer"."""
    table = load("missile_tests").set_index("year")
    table["longer"] = table["missiles"] - table["srbm"]
    return table.loc[2015:2017, counted].sum(), table.loc[2018:2020, counted].sum()


def _fall(before: int, after: int) -> float:
    return (1 - after / before) * 100


EXERCISES = {
    "3.1": Number(
        expected=lambda: _left("sales", 2018, 2016),
        unit="percent",
        tolerance=0.06,
        correct="Less than a tenth was left: nine tenths of the sales to China were gone in two years.",
        hints=(
            "Percent is a part divided by its whole, times 100. The whole is what was sold in 2016.",
            'The part is `trade.loc[2018, "sales"]`, the whole `trade.loc[2016, "sales"]`.',
            'Write `trade.loc[2018, "sales"] / trade.loc[2016, "sales"] * 100` in place of the dots.',
        ),
        mistakes=lambda: [
            (round(_left("sales", 2018, 2016)), "Right, but rounded too far. Give one decimal."),
            (_left("sales", 2018, 2016) / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (100 - _left("sales", 2018, 2016), "That is what was lost. How much was left?"),
            (_left("sales", 2016, 2018), "You divided 2016 by 2018. It goes the other way round."),
            (_left("sales", 2018, 2017), "You divided by the sales of 2017. Take those of 2016."),
            (_left("purchases", 2018, 2017), "Those are purchases. Take the sales, of 2018 and 2016."),
            (_trade().loc[2018, "sales"], "Those are million dollars. Divide them by the sales of 2016, times 100."),
        ],
    ),
    "3.2": Number(
        expected=lambda: _part("sales", 2019),
        unit="percent",
        tolerance=0.06,
        correct="In percent of itself each side lost about four fifths. In dollars nearly all were lost purchases.",
        hints=(
            "First the dollars lost on each side, then the part of the sales in the sum of both, times 100.",
            'First `lost = trade.loc[2019] - trade.loc[2020]`. The part is `lost["sales"]`, the whole `lost.sum()`.',
            'The second line is `answer_3_2 = lost["sales"] / lost.sum() * 100`',
        ),
        mistakes=lambda: [
            (round(_part("sales", 2019)), "Right, but rounded too far. Give one decimal."),
            (_part("sales", 2019) / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (_part("purchases", 2019), "That is the share of the lost purchases. Take the sales."),
            (
                _lost(2019)["sales"] / _trade().loc[2019, "sales"] * 100,
                "That is how far the sales fell. What part of all lost dollars was it?",
            ),
            (
                _lost(2019)["sales"] / _lost(2019)["purchases"] * 100,
                "You divided by the lost purchases. The whole is both together: `lost.sum()`.",
            ),
            (_lost(2019)["sales"], "Those are million dollars. Divide them by `lost.sum()`, times 100."),
            (_part("sales", 2017), "That is the fall from 2017 to 2018. Take 2019 and 2020."),
        ],
    ),
    "3.3": Number(
        expected=lambda: _of_2019("2020-01"),
        unit="percent",
        tolerance=0.06,
        correct="Nearly nine tenths of an average month. The drop came a month later, after the border had closed.",
        hints=(
            "January 2020 is the part, the average month of 2019 the whole. Then times 100.",
            'The part is `months.loc["2020-01", "purchases"]`, the whole has the name `average_2019`.',
            'Write `months.loc["2020-01", "purchases"] / average_2019 * 100` in place of the dots.',
        ),
        mistakes=lambda: [
            (round(_of_2019("2020-01")), "Right, but rounded too far. Give one decimal."),
            (_of_2019("2020-01") / 100, "That is a fraction. Multiply by 100 for percent."),
            (_of_2019("2020-02"), "That is February, after the border had closed. Take January."),
            (_of_2019("2019-01"), "That is January of 2019. Take January of 2020."),
            (_of_2019("2019-12"), "That is December 2019. Take January 2020."),
            (10_000 / _of_2019("2020-01"), "You divided the average by January. It goes the other way round."),
            (100 - _of_2019("2020-01"), "That is what was missing. How much was bought?"),
        ],
    ),
    "3.4": Number(
        expected=lambda: _fall(*_sums("longer")),
        unit="percent",
        tolerance=0.06,
        correct="40 became 2. All missiles: 40 percent fewer. Without the short ones: 95 percent fewer.",
        hints=(
            "First make a new column of numbers: `missiles` minus `short_range`. Then both sums, then the fall.",
            (
                'The column: `longer = signs["missiles"] - signs["short_range"]`. '
                "The sums: `longer.loc[2015:2017].sum()` and `longer.loc[2018:2020].sum()`."
            ),
            "Last line: `answer_3_4 = (1 - longer.loc[2018:2020].sum() / longer.loc[2015:2017].sum()) * 100`",
        ),
        mistakes=lambda: [
            (_fall(*_sums("missiles")), "That is the fall of all missiles. Leave out the short ones."),
            (_fall(*_sums("srbm")), "You took the short ones alone, and they became more. Take all the others."),
            (-_fall(*_sums("longer")), "The size is right. A fall is asked: write it without a minus."),
            (_fall(*_sums("longer")) / 100, "That is a fraction. Multiply by 100 for percent."),
            (100 - _fall(*_sums("longer")), "That is what was left. By how much did they fall?"),
            (_fall(*reversed(_sums("longer"))), "You divided before by after. It goes the other way round."),
        ],
    ),
}
