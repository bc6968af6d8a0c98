"""Each exercise: its solution passes, a known mistake gets its own sentence, bad input gets one that helps.

How exactly an answer is asked stands once, behind the last line of its solution: ``check("1.1", answer_1_1)  # 8.2``.
"""

import ast
import contextlib
import functools
import numbers
import re
from dataclasses import fields, replace
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from alliance import check, checks, hint, solution
from alliance.questions import Chart, Coding, Measured, Number, Table, Word
from course import NOTEBOOKS, asks, cells, code, exercises, module, questions, run, solutions, visible
from test_prose import Stock

NOT_A_NUMBER = float("nan")


def cases(kind: type = object) -> list:
    """Return the exercises of a kind, as parameters of a test."""
    found = [pair for pair in exercises() if isinstance(questions(pair[0])[pair[1]], kind)]
    return [pytest.param(*pair, id="-".join(pair)) for pair in found]


EXERCISES, MEASURED = cases(), cases(Measured)
WIDEST = 80  # characters of a line that solution() prints
DECIMALS = {"one decimal": 1, "two decimals": 2, "three decimals": 3}
# Outside of backticks: a quotation mark, a bracket behind a word, a comparison, an underscore, a method, a calculation.
CODE = re.compile(r'"|\w[\[(]|[=!<>]=|\w_\w|(?<!\w)\.[a-z]|\w\.[a-z]|\*\*| [*/<>+&=] ')


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


def drawn(values, kind="plot", ylabel="percent", title="A finding in words", bottom=0) -> Axes:
    """Return an Axes with one line or one set of bars."""
    ax = Figure().subplots()
    if values is not None:
        values = pd.Series(values)
        getattr(ax, kind)(values.index, values)
    ax.set(ylabel=ylabel, title=title)
    ax.set_ylim(bottom=bottom)
    return ax


def as_answer(question, value):
    """Return a value as a student would hand it in: of a chart, the chart."""
    return drawn(value, ylabel=question.unit) if isinstance(question, Chart) else value


def known_mistakes(question) -> list[tuple[Any, str]]:
    """Return the wrong answers that a question foresees, each with its sentence; a coding has none."""
    return [] if isinstance(question, Coding) else list(question.mistakes())


def spoken(question) -> list[str]:
    """Return all sentences of a question."""
    return [*question.hints, question.correct, *(sentence for _, sentence in known_mistakes(question))]


def without_code(sentence: str) -> str:
    """Return the words of a sentence, without what stands in backticks."""
    return re.sub("`[^`]+`", " ", sentence)


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


# How exactly


def asked(name: str, exercise: str) -> list[str]:
    """Return the parts of an answer as its solution writes it behind ``check``, with "..." for parts left out."""
    found = re.search(rf'^check\("{exercise}", \w+\)  # (.+)$', solutions(name)[exercise], re.M)
    assert found, "say the answer behind the last line of the solution, as exactly as the task asks"
    return re.split(r",? ", found.group(1))


def decimals(said: list[str]) -> int:
    """Return with how many decimals the numbers of an answer are written."""
    return len(said[0].partition(".")[2])


def moved(right: Any, by: float) -> Any:
    """Return a number, or a Series with its last value, moved a little."""
    if not isinstance(right, pd.Series):
        return right + by
    other = right.astype(float)
    other.iloc[-1] += by
    return other


@pytest.mark.parametrize(("name", "exercise"), MEASURED)
def test_the_answer_is_what_its_solution_says(name, exercise):
    expected, said = questions(name)[exercise].expected(), asked(name, exercise)
    values = [f"{value + 1e-9:.{decimals(said)}f}" for value in np.ravel(expected)]
    if "..." in said:
        first, last = said.index("..."), said.index("...") + 1 - len(said)
        said, values = said[:first] + said[last:], values[:first] + values[last:]
    assert said == values


@pytest.mark.parametrize(("name", "exercise"), MEASURED)
def test_an_answer_is_right_within_half_of_its_last_digit(name, exercise):
    """A count is exact. What is measured may be rounded as asked, but not reach the next digit, or a known mistake."""
    question = questions(name)[exercise]
    right, step = question.expected(), 10.0 ** -decimals(asked(name, exercise))
    if isinstance(question, Number):
        step = min(step, *(abs(wrong - right) for wrong, _ in question.mistakes()))
    counted = np.asarray(right).dtype.kind in "iu"
    for by in (step, -step):
        assert question.feedback(as_answer(question, moved(right, by))), f"{by} off is no mistake"
        refused = question.feedback(as_answer(question, moved(right, by / 2)))
        assert bool(refused) == counted, f"{by / 2} off: {refused or 'right'}"


