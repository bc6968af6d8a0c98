"""Exercises of 06_pyongyangs_record."""

import numpy as np
import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load

LONGER = ["mrbm", "irbm", "icbm"]
DAYS = pd.date_range("2015-01-01", "2021-12-31")


def _launches() -> pd.Series:
    return pd.to_datetime(load("launch_events")["date"]).drop_duplicates().sort_values()


def _pauses() -> pd.Series:
    return _launches().diff().dt.days.dropna().sort_values(ascending=False).reset_index(drop=True)


def _overtures(actor: str) -> pd.Series:
    """Return the replies to the overtures of an actor before 15 March 2021, by date."""
    rows = load("event_record").query("actor == @actor and category == 'overture' and date < '2021-03-15'")
    return rows.set_index("date")["reply"].sort_index()


def _share(replies: pd.Series, *answers: str) -> float:
    return replies.isin(answers).mean() * 100


def _known(actor: str) -> pd.Series:
    replies = _overtures(actor)
    return replies[replies != "not_established"]


def _both(function) -> pd.Series:
    replies = _known("ROK")
    return pd.Series({"all": function(replies), "late": function(replies.loc["2019-02":])})


def _missiles(*classes: str) -> pd.Series:
    return load("missile_tests").set_index("year").loc[2012:2021, list(classes)].sum(axis=1)


def _inside(without: str = "", only: str = "") -> np.ndarray:
    table = load("exercises").dropna(subset="end_date")
    table = table[(table["name"] != without) & (table["name"] == only if only else True)]
    spans = zip(pd.to_datetime(table["start_date"]), pd.to_datetime(table["end_date"]), strict=True)
    return np.any([(start <= DAYS) & (end >= DAYS) for start, end in spans], axis=0)


def _launch() -> np.ndarray:
    return DAYS.isin(_launches())


def _first_days(gap: int) -> np.ndarray:
    """Return for each day whether a burst begins: more than ``gap`` days after the launch day before."""
    fired = DAYS[_launch()]
    return DAYS.isin(fired[fired.to_series().diff().dt.days.fillna(99) > gap])


def _ratio(launch: np.ndarray, inside: np.ndarray) -> float:
    return launch[inside].mean() / launch.mean()


def _lost_first() -> float:
    bursts = _first_days(7)
    bursts[np.argmax(bursts)] = False
    return _ratio(bursts, _inside())


