"""Answers to 06_pyongyangs_record."""

import pandas as pd

from answers import drawn


def longer(*columns):
    table = pd.read_csv("../data/missile_tests.csv").set_index("year").loc[2012:2021]
    return table[list(columns) or ["mrbm", "irbm", "icbm"]].sum(axis=1)


def bars(values, **more):
    return drawn(values, kind="bar", **({"ylabel": "missiles", "title": "No long reach after 2017"} | more))


def periods(whole, late):
    return pd.Series({"all": whole, "late": late})


WRONG = {
    "6.1": [
        (lambda: 503, "days in between"),
        (lambda: 361, "second longest"),
        (lambda: 72, "Those are weeks"),
        (lambda: 521, "first known ballistic missile"),
        (lambda: 99, "Leave each day once"),
        (lambda: pd.Timedelta(days=504), "Take its .days"),
        (lambda: "504", "without quotation marks"),
        (lambda: pd.Timedelta(days=504).to_timedelta64(), "Take its .days"),
    ],
    "6.2": [
        (lambda: 0.5, "That is a fraction"),
        (lambda: 2, "number of overtures"),
        (lambda: 100 / 3, "not established"),
        (lambda: 75, "mixed as a yes"),
        (lambda: 4 / 18 * 100, "offers of Seoul"),
        (lambda: 0, "offers of Washington"),
        (lambda: 66.7, "left out the mixed answer"),
        (lambda: 99, "share of one answer"),
        (lambda: ["accept"], "One number is asked"),
    ],
    "6.3": [
        (lambda: periods(7 / 18, 2 / 12), "fractions"),
        (lambda: periods(7.0, 2.0), "counts"),
        (lambda: periods(5.5 / 18 * 100, 1 / 12 * 100), "one half"),
        (lambda: periods(4 / 18 * 100, 0.0), "the yes only"),
        (lambda: periods(3 / 18 * 100, 2 / 12 * 100), "mixed ones only"),
        (lambda: periods(2 / 12 * 100, 7 / 18 * 100), "changed places"),
        (lambda: periods(11 / 18 * 100, 10 / 12 * 100), "neither accepted nor mixed"),
        (lambda: periods(7 / 21 * 100, 2 / 13 * 100), "all offers"),
        (lambda: periods(1.5, 2.5), "is the reply one of two words"),
        (lambda: pd.Series([38.9, 16.7]), "labels of your Series"),
        (lambda: 38.9, "A Series is asked; you gave a number"),
    ],
    "6.4": [
        (lambda: bars(longer("missiles")), "all missiles"),
        (lambda: bars(longer("icbm")), "intercontinental ones only"),
        (lambda: bars(longer("srbm")), "short-range ones"),
        (lambda: bars(longer("mrbm", "irbm", "icbm", "slv")), "space rockets"),
        (lambda: bars(longer("mrbm", "irbm", "icbm", "slbm")), "from the sea"),
        (lambda: bars(longer("irbm", "icbm")), "medium-range missiles"),
        (lambda: bars(longer(), ylabel=""), "Name the vertical axis"),
        (lambda: bars(longer(), title=""), "Say the finding in a title"),
        (lambda: bars(None), "no line and no bar"),
        (lambda: longer(), "The chart itself is asked"),
    ],
    "6.5": [
        (lambda: 2.754, "with all exercises"),
        (lambda: 1 / 2.948, "wrong way round"),
        (lambda: 10, "number of launch days"),
        (lambda: 10 / 147, "share of days with a launch"),
        (lambda: 10 / 59, "all launch days"),
        (lambda: 3.35, "compared with the days outside"),
        (lambda: 99, "Make the windows again"),
        (lambda: "2.95", "without quotation marks"),
    ],
    "6.6": [
        (lambda: 2.754, "all launch days"),
        (lambda: 13, "bursts that begin in exercises"),
        (lambda: 47, "number of bursts"),
        (lambda: 0.0047, "a p-value"),
        (lambda: 2.417, "lost the first launch day"),
        (lambda: 99, "long after the one before"),
        (lambda: None, "you gave None"),
    ],
}
RIGHT = {
    "6.1": lambda answer: [504, 504.0],
    "6.2": lambda answer: [50, 50.0],
    "6.3": lambda answer: [periods(38.9, 16.7), periods(39, 17), answer[::-1]],
    "6.4": lambda answer: [bars(longer()), bars(longer()).figure],
    "6.5": lambda answer: [2.95, 2.948, 2.9],
    "6.6": lambda answer: [2.365, 2.37, 2.4],
}
