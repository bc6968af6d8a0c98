"""Exercises of 04_humanitarian_access."""

import pandas as pd

from ..questions import Number
from ..tables import load

SANCTIONS = "sanctions|banking"
ARTICLE = "2021-03-15"


def _goods(first: str, last: str) -> float:
    """Return the mean of the known months of goods to the North, in million dollars."""
    months = load("china_trade_monthly").set_index("month")["to_dprk_musd"]
    return months[first:last].mean()


def _still() -> float:
    """Return what percentage of a month of 2019 came in a month of the closed border."""
    return _goods("2020-02", "2021-03") / _goods("2019-01", "2019-12") * 100


def _days(measure: str) -> pd.Series:
    return load("exemptions_1718").query("measure == @measure").set_index("year")["value"]


def _fall(measure: str) -> float:
    days = _days(measure)
    return (days[2018] - days[2019]) / days[2018] * 100


def _first(cause: str, when: str = "before", since: str = "2017-12") -> int:
    """Return how many statements on a time, made since a month, put a cause first."""
    rows = load("access_constraints").query("refers_to == @when and date >= @since")
    return (rows["primary_cause"] == cause).sum()


def _lead(when: str = "before", since: str = "2017-12") -> int:
    """Return by how many statements sanctions lead over refusals of the North."""
    return _first("sanctions", when, since) - _first("dprk_policy", when, since)


def _naming(*causes: str, until: str = "9999") -> int:
    """Return how many statements on the time after, made before a day, name all these causes, in any place."""
    rows = load("access_constraints").query("refers_to == 'after' and date < @until")
    named = rows["primary_cause"] + ";" + rows["other_causes"].fillna("")
    return sum(named.str.contains(cause).astype(int) for cause in causes).eq(len(causes)).sum()


EXERCISES = {
    "4.1": Number(
        expected=_still,
        unit="percent",
        tolerance=0.06,
        correct="About a tenth, most of it in the summer of 2020. In some months next to nothing came.",
        hints=(
            "Percent is a part divided by its whole, times 100. Which of the two months is the whole?",
            "The whole is the month of 2019, the part is the month of the closed border.",
            "Write `month_closed / month_2019 * 100` in place of the dots.",
        ),
        mistakes=lambda: [
            (round(_still()), "Right, but rounded too far. Give one decimal."),
            (_still() / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (1e4 / _still(), "You divided the month of 2019 by the other one. It goes the other way round."),
            (100 - _still(), "That is what was lost. What still came is asked."),
            (_still() - 100, "That is the change. What still came is asked."),
        ],
    ),
    "4.2": Number(
        expected=lambda: _fall("approval_days_mean"),
        unit="percent",
        tolerance=0.06,
        correct="More than four fifths of the wait was gone by mid-2019. Which year does the word 'swift' fit?",
        hints=(
            "A fall in percent: the old number less the new one, divided by the old one, times 100.",
            "The old number is the wait of 2018, the new one that of 2019. Mind the round brackets.",
            "The days are 99 and 15. Write `(99 - ...) / 99 * 100` with the new number in place of the dots.",
        ),
        mistakes=lambda: [
            (round(_fall("approval_days_mean")), "Right, but rounded too far. Give one decimal."),
            (-_fall("approval_days_mean"), "The size is right. A fall is asked: leave out the minus sign."),
            (_fall("approval_days_mean") / 100, "That is the fall as a fraction. Multiply by 100 for percent."),
            (
                _days("approval_days_mean")[2018] - _days("approval_days_mean")[2019],
                "That is the fall in days. Divide it by the old number, times 100.",
            ),
            (100 - _fall("approval_days_mean"), "That is what was left of the wait, in percent. The fall is asked."),
            (
                (_days("approval_days_mean")[2018] / _days("approval_days_mean")[2019] - 1) * 100,
                "You divided by the new number. Can a wait fall by more than all of it?",
            ),
            (-_fall("approved_para25"), "That is the rise of the approvals. Take the days."),
        ],
    ),
    "4.3": Number(
        expected=_lead,
        unit="statements",
        tolerance=0,
        correct="A lead of three, made by the choice of a month. Would you accept that month from the other side?",
        hints=(
            "Two lines: first keep the rows of before from December 2017 on, then take two counts and subtract.",
            'The first line is `recent = before[before["date"] >= "2017-12"]`, then count in `recent`.',
            'From `(recent["primary_cause"] == "sanctions").sum()` subtract the same count of `"dprk_policy"`.',
        ),
        mistakes=lambda: [
            (_lead(since=""), "That is the tie of all rows. Keep those from December 2017 on, and count in them."),
            (-_lead(), "The size is right. Sanctions less refusals is asked, not the other way round."),
            (_first("sanctions"), "That is the count of sanctions. Subtract that of the refusals."),
            (_first("dprk_policy"), "That is the count of the refusals. Subtract it from that of sanctions."),
            (_lead(since="2018"), "Is a row missing, that of December 2017? Use `>=`. Or did you take the time after?"),
            (_first("sanctions") + _first("dprk_policy"), "You added the two counts. Subtract one from the other."),
            (
                load("access_constraints").query("refers_to == 'before' and date >= '2017-12'").shape[0],
                "That is how many rows are left. Count the two causes in them.",
            ),
        ],
    ),
    "4.4": Number(
        expected=lambda: _naming("border_closure", SANCTIONS),
        unit="statements",
        tolerance=0,
        correct="More than a quarter name both. 'Rather than' has no place for them. How many of the rest name one?",
        hints=(
            "Both conditions stand in one pair of round brackets, with `&` between them.",
            'The two conditions are `after["names_border"]` and `after["names_sanctions"]`.',
            'Write `(after["names_border"] & after["names_sanctions"]).sum()` in place of the dots.',
        ),
        mistakes=lambda: [
            (
                _naming("border_closure"),
                "Those name the border, with sanctions or without them. Add the second column.",
            ),
            (
                _naming(SANCTIONS),
                "Those name sanctions or banks, with the border or without it. Add the second column.",
            ),
            (
                _naming("border_closure") + _naming(SANCTIONS),
                "You added the two counts. Whoever names both is counted twice there. Use `&`.",
            ),
            (
                _naming("border_closure") + _naming(SANCTIONS) - _naming("border_closure", SANCTIONS),
                "Those name one *or* the other. For both use `&`.",
            ),
            (_naming(SANCTIONS, until=ARTICLE), "That is the line of the task. Put the two columns together."),
            (
                _naming("border_closure", SANCTIONS, until=ARTICLE),
                "Those were made before the article. Take all on the time after.",
            ),
        ],
    ),
}
