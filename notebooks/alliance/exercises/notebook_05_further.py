"""Exercises of 05_human_rights_further."""

import pandas as pd

from ..questions import Chart, Number
from ..tables import load


def _with_name(camp: str = "progressive", council: bool = False) -> pd.Series:
    """Return for each text under presidents of one camp whether Seoul's name was on it."""
    texts = load("un_rights_resolutions")
    texts = texts[texts["stage"] != "third_committee"] if council else texts[texts["stage"] == "plenary"]
    terms = load("terms_of_office").query("country == 'ROK' and role == 'president'")
    terms = terms.assign(start=pd.to_datetime(terms["start"]))[["camp", "start"]]
    texts = texts.assign(day=pd.to_datetime(texts["date"], format="ISO8601")).sort_values("day")
    texts = pd.merge_asof(texts, terms, left_on="day", right_on="start")
    return (texts["rok_cosponsor"] == "yes")[texts["camp"] == camp]


def _percent(names: pd.Series) -> float:
    return names.mean() * 100


def _all_texts() -> int:
    return len(_with_name()) + len(_with_name("conservative"))


def _votes(stage: str = "plenary") -> pd.DataFrame:
    rows = load("un_rights_resolutions").query("stage == @stage and body == 'UNGA' and adopted_by == 'vote'")
    return rows.set_index("year")[["yes", "no", "abstain"]]


def _share(votes: pd.DataFrame) -> pd.Series:
    return votes["yes"] / votes.sum(axis="columns") * 100


def _line(begin: int = 2009, year: int = 2021, end: int = 2019) -> float:
    """Return the persons that a line through two years gives for a third one."""
    arrivals = load("arrivals").dropna(subset="year").set_index("year")["total"]
    return arrivals[end] + (arrivals[end] - arrivals[begin]) / (end - begin) * (year - end)


def _count(measure: str) -> float:
    return load("leaflet_counts").query("measure == @measure")["value"].iloc[-1]  # of two periods the later one


def _leaflets(launches: float, measure: str = "leaflets_total") -> float:
    return _count(measure) / launches / 1000


def _three_presidents() -> float:
    return sum(_count(f"launches_{name}_government") for name in ("park", "moon", "yoon"))


