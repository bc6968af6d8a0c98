"""Exercises of 07_strategic_assumptions."""

import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load

FRIENDLY, HOSTILE = ("reciprocation", "concession", "dialogue"), ("provocation", "refusal", "reversal")
PRIOR, TAKER = {"Seoul": 0.5, "Washington": 0.2}, {"Seoul": 0.3, "Washington": 0.5}


def _signed(
    offers: bool = False,
    tiers: tuple[int, ...] = (1,),
    everybody: bool = False,
    alone: bool = False,
    last: str = "2021-03-14",
) -> pd.DataFrame:
    """Return day and sign (1 friendly, -1 hostile) of the events that count; ``last`` is the day before the article."""
    record = load("event_record")
    by_the_north = (record["actor"] == "DPRK") | ((record["actor"] == "joint") & (record["toward"] == "both"))
    if alone:
        by_the_north = record["actor"] == "DPRK"
    kept = record[(by_the_north | everybody) & record["tier"].isin(tiers) & (record["date"] <= last)]
    signs = dict.fromkeys(FRIENDLY, 1) | dict.fromkeys(HOSTILE, -1) | ({"overture": 1} if offers else {})
    table = pd.DataFrame({"day": pd.to_datetime(kept["date"], format="ISO8601"), "sign": kept["category"].map(signs)})
    return table.dropna().sort_values("day", kind="stable")


def _end(friendly: int, hostile: int, prior: float, taker: float, reciprocator: float = 0.6) -> float:
    odds = prior / (1 - prior) * (reciprocator / taker) ** friendly * ((1 - reciprocator) / (1 - taker)) ** hostile
    return float(odds / (1 + odds))


def _counts(signs: pd.Series | None = None) -> tuple[int, int]:
    """Return how many are friendly and how many hostile; without signs those of the whole record."""
    signs = _signed()["sign"] if signs is None else signs
    return int((signs > 0).sum()), int((signs < 0).sum())


def _ends(signs: pd.Series, prior: dict = PRIOR, taker: dict = TAKER) -> pd.Series:
    counts = _counts(signs)
    return pd.Series({ally: _end(*counts, prior[ally], taker[ally]) for ally in PRIOR})


def _slips(signs: pd.Series) -> list[tuple[pd.Series, str]]:
    """Return what a table of both beliefs becomes when the allies share a number, or in another form."""
    ends = _ends(signs)
    return [
        (
            _ends(signs, taker=dict.fromkeys(TAKER, TAKER["Seoul"])),
            "Both have Seoul's likelihoods. Give each ally its own.",
        ),
        (_ends(signs, prior=dict.fromkeys(PRIOR, PRIOR["Seoul"])), "Both have Seoul's prior. Give each ally its own."),
        *[
            ((ends * 100).round(digits), "These are percent. Numbers between 0 and 1 are asked.")
            for digits in (1, 2, 4)
        ],
        (ends.round(2), "Nearly: give three decimals."),
    ]


def _months(ties: int = 0) -> pd.Series:
    events = _signed()
    return events["sign"].groupby(events["day"].dt.to_period("M")).sum().replace(0, ties)


def _rounded(value: float) -> list[tuple[float, str]]:
    """Return the forms in which a probability is often given: rounded too far, or in percent."""
    percent = [
        (round(value * 100, digits), "That is in percent. A number between 0 and 1 is asked.") for digits in range(4)
    ]
    return [(round(value, 2), "Nearly: give three decimals, and do not round in between."), *percent]


def _largest(prior: float) -> float:
    counts, tried = _counts(), [taker / 100 for taker in range(30, 51)]
    return max([taker for taker in tried if _end(*counts, prior, taker) >= 0.5], default=0.3)


