"""What the tests share: the paths of the collection, its notebooks as cells, and one run of each in this process."""

import contextlib
import functools
import html
import io
import json
import os
import re
import tempfile
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import nbformat
import pandas as pd
from matplotlib.figure import Figure

import alliance
from alliance.checks import blocks

ROOT = Path(__file__).resolve().parents[1]
DATA, FIGURES, NOTEBOOKS = ROOT / "data", ROOT / "figures", ROOT / "notebooks"
TEACHING, SOLUTIONS = NOTEBOOKS / "teaching", NOTEBOOKS / "alliance" / "solutions"
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
TABLES = {entry["name"]: entry for entry in PACKAGE["resources"]}
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAMES = [path.stem for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]

START, WORKSHOP = "00_start_here", "10_policy_memo"
FURTHER = [name for name in NAMES if name.endswith("_further")]
LESSONS = [name for name in NAMES if name not in {START, WORKSHOP, *FURTHER}]


def module(name: str) -> str:
    """Return the name of a notebook's modules in alliance.exercises and alliance.solutions."""
    return f"notebook_{name[:2]}{'_further' * name.endswith('_further')}"


def topic(name: str) -> list[str]:
    """Return the notebooks of the topic to which a notebook belongs: lesson and second helping."""
    return [other for other in NAMES if other[:2] == name[:2]]


@functools.cache
def questions(name: str) -> dict[str, Any]:
    """Return the questions of a notebook by the id of the exercise; none where it has no module."""
    there = (NOTEBOOKS / "alliance" / "exercises" / f"{module(name)}.py").is_file()
    return import_module(f"alliance.exercises.{module(name)}").EXERCISES if there else {}


@functools.cache
def solutions(name: str) -> dict[str, str]:
    """Return the blocks of a notebook's file of solutions by the id of the exercise; none where it has no file."""
    file = SOLUTIONS / f"{module(name)}.py"
    return blocks(file) if file.is_file() else {}


def exercises() -> list[tuple[str, str]]:
    """Return all exercises, each with its notebook."""
    return [(name, exercise) for name in NAMES for exercise in questions(name)]


@functools.cache
def cells(name: str) -> list:
    """Return the cells of a notebook."""
    return nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4).cells


def read(table: str) -> pd.DataFrame:
    """Return a table of data/ as pandas reads it."""
    return pd.read_csv(DATA / f"{table}.csv")


def code(name: str) -> list:
    """Return the code cells of a notebook."""
    return [cell for cell in cells(name) if cell.cell_type == "code"]


def texts(name: str) -> list:
    """Return the Markdown cells of a notebook."""
    return [cell for cell in cells(name) if cell.cell_type == "markdown"]


def heading(name: str) -> str:
    """Return the title of a notebook."""
    return texts(name)[0].source.splitlines()[0].removeprefix("# ")


def under(heading: str, text: str) -> str | None:
    """Return what stands in a text under a heading of the second level, a pattern; None where there is none."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    return found and found.group(1)


def tags(cell) -> list[str]:
    """Return the tags of a cell."""
    return cell.metadata.get("tags", [])


def is_closed(cell) -> bool:
    """Say whether the code of a cell is closed: in JupyterLab, and for the tools that hide input by its tag."""
    return bool(cell.metadata.get("jupyter", {}).get("source_hidden")) and "hide-input" in tags(cell)


def asks(cell) -> str | None:
    """Return the id of the exercise that a cell asks for, None where it is no exercise."""
    found = re.search(r'^check\("(\d+\.\d+)"', cell.source, re.M) if cell.cell_type == "code" else None
    return found.group(1) if found else None


def examined() -> dict[str, list[str]]:
    """Return the notebooks that examine each claim of the article; the workshop only shows how to choose one."""
    where: dict[str, list[str]] = {}
    for name in [START, *LESSONS, *FURTHER]:
        for cell in code(name):
            for claim in re.findall(r'^claim\("(CL\d\d)"\)', cell.source, re.M):
                where.setdefault(claim, []).append(name)
    return where


def page(output) -> str:
    """Return the HTML of an output, without the bytes of its pictures."""
    return re.sub(r'src="data:[^"]*"', "", output.get("data", {}).get("text/html", ""))


def visible(output) -> str:
    """Return what a reader can read in an output: its text, with descriptions and captions, without pictures."""
    descriptions = " ".join(re.findall(r'alt="([^"]*)"', page(output)))
    words = html.unescape(f"{descriptions} {re.sub(r'<[^>]+>', ' ', page(output))}")
    return "\n".join([output.get("text", ""), output.get("data", {}).get("text/plain", ""), words])


@dataclass
class Chart:
    """A chart as the page shows it: its file name, description and caption."""

    name: str
    alt: str
    caption: str


def chart_in(name: str, page: str) -> Chart:
    """Return the chart of a page's figure."""
    alt, caption = re.search(r'alt="([^"]*)".*<figcaption>(.*)</figcaption>', page, re.S).groups()
    return Chart(name, html.unescape(alt), html.unescape(caption))


