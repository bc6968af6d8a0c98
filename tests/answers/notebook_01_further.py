"""Answers to 01_burden_sharing_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from answers import drawn

YEARS = range(2019, 2026)
BY_RULE = [978.8, 993.3, 997.1, 1002.5, 1027.5, 1068.6, 1107.1]


def with_agreed_sums(title="The old rule would have cost less"):
    """Return the line over bars of the agreed sums, as the solution draws it."""
    sums = pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]
    ax = drawn(pd.Series(BY_RULE, index=YEARS), title=title, ylabel="billion won")
    ax.bar(YEARS, sums.loc[2019:2025])
    return ax


WRONG = {
    "1.5": [
        (lambda: 50, "First the sum of 2025"),
        (lambda: [1183.3, 1038.9], "One number is asked"),
        (lambda: "44.3", "without quotation marks"),
        (lambda: None, "you gave None"),
    ],
    "1.6": [
        (lambda: pd.Series(BY_RULE, index=YEARS), "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: with_agreed_sums(title=""), "title"),
        (lambda: drawn(pd.Series(range(7), index=YEARS)), "Each year is the year before times its factor"),
    ],
    "1.7": [
        (lambda: 1454.2, "Divide the contribution"),
        (lambda: pd.Series([932.0]), "One number is asked"),
    ],
    "1.8": [
        (lambda: 77, "The view of 2021 minus the mean"),
        (lambda: pd.Series([0.7, -2.3, -0.3]), "One number is asked"),
    ],
}
RIGHT = {
    "1.5": lambda answer: [44.3, 44.34],
    "1.6": lambda answer: [answer, answer.figure, with_agreed_sums()],
    "1.7": lambda answer: [95.7, 95.72],
    "1.8": lambda answer: [-0.3, -0.33, np.float64(-1 / 3)],
}
