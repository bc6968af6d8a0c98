"""Prose is held to its outputs, data and cards: no number and no date stands in a text that stands nowhere else.

Under *What we see* a number has to stand in an output of the same step. In every other text of a notebook, and in its
kit, in an output of the topic, in a data file that the topic loads, in a claim card, in what its exercises compute, or
in the title or date of a source that the text links.
"""

import functools
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd
import pytest

from course import DATA, FURTHER, NAMES, TEACHING, cells, code, questions, read, solutions, texts, topic, visible

NUMBER = re.compile(r"(?<![\w.,+])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w+])|(?<![\w.,+])\d+(?:\.\d+)?(?![\w+])")
SEEN = re.compile(r"\*\*What we see\.?\*\*(.*?)(?=\*\*What this cannot|\Z)", re.S)
MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]
NAMED = "|".join(MONTHS)
DAYS = r"\d{1,2}(?:(?:, | and | or | to |-|–)\d{1,2})*"
DATE = re.compile(rf"(?<![\w.,])(?:({DAYS}) )?({NAMED})(?: ({DAYS})(?!\d))?,?(?: ((?:19|20)\d\d)\b)?")
ISO = re.compile(r"(?<![\w.])((?:19|20)\d\d)-(0\d|1[0-2])(?:-(\d\d))?(?!\w)")
YEAR = re.compile(r"(?<![\w.,])((?:19|20)\d\d)(?![\w,.]*\d)(?:[-–](\d\d)(?!\d))?")
# What stands aside: it numbers or measures the lesson itself.
ASIDE = re.compile(
    r"\]\([^)]*\)|<[^>]+>|https?://\S+"  # addresses
    r"|^\s*\d+\. |^\|\s*\d+(?:-\d+)?\s*\|"  # items of a list, minutes of a plan
    r"|\b(?:[Ee]xercises?|[Ss]teps?|[Pp]aragraphs?|[Pp]redictions?|[Qq]uestions?|[Cc]ards?|[Ss]tatements?|[Nn]otebooks?)"
    r" \d+(?:\.\d+)?(?:(?:,| and| or| to|-|–) ?\d+(?:\.\d+)?)*"
    r"|\b\d+(?:(?: to |-)\d+)? (?:minutes?|points?)\b|\(\d points?\)"
    r"|\b0\d\b|\*\*\d\.\d\*\*",  # notebooks, exercises
    re.M,
)
LONG_NUMBER, FOUND = 3, 0.95  # digits that count; share of changed last digits that has to be found


@dataclass
class Stock:
    """The numbers, dates and years that a text may have; of a number, too, with how many decimals it is known."""

    numbers: dict[Decimal, int] = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)  # "13" is not known as "13.0"
    dates: set[tuple] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    _rounded: dict[int, set[Decimal]] = field(default_factory=dict)

    def add(self, text: str, as_written: bool = False) -> None:
        """Take in what stands in a text; ``as_written`` means that its numbers may not be rounded."""
        found = dates(text)
        self.dates |= {part for date in found for part in openly(date)}
        self.years |= {f"{date[0]}" for date in found if date[0]} | set(years(text))
        if as_written:
            self.exact |= set(map(str, numbers(text)))
        else:
            self.take((number, places(number)) for number in numbers(text))

    def take(self, known: Iterable[tuple[Decimal, int]]) -> None:
        """Take in numbers, each with its decimals."""
        for number, digits in known:
            self.numbers[number] = max(digits, self.numbers.get(number, 0))
        self._rounded.clear()

    def has(self, number: Decimal) -> bool:
        """Say whether a number, at the precision written, is among those here."""
        digits = places(number)
        if digits not in self._rounded:
            unit = Decimal(1).scaleb(-digits)
            known = [number for number, decimals in self.numbers.items() if decimals >= digits]
            self._rounded[digits] = {number.quantize(unit, ROUND_HALF_UP) for number in known}
        return number in self._rounded[digits] or str(number) in self.exact

    def lacks(self, text: str) -> set[str]:
        """Return what stands in a text and not here."""
        text = ASIDE.sub(" ", html.unescape(text))
        found = {str(number) for number in numbers(text) if not self.has(number)}
        found |= {year for year in years(text) if year not in self.years}
        return found | {spoken(date) for date in dates(text) if date not in self.dates}


def openly(date: tuple) -> set[tuple]:
    """Return a date in the forms in which a text may name it: whole, without its year, without its day."""
    year, month, day = date
    return {date, (None, month, day), (year, month, None)} - {(None, month, None)}


