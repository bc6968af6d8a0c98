"""Answers to 03_sanctions that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "3.1": [
        (lambda: 50, "Percent is a part divided by its whole"),
        (lambda: (8, 1), "with a point, not with a comma"),
        (lambda: "8.1", "without quotation marks"),
    ],
    "3.2": [
        (lambda: pd.Series({"purchases": 2082.76, "sales": 167.2}), "One number is asked"),
        (lambda: 50, "First the dollars lost on each side"),
    ],
    "3.3": [
        (lambda: 186.851, "January 2020 is the part"),
        (lambda: float("nan"), "missing (NaN)"),
    ],
    "3.4": [
        (lambda: pd.Series([40, 2]), "One number is asked"),
        (lambda: 2, "First make a new column"),
        (lambda: None, "you gave None"),
    ],
}
RIGHT = {
    "3.1": lambda answer: [8.1, 8.107, np.float64(8.1)],
    "3.2": lambda answer: [7.4, 7.431],
    "3.3": lambda answer: [88.4, 88.388],
    "3.4": lambda answer: [95, 95.0, np.int64(95)],
}
