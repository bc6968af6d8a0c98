"""Damage a copy of the collection in one place at a time, and count how often the tests notice.

    .venv/bin/python tests/damage.py                             # ten of each kind; prints shares by kind
    .venv/bin/python tests/damage.py --each 3 --seed 7 --blind
    .venv/bin/python tests/damage.py --kinds "number in a lesson" "date in a table"

*Noticed*: by the seal, or by the tests that know what is there. *Refreshed*: noticed, too, after the outputs, charts
and pages were made anew, which renews no seal; or made whole by that. *Blind* (long; only with --blind): noticed by the
tests alone after somebody renewed the seal without looking, and refreshed. What was not noticed is printed with its
place. Ends with 1 where more than one in twenty is not noticed.
"""

import argparse
import calendar
import csv
import io
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

import nbformat

import copies
from copies import ROOT
from seal import readers

OTHERS = {"Seoul": "Washington", "Washington": "Seoul", "Moon": "Park", "Trump": "Biden", "Biden": "Trump"}
OTHERS |= {"Kim Jong Un": "Kim Jong Il", "South": "North", "Kaesong": "Kumgang", "Korean": "American", "UN": "U.S."}
MONTHS = "|".join(calendar.month_name[1:])
DAY = rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b|\b(?:{MONTHS}) \d{{4}}\b|\b(?:19|20)\d\d\b"
NUMBER = r"(?<![\w.,:/-])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?(?![\w:/-]|\.\d)"
NAME = rf"\b(?:{'|'.join(OTHERS)})\b"
ASIDE = r"\]\([^)]*\)|<[^>]+>|`[^`]*`"


def one_more(found: str, draw: random.Random) -> str:
    """Return a number with another last digit, or a date with another day or year."""
    last = re.search(r"\d(?!.*\d)", found)
    return found[: last.start()] + str((int(last.group()) + draw.choice([1, 2, 9])) % 10) + found[last.end() :]


def misspelt(word: str, draw: random.Random) -> str:
    """Return a word with one letter dropped, doubled or replaced, or two swapped."""
    at = draw.randrange(len(word))
    start, letter, end = word[:at], word[at], word[at + 1 :]
    other = draw.choice("abcdefghijklmnopqrstuvwxyz")
    new = draw.choice([start + end, start + letter * 2 + end, start + other + end, start + end[:1] + letter + end[1:]])
    return new if new != word else misspelt(word, draw)


def other(found: str, draw: random.Random) -> str:
    """Return another name."""
    return OTHERS[found]


def turned(found: str, draw: random.Random) -> str:
    """Return another comparison."""
    return "!=" if found == "==" else "=="


def nothing(found: str, draw: random.Random) -> str:
    """Leave it out."""
    return ""


@dataclass
class Kind:
    """A kind of damage: in which files, on what (a pattern), and how it is changed."""

    files: str
    on: str
    change: Callable[[str, random.Random], str]
    part: str = "text"  # of a notebook: its text, code or output; of a table: a column, by a pattern


