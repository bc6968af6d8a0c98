"""Exercises of 06_pyongyangs_record_further."""

import pandas as pd

from ..questions import Chart, Number
from ..tables import load
from .notebook_06 import accepted, known, offers

LONGER = ("mrbm", "irbm", "icbm")
YEARS = range(2015, 2022)


def _missiles(*classes: str) -> pd.Series:
    return load("missile_tests").set_index("year").loc[2012:2021, list(classes)].sum(axis=1)


def _days(without: str = "", only: str = "") -> pd.DataFrame:
    """Return for each day of seven years whether it had a launch, and whether it lies in an exercise."""
    table = load("exercises").dropna(subset="end_date")
    table = table[(table["name"] != without) & (table["name"] == only if only else True)]
    spans = zip(table["start_date"], table["end_date"], strict=True)
    held = {day for first, last in spans for day in pd.date_range(first, last)}
    days = pd.date_range("2015-01-01", "2021-12-31")
    launch = days.isin(pd.to_datetime(load("launch_events")["date"]))
    return pd.DataFrame({"launch": launch, "exercise": days.isin(held)}, index=days)


def _density(days: pd.DataFrame) -> float:
    """Return how many times as dense launch days are in exercises as over the whole time."""
    return days.loc[days["exercise"], "launch"].mean() / days["launch"].mean()


def _dealt(by: int) -> int:
    """Return how many launch days fall in exercises when each year gets the launches of the one ``by`` years later."""
    days, count = _days(), 0
    for place, year in enumerate(YEARS):
        held = days.loc[str(year), "exercise"].to_numpy()[:365]
        fired = days.loc[str(YEARS[(place + by) % len(YEARS)]), "launch"].to_numpy()[:365]
        count += (held & fired).sum()
    return count


EXERCISES = {
    "6.5": Number(
        expected=lambda: accepted(known(actor="DPRK")),
        unit="percent",
        tolerance=0.06,
        correct="All four; of Washington's three, none. Four rows carry no rate, but the question goes both ways.",
        hints=(
            "Three steps: the offers of the North, those with a known reply, and the share of one reply.",
            'The lesson did it for Seoul: put `"DPRK"` in place of `"ROK"`, and divide the accepted by the known.',
            '`offers = record[(record["actor"] == "DPRK") & (record["category"] == "overture")]`, then as for Seoul.',
        ),
        mistakes=lambda: [
            (accepted(known(actor="DPRK")) / 100, "That is a fraction. Multiply by 100 for percent."),
            (
                accepted(offers("DPRK")["reply"]),
                "You divided by all offers of the North. Leave out those whose reply is not established.",
            ),
            (
                (known(actor="DPRK") == "accept").sum(),
                "That is a number of offers. Divide it by those with a known reply.",
            ),
            (accepted(known(actor="ROK")), "Those are the offers of Seoul. The actor is DPRK."),
            (accepted(known(actor="US")), "Those are the offers of Washington. The actor is DPRK."),
        ],
    ),
    "6.6": Chart(
        expected=lambda: _missiles(*LONGER),
        unit="missiles",
        tolerance=0,
        correct="The year with most missiles, 2019, has none of these. Ask of every count of tests: of which reach?",
        hints=(
            "The table has three columns. Add them up for each year, then draw one bar a year.",
            (
                '`longer = tests.loc[2012:2021, ["mrbm", "irbm", "icbm"]].sum(axis=1)` has the sums. '
                "Draw them with `ax.bar(longer.index, longer)`."
            ),
            "After the bars: `ax.set_title(...)`, `ax.set_ylabel(...)`, and last `answer_6_6 = ax`.",
        ),
        mistakes=lambda: [
            (_missiles("missiles"), "These are all missiles. Take the three classes."),
            (_missiles("icbm"), "These are the intercontinental ones only. Add up three classes."),
            (_missiles("mrbm"), "These are the medium-range ones only. Add up three classes."),
            (_missiles("srbm"), "These are the short-range ones. Take the three longer classes."),
            (_missiles(*LONGER, "slbm"), "You took in the missiles for submarines. For the check leave them out."),
            (_missiles(*LONGER, "slv"), "You took in the space rockets. Three classes are asked."),
        ],
        from_zero=True,
    ),
    "6.7": Number(
        expected=lambda: _density(_days("Foal Eagle")),
        unit="times",
        tolerance=0.006,
        correct="No less than 2.64: long blocks do not make the pattern. But only eleven launch days carry it now.",
        hints=(
            "Two shares of days with a launch: in the exercises that remain, and over all days. Divide the first.",
            "Step 3 has it for all exercises: put `without_foal_eagle` in place of `exercise`.",
            '`days[days["without_foal_eagle"]]["launch"].mean() / days["launch"].mean()`',
        ),
        mistakes=lambda: [
            (_density(_days()), "That is the number with all exercises. Use the column `without_foal_eagle`."),
            (_density(_days(only="Foal Eagle")), "You kept Foal Eagle, and left out the others."),
            (1 / _density(_days("Foal Eagle")), "You divided the wrong way round: the exercises go above the line."),
            (
                _days("Foal Eagle").query("exercise")["launch"].mean(),
                "That is the share of days with a launch in the exercises. Divide it by that of all days.",
            ),
            (
                _days("Foal Eagle").query("exercise")["launch"].sum(),
                "That is a number of launch days. Take the means, and divide them.",
            ),
        ],
    ),
    "6.8": Number(
        expected=lambda: _dealt(1),
        unit="launch days",
        tolerance=0,
        correct="Near the mean of all orders. One order more is no proof; 5,040 of them are a picture of this chance.",
        hints=(
            "Lay the card 2016 beside the row 2015, the card 2017 beside the row 2016, and read the seven cells.",
            "The row is the year of the exercises, the column that of the launches. Last cell: row 2021, column 2015.",
            "`5 + 6 + 0 + 2 + ...`: three cells are left, the rows of 2019, 2020 and 2021.",
        ),
        mistakes=lambda: [
            (_dealt(0), "That is the real order: each year has its own launches. Move each by one year."),
            (_dealt(-1), "You took the launches of the year before. The year after is asked."),
            (_dealt(2), "You moved by two years. Move by one."),
        ],
    ),
}
