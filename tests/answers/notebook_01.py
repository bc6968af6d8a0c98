"""Answers to 01_burden_sharing."""

import pandas as pd

from answers import drawn


def share():
    budget = pd.read_csv("../data/rok_defense_budget.csv").set_index("year")["budget_krw_trn"]
    contribution = pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]
    return (contribution / budget / 10).loc[2005:2025]


RIGHT = {
    "1.1": lambda answer: [21.7, 21.67],
    "1.2": lambda answer: [29.2, 29.18],
    "1.3": lambda answer: [95.7, 95.72],
    "1.4": lambda answer: [drawn(share(), kind, from_zero=True) for kind in ("plot", "bar")] + [answer.figure],
    "1.5": lambda answer: [623, 622.8, 623.5],
    "1.6": lambda answer: [answer[::-1], answer.round(1), answer.round(0)],
}
