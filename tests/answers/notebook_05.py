"""Answers to 05_human_rights."""

import pandas as pd

from answers import drawn

SOME = ["for", "mixed", "against"] * 5


def votes(stage="plenary"):
    rows = pd.read_csv("../data/un_rights_resolutions.csv")
    rows = rows[(rows["body"] == "UNGA") & (rows["stage"] == stage) & (rows["adopted_by"] == "vote")]
    return rows.set_index("year")[["yes", "no", "abstain"]]


def share(column="yes", stage="plenary", of=("yes", "no", "abstain")):
    return votes(stage)[column] / votes(stage)[list(of)].sum(axis=1) * 100


def camps(conservative, progressive):
    return pd.Series({"conservative": conservative, "progressive": progressive})


WRONG = {
    "5.1": [
        (lambda: 15, "Mind the sign"),
        (lambda: 91, "from the vote"),
        (lambda: -16, "One day off"),
        (lambda: 83, "the cabinet's approval"),
        (lambda: 76, "from the promulgation"),
        (lambda: 284, "from the warning"),
        (lambda: 910, "in all"),
        (lambda: 3, "Subtract the first day in force"),
        (lambda: pd.Timedelta(days=-15), "you gave a span of time"),
        (lambda: "-15", "without quotation marks"),
    ],
    "5.2": [
        (lambda: 16_220_000 / 64, "asked in thousands"),
        (lambda: 16_220 / 75, "launches of any kind"),
        (lambda: 16_220 / 66, "under three presidents"),
        (lambda: 315, "the printed figure"),
        (lambda: 51, "how many launches"),
        (lambda: 0.253, "in millions"),
        (lambda: 19_239 / 94, "the ministry's count"),
        (lambda: 19_239 / 64, "mixed two counters"),
        (lambda: 12, "Divide all leaflets"),
        (lambda: "253", "without quotation marks"),
    ],
    "5.3": [
        (lambda: SOME[:13], "does not have 14 codes"),
        (lambda: SOME, "does not have 14 codes"),
        (lambda: [*SOME[:3], ..., *SOME[:10]], "Statement number 4 has no code yet"),
        (lambda: [*SOME[:13], "pro"], "The code of statement number 14"),
        (lambda: [1] * 14, "The code of statement number 1"),
        (lambda: ["for"] * 14, "one and the same code"),
        (lambda: "for", "A list of 14 words is asked"),
        (lambda: {"LR03": "for"}, "A list of 14 words is asked"),
    ],
    "5.4": [
        (lambda: 40 / 44, "percent agreement"),
        (lambda: 0.498, "expected by chance"),
        (lambda: 81.87, "no percentage"),
        (lambda: 82, "no percentage"),
        (lambda: 40 / 44 - 0.49845, "did not yet divide"),
        (lambda: 0.9481, "calls mixed"),
        (lambda: 0.6705, "left out Pyongyang"),
        (lambda: 0.8, "two decimals"),
        (lambda: 0.625, "the 14 blind statements"),
        (lambda: -0.7247, "swapped the words"),
        (lambda: 0.1, "make the table square"),
        (lambda: "0.82", "without quotation marks"),
        (lambda: pd.Series({"kappa": 0.82}), "One number is asked"),
    ],
    "5.5": [
        (lambda: camps(1.0, 1 / 3), "fractions"),
        (lambda: camps(12.0, 3.0), "counts"),
        (lambda: camps(0.0, 200 / 3), "without Seoul's name"),
        (lambda: camps(12 / 21 * 100, 3 / 21 * 100), "by all texts"),
        (lambda: camps(80.0, 20.0), "divided between the camps"),
        (lambda: camps(96.667, 21.053), "the Council too"),
        (lambda: camps(50.0, 50.0), "For each text"),
        (lambda: pd.Series([100, 33.3]), "labels of your Series"),
        (lambda: 33.3, "A Series is asked; you gave a number"),
    ],
    "5.6": [
        (lambda: drawn(votes()["yes"]), "These are votes"),
        (lambda: drawn(share() / 100), "fractions"),
        (lambda: drawn(share(of=("yes", "no"))), "left out the abstentions"),
        (lambda: drawn(votes()["yes"] / 193 * 100, kind="bar"), "all members"),
        (lambda: drawn(share(stage="third_committee")), "Third Committee"),
        (lambda: drawn(100 - share()), "no and abstentions together"),
        (lambda: drawn(share("no")), "share of no"),
        (lambda: drawn(share()), "Begin the vertical axis at zero"),
        (lambda: drawn(share(), kind="barh"), "lie on their side"),
        (lambda: drawn(share(), kind="bar", ylabel=""), "Name the vertical axis"),
        (lambda: drawn(share(), kind="bar", title=""), "Say the finding in a title"),
        (lambda: drawn(list(share()), kind="bar"), "not over their years"),
        (lambda: drawn(None), "no line and no bar"),
        (lambda: share(), "The chart itself is asked"),
    ],
}
RIGHT = {
    "5.1": lambda answer: [-15, -15.0],
    "5.2": lambda answer: [253.4, 253],
    "5.3": lambda answer: [SOME[:14], tuple(SOME[:14]), pd.Series(SOME[:14])],
    "5.4": lambda answer: [0.82, 0.819],
    "5.5": lambda answer: [camps(100.0, 33.3), answer[::-1]],
    "5.6": lambda answer: [drawn(share(), kind="bar"), drawn(share().rename(index=str), kind="bar").figure],
}
