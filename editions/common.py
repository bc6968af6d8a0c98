"""What the parts of the editions share: where things lie, what a lesson's kit holds, a browser that prints."""

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import yaml
from nbformat import NotebookNode

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "notebooks"), str(ROOT / "tests")]  # the helper package, and what reads the notebooks

with chdir(ROOT / "notebooks"):  # where the helper package looks for its data
    from course import LESSONS, START, TEACHING, WORKSHOP

KIT_FOR_STUDENTS = ["sheet.md", "korean.md"]
KITS = [START, *LESSONS, WORKSHOP]
FOR_TEACHERS = [f"notebooks/teaching/*/{page}" for page in ("plan.md", "cards.md", "key*.md", "check.md", "quiz.txt")]
FOR_TEACHERS += [f"notebooks/teaching/{page}.md" for page in ("README", "course", "access", "claims", "learning_check")]
FOR_MAKERS = [
    "CONTRIBUTING.md",
    "MAINTAINING.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "JOSE.md",
    "templates/README.md",
]
FOR_TEACHERS += [*FOR_MAKERS, "editions/hub/README.md"]
"""Patterns of the pages that students do not get; of the cards each gets one, at its minute, from the teacher."""

BROWSERS = [
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class CannotBuild(Exception):
    """A part of the editions cannot be built; the message says why, in one sentence."""


def citation() -> dict:
    """Return what CITATION.cff says of the collection."""
    return yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))


def address() -> str:
    """Return the web address of the collection's repository, as CITATION.cff has it; "" where it has none yet."""
    return citation().get("repository-code", "").removesuffix("/")


def kit(name: str, *files: str) -> list[Path]:
    """Return those of a kit's files that are there, in the order asked."""
    return [page for page in (TEACHING / name / file for file in files) if page.is_file()]


def is_for_teachers(page: Path) -> bool:
    """Say whether students do not get a page of the collection."""
    return any(page.resolve().relative_to(ROOT).match(pattern) for pattern in FOR_TEACHERS)


def for_students(text: str, folder: Path) -> str:
    """Return the Markdown of a page in ``folder`` as students get it.

    Without the part for the classroom, and without links to pages that students do not get: their words stay.
    """
    text = re.sub(r"^## In the classroom\n.*?(?=^## |\Z)", "", text, flags=re.M | re.S)

    def link(found: re.Match) -> str:
        target = folder / found.group(2)
        return found.group(1) if target.exists() and is_for_teachers(target) else found.group()

    return re.sub(r"\[([^\]]+)\]\(([^)#:]+)(?:#[\w-]*)?\)", link, text)


def notebook_for_students(book: NotebookNode) -> NotebookNode:
    """Return a notebook without links to pages that students do not get, and without calls for a solution."""
    for cell in book.cells:
        if cell.cell_type == "markdown":
            cell.source = for_students(cell.source, ROOT / "notebooks")
        cell.source = re.sub(r"\n#solution.*", "", cell.source)
    return book


def fresh(folder: Path) -> Path:
    """Return an empty folder, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@contextmanager
def browser() -> Iterator:
    """Give a Chromium or Chrome without a window, as Playwright drives it.

    Raises ``CannotBuild`` where there is none, or no Playwright.
    """
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if sync_playwright is None or path is None:
        what = "Chromium or Chrome" if sync_playwright else "The package playwright"
        raise CannotBuild(f"{what} is needed to print, and was not found.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            yield started
        finally:
            started.close()