LESSONS, KITS, PAGES = "notebooks/*.ipynb", "notebooks/teaching/*/*.md", "notebooks/teaching/*.md"
QUESTIONS = "notebooks/alliance/exercises/notebook_*.py"
KINDS = {
    "number in a lesson": Kind(LESSONS, NUMBER, one_more),
    "date in a lesson": Kind(LESSONS, DAY, one_more),
    "name in a lesson": Kind(LESSONS, NAME, other),
    "misspelt word": Kind(LESSONS, r"\b[a-z]{6,}\b", misspelt),
    "misspelt name": Kind(LESSONS, r"(?<=[a-z] )(?:Kim|Moon|Park|Chung|Harris|Biden|Trump|Blinken)\b", misspelt),
    "not left out": Kind(LESSONS, r"\bnot ", nothing),
    "link": Kind(LESSONS, r"(?<=\]\()https?://[^)]+", lambda found, draw: found + "x"),
    "number in a kit": Kind(KITS, NUMBER, one_more),
    "date in a kit": Kind(KITS, DAY, one_more),
    "name in a kit": Kind(KITS, NAME, other),
    "number on a page": Kind(PAGES, NUMBER, one_more),
    "hangul on a page": Kind(PAGES, r"[가-힣]{3,}", misspelt),
    "number in a quiz": Kind("notebooks/teaching/*/quiz.txt", NUMBER, one_more),
    "number in a table": Kind("data/*.csv", r"^-?\d+(?:\.\d+)?$", one_more),
    "date in a table": Kind("data/*.csv", r"^\d{4}-\d\d-\d\d$", one_more),
    "word in a table": Kind("data/*.csv", r"\b[a-z]{5,}\b", lambda found, draw: "other"),
    "source of a row": Kind("data/*.csv", r".+", lambda found, draw: "add-38N_NEPHEW", "^source_id$"),
    "not left out of a quotation": Kind("data/*.csv", r"\b(?:not|no|never) ", nothing, "quot|word|statement|claim"),
    "row left out": Kind("data/*.csv", "row", nothing, "row"),
    "row doubled": Kind("data/*.csv", "row", lambda found, draw: found * 2, "row"),
    "column renamed": Kind("data/*.csv", "column", lambda found, draw: found + "_x", "column"),
    "address of a source": Kind("data/sources.csv", r"\w(?=\w*$)", lambda found, draw: "q", "^url$"),
    "description of the data": Kind("data/datapackage.json", rf"{NUMBER}|{NAME}|{DAY}", lambda found, draw: "7"),
    "tolerance": Kind(QUESTIONS, r"(?<=tolerance=)[\d.]+", lambda found, draw: str(float(found or 0) * 10 or 0.5)),
    "column in an exercise": Kind(QUESTIONS, r'(?<=\[")[a-z_]{4,}(?="\])', misspelt),
    "number in feedback": Kind(QUESTIONS, rf'(?<=[a-z] )(?:{NUMBER})(?= [a-z][^"\n]*")', one_more),
    "number in code": Kind(LESSONS, NUMBER, one_more, "code"),
    "comparison in code": Kind(LESSONS, r"(?<= )(?:==|!=|<=|>=|<|>)(?= )", turned, "code"),
    "title of a chart": Kind(LESSONS, r'(?<=title=")[^"]+', lambda found, draw: re.sub(r"\w+$", "up", found), "code"),
    "solution": Kind("notebooks/alliance/solutions/notebook_*.py", NUMBER, one_more),
    "output": Kind(LESSONS, r"(?<=[ >])\d+(?:\.\d+)?(?=[ <\n])", one_more, "output"),
    "chart file": Kind("figures/*.svg", r"(?<=[ML] )\d+(?=\.\d)", one_more),
}  # fmt: skip
GOAL = 0.95  # share that has to be noticed
NOT_ASKED = "browser or editions or access or matrix or links or damage or versions or seal or upkeep"


@dataclass
class Damage:
    """One damage: of its kind, in a file, what stood there and stands there now, and all of the file."""

    kind: str
    file: str
    old: str
    new: str
    content: str


def pieces(path: Path, part: str) -> tuple[list[str], Callable[[int, str], str]]:
    """Return the pieces of a file that may be damaged, and a function: the file with one piece changed."""
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        return pieces_of_a_notebook(nbformat.reads(text, as_version=4), part)
    if path.suffix != ".csv":
        return [text], lambda number, new: new
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if part == "row":
        lines = [written([row]) for row in rows]
        return lines[1:], lambda number, new: "".join([*lines[: number + 1], new, *lines[number + 2 :]])
    if part == "column":
        return rows[0], lambda number, new: written([[*rows[0][:number], new, *rows[0][number + 1 :]], *rows[1:]])
    wanted = [column for column, name in enumerate(rows[0]) if part == "text" or re.search(part, name)]
    cells = [(row, column) for row in rows[1:] for column in wanted]

    def changed(number: int, new: str) -> str:
        row, column = cells[number]
        row[column] = new
        return written(rows)

    return [row[column] for row, column in cells], changed


