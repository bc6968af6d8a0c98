"""The kinds of questions that an exercise can ask, each with the feedback that it gives to an answer.

What is expected is computed from data/, never typed in, and never printed.
"""

import math
import numbers
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from .tables import many

Mistakes = Callable[[], Sequence[tuple[Any, str]]]
"""Wrong answers that are often given, each with a sentence on what it confuses."""


class Question(Protocol):
    """An exercise: ``status`` and ``correct`` are said of the right answer, ``feedback`` of another one.

    ``hints`` lead to the answer step by step; the first one also answers a wrong answer that nobody foresaw.
    """

    status = "correct"
    correct: str
    hints: Sequence[str]

    def feedback(self, answer: Any) -> str | None:
        """Return a sentence on what is wrong with the answer, or None when it is right."""


@dataclass(frozen=True)
class Measured(Question):
    """A question whose answer has a ``unit`` and is right within ``tolerance``, in that unit."""

    expected: Callable[[], Any]
    unit: str
    tolerance: float
    correct: str
    hints: Sequence[str]
    mistakes: Mistakes = tuple


@dataclass(frozen=True)
class Number(Measured):
    """A question for one number."""

    def feedback(self, answer: Any) -> str | None:
        if isinstance(answer, (pd.Series, pd.DataFrame, list, tuple, dict)):
            if len(answer) == 0:
                return _EMPTY
            point = " Write decimals with a point, not with a comma." if isinstance(answer, tuple) else ""
            count = many(len(answer), "value")
            return f"One number is asked, in {self.unit}; you gave {given(answer)} of {count}.{point}"
        if isinstance(answer, (pd.Timedelta, np.timedelta64)):
            return f"A number is asked, in {self.unit}; you gave a span of time. Take its .days."
        if isinstance(answer, str):
            advice = "Write it without quotation marks." if _is_number(answer) else self.hints[0]
            return f"A number is asked, in {self.unit}; you gave text. {advice}"
        if answer is pd.NA or answer is pd.NaT:
            return _MISSING
        if isinstance(answer, bool) or not isinstance(answer, numbers.Real):
            return f"A number is asked, in {self.unit}; you gave {given(answer)}."
        value = float(answer)
        if math.isnan(value):
            return _MISSING
        if self._same(value, self.expected()):
            return None
        return next((why for wrong, why in self.mistakes() if self._same(value, wrong)), self.hints[0])

    def _same(self, a: float, b: float) -> bool:
        return abs(a - b) <= self.tolerance + 1e-9


@dataclass(frozen=True)
class Word(Question):
    """A question for one word out of ``choices``; capitals, blanks and underscores don't matter."""

    expected: Callable[[], str]
    choices: Callable[[], Sequence[str]]
    correct: str
    hints: Sequence[str]
    mistakes: Mistakes = tuple

    def feedback(self, answer: Any) -> str | None:
        if not isinstance(answer, str):
            return f'A word in quotation marks is asked, such as "{self.choices()[0]}"; you gave {given(answer)}.'
        if not answer.strip():
            return _EMPTY
        word = self._plain(answer)
        if word == self._plain(self.expected()):
            return None
        if word not in map(self._plain, self.choices()):
            return f"Choose one of: {', '.join(self.choices())}."
        return next((why for wrong, why in self.mistakes() if word == self._plain(wrong)), self.hints[0])

    @staticmethod
    def _plain(word: str) -> str:
        return word.strip().casefold().replace("_", " ")


@dataclass(frozen=True)
class Table(Measured):
    """A question for a Series or DataFrame, its rows in any order.

    A Series is compared by its index and values, a DataFrame by its columns and rows. Names of a Series and of its
    index don't matter.
    """

    def feedback(self, answer: Any) -> str | None:
        expected = self.expected()
        if type(answer) is not type(expected):
            return f"A {type(expected).__name__} is asked; you gave {given(answer)}. {self.hints[0]}"
        if answer.empty:
            return _EMPTY
        if isinstance(answer, pd.DataFrame):
            absent = [column for column in expected.columns if column not in answer.columns]
            if absent:
                return f"Your DataFrame has no column {', '.join(map(str, absent))}."
        if self._same(answer, expected):
            return None
        for wrong, why in self.mistakes():
            if self._same(answer, wrong):
                return why
        asked = answer[list(expected.columns)] if isinstance(answer, pd.DataFrame) else answer
        if asked.isna().to_numpy().any() and not expected.isna().to_numpy().any():
            return _MISSING
        if len(answer) != len(expected):
            rows = f"{many(len(answer), 'row')}; {len(expected)} are asked"
            return f"Your {type(answer).__name__} has {rows}. {self.hints[0]}"
        if isinstance(answer, pd.Series) and set(answer.index) != set(expected.index):
            return f"The labels of your Series (its index) are not the ones asked. {self.hints[0]}"
        return self.hints[0]

    def _same(self, answer: pd.Series | pd.DataFrame, wanted: pd.Series | pd.DataFrame) -> bool:
        options = {"check_dtype": False, "check_index_type": False, "check_names": False}
        try:
            if isinstance(wanted, pd.DataFrame):
                columns = list(wanted.columns)
                parts = [part[columns].sort_values(columns).reset_index(drop=True) for part in (answer, wanted)]
            else:
                parts = [part.sort_index().to_frame("") for part in (answer, wanted)]
            pd.testing.assert_frame_equal(*parts, rtol=0, atol=self.tolerance, **options)
        except (AssertionError, KeyError, TypeError):
            return False
        return True


