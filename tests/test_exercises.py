"""Each exercise: its solution passes, a known mistake gets its own sentence, bad input gets one that helps."""

import functools
import numbers
from dataclasses import fields, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from alliance import check, checks, hint, solution
from alliance.questions import Chart, Coding, Number, Table, Word
from answers import drawn
from course import NAMES, NOTEBOOKS, exercises, module, questions, run, solutions

NOT_A_NUMBER = float("nan")
EXERCISES = [pytest.param(*pair, id="-".join(pair)) for pair in exercises()]
WIDEST = 80  # characters of a line that solution() prints


def tried(name: str, kind: str) -> dict:
    """Return the answers that are tried on a notebook's exercises: ``WRONG`` or ``RIGHT``."""
    there = find_spec(f"answers.{module(name)}")
    return getattr(import_module(f"answers.{module(name)}"), kind, {}) if there else {}


WRONG = [
    pytest.param(name, exercise, *case, id=f"{name}-{exercise}-{number}")
    for name in NAMES
    for exercise, cases in tried(name, "WRONG").items()
    for number, case in enumerate(cases)
]


@functools.cache
def remembering(name: str, exercise: str):
    """Return a question that computes what it expects, and its known mistakes, only once."""
    question = questions(name)[exercise]
    parts = {field.name for field in fields(question)} & {"expected", "mistakes"}
    return replace(question, **{part: functools.cache(getattr(question, part)) for part in parts})


@pytest.fixture(autouse=True)
def in_the_notebooks_folder(monkeypatch):
    monkeypatch.chdir(NOTEBOOKS)
    for name, exercise in exercises():
        monkeypatch.setitem(questions(name), exercise, remembering(name, exercise))
    yield
    plt.close("all")


@pytest.fixture
def said(monkeypatch):
    """Return what ``check`` says of an answer: a function of exercise and answer."""
    pages = []
    monkeypatch.setattr(checks, "display", lambda data, raw: pages.append(data))

    def say(exercise, answer) -> str:
        check(exercise, answer)
        return pages.pop()["text/plain"]

    return say


def correct_reply(name: str, exercise: str) -> str:
    question = questions(name)[exercise]
    return f"Exercise {exercise}: ✓ {question.status}. {question.correct}"


def as_answer(question, value):
    """Return a value as a student would hand it in: of a chart, the chart."""
    return drawn(value, ylabel=question.unit) if isinstance(question, Chart) else value


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_the_solution_passes(name, exercise, said):
    """Run under its exercise, and after the last cell, in the notebook's own variables."""
    assert said(exercise, run(name).at_once[exercise]) == correct_reply(name, exercise)
    assert said(exercise, run(name).answers[exercise]) == correct_reply(name, exercise)


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_the_solution_is_printed_as_it_was_run(name, exercise, capsys):
    lines = solutions(name)[exercise].splitlines()
    assert any(line.startswith(f'check("{exercise}", ') for line in lines), "it ends as the exercise does"
    assert max(map(len, lines)) <= WIDEST, max(lines, key=len)
    solution(exercise)
    printed = capsys.readouterr().out.strip().splitlines()
    assert printed[printed.index(f"# Solution {exercise}") + 1 :] == lines


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_hints_lead_step_by_step(name, exercise, capsys, monkeypatch):
    monkeypatch.setattr(checks, "_hints_given", checks.Counter())
    hints = questions(name)[exercise].hints
    assert isinstance(hints, tuple) and 2 <= len(hints) <= 3
    assert len(set(hints)) == len(hints)
    for number, sentence in enumerate(hints, 1):
        assert sentence.endswith((".", "?", "!")) or number == len(hints), f"only the last one ends in code: {sentence}"
        hint(exercise)
        printed = " ".join(capsys.readouterr().out.split())
        assert f"hint {number} of {len(hints)}: {' '.join(sentence.split())}" in printed


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_other_forms_of_the_right_answer_pass(name, exercise, said):
    for form in tried(name, "RIGHT").get(exercise, lambda answer: [])(run(name).answers[exercise]):
        assert said(exercise, form) == correct_reply(name, exercise), form


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_a_known_mistake_gets_its_own_sentence(name, exercise, said):
    question, dead = questions(name)[exercise], []
    mistakes = () if isinstance(question, Coding) else question.mistakes()
    assert len(mistakes) >= 2 or exercise in tried(name, "WRONG"), "what do students get wrong?"
    for wrong, sentence in mistakes:
        reply = said(exercise, as_answer(question, wrong))
        if reply != f"Exercise {exercise}: ✗ not yet. {sentence}":
            dead.append(f"'{sentence}' is never said: {reply}")
        assert sentence not in question.hints and sentence.endswith((".", "?")), sentence
    assert not dead, "\n".join(dead)