def pieces_of_a_notebook(notebook, part: str) -> tuple[list[str], Callable[[int, str], str]]:
    """Return the pieces of a notebook: its text cells, its code cells but the exercises, or its outputs in words."""
    kind = "markdown" if part == "text" else "code"
    cells = [cell for cell in notebook.cells if cell.cell_type == kind and "= ..." not in cell.source]
    places = [(cell, "source") for cell in cells]
    if part == "output":
        outputs = [output for cell in cells for output in cell.outputs]
        places = [(output, "text") for output in outputs if "text" in output]
        places += [(output.data, "text/plain") for output in outputs if "text/plain" in output.get("data", {})]

    def changed(number: int, new: str) -> str:
        holder, key = places[number]
        holder[key] = new
        return nbformat.writes(notebook) + "\n"

    return [holder[key] for holder, key in places], changed


def written(rows: list[list[str]]) -> str:
    """Return rows as the tables are written."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def bare(text: str) -> str:
    """Return a text with its addresses and code blotted out, as long as before."""
    return re.sub(ASIDE, lambda match: " " * len(match.group()), text)


def damages(kind: str, each: int, draw: random.Random) -> Iterator[Damage]:
    """Yield damages of a kind, drawn at random: a file, and a place in it."""
    what = KINDS[kind]
    files = sorted(ROOT.glob(what.files))
    while each:
        file = draw.choice(files)
        texts, changed = pieces(file, what.part)
        if what.part in ("row", "column"):
            places = [(number, 0, len(text)) for number, text in enumerate(texts)]
        else:
            looked_at = [bare(text) if kind != "link" and file.suffix in (".ipynb", ".md") else text for text in texts]
            found = ((number, match) for number, text in enumerate(looked_at) for match in re.finditer(what.on, text))
            places = [(number, *match.span()) for number, match in found]
        if not places:
            continue
        number, start, end = draw.choice(places)
        text = texts[number]
        new = what.change(text[start:end], draw)
        if new != text[start:end]:
            each -= 1
            around = f"...{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 25]}..."
            name = file.relative_to(ROOT).as_posix()
            yield Damage(kind, name, around, new, changed(number, text[:start] + new + text[end:]))


def notebooks_of(file: str) -> list[str]:
    """Return the notebooks that a file has to do with: itself, or those that read the table or ask the exercise."""
    path, every = Path(file), sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    if path.suffix == ".csv":
        return readers(file)
    number = re.search(r"\d\d", file)
    alike = [note.stem for note in every if number and note.stem.startswith(number.group())]
    return [name for name in alike if path.suffix != ".ipynb" or name == path.stem]


def first_asked(file: str) -> list[str]:
    """Return the tests that are likeliest to notice a damage in a file."""
    if file.endswith((".ipynb", ".md")):
        return ["tests/test_spelling.py", *([file, "tests/test_figures.py"] if file.endswith(".ipynb") else [])]
    asked = {"figures": "figures", "exercises": "exercises", "solutions": "exercises"}
    return [f"tests/test_{tests}.py" for folder, tests in asked.items() if f"{folder}/" in file]


class Copy:
    """A copy of the collection with a history of one commit, which is damaged and made whole again."""

    def __init__(self) -> None:
        self.folder = copies.copy(Path(tempfile.mkdtemp()) / "course")
        copies.commit(self.folder)

    def python(self, *command: str) -> subprocess.CompletedProcess:
        """Run a command of the collection."""
        return subprocess.run([sys.executable, "-B", *command], cwd=self.folder, capture_output=True, text=True)

    def whole(self) -> None:
        """Undo the damage, and what was made from it."""
        copies.git(self.folder, "checkout", "--quiet", ".")
        copies.git(self.folder, "clean", "--quiet", "-fd")

    def seal_is_broken(self) -> bool:
        """Say whether the seal of a table or a text is broken."""
        return "All is as it was sealed." not in self.python("tests/seal.py").stdout

    def tests_fail(self, names: list[str], first: list[str]) -> bool:
        """Say whether a test fails: of the files ``first``, or of all on these notebooks that need no browser."""
        others = {path.stem for path in (self.folder / "notebooks").glob("[0-9][0-9]_*.ipynb")}
        others -= {other for other in others for name in names if name.startswith(other)}  # -k looks at parts of names
        left_out = " or ".join([NOT_ASKED, *sorted(others)])
        options = ["-m", "pytest", "-qx", "-n0", "-p", "no:cacheprovider", "-k", f"not ({left_out})"]
        every = ["tests", *(f"notebooks/{name}.ipynb" for name in names)]
        return any(self.python(*options, *files).returncode for files in (first, every) if files)

    def refresh_fails(self, names: list[str]) -> bool:
        """Make outputs and pages anew, and say whether that stops with a sentence or an error."""
        return self.python("tests/refresh.py", *(names or ["00_start_here"])).returncode != 0

    def is_whole(self) -> bool:
        """Say whether nothing differs from the whole collection: what is made is whole again when it is made anew."""
        return not copies.git(self.folder, "status", "--porcelain")


def tried(copy: Copy, damage: Damage, blind: bool) -> list[bool]:
    """Return whether a damage is noticed, also when refreshed, and (``blind``) when the seal was renewed as well."""
    (copy.folder / damage.file).write_text(damage.content, encoding="utf-8", newline="\n")
    names = notebooks_of(damage.file)[:2]
    first = first_asked(damage.file)
    try:
        broken = copy.seal_is_broken()
        noticed = broken or copy.tests_fail(names, first)
        result = [noticed, broken or (noticed and after_refresh(copy, names, first))]
        if blind:
            copy.python("tests/seal.py", "all")
            result.append(after_refresh(copy, names, first))
        return result
    finally:
        copy.whole()


def after_refresh(copy: Copy, names: list[str], first: list[str]) -> bool:
    """Say whether a damage is noticed, or gone, when what is made was made anew."""
    return copy.refresh_fails(names) or copy.is_whole() or copy.tests_fail(names, first)


def main() -> None:
    """Print the shares that are noticed, by kind, and what is not."""
    parser = argparse.ArgumentParser(description="Damage a copy of the collection, and count what the tests notice.")
    parser.add_argument("--each", type=int, default=10, help="damages of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=list(KINDS), metavar="KIND")
    parser.add_argument("--blind", action="store_true", help="ask also what the tests notice without the seal")
    asked = parser.parse_args()
    copies: Queue[Copy] = Queue()
    for _ in range(os.cpu_count() or 1):
        copies.put(Copy())

    def one(damage: Damage) -> list[bool]:
        copy = copies.get()
        try:
            return tried(copy, damage, asked.blind)
        finally:
            copies.put(copy)

    print(f"{'damage':32}{'made':>6}{'noticed':>10}{'refreshed':>11}" + f"{'blind':>8}" * asked.blind, flush=True)
    missed, tries = [], 0
    with ThreadPoolExecutor(copies.qsize()) as pool:
        for kind in asked.kinds:
            made = list(damages(kind, asked.each, random.Random(f"{asked.seed} {kind}")))
            tries += len(made)
            results = list(pool.map(one, made))
            noticed, *later = (sum(column) for column in zip(*results, strict=True))
            print(f"{kind:32}{len(made):6}{noticed:10}{later[0]:11}" + "".join(f"{n:8}" for n in later[1:]), flush=True)
            missed += [damage for damage, result in zip(made, results, strict=True) if not result[1]]
    for damage in missed:
        print(f"not noticed: {damage.kind}, {damage.file}: {damage.old!r} -> {damage.new!r}")
    if len(missed) > (1 - GOAL) * tries:
        sys.exit(f"{len(missed)} of {tries} damages are not noticed.")


if __name__ == "__main__":
    main()
