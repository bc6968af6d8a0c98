"""Exercises of 03_sanctions."""

from typing import Any

import pandas as pd

from ..questions import Chart, Number, Table, Word
from ..tables import load

DEPARTMENT = ["stringent", "severe", "extremely"]
SIX = ["SP01", "SP08", "SP17", "SP23", "SP32", "SP37"]


def _china() -> pd.DataFrame:
    table = load("china_trade_annual").query("preferred == 'yes'").set_index("year")
    return table[["to_dprk_musd", "from_dprk_musd"]]


def _index(column: str, year: int, base: int) -> float:
    values = _china()[column]
    return values[year] / values[base] * 100


def _codes() -> pd.Series:
    return load("sanctions_positions").set_index("statement_id")["stance_code"].loc[SIX]


def _words(text: str) -> set[str]:
    return {word.strip(".,") for word in text.lower().split()} - {""}


def _quotation(number: str) -> pd.Series:
    return load("sanctions_quotations").set_index("quotation_id").loc[number]


def _own_word() -> str:
    row = _quotation("Q5")
    (word,) = _words(row["article_words"]) - _words(row["source_words"])
    return word


def _article_words() -> list[str]:
    return sorted(set().union(*map(_words, load("sanctions_quotations")["article_words"])))


def _lost(column: str) -> pd.Series:
    lost = (_china().shift() - _china()).loc[[2018, 2020]]
    return lost[column] / lost.sum(axis=1) * 100


def _falls(column: str) -> pd.Series:
    return ((1 - _china() / _china().shift()) * 100).loc[[2018, 2020], column]


def _exports(base: int | None) -> pd.Series:
    sold = load("dprk_trade").set_index("year")["exports_musd"].loc[2010:2024]
    return sold if base is None else sold / sold[base] * 100


def _coefficient(*without: int, last: int = 2020, shift: int = 0) -> float:
    tests = load("missile_tests").set_index("year")["missiles"].loc[2006:last]
    dates = load("unsc_resolutions").query("outcome == 'adopted'")["date"]
    votes = pd.to_datetime(dates).dt.year.value_counts().reindex(tests.index, fill_value=0).shift(shift)
    return tests.drop(list(without)).corr(votes.drop(list(without)))


class Codes(Table):
    """Codes for statements, right within one step; a reply names the statements, never their codes."""

    def feedback(self, answer: Any) -> str | None:
        if not isinstance(answer, pd.Series):
            return super().feedback(answer)
        ours = self.expected()
        absent = [label for label in ours.index if label not in answer.index]
        if absent:
            return f"Six labels are asked; your Series has no {', '.join(absent)}. {self.hints[0]}"
        given = answer[list(ours.index)]
        if any(isinstance(code, str) for code in given):
            return "Write the codes as numbers, without quotation marks."
        if given.isna().any():
            return "A code is missing: give each of the six statements a number."
        if (given.abs() > 2).any():
            return "A code lies between -2 and 2."
        if (given == given.iloc[0]).all():
            return "All six have the same code. Two of them are as far apart as the scale goes."
        if (given == -ours).all():
            return "The sign is turned round: minus is relief, plus is pressure."
        far = (given - ours).abs().loc[lambda steps: steps > self.tolerance].index
        if len(far):
            return (
                f"Two steps or more from ours: {', '.join(far)}. Before steps, with them or after them? Read the rule."
            )
        return None


