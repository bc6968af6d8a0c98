"""Answers to 02_engagement."""

import numpy as np
import pandas as pd

from answers import drawn


def kaesong():
    return pd.read_csv("../data/kaesong.csv").set_index("year").loc[2015]


def fees():
    return pd.Series({2000: 136.0, 2001: 37.212, 2002: 21.492})


def trade(column="total_musd"):
    return pd.read_csv("../data/dprk_trade.csv").set_index("year")[column]


def share(*directions):
    by_type = pd.read_csv("../data/inter_korean_trade_by_type.csv").query("year >= 2004 and year <= 2016")
    columns = [f"{direction}_musd" for direction in directions]
    total = by_type.groupby("year")[columns].sum().sum(axis=1)
    return by_type.query("type == 'kaesong'").set_index("year")[columns].sum(axis=1) / total * 100


WRONG = {
    "2.1": [
        (lambda: kaesong()["wage_bill_musd"] / kaesong()["production_musd"], "fraction"),
        (lambda: kaesong()["production_musd"] / kaesong()["wage_bill_musd"] * 100, "the other way round"),
        (lambda: 122.24 / (1451.966 + 1251.599) * 100, "goods that crossed the border"),
        (lambda: 2.758 / 14.91 * 100, "share of 2005"),
        (lambda: 50, "Divide the wage bill"),
        (lambda: (21, 7), "with a point, not with a comma"),
        (lambda: float("nan"), "missing (NaN)"),
        (lambda: "21.7", "without quotation marks"),
        (lambda: [], "empty"),
    ],
    "2.2": [
        (lambda: -370, "earlier date from the later"),
        (lambda: 371, "both the first and the last day"),
        (lambda: 1, "military exercises"),
        (lambda: 0, "farewell interview"),
        (lambda: 379, "nine days earlier"),
        (lambda: 7, "Find the first date"),
        (lambda: pd.Timedelta(days=370), "Take its .days"),
    ],
    "2.3": [
        (lambda: fees() / trade(), "missing (NaN)"),
        (lambda: (fees() / trade()).dropna(), "fractions"),
        (lambda: (fees() / trade("exports_musd") * 100).dropna(), "divided by exports"),
        (lambda: (trade() / fees() * 100).dropna(), "the other way round"),
        (lambda: fees() / pd.Series({2000: 425.148, 2001: 402.957, 2002: 641.73}) * 100, "between the two Koreas"),
        (lambda: (fees() / trade() * 100).dropna().loc[2001:], "has 2 rows; 3 are asked"),
        (lambda: (fees() / trade() * 100).dropna().reset_index(drop=True), "labels of your Series"),
        (lambda: pd.Series(dtype=float), "empty"),
        (lambda: 6.9, "A Series is asked; you gave a number"),
        (lambda: pd.DataFrame({"share": [1.0]}), "A Series is asked; you gave a table"),
    ],
    "2.4": [
        (lambda: drawn(share("inbound", "outbound") / 100), "fractions"),
        (lambda: drawn(share("inbound")), "carried South only"),
        (lambda: drawn(share("outbound"), kind="bar"), "carried North only"),
        (lambda: drawn(None), "no line and no bar"),
        (lambda: drawn(list(share("inbound", "outbound"))), "not over their years"),
        (lambda: drawn(share("inbound", "outbound"), ylabel=""), "Name the vertical axis"),
        (lambda: drawn(share("inbound", "outbound"), title=""), "Say the finding in a title"),
        (lambda: drawn(share("inbound", "outbound"), title="... A"), "Say the finding"),
        (lambda: drawn([1, 2, 3]), "For each year"),
        (lambda: share("inbound", "outbound"), "The chart itself is asked"),
    ],
    "2.5": [
        (lambda: 487 / 9.75, "fees alone"),
        (lambda: 450 / 9.75, "rights alone"),
        (lambda: 93.7, "117 months, a little less than ten years"),
        (lambda: (562.27 + 450) / 9.75, "tours of Kaesong city"),
        (lambda: 937 / 117, "amount a month"),
        (lambda: 25, "Add the 487"),
        (lambda: None, "you gave None"),
    ],
    "2.6": [
        (lambda: 4390, "Pyongyang's decisions"),
        (lambda: 16603, "sum of both sides"),
        (lambda: 3, "number of endings"),
        (lambda: 12213 / 3, "mean of the stretches"),
        (lambda: pd.Series({"ROK": 12213, "DPRK": 4390}), "One number is asked"),
    ],
}
RIGHT = {
    "2.1": lambda answer: [21.7, 21.70069],
    "2.2": lambda answer: [370],
    "2.3": lambda answer: [answer[::-1], pd.Series({2002: 1.0, 2000: 6.9, 2001: 1.6})],
    "2.4": lambda answer: [
        drawn(share("inbound", "outbound"), kind="bar"),
        drawn(share("inbound", "outbound")).figure,
        drawn(share("inbound", "outbound").rename(index=str), kind="bar"),
    ],
    "2.5": lambda answer: [96, 96.1],
    "2.6": lambda answer: [12213, np.int64(12213)],
}
