"""Answers to 06_pyongyangs_record_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from answers import drawn

LONGER = pd.Series([0, 0, 2, 0, 16, 16, 0, 0, 0, 0], index=range(2012, 2022))

WRONG = {
    "6.5": [
        (lambda: 75, "Three steps"),
        (lambda: pd.Series({"accept": 4}), "One number is asked"),
        (lambda: "100", "without quotation marks"),
        (lambda: None, "you gave None"),
    ],
    "6.6": [
        (lambda: LONGER, "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: drawn(LONGER, kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(LONGER, kind="bar", title=""), "title"),
        (lambda: drawn(LONGER + 1, kind="bar"), "Add them up for each year"),
        (lambda: drawn(LONGER, kind="barh"), "lie on their side"),
    ],
    "6.7": [
        (lambda: 5, "Two shares of days"),
        (lambda: pd.Series([True, False]), "One number is asked"),
        (lambda: float("nan"), "missing (NaN)"),
    ],
    "6.8": [
        (lambda: 21, "Lay the card 2016"),
        (lambda: [5, 6, 0, 2], "One number is asked"),
        (lambda: "14", "without quotation marks"),
    ],
}
RIGHT = {
    "6.5": lambda answer: [100, 100.0, np.float64(100)],
    "6.6": lambda answer: [answer, answer.figure, drawn(LONGER, kind="bar")],
    "6.7": lambda answer: [2.71, 2.709],
    "6.8": lambda answer: [14, 14.0],
}
