"""Answers to 06_pyongyangs_record that the known mistakes do not cover."""

import numpy as np
import pandas as pd

WRONG = {
    "6.1": [
        (lambda: 75, "Percent is a part divided by its whole"),
        (lambda: "25", "without quotation marks"),
        (lambda: pd.Series([4, 16]), "One number is asked"),
        (lambda: float("nan"), "missing (NaN)"),
    ],
    "6.2": [
        (lambda: 66, "drop the offers with no reply"),
        (lambda: pd.DataFrame({"reply": ["accept", "reject"]}), "One number is asked"),
        (lambda: pd.Series(dtype=float), "empty"),
    ],
    "6.3": [
        (lambda: 50, "Compute two shares"),
        (lambda: pd.Series([True, False]), "One number is asked"),
        (lambda: None, "you gave None"),
    ],
    "6.4": [
        (lambda: 55, "with another table and another window"),
        (lambda: "20 percent", "you gave text"),
    ],
}
RIGHT = {
    "6.1": lambda answer: [23.5, 23.53, np.float64(answer)],
    "6.2": lambda answer: [40, 40.0],
    "6.3": lambda answer: [4.4, 4.396],
    "6.4": lambda answer: [22.7, 22.73],
}
