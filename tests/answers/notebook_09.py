"""Answers to 09_what_happened_next that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "9.1": [
        (lambda: 0.5, "the distance between your number and the outcome"),
        (lambda: "0.81", "without quotation marks"),
        (lambda: (0, 81), "with a point, not with a comma"),
    ],
    "9.2": [
        (lambda: [0.8] * 4 + [0.2] * 4, "One number is asked"),
        (lambda: 0.6, "the eight numbers between square brackets"),
    ],
    "9.3": [
        (lambda: pd.Series([0.7, 0.5]), "One number is asked"),
        (lambda: {"will": 0.7, "likely": 0.7}, "One number is asked"),
        (lambda: 0.7, "the one behind will"),
    ],
    "9.4": [
        (lambda: pd.Timedelta(days=910), "Take its .days"),
        (lambda: "2023-09-26", "you gave text"),
        (lambda: 30, "begin and end the ban"),
    ],
}
RIGHT = {
    "9.1": lambda answer: [0.81, 0.9 * 0.9],
    "9.2": lambda answer: [0.19, np.float64(0.19)],
    "9.3": lambda answer: [0.24],
    "9.4": lambda answer: [910],
}
