"""Prose is held to outputs, data and cards: no number, date or quotation stands in a text that stands nowhere else.

A number, year or date stands, at the precision written, in what its text may draw on: under *What we see* an output of
the same step; elsewhere an output, the code or an exercise of the topic, a table that it loads, `facts.csv`, or a
source that the text links; for a kit, the words of its notebooks too.

What no rule here holds: number words, and a small number or a year that stands there for another reason. That these
have changed is seen by the seal (test_seal.py).
"""

import calendar
import functools
import html
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from course import (
    DATA,
    FURTHER,
    NAMES,
    ROOT,
    TABLES,
    TEACHING,
    cells,
    code,
    questions,
    read,
    solutions,
    texts,
    topic,
    under,
    visible,
)
from reading_load import PROMPT

NUMBER = re.compile(r"(?<![\w.,+])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w+])|(?<![\w.,+])\d+(?:\.\d+)?(?![\w+])")
SEEN = re.compile(r"\*\*What we see\.?\*\*(.*?)(?=\*\*What this cannot|\Z)", re.S)
MONTHS = calendar.month_name[1:]
NAMED = "|".join(MONTHS)
DAYS = r"\d{1,2}(?:(?:, | and | or | to |-|–)\d{1,2})*"
DATE = re.compile(rf"(?<![\w.,])(?:({DAYS}) )?({NAMED})(?: ({DAYS})(?!\d))?,?(?: ((?:19|20)\d\d)\b)?")
ISO = re.compile(r"(?<![\w.])((?:19|20)\d\d)-(0\d|1[0-2])(?:-(\d\d))?(?!\w)")
YEAR = re.compile(r"(?<![\w.,])((?:19|20)\d\d)(?![\w,.]*\d)(?:[-–](\d\d)(?!\d))?")
# What stands aside: it numbers or measures the lesson itself.
ASIDE = re.compile(
    r"\]\([^)]*\)|<[^>]+>|https?://\S+"  # addresses
    r"|^\s*\d+\. |^\|\s*\d+(?:-\d+)?\s*\|"  # items of a list, minutes of a plan
    r"|\b(?:[Ee]xercises?|[Ss]teps?|[Pp]aragraphs?|[Pp]redictions?|[Qq]uestions?|[Cc]ards?|[Ss]tatements?|[Nn]otebooks?"
    r"|[Ss]ections?|[Pp]arts?|[Tt]exts?|[Bb]ags?|[Tt]hemes?|[Rr]ows?|[Cc]harts?|[Nn]ews|[Vv]oices?)"
    r" \d+(?:\.\d+)?(?:(?:,| and| or| to|-|–) ?\d+(?:\.\d+)?)*"
    r"|\b\d+(?:(?: to |-)\d+)? (?:minutes?(?: of 50)?|points?|hours?|students)\b|minutes of 50|\(\d points?\)|\(\d+\)"
    r"|\b0\d\b|\*\*\d+\.\d\*\*"  # notebooks, exercises
    r"|Python [\d.]+(?: to [\d.]+)?|[\d,]+ words|minute \d+|\b\d+ \((?:no|yes)\)|COVID-19|```.*?```|`[^`]*`",  # code
    re.M | re.S,
)
WORD = re.compile(r"[^\W\d_]{3,}")
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) |\|)")  # a paragraph, an item of a list, a row
SENTENCE = re.compile(BLOCK.pattern + r"|(?<=[.!?:;])[\"”)*]*\s+(?=[A-Z*\"“(\[])")
MINUTES = {word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"], 1)}
MINUTES |= {"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15}
LONG = 3  # digits of a number that few lines have
TRIED = 60  # changes of each kind
FOUND = {"long": 0.8, "date": 0.5}  # share of changes that has to be found, by kind


@dataclass
class Stock:
    """What a text may draw on: numbers, dates and years; of a number, too, with how many decimals it is known."""

    numbers: dict[Decimal, int] = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)  # "13" is not known as "13.0"
    dates: set[tuple] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    _rounded: dict[int, set[Decimal]] = field(default_factory=dict)

    def add(self, text: str, as_written: bool = False) -> None:
        """Take in what stands in a text; ``as_written`` means that its numbers may not be rounded."""
        found, known = dates(text), numbers(text)
        self.dates |= {part for date in found for part in openly(date)}
        self.years |= {f"{date[0]}" for date in found if date[0]} | set(years(text))
        if as_written:
            self.exact |= set(map(str, known))
        else:
            for number in known:
                self.numbers[number] = max(places(number), self.numbers.get(number, 0))
            self._rounded.clear()

    def has(self, number: Decimal) -> bool:
        """Say whether a number, at the precision written, is among those here."""
        digits = places(number)
        if digits not in self._rounded:
            known = [number for number, decimals in self.numbers.items() if decimals >= digits]
            self._rounded[digits] = {rounded(number, digits) for number in known}
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


def rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def words(text: str) -> set[str]:
    """Return the beginnings of the words of a text."""
    return {word[:6].casefold() for word in WORD.findall(re.sub(r"\]\([^)]*\)", " ", text))}


def sentences(text: str) -> list[str]:
    """Return the sentences, items and rows of a text."""
    return [part for part in SENTENCE.split(text) if part.strip()]


def changes(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each number, year and date of a text: its kind, what is written, and the text with its last digit changed.

    Of a date that is a digit of its day or of its year, whichever stands last.
    """
    bare = ASIDE.sub(blank, text)
    for kind, pattern in {"date": ISO, "day": DATE, "year": YEAR, "number": NUMBER}.items():
        for match in pattern.finditer(bare):
            digits = re.sub(r"\D", "", match.group())
            if digits:
                last = max(place for place in range(*match.span()) if bare[place].isdigit())
                size = "long" if len(digits.lstrip("0")) >= LONG else "short"
                named = {"day": "date", "number": size}.get(kind, kind)
                yield named, match.group(), text[:last] + str((int(text[last]) + 1) % 10) + text[last + 1 :]
        bare = pattern.sub(blank, bare)


def blank(match: re.Match) -> str:
    return " " * len(match.group())


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
            found.add(visible(output).replace("_", " "))
        if re.match(r"##+ ", cell.source):
            break
    return found


RESULTS = [case for name in NAMES for case in results(name)]
CASES = [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in RESULTS]


@pytest.mark.parametrize(("name", "step", "place", "text"), CASES)
def test_numbers_and_dates_stand_in_an_output(name, step, place, text):
    found = shown(name, place).lacks(text)
    assert not found, f"{step}: {', '.join(found)} stands in no output of this step"


@pytest.mark.parametrize(("name", "step", "place", "text"), CASES)
def test_a_changed_digit_is_found(name, step, place, text):
    for number in numbers(re.sub(r"`[^`]*`", " ", text)):
        if len(number.as_tuple().digits) >= LONG:
            other = number + Decimal(1).scaleb(-places(number))
            assert not shown(name, place).has(other), f"{step}: {other} in place of {number} would not be found"


# Every other text


@functools.cache
def stock(*names: str, told: tuple[str, ...] = ()) -> Stock:
    """Return what a text on these notebooks may draw on, and what the notebooks ``told`` say in words."""
    found = Stock()
    for name in told:
        for cell in texts(name):
            found.add(ASIDE.sub(" ", cell.source))
    sources = []
    for name in names:
        for cell in code(name):
            for text in [cell.source, *map(visible, cell.outputs)]:
                found.add(text.replace("_", " "))
        for exercise, question in questions(name).items():
            flat = pd.to_numeric(pd.Series(np.ravel(question.expected()), dtype=object), errors="coerce").dropna()
            answer = "\n".join(f"{float(one):.4f}" for one in flat)  # with more decimals than a text would give
            block = solutions(name).get(exercise, "").replace("_", " ")
            found.add("\n".join([f"Exercise {exercise}", question.correct, block, answer]))
        sources += [*(cell.source for cell in code(name)), *solutions(name).values()]
    for table in sorted(loaded("\n".join(sources)) | {"facts"}):
        for row in rows_of(table):
            found.add(row, as_written=table != "facts")
    return found


@functools.cache
def rows_of(name: str) -> list[str]:
    """Return what a table is and how many rows it has, and each row with the names of its columns."""
    rows = pd.read_csv(DATA / f"{name}.csv", dtype=str).drop(columns=["source_id", "also"], errors="ignore")
    found = [f"{name} {len(rows)} {TABLES[name]['title']} {TABLES[name]['description']}"]
    for row in rows.to_dict("records"):
        found.append("; ".join(f"{column} {value}" for column, value in row.items() if value == value))
    return [row.replace("_", " ") for row in found]


def loaded(source: str) -> set[str]:
    """Return the names of the tables that code reads, itself or by a helper."""
    names = set(re.findall(r"\.\./data/(\w+)\.csv", source)) | {"article_paragraphs"}
    names |= {"terms_of_office"} if "bands(" in source else set()
    return names | {path.stem for path in DATA.glob("*.csv") if "{" in source and f'"{path.stem}"' in source}


Text = tuple[str, str, tuple[str, ...], tuple[str, ...]]  # its place, its words, its notebooks, those that it retells


def of_notebook(name: str) -> list[Text]:
    """Return the texts of a notebook: a lesson is held to itself, a second helping to its lesson too."""
    names = tuple(topic(name)) if name in FURTHER else (name,)
    return [(cell.id, cell.source, names, names[:-1]) for cell in texts(name)]


def of_page(path: Path, *names: str) -> list[Text]:
    """Return the parts of a page on some notebooks, which it may retell."""
    parts = re.split(r"^(?=## )", path.read_text("utf-8"), flags=re.M)
    return [(part.splitlines()[0], part, names, names) for part in parts if part.strip()]


def pages() -> dict[str, list[Text]]:
    """Return all texts by their page; `korean.md` is held by test_korean, `quiz.txt` by test_editions_quiz.

    A check asks about invented numbers.
    """
    found = {name: of_notebook(name) for name in NAMES}
    for path in sorted(TEACHING.glob("*/*.md")):
        name = path.parent.name
        if path.stem not in ("korean", "check"):
            names = (name,) if path.stem in ("sheet", "key", "cards") else topic(name)
            found[f"{name}/{path.name}"] = of_page(path, *names)
    return found


PAGES = pages()
KITS = [name for name in NAMES if name not in FURTHER]
GLOSSARY = TEACHING / "glossary.md"
WHOLE = [ROOT / "README.md", *(TEACHING / f"{name}.md" for name in ("README", "course", "access"))]


def missing(names: tuple[str, ...], text: str, told: tuple[str, ...] | None = None) -> list[str]:
    """Return the numbers and dates of a text that stand nowhere; it retells ``told``, or ``names``."""
    linked = Stock()
    for url in re.findall(r"\]\((https?://[^)\s]+)\)", text):
        linked.add(sources().get(url, ""))
    return sorted(stock(*names, told=names if told is None else told).lacks(text) & linked.lacks(text))


@functools.cache
def sources() -> dict[str, str]:
    """Return title and date of each source by its address."""
    table = read("sources").set_index("url")[["title", "date"]].fillna("").astype(str)
    return table.agg(" ".join, axis=1).to_dict()


@pytest.mark.parametrize("page", PAGES)
def test_every_number_and_date_stands_somewhere(page):
    found = {place: missing(names, text, told) for place, text, names, told in PAGES[page]}
    assert {place: lacking for place, lacking in found.items() if lacking} == {}, "in no output, table, card or source"


def in_no_topic(text: str, *lessons: str) -> set[str]:
    """Return the numbers and dates of a text that stand in none of the topics of some lessons."""
    return set.intersection(*(set(missing(names, text, names)) for names in map(tuple, map(topic, lessons))))


def test_numbers_and_dates_of_the_glossary_stand_in_the_notebooks_that_it_names():
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \| ([\d, ]+) \|$", GLOSSARY.read_text("utf-8"), re.M)
    assert len(rows) > 100
    for term, meaning, named in rows:
        lessons = [name for name in NAMES if name[:2] in named.split(", ") and name not in FURTHER]
        assert in_no_topic(f"{term}: {meaning}", *lessons) == set(), term


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_numbers_and_dates_of_a_page_on_all_stand_in_a_topic(path):
    for text in re.split(r"\n\s*\n|\n(?=\|)", path.read_text("utf-8")):
        lacking = set.intersection(*(stock(*names, told=names).lacks(text) for names in map(tuple, map(topic, KITS))))
        assert lacking == set(), text


@pytest.mark.parametrize(("kind", "share"), FOUND.items())
def test_changes_are_found(kind, share):
    """Of some changed digits of a kind, seeded, as many are found as the goal says."""
    cases = [(*text, *change) for page in PAGES.values() for text in page for change in changes(text[1])]
    cases = [case for case in cases if case[4] == kind]
    unseen = []
    for place, _, names, told, _, written, other in random.Random(14).sample(cases, TRIED):
        if not missing(names, other, told):  # the text as it stands lacks nothing: the test above
            unseen.append((place, written))
    assert len(unseen) <= TRIED * (1 - share), f"{len(unseen)} of {TRIED} are not found: {unseen}"


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


# Quotations


SAID = re.compile(r'"([^"\n]+)"(?=[^".\n]{0,80}\]\(http)|“([^”\n]+)”(?=[^“.\n]{0,80}\]\(http)')


def plain(text: str) -> str:
    """Return the words of a text alone, with a blank at each end."""
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])


@functools.cache
def on_record() -> str:
    """Return the words of all tables, a cell a line."""
    cells = (
        value for path in DATA.glob("*.csv") for value in np.ravel(pd.read_csv(path, dtype=str, keep_default_na=False))
    )
    return "\n".join(map(plain, cells))


@pytest.mark.parametrize("page", PAGES)
def test_quotations_are_word_for_word(page):
    """Four words or more, linked to who said them, stand in a cell of a table; three dots and brackets part them."""
    for place, text, _, _ in PAGES[page]:
        for quoted in filter(lambda words: len(words.split()) >= 4, map("".join, SAID.findall(text))):
            for part in re.split(r"\.\.\.|…|\[[^\]]*\]", quoted):
                assert plain(part) in on_record(), f"{place}: no table and no row of facts.csv has {quoted!r}"


# The list of facts


FACTS = [*read("facts").astype(object).fillna("").itertuples()]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.statement[:50])
def test_each_fact_is_used(fact):
    """Its quotation, or its number or date beside three words of its statement, stands in a text."""
    quoted = re.findall(r'"(.+)"', fact.statement)
    own = Stock()
    own.add(f"{fact.value} {fact.date}")
    for text in (text for texts_ in PAGES.values() for _, text, _, _ in texts_):
        if any(plain("".join(words)) in plain(quoted[0]) for words in SAID.findall(text) if quoted):
            return
        for sentence in [] if quoted else sentences(text):
            known = {*map(str, numbers(sentence)), *map(spoken, dates(sentence)), *years(sentence)}
            if known - own.lacks(sentence) and len(words(sentence) & words(fact.statement)) >= 3:
                return
    pytest.fail("no text uses this row")


# What a kit names of its notebook


IN_KITS = {"Exercise": r"[Ee]xercises? (\d+\.\d)", "step": r"\b[Ss]teps? (\d)\b", "prediction": r"\bprediction (\d)\b"}


@pytest.mark.parametrize("page", [page for page in PAGES if page.endswith(".md") and page[0].isdigit()])
def test_exercises_steps_predictions_and_cards_exist(page):
    folder = page.partition("/")[0]
    lesson = "\n".join(cell.source for name in topic(folder) for cell in texts(name))
    there = {
        "Exercise": {exercise for name in topic(folder) for exercise in questions(name)},
        "step": set(re.findall(r"^## Step (\d)", lesson, re.M)) or set("123456789"),
        "prediction": set(map(str, range(1, len(PROMPT.findall(lesson)) + 1))),
    }
    text = (TEACHING / page).read_text("utf-8")
    for what, pattern in IN_KITS.items():
        assert set(re.findall(pattern, text)) <= there[what], f"{what}: {set(re.findall(pattern, text)) - there[what]}"
    cards = TEACHING / folder / "cards.md"
    if cards.is_file():
        known = set(re.findall(r"^## (?:Card|Bag|Strip|News|Result) (\w+)", cards.read_text("utf-8"), re.M))
        for named in re.findall(r"\b[Cc]ards? ((?:[A-Z]|\d+)(?:(?:, | and | to |-| or )(?:[A-Z]|\d+)\b)*)", text):
            found = set(re.findall(r"\b(?:[A-Z]|\d+)\b", named))
            assert found <= known, f"cards {found - known}"


@pytest.mark.parametrize("name", [name for name in KITS if name[:2] in "01 02 03 04 05 06 07 09"])
def test_minutes_of_a_shorter_or_longer_lesson_add_up(name):
    """The minutes in brackets fill the 20 minutes, or what 75 minutes have beyond 45."""
    plan = (TEACHING / name / "plan.md").read_text("utf-8")
    for title, minutes in {"20 minutes": 20, "75 minutes": 30}.items():
        given = re.findall(rf"\(({'|'.join(MINUTES)})\b[^)]*\)", under(title, plan) or "")
        assert not given or sum(map(MINUTES.get, given)) == minutes, f"{title}: {given}"
