"""Answers to 03_sanctions."""

import pandas as pd

from answers import drawn

CODES = {"SP01": 2, "SP08": 0, "SP17": -2, "SP23": 1, "SP32": 1, "SP37": 0}


def exports():
    return pd.read_csv("../data/dprk_trade.csv").set_index("year")["exports_musd"].loc[2010:2024]


def index(base=2016):
    return exports() / exports()[base] * 100


def on_a_log_scale(values, **options):
    ax = drawn(values, **options)
    ax.set_yscale("log")
    return ax


def coefficient(without, last=2020, shift=0):
    tests = pd.read_csv("../data/missile_tests.csv").set_index("year")["missiles"].loc[2006:last]
    votes = pd.Series({2006: 2, 2009: 1, 2013: 2, 2016: 2, 2017: 4}).reindex(tests.index, fill_value=0).shift(shift)
    return tests.drop(without).corr(votes.drop(without))


WRONG = {
    "3.1": [
        (lambda: 291.89 / 215.2, "as a fraction"),
        (lambda: 291.89 / 1731 * 100, "2017 as its base"),
        (lambda: 215.2 / 291.89 * 100, "the other way round"),
        (lambda: 2003.5 / 2573.82 * 100, "index of the purchases"),
        (lambda: 291.89 / 215.2 * 100 - 100, "change in percent"),
        (lambda: 291.89 / 213.21 * 100, "not the last full year"),
        (lambda: 16.9 / 12.4 * 100, "rounded index numbers"),
        (lambda: 2019, "That is the base year"),
        (lambda: 136, "One decimal"),
        (lambda: 50, "by the sales of the base year"),
        (lambda: "135.6", "without quotation marks"),
    ],
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
    "3.3": [
        (lambda: "flexibility", "of another row"),
        (lambda: "increase", "of another row"),
        (lambda: "significantly", "stands in the Department's answer"),
        (lambda: "the", "those most in need"),
        (lambda: "harsh", "Choose one of"),
        (lambda: "Stringent", "the Department's word"),
        (lambda: ["draconian"], "A word in quotation marks"),
        (lambda: " ", "empty"),
    ],
    "3.4": [
        (lambda: pd.Series({2018: 0.59649, 2020: 0.07431}), "fractions"),
        (lambda: pd.Series({2018: 40.35, 2020: 92.57}), "lost purchases"),
        (lambda: pd.Series({2018: 87.68, 2020: 77.70}), "how far the sales fell"),
        (lambda: pd.Series({2018: -59.65, 2020: -7.43}), "positive"),
        (lambda: pd.Series({2018: 1.0, 2020: 2.0}), "lost sales plus lost purchases"),
        (lambda: pd.Series({2018: 59.65}), "has 1 row; 2 are asked"),
        (lambda: pd.Series([59.65, 7.43]), "labels of your Series"),
        (lambda: 59.6, "A Series is asked; you gave a number"),
    ],
    "3.5": [
        (lambda: drawn(index()), "Use a log scale"),
        (lambda: on_a_log_scale(index() / 100), "stands at one"),
        (lambda: on_a_log_scale(exports()), "in million dollars"),
        (lambda: on_a_log_scale(index(2017)), "2017 as its base"),
        (lambda: on_a_log_scale(index(2010), kind="bar"), "the first year"),
        (lambda: on_a_log_scale(index(), ylabel=""), "Name the vertical axis"),
        (lambda: on_a_log_scale(index(), title=""), "Say the finding in a title"),
        (lambda: on_a_log_scale(list(index())), "not over their years"),
        (lambda: drawn([1, 2, 3]), "divide them by those of 2016"),
        (lambda: index(), "The chart itself is asked"),
    ],
    "3.6": [
        (lambda: coefficient([]), "all fifteen years"),
        (lambda: coefficient([2016, 2017]), "two years"),
        (lambda: coefficient([2016]), "You left out 2016"),
        (lambda: coefficient([2019]), "You left out 2019"),
        (lambda: coefficient([], last=2023), "to 2023"),
        (lambda: coefficient([2017], shift=-1), "year after"),
        (lambda: 0.9, "Drop 2017"),
        (lambda: pd.Series([0.2]), "One number is asked"),
    ],
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
    "3.5": lambda answer: [on_a_log_scale(index(), kind="bar"), on_a_log_scale(index()).figure],
    "3.6": lambda answer: [round(float(answer), 2), round(float(answer), 3)],
}
