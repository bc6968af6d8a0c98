"""The pages around the notebooks agree with each other and with what is there."""

import re

import pytest

from common import citation
from course import (
    CONTRIBUTING,
    LESSONS,
    NAMES,
    PACKAGE,
    ROOT,
    START,
    TEACHING,
    WORKSHOP,
    texts,
    topic,
)

README = (ROOT / "README.md").read_text("utf-8")
CITATION = citation()
COMMANDS = re.findall(r"```(?:sh|powershell)\n(.+?)\n```", README, re.S)
GLOSSARY = (TEACHING / "glossary.md").read_text("utf-8")
INDEX = (TEACHING / "README.md").read_text("utf-8")
PARTS = {
    "plan.md": [
        *("Aims", "Before class", "45 minutes", "20 minutes", "75 minutes", "What to say at each prediction"),
        *("What students get wrong", "The board at the end", "Read aloud", "The theory behind it", "Without homework"),
        *("Without laptops", "A large class", "Leave out first", "Assess"),
    ],
    "key.md": ["Predictions", "Exercises", "Discuss", "Exit ticket", "Verdict"],
    "key_further.md": ["Predictions", "Exercises", "Discuss", "Verdict"],
}
OTHER_PARTS = {
    START: {"plan.md": ["Aims", "Before class", "15 minutes", "Assess"]},
    WORKSHOP: {
        "plan.md": [
            *("Aims", "Before class", "45 minutes", "The second session", "What students get wrong", "Without laptops"),
            *("A large class", "A chatbot", "Assess"),
        ],
        "key.md": ["Rubric", "Samples", "A chatbot"],
    },
}


def test_licence_title_and_authors_agree():
    code, text = (ROOT / "LICENSE").read_text("utf-8"), (ROOT / "LICENSE-CC-BY-4.0").read_text("utf-8")
    assert code.startswith("MIT License")
    assert "Attribution 4.0 International" in text
    assert CITATION["type"] == "dataset" and CITATION["license"] == "CC-BY-4.0", "a list would mean: choose one"
    assert [part["license"] for part in CITATION["references"] if "license" in part] == ["MIT"], "the code"
    assert all(word in CITATION["message"] for word in ("MIT License", "CC BY 4.0", "LICENSE-CC-BY-4.0"))
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
    assert {"python3 start.py", "py start.py"} < set(COMMANDS)
    assert all("\n" not in command for command in COMMANDS), "each command is one line"
    tests = [command for command in COMMANDS if "pytest" in command]
    assert [command.split()[0] for command in tests] == ["python3", "py", "uv"]
    assert len(tests) == 3 and all("tests/requirements.txt" in command for command in tests)


@pytest.mark.parametrize("name", [START, *LESSONS, WORKSHOP])
def test_a_lesson_has_a_kit(name):
    files = {path.name for path in (TEACHING / name).iterdir()}
    needed = {"plan.md", "sheet.md", "key.md", "quiz.txt", "korean.md"}
    assert needed <= files <= needed | {"cards.md", "key_further.md", "check.md"}
    assert ("key_further.md" in files) == (f"{name}_further" in NAMES)
    assert ("check.md" in files) == (name in LESSONS)
    assert not [file for file in files if f"({name}/{file})" not in INDEX], "each stands in teaching/README.md"
    assert f"(notebooks/teaching/{name}/plan.md)" in README
    wanted = OTHER_PARTS.get(name, PARTS)
    for file in wanted.keys() & files:
        parts = re.findall(r"^## (.+)$", (TEACHING / name / file).read_text("utf-8"), re.M)
        assert [part for part in wanted[file] if part in parts] == wanted[file], f"{file} has {parts}"


def test_glossary_terms_stand_in_the_notebooks_they_name():
    rows = [line.strip("|").split(" | ") for line in GLOSSARY.splitlines() if line.startswith("| ")][2:]
    terms = [row[0].strip().casefold() for row in rows]
    assert terms == sorted(terms) and len(set(terms)) == len(terms)
    prose = {
        name[:2]: " ".join(cell.source for part in topic(name) for cell in texts(part)).casefold() for name in NAMES
    }
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


def test_contributing_is_one_page_and_names_the_tools():
    for tool in ("refresh", "reading_load", "versions", "benchmark"):
        assert f"tests/{tool}.py" in CONTRIBUTING and (ROOT / "tests" / f"{tool}.py").is_file()
    assert len(CONTRIBUTING.split()) < 1100, "one page"