EXERCISES = {
    "6.1": Number(
        expected=lambda: _pauses()[0],
        unit="days",
        tolerance=0.1,
        correct="More than a year. Who may claim it: diplomacy, pressure, or a finished test programme?",
        hints=(
            "Leave each day once, put the days in order, and take the largest difference between neighbours.",
            (
                "Several rows share a day: leave each day once and put the days in order. `.diff()` takes each "
                "less the one before."
            ),
        ),
        mistakes=lambda: [
            (_pauses()[0] - 1, "Those are the days in between. A pause is the later date less the earlier one."),
            (_pauses()[1], "That is the second longest. One pause is longer."),
            (_pauses()[0] / 7, "Those are weeks. Days are asked."),
            (
                (pd.Timestamp("2019-05-04") - pd.Timestamp("2017-11-29")).days,
                "You ended at the first known ballistic missile. The list has a launch of unknown type before it.",
            ),
            (_pauses().mean(), "That is the mean pause. The longest is asked."),
            (_pauses().median(), "That is the middle pause. The longest is asked."),
        ],
    ),
    "6.2": Number(
        expected=lambda: _share(_known("DPRK"), "accept"),
        unit="percent",
        tolerance=0.1,
        correct="Four rows are few, and carry no rate. But the question can be put to each side.",
        hints=(
            "Keep the overtures of the North with an established reply, and take the share of one answer.",
            (
                "Take step 3 and change the actor. Offers without an established reply stand neither above nor "
                "below the line."
            ),
        ),
        mistakes=lambda: [
            (_share(_known("DPRK"), "accept") / 100, "That is a fraction. Multiply by one hundred for percent."),
            (
                (_known("DPRK") == "accept").sum(),
                "That is a number of overtures. Divide it by those with a known reply.",
            ),
            (
                _share(_overtures("DPRK"), "accept"),
                "You divided by all overtures of the North. Leave out those whose reply is not established.",
            ),
            (_share(_known("DPRK"), "accept", "mixed"), "You counted mixed as a yes. Count the accepted ones only."),
            (_share(_known("ROK"), "accept"), "Those are the offers of Seoul. Change the actor."),
            (_share(_known("US"), "accept"), "Those are the offers of Washington. Change the actor."),
            (
                _share(_known("DPRK")[lambda replies: replies != "mixed"], "accept"),
                "You left out the mixed answer. It is a known reply, and stands below the line.",
            ),
        ],
    ),
    "6.3": Table(
        expected=lambda: _both(lambda replies: _share(replies, "accept", "mixed")),
        unit="percent",
        tolerance=0.5,
        correct="'None' becomes two of twelve, and the gap between the periods stays. Which one is the article about?",
        hints=(
            "For each of the two tables: is the reply one of two words? The mean of true and false is a share.",
            (
                '`known["reply"].isin(["accept", "mixed"])` is true or false for each offer; its mean is a share. '
                'Put both into `pd.Series({"all": ..., "late": ...})`.'
            ),
        ),
        mistakes=lambda: [
            (
                _both(lambda replies: _share(replies, "accept", "mixed") / 100),
                "These are fractions. Multiply by one hundred.",
            ),
            (
                _both(lambda replies: replies.isin(["accept", "mixed"]).sum()).astype(float),
                "These are counts. Divide by the offers with a known reply.",
            ),
            (_both(lambda replies: _share(replies, "accept")), "You counted the yes only. Mixed counts as a yes here."),
            (
                _both(lambda replies: _share(replies, "accept") + _share(replies, "mixed") / 2),
                "You counted a mixed answer as one half. Here it counts as a whole yes.",
            ),
            (
                _both(lambda replies: _share(replies, "mixed")),
                "You counted the mixed ones only. Yes and mixed are asked.",
            ),
            (
                _both(lambda replies: _share(replies, "accept", "mixed")).rename({"all": "late", "late": "all"}),
                "The two periods have changed places.",
            ),
            (
                _both(lambda replies: 100 - _share(replies, "accept", "mixed")),
                "Those are the offers that were neither accepted nor mixed. Take the other part.",
            ),
            (
                pd.Series(
                    {
                        "all": _share(_overtures("ROK"), "accept", "mixed"),
                        "late": _share(_overtures("ROK").loc["2019-02":], "accept", "mixed"),
                    }
                ),
                "You divided by all offers. Leave out those whose reply is not established.",
            ),
        ],
    ),
    "6.4": Chart(
        expected=lambda: _missiles(*LONGER),
        unit="missiles",
        tolerance=0.1,
        correct="The year with most missiles has none of these classes. Ask of every count of tests: of which reach?",
        hints=(
            "Choose the three columns and the years with .loc, and add up the columns of each year.",
            '`tests.loc[2012:2021, ["mrbm", "irbm", "icbm"]].sum(axis=1)` adds up the three columns of each year.',
        ),
        mistakes=lambda: [
            (_missiles("missiles"), "These are all missiles. Choose the three classes."),
            (_missiles("icbm"), "These are the intercontinental ones only. Three classes are asked."),
            (_missiles("srbm"), "These are the short-range ones. Take the three longer classes."),
            (_missiles(*LONGER, "slv"), "You took in the space rockets. Three classes are asked."),
            (_missiles(*LONGER, "slbm"), "You took in the missiles launched from the sea. Three classes are asked."),
            (_missiles("irbm", "icbm"), "You left out the medium-range missiles (mrbm)."),
        ],
        from_zero=True,
    ),
    "6.5": Number(
        expected=lambda: _ratio(_launch(), _inside("Foal Eagle")),
        unit="times",
        tolerance=0.05,
        correct="The finding does not rest on the long windows. But look at how few launch days carry it now.",
        hints=(
            "Make the windows again without the exercise; divide the share of launch days in them by that of all.",
            (
                "`covered(...)` takes a table of exercises: give it one without those of that name. The ratio is "
                "the share of days with a launch among the days covered, over the share among all days."
            ),
        ),
        mistakes=lambda: [
            (_ratio(_launch(), _inside()), "That is the ratio with all exercises. Leave one out by its name."),
            (
                1 / _ratio(_launch(), _inside("Foal Eagle")),
                "You divided the wrong way round: the share in exercises goes above.",
            ),
            (
                _ratio(_launch(), _inside(only="Foal Eagle")),
                "You kept the exercise that is to be left out, and left out the others.",
            ),
            (
                (_launch() & _inside("Foal Eagle")).sum(),
                "That is a number of launch days in the remaining exercises. A ratio of two shares is asked.",
            ),
            (
                _launch()[_inside("Foal Eagle")].mean(),
                "That is the share of days with a launch in the exercises. Divide it by that of all days.",
            ),
            (
                (_launch() & _inside("Foal Eagle")).sum() / _launch().sum(),
                "You divided by all launch days. Divide by the days in exercises, and then by the share of all days.",
            ),
            (
                _ratio(_launch(), ~_inside("Foal Eagle")),
                "Those are the days outside the exercises. Take the days inside.",
            ),
            (
                _launch()[_inside("Foal Eagle")].mean() / _launch()[~_inside("Foal Eagle")].mean(),
                "You compared with the days outside the exercises. Compare with all days.",
            ),
        ],
    ),
    "6.6": Number(
        expected=lambda: _ratio(_first_days(7), _inside()),
        unit="times",
        tolerance=0.05,
        correct="Bursts explain a part, not the whole. What would you need to rule out the season as well?",
        hints=(
            "Keep the launch days that come long after the one before, and compute the ratio with them.",
            (
                "`fired_on = days[launch]`; `gap = fired_on.to_series().diff().dt.days`; the first gap is empty, "
                "so fill it with a large number. `days.isin(...)` gives true or false for each day. For the test: "
                "`shifted(inside, your_days)` of step 5 gives the counts of all shifts; the p-value is one plus "
                "the number of those that reach your count, divided by `len(days)`."
            ),
        ),
        mistakes=lambda: [
            (_ratio(_launch(), _inside()), "That is the ratio of all launch days. Keep the first days of a burst."),
            (
                _ratio(_first_days(6), _inside()),
                "You kept the days with a gap of exactly seven days. More than seven are asked.",
            ),
            (
                (_first_days(7) & _inside()).sum(),
                "That is a number of bursts that begin in exercises. A ratio of two shares is asked.",
            ),
            (_first_days(7).sum(), "That is the number of bursts. A ratio of two shares is asked."),
            (0.0047, "A share or a p-value? The ratio is asked: the share of days in exercises over that of all days."),
            (_lost_first(), "You lost the first launch day: its gap is empty. Fill it with a large number."),
            (
                _ratio(_launch() & ~_first_days(7), _inside()),
                "Those are the launch days within a burst. Take the first day of each.",
            ),
        ],
    ),
}
