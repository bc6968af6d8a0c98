"""The folder of the course as students get it: notebooks without results, and no solutions."""

import re
import shutil
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from traitlets.config import Config

from common import (
    KIT_FOR_STUDENTS,
    KITS,
    ROOT,
    TEACHING,
    CannotBuild,
    for_students,
    fresh,
    kit,
    notebook_for_students,
)
from course import DATA, NAMES, NOTEBOOKS, SOLUTIONS, WORKSHOP, tags

WHOLE = ["start.py", "requirements.txt", "constraints.txt", "runtime.txt", "LICENSE", "LICENSE-CC-BY-4.0"]
CONFIG = Config()
CONFIG.TagRemovePreprocessor.enabled = CONFIG.ClearOutputPreprocessor.enabled = True
CONFIG.TagRemovePreprocessor.remove_cell_tags = {"seen"}
README = """# Allies at Odds: the course for students

You need Python 3.11 to 3.14. In this folder, `python3 start.py` (on Windows `py start.py`) opens the course in
JupyterLab. Begin with `notebooks/00_start_here.ipynb`.

Code: MIT License. Texts, and our choice, codes and words in the data: CC BY 4.0.
"""


def build(out: Path) -> str:
    """Write the folder of the course for students into ``out``/handouts and return what was made.

    Its notebooks have no outputs and no *What we see*, its helper package no solutions; of the kits there are sheets
    and pages in Korean. Git can track it, and JupyterLab runs it.
    """
    folder = fresh(out / "handouts")
    for name in WHOLE:
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(DATA, folder / "data", ignore=shutil.ignore_patterns(".*"))
    (folder / "README.md").write_text(README, encoding="utf-8", newline="\n")
    leave = shutil.ignore_patterns(SOLUTIONS.name, "__pycache__", "ruff.toml", ".*")
    shutil.copytree(NOTEBOOKS / "alliance", folder / "notebooks" / "alliance", ignore=leave)
    for name in NAMES:
        nbformat.write(handout(name), folder / "notebooks" / f"{name}.ipynb")
    pages = [DATA / "README.md", TEACHING / "glossary.md"]
    pages += [page for name in KITS for page in kit(name, *KIT_FOR_STUDENTS)]
    for page in pages:
        text = for_students(page.read_text("utf-8"), page.parent)
        target = folder / page.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        for picture in re.findall(r"\]\(([^)]+\.png)\)", text):
            figure = (page.parent / picture).resolve()
            (folder / "figures").mkdir(exist_ok=True)
            shutil.copy(figure, folder / figure.relative_to(ROOT))
    return f"{len(NAMES)} notebooks and {len(pages)} pages"


def handout(name: str) -> nbformat.NotebookNode:
    """Return a notebook as it is before anybody ran it, without the paragraphs that tell what is to be seen.

    Raises ``CannotBuild`` where a notebook lacks what a handout leaves out: something is named otherwise then.
    """
    whole = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    there = {"output": any(cell.get("outputs") for cell in whole.cells)}
    if name != WORKSHOP:
        there["paragraph with the tag seen"] = any("seen" in tags(cell) for cell in whole.cells)
        there["call for a solution"] = any("\n#solution(" in cell.source for cell in whole.cells)
    if lacking := [what for what in there if not there[what]]:
        raise CannotBuild(f"{name} has no {' and no '.join(lacking)}, so nothing of that was taken out.")
    source, _ = NotebookExporter(config=CONFIG).from_notebook_node(notebook_for_students(whole))
    return nbformat.reads(source, as_version=4)
