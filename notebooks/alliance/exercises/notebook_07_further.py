"""Exercises of 07_strategic_assumptions_further."""

import math

import pandas as pd

from ..questions import Chart, Number
from ..tables import load
from .notebook_07 import acts, belief, counts

KIND, NEITHER = ["EV097", "EV116", "EV126", "EV130", "EV133"], ["EV008", "EV066", "EV129", "EV134"]


def _words() -> tuple[int, int]:
    """Return how many statements of the North before the article are kind, and how many are hard."""
    record = load("event_record")
    words = record[(record["actor"] == "DPRK") & (record["category"] == "statement") & (record["date"] < "2021-03-15")]
    return len(KIND), int((~words["event_id"].isin(KIND + NEITHER)).sum())


def _with_words(kind: int = 0, hard: int = 0, prior: float = 0.5, taker: float = 0.3, times: int = 1) -> float:
    """Return the belief at the end when words count, too: so many kind ones as friendly, so many hard as hostile."""
    friendly, hostile = counts(acts()["friendly"])
    return belief(prior, taker, times * friendly + kind, times * hostile + hard)


def _none_friendly(year: int) -> float:
    """Return in how many percent of all orders of the acts none of a year is friendly."""
    rows = acts()
    friendly, of_year = rows["friendly"].sum(), (rows["year"] == year).sum()
    return math.comb(len(rows) - of_year, friendly) / math.comb(len(rows), friendly) * 100


def _rarely(prior: float = 0.2, taker: float = 0.5) -> float:
    """Return how rarely a taker may do an act that lifts the belief at the end to one half."""
    end = _with_words(prior=prior, taker=taker)
    return 0.6 * end / (1 - end)


def _citizen(prior: float = 0.29, taker: float = 0.4, alone: bool = False) -> pd.Series:
    """Return the citizen's belief in percent at the end of each year; ``alone``: after the acts of that year only."""
    rows, beliefs = acts(), {2016: prior}
    for year in range(2017, 2021):
        counted = rows["year"] == year if alone else rows["year"] <= year
        beliefs[year] = belief(prior, taker, *counts(rows.loc[counted, "friendly"]))
    return pd.Series(beliefs) * 100


EXERCISES = {
    "7.5": Number(
        expected=lambda: _with_words(*_words()),
        unit="a probability between 0 and 1",
        tolerance=0.006,
        correct="Far below the lesson's end: the North said more hard words than kind ones. Who sorted them?",
        hints=(
            "Put the kind words and the hard words under the acts, and give the whole table to `end_belief`.",
            "`pd.concat` takes as many tables as one likes in its list: the acts once, then each table of words.",
            "Write `end_belief(0.5, 0.3, pd.concat([acts, kind_words, hard_words]))` in place of the dots.",
        ),
        mistakes=lambda: [
            (_with_words(), "No word counts yet. Put both tables of words under the acts."),
            (_with_words(kind=len(KIND)), "Only the kind words count so far. The hard ones are asked, too."),
            (_with_words(hard=_words()[1]), "Nearly 0: do only the hard words count? Both are asked, and Reader A."),
            (_with_words(*_words(), times=0), "These are the words without the acts. Keep the acts, too."),
            (_with_words(*_words(), times=2), "The acts are in your table twice. Take them once."),
        ],
    ),
    "7.6": Number(
        expected=lambda: _none_friendly(2020),
        unit="percent",
        tolerance=0.35,
        correct="About one shuffle in a hundred, as 2018 took most friendly acts. Without 2018 it is not rare.",
        hints=(
            "Ask of each row of the column 2020 whether it is zero. What share of the answers is True?",
            "The answers: `shuffled[2020] == 0`. Their mean is the share that is True; times 100 it is percent.",
            "Write `(shuffled[2020] == 0).mean() * 100` in place of the dots.",
        ),
        mistakes=lambda: [
            (_none_friendly(2020) / 100, "A fraction? Multiply it by 100. The year 2018? Take the column 2020."),
            (100 - _none_friendly(2020), "In so many percent there is at least one friendly act. None is asked."),
            (_none_friendly(2017), "That is the year 2017. Take the column 2020."),
        ],
    ),
    "7.7": Number(
        expected=_rarely,
        unit="a probability between 0 and 1",
        tolerance=0.0003,
        correct="Fewer than two of a hundred takers. Is there such an act, and would both allies call it so?",
        hints=(
            "Write down both ways to the act, one through each type. At a belief of one half they are equal.",
            "With `b` for the belief: `b * 0.6` on the one side, `1 - b` times what is asked on the other.",
            "With `b = end_belief(0.2, 0.5, acts)` the line is `answer_7_7 = b * 0.6 / (1 - b)`.",
        ),
        mistakes=lambda: [
            (_with_words(prior=0.2, taker=0.5), "That is where Reader B stands. How rarely may a taker do the act?"),
            (
                0.6 * _with_words(prior=0.2, taker=0.5),
                "That is one way, through the reciprocator. Divide it by the belief in a taker.",
            ),
            (_rarely() / 0.6, "These are the odds at the end. Multiply them by the 0.6 of the reciprocator."),
            (_rarely(0.5, 0.3), "That begins where Reader A ends, and A is above one half already. Take B."),
            (_rarely() * 100, "That is in percent. A number between 0 and 1 is asked."),
            (0.6 / _rarely(), "So many times more often must a reciprocator do it. How often may a taker?"),
        ],
    ),
    "7.8": Chart(
        expected=_citizen,
        unit="belief in percent",
        tolerance=0.6,
        correct="One year lifts her from doubt to near certainty, and two years take her back. So strong is the coin.",
        hints=(
            "Make five numbers: her start, and what `end_belief` gives for the acts up to each year, all times 100.",
            "For one year: `end_belief(29 / 100, 0.4, acts[acts['year'] <= 2017]) * 100`. Four of these after it.",
            (
                "`ax.bar(range(2016, 2021), [29, 3, ...])`, a title and a name for the vertical axis, "
                "and last `answer_7_8 = ax`."
            ),
        ),
        mistakes=lambda: [
            (_citizen() / 100, "These are probabilities. Multiply them by 100 for percent."),
            (_citizen().loc[2017:], "Her start is missing: put it before the first year, at 2016."),
            (_citizen(taker=0.3), "That is the taker of Reader A. She says 4 of 10."),
            (_citizen(taker=0.5), "That is the taker of Reader B. She says 4 of 10."),
            (_citizen(prior=0.2), "That begins where Reader B begins. Take her own start."),
            (_citizen(prior=0.5), "That begins where Reader A begins. Take her own start."),
            (_citizen(alone=True), "Each year begins again from her start. Take all acts up to the end of the year."),
            (100 - _citizen(), "That is her belief in a taker. Draw the one in a reciprocator."),
        ],
        from_zero=True,
    ),
}
