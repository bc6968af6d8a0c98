"""Answers to 02_engagement_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

PERIODS = ["1998-99", "2000", "2001", "2002", "2003-08"]


def bars(labels, heights, title="Fees fell while the tours grew", **names):
    """Return a chart of bars as a student would draw it."""
    _, ax = plt.subplots()
    ax.bar(labels, heights)
    ax.set(title=title, **names)
    return ax


WRONG = {
    "2.5": [
        (lambda: 1000, "Which names stand for one sum?"),
        (lambda: [487, 450, 50], "One number is asked"),
        (lambda: "987", "without quotation marks"),
        (lambda: None, "you gave None"),
    ],
    "2.6": [
        (lambda: [206 / 14 * 12, 136, 37.212, 21.492, 79.755 / 5], "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: bars(PERIODS, [176.6, 136, 37.2, 21.5, 16.0]), "Name the vertical axis"),
        (lambda: bars(PERIODS, [176.6, 136, 37.2, 21.5, 16.0], title="", ylabel="million dollars a year"), "title"),
        (lambda: bars(PERIODS, [1, 2, 3, 4, 5]), "Which of the five amounts"),
    ],
    "2.7": [
        (lambda: pd.Series([5.98, 16.7]), "The chart itself is asked"),
        (lambda: plt.subplots()[1], "no line and no bar"),
        (lambda: bars(range(2004, 2017), range(13)), "A share is a part divided by its whole"),
    ],
    "2.8": [
        (lambda: 12, "Three codes count as a refusal now"),
        (lambda: pd.Series({"refused": 2, "other_matter": 3}), "One number is asked"),
        (lambda: "6", "without quotation marks"),
    ],
}
RIGHT = {
    "2.5": lambda answer: [987, 987.0],
    "2.6": lambda answer: [answer, answer.figure],
    "2.7": lambda answer: [answer, answer.figure],
    "2.8": lambda answer: [6, np.int64(6), 6.0],
}
