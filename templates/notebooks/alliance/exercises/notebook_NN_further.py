"""Exercises of NN_topic_further."""

import pandas as pd

from ..questions import Chart, Number
from ..tables import load


def _visitors(first: int = 1998, last: int = 2008) -> pd.Series:
    """Return the visitors of each year, from one to another."""
    return load("kumgang").set_index("year")["visitors"].loc[first:last]


def _full_years() -> pd.Series:
    return _visitors(1999, 2007)


def _share_of_2007(years: pd.Series) -> float:
    return years[2007] / years.sum() * 100


EXERCISES = {
    "NN.5": Number(
        expected=lambda: _share_of_2007(_visitors()),
        unit="percent",
        tolerance=0.06,
        correct="[One sentence that goes on from the right answer.]",
        hints=("[Percent is a part divided by its whole, times 100].", "`visitors[2007] / ... * 100`"),
        mistakes=lambda: [
            (_share_of_2007(_visitors()) / 100, "That is the share as a fraction. Times 100."),
            (_visitors()[2007], "That is the part. Divide it by the whole."),
        ],
    ),
    "NN.6": Chart(
        expected=_full_years,
        unit="visitors",
        tolerance=0,
        from_zero=True,
        correct="[One sentence on what such a chart hides.]",
        hints=("[Years across, visitors up].", "`years = visitors.loc[1999:2007]`, then `ax.bar(years.index, years)`"),
        mistakes=lambda: [
            (_visitors(), "There are part-years in it. Draw 1999 to 2007."),
            (_full_years() / 1000, "Those are thousands. Draw visitors."),
        ],
    ),
    "NN.7": Number(
        expected=lambda: _share_of_2007(_full_years()),
        unit="percent",
        tolerance=0.06,
        correct="[One sentence on what the assumption moves.]",
        hints=("[The whole is smaller now].", "`visitors[2007] / visitors.loc[1999:2007].sum() * 100`"),
        mistakes=lambda: [
            (_share_of_2007(_visitors()), "That has the part-years in the whole."),
            (_share_of_2007(_full_years()) / 100, "That is the share as a fraction. Times 100."),
        ],
    ),
    "NN.8": Number(
        expected=lambda: _full_years().mean() / 1000,
        unit="thousand visitors",
        tolerance=0.06,
        correct="[One sentence.]",
        hints=("[A mean is a sum divided by the number of years].", "`visitors.loc[1999:2007].mean() / 1000`"),
        mistakes=lambda: [
            (_full_years().mean(), "Those are visitors. Thousands are asked."),
            (_visitors().mean() / 1000, "The part-years are in it."),
        ],
    ),
}