def task(name: str, exercise: str) -> str:
    """Return the text that asks for an exercise."""
    place = next(place for place, cell in enumerate(cells(name)) if asks(cell) == exercise)
    return next(cell.source for cell in reversed(cells(name)[:place]) if f"Exercise {exercise} " in cell.source)


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_the_task_asks_as_exactly_as_its_solution_answers(name, exercise):
    for words, digits in DECIMALS.items():
        assert words not in task(name, exercise).lower() or decimals(asked(name, exercise)) == digits


# Other forms of the right answer, and of wrong ones


def other_forms(question, answer) -> list[Any]:
    """Return other forms in which a student may give the right answer of a solution."""
    if isinstance(question, Word):
        return [answer.lower(), f" {answer.upper()} "]
    if isinstance(question, Coding):
        letters = re.findall(r"\w", answer)
        names = {name[0]: name for name in question.codes}
        return [letters, tuple(letters), pd.Series(letters), "".join(letters), ", ".join(letters).upper()] + [
            form(names[letter] for letter in letters) for form in (list, " ".join)
        ]
    if isinstance(question, Chart):
        right = question.expected()
        charts = [drawn(right, "bar"), drawn(right.rename(index=str), "bar").figure]
        if right.index.dtype.kind == "i":
            charts += [drawn(right), drawn(right.reindex(range(right.index[0] - 3, right.index[-1] + 1)), "bar")]
        return [answer.figure, *charts]
    if isinstance(question, Table):
        return [answer[::-1], answer.rename("other")]
    return [np.float64(answer), float(answer)]


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_other_forms_of_the_right_answer_pass(name, exercise, said):
    for form in other_forms(questions(name)[exercise], run(name).answers[exercise]):
        assert said(exercise, form) == correct_reply(name, exercise), form


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_a_known_mistake_gets_its_own_sentence(name, exercise, said):
    question, dead = questions(name)[exercise], []
    assert len(known_mistakes(question)) >= 2 or isinstance(question, Coding), "what do students get wrong?"
    for wrong, sentence in known_mistakes(question):
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
        kinds += [("20 of them", f"you gave text. {first}"), (True, "you gave True or False"), ([], "empty")]
        return [*kinds, (NOT_A_NUMBER, "missing (NaN)"), (right + 98765.4, first)]
    if type(question) is Word:
        kinds = [("no such word", "Choose one of"), ([right], "A word in quotation marks"), (" ", "empty")]
        return [*kinds, (12, "you gave a number")]
    if type(question) is Coding:
        some = ([code[0] for code in question.codes] * question.count)[: question.count]
        kinds = [(some[1:], f"you gave {question.count - 1}"), (["x", *some[1:]], "statement number 1 is none")]
        return [*kinds, (" ".join([*some[:-1], "x"]), f"number {question.count}"), ([1] * question.count, "number 1 ")]
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
        kinds += [(drawn(right, ylabel=""), "Name the vertical axis")]
        kinds += [(drawn(right, title="", **label), "Say the finding in a title")]
        kinds += [(drawn(right.abs() + 1, "barh"), "lie on their side")]
        if question.from_zero:
            kinds += [(drawn(right, bottom=right.min() / 2 + 0.01, **label), "Begin the vertical axis at zero")]
        return kinds
    return []


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_an_answer_of_the_wrong_kind_hears_which_is_asked(name, exercise, said):
    for answer, sentence in of_the_wrong_kind(questions(name)[exercise]):
        reply = said(exercise, answer)
        assert reply.startswith(f"Exercise {exercise}: ✗ not yet. ")
        assert sentence in reply, (answer, reply)


@pytest.mark.parametrize(("name", "exercise"), MEASURED)
def test_the_answer_is_never_shown(name, exercise):
    """What is said of a wrong answer, foreseen or not, has no number of the right one that was not given."""
    question = questions(name)[exercise]
    values = np.ravel(question.expected())
    written = {f"{value:.{digits}f}" for value in values for digits in (0, 1, 2)} - {"100"}
    for wrong, sentence in [*known_mistakes(question), (None, question.hints[0])]:
        given = str(wrong) if isinstance(wrong, numbers.Real) else ""
        assert not [one for one in written if len(one) > 1 and f" {one}" in sentence and one not in given], sentence


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


def test_an_exercise_stands_in_one_notebook():
    known = [exercise for _, exercise in exercises()]
    assert len(set(known)) == len(known)


# Hints, and the code in all sentences


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


@functools.cache
def everything(name: str) -> str:
    """Return all that a notebook and its solutions say, as text."""
    outputs = (visible(output) for cell in code(name) for output in cell.outputs)
    return "\n".join([*(cell.source for cell in cells(name)), *solutions(name).values(), *outputs])