def _yearly(prior: float = 0.11, taker: float = 0.4, coding: str = "one process", unit: float = 100) -> pd.Series:
    events = _signed()
    of_2018 = (events["sign"] > 0) & (events["day"].dt.year == 2018)
    if coding == "one process":
        events = events[~of_2018 | (events.index == of_2018.idxmax())]
    elif coding == "tactical":
        events = events[~of_2018]
    ends = {2016: prior}
    for year in range(2017, 2021):
        signs = events.loc[events["day"].dt.year <= year, "sign"]
        ends[year] = _end(*_counts(signs), prior, taker)
    return pd.Series(ends) * unit


def _washington() -> float:
    return _ends(_signed()["sign"])["Washington"]


def _needed() -> float:
    return 0.6 * _washington() / (1 - _washington())


EXERCISES = {
    "7.1": Number(
        expected=lambda: _end(0, 2, 0.2, 0.5),
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="Two hostile acts, and a small step: its two types differ little in how often they are hostile.",
        hints=(
            "Odds of one to four, twice times the ratio of a hostile act, then back to a probability.",
            (
                "A hostile act has the probability one minus that of a friendly one: 0.4 under R. What is it under "
                "T? The belief after the first act is the prior of the second."
            ),
        ),
        mistakes=lambda: [
            (_end(0, 1, 0.2, 0.5), "That is the belief after one act. There are two."),
            (_end(2, 0, 0.2, 0.5), "You used the friendly probabilities. A hostile act is one minus friendly."),
            (_end(0, 2, 0.5, 0.5), "That begins from Seoul's prior. Take Washington's."),
            (_end(0, 2, 0.2, 0.3), "That is the taker whom Seoul has in mind. Take Washington's."),
            (0.25 * 0.8**2, "Those are the odds. Turn them into a probability: odds divided by one plus odds."),
            (0.2 * 0.8**2, "You multiplied the probability by the ratio. Only odds may be multiplied so."),
            (1 - _end(0, 2, 0.2, 0.5), "That is the belief in T. The belief in R is asked."),
            *_rounded(_end(0, 2, 0.2, 0.5)),
            (0.8 * 0.04, "That is the way through R only. Divide it by both ways together."),
        ],
    ),
    "7.2": Table(
        expected=lambda: _ends(_signed(offers=True)["sign"]),
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="Both rise, the gap grows, and nobody crosses the threshold. Is an offer an act?",
        hints=(
            "Keep core, give the category overture the sign friendly, and run the model for each ally.",
            (
                "`core` from step 2 is still true or false for each row of `record`. Make a larger dictionary: "
                '`{**SIGNS, "overture": "friendly"}`, and sign the rows of `record[core]` with it. The order of '
                "the events does not matter for the end: products don't mind order. The shape of the answer is "
                '`pd.Series({"Seoul": ..., "Washington": ...})`. An event without a sign stops `beliefs` with a '
                "KeyError: `.dropna()` drops it. `[-1]` takes the last belief."
            ),
        ),
        mistakes=lambda: [
            (_ends(_signed()["sign"]), "These are the beliefs without the offers. Give the category overture a sign."),
            (
                _ends(_signed(offers=True, everybody=True)["sign"]),
                "You counted the acts of the South and the United States too. Keep core.",
            ),
            (
                _ends(_signed(offers=True, alone=True)["sign"]),
                "You counted the acts of the North alone. Keep the joint ones too.",
            ),
            (
                _ends(_signed(offers=True, last="2021-12-31")["sign"]),
                "You counted to the end of the file. Stop on 14 March 2021: keep core.",
            ),
            (
                _ends(_signed(offers=True, tiers=(1, 2))["sign"]),
                "You counted tier 2 as well. Keep the core of the record.",
            ),
            *_slips(_signed(offers=True)["sign"]),
        ],
    ),
    "7.3": Number(
        expected=lambda: _largest(0.5),
        unit="a probability between 0 and 1",
        tolerance=0.004,
        correct="A few hundredths in a number that nobody can measure turn the conclusion round.",
        hints=(
            "Run the model once for each value, and take the last one that ends at one half or above.",
            (
                "`np.arange(0.30, 0.51, 0.01)` gives the values. For each of them take the last element of what "
                "`beliefs` returns."
            ),
        ),
        mistakes=lambda: [
            (_largest(0.5) + 0.01, "That is the first value at which Seoul falls below. The last one before is asked."),
            (_largest(0.2), "That is where one begins, or the answer for Washington's prior. Keep Seoul's, and go on."),
            (1.75, "That is the ratio of the map. The taker's share is 0.6 divided by it."),
            (_largest(0.5) * 100, "That is in percent. A number between 0 and 1 is asked."),
            (
                _end(*_counts(), 0.5, _largest(0.5)),
                "That is the belief at that value. The value itself, the probability for a taker, is asked.",
            ),
        ],
    ),
    "7.4": Chart(
        expected=_yearly,
        unit="percent",
        tolerance=0.006,
        correct="Once 2018 counts as one act, the year hardly shows, and she never comes near the threshold.",
        hints=(
            "Recode, run the model on the signs, take the last belief of each year and multiply by 100.",
            (
                "`recode_2018` makes her events. Put what `beliefs` returns into a Series with the years as index; "
                "the last value of each year is `.groupby(level=0).last()`. Put the prior before it with "
                "`pd.concat([pd.Series({2016: 0.11}), ...])`, and multiply by 100."
            ),
        ),
        from_zero=True,
        mistakes=lambda: [
            (_yearly(unit=1), "These are probabilities. Multiply by 100 for percent."),
            (_yearly().loc[2017:], "The prior is missing: put it before the first year."),
            (_yearly(coding="genuine"), "That counts every friendly act of 2018. She counts them as one process."),
            (_yearly(coding="tactical"), "That leaves out the friendly acts of 2018. She counts them as one."),
            (_yearly(taker=0.3), "That is the taker whom Seoul has in mind. Take hers."),
            (_yearly(taker=0.5), "That is the taker whom Washington has in mind. Take hers."),
            (_yearly(prior=0.5), "That begins from Seoul's prior. Take hers."),
            (_yearly().round(1), "Right so far, but rounded: do not round."),
        ],
    ),
    "7.5": Table(
        expected=lambda: _ends(_months()),
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="One ally changes sides of the threshold. How many independent witnesses does the record hold?",
        hints=(
            "Sum the signs of each month, drop the months that balance, and give each of the others one sign.",
            (
                '`score = events["sign"].map({"friendly": 1, "hostile": -1})`, grouped by '
                '`events["day"].dt.to_period("M")` and summed. Above zero is a friendly month, below zero a '
                "hostile one: `.gt(0)` says which, and `.map({True: ..., False: ...})` turns that into the two "
                "words that `beliefs` reads. Leave out the zeros first."
            ),
        ),
        mistakes=lambda: [
            (_ends(_signed()["sign"]), "That still counts each event. Let a month speak once."),
            (_ends(_months(ties=1)), "You counted the months that balance as friendly. Leave them out."),
            (_ends(_months(ties=-1)), "You counted the months that balance as hostile. Leave them out."),
            *_slips(_months()),
        ],
    ),
    "7.6": Number(
        expected=_needed,
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="So rarely would a taker have to do it. Name such an act, and ask whether both allies would agree.",
        hints=(
            "Write old odds times 0.6 over x equals the odds that belong to a belief of one half, and solve for x.",
            "A belief of 0.5 means odds of 1. Old odds times 0.6 divided by x must be 1. Solve for x.",
        ),
        mistakes=lambda: [
            (_needed() / 0.6, "Those are Washington's odds. Times the probability under R gives x."),
            (_washington(), "That is Washington's belief. Turn it into odds first."),
            (
                0.6 * _washington(),
                "You multiplied the belief. Multiply the odds: belief divided by one minus belief.",
            ),
            (0.6 / _needed(), "That is the likelihood ratio which is needed. Divide 0.6 by it."),
            *_rounded(_needed()),
            (0.6 * 0.05 / 0.95, 'You began from the rounded 0.05. Take now["Washington"].'),
        ],
    ),
}
