"""The reading edition: the committed notebooks, the teaching pages and the reference, as Sphinx sets them.

With the tag ``students`` (``sphinx-build -t students``) what is for teachers stays out, and the solutions.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from common import (
    FOR_MAKERS,
    FOR_TEACHERS,
    KIT_FOR_STUDENTS,
    KITS,
    ROOT,
    address,
    citation,
    for_students,
    kit,
    notebook_for_students,
)
from course import asks, solutions

students = tags.has("students")  # noqa: F821, Sphinx defines it

project, version = citation()["title"], citation()["version"]
author = citation()["authors"][0]["name"]
release, copyright = version, f"{author}. Texts and charts: CC BY 4.0. Code: MIT License."
language = "en"
extensions = ["myst_nb"]
root_doc = "README"
include_patterns = ["README.md", *FOR_MAKERS, "notebooks/*.ipynb", "notebooks/teaching/*.md"]
include_patterns += [f"notebooks/teaching/*/{page}" for page in (KIT_FOR_STUDENTS if students else ["*.md"])]
include_patterns += ["data/README.md", "figures/README.md", "editions/hub/README.md"]
exclude_patterns = [".venv", "editions/built", "**/.ipynb_checkpoints"]
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
html_copy_source = False  # a source has what a page leaves out, and a notebook alone lacks helpers and data
html_show_search_summary = False  # it would be fetched, which a page from a folder may not do
html_use_index = False
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system has it
html_theme_options = {
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "home_page_in_toc": False,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "navbar_persistent": [],
    "primary_sidebar_end": [],
    "footer_content_items": ["copyright"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
if address():
    html_theme_options |= {
        "repository_url": address(),
        "repository_branch": "HEAD",
        "use_repository_button": not students,
        "use_issues_button": True,
        "launch_buttons": {"binderhub_url": "https://mybinder.org", "notebook_interface": "jupyterlab"},
    }


TEACHING_PAGES = ["Overview <notebooks/teaching/README>", "notebooks/teaching/course", "notebooks/teaching/access"]
TEACHING_PAGES += ["notebooks/teaching/claims", "notebooks/teaching/learning_check", "editions/hub/README"]
REFERENCE = ["notebooks/teaching/glossary", "figures/README", "data/README"]
NOT_LIVE = """*This is a page to read: nothing runs here. Answer the exercises on paper, or run the notebook in
JupyterLab ([how to start](../README.md#start)).*"""
KOREAN = re.compile(r"[가-힣]+(?:[ ·][가-힣]+)*(?![^<]*>)")  # words, not in the brackets of a tag
BLANK = re.compile(r"(?<!_)_{3,}(?!_)")  # to write into
KINDS = {"plan": "plan", "sheet": "sheet", "cards": "cards", "key": "key", "key_further": "key, second helping"}
KINDS |= {"korean": "in Korean", "check": "learning check"}
"""The pages of a kit in the order of the side, with what it calls them."""


def toctree(caption: str, pages: Iterable[str]) -> str:
    """Return a list of pages for the side of every page, which its own page does not print."""
    return "\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])


def contents(readme: str) -> str:
    """Return the order of the pages: what the side shows, and what *previous* and *next* follow.

    The notebooks have the short names of the table in ``readme``.
    """
    names = dict(re.findall(r"^\| \[(\d\d [^\]]+)\]\((notebooks/\w+)\.ipynb\)", readme, re.M))
    side = toctree("Notebooks", (f"{name} <{page}>" for name, page in names.items()))
    if not students:
        side += toctree("For teachers", TEACHING_PAGES)
    side += toctree(
        "Reference", REFERENCE if students else REFERENCE + [page.removesuffix(".md") for page in FOR_MAKERS]
    )
    return side + toctree("Sheets" if students else "Kits", kits())


def kits() -> list[str]:
    """Return the pages of all kits that this edition has, each with its short name."""
    files = KIT_FOR_STUDENTS if students else [f"{kind}.md" for kind in KINDS]
    pages = [page for name in KITS for page in kit(name, *files)]
    return [
        f"{page.parent.name[:2]} {KINDS[page.stem]} <{page.relative_to(ROOT).with_suffix('').as_posix()}>"
        for page in pages
    ]


def notebook(name: str, source: str) -> str:
    """Return a notebook for reading: exercises without the answer of a check, solutions folded at the end."""
    book = nbformat.reads(source, as_version=4)
    book.cells.insert(1, nbformat.v4.new_markdown_cell(NOT_LIVE))
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
        called = {"code_prompt_show": f"Solution of {exercise}", "code_prompt_hide": f"Solution of {exercise}"}
        cell.metadata = {"tags": ["hide-input"], "mystnb": called}
        book.cells.append(cell)
    return nbformat.writes(book)


def read(app, docname: str, source: list[str]) -> None:
    """Change a page before it is parsed."""
    text = source[0]
    if docname.startswith("notebooks/") and docname.count("/") == 1:
        text = notebook(docname.removeprefix("notebooks/"), text)
    elif students:
        text = for_students(text, (ROOT / docname).parent)
    if "/teaching/" in docname:
        text = re.sub(r"^_{10,}$", '<p class="write"></p>', text, flags=re.M)  # two rules are no Markdown
        text = BLANK.sub(r'<span role="img" aria-label="blank">\g<0></span>', text)
        text = BLANK.sub(lambda line: r"\_" * len(line.group()), text)  # two of them would be strong
    if docname == root_doc:
        text += contents(source[0])
    source[0] = text


def finish(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Change a page before it is written: its language, its buttons, and what has no name or two."""
    if pagename.endswith("/korean"):
        context["language"] = "ko"  # for browsers and screen readers
    elif "body" in context:
        context["body"] = KOREAN.sub(r'<span lang="ko">\g<0></span>', context["body"])
    if "body" in context:  # an empty head of a table; a fold that is read out by another name than it shows
        body = re.sub(r"<th\b[^>]*>(?:<p></p>)?</th>", "<td></td>", context["body"])
        context["body"] = re.sub(r"(<summary) aria-label=\"[^\"]*\"", r"\1", body)
    for button in [part for group in context["header_buttons"] for part in group.get("buttons", [group])]:
        if button.get("label") == "source-issues-button":
            button |= {"tooltip": "Report a mistake", "text": button["text"] and "Report a mistake"}
    if address() and not students:
        archive = {"url": f"{address()}/archive/HEAD.zip", "tooltip": "Download the course", "icon": "fas fa-download"}
        context["header_buttons"].append({"type": "link", "label": "course-button", **archive})
    printing = {"javascript": "window.print()", "tooltip": "Print this page", "icon": "fas fa-print"}
    context["header_buttons"].append({"type": "javascript", "label": "print-button", **printing})


def setup(app) -> None:
    """Register the two hooks; the second comes after the buttons of the theme."""
    app.connect("source-read", read)
    app.connect("html-page-context", finish, priority=600)
