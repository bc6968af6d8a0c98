"""Each exercise: its solution passes, and wrong answers and bad input get the sentence that helps."""

import numbers
from importlib import import_module

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

import alliance
from alliance import check
from course import NAMES, code, is_solution, run

NOT_A_NUMBER = float("nan")
ANSWERS = [import_module(f"answers.notebook_{name[:2]}") for name in NAMES]
CASES = {exercise: cases for answers in ANSWERS for exercise, cases in answers.WRONG.items()}
FORMS = {exercise: forms for answers in ANSWERS for exercise, forms in answers.RIGHT.items()}
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


def praise(exercise: str) -> tuple[str, ...]:
    return tuple(f"Exercise {exercise}: {word}. {known(exercise).right}" for word in ("correct", "complete"))


@pytest.mark.parametrize("exercise", CASES)
def test_the_solution_passes(exercise, capsys):
    answer = run(notebook_of(exercise)).variables[SOLUTIONS[exercise]]
    assert said(capsys, exercise, answer).startswith(praise(exercise))


@pytest.mark.parametrize("exercise", CASES)
def test_other_forms_of_the_right_answer_pass(exercise, capsys):
    answer = run(notebook_of(exercise)).variables[SOLUTIONS[exercise]]
    for form in FORMS[exercise](answer):
        assert said(capsys, exercise, form).startswith(praise(exercise)), form


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
    values = [value for value in np.ravel(expected) if isinstance(value, numbers.Real)]
    for answer, _ in [*CASES[exercise], (lambda: ..., "")]:
        reply = said(capsys, exercise, answer()).removeprefix(f"Exercise {exercise}: ")
        given = str(answer())
        for value in values:
            for written in {f"{value:.1f}", f"{value:.2f}", f"{value:.0f}"} - {"100"}:
                assert len(written) == 1 or f" {written}" not in reply or written in given, (reply, written)


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
