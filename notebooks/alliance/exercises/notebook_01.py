"""Exercises of 01_burden_sharing."""

import pandas as pd

from ..questions import Number
from ..tables import load


def _won() -> pd.Series:
    return load("sma_contributions").set_index("year")["amount_krw_bn"]


def _rate(year: int) -> float:
    return load("prices_and_rates").set_index("year").loc[year, "krw_per_usd"]


def _rise(first: int, last: int) -> float:
    return (_won()[last] / _won()[first] - 1) * 100


def _dollars(base: int, year: int = 2019) -> float:
    """Return the contribution of a year in dollars, as an index number."""
    return _won()[year] / _rate(year) / (_won()[base] / _rate(base)) * 100


def _march_2020(side: str) -> float:
    """Return the demand (USA) or the offer (ROK) of mid-March 2020 in whole billion won."""
    row = load("offers_and_demands").query("date == '2020-03' and side == @side").squeeze()
    sums = {"busd": row["amount"] * _rate(2020), "percent_rise": _won()[2019] * (1 + row["amount"] / 100)}
    return round(sums[row["unit"]])


def _middle() -> float:
    return (_march_2020("USA") + _march_2020("ROK")) / 2


EXERCISES = {
    "1.1": Number(
        expected=lambda: _rise(2018, 2019),
        unit="percent",
        tolerance=0.06,
        correct="It is exactly the growth of the defense budget in 2019. From 2017 to 2018 it was one percent.",
        hints=(
            "Growth in percent: the later sum divided by the earlier one, minus 1, times 100.",
            "The later sum is `won[2019]`, the earlier one `won[2018]`.",
            "Write `(won[2019] / won[2018] - 1) * 100` in place of the dots.",
        ),
        mistakes=lambda: [
            (_won()[2019] / _won()[2018], "That is how many times as large. Take 1 away, then times 100."),
            (_rise(2018, 2019) / 100, "That is the growth as a fraction. Multiply by 100 for percent."),
            (_rise(2018, 2019) + 100, "That is the later sum in percent of the earlier one. Take 100 away."),
            (_won()[2019] - _won()[2018], "Those are billion won. Divide by the earlier sum, times 100."),
            (round(_rise(2018, 2019)), "Right, but rounded too far. Give one decimal."),
            (_rise(2005, 2019), "That is the growth since 2005. Begin with 2018."),
            (
                (1 - _won()[2018] / _won()[2019]) * 100,
                "You divided by the later sum. Growth starts from the earlier one.",
            ),
        ],
    ),
    "1.2": Number(
        expected=lambda: _dollars(2014),
        unit="(an index number, 2014 = 100)",
        tolerance=0.06,
        correct="In dollars: up by a third since 2005, by half since 2009, and hardly at all since 2014.",
        hints=(
            "Put 2014 in place of 2009 behind `base`, and run that cell again. Read the dollars in the row of 2019.",
            "Or divide the dollars of 2019 by the dollars of 2014, and multiply by 100.",
            'Write `four.loc[2019, "dollars"] / four.loc[2014, "dollars"] * 100` in place of the dots.',
        ),
        mistakes=lambda: [
            (_dollars(2009), "That is with 2009 as the base year. Take 2014."),
            (_dollars(2005), "That is with 2005 as the base year. Take 2014."),
            (_dollars(2019, 2014), "You divided 2014 by 2019. The base year goes below the line."),
            (_rise(2014, 2019) + 100, "That is the column of won. Take the dollars."),
            (_dollars(2014) / 100, "That is how many times as large. An index number is that times 100."),
            (round(_dollars(2014)), "Right, but rounded too far. Give one decimal."),
            (_dollars(2014) - 100, "That is the growth. The index number itself is asked: it starts from 100."),
            (_dollars(2009, 2014), "That is the row of 2014, with 2009 as the base year. Change `base`, take 2019."),
        ],
    ),
    "1.3": Number(
        expected=lambda: _middle() / round(_won()[2021]),
        unit="times",
        tolerance=0.06,
        correct="The middle rewards whoever opens higher. The sum agreed lay near one end, not in the middle.",
        hints=(
            "The middle of two numbers is half of their sum. Then divide it by the sum agreed.",
            "The two numbers stand in the second row of the chart: Washington demands, Seoul offers.",
            "Write `(4722 + 1143) / 2 / 1183` in place of the dots.",
        ),
        mistakes=lambda: [
            (_middle(), "That is the middle, in billion won. Divide it by the sum agreed."),
            (2 * _middle() / round(_won()[2021]), "You added the two and did not halve: divide by 2."),
            (round(_won()[2021]) / _middle(), "You divided the sum agreed by the middle. It goes the other way round."),
            (
                (_march_2020("USA") + _march_2020("ROK") / 2) / round(_won()[2021]),
                "You halved the offer only. Put round brackets around the two, then divide by 2.",
            ),
            (
                _march_2020("USA") + _march_2020("ROK") / 2 / round(_won()[2021]),
                "Only the offer was divided. Put round brackets around the two before you divide.",
            ),
            (round(_middle() / round(_won()[2021])), "Right, but rounded too far. Give one decimal."),
            (
                _march_2020("USA") / round(_won()[2021]),
                "That is the demand alone. Take the middle of demand and offer.",
            ),
            (
                (_march_2020("USA") - _march_2020("ROK")) / 2 / round(_won()[2021]),
                "That is half of the distance. The middle is half of the sum.",
            ),
        ],
    ),
    "1.4": Number(
        expected=lambda: _rise(2020, 2025),
        unit="percent",
        tolerance=0.06,
        correct="A third and a little more. The forecast rounded both sums, and the defense budget grew more slowly.",
        hints=(
            "Growth in percent: the later sum divided by the earlier one, minus 1, times 100.",
            'The earlier sum is `contributions.loc[2020, "amount_krw_bn"]`; the later one has 2025.',
            (
                'Write `(contributions.loc[2025, "amount_krw_bn"] / contributions.loc[2020, "amount_krw_bn"] - 1) '
                "* 100` in place of the dots."
            ),
        ),
        mistakes=lambda: [
            (_won()[2025] / _won()[2020], "That is how many times as large. Take 1 away, then times 100."),
            (_rise(2020, 2025) / 100, "That is the growth as a fraction. Multiply by 100 for percent."),
            (_rise(2020, 2025) + 100, "That is the later sum in percent of the earlier one. Take 100 away."),
            (_won()[2025] - _won()[2020], "Those are billion won. Divide by the earlier sum, times 100."),
            (_rise(2021, 2025), "You began with 2021. The forecast begins with 2020, the last year at the old sum."),
            (50, "That is the forecast, from rounded sums. Compute what came."),
            (
                (1 - _won()[2020] / _won()[2025]) * 100,
                "You divided by the later sum. Growth starts from the earlier one.",
            ),
        ],
    ),
}
