"""Answers to 07_strategic_assumptions_further that the known mistakes do not cover."""

import matplotlib.pyplot as plt
import numpy as np

YEARS, CITIZEN = range(2016, 2021), [29, 3, 98, 48, 5]


def bars(heights, title="Her belief falls back to 5 percent", **names):
    """Return a chart of bars as a student would draw it."""
    _, ax = plt.subplots()
    ax.bar(YEARS, heights)
    ax.set(title=title, **names)
    return ax


WRONG = {
    "7.5": [
        (lambda: 0.5, "Put the kind words and the hard words"),
        (lambda: (0, 4), "with a point, not with a comma"),
        (lambda: None, "you gave None"),
    ],
    "7.6": [(lambda: 5, "Ask of each row"), (lambda: [True, False], "One number is asked")],
    "7.7": [(lambda: 0.05, "Write down both ways"), (lambda: "0.01", "without quotation marks")],
    "7.8": [
        (lambda: CITIZEN, "The chart itself is asked"),
        (lambda: bars(CITIZEN), "Name the vertical axis"),
        (lambda: bars(CITIZEN, title="", ylabel="percent"), "title"),
        (lambda: bars([50] * 5), "Make five numbers"),
    ],
}
RIGHT = {
    "7.5": lambda answer: [0.04, np.float64(answer), round(answer, 3)],
    "7.6": lambda answer: [1, 1.0, answer],
    "7.7": lambda answer: [0.018, round(answer, 4)],
    "7.8": lambda answer: [answer, answer.figure, bars(CITIZEN, ylabel="percent")],
}
