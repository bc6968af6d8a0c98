"""What the tests share: the paths of the collection, its notebooks as cells, and a run of one in this process."""

import functools
import html
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import nbformat
import pandas as pd
from matplotlib.figure import Figure

import alliance

ROOT = Path(__file__).resolve().parents[1]
DATA, FIGURES, NOTEBOOKS = ROOT / "data", ROOT / "figures", ROOT / "notebooks"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PATHS = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
NAMES = [path.stem for path in PATHS]


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


def is_solution(cell) -> bool:
    """Say whether a cell is tagged as a solution."""
    return "solution" in cell.metadata.get("tags", [])


def visible(output) -> str:
    """Return what a reader can read in an output: its text, with descriptions and captions, without pictures."""
    data = output.get("data", {})
    page = re.sub(r'src="data:[^"]*"', "", data.get("text/html", ""))
    descriptions = " ".join(re.findall(r'alt="([^"]*)"', page))
    page = html.unescape(f"{descriptions} {re.sub(r'<[^>]+>', ' ', page)}")
    return "\n".join([output.get("text", ""), data.get("text/plain", ""), page])


@dataclass
class Chart:
    """A chart as the page shows it: its file name, description and caption."""

    name: str
    alt: str
    caption: str


def charts(name: str) -> list[Chart]:
    """Return the charts in the committed outputs of a notebook, in order."""
    found = []
    for cell in code(name):
        names = re.findall(r'show\(\s*\w+,\s*"(\w+)"', cell.source)
        pages = [output["data"]["text/html"] for output in cell.outputs if "<figure>" in str(output.get("data", ""))]
        for chart, page in zip(names, pages, strict=True):
            alt, caption = re.search(r'alt="([^"]*)".*<figcaption>(.*)</figcaption>', page, re.S).groups()
            found.append(Chart(chart, html.unescape(alt), html.unescape(caption)))
    return found


@dataclass
class Run:
    """A notebook executed in this process: its variables at the end, its figures, and where they were written."""

    variables: dict
    figures: dict[str, Figure]
    folder: Path


@functools.cache
def run(name: str) -> Run:
    """Execute all code cells of a notebook, solutions included, and write its charts to a folder of its own."""
    folder, figures, show = Path(tempfile.mkdtemp()), {}, alliance.show

    def keep(fig: Figure, name: str, alt: str, caption: str) -> None:
        figures[name] = fig
        show(fig, name, alt, caption)

    before = os.getcwd(), os.environ.get("ALLIANCE_FIGURES")
    variables: dict = {"__name__": "__main__"}
    try:
        os.chdir(NOTEBOOKS)
        os.environ["ALLIANCE_FIGURES"] = str(folder)
        alliance.show = keep
        for cell in code(name):
            exec(compile(cell.source, f"{name}, cell {cell.execution_count}", "exec"), variables)
    finally:
        alliance.show = show
        os.chdir(before[0])
        if before[1] is None:
            del os.environ["ALLIANCE_FIGURES"]
        else:
            os.environ["ALLIANCE_FIGURES"] = before[1]
    return Run(variables, figures, folder)