EXERCISES = {
    "3.1": Number(
        expected=lambda: _index("from_dprk_musd", 2023, 2019),
        unit="index points",
        tolerance=0.06,
        correct="More than 2019, and a small part of 2017: one number, two base years, two headlines.",
        hints=(
            "Divide the sales of 2023 by the sales of the base year, times 100.",
            (
                'The border closed in January 2020. `trade.loc[2023, "sales"]` is the value. Divide it by the '
                "value of the base year, times 100."
            ),
        ),
        mistakes=lambda: [
            (
                _index("from_dprk_musd", 2023, 2019) / 100,
                "That is the ratio as a fraction. An index sets the base to 100: multiply.",
            ),
            (
                _index("from_dprk_musd", 2023, 2017),
                "That has 2017 as its base, as in the table. Which year is asked for?",
            ),
            (
                _index("from_dprk_musd", 2023, 2018),
                "That is not the last full year before the closure of January 2020.",
            ),
            (
                round(_index("from_dprk_musd", 2023, 2017), 1) / round(_index("from_dprk_musd", 2019, 2017), 1) * 100,
                "You divided rounded index numbers. Take the values in million dollars, from trade.",
            ),
            (2019, "That is the base year. Now the index."),
            (round(_index("from_dprk_musd", 2023, 2019)), "Nearly. One decimal is asked."),
            (_index("from_dprk_musd", 2019, 2023), "You divided the base year by 2023: the other way round."),
            (_index("to_dprk_musd", 2023, 2019), "That is the index of the purchases. Take the sales."),
            (
                _index("from_dprk_musd", 2023, 2019) - 100,
                "That is the change in percent. The index itself has the 100 in it.",
            ),
        ],
    ),
    "3.2": Codes(
        expected=_codes,
        unit="code",
        tolerance=1,
        correct="No code of yours is more than a step from ours. Now count the exact agreements, and see who spoke.",
        hints=(
            'Write pd.Series({"SP01": ...}), with a number from -2 to 2 for each of the six labels.',
            (
                "Ask of each statement: does it want relief before steps (-2, -1), with them (0), or after them "
                "(1, 2)? Then: how far?"
            ),
        ),
    ),
    "3.3": Word(
        expected=_own_word,
        choices=lambda: [*_article_words(), *DEPARTMENT],
        correct="It is the author's own word. An author may judge; a reader should see who is speaking.",
        hints=(
            "That word stands in the Department's answer, too. Subtract the words of the source from the article's.",
            (
                'As in the cell above, with `quotations.loc["Q5"]`: the words of the article minus the words of '
                "the source. What comes out stands between braces, { }, because it is a set: write the word "
                "itself, in quotation marks."
            ),
        ),
        mistakes=lambda: [
            *(
                (word, "That word is of another row. Take row Q5.")
                for word in sorted(set(_article_words()) - _words(_quotation("Q5")["article_words"]))
            ),
            *((word, "That is the Department's word. The article's own is asked.") for word in DEPARTMENT),
            ("the", "The article changes 'those most in need' a little, but the Department's answer has the word."),
        ],
    ),
    "3.4": Table(
        expected=lambda: _lost("from_dprk_musd"),
        unit="percent",
        tolerance=0.5,
        correct="The first fall took mostly what the North sold, the second almost only what it bought.",
        hints=(
            "For each of the two years: lost sales, divided by lost sales plus lost purchases, times 100.",
            (
                'For one fall: `lost = trade.loc[2017, ["purchases", "sales"]] - trade.loc[2018, ["purchases", '
                '"sales"]]`. The share is `lost["sales"] / lost.sum() * 100`. Then `pd.Series({2018: ..., 2020: '
                "...})`."
            ),
        ),
        mistakes=lambda: [
            (_lost("from_dprk_musd") / 100, "These are fractions. Multiply by 100 for percent."),
            (_lost("to_dprk_musd"), "That is the share of the lost purchases. Take the sales."),
            (
                _falls("from_dprk_musd"),
                "That is how far the sales fell. Asked is their part in the fall of the total.",
            ),
            (-_lost("from_dprk_musd"), "Both parts of the fraction are losses: the share is positive."),
        ],
    ),
    "3.5": Chart(
        expected=lambda: _exports(2016),
        unit="index of exports",
        tolerance=0.06,
        scale="log",
        correct="Two steps down and a steep climb that ends far below 100: the log scale shows all three.",
        hints=(
            "Take the exports of 2010 to 2024, divide them by those of 2016, times a hundred.",
            (
                '`pd.read_csv("../data/dprk_trade.csv").set_index("year")["exports_musd"].loc[2010:2024]` has the '
                "exports. Divide by the value of 2016, times 100. After `ax.plot(...)` comes "
                '`ax.set_yscale("log")`.'
            ),
        ),
        mistakes=lambda: [
            (_exports(2016) / 100, "2016 stands at one. An index sets its base year to a hundred: multiply."),
            (_exports(None), "These are the exports in million dollars. Divide by the value of 2016, times a hundred."),
            (_exports(2017), "That has 2017 as its base. Take 2016."),
            (_exports(2010), "That has 2010, the first year, as its base. Take 2016."),
        ],
    ),
    "3.6": Number(
        expected=lambda: _coefficient(2017),
        unit="correlation, from -1 to 1",
        tolerance=0.006,
        correct="One year of fifteen makes two fifths of it. Now leave out 2016 too, or add the years to 2023.",
        hints=(
            "Drop 2017 from the tests and from the votes, and correlate what is left, for 2006 to 2020.",
            (
                "`tests.drop(2017)` leaves a year out; do it to both series. For a longer time: "
                "`missiles.loc[2006:2023]`, and count the votes again with `reindex` as in step 5."
            ),
        ),
        mistakes=lambda: [
            (_coefficient(2019), "You left out 2019. Leave out 2017."),
            (_coefficient(), "That is the coefficient of all fifteen years. Leave 2017 out."),
            (_coefficient(2016, 2017), "You left out two years. Leave out 2017 only."),
            (_coefficient(2016), "You left out 2016. Leave out 2017."),
            (_coefficient(last=2023), "That adds the years to 2023. Keep 2006 to 2020 and leave 2017 out."),
            (_coefficient(2017, shift=-1), "That takes the resolutions of the year after. Take the same year."),
        ],
    ),
}