def of_the_wrong_kind(question) -> list[tuple[Any, str]]:
    """Return answers that nobody foresaw, or of the wrong kind, or unfinished, each with a part of its reply."""
    right, first, label = question.expected(), question.hints[0], {"ylabel": getattr(question, "unit", "")}
    if type(question) is Number:
        kinds = [("12", "without quotation marks"), ([1.0], "you gave a list of 1 value"), (None, "you gave None")]
        kinds += [((21, 7), "with a point, not with a comma"), (pd.Series([1.0, 2.0]), "(Series) of 2 values")]
        kinds += [(pd.Timedelta(days=12), "Take its .days"), (np.timedelta64(12, "D"), "Take its .days")]
        return [*kinds, (NOT_A_NUMBER, "missing (NaN)"), (right + 98765.4, first)]
    if type(question) is Word:
        kinds = [("no such word", "Choose one of"), ([right], "A word in quotation marks"), (" ", "empty")]
        return [*kinds, (12, "you gave a number")]
    if type(question) is Table and isinstance(right, pd.Series):
        kinds = [(12.5, "A Series is asked; you gave a number"), (dict(right), "you gave a dictionary")]
        kinds += [(right.to_frame("share"), "you gave a table (DataFrame)"), (right.iloc[:0], "empty")]
        kinds += [
            (right.iloc[1:], f"{len(right)} are asked"),
            (right.set_axis(range(-len(right), 0)), "labels of your"),
        ]
        return [*kinds, (right * float("nan"), "missing (NaN)"), (right * 0 + 98765.4, first)]
    if type(question) is Chart:
        kinds = [(right, "The chart itself is asked"), (drawn(None), "no line and no bar")]
        kinds += [(drawn(list(right)), "not over their years"), (drawn(right * 0 + 98765.4, **label), first)]
        finished = {"from_zero": question.from_zero}
        kinds += [(drawn(right, ylabel="", **finished), "Name the vertical axis")]
        kinds += [(drawn(right, title="", **label, **finished), "Say the finding in a title")]
        kinds += [(drawn(right.abs() + 1, "barh"), "lie on their side")]
        if question.from_zero:
            kinds += [(drawn(right, **label | {"bottom": right.min() / 2 + 0.01}), "Begin the vertical axis at zero")]
        return kinds
    return []


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_an_answer_of_the_wrong_kind_hears_which_is_asked(name, exercise, said):
    for answer, sentence in of_the_wrong_kind(questions(name)[exercise]):
        reply = said(exercise, answer)
        assert reply.startswith(f"Exercise {exercise}: ✗ not yet. ")
        assert sentence in reply, (answer, reply)


@pytest.mark.parametrize(("name", "exercise", "answer", "sentence"), WRONG)
def test_a_wrong_answer_gets_its_sentence(name, exercise, answer, sentence, said):
    reply = said(exercise, answer())
    assert reply.startswith(f"Exercise {exercise}: ✗ not yet. ")
    assert sentence in reply
    assert reply.endswith((".", ")", "?"))


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_the_answer_is_never_shown(name, exercise, said):
    question = questions(name)[exercise]
    expected = question.expected()
    if isinstance(expected, str):
        return  # a word that stands among the choices by design
    values = [value for value in np.ravel(expected) if isinstance(value, numbers.Real)]
    known = [] if isinstance(question, Coding) else [as_answer(question, wrong) for wrong, _ in question.mistakes()]
    for answer in [*known, *(answer() for answer, _ in tried(name, "WRONG").get(exercise, [])), ...]:
        reply = said(exercise, answer).removeprefix(f"Exercise {exercise}: ")
        for value in values:
            for written in {f"{value:.1f}", f"{value:.2f}", f"{value:.0f}"} - {"100"}:
                assert len(written) == 1 or f" {written}" not in reply or written in str(answer), (reply, written)


class Hostile:
    """An object that raises whatever one does with it."""

    def __eq__(self, other):
        raise RuntimeError("no")

    def __len__(self):
        raise RuntimeError("no")

    def __float__(self):
        raise RuntimeError("no")

    __hash__ = None


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_no_answer_raises(name, exercise, said):
    odd = [..., None, True, "", "text", NOT_A_NUMBER, float("inf"), pd.NA, pd.NaT, 1j, [], {}, (), Hostile(), Hostile]
    odd += [pd.Series(dtype=float), pd.DataFrame(), pd.Series([Hostile()]), pd.Series(["a"]), plt.figure(), 10**400]
    odd += [pd.DataFrame({"a": [None]}), pd.Series([1.0], index=[pd.Timestamp("2020-01-01")])]
    for answer in odd:
        reply = said(exercise, answer)
        assert reply.startswith(f"Exercise {exercise}: ")
        assert "✓" not in reply
    assert said(exercise, ...).startswith(f"Exercise {exercise}: … not answered yet. ")


def test_unknown_exercises_are_named(said):
    assert "2.1, 2.2" in said("2.99", 1)
    for exercise in ("9.9", "", "two", None, 2):
        assert said(exercise, 1).startswith(f"Exercise {exercise}: ! unknown. ")


def test_no_answers_are_left_over():
    known = {exercise for _, exercise in exercises()}
    for name in NAMES:
        for kind in ("WRONG", "RIGHT"):
            assert set(tried(name, kind)) <= set(questions(name)), f"{name}: {kind}"
    assert len(known) == len(exercises()), "an exercise stands in one notebook"
