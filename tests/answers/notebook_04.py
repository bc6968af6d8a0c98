"""Answers to 04_humanitarian_access."""

import pandas as pd

from answers import drawn


def real_aid():
    change = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]
    prices = (1 + change / 100).cumprod()
    return pd.read_csv("../data/rok_aid.csv").set_index("year")["total_krw_bn"] / (prices / prices[2020]).loc[1995:2024]


RIGHT = {
    "4.1": lambda answer: [-84.8, -85],
    "4.2": lambda answer: [answer[::-1], answer.round(1)],
    "4.3": lambda answer: [pd.Series({"before": 55.6, "after": 18.2}), pd.Series({"after": 18, "before": 56})],
    "4.4": lambda answer: [
        drawn(real_aid()),
        drawn(real_aid(), kind="bar").figure,
        drawn(real_aid().rename(index=str), kind="bar"),
        drawn(real_aid().reindex(range(1989, 2025)), kind="bar"),
    ],
    "4.5": lambda answer: [27.6, 28],
    "4.6": lambda answer: [pd.Series({"low": 400, "high": 1225}), answer[::-1]],
}