@functools.cache
def names(name: str) -> set:
    """Return what code may name in a notebook: its variables, and rows, columns and words of its tables."""
    found = set(run(name).variables)
    for table in run(name).variables.values():
        if isinstance(table, (pd.Series, pd.DataFrame)):
            words = (cell for cell in np.ravel(table) if isinstance(cell, str))
            found.update(*table.axes, words)
    return found


def value(text: str, variables: dict[str, Any]) -> Any:
    """Run code in these variables and return what it gives; with "..." it is a sketch that may not fit."""
    with contextlib.suppress(TypeError, ValueError) if "..." in text else contextlib.nullcontext():
        (statement,) = ast.parse(text).body
        if isinstance(statement, ast.Expr):
            return eval(text, variables)
        exec(text, variables)
        return variables[statement.targets[0].id]


def constants(tree: ast.AST, kind: type) -> list:
    """Return the words or the numbers that are written in code."""
    found = [part.value for part in ast.walk(tree) if isinstance(part, ast.Constant)]
    return [value for value in found if isinstance(value, kind)]


def lacks(name: str, text: str) -> list[str]:
    """Return the method, or the names and words, of a piece of code that its notebook does not have."""
    if method := re.fullmatch(r"\.(\w+)(?:\(\))?", text):
        return [] if any(hasattr(kind, method[1]) for kind in (pd.Series, pd.DataFrame, Axes)) else [text]
    tree = ast.parse(text)
    words = [*constants(tree, str), *(part.id for part in ast.walk(tree) if isinstance(part, ast.Name))]
    return [word for word in words if "..." not in word and word not in everything(name)]


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_code_in_sentences_runs_in_the_notebook(name, exercise):
    """Each column, variable and method that a sentence names is there, and code that gives the answer gives it."""
    question = questions(name)[exercise]
    variables = run(name).variables | dict(zip(("fig", "ax"), plt.subplots(), strict=True))
    for line in "".join(re.findall(r"^```python\n(.*?)^```", task(name, exercise), re.M | re.S)).splitlines():
        if "..." not in line:
            exec(line, variables)
    for sentence in spoken(question):
        assert not CODE.search(without_code(sentence)), f"code stands in backticks: {sentence}"
        for text in re.findall(r"`([^`]+)`", sentence):
            if text in names(name) or re.fullmatch(r"\W+", text):  # an operator
                continue
            assert not lacks(name, text), f"{lacks(name, text)} is nowhere: {sentence}"
            if text.startswith("."):
                continue
            given = value(text, variables)
            if "..." not in text and ("the dots" in sentence or text.startswith("answer_")):
                assert isinstance(question, Chart) or question.feedback(given) is None, f"{text} is not right"
    if isinstance(question, Chart) and variables["ax"].has_data():
        assert question.feedback(variables["ax"]).startswith("The values are right."), "the hints draw something else"


# Numbers in sentences


@functools.cache
def entries(name: str) -> dict[str, ast.expr]:
    """Return the code of each question of a notebook by the id of its exercise."""
    tree = ast.parse((NOTEBOOKS / "alliance" / "exercises" / f"{module(name)}.py").read_text("utf-8"))
    table = next(part.value for part in tree.body if ast.unparse(part).startswith("EXERCISES = "))
    return {key.value: entry for key, entry in zip(table.keys, table.values, strict=True)}


def stock(*texts: str) -> Stock:
    found = Stock()
    for text in texts:
        found.add(text)
    return found


@functools.cache
def outputs(name: str) -> Stock:
    return stock(*(visible(output) for cell in code(name) for output in cell.outputs))


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_numbers_in_sentences_belong_to_the_exercise(name, exercise):
    """They stand in its task, its solution or the code of its question, or are computed by it; or are shown above."""
    question = questions(name)[exercise]
    values = [*constants(entries(name)[exercise], float | int), *constants(ast.parse(solutions(name)[exercise]), int)]
    for answer in [question.expected(), *(wrong for wrong, _ in known_mistakes(question))]:
        values += list(np.ravel(answer))
    known = (f"{value}\n{value:.4f}" for value in [*values, 100] if isinstance(value, numbers.Real))
    own = stock(task(name, exercise), solutions(name)[exercise], *known)
    for sentence in spoken(question):
        bare = without_code(sentence)
        for text in re.findall(r"`([^`]*\d[^`]*)`", sentence):
            bare += "".join(f" {number}" for number in constants(ast.parse(text), float | int))
        lost = own.lacks(bare) & outputs(name).lacks(bare) if sentence == question.correct else own.lacks(bare)
        assert not lost, f"{', '.join(lost)}: {sentence}"
