"""Exercises of 00_start_here."""

import pandas as pd

from ..questions import Number, Word
from ..tables import load


def _claims_by_dispute() -> pd.Series:
    return load("article_claims")["dispute"].value_counts()


EXERCISES = {
    "0.1": Number(
        expected=lambda: _claims_by_dispute()["engagement"],
        unit="claims",
        within=0,
        right="That is how every check works: an answer, a sentence, and another try if you need one.",
        hint='Count the rows whose dispute is "engagement".',
        mistakes=lambda: [
            (len(load("article_claims")), "That is the number of all claims. Count only those on engagement."),
            (
                load("article_paragraphs")["dispute"].eq("engagement").sum(),
                "That is the number of paragraphs on engagement. Count its claims.",
            ),
        ],
    ),
    "0.2": Word(
        expected=lambda: _claims_by_dispute().idxmax(),
        choices=lambda: sorted(_claims_by_dispute().index),
        right="Most claims is not the same as most important: the article spends its last word on another dispute.",
        hint="Count the claims of each dispute with value_counts() and take the largest.",
        mistakes=lambda: [(_claims_by_dispute().idxmin(), "That dispute has the fewest claims. Take the other end.")],
    ),
}
