"""Exercises of 05_human_rights."""

from collections.abc import Sequence

import pandas as pd

from ..questions import Chart, Coding, Number, Table
from ..tables import load

CODES = ["against", "mixed", "for"]
BLIND = [f"LR{number:02d}" for number in (3, 5, 9, 11, 13, 14, 21, 26, 30, 33, 37, 38, 39, 44)]
ARTICLE = pd.Timestamp("2021-03-15")
FOR_BY_SPEAKER = ["dprk", "rok_government_moon", "rok_democratic_party", "border_residents_local_gov"]


def _day(event: str) -> pd.Timestamp:
    return pd.Timestamp(load("leaflet_events").set_index("event_id").loc[event, "date"])


def _days_to_article(event: str) -> int:
    return (ARTICLE - _day(event)).days


def _count(measure: str) -> float:
    return load("leaflet_counts").query("measure == @measure")["value"].iloc[-1]  # of two periods the later one


def _kappa(
    speaker: Sequence[str] = FOR_BY_SPEAKER, unmixed: bool = False, blind: bool = False, swapped: bool = False
) -> pd.Series:
    """Return observed and expected agreement and kappa of our codes and a coder who looks at the group alone."""
    statements = load("law_reactions").merge(load("law_reaction_codes"), on="statement_id")
    ours = pd.cut(statements["stance"], [-3, -1, 0, 2], labels=CODES).astype(str)
    theirs = statements["actor_group"].isin(list(speaker)).map({not swapped: "for", swapped: "against"})
    kept = (statements["statement_id"].isin(BLIND) | (not blind)) & ((ours != "mixed") | (not unmixed))
    ours, theirs = ours[kept], theirs[kept]
    observed = (ours == theirs).mean()
    expected = sum((ours == code).mean() * (theirs == code).mean() for code in CODES)
    return pd.Series({"observed": observed, "expected": expected, "kappa": (observed - expected) / (1 - expected)})


def _plenary(council: bool = False) -> pd.DataFrame:
    texts = load("un_rights_resolutions")
    texts = texts if council else texts[texts["stage"] == "plenary"]
    terms = load("terms_of_office").query("country == 'ROK' and role == 'president'")
    terms = terms.assign(start=pd.to_datetime(terms["start"]))[["camp", "start"]]
    texts = texts.assign(day=pd.to_datetime(texts["date"], format="ISO8601")).sort_values("day")
    return pd.merge_asof(texts, terms, left_on="day", right_on="start")


def _by_camp(column: str = "rok_cosponsor", council: bool = False) -> pd.Series:
    texts = _plenary(council)
    return (texts[column] == "yes").groupby(texts["camp"]).mean() * 100


def _camp_counts() -> pd.Series:
    texts = _plenary()
    return (texts["rok_cosponsor"] == "yes").groupby(texts["camp"]).sum().astype(float)


def _camp_parts(of: str) -> pd.Series:
    texts, counts = _plenary(), _camp_counts()
    return counts / (len(texts) if of == "texts" else counts.sum()) * 100


def _votes(stage: str = "plenary", body: str = "UNGA") -> pd.DataFrame:
    rows = load("un_rights_resolutions").query("stage == @stage and body == @body and adopted_by == 'vote'")
    return rows.set_index("year")[["yes", "no", "abstain"]]


def _share(votes: pd.DataFrame) -> pd.Series:
    return votes["yes"] / votes.sum(axis="columns") * 100