EXERCISES = {
    "5.5": Number(
        expected=lambda: _percent(_with_name()),
        unit="percent",
        tolerance=0.06,
        correct="The camp is a strong guide, and no law. In which years does it not explain the name?",
        hints=(
            "Cross the two columns; read the row progressive; divide the texts with yes by all texts of that row.",
            'A cross-tabulation counts the pairs: `pd.crosstab(plenary["camp"], plenary["rok_cosponsor"])`.',
            "In the row progressive divide the texts under yes by those under no and yes together, times 100.",
        ),
        mistakes=lambda: [
            (round(_percent(_with_name())), "Right, but rounded too far. Give one decimal."),
            (_with_name().mean(), "That is a fraction. Multiply by 100 for percent."),
            (_with_name().sum(), "That is how many texts. Divide by all texts under progressive presidents."),
            (100 - _percent(_with_name()), "That is the share without Seoul's name. The share with it is asked."),
            (_percent(_with_name("conservative")), "That is the other camp. Take the row progressive."),
            (
                _with_name().sum() / _all_texts() * 100,
                "You divided by the texts under all presidents. Divide by those of the row progressive.",
            ),
            (
                _with_name().sum() / (_with_name().sum() + _with_name("conservative").sum()) * 100,
                "That says which part of the texts with the name is progressive. Divide within the row.",
            ),
            (_percent(_with_name(council=True)), "You took the Council's texts, too. Take `plenary`."),
        ],
    ),
    "5.6": Chart(
        expected=lambda: _share(_votes()),
        unit="percent of votes cast",
        tolerance=0.6,
        from_zero=True,
        correct="More than half from the start, and most in 2011. Who moved, states or text, these data do not say.",
        hints=(
            "Divide yes by the sum of yes, no and abstentions, in the years with a vote, times 100.",
            '`cast = votes["yes"] + votes["no"] + votes["abstain"]` are the votes cast.',
            (
                '`share = votes["yes"] / cast * 100`, then `ax.bar(share.index, share)`, '
                '`ax.set(title="...", ylabel="percent", ylim=(0, 80))`, and last `answer_5_6 = ax`.'
            ),
        ),
        mistakes=lambda: [
            (_votes()["yes"], "These are votes. Divide by all votes cast in the same year."),
            (_share(_votes()) / 100, "These are fractions. Multiply by 100 for percent."),
            (_share(_votes()[["yes", "no"]]), "You left out the abstentions. All votes cast count."),
            (_votes()["yes"] / 193 * 100, "You divided by all members. Divide by the votes cast."),
            (_share(_votes("third_committee")), "That is the committee before. Take the plenary."),
            (100 - _share(_votes()), "That is the share of no and abstentions together. Take yes."),
            (_votes()["no"] / _votes().sum(axis="columns") * 100, "That is the share of no. Take yes."),
        ],
    ),
    "5.7": Number(
        expected=lambda: _line(),
        unit="persons",
        tolerance=0.6,
        correct="It is lower, and 63 still lie far below it. For 2025 it falls under zero: lines know no people.",
        hints=(
            "Find the change a year from 2009 to 2019, then go on two years from 2019.",
            "Ten years lie between: `a_year = (total[2019] - total[2009]) / (2019 - 2009)`.",
            "Two years after 2019: `total[2019] + 2 * a_year`.",
        ),
        mistakes=lambda: [
            (_line(2012), "That is the line of step 3. Put 2009 in place of 2012."),
            (_line(year=2020), "That is one year after 2019. For 2021 go on two."),
            (_line(year=2025), "That is for 2025: keep it. Asked first is 2021."),
            (_line(year=2020) - _line(year=2019), "That is the change a year. Go on two years from 2019."),
            (_line(year=2019), "That is 2019 itself. Go on two years."),
            (
                _line(year=2019) + 2 * (_line(year=2019) - _line(year=2009)) / (2019 - 2012),
                "You took the fall since 2009 and divided it by seven years. Ten years lie between.",
            ),
            (_line(year=2017), "You went up. The line falls: mind the sign."),
            (63, "That is how many came in 2021. What the line gives is asked."),
        ],
    ),
    "5.8": Number(
        expected=lambda: _leaflets(_count("launches_with_leaflets")),
        unit="thousand leaflets a launch",
        tolerance=0.6,
        correct="Far from the printed figure. Which of the three numbers would you ask the office about?",
        hints=(
            "Divide all leaflets by the launches that carried leaflets, and then by 1,000.",
            'One number by its name: `counts[counts["measure"] == "leaflets_total"]["value"].iloc[0]`.',
            "Or by hand: divide 16.22 million by the 64 launches, and then by 1,000.",
        ),
        mistakes=lambda: [
            (
                _leaflets(_count("launches_with_leaflets")) * 1000,
                "That is in leaflets. The answer is asked in thousands.",
            ),
            (
                _leaflets(_count("launches_with_leaflets")) / 1000,
                "That is in millions. The answer is asked in thousands.",
            ),
            (
                _leaflets(_count("launches_total")),
                "You divided by launches of any kind. Take those that carried leaflets.",
            ),
            (
                _leaflets(_three_presidents()),
                "You divided by the launches under three presidents. Take those with leaflets.",
            ),
            (315, "That is the printed figure. Compute your own from the other two."),
            (_count("leaflets_total") / 315_000, "So many launches the printed figure would mean. Leaflets are asked."),
            (
                _leaflets(_count("launches"), "leaflets"),
                "That is the ministry's count. Take the lawmaker's release.",
            ),
            (
                _leaflets(_count("launches_with_leaflets"), "leaflets"),
                "You mixed two counters: the leaflets are the ministry's. Take `leaflets_total`.",
            ),
        ],
    ),
}
