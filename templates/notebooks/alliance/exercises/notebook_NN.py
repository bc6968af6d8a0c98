"""Exercises of NN_topic."""

import pandas as pd

from ..questions import Number
from ..tables import load


def _visitors() -> pd.Series:
    """Return the visitors of each year."""
    return load("kumgang").set_index("year")["visitors"]


EXERCISES = {
    "NN.1": Number(
        expected=lambda: _visitors()[2007],
        unit="visitors",
        tolerance=0,
        correct="[One sentence that goes on from the right answer.]",
        hints=("[Where to look].", "The last hint nearly gives the code: `visitors[...]`"),
        mistakes=lambda: [
            (_visitors()[2006], "That is the year before."),
            (_visitors().sum(), "That is the sum of all years. One year is asked."),
        ],
    ),
    "NN.2": Number(
        expected=lambda: (_visitors()[2007] / _visitors()[2006] - 1) * 100,
        unit="percent",
        tolerance=0.06,
        correct="[One sentence.]",
        hints=("[The whole is the year that comes first].", "`(visitors[2007] / visitors[...] - 1) * 100`"),
        mistakes=lambda: [
            (_visitors()[2007] - _visitors()[2006], "That is the difference in visitors. Divide it by the whole."),
            (_visitors()[2007] / _visitors()[2006], "That is how many times as many. Take 1 away, times 100."),
        ],
    ),
    "NN.3": Number(
        expected=lambda: _visitors().drop([1998, 2008]).sum(),
        unit="visitors",
        tolerance=0,
        correct="[One sentence on what the assumption moves.]",
        hints=("[Leave out two years].", "`visitors.drop([1998, 2008]).sum()`"),
        mistakes=lambda: [
            (_visitors().sum(), "That has all years. Leave the two part-years out."),
            (_visitors().drop(1998).sum(), "One part-year is still in."),
        ],
    ),
    "NN.4": Number(
        expected=lambda: (_visitors() > 200_000).sum(),
        unit="years",
        tolerance=0,
        correct="[One sentence.]",
        hints=("[A comparison is true or false in each row; a sum counts what is true].", "`(visitors > ...).sum()`"),
        mistakes=lambda: [
            (len(_visitors()), "That is the number of all years. Compare first."),
            ((_visitors() <= 200_000).sum(), "Those are the other years."),
        ],
    ),
}