EXERCISES = {
    "5.1": Number(
        expected=lambda: _days_to_article("LE28"),
        unit="days",
        within=0.4,
        right="The article judges a text and what came before it, not yet a practice. Which claims does this touch?",
        hint="Subtract the first day in force from the day of the article, and keep the sign.",
        mistakes=lambda: [
            (-_days_to_article("LE28"), "The size is right. Mind the sign: was the law in force before the article?"),
            *[(_days_to_article("LE28") + off, "One day off: do not count both ends.") for off in (-1, 1)],
            (_days_to_article("LE22"), "You counted from the vote. Count from the first day in force."),
            (_days_to_article("LE23"), "You counted from the cabinet's approval. Count from the first day in force."),
            (_days_to_article("LE24"), "You counted from the promulgation. Count from the first day in force."),
            (_days_to_article("LE09"), "You counted from the warning. Count from the first day in force."),
            (
                (_day("LE36") - _day("LE28")).days,
                "That is how long the law was in force in all. Stop at the day of the article.",
            ),
        ],
    ),
    "5.2": Number(
        expected=lambda: _count("leaflets_total") / _count("launches_with_leaflets") / 1000,
        unit="thousand leaflets a launch",
        within=0.5,
        right="Far from the printed figure. Which of the three numbers would you ask the office about?",
        hint="Divide all leaflets by the launches that carried leaflets, and then by 1,000.",
        mistakes=lambda: [
            (
                _count("leaflets_total") / _count("launches_with_leaflets"),
                "That is in leaflets. The answer is asked in thousands.",
            ),
            (
                _count("leaflets_total") / _count("launches_total") / 1000,
                "You divided by launches of any kind. Take those that carried leaflets.",
            ),
            (
                _count("leaflets_total")
                / sum(_count(f"launches_{name}_government") for name in ("park", "moon", "yoon"))
                / 1000,
                "You divided by the sum of the launches under three presidents. Take the launches with leaflets.",
            ),
            (315.0, "That is the printed figure. Compute your own from the other two."),
            (
                _count("leaflets_total") / 315_000,
                "That is how many launches the printed figure would mean. Leaflets a launch are asked.",
            ),
            (0.253, "That is in millions. The answer is asked in thousands."),
            (
                _count("leaflets") / _count("launches") / 1000,
                "That is the ministry's count to 2020. Take the lawmaker's release.",
            ),
            (
                _count("leaflets") / _count("launches_with_leaflets") / 1000,
                "You mixed two counters: the leaflets are the ministry's. Take `leaflets_total`.",
            ),
        ],
    ),
    "5.3": Coding(
        count=len(BLIND),
        codes=CODES,
        right="Every statement has a code. Run the cells below again: your list takes the place of the word counter.",
    ),
    "5.4": Number(
        expected=lambda: _kappa()["kappa"],
        unit="no unit (kappa)",
        within=0.006,
        right="The speaker alone nearly gives our code away. Is that a finding about the dispute or about the coder?",
        hint="Cross the first coder with the new one over all statements, make the table square, and call agreement.",
        mistakes=lambda: [
            (_kappa()["observed"], "That is percent agreement, as a share. Take away what chance would give."),
            (_kappa()["expected"], "That is the agreement expected by chance. Kappa needs one step more."),
            *[
                (round(_kappa()["kappa"] * 100, digits), "Kappa is no percentage. Leave it as it is.")
                for digits in (0, 1, 2)
            ],
            (0.8, "Nearly: give two decimals."),
            (_kappa(blind=True)["kappa"], "You took the 14 blind statements. All 44 are asked."),
            (_kappa(swapped=True)["kappa"], "You swapped the words: the four groups get for, all others against."),
            (_kappa()["observed"] - _kappa()["expected"], "You did not yet divide by one less the expected agreement."),
            (
                _kappa(unmixed=True)["kappa"],
                "You dropped the statements that the first coder calls mixed. Keep all rows of the square table.",
            ),
            (
                _kappa([group for group in FOR_BY_SPEAKER if group != "dprk"])["kappa"],
                "You left out Pyongyang. Four groups are coded as for.",
            ),
            (
                _kappa([group for group in FOR_BY_SPEAKER if group != "border_residents_local_gov"])["kappa"],
                "You left out the people at the border. Four groups are coded as for.",
            ),
        ],
    ),
    "5.5": Table(
        expected=lambda: _by_camp(),
        unit="percent",
        within=0.5,
        right="The camp is a strong guide. Find the years that it does not explain.",
        hint="For each text: is the column yes? Group by camp, take the mean, times one hundred.",
        mistakes=lambda: [
            (_by_camp() / 100, "These are fractions. Multiply by 100 for percent."),
            (_camp_counts(), "These are counts. Divide by the texts under each camp."),
            (100 - _by_camp(), "That is the share without Seoul's name. The share with it is asked."),
            (_by_camp("rok_position"), "That is Seoul's vote. Take the column on co-sponsors."),
            (_by_camp("us_cosponsor"), "That is Washington's name. Take Seoul's."),
            (_by_camp(council=True), "You took the texts of the Council too. Take the plenary of the Assembly."),
            (_camp_parts("texts"), "You divided by all texts. Divide by those under each camp."),
            (
                _camp_parts("names"),
                "That says how the co-sponsored texts are divided between the camps. Divide within each camp.",
            ),
        ],
    ),
    "5.6": Chart(
        expected=lambda: _share(_votes()),
        unit="percent of votes cast",
        within=0.3,
        from_zero=True,
        right="More than half from the start, and most in 2011. Who moved, states or text, these data cannot say.",
        hint="Keep the plenary votes of the Assembly, and divide yes by the sum of yes, no and abstentions.",
        mistakes=lambda: [
            (_votes()["yes"], "These are votes. Divide by all votes cast in the same year."),
            (_share(_votes()) / 100, "These are fractions. Multiply by 100 for percent."),
            (
                _share(_votes()[["yes", "no"]]),
                "You left out the abstentions. All votes cast count.",
            ),
            (_votes()["yes"] / 193 * 100, "You divided by all members. Divide by the votes cast."),
            (_share(_votes("third_committee")), "That is the Third Committee. Take the plenary."),
            (100 - _share(_votes()), "That is the share of no and abstentions together. Take yes."),
            (
                _votes()["no"] / _votes().sum(axis="columns") * 100,
                "That is the share of no. Take yes.",
            ),
        ],
    ),
}
