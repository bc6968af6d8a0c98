"""Answers to 03_sanctions_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from answers import drawn

TEXTS = ["1695", "1718", "1874", "2087", "2094", "2270", "2321", "2356", "2371", "2375", "2397"]
BANNED = pd.Series([0, 0, 0, 0, 0, 0, 1, 1, 4, 5, 7], index=TEXTS)

WRONG = {
    "3.5": [
        (lambda: 10, "Count the blue squares"),
        (lambda: pd.Series({"review": 3, "exchange": 3}), "One number is asked"),
        (lambda: "70", "without quotation marks"),
        (lambda: None, "you gave None"),
    ],
    "3.6": [
        (lambda: BANNED, "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: drawn(BANNED, kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(BANNED, kind="bar", title=""), "title"),
        (lambda: drawn(list(BANNED), kind="bar"), "not over their years"),
        (lambda: drawn(pd.Series(range(11), index=TEXTS), kind="bar"), "Count in each row of in_force"),
    ],
    "3.7": [
        (lambda: 1, "A word in quotation marks"),
        (lambda: "the Department", "Choose one of"),
        (lambda: "", "empty"),
    ],
    "3.8": [
        (lambda: 0.5, "Make a table without 2017"),
        (lambda: pd.Series([0.2, 0.4]), "One number is asked"),
        (lambda: "0.2", "without quotation marks"),
    ],
}
RIGHT = {
    "3.5": lambda answer: [70, 70.0],
    "3.6": lambda answer: [answer, answer.figure],
    "3.7": lambda answer: ["washington", " Washington "],
    "3.8": lambda answer: [round(answer, 2), np.float64(answer)],
}
