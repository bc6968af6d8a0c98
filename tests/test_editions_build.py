"""The one command of the editions, the packs that it makes, and the address that is written once."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

import address
import build
import copies
import packs
from common import CannotBuild
from course import ROOT
from versions import PYTHONS

ELSEWHERE = "https://github.com/example/allies"
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def parts(tmp_path) -> Path:
    """Return a folder in which every part of the packs has a file for all, and print/ what only teachers get."""
    for part in {*packs.TEACHERS, *packs.STUDENTS}:
        (tmp_path / part).mkdir()
        (tmp_path / part / "index.html").write_text(part)
    for name in ("keys/02_engagement_key.pdf", "class/02_engagement_plan.pdf", "class/02_engagement_sheet.pdf"):
        file = tmp_path / "print" / "A4" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("page")
    return tmp_path


def test_students_get_a_zip_without_keys(parts):
    packs.build(parts)
    inside = {name: set(zipfile.ZipFile(parts / "packs" / f"{name}.zip").namelist()) for name in packs.PACKS}
    teachers, students = inside["allies_at_odds"], inside["allies_at_odds_students"]
    assert "print/A4/keys/02_engagement_key.pdf" in teachers and "quiz/index.html" in teachers
    assert {"READ_ME_FIRST.txt", "site/index.html", "print/A4/class/02_engagement_sheet.pdf"} <= students & teachers
    assert "data/sources.csv" in students
    assert not [name for name in students if re.search("keys|_plan.pdf|quiz|slides|students", name)]
    read = zipfile.ZipFile(parts / "packs" / "allies_at_odds_students.zip").read("site/index.html")
    assert read == b"site_for_students", "their own pages"


def test_a_pack_that_lacks_a_part_or_is_too_large_is_refused(parts, monkeypatch):
    shutil.rmtree(parts / "quiz")
    with pytest.raises(CannotBuild, match="quiz is not built"):
        packs.build(parts)
    (parts / "quiz").mkdir()
    monkeypatch.setattr(packs, "LIMIT", 0.01)
    with pytest.raises(CannotBuild, match=r"more than the 0\.01 MB"):
        packs.build(parts)


def test_a_part_that_cannot_be_built_is_left_out_with_a_sentence(tmp_path, capsys, monkeypatch):
    assert build.main(["print", "packs", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in said] == ["print", "packs"] and all("left out." in line for line in said)
    (tmp_path / "file").write_text("")
    assert build.main(["handouts", "--out", str(tmp_path / "file")]) == 1
    assert "cannot be read or written" in capsys.readouterr().out
    monkeypatch.setitem(sys.modules, "quiz", None)
    assert build.main(["quiz", "--out", str(tmp_path)]) == 1
    assert "not installed" in capsys.readouterr().out


def test_a_folder_with_other_files_is_left_alone(tmp_path, capsys):
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz" / "mine.txt").write_text("")
    with pytest.raises(SystemExit):
        build.main(["quiz", "--out", str(tmp_path)])
    assert "holds other files" in capsys.readouterr().err and (tmp_path / "quiz" / "mine.txt").is_file()


def test_a_part_that_breaks_does_not_end_the_others_and_is_in_no_pack(tmp_path, capsys, monkeypatch):
    def broken(out):
        raise ValueError("first line\nsecond line")

    monkeypatch.setattr("quiz.build", broken)
    assert build.main(["handouts", "quiz", "packs", "--out", str(tmp_path)]) == 1
    first, second, third = capsys.readouterr().out.splitlines()
    assert "18 notebooks" in first and "left out. ValueError: first line (" in second
    assert "one of them could not be built" in third and not (tmp_path / "packs").exists()


def test_an_unknown_part_is_named(capsys):
    with pytest.raises(SystemExit):
        build.main(["slide"])
    assert "there is no part slide; there are site, print" in capsys.readouterr().err


def test_the_readme_has_the_command_for_every_shell():
    commands = re.findall(r"^(.*editions/build\.py)$", README, re.M)
    assert [command.split()[0] for command in commands] == ["python3", "py"]
    assert all("-r requirements.txt -r editions/requirements.txt" in command for command in commands)


def test_pages_that_name_the_address_are_as_it_is_written():
    for page in address.PLACES:
        assert address.filled(page, ELSEWHERE) != address.filled(page, ""), f"{page.name}: no place for the address"
        stale = f"{page.name} is stale: run editions/address.py"
        assert page.read_text("utf-8") == address.filled(page, address.address()), stale


def test_an_address_is_written_once_and_breaks_nothing(tmp_path):
    copy = copies.copy(tmp_path / "copy")

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, *arguments], cwd=copy, capture_output=True, text=True)

    assert run("editions/address.py", f"{ELSEWHERE}.git").returncode == 0
    assert yaml.safe_load((copy / "CITATION.cff").read_text("utf-8"))["repository-code"] == ELSEWHERE
    page = (copy / "README.md").read_text("utf-8")
    assert f"git clone {ELSEWHERE}`" in page and "<https://example.github.io/allies/>" in page
    assert "https://mybinder.org/v2/gh/example/allies/HEAD?urlpath=lab/tree/notebooks/00_start_here.ipynb" in page
    assert "repo=https%3A%2F%2Fgithub.com%2Fexample%2Fallies&" in (copy / "editions/hub/README.md").read_text("utf-8")
    alone = (copy / "notebooks/02_engagement.ipynb").read_text("utf-8")
    assert '"# Red text? This needs all of Allies at Odds: github.com/example/allies\\n",' in alone
    tests = [f"tests/test_{name}.py" for name in ("project", "structure", "seal", "editions_build")]
    held = run("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *tests, "-k", "not breaks_nothing")
    assert held.returncode == 0, held.stdout[-3000:]
    before = page
    refused = run("editions/address.py", "github.com/example")
    assert refused.returncode == 1 and "https://github.com/OWNER/NAME" in refused.stderr
    assert (copy / "README.md").read_text("utf-8") == before


def test_workflows_run_what_is_run_here():
    flows = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}
    assert set(flows) == {"tests", "pages"}
    matrix = flows["tests"]["jobs"]["run"]["strategy"]["matrix"]
    assert matrix["python"] == PYTHONS and len(matrix["system"]) == 3
    jobs = [job for flow in flows.values() for job in flow["jobs"].values()]
    steps = sorted(step["run"] for job in jobs for step in job["steps"] if "run" in step)
    scripts = [step.split()[1] for step in steps if step.startswith("bash ")]
    assert scripts == [".ci/packages", ".ci/readme", ".ci/run"]
    assert all((ROOT / script).is_file() for script in scripts)
    assert [step for step in steps if not step.startswith("bash ")] == [
        "cp -r editions/built/packs editions/built/site/"
    ]
