"""Answers to 01_burden_sharing that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "1.1": [
        (lambda: 3, "the later sum divided by the earlier one"),
        (lambda: (8, 2), "with a point, not with a comma"),
        (lambda: "8.2", "without quotation marks"),
    ],
    "1.2": [
        (lambda: pd.Series({2014: 100.0, 2019: 101.9}), "One number is asked"),
        (lambda: 134, "Put 2014 in place of 2009"),
    ],
    "1.3": [(lambda: 3, "half of their sum"), (lambda: [4722, 1143], "One number is asked")],
    "1.4": [(lambda: 44.4, "the later sum divided by the earlier one"), (lambda: None, "you gave None")],
}
RIGHT = {
    "1.1": lambda answer: [8.2, 8.196],
    "1.2": lambda answer: [101.9, 101.93, np.float64(answer)],
    "1.3": lambda answer: [2.48, 2.5, 2.479],
    "1.4": lambda answer: [35, 35.0, 35.03],
}
