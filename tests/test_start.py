"""One command opens the course, and one brings its newest version and keeps what a student wrote."""

import os
import re
import runpy
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from copies import commit, git
from course import NOTEBOOKS, ROOT
from matrix import clone
from versions import HIGHEST, SENTENCE

BOOK = "notebooks/02_engagement.ipynb"
OTHERS = [(3, 10, 13), (3, int(HIGHEST[2:]) + 1, 2), (2, 7, 18)]
PRETEND = "import sys; sys.version_info = {0}; sys.argv = ['start.py']; import runpy; runpy.run_path({1!r})"


def start(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Run start.py in a folder, as a machine does on which git knows nobody."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = [sys.executable, str(folder / "start.py"), *words]
    return subprocess.run(command, env=os.environ | nobody, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("other", OTHERS)
def test_another_python_gets_one_sentence_before_anything_is_installed(other):
    done = subprocess.run(
        [sys.executable, "-c", PRETEND.format(other, str(ROOT / "start.py"))], capture_output=True, text=True
    )
    assert done.returncode == 1 and not done.stdout
    assert done.stderr.count("\n") == 1 and f"Python {'.'.join(map(str, other))}:" in done.stderr
    assert re.search(SENTENCE, done.stderr)


def test_start_installs_once_and_then_only_opens_the_course(tmp_path, monkeypatch):
    for file in ("start.py", "requirements.txt", "constraints.txt"):
        shutil.copy(ROOT / file, tmp_path)
    called = []

    def call(command):
        called.append(list(command[1:4]))
        (tmp_path / ".venv").mkdir(exist_ok=True)
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["start.py"])
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    for _ in range(2):
        runpy.run_path(str(tmp_path / "start.py"))
    opens = ["-m", "jupyter", "lab"]
    assert called == [["-m", "venv", ".venv"], ["-m", "pip", "install"], opens, opens]
    (tmp_path / "constraints.txt").write_text("")
    monkeypatch.setattr(subprocess, "call", lambda command: 7)
    with pytest.raises(SystemExit, match="7"):
        runpy.run_path(str(tmp_path / "start.py"))


class Course:
    """A repository of the course with its helper and notebook 02, and a student's clone of it."""

    def __init__(self, folder: Path):
        """Make the repository, and clone it."""
        self.teacher, self.student = folder / "teacher", folder / "student"
        leave = shutil.ignore_patterns("teaching", "__pycache__", "0[013-9]_*", "10_*", "02_*_further.ipynb")
        shutil.copytree(NOTEBOOKS, self.teacher / "notebooks", ignore=leave)
        shutil.copytree(ROOT / "data", self.teacher / "data")
        for name in ("start.py", ".gitattributes"):
            shutil.copy(ROOT / name, self.teacher)
        clone(self.teacher, self.student)

    def publish(self) -> None:
        """Commit what the teacher changed."""
        commit(self.teacher)

    def update(self) -> str:
        """Publish what the teacher changed, let the student bring it, and return what is said."""
        self.publish()
        done = start(self.student, "update")
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def course(tmp_path) -> Course:
    """Return a course with a student."""
    return Course(tmp_path)


def execute(folder: Path, sources: dict[str, str]) -> dict:
    """Replace the code of cells of the notebook, run it from the top, save it, and return its cells by id."""
    book = nbformat.read(folder / BOOK, as_version=4)
    for cell in book.cells:
        cell.source = sources.get(cell.id, cell.source)
    place = {"metadata": {"path": str(folder / "notebooks")}}
    NotebookClient(book, timeout=120, record_timing=False, resources=place).execute()
    nbformat.write(book, folder / BOOK)
    return {cell.id: cell for cell in book.cells}


def replace(file: Path, old: str, new: str) -> None:
    """Replace words of a file that stand there once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_update_brings_a_correction_and_keeps_the_answers(course):
    answer = 'answer_2_1 = wages / goods * 100\ncheck("2.1", answer_2_1)\n#hint("2.1")\n#solution("2.1")'
    before = execute(course.student, {"02-17": answer})
    assert "224.8" not in str(before["02-20"].outputs) and "✓ correct" in str(before["02-17"].outputs)
    book = course.teacher / BOOK  # a number is corrected: in the data, in an output, in a text
    book.write_text(book.read_text("utf-8").replace("223.8", "224.8"), encoding="utf-8", newline="\n")
    replace(course.teacher / "data" / "kaesong.csv", "223.78", "224.78")
    assert "with what you wrote" in course.update()
    assert "This is the newest version" in start(course.student, "update").stdout
    merged = {cell.id: cell for cell in nbformat.read(course.student / BOOK, as_version=4).cells}
    assert merged["02-17"] == before["02-17"], "source and output of the answer"
    assert "224.8 million in" in merged["02-21"].source and "224.8" in str(merged["02-20"].outputs)
    after = execute(course.student, {})
    assert "224.8" in str(after["02-20"].outputs) and after["02-17"] == before["02-17"]
    assert not git(course.student, "status", "--porcelain", "--untracked-files=no", "--", "data", "start.py")


def test_update_puts_a_notebook_aside_that_cannot_be_joined(course):
    (course.student / BOOK).write_text("broken", encoding="utf-8")
    replace(course.teacher / BOOK, "# Engagement: who was paid", "# Who was paid")
    said = course.update()
    assert "02_engagement_mine.ipynb" in said and said.count("\n") == 2
    assert (course.student / BOOK.replace(".", "_mine.")).read_text("utf-8") == "broken"
    assert (course.student / BOOK).read_bytes() == (course.teacher / BOOK).read_bytes()


def test_update_takes_the_students_line_where_both_changed_it(course):
    for folder, answer in ((course.student, "wages"), (course.teacher, "0")):
        replace(folder / BOOK, '"answer_2_1 = ...', f'"answer_2_1 = {answer}')
    course.update()
    assert '"answer_2_1 = wages' in (course.student / BOOK).read_text("utf-8")


def test_update_keeps_brings_back_and_renames_as_a_hub_does(course):
    (course.student / "memo.md").write_text("mine", encoding="utf-8")
    (course.teacher / "memo.md").write_text("new", encoding="utf-8")
    (course.student / "notebooks" / "alliance" / "frames.py").unlink()
    (course.student / "data" / "kaesong.csv").write_text("mine", encoding="utf-8")
    (course.teacher / "data" / "kaesong.csv").unlink()
    assert "memo_mine.md" in course.update()
    files = [course.student / name for name in ("memo_mine.md", "memo.md", "data/kaesong.csv")]
    assert [file.read_text("utf-8") for file in files] == ["mine", "new", "mine"]
    assert (course.student / "notebooks" / "alliance" / "frames.py").is_file()


def without_git(course: Course) -> None:
    shutil.rmtree(course.student / ".git")


def without_source(course: Course) -> None:
    course.teacher.rename(course.teacher.with_name("gone"))


def without_branch(course: Course) -> None:
    git(course.student, "branch", "--unset-upstream")


@pytest.mark.parametrize(
    "lack, word",
    [
        (without_git, "no git clone"),
        (without_source, "not appear to be a git repository"),
        (without_branch, "upstream"),
    ],
)
def test_an_update_that_cannot_be_says_so_in_one_sentence(course, lack, word):
    before = (course.student / BOOK).read_bytes()
    lack(course)
    done = start(course.student, "update")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and word in done.stderr, done.stderr
    assert (course.student / BOOK).read_bytes() == before


def test_another_word_is_refused(tmp_path):
    done = start(ROOT, "updat")
    assert done.returncode == 1 and "start.py update" in done.stderr
