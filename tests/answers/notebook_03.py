"""Answers to 03_sanctions."""

import pandas as pd

from answers import drawn

CODES = {"SP01": 2, "SP08": 0, "SP17": -2, "SP23": 1, "SP32": 1, "SP37": 0}


def index():
    exports = pd.read_csv("../data/dprk_trade.csv").set_index("year")["exports_musd"].loc[2010:2024]
    return exports / exports[2016] * 100


WRONG = {
    "3.2": [
        (lambda: -pd.Series(CODES), "sign is turned round"),
        (lambda: pd.Series(CODES) * 0, "the same code"),
        (lambda: pd.Series(CODES) * 0 + 1, "the same code"),
        (lambda: pd.Series(CODES | {"SP17": 2}), "Two steps or more from ours: SP17."),
        (lambda: pd.Series(CODES | {"SP17": 0, "SP01": 0}), "from ours: SP01, SP17."),
        (lambda: pd.Series(CODES).drop("SP01"), "has no SP01"),
        (lambda: pd.Series(list(CODES.values())), "has no SP01, SP08"),
        (lambda: pd.Series(CODES | {"SP01": None}), "A code is missing"),
        (lambda: pd.Series(CODES | {"SP01": "2"}), "as numbers"),
        (lambda: pd.Series(CODES | {"SP01": 5}), "between -2 and 2"),
        (lambda: CODES, "A Series is asked; you gave a dictionary"),
        (lambda: list(CODES.values()), "Write pd.Series"),
    ],
    "3.3": [(lambda: "significantly", "stands in the Department's answer")],
}
RIGHT = {
    "3.1": lambda answer: [135.6, 135.64],
    "3.2": lambda answer: [
        answer[::-1],
        answer.clip(-1, 1),
        pd.Series(CODES | {"SP08": 1, "SP23": 2}),
        pd.Series(CODES | {"SP37": -1}),
    ],
    "3.3": lambda answer: ["Draconian", " draconian "],
    "3.4": lambda answer: [answer[::-1], pd.Series({2018: 59.6, 2020: 7.4}), pd.Series({2018: 60, 2020: 7})],
    "3.5": lambda answer: [drawn(index(), kind, scale="log") for kind in ("plot", "bar")] + [answer.figure],
    "3.6": lambda answer: [round(float(answer), 2), round(float(answer), 3)],
}