def dates(text: str) -> list[tuple[int | None, int, int | None]]:
    """Return the dates of a text as year, month, day, with None for what is not said; a lone month is none."""
    found = [tuple(int(part) if part else None for part in match.groups()) for match in ISO.finditer(text)]
    for match in DATE.finditer(text):
        before, month, after, year = match.groups()
        days = [int(day) for day in re.findall(r"\d+", before or after or "")] or [None]
        if year or days != [None]:
            found += [(int(year) if year else None, MONTHS.index(month) + 1, day) for day in days]
    return [date for date in found if 1 <= date[1] <= 12]


def years(text: str) -> list[str]:
    """Return the years of a text that are no part of a date."""
    text = DATE.sub(" ", ISO.sub(" ", text))
    found = YEAR.findall(text)
    return [year for year, _ in found] + [year[:2] + end for year, end in found if end]


def numbers(text: str) -> list[Decimal]:
    """Return the numbers of a text; dates and years stand aside."""
    text = re.sub(r"\]\([^)]*\)|[Ee]xercise \d+\.\d+", " ", text)
    text = YEAR.sub(" ", DATE.sub(" ", ISO.sub(" ", text)))
    return [Decimal(match.group().replace(",", "")) for match in NUMBER.finditer(text)]


def spoken(date: tuple) -> str:
    """Return a date in words."""
    year, month, day = date
    return " ".join(str(part) for part in (day, MONTHS[month - 1], year) if part)


def places(number: Decimal) -> int:
    return -number.as_tuple().exponent


def changed(text: str) -> Iterator[tuple[str, str]]:
    """Yield each long number of a text, and the text with the last digit of that number changed."""
    bare = text
    for pattern in (ASIDE, ISO, DATE, YEAR):
        bare = pattern.sub(lambda match: " " * len(match.group()), bare)
    for match in NUMBER.finditer(bare):
        if len(Decimal(match.group().replace(",", "")).as_tuple().digits) >= LONG_NUMBER:
            last = str((int(match.group()[-1]) + 1) % 10)
            yield match.group(), text[: match.end() - 1] + last + text[match.end() :]


# What we see


def results(name: str) -> list[tuple[str, str, int, str]]:
    """Return each *What we see* with its notebook, its step, its place among the cells, and its words."""
    found, step = [], ""
    for place, cell in enumerate(cells(name)):
        if cell.cell_type == "markdown":
            heading = re.match(r"##+ (.*)", cell.source)
            step = heading.group(1) if heading else step
            found += [(name, step, place, text) for text in SEEN.findall(cell.source)]
    return found


@functools.cache
def shown(name: str, place: int) -> Stock:
    """Return what the outputs show between the heading of a step and a place in it."""
    found = Stock()
    for cell in reversed(cells(name)[:place]):
        for output in cell.get("outputs", []):
            found.add(visible(output))
        if re.match(r"##+ ", cell.source):
            break
    return found


RESULTS = [case for name in NAMES for case in results(name)]
CASES = [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in RESULTS]


@pytest.mark.parametrize(("name", "step", "place", "text"), CASES)
def test_numbers_stand_in_an_output(name, step, place, text):
    found = [str(number) for number in numbers(re.sub(r"`[^`]*`", " ", text)) if not shown(name, place).has(number)]
    assert not found, f"{step}: {', '.join(found)} stands in no output of this step"


@pytest.mark.parametrize(("name", "step", "place", "text"), CASES)
def test_a_changed_digit_is_found(name, step, place, text):
    for number in numbers(re.sub(r"`[^`]*`", " ", text)):
        if len(number.as_tuple().digits) >= LONG_NUMBER:
            other = number + Decimal(1).scaleb(-places(number))
            assert not shown(name, place).has(other), f"{step}: {other} in place of {number} would not be found"


# Every other text


@functools.cache
def stock(*names: str) -> Stock:
    """Return what a text may have: outputs and data files of these notebooks, and what their exercises compute."""
    found = Stock()
    for name in names:
        for cell in code(name):
            for output in cell.outputs:
                found.add(visible(output))
        source = "\n".join([*(cell.source for cell in code(name)), *solutions(name).values()])
        for table in loaded(source):
            rows = read(table)
            for column in rows.columns.difference(["source_id", "also"]):
                written = (str(value).removesuffix(".0") for value in rows[column].dropna().unique())
                found.add("\n".join(written), as_written=True)
        for question in questions(name).values():
            found.take(computed(question.expected()))
    return found


