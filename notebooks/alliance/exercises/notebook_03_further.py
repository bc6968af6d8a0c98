"""Exercises of 03_sanctions_further."""

import pandas as pd

from ..questions import Chart, Number, Word
from ..tables import load

WASHINGTON = ("US_Trump", "US_Biden")
LEVELS = ("none", "limited", "capped", "banned")


def _shared(group: tuple[str, ...] = ("ROK_progressive",), other: tuple[str, ...] = WASHINGTON) -> pd.Series:
    """Return for each coded statement of a ``group`` whether its code stands among those of the ``other`` one."""
    coded = load("sanctions_positions").dropna(subset="sanctions_code")
    codes = coded.loc[coded["actor_group"].isin(other), "sanctions_code"]
    return coded.loc[coded["actor_group"].isin(group), "sanctions_code"].isin(codes)


def _percent(shared: pd.Series) -> float:
    return shared.mean() * 100


def _sectors(level: str = "banned", standing: bool = True) -> pd.Series:
    """Return after each resolution how many sectors have at least this level; not ``standing``: by its text alone."""
    adopted = load("unsc_resolutions").query("outcome == 'adopted'").set_index("text")
    levels = adopted.loc[:, "coal":"refined_oil"].map(LEVELS.index)
    return ((levels.cummax() if standing else levels) >= LEVELS.index(level)).sum(axis="columns")


def _coefficient(*without: int) -> float:
    """Return the correlation of missiles and resolutions of the years 2006 to 2020, some of them left out."""
    adopted = load("unsc_resolutions").query("outcome == 'adopted'")
    missiles = load("missile_tests").set_index("year")["missiles"].loc[2006:2020]
    resolutions = pd.to_datetime(adopted["date"]).dt.year.value_counts().reindex(missiles.index, fill_value=0)
    return missiles.drop(list(without)).corr(resolutions.drop(list(without)))


EXERCISES = {
    "3.5": Number(
        expected=lambda: _percent(_shared()),
        unit="percent",
        tolerance=0.6,
        correct="Most of what Seoul's side said has a code that Washington used, too. Is one code one opinion?",
        hints=(
            "Count the blue squares in the chart. Over how many of them does Washington have a mark in that column?",
            "Washington's two rows use review, exchange, stage and keep. Take the squares in these columns.",
            "Three squares in review, three in exchange, one in stage: divide their number by all ten, times 100.",
        ),
        mistakes=lambda: [
            (_shared().sum(), "That is how many statements. Divide by all of Moon's side that have a code."),
            (_shared().mean(), "That is a fraction. Multiply by 100 for percent."),
            (100 - _percent(_shared()), "That is the share without a common code. The share with one is asked."),
            (
                _percent(_shared(WASHINGTON, ("ROK_progressive",))),
                "That is Washington's share. Take the statements of Moon's side.",
            ),
            (
                _percent(_shared(other=("US_Trump",))),
                "You took Trump's row alone. Take Washington's two rows together.",
            ),
            (
                _shared().sum() / load("sanctions_positions")["sanctions_code"].notna().sum() * 100,
                "You divided by all statements with a code. Divide by those of Moon's side.",
            ),
        ],
    ),
    "3.6": Chart(
        expected=_sectors,
        unit="sectors banned, of nine",
        tolerance=0,
        correct="Six of the seven bans are of five months in 2017. The two that stay capped are oil.",
        hints=(
            "Count in each row of `in_force` the sectors whose level is banned. `touched` was made in a like way.",
            'The count: `banned = (in_force == "banned").sum(axis=1)`. Then draw `banned` as bars.',
            "`ax.bar(banned.index, banned)`, then a title, a name for the vertical axis, and last `answer_3_6 = ax`.",
        ),
        mistakes=lambda: [
            (_sectors("limited"), "These are all sectors with any rule. Count those that are banned."),
            (_sectors("capped"), "You counted caps, too. Count those that are banned."),
            (_sectors(standing=False), "These are the new bans of each text. A ban stays: take `in_force`."),
            (9 - _sectors(), "These are the sectors that are not banned. Count those that are."),
            (_sectors() / 9 * 100, "These are percentages. Draw the number of sectors."),
        ],
        from_zero=True,
    ),
    "3.7": Word(
        expected=lambda: "Washington",
        choices=lambda: ["Seoul", "Washington", "Pyongyang"],
        correct="Exemptions were swift, says the clause, so look elsewhere. The cut helps no friend of pressure.",
        hints=(
            "The clause begins with the word after. What does it say about exemptions?",
            "If exemptions came swiftly, then the sanctions were not what held up aid. Who argues so?",
            "The Department defends the sanctions: its capital is the answer.",
        ),
        mistakes=lambda: [
            ("Seoul", "Seoul asked for more exemptions. The clause says that they were swift."),
            ("Pyongyang", "The clause takes the blame from the sanctions. Pyongyang puts it on them."),
        ],
    ),
    "3.8": Number(
        expected=lambda: _coefficient(2017),
        unit="correlation coefficient",
        tolerance=0.006,
        correct="One year of fifteen carried nearly half of it. Without 2019 instead it is larger: try it.",
        hints=(
            "Make a table without 2017, and take the coefficient of its two columns.",
            "The table: `without = years.drop(2017)`. `.corr` makes the coefficient of two columns, as in step 4.",
            '`answer_3_8 = without["missiles"].corr(without["resolutions"])`',
        ),
        mistakes=lambda: [
            (_coefficient(), "That is the coefficient with all years. Leave out 2017."),
            (_coefficient(2019), "You left out 2019. Leave out 2017, and keep this one for yourself."),
            (_coefficient(2016), "You left out 2016. Leave out 2017."),
            (_coefficient() - _coefficient(2017), "That is the change. The coefficient without 2017 is asked."),
            (_coefficient(2017) * 100, "A coefficient lies between -1 and 1. Do not multiply it by 100."),
        ],
    ),
}
