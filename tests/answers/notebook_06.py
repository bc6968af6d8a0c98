"""Answers to 06_pyongyangs_record."""

import pandas as pd

from answers import drawn


def longer():
    table = pd.read_csv("../data/missile_tests.csv").set_index("year").loc[2012:2021]
    return table[["mrbm", "irbm", "icbm"]].sum(axis=1)


RIGHT = {
    "6.1": lambda answer: [504, 504.0],
    "6.2": lambda answer: [50, 50.0],
    "6.3": lambda answer: [pd.Series({"all": 38.9, "late": 16.7}), pd.Series({"late": 17, "all": 39}), answer[::-1]],
    "6.4": lambda answer: [drawn(longer(), kind="bar"), drawn(longer(), kind="bar").figure],
    "6.5": lambda answer: [2.95, 2.948, 2.9],
    "6.6": lambda answer: [2.365, 2.37, 2.4],
}
