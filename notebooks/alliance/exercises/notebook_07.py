"""Exercises of 07_strategic_assumptions."""

import pandas as pd

from ..questions import Number
from ..tables import load

FRIENDLY, HOSTILE = ["concession", "dialogue", "reciprocation"], ["force", "launch", "refusal", "reversal"]


def acts() -> pd.DataFrame:
    """Return category, year and sign (``friendly``) of the acts of the North that count, one launch a month."""
    record = load("event_record")
    together = (record["actor"] == "joint") & (record["toward"] == "both")
    rows = record[((record["actor"] == "DPRK") | together) & (record["date"] < "2021-03-15")]
    further = rows.assign(month=rows["date"].str[:7]).duplicated(["category", "month"])
    rows = rows[~(further & (rows["category"] == "launch")) & rows["category"].isin(FRIENDLY + HOSTILE)]
    return rows[["category"]].assign(year=rows["date"].str[:4].astype(int), friendly=rows["category"].isin(FRIENDLY))


def counts(friendly: pd.Series) -> tuple[int, int]:
    """Return how many acts are friendly and how many hostile."""
    return int(friendly.sum()), int((~friendly).sum())


def share(reciprocator: float, taker: float) -> float:
    """Return the part of both ways that leads through a reciprocator."""
    return reciprocator / (reciprocator + taker)


def belief(prior: float, taker: float, friendly: int, hostile: int) -> float:
    """Return the belief in a reciprocator after acts of both kinds."""
    return share(prior * 0.6**friendly * 0.4**hostile, (1 - prior) * taker**friendly * (1 - taker) ** hostile)


def _end(prior: float, taker: float, without: str = "") -> float:
    """Return the belief in a reciprocator after all acts, without those of one category."""
    return belief(prior, taker, *counts(acts().query("category != @without")["friendly"]))


def _after(prior: float, reciprocator: float = 0.6, taker: float = 0.05) -> float:
    """Return the belief after one act more."""
    return share(prior * reciprocator, (1 - prior) * taker)


def _low() -> float:
    """Return where Reader B ends."""
    return _end(0.2, 0.5)


EXERCISES = {
    "7.1": Number(
        expected=lambda: share(32, 14),
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="It falls a little. Most reciprocators are hostile now and then, too.",
        hints=(
            "Only those that act hostile count now: how many of each type, and how many together?",
            "The two numbers stand in the column `act_hostile`. Divide that of the reciprocators by their sum.",
            "Write `32 / (32 + 14)` in place of the dots.",
        ),
        mistakes=lambda: [
            (share(48, 6), "That is the belief after a friendly act. The act is hostile."),
            (share(14, 32), "That is the belief in a taker. The belief in a reciprocator is asked."),
            (32 / 100, "You divided by all 100. Only those that act hostile are left."),
            (32 / 80, "That is how often a reciprocator is hostile. How often does a hostile act come from one?"),
            (14 / 20, "So often is a taker hostile. If you have only rounded your answer: three decimals are asked."),
            (share(32, 14) * 100, "That is in percent. A number between 0 and 1 is asked."),
        ],
    ),
    "7.2": Number(
        expected=lambda: _after(_after(0.2, taker=0.3), taker=0.3),
        unit="a probability between 0 and 1",
        tolerance=0.0006,
        correct="Two friendly acts lift the doubtful start to an open question. Keep that in mind for the two lines.",
        hints=(
            "After the first act do the same again: six of ten, and three of ten, of those that are left.",
            "First act: `20 * 0.6` of the 20, and `80 * 0.3` of the 80. Of these, six of ten and three of ten again.",
            "Twice friendly are `20 * 0.6 * 0.6` and `80 * 0.3 * 0.3`. Which part of both together are the first?",
        ),
        mistakes=lambda: [
            (_after(0.2, taker=0.3), "That is the belief after one friendly act. There are two."),
            (_after(_after(0.8, taker=0.3), taker=0.3), "You began with 80 reciprocators. Here it is 20."),
            (0.2 * 0.6 * 0.6, "That is the way through the reciprocators alone. Divide it by both ways together."),
            (7.2, "So many reciprocators act friendly twice. Which part are they of all that do so?"),
            (_after(_after(0.2, 0.4, 0.7), 0.4, 0.7), "That is the belief after two hostile acts."),
            (50, "That is in percent. A number between 0 and 1 is asked."),
        ],
    ),
    "7.3": Number(
        expected=lambda: _end(0.5, 0.3, without="refusal"),
        unit="a probability between 0 and 1",
        tolerance=0.006,
        correct="Nearly sure. One choice of a doubter sends Reader A to 0, one choice of a hopeful reader up to here.",
        hints=(
            "Drop the refusals from `acts`, and give what is left to `end_belief`. Everything else stays.",
            "In the line of the task put another word in place of `dialogue`, the name of the category.",
            'Write `end_belief(0.5, 0.3, acts[acts["category"] != "refusal"])` in place of the dots.',
        ),
        mistakes=lambda: [
            (_end(0.5, 0.3), "Nothing was dropped. Write the name of the category exactly as it stands in the rule."),
            (_end(0.5, 0.3, without="dialogue"), "You left out the meetings, as the example did. Leave out refusals."),
            (_end(0.5, 0.3, without="launch"), "You left out the launches. Leave out the refusals."),
            (_end(0.5, 0.3, without="reversal"), "You left out the steps taken back. Leave out the refusals."),
            (_end(0.5, 0.3, without="reciprocation"), "You left out the word yes. Leave out the word no."),
            (_end(0.5, 0.5, without="refusal"), "That is the taker of Reader B. Reader A says 0.3."),
            (_end(0.2, 0.3, without="refusal"), "That begins where Reader B begins. Reader A begins at 0.5."),
        ],
    ),
    "7.4": Number(
        expected=lambda: _after(_low()),
        unit="a probability between 0 and 1",
        tolerance=0.003,
        correct="Nine times as high as before, and still a doubter. How rarely would a taker have to do it?",
        hints=(
            "Two ways lead to the act. Take the share of the one through a reciprocator, as in step 1.",
            "The other way: a taker has the belief `1 - b`, and does the act in 0.05 of all cases.",
            "Write `b * 0.6 / (b * 0.6 + (1 - b) * 0.05)` in place of the dots.",
        ),
        mistakes=lambda: [
            (_low(), "That is where Reader B stood before the act."),
            (_low() * 0.6, "That is the way through the reciprocator alone. Divide it by both ways together."),
            (_after(_low(), taker=0.5), "That is one more ordinary friendly act. Here a taker does it in 0.05."),
            (
                _low() * 0.6 / (_low() * 0.6 + 0.05),
                "In the other way the belief in a taker is missing: it is `1 - b`.",
            ),
            (_after(_end(0.5, 0.3)), "You began from the end of Reader A. Take `b`."),
            (1 - _after(_low()), "That is the belief in a taker. The belief in a reciprocator is asked."),
            (_after(_low()) * 100, "That is in percent. A number between 0 and 1 is asked."),
        ],
    ),
}
