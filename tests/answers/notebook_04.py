"""Answers to 04_humanitarian_access that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "4.1": [
        (lambda: 50, "Which of the two months is the whole"),
        (lambda: (10, 7), "with a point, not with a comma"),
        (lambda: "10.7", "without quotation marks"),
    ],
    "4.2": [
        (lambda: 50, "the old number less the new one"),
        (lambda: pd.Series([99.0, 15.0]), "One number is asked"),
        (lambda: "84.8", "without quotation marks"),
    ],
    "4.3": [
        (lambda: pd.Series([True, False]), "One number is asked"),
        (lambda: 12, "take two counts and subtract"),
    ],
    "4.4": [
        (lambda: pd.Series([True, False]), "One number is asked"),
        (lambda: 29, "with & between them"),
        (lambda: True, "you gave True or False"),
    ],
}
RIGHT = {
    "4.1": lambda answer: [10.7, 10.72, 11],
    "4.2": lambda answer: [84.8, 85, 84.84848],
    "4.3": lambda answer: [3, np.int64(3), 3.0],
    "4.4": lambda answer: [8, np.int64(8)],
}
