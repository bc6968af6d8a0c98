"""Answers to 04_humanitarian_access_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from answers import drawn


def real_aid():
    """Return the aid in won of 2020 as a student would make it."""
    change = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]
    prices = (1 + change / 100).cumprod()
    return pd.read_csv("../data/rok_aid.csv").set_index("year")["total_krw_bn"] / (prices / prices[2020])


WRONG = {
    "4.5": [
        (lambda: 8, "How many of the ten years"),
        (lambda: pd.Series({2009: 61.3}), "One number is asked"),
        (lambda: "59.6", "without quotation marks"),
        (lambda: None, "you gave None"),
    ],
    "4.6": [
        (lambda: real_aid(), "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: drawn(real_aid().loc[1995:2024], kind="bar", title=""), "title"),
        (lambda: drawn(real_aid().loc[1995:2024], kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(real_aid().loc[2000:2024], kind="bar"), "Divide the aid of each year"),
    ],
    "4.7": [
        (lambda: 7, "Two shares and a difference"),
        (lambda: pd.Series([55.6, 18.2]), "One number is asked"),
        (lambda: "37", "without quotation marks"),
    ],
    "4.8": [
        (lambda: 400, "A Series is asked"),
        (lambda: {"low": 400, "high": 1225}, "you gave a dictionary"),
        (lambda: pd.Series([400, 1225]), "labels of your Series"),
        (lambda: pd.Series({"low": 1, "high": 2}), "Take the children put down"),
    ],
}
RIGHT = {
    "4.5": lambda answer: [59.6, np.float64(answer)],
    "4.6": lambda answer: [
        answer,
        answer.figure,
        drawn(real_aid().loc[1995:2024], from_zero=True),
        drawn(real_aid().reindex(range(1989, 2025)), kind="bar"),
        drawn(real_aid().loc[1995:2024].rename(index=str), kind="bar"),
    ],
    "4.7": lambda answer: [37, 37.4, round(answer, 1)],
    "4.8": lambda answer: [answer[::-1], pd.Series({"high": 1225, "low": 400})],
}
