"""Answers to 07_strategic_assumptions_further that the known mistakes do not cover."""

import numpy as np
import pandas as pd

from answers import drawn

CITIZEN = pd.Series([29, 3, 98, 48, 5], index=range(2016, 2021))

WRONG = {
    "7.5": [
        (lambda: 0.5, "Put the kind words and the hard words"),
        (lambda: (0, 4), "with a point, not with a comma"),
        (lambda: None, "you gave None"),
    ],
    "7.6": [(lambda: 5, "Ask of each row"), (lambda: [True, False], "One number is asked")],
    "7.7": [(lambda: 0.05, "Write down both ways"), (lambda: "0.01", "without quotation marks")],
    "7.8": [
        (lambda: CITIZEN, "The chart itself is asked"),
        (lambda: drawn(CITIZEN, kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(CITIZEN, kind="bar", title=""), "title"),
        (lambda: drawn(CITIZEN * 0 + 50, kind="bar"), "Make five numbers"),
    ],
}
RIGHT = {
    "7.5": lambda answer: [0.04, np.float64(answer), round(answer, 3)],
    "7.6": lambda answer: [1, 1.0, answer],
    "7.7": lambda answer: [0.018, round(answer, 4)],
    "7.8": lambda answer: [answer, answer.figure, drawn(CITIZEN, kind="bar")],
}
