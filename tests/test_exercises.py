"""Each exercise: its solution passes, and wrong answers and bad input get the sentence that helps."""

from importlib import import_module

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

import alliance
from alliance import check
from course import NAMES, code, is_solution, run

NOT_A_NUMBER = float("nan")


def drawn(values, kind="plot", ylabel="percent", title="A finding in words"):
    """Return an Axes with one line or one set of bars."""
    _, ax = plt.subplots()
    if values is not None:
        values = pd.Series(values)
        getattr(ax, kind)(values.index, values)
    ax.set(ylabel=ylabel, title=title)
    return ax


def kaesong():
    return pd.read_csv("../data/kaesong.csv").set_index("year").loc[2015]


def fees():
    return pd.Series({2000: 136.0, 2001: 37.212, 2002: 21.492})


def trade(column="total_musd"):
    return pd.read_csv("../data/dprk_trade.csv").set_index("year")[column]


def share(*directions):
    by_type = pd.read_csv("../data/inter_korean_trade_by_type.csv").query("year >= 2004 and year <= 2016")
    columns = [f"{direction}_musd" for direction in directions]
    total = by_type.groupby("year")[columns].sum().sum(axis=1)
    return by_type.query("type == 'kaesong'").set_index("year")[columns].sum(axis=1) / total * 100


# Exercise: answers (made when they are needed) and a part of the sentence that each must get.
CASES = {
    "0.1": [
        (lambda: 45, "number of all claims"),
        (lambda: 4, "number of paragraphs"),
        (lambda: 12, "Count the rows"),
        (lambda: "nine", "you gave text"),
        (lambda: pd.DataFrame({"dispute": ["engagement"] * 9}), "you gave a table (DataFrame) of 9 values"),
    ],
    "0.2": [
        (lambda: "engagement", "Count the claims of each dispute"),
        (lambda: "humanitarian", "fewest claims"),
        (lambda: "human", "Choose one of"),
        (lambda: 12, "A word in quotation marks"),
        (lambda: "  ", "empty"),
    ],
    "2.1": [
        (lambda: kaesong()["wage_bill_musd"] / kaesong()["production_musd"], "fraction"),
        (lambda: kaesong()["production_musd"] / kaesong()["wage_bill_musd"] * 100, "the other way round"),
        (lambda: 122.24 / (1451.966 + 1251.599) * 100, "goods that crossed the border"),
        (lambda: 2.758 / 14.91 * 100, "share of 2005"),
        (lambda: 50, "Divide the wage bill"),
        (lambda: (21, 7), "with a point, not with a comma"),
        (lambda: NOT_A_NUMBER, "missing (NaN)"),
        (lambda: "21.7", "without quotation marks"),
        (lambda: [], "empty"),
    ],
    "2.2": [
        (lambda: -370, "earlier date from the later"),
        (lambda: 371, "both the first and the last day"),
        (lambda: 1, "military exercises"),
        (lambda: 0, "farewell interview"),
        (lambda: 379, "nine days earlier"),
        (lambda: 7, "Find the first date"),
        (lambda: pd.Timedelta(days=370), "Take its .days"),
    ],
    "2.3": [
        (lambda: fees() / trade(), "missing (NaN)"),
        (lambda: (fees() / trade()).dropna(), "fractions"),
        (lambda: (fees() / trade("exports_musd") * 100).dropna(), "divided by exports"),
        (lambda: (trade() / fees() * 100).dropna(), "the other way round"),
        (lambda: fees() / pd.Series({2000: 425.148, 2001: 402.957, 2002: 641.73}) * 100, "between the two Koreas"),
        (lambda: (fees() / trade() * 100).dropna().loc[2001:], "has 2 rows; 3 are asked"),
        (lambda: (fees() / trade() * 100).dropna().reset_index(drop=True), "labels of your Series"),
        (lambda: pd.Series(dtype=float), "empty"),
        (lambda: 6.9, "A Series is asked; you gave a number"),
        (lambda: pd.DataFrame({"share": [1.0]}), "A Series is asked; you gave a table"),
    ],
    "2.4": [
        (lambda: drawn(share("inbound", "outbound") / 100), "fractions"),
        (lambda: drawn(share("inbound")), "carried South only"),
        (lambda: drawn(share("outbound"), kind="bar"), "carried North only"),
        (lambda: drawn(None), "no line and no bar"),
        (lambda: drawn(list(share("inbound", "outbound"))), "not over their years"),
        (lambda: drawn(share("inbound", "outbound"), ylabel=""), "Name the vertical axis"),
        (lambda: drawn(share("inbound", "outbound"), title=""), "Say the finding in a title"),
        (lambda: drawn(share("inbound", "outbound"), title="... A"), "Say the finding"),
        (lambda: drawn([1, 2, 3]), "For each year"),
        (lambda: share("inbound", "outbound"), "The chart itself is asked"),
    ],
    "2.5": [
        (lambda: 487 / 9.75, "fees alone"),
        (lambda: 450 / 9.75, "rights alone"),
        (lambda: 93.7, "117 months, a little less than ten years"),
        (lambda: (562.27 + 450) / 9.75, "tours of Kaesong city"),
        (lambda: 937 / 117, "amount a month"),
        (lambda: 25, "Add the 487"),
        (lambda: None, "you gave None"),
    ],
    "2.6": [
        (lambda: 4390, "Pyongyang's decisions"),
        (lambda: 16603, "sum of both sides"),
        (lambda: 3, "number of endings"),
        (lambda: 12213 / 3, "mean of the stretches"),
        (lambda: pd.Series({"ROK": 12213, "DPRK": 4390}), "One number is asked"),
    ],
}
SOLUTIONS = {exercise: f"answer_{exercise.replace('.', '_')}" for exercise in CASES}