def loaded(source: str) -> set[str]:
    """Return the names of the tables that code reads, itself or by a helper."""
    names = set(re.findall(r"\.\./data/(\w+)\.csv", source)) | {"article_paragraphs"}
    names |= {"terms_of_office"} if "bands(" in source else set()
    return names | {path.stem for path in DATA.glob("*.csv") if "{" in source and f'"{path.stem}"' in source}


def computed(value) -> list[tuple[Decimal, int]]:
    """Return the numbers of an answer, with more decimals than a text would give."""
    flat = pd.to_numeric(pd.Series(np.ravel(value), dtype=object), errors="coerce").dropna()
    return [(Decimal(f"{float(one):.4f}"), 4) for one in flat]


def held() -> list:
    """Return each text that is held: its notebooks, its place, its words.

    What a student reads in the lesson is held to the lesson alone, everything else to the whole topic.
    """
    found = []
    for name in NAMES:
        both = tuple(topic(name))
        found += [(both if name in FURTHER else (name,), f"{name}, {cell.id}", cell.source) for cell in texts(name)]
        for path in sorted((TEACHING / name).glob("*.md")) if (TEACHING / name).is_dir() else []:
            parts = re.split(r"^(?=## )", path.read_text("utf-8"), flags=re.M)
            names = (name,) if path.stem in ("sheet", "key", "cards") else both
            found += [(names, f"{name}/{path.name}, {part.splitlines()[0]}", part) for part in parts if part.strip()]
    return found


HELD = held()
TEXTS = [pytest.param(*case, id=case[1]) for case in HELD]


def missing(names: tuple[str, ...], text: str) -> list[str]:
    """Return the numbers and dates of a text that stand nowhere."""
    linked = Stock()
    for url in re.findall(r"\]\((https?://[^)\s]+)\)", text):
        linked.add(sources().get(url, ""))
    return sorted(stock(*names).lacks(text) & linked.lacks(text))


@functools.cache
def sources() -> dict[str, str]:
    """Return title and date of each source by its address."""
    table = read("sources").set_index("url")[["title", "date"]].fillna("").astype(str)
    return table.agg(" ".join, axis=1).to_dict()


@pytest.mark.parametrize(("names", "place", "text"), TEXTS)
def test_every_number_and_date_stands_somewhere(names, place, text):
    assert missing(names, text) == [], f"{place}: in no output, data file, card or linked source"


def test_nearly_every_changed_digit_is_found():
    """Under *What we see* the outputs of the step decide, elsewhere those of the notebooks."""
    tried = {}
    for name, step, place, text in RESULTS:
        for number, other in changed(text):
            tried[name, step, number] = bool(shown(name, place).lacks(other) - shown(name, place).lacks(text))
    for names, place, text in HELD:
        for number, other in changed(text) if "**What we see" not in text else []:
            tried[place, number] = missing(names, other) != missing(names, text)
    unseen = [place for place, is_found in tried.items() if not is_found]
    assert len(unseen) <= (1 - FOUND) * len(tried), f"{len(unseen)} of {len(tried)}: {unseen}"


def test_a_changed_date_is_found():
    own = Stock()
    own.add("2020-06-10, on 11 June and 30 September 2021; Seoul 2019")
    assert own.lacks("On 10 June 2020, in June 2020, on 11 June, in September 2021; 2019, 2019-21.") == set()
    for wrong in ("11 June 2020", "June 2021", "12 June", "30 and 31 September 2021", "2018", "2020-22"):
        assert own.lacks(f"On {wrong}."), wrong


def test_numbers_and_dates_are_read_as_written():
    text = "In 2015, 1,357,249 of [12](http://a/7) and 4.50 percent, a 2+2 on CL07, 311 to 1, on 4 and 16 June 2020."
    assert numbers(text) == list(map(Decimal, ("1357249", "12", "4.50", "311", "1")))
    assert dates("On 4 and 16 June 2020, March 17-18, 2021") == [
        (2020, 6, 4),
        (2020, 6, 16),
        (2021, 3, 17),
        (2021, 3, 18),
    ]
    assert years("From 2018-21 to 2019, on 2020-01-02") == ["2018", "2019", "2021"]
    own = Stock()
    own.add("4.53 and 7.5, 129 and 129.0")
    assert own.has(Decimal("4.5")) and own.has(Decimal("7.5")) and own.has(Decimal("129.0"))
    assert not own.has(Decimal("7.50")) and not own.has(Decimal("4.6"))
    aside = "1. See paragraphs 3, 7 and 12, exercise 2.4, step 2; 3 points, about 45 minutes, [a](http://x/99).\n"
    assert Stock().lacks(aside + "| 3-12 | talk |\n- **2.1**: 8 to 9 minutes, notebook 02") == set()