def shown(source: str) -> list[str]:
    """Return the names of the charts that code shows."""
    return re.findall(r'show\(\s*\w+,\s*"(\w+)"', source)


def charts(name: str) -> list[Chart]:
    """Return the charts in the committed outputs of a notebook, in order."""
    found = []
    for cell in code(name):
        pages = [page(output) for output in cell.outputs if "<figure" in page(output)]
        found += [chart_in(*pair) for pair in zip(shown(cell.source), pages, strict=True)]
    return found


@functools.cache
def drawn(name: str) -> list[str]:
    """Return the names of the charts that a notebook and its solutions draw, in order."""
    sources = [*(cell.source for cell in code(name)), *solutions(name).values()]
    return [chart for source in sources for chart in shown(source)]


@dataclass
class Run:
    """A notebook executed in this process, with its solutions: what it draws, and where that was written.

    ``answers`` has what each solution gives after the last cell, ``at_once`` what it gives right under its exercise;
    ``variables`` are those of the notebook after its last cell.
    """

    folder: Path
    figures: dict[str, Figure] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    at_once: dict[str, Any] = field(default_factory=dict)
    variables: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})


@functools.cache
def run(name: str) -> Run:
    """Execute all code cells of a notebook once, then its solutions, each in the notebook's own variables."""
    done, pages = Run(Path(tempfile.mkdtemp())), []
    show, display = alliance.show, alliance.charts.display

    def keep(fig: Figure, chart: str, alt: str, caption: str) -> None:
        done.figures[chart] = fig
        show(fig, chart, alt, caption)
        done.charts[chart] = chart_in(chart, pages.pop())

    def solve(exercise: str, quietly: bool) -> Any:
        own = variables | {"show": lambda *a, **k: None} if quietly else dict(variables)
        exec(compile(solutions(name)[exercise], f"{name}, solution {exercise}", "exec"), own)
        return own[f"answer_{exercise.replace('.', '_')}"]

    variables = done.variables
    before = os.environ.get("ALLIANCE_FIGURES")
    try:
        os.environ["ALLIANCE_FIGURES"] = str(done.folder)
        alliance.show, alliance.charts.display = keep, lambda data, raw: pages.append(data["text/html"])
        with contextlib.chdir(NOTEBOOKS), contextlib.redirect_stdout(io.StringIO()):
            for cell in code(name):
                exec(compile(cell.source, f"{name}, cell {cell.execution_count}", "exec"), variables)
                if (exercise := asks(cell)) in solutions(name):
                    done.at_once[exercise] = solve(exercise, quietly=True)
            for exercise in solutions(name):
                done.answers[exercise] = solve(exercise, quietly=False)
    finally:
        alliance.show, alliance.charts.display = show, display
        if before is None:
            del os.environ["ALLIANCE_FIGURES"]
        else:
            os.environ["ALLIANCE_FIGURES"] = before
    return done
