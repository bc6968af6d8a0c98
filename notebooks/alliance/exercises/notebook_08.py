"""Exercises of 08_two_plus_two."""

import pandas as pd

from ..questions import Number
from ..tables import load

MOON, OPPOSITION = "Moon government", "opposition in Seoul"
BIDEN, CONGRESS = "Biden administration", "pressure wing in Congress"


def _joint() -> pd.DataFrame:
    return load("denuclearization_words").query("kind == 'joint text'")


def _say(word: str) -> int:
    return (_joint()["word"] == word).sum()


def apart(one: str, other: str, rows: pd.DataFrame) -> tuple[int, int]:
    """Return on how many disputes two actors have different codes, and on how many both have one."""
    codes = rows.pivot_table(index="dispute", columns="actor", values="code", aggfunc="first")
    both = codes[[one, other]].dropna()
    return (both[one] != both[other]).sum(), len(both)


def _apart(one: str, other: str) -> int:
    return apart(one, other, load("positions"))[0]


def _strict(one: str, other: str) -> int:
    return apart(one, other, load("positions").query("code != 'between'"))[0]


def _changed() -> int:
    themes = load("statement_themes")
    return (themes["real"] != themes["may"]).sum()


EXERCISES = {
    "8.1": Number(
        expected=lambda: _say("Peninsula"),
        unit="texts",
        tolerance=0,
        correct="More than half. Before 18 March 2021 it is 4 of 5, two of them signed by Kim Jong Un.",
        hints=(
            "Two things: which column has the word, and which word do you keep?",
            'The column is `"word"`. In the line of the task put it in place of `"at_the_table"`.',
            'Then put `"Peninsula"` in place of `"all three"`: count with `len(joint[joint["word"] == ...])`.',
        ),
        mistakes=lambda: [
            (
                _say("North Korea"),
                "Those are the texts that say North Korea, or one row of the chart. Keep Peninsula, in all rows.",
            ),
            (len(_joint()), "Those are all joint texts. The filter goes into the square brackets."),
            (
                (load("denuclearization_words")["word"] == "Peninsula").sum(),
                "You counted speeches, too. Take the table `joint`.",
            ),
            ((_joint()["at_the_table"] == "all three").sum(), "That is the line of the example. Filter by the word."),
        ],
    ),
    "8.2": Number(
        expected=lambda: _apart(OPPOSITION, BIDEN),
        unit="disputes",
        tolerance=0,
        correct="Half of them: the opposition stood nearer to Washington than its own government did.",
        hints=(
            "In the table take the columns opposition in Seoul and Biden administration. Compare row by row.",
            "Where both say press, they agree. Count only the rows in which the two words differ.",
            "In the line of the task put the opposition in Seoul in place of the Moon government.",
        ),
        mistakes=lambda: [
            (_apart(MOON, BIDEN), "Those are the two governments. Take the opposition in Seoul."),
            (_apart(MOON, OPPOSITION), "Those are the two voices of Seoul. Take the opposition and Washington."),
            (_apart(BIDEN, CONGRESS), "Those are the two voices of Washington. Take the opposition in Seoul."),
        ],
    ),
    "8.3": Number(
        expected=lambda: _strict(MOON, BIDEN),
        unit="disputes",
        tolerance=0,
        correct=(
            "Sanctions, the leaflet law, exercises. The Moon government and its opposition: twice as many. "
            "Of 8 disputes 3 and 6 are open quarrels, by this rule and these rows; the others have a between."
        ),
        hints=(
            "Two things: make a table without the rows of between, then count the two governments in it.",
            'The table: `strict = positions[positions["code"] != "between"]`, in a line above your answer.',
            'Then write `apart("Moon government", "Biden administration", strict)` in place of the dots.',
        ),
        mistakes=lambda: [
            (_apart(MOON, BIDEN), "Nothing was left out. Use your new table in place of `positions`."),
            (
                _strict(MOON, OPPOSITION),
                "That is the Moon government and its opposition, or the table `early`. Take the two governments, "
                "without the rows of between.",
            ),
            (_strict(MOON, BIDEN) + 1, "On the UN text one of the two says between: that row goes, too."),
            (_strict(BIDEN, CONGRESS), "Those are the two voices of Washington. Take the two governments."),
        ],
    ),
    "8.4": Number(
        expected=_changed,
        unit="themes",
        tolerance=0,
        correct="All of them are themes on which March was silent. No sentence of March was taken back.",
        hints=(
            "Compare two columns of `themes`: `real` and `may`.",
            "Where the two letters differ, `!=` says True. Put the comparison in round brackets, then `.sum()`.",
            'Write `(themes["real"] != ...).sum()` with the other column in place of the dots.',
        ),
        mistakes=lambda: [
            (
                len(load("statement_themes")) - _changed(),
                "Those are the same, or you compared your draft with March. Compare `real` with `may`, by `!=`.",
            ),
            (len(load("statement_themes")), "Those are all themes. Compare `real` with `may`."),
            ((load("statement_themes")["may"] == "S").sum(), "Those are the letters S of May. Count every change."),
        ],
    ),
}
