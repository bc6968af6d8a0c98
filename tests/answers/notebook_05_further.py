"""Answers to 05_human_rights_further."""

import pandas as pd

from answers import drawn


def share():
    rows = pd.read_csv("../data/un_rights_resolutions.csv")
    rows = rows[(rows["stage"] == "plenary") & (rows["adopted_by"] == "vote")].set_index("year")
    return rows["yes"] / rows[["yes", "no", "abstain"]].sum(axis=1) * 100


WRONG = {
    "5.5": [
        (lambda: "33.3", "without quotation marks"),
        (lambda: pd.Series([33.3, 66.7]), "One number is asked"),
        (lambda: 50.0, "Cross the two columns"),
    ],
    "5.6": [
        (lambda: drawn(share()), "Begin the vertical axis at zero"),
        (lambda: drawn(share(), kind="barh"), "lie on their side"),
        (lambda: drawn(share(), kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(share(), kind="bar", title=""), "Say the finding in a title"),
        (lambda: drawn(list(share()), kind="bar"), "not over their years"),
        (lambda: share(), "The chart itself is asked"),
    ],
    "5.7": [
        (lambda: "674", "without quotation marks"),
        (lambda: 500, "Find the change a year"),
    ],
    "5.8": [
        (lambda: "253", "without quotation marks"),
        (lambda: (253, 4), "with a point"),
        (lambda: 12, "Divide all leaflets"),
    ],
}
RIGHT = {
    "5.5": lambda answer: [33.3, 33],
    "5.6": lambda answer: [drawn(share(), kind="bar"), drawn(share().rename(index=str), kind="bar").figure],
    "5.7": lambda answer: [673.6, 674, round(answer)],
    "5.8": lambda answer: [253.4, 253],
}
