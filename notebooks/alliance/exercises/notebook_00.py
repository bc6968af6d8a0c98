"""Exercise of 00_start_here."""

from ..questions import Number
from ..tables import load


def _claims(dispute: str) -> int:
    return (load("article_claims")["dispute"] == dispute).sum()


EXERCISES = {
    "0.1": Number(
        expected=lambda: _claims("engagement"),
        unit="claims",
        tolerance=0,
        correct="That is how every check works: an answer, a sentence, and another try if you need one.",
        hints=(
            "Change one word in the cell above the exercise, and run it.",
            'The line is `print((claims["dispute"] == "engagement").sum())`; what is the number under it?',
        ),
        mistakes=lambda: [
            (_claims("sanctions"), "That is the number of claims on sanctions. Change the word in the cell above."),
            (len(load("article_claims")), "That is the number of all claims. Count only those on engagement."),
            (
                load("article_paragraphs")["dispute"].eq("engagement").sum(),
                "That is the number of paragraphs on engagement. Count its claims.",
            ),
        ],
    ),
}