def notebook_of(exercise: str) -> str:
    return next(name for name in NAMES if name.startswith(f"{int(exercise.split('.')[0]):02d}"))


def known(exercise: str):
    return import_module(f"alliance.exercises.notebook_{notebook_of(exercise)[:2]}").EXERCISES[exercise]


@pytest.fixture(autouse=True)
def in_the_notebooks_folder(monkeypatch):
    monkeypatch.chdir(alliance.__path__[0] + "/..")
    yield
    plt.close("all")


def said(capsys, exercise, answer) -> str:
    capsys.readouterr()
    check(exercise, answer)
    return capsys.readouterr().out


@pytest.mark.parametrize("exercise", CASES)
def test_the_solution_passes(exercise, capsys):
    answer = run(notebook_of(exercise)).variables[SOLUTIONS[exercise]]
    assert said(capsys, exercise, answer).startswith(f"Exercise {exercise}: correct. ")


@pytest.mark.parametrize("exercise", CASES)
def test_other_forms_of_the_right_answer_pass(exercise, capsys):
    answer = run(notebook_of(exercise)).variables[SOLUTIONS[exercise]]
    forms = {
        "0.1": [float(answer) if exercise == "0.1" else None],
        "0.2": ["Human rights", "HUMAN_RIGHTS "],
        "2.1": [21.7, 21.70069],
        "2.3": [answer[::-1] if exercise == "2.3" else None, pd.Series({2002: 1.0, 2000: 6.9, 2001: 1.6})],
        "2.4": [
            drawn(share("inbound", "outbound"), kind="bar"),
            drawn(share("inbound", "outbound")).figure,
            drawn(share("inbound", "outbound").rename(index=str), kind="bar"),
        ],
        "2.5": [96, 96.1],
        "2.6": [12213, np.int64(12213)],
    }
    for form in forms.get(exercise, [370]):
        assert "correct" in said(capsys, exercise, form), form


@pytest.mark.parametrize(
    ("exercise", "answer", "sentence"),
    [pytest.param(e, *case, id=f"{e}-{n}") for e, cases in CASES.items() for n, case in enumerate(cases)],
)
def test_a_wrong_answer_gets_its_sentence(exercise, answer, sentence, capsys):
    reply = said(capsys, exercise, answer())
    assert reply.startswith(f"Exercise {exercise}: not yet. ")
    assert sentence in reply
    assert reply.rstrip().endswith((".", ")", "?"))


@pytest.mark.parametrize("exercise", CASES)
def test_the_answer_is_never_printed(exercise, capsys):
    expected = known(exercise).expected()
    if isinstance(expected, str):
        return  # a word that stands among the choices by design
    values = expected.tolist() if isinstance(expected, pd.Series) else [expected]
    for answer, _ in [*CASES[exercise], (lambda: ..., "")]:
        reply = said(capsys, exercise, answer()).removeprefix(f"Exercise {exercise}: ")
        given = str(answer())
        for value in values:
            for written in {f"{value:.1f}", f"{value:.2f}", f"{value:.0f}"} - {"1", "6", "2", "7", "9", "100"}:
                assert f" {written}" not in reply or written in given, (reply, written)


class Hostile:
    """An object that raises whatever one does with it."""

    def __eq__(self, other):
        raise RuntimeError("no")

    def __len__(self):
        raise RuntimeError("no")

    def __float__(self):
        raise RuntimeError("no")

    __hash__ = None


@pytest.mark.parametrize("exercise", CASES)
def test_no_answer_raises(exercise, capsys):
    odd = [..., None, True, "", "text", NOT_A_NUMBER, float("inf"), pd.NA, pd.NaT, 1j, [], {}, (), Hostile(), Hostile]
    odd += [pd.Series(dtype=float), pd.DataFrame(), pd.Series([Hostile()]), pd.Series(["a"]), plt.figure(), 10**400]
    odd += [pd.DataFrame({"a": [None]}), pd.Series([1.0], index=[pd.Timestamp("2020-01-01")])]
    for answer in odd:
        reply = said(capsys, exercise, answer)
        assert reply.startswith(f"Exercise {exercise}: ")
        assert "correct." not in reply
    assert "not answered yet" in said(capsys, exercise, ...)


def test_unknown_exercises_are_named(capsys):
    assert "This notebook has 2.1, 2.2" in said(capsys, "2.9", 1)
    for exercise in ("9.9", "", "two", None, 2):
        assert "no such exercise" in said(capsys, exercise, 1)


def test_every_exercise_stands_in_its_notebook_and_here():
    for name in NAMES:
        declared = import_module(f"alliance.exercises.notebook_{name[:2]}").EXERCISES
        open_cells = "".join(cell.source for cell in code(name) if not is_solution(cell))
        solved = "".join(cell.source for cell in code(name) if is_solution(cell))
        for exercise in declared:
            assert f'check("{exercise}"' in open_cells
            assert f'check("{exercise}"' in solved
            assert len(CASES[exercise]) >= 4
    assert set(CASES) == {
        exercise for name in NAMES for exercise in import_module(f"alliance.exercises.notebook_{name[:2]}").EXERCISES
    }
