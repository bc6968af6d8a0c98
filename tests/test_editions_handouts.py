"""Students get the course without its results, and can run all of it."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import handouts
from common import CannotBuild
from course import NAMES, NOTEBOOKS, asks, cells, code, solutions, tags
from grouping import some


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Build the handouts once."""
    out = tmp_path_factory.mktemp("editions")
    handouts.build(out)
    return out / "handouts"


@pytest.mark.parametrize("name", NAMES)
def test_a_handout_lacks_outputs_results_and_solutions_and_nothing_else(name):
    after = handouts.handout(name).cells
    kept = [cell for cell in cells(name) if "seen" not in tags(cell)]
    assert [cell.id for cell in after] == [cell.id for cell in kept]
    changed = [old for new, old in zip(after, kept, strict=True) if new.source != old.source]
    assert all(asks(cell) or "](teaching/" in cell.source for cell in changed)
    assert sum(bool(asks(cell)) for cell in changed) == len(solutions(name))
    told = [cell for cell in after if cell.get("outputs") or "**What we see" in cell.source]
    assert not told and not any("solution(" in cell.source for cell in after)
    out, left = ([cell.source for cell in code(name) if ("seen" in tags(cell)) == is_out] for is_out in (True, False))
    missed = names_in(out, ast.Store) & (names_in(left, ast.Load) - names_in(left, ast.Store))
    assert not missed, f"{name}: the handout leaves out what makes {missed}"


LACKS = {
    "output": lambda cell: cell.update(outputs=[]) if "outputs" in cell else None,
    "paragraph with the tag seen": lambda cell: cell.metadata.pop("tags", None),
    "call for a solution": lambda cell: cell.update(source=cell.source.replace("#solution(", "# solution(")),
}


@pytest.mark.parametrize("what", LACKS)
def test_a_handout_with_nothing_to_leave_out_is_refused(tmp_path, monkeypatch, what):
    book = nbformat.read(NOTEBOOKS / "02_engagement.ipynb", as_version=4)
    for cell in book.cells:
        LACKS[what](cell)
    nbformat.write(book, tmp_path / "02_engagement.ipynb")
    monkeypatch.setattr(handouts, "NOTEBOOKS", tmp_path)
    with pytest.raises(CannotBuild, match=f"02_engagement has no {what}, so"):
        handouts.handout("02_engagement")


def names_in(sources: list[str], use: type) -> set[str]:
    """Return the names that code makes (``ast.Store``) or needs (``ast.Load``)."""
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, use)}


@pytest.mark.parametrize("name", some(NAMES, ["00_start_here", "05_human_rights_further", "07_strategic_assumptions"]))
def test_a_handout_runs_in_its_own_folder(folder, name):
    book = nbformat.read(folder / "notebooks" / f"{name}.ipynb", as_version=4)
    place = {"metadata": {"path": str(folder / "notebooks")}}
    NotebookClient(book, timeout=120, resources=place).execute()
    assert all(cell.execution_count for cell in book.cells if cell.cell_type == "code" and cell.source)


def test_the_folder_holds_no_answers(folder):
    names = {path.name for path in folder.rglob("*")}
    assert not names & {
        "solutions",
        "plan.md",
        "key.md",
        "key_further.md",
        "check.md",
        "learning_check.md",
        "quiz.txt",
        "claims.md",
        "tests",
        "editions",
    }
    text = "\n".join(path.read_text("utf-8") for path in [*folder.rglob("*.md"), *folder.rglob("*.ipynb")])
    assert not [block for name in NAMES for block in solutions(name).values() if json.dumps(block)[1:-1] in text]


def test_links_of_the_folder_resolve(folder):
    for page in [*folder.rglob("*.md"), *folder.rglob("*.ipynb")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target} leads nowhere"


def test_who_asks_for_a_solution_is_sent_to_the_teacher(folder):
    ask = "from alliance import solution; solution('2.1'); solution('2.9')"
    environment = os.environ | {"PYTHONPATH": str(folder / "notebooks")}
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=folder / "notebooks", env=environment, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[0] == "The solutions are not in this folder: ask your teacher."
    assert "no exercise" in done.stdout.splitlines()[1]
