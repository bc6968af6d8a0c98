"""Exercises of 05_human_rights."""

from collections.abc import Sequence

import pandas as pd

from ..questions import Coding, Number
from ..tables import load

BLIND = [f"LR{number:02d}" for number in (3, 5, 9, 11, 13, 14, 21, 25, 30, 33, 37, 38, 39, 44)]
FREEDOM = ("freedom", "expression", "information", "speech", "rights")
SAFETY = ("residents", "lives", "safety", "protect", "border areas")
FOR = ("rok_government_moon", "rok_democratic_party", "dprk", "border_residents_local_gov")


def _day(event: str) -> pd.Timestamp:
    return pd.Timestamp(load("leaflet_events").set_index("event_id").loc[event, "date"])


def _to_article(event: str) -> int:
    return (pd.Timestamp("2021-03-15") - _day(event)).days


def _statements() -> pd.DataFrame:
    """Return the statements with our letter (``ours``) and that of the word counter (``counter``)."""
    table = load("law_reactions").merge(load("law_reaction_codes")[["statement_id", "stance"]], on="statement_id")
    text = table["words"].str.lower()
    freedom, safety = (sum(text.str.count(word) for word in some) for some in (FREEDOM, SAFETY))
    counter = pd.Series("m", index=table.index).mask(freedom > safety, "a").mask(safety > freedom, "f")
    ours = pd.cut(table["stance"], [-3, -1, 0, 2], labels=["a", "m", "f"]).astype(str)
    return table.assign(ours=ours, counter=counter)


def _agreement(one: pd.Series, other: pd.Series) -> pd.Series:
    """Return how often two coders agree, how often they would by chance, and kappa."""
    chance = sum((one == letter).sum() * (other == letter).sum() for letter in "amf") / len(one)
    agreed = (one == other).sum()
    return pd.Series({"agreed": agreed, "chance": chance, "kappa": (agreed - chance) / (len(one) - chance)})


def _counter(blind: bool = False) -> pd.Series:
    table = _statements()
    table = table[table["statement_id"].isin(BLIND) | (not blind)]
    return _agreement(table["ours"], table["counter"])


def _with_chance(chance: float) -> float:
    """Return what comes out for all statements with another agreement by chance."""
    return (_counter()["agreed"] - chance) / (len(_statements()) - chance)


def _speaker(groups: Sequence[str]) -> pd.Series:
    table = _statements()
    return _agreement(table["ours"], table["actor_group"].isin(list(groups)).map({True: "f", False: "a"}))


def _without(group: str) -> float:
    return _speaker([name for name in FOR if name != group])["kappa"]


EXERCISES = {
    "5.1": Number(
        expected=lambda: _to_article("LE28"),
        unit="days",
        tolerance=0,
        correct="The article judges the text of a law and what came before it, not yet a practice.",
        hints=(
            "Two of the four dates matter: the first day in force and the day of the article.",
            "Subtract the first day in force from the day of the article, and keep the sign.",
            "Write `answer_5_1 = (article - in_force).days`, and run the cell.",
        ),
        mistakes=lambda: [
            (-_to_article("LE28"), "The size is right. Mind the sign: was the law in force before the article?"),
            *[(_to_article("LE28") + off, "One day off: do not count both ends.") for off in (-1, 1)],
            (_to_article("LE22"), "You counted from the vote. Count from the first day in force."),
            (_to_article("LE09"), "You counted from the warning. Count from the first day in force."),
            ((_day("LE22") - _day("LE09")).days, "That is the line of the example, from the warning to the vote."),
            ((_day("LE28") - _day("LE22")).days, "That is from the vote to the first day in force."),
            ((_day("LE36") - _day("LE28")).days, "That is how long the law was in force in all."),
        ],
    ),
    "5.2": Coding(
        count=len(BLIND),
        codes=("against", "mixed", "for"),
        correct="Every statement has a letter. Further down a cell sets them beside ours: run it when you are there.",
        hints=(
            "Read one statement at a time and ask only what its words say of a limit on leaflets.",
            "When in doubt, decide, and note your doubt on paper. A doubt is worth a discussion later.",
            'The line is `answer_5_2 = "a m f ..."`, with 14 letters in the order of the numbers.',
        ),
    ),
    "5.3": Number(
        expected=lambda: _counter()["kappa"],
        unit="no unit (kappa)",
        tolerance=0.006,
        correct="Lower than on the 14. So the choice of the 14 was part of the result.",
        hints=(
            "First the diagonal: on how many of 44 do the two agree?",
            "Then chance: for each letter the sum of its row times that of its column; add the three, divide by 44.",
            "`by_chance = (25 * 16 + 3 * 24 + 16 * 4) / 44`, then `answer_5_3 = (19 - by_chance) / (44 - by_chance)`.",
        ),
        mistakes=lambda: [
            (_counter(blind=True)["kappa"], "That is kappa on the 14. Take the table of all 44."),
            (_counter()["agreed"] / 44, "That is percent agreement, as a share. Take away what chance would give."),
            (_counter()["agreed"], "That is on how many they agree. Kappa needs chance, too."),
            (_counter()["chance"], "That is what chance would give. Kappa needs one step more."),
            (_counter()["chance"] / 44, "That is the share that chance would give. Kappa needs one step more."),
            (
                (_counter()["agreed"] - _counter()["chance"]) / 44,
                "You divided by all 44. Divide by what chance leaves open: 44 less chance.",
            ),
            (
                _with_chance(44 / 3),
                "Two dice are not these two: take their chance from the sums of the table.",
            ),
            (
                _with_chance(_counter(blind=True)["chance"]),
                "The diagonal is right, the chance is that of the 14. Work it out from the sums of this table.",
            ),
            (_counter()["kappa"] * 100, "Kappa is no percentage. Leave it as it is."),
            (0.2, "Nearly: give two decimals."),
        ],
    ),
    "5.4": Number(
        expected=lambda: _speaker(FOR)["kappa"],
        unit="no unit (kappa)",
        tolerance=0.006,
        correct="Who speaks nearly gives our letter away. Is that a finding about the dispute, or about the coder?",
        hints=(
            "Look at the chart: which four groups have marks under for, and nowhere else?",
            "Write their four names as they stand in the chart, each in quotation marks, with commas between them.",
            'Two are `"Pyongyang"` and `"Moon government"`; add `"Democratic Party"` and `"people at the border"`.',
        ),
        mistakes=lambda: [
            (
                _speaker(["dprk", "rok_government_moon"])["kappa"],
                "That is kappa with the two groups of the example. Write all four names as they stand in the chart.",
            ),
            (_without("rok_government_moon"), "The Moon government is missing: its marks all stand under for."),
            (_without("rok_democratic_party"), "The Democratic Party is missing: its marks all stand under for."),
            (_without("dprk"), "One group of three statements is missing: Pyongyang, or the people at the border."),
            (
                _speaker([*FOR, "un"])["kappa"],
                "The UN experts stand in all three columns. Name the groups whose marks all stand under for.",
            ),
            (_speaker(FOR)["agreed"] / 44, "That is percent agreement, as a share. Take kappa."),
            (_speaker(FOR)["kappa"] * 100, "Kappa is no percentage. Leave it as it is."),
            (0.8, "Nearly: give two decimals."),
        ],
    ),
}
