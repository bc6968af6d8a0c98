"""Exercises of 09_what_happened_next."""

import pandas as pd

from ..questions import Number
from ..tables import load


def _outcome() -> pd.Series:
    return load("forecasts")["outcome"]


def brier(numbers: pd.Series | list[float] | float) -> float:
    """Return the mean Brier score of forecasts of the eight statements."""
    return ((numbers - _outcome()) ** 2).mean()


def _friend() -> list[float]:
    return [0.8] * 4 + [0.2] * 4


def _article(will: float, likely: float = 0.7, silence: float = 0.5) -> pd.Series:
    return load("forecasts")["word"].map({"will": will, "likely": likely}).fillna(silence)


def _ban(start: str = "2021-03-30", end: str = "2023-09-26") -> int:
    """Return the days between two dates; without them, from the first day of the ban to the day of the court."""
    return (pd.Timestamp(end) - pd.Timestamp(start)).days


EXERCISES = {
    "9.1": Number(
        expected=lambda: 0.9**2,
        unit="a score between 0 and 1",
        tolerance=0.006,
        correct="Nearly the worst score. Had it come true, 0.9 would have cost only a hundredth.",
        hints=(
            "Take the distance between your number and the outcome, and square it. Which number is the outcome?",
            "What did not come true has the outcome 0. The distance is 0.9.",
            "Write `(0.9 - 0) ** 2` in place of the dots.",
        ),
        mistakes=lambda: [
            ((0.9 - 1) ** 2, "That is the score if it had come true. It did not."),
            (0.9, "That is the distance. Square it: times itself."),
            (0.9 * 2, "You took the distance two times. Squared means times itself."),
            (0.1, "That is the distance to 1, and not squared. It did not come true: the outcome is 0."),
            (-(0.9**2), "A squared distance is never below 0."),
            (81, "A score between 0 and 1 is asked."),
        ],
    ),
    "9.2": Number(
        expected=lambda: brier(_friend()),
        unit="a score between 0 and 1",
        tolerance=0.006,
        correct="She beats the coin, with two errors among eight. By knowledge or by luck? Eight cannot tell.",
        hints=(
            "Write the eight numbers between square brackets, with commas between them, and give the list to `brier`.",
            "First 0.8 four times, then 0.2 four times. Behind the list, after a comma, stands `outcome`.",
            "Write `brier([0.8, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2, 0.2], outcome)` in place of the dots.",
        ),
        mistakes=lambda: [
            (brier([0.2] * 4 + [0.8] * 4), "You turned the two halves round. The first four get 0.8."),
            (brier(_friend()) * 8, "That is the sum of the eight scores. Take their mean."),
            (brier(0.8), "You gave one number to all eight. The two halves get different ones."),
            (brier(0.5), "That is the coin. Put the friend's numbers in the list."),
        ],
    ),
    "9.3": Number(
        expected=lambda: brier(_article(0.7)),
        unit="a score between 0 and 1",
        tolerance=0.006,
        correct="Now the article is a little better than the coin. The order depends on our translation.",
        hints=(
            "Change one number in the line of the task: the one behind will.",
            'Between curly brackets stands then `{"will": 0.7, "likely": 0.7}`.',
            'Write `brier(forecasts["word"].map({"will": 0.7, "likely": 0.7}).fillna(0.5), outcome)` for the dots.',
        ),
        mistakes=lambda: [
            (brier(_article(0.9)), "That is our translation. Change the number behind will."),
            (brier(_article(0.9, 0.9)), "You changed likely. Change will, and leave likely at 0.7."),
            (brier(_article(0.7, silence=0.7)), "You changed the number for silence, too. It stays at 0.5."),
        ],
    ),
    "9.4": Number(
        expected=_ban,
        unit="days",
        tolerance=0,
        correct="About two and a half years. A president's term in Seoul is five years.",
        hints=(
            "Which two rows of the lane begin and end the ban? Take their dates.",
            "The ban takes effect on 30 March 2021. The court's row has the other date.",
            'Write `(pd.Timestamp("2023-09-26") - pd.Timestamp("2021-03-30")).days` in place of the dots.',
        ),
        mistakes=lambda: [
            (-_ban(), "Subtract the earlier date from the later one."),
            (_ban() + 1, "You counted both the first and the last day. Days between two dates count one of them."),
            (_ban(end="2025-12-02"), "That day brought a law on aviation. The court acted earlier."),
            (_ban(end="2025-12-14"), "That day brought a new law for the police. The court acted earlier."),
            (_ban(start="2021-04-15"), "That is the day of the hearing in Washington. The ban had begun before."),
            (_ban("2021-04-08", "2021-09-01"), "Those are the days of the example. Put your two dates in."),
            (_ban(start="2020-12-14"), "On that day the law was passed. When did it take effect?"),
        ],
    ),
}
