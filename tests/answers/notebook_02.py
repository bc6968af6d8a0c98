"""Answers to 02_engagement that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "2.1": [
        (lambda: 50, "Percent is a part divided by its whole"),
        (lambda: (21, 7), "with a point, not with a comma"),
        (lambda: "21.7", "without quotation marks"),
        (lambda: float("nan"), "missing (NaN)"),
    ],
    "2.2": [(lambda: 100, "mind two things"), (lambda: None, "you gave None")],
    "2.3": [
        (lambda: pd.Series([3523, 877]), "One number is asked"),
        (lambda: pd.DataFrame({"days": [3523, 877]}), "One number is asked"),
        (lambda: pd.Series(dtype=int), "empty"),
    ],
    "2.4": [
        (lambda: pd.Timedelta(days=370), "Take its .days"),
        (lambda: "2020-01-16", "you gave text"),
        (lambda: 7, "which statement is about tours"),
    ],
}
RIGHT = {
    "2.1": lambda answer: [21.7, 21.70069],
    "2.2": lambda answer: [185, 185.25],
    "2.3": lambda answer: [4400, np.int64(4400), 4400.0],
    "2.4": lambda answer: [370],
}
