"""The reading edition: the committed notebooks, the teaching pages and the reference, as Sphinx sets them.

With the tag ``students`` (``sphinx-build -t students``) the plans, the keys and the solutions stay out.
"""

import re
import sys
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common import (
    FOR_TEACHERS,
    KITS,
    ROOT,
    address,
    citation,
    for_students,
    is_for_teachers,
    kit,
    notebook_for_students,
)
from course import NAMES, asks, solutions

students = tags.has("students")  # noqa: F821, Sphinx defines it

project, version = citation()["title"], citation()["version"]
author = citation()["authors"][0]["name"]
release, copyright = version, f"{author}, CC BY 4.0"
language = "en"
extensions = ["myst_nb"]
root_doc = "README"
include_patterns = ["README.md", "CONTRIBUTING.md", "notebooks/*.ipynb", "notebooks/teaching/**.md"]
include_patterns += ["data/README.md", "figures/README.md"]
exclude_patterns = [".venv", "editions", "**/.ipynb_checkpoints", "notebooks/handout_*"]
if students:
    exclude_patterns += FOR_TEACHERS

nb_execution_mode = "off"  # the outputs are those that the tests hold
nb_ipywidgets_js = {}
nb_code_prompt_show, nb_code_prompt_hide = "Show the code", "Hide the code"
myst_heading_anchors = 3
myst_links_external_new_tab = False
suppress_warnings = ["myst.header", "misc.highlighting_failure", "mystnb.unknown_mime_type"]

html_theme = "sphinx_book_theme"
html_title = project
html_static_path, html_css_files = ["static"], ["course.css", "paper.css"]
html_extra_path = ["extra"]
html_theme_options = {
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "home_page_in_toc": False,
    "use_download_button": True,
    "use_fullscreen_button": False,
    "navbar_persistent": [],
}
if address():
    html_theme_options |= {
        "repository_url": address(),
        "repository_branch": "HEAD",
        "use_repository_button": True,
        "use_issues_button": True,
        "launch_buttons": {"binderhub_url": "https://mybinder.org", "notebook_interface": "jupyterlab"},
    }


def toctree(caption: str, pages: list[str]) -> str:
    """Return a list of pages for the side of every page, which its own page does not print."""
    return "\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])


def contents() -> str:
    """Return the order of the pages: what the side shows, and what *previous* and *next* follow."""
    teaching = [] if students else [f"notebooks/teaching/{name}" for name in ("README", "course", "access", "claims")]
    reference = ["notebooks/teaching/glossary", "figures/README", "data/README"]
    return (
        toctree("Lessons", [f"notebooks/{name}" for name in NAMES])
        + (toctree("For teachers", teaching) if teaching else toctree("Sheets and cards", kits("notebooks/teaching/")))
        + toctree("Reference", [*reference, *([] if students else ["CONTRIBUTING"])])
    )


def kits(before: str = "") -> list[str]:
    """Return the pages of all kits that this edition has, without endings."""
    pages = [page for name in KITS for page in kit(name)]
    return [f"{before}{page.parent.name}/{page.stem}" for page in pages if not (students and is_for_teachers(page))]


def notebook(name: str, source: str) -> str:
    """Return a notebook for reading: exercises without the answer of a check, solutions folded at the end."""
    book = nbformat.reads(source, as_version=4)
    for cell in book.cells:
        if asks(cell):
            cell.outputs, cell.execution_count = [], None
    if students:
        return nbformat.writes(notebook_for_students(book))
    blocks = solutions(name)
    if blocks:
        book.cells.append(nbformat.v4.new_markdown_cell("## Solutions\n\nTry first, then open."))
    for exercise, block in blocks.items():
        cell = nbformat.v4.new_code_cell(block.strip())
        cell.metadata = {"tags": ["hide-input"], "mystnb": {"code_prompt_show": f"Solution of {exercise}"}}
        book.cells.append(cell)
    return nbformat.writes(book)


def read(app, docname: str, source: list[str]) -> None:
    """Change a page before it is parsed."""
    if docname.startswith("notebooks/") and docname.count("/") == 1:
        source[0] = notebook(docname.removeprefix("notebooks/"), source[0])
    elif students:
        source[0] = for_students(source[0], (ROOT / docname).parent)
    if "/teaching/" in docname:
        source[0] = re.sub(r"^_{10,}$", '<p class="write"></p>', source[0], flags=re.M)  # two rules are no Markdown
    if docname == root_doc:
        source[0] += contents()
    if docname == "notebooks/teaching/README":
        source[0] += toctree("Kits", kits())


def in_korean(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Tell browsers and screen readers that a page is in Korean."""
    if pagename.endswith("/korean"):
        context["language"] = "ko"


def setup(app) -> None:
    """Register the two hooks."""
    app.connect("source-read", read)
    app.connect("html-page-context", in_korean)
