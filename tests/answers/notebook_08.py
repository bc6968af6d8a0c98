"""Answers to 08_two_plus_two that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "8.1": [
        (lambda: pd.DataFrame({"word": ["Peninsula"] * 3}), "One number is asked"),
        (lambda: "Peninsula", "you gave text"),
        (lambda: 11, "which column has the word"),
    ],
    "8.2": [
        (lambda: 5, "Compare row by row"),
        (lambda: (4, 8), "with a point, not with a comma"),
        (lambda: "4", "without quotation marks"),
    ],
    "8.3": [
        (lambda: pd.Series([3]), "One number is asked"),
        (lambda: 5, "make a table without the rows of between"),
    ],
    "8.4": [
        (lambda: pd.Series([True, False]), "One number is asked"),
        (lambda: True, "you gave True or False"),
        (lambda: 4, "Compare two columns"),
    ],
}
RIGHT = {
    "8.1": lambda answer: [13, np.int64(13)],
    "8.2": lambda answer: [4, 4.0],
    "8.3": lambda answer: [3, np.int64(3)],
    "8.4": lambda answer: [3, np.int64(3)],
}