@dataclass(frozen=True)
class Chart(Measured):
    """A question for a chart: a matplotlib Axes on which one line or one set of bars shows ``expected``, a Series.

    The chart also needs a title and a label on the vertical axis. Where it matters, that axis has to begin at zero
    (``from_zero``).
    """

    from_zero: bool = False

    def feedback(self, answer: Any) -> str | None:
        if isinstance(answer, Figure) and len(answer.axes) == 1:
            answer = answer.axes[0]
        if not isinstance(answer, Axes):
            return f"The chart itself is asked: give the ax of fig, ax = plt.subplots(); you gave {given(answer)}."
        if any(getattr(bars, "orientation", None) == "horizontal" for bars in answer.containers):
            return "These bars lie on their side. Draw upright bars (ax.bar) or a line."
        drawn = self._drawn(answer)
        if not drawn:
            return "There is no line and no bar on this chart yet."
        matching = [values for values in drawn if self._same(values, self.expected())]
        if not matching:
            known = (why for wrong, why in self.mistakes() if any(self._same(values, wrong) for values in drawn))
            return next(known, self.hints[0])
        years = [str(year) for year in self.expected().dropna().sort_index().index]
        if not any(years in ([f"{x:g}" for x in values.index], self._written(answer, values)) for values in matching):
            return "The values are right, but not over their years: the horizontal axis takes the index."
        if self.from_zero and answer.get_ylim()[0] != 0:
            return "The values are right. Begin the vertical axis at zero (ax.set_ylim) and look at the chart again."
        if not _says(answer.get_ylabel(), words=1):
            return f"The values are right. Name the vertical axis and its unit ({self.unit}) with ax.set_ylabel(...)."
        if not any(_says(answer.get_title(loc=place), words=3) for place in ("left", "center", "right")):
            return "The values are right. Say the finding in a title of three words or more: ax.set_title(...)."
        return None

    @staticmethod
    def _drawn(ax: Axes) -> list[pd.Series]:
        points = [(line.get_xdata(orig=False), line.get_ydata(orig=False)) for line in ax.lines]
        bars = [bar for drawn in ax.containers if isinstance(drawn, BarContainer) for bar in drawn]  # no bands
        if bars:
            points.append(([bar.get_x() + bar.get_width() / 2 for bar in bars], [bar.get_height() for bar in bars]))
        return [pd.Series(up, index=np.round(across, 6), dtype=float).dropna().sort_index() for across, up in points]

    @staticmethod
    def _written(ax: Axes, values: pd.Series) -> list[str]:
        """Return what stands under the values where the axis is one of words or dates."""
        return list(ax.xaxis.get_major_formatter().format_ticks(list(values.index)))

    def _same(self, values: pd.Series, wanted: pd.Series) -> bool:
        wanted = wanted.dropna().sort_index()
        return len(values) == len(wanted) and bool((abs(values.to_numpy() - wanted.to_numpy()) <= self.tolerance).all())


@dataclass(frozen=True)
class Coding(Question):
    """A question for one code for each of ``count`` statements. Any complete coding is right: there is no key here.

    The codes come as one text ("a m f"), or as a list, a tuple or a Series; each is a word of ``codes`` or its first
    letter. In a text of letters, blanks, commas and line breaks don't matter.
    """

    status = "complete"
    count: int
    codes: Sequence[str]
    correct: str
    hints: Sequence[str]

    def expected(self) -> list[str]:
        """Return the codes that may be given."""
        return list(self.codes)

    def read(self, answer: Any) -> list[str | None]:
        """Return the codes of an answer as whole words, None for what is no code; an empty list for no coding."""
        if isinstance(answer, str):
            words = re.findall(r"[^\W_]+", answer)
            known = {*self.codes, *(code[0] for code in self.codes)}
            answer = words if {word.casefold() for word in words} <= known else "".join(words)
        elif not isinstance(answer, (list, tuple, pd.Series)):
            return []
        words = {name: code for code in self.codes for name in (code, code[0])}
        return [words.get(code.strip().casefold()) if isinstance(code, str) else None for code in answer]

    def feedback(self, answer: Any) -> str | None:
        coded = self.read(answer)
        choices = ", ".join(f"{code[0]} ({code})" for code in self.codes)
        if len(coded) != self.count:
            return f"{self.count} letters are asked, one for each statement from top to bottom; you gave {len(coded)}."
        if None in coded:
            return f"The code of statement number {coded.index(None) + 1} is none of these: {choices}."
        if len(set(coded)) == 1:
            return "All statements have one and the same code. Read them again: kappa needs at least two codes."
        return None


_EMPTY = (
    "Your answer is empty: a filter left no rows, or two tables had no label in common. Look at each step on its own."
)
_MISSING = (
    "A value is missing (NaN) in your answer: a year without a number went into the calculation, or the labels (index) "
    "of two columns did not match."
)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\s*-?\d+([.,]\d+)?\s*%?\s*", text))


def _says(text: str, words: int) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= words


def given(answer: object) -> str:
    """Say in words of what kind an answer is."""
    name = type(answer).__name__
    known = {"Series": "a table column (Series)", "DataFrame": "a table (DataFrame)", "dict": "a dictionary"}
    known |= {"str": "text", "bool": "True or False", "NoneType": "None"}
    known |= dict.fromkeys(("int", "float", "float32", "float64"), "a number")
    return known.get(name, f"{'an' if name[0] in 'aeiouAEIO' else 'a'} {name}")
