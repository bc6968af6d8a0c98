"""The pages around the notebooks agree with each other and with what is there."""

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, version

import pytest
import yaml

from course import CONTRIBUTING, DATA, NAMES, NOTEBOOKS, ROOT, texts

README = (ROOT / "README.md").read_text("utf-8")
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
GLOSSARY = (NOTEBOOKS / "teaching" / "glossary.md").read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    found = [line for line in lines if line and not line.startswith(("#", "-c"))]
    assert all(re.fullmatch(r"[\w.\-]+==[\w.]+", line) for line in found), f"{name}: exact versions only"
    return dict(line.split("==") for line in found)


def test_licence_title_and_authors_agree():
    code, text = (ROOT / "LICENSE").read_text("utf-8"), (ROOT / "LICENSE-CC-BY-4.0").read_text("utf-8")
    assert code.startswith("MIT License")
    assert "Attribution 4.0 International" in text
    assert CITATION["license"] == ["MIT", "CC-BY-4.0"]
    assert [licence["name"] for licence in PACKAGE["licenses"]] == ["CC-BY-4.0"]
    assert "[MIT License](LICENSE)" in README and "[CC BY 4.0](LICENSE-CC-BY-4.0)" in README
    author = CITATION["authors"][0]["name"]
    assert author in code and author in README
    assert PACKAGE["contributors"][0]["title"] == author
    assert README.startswith(f"# {CITATION['title']}\n")
    assert PACKAGE["title"].startswith(CITATION["title"])
    assert PACKAGE["version"] == CITATION["version"]


def test_readme_has_a_row_for_every_notebook():
    for name in NAMES:
        title = re.match(r"# (.+)", texts(name)[0].source).group(1)
        row = next((line for line in README.splitlines() if f"(notebooks/{name}.ipynb)" in line and line[0] == "|"), "")
        assert row.count("|") == 5, f"README.md: a row for {name} with question, time and data skill"
        assert title.split(": ", 1)[-1].rstrip("?").casefold() in row.casefold(), f"{name}: the question of its title"
        assert re.search(r"\d+ minutes", row)


def test_readme_shows_a_chart_and_the_ways_in():
    top = README[:1500]
    image = re.search(r"!\[([^\]]{40,})\]\(figures/(\w+)\.png\)", top)
    assert image and (ROOT / "figures" / f"{image.group(2)}.png").is_file()
    assert image.group(1) in (ROOT / "figures" / "README.md").read_text("utf-8")
    assert "OWNER/REPO" in README and "urlpath=lab/tree/notebooks/00_start_here.ipynb" in README
    commands = re.findall(r"```(?:sh|powershell)\n(.+?)\n```", README)
    for shell in ("python3 -m venv .venv", "py -m venv .venv", "uv run"):
        assert sum(shell in command for command in commands) == 2, f"both commands with {shell}"
    assert all("\n" not in command for command in commands), "each command is one line"
    tests = [command for command in commands if "pytest" in command]
    assert len(tests) == 3 and all("tests/requirements.txt" in command for command in tests)


def test_every_notebook_has_its_lesson_plan():
    index = (NOTEBOOKS / "teaching" / "README.md").read_text("utf-8")
    for name in NAMES:
        plan = (NOTEBOOKS / "teaching" / f"{name}.md").read_text("utf-8")
        assert f"({name}.md)" in index
        assert f"(../{name}.ipynb)" in plan
        for part in ("## Before class", "## Minute by minute", "## What students get wrong", "## Assess"):
            assert part in plan, f"{name}: {part}"


def test_glossary_terms_stand_in_the_notebooks_they_name():
    rows = [line.strip("|").split(" | ") for line in GLOSSARY.splitlines() if line.startswith("| ")][2:]
    terms = [row[0].strip().casefold() for row in rows]
    assert terms == sorted(terms) and len(set(terms)) == len(terms)
    prose = {name[:2]: " ".join(cell.source for cell in texts(name)).casefold() for name in NAMES}
    for term, row in zip(terms, rows, strict=True):
        for number in row[-1].split(","):
            word = re.sub(r" \(.*\)", "", term)
            assert word in prose[number.strip()], f"glossary: {term} is not in notebook {number}"


def test_new_words_stand_in_the_glossary():
    rows = GLOSSARY.casefold()
    for name in NAMES:
        for cell in texts(name):
            for word in re.findall(r"\*\*([A-Za-z0-9+. \-]+)\*\* \([가-힣]", cell.source):
                assert word.casefold() in rows, f"{name}: {word} is not in the glossary"


@pytest.mark.parametrize("file", ["requirements.txt", "tests/requirements.txt", "constraints.txt"])
def test_versions_are_exact_and_installed(file):
    wanted = pins(file)
    if file == "requirements.txt":
        assert list(wanted) == ["jupyterlab", "pandas", "matplotlib", "ipywidgets", "nbval"]
    for name, exact in wanted.items():
        try:
            assert version(name) == exact, f"{name} {version(name)} is installed, {file} asks for {exact}"
        except PackageNotFoundError:
            elsewhere = {"appnope", "colorama", "pywinpty", "pexpect", "ptyprocess", "overrides"}  # by system or Python
            assert name in elsewhere, f"{name} is not needed"


def test_each_package_is_pinned_in_one_file():
    known = pins("requirements.txt") | pins("tests/requirements.txt") | pins("constraints.txt")
    assert {"numpy", "pillow", "pytest"} <= set(known)
    assert not {"jupyterlab", "pandas", "matplotlib", "ipywidgets", "nbval"} & set(pins("constraints.txt"))


def test_python_is_recent_enough():
    asked = re.fullmatch(r"python-3\.(\d+)\n", (ROOT / "runtime.txt").read_text("utf-8"))
    assert asked and int(asked.group(1)) >= 11
    assert sys.version_info >= (3, 11)


def test_contributing_names_the_command_that_refreshes():
    assert "ALLIANCE_FIGURES" in CONTRIBUTING
    assert "record_timing=False" in CONTRIBUTING
    assert len(CONTRIBUTING.split()) < 1100, "one page"
