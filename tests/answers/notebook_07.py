"""Answers to 07_strategic_assumptions."""

import pandas as pd

from answers import drawn


def end(friendly, hostile, prior=0.11, taker=0.4):
    odds = prior / (1 - prior) * (0.6 / taker) ** friendly * (0.4 / (1 - taker)) ** hostile
    return odds / (1 + odds)


def citizen():
    values = [0.11, *(end(*acts) for acts in [(0, 7), (1, 9), (4, 21), (8, 27)])]
    return pd.Series(values, index=range(2016, 2021)) * 100


RIGHT = {
    "7.1": lambda answer: [0.138, 0.1379],
    "7.2": lambda answer: [answer[::-1], answer.round(3)],
    "7.3": lambda answer: [0.34, 0.3400001],
    "7.4": lambda answer: [
        drawn(citizen(), from_zero=True),
        drawn(citizen(), kind="bar", from_zero=True).figure,
        drawn(citizen().round(2).rename(index=str), kind="bar", from_zero=True),
    ],
    "7.5": lambda answer: [answer[::-1], answer.round(3)],
    "7.6": lambda answer: [0.029, 0.0288],
}
