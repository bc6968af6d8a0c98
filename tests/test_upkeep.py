"""What strangers need who keep the collection: one version everywhere, dates of tables, forms, pages, templates."""

import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from datetime import date, timedelta
from itertools import pairwise

import jsonschema
import pandas as pd
import pytest
import yaml

from common import citation
from course import DATA, NOTEBOOKS, PACKAGE, ROOT, START, TABLES, under

CITATION = citation()
ARCHIVE = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
MAINTAINING = (ROOT / "MAINTAINING.md").read_text("utf-8")
AGING = [table for table in TABLES.values() if "bestBefore" in table]
VERSIONS = re.findall(r"^## \[(.+)\] - (.+)$", CHANGELOG, re.M)
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Corrections of facts"]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]-*.yml"))

# They answer a question about 2021, or end where their title or their source ends: later years change no row.
CLOSED = {
    *("offers_and_demands", "negotiation_timeline", "public_opinion", "burden_views", "humanitarian_funding"),
    *("un_plan_funding", "us_aid", "exemptions_1718", "child_nutrition", "china_trade_monthly", "us_sanctions_actions"),
    *("missile_tests", "summits", "expert_assessments", "provocation_counts", "exercises", "leaflet_counts"),
    *("trash_balloons", "law_reactions", "forecasts", "facts"),
}
REMINDER = timedelta(days=60)

LABELLED = {"type": "object", "required": ["label"], "properties": {"label": {"type": "string", "minLength": 1}}}
FIELD = {
    "type": "object",
    "required": ["type", "id", "attributes"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": ["input", "textarea", "dropdown"]},
        "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "attributes": LABELLED,
        "validations": {"type": "object", "properties": {"required": {"type": "boolean"}}},
    },
    "if": {"properties": {"type": {"const": "dropdown"}}},
    "then": {
        "properties": {
            "attributes": {
                "required": ["options"],
                "properties": {"options": {"items": {"type": "string"}, "minItems": 1, "uniqueItems": True}},
            }
        }
    },
}
FORM = {
    "type": "object",
    "required": ["name", "description", "labels", "body"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "minLength": 4},
        "description": {"type": "string", "minLength": 4},
        "title": {"type": "string"},
        "labels": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "body": {"type": "array", "items": FIELD, "minItems": 1},
    },
}
"""The part of GitHub's schema of forms that is used here."""


def test_one_version_everywhere():
    assert VERSIONS[0] == (CITATION["version"], CITATION["date-released"].isoformat()), "the newest stands on top"
    assert PACKAGE["version"] == CITATION["version"]


def test_the_archive_says_what_the_citation_says():
    assert ARCHIVE["title"] == CITATION["title"]
    assert ARCHIVE["description"] == CITATION["abstract"]
    assert ARCHIVE["license"] == CITATION["license"] == PACKAGE["licenses"][0]["name"]
    assert ARCHIVE["keywords"] == CITATION["keywords"]
    assert ARCHIVE["creators"] == CITATION["authors"]
    assert [part["identifier"] for part in ARCHIVE["related_identifiers"]] == [
        part["url"] for part in CITATION["references"] if "url" in part
    ]


def test_the_change_log_has_its_form():
    numbers = [tuple(map(int, version.split("."))) for version, _ in VERSIONS]
    days = [date.fromisoformat(day) for _, day in VERSIONS]
    assert all(after < before for before, after in pairwise(numbers)), "the newest version first"
    assert all(after <= before for before, after in pairwise(days))
    for version, _ in VERSIONS:
        part = under(rf"\[{version}\][^\n]*", CHANGELOG)
        kinds = re.findall(r"^### (.+)$", part, re.M)
        assert kinds == [kind for kind in KINDS if kind in kinds], f"{version}: {kinds}"
        assert kinds[-1] == "Corrections of facts", f"{version}: say which facts were wrong, or None"


def corrections() -> list[list[str]]:
    """Return the cells of each row of a correction: where, what was wrong, what is right, since when, found by."""
    rows = [line.strip("| ").split(" | ") for line in CHANGELOG.splitlines() if line.startswith("|")]
    return [row for row in rows if row[0] != "where" and not row[0].startswith("---")]


def test_a_correction_says_where_what_when_and_who():
    assert corrections()
    for row in corrections():
        assert len(row) == 5 and all(row), row
        assert re.fullmatch(r"\d+\.\d+\.\d+|\d{1,2} [A-Z][a-z]+ 20\d\d", row[3]), f"since when: {row[3]}"


def last_year(table: dict) -> int:
    """Return the last year in the columns of a table whose cells all begin with a year; 0 where there is none."""
    cells = pd.read_csv(DATA / table["path"], dtype=str)
    columns = [cells[column].dropna() for column in cells]
    years = [column.str[:4].max() for column in columns if column.str.match(r"(?:19|20)\d\d\b").all() and len(column)]
    return int(max(years, default=0))


def ages(table: dict) -> bool:
    """Say whether a table may age: it goes beyond the year of the article, or it has a status."""
    names = [table["name"], *(field["name"] for field in table["schema"]["fields"])]
    return last_year(table) > 2021 or any(name.endswith("status") for name in names)


def test_every_table_that_may_age_has_a_day_or_is_closed():
    dated = {table["name"] for table in AGING}
    assert not dated & CLOSED
    assert {name for name, table in TABLES.items() if ages(table)} - dated - CLOSED == set()
    assert {name for name in CLOSED if not ages(TABLES[name])} == set(), "nothing on the list that need not be"
    for table in AGING:
        assert re.search(r"look up .+\.$", table["ages"]), f"{table['name']}: say what to look up"


def hold(table: dict, today: date, released: date) -> None:
    """Warn of a table from sixty days before its day on; fail where a release was made after it."""
    day = date.fromisoformat(table["bestBefore"])
    sentence = f"{table['name']} is best before {day}. {table['ages']}"
    assert released <= day, f"{sentence} Then give it a new day, and release (MAINTAINING.md)."
    if today >= day - REMINDER:
        warnings.warn(sentence, stacklevel=2)


@pytest.mark.parametrize("table", AGING, ids=lambda table: table["name"])
def test_tables_are_not_past_their_day(table):
    hold(table, date.today(), CITATION["date-released"])


def test_a_reminder_comes_sixty_days_before_and_only_a_release_fails():
    table = {"name": "posts", "bestBefore": "2027-05-31", "ages": "Posts are filled; look up who has them."}
    early, late, release = date(2027, 4, 1), date(2030, 1, 7), date(2026, 11, 30)
    with warnings.catch_warnings(action="error"):
        hold(table, date(2027, 3, 31), release)
    for today in (early, late):
        with pytest.warns(UserWarning, match="posts is best before 2027-05-31.*look up who"):
            hold(table, today, release)
    with pytest.raises(AssertionError, match="give it a new day"):
        hold(table, late, released=date(2027, 6, 1))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_are_valid(path):
    form = yaml.safe_load(path.read_text("utf-8"))
    jsonschema.validate(form, FORM)
    ids = [field["id"] for field in form["body"]]
    labels = [field["attributes"]["label"] for field in form["body"]]
    assert len(set(ids)) == len(set(labels)) == len(ids)
    assert all(f"`{label}`" in MAINTAINING for label in form["labels"]), "the host must know the label"


def test_forms_ask_what_a_maintainer_needs():
    asked = {
        path.stem[2:]: {
            field["id"]
            for field in yaml.safe_load(path.read_text("utf-8"))["body"]
            if field.get("validations", {}).get("required")
        }
        for path in FORMS
    }
    assert asked["fact"] == {"where", "stands", "right", "source"}
    assert asked["notebook"] == {"notebook", "command", "python", "system", "lines"}
    assert asked["proposal"] == {"class", "need", "instead"}
    config = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").read_text("utf-8"))
    assert config == {"blank_issues_enabled": False}


def test_pages_for_maintainers_are_short_and_name_what_is_there():
    assert len(MAINTAINING.split()) < 900
    assert len((ROOT / "CODE_OF_CONDUCT.md").read_text("utf-8").split()) < 200
    for page in ("MAINTAINING.md", ".github/pull_request_template.md", "templates/README.md"):
        text = (ROOT / page).read_text("utf-8")
        named = re.findall(r"(?:tests|editions|\.ci|\.github)/[\w./]*\w", text)
        assert [file for file in named if "built" not in file and not (ROOT / file).exists()] == [], page


def test_the_checklist_is_answered_point_by_point():
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", (ROOT / "JOSE.md").read_text("utf-8"), re.M)
    answers = [row[1] for row in rows if row[0] != "point" and row[1] != "---"]
    assert len(answers) == 20
    assert set(answers) <= {"yes", "in part", "missing"}


@pytest.fixture
def collection(tmp_path):
    """Return a small collection into which the templates were copied as templates/README.md says, and run."""
    for part in ("notebooks/alliance", "data", "tests"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("README.md", "CONTRIBUTING.md", f"notebooks/{START}.ipynb"):
        shutil.copy(ROOT / file, tmp_path / file)
    for file in (path for path in (ROOT / "templates").glob("*/**/*") if path.suffix in (".ipynb", ".py")):
        target = tmp_path / str(file.relative_to(ROOT / "templates")).replace("NN", "11")
        target.write_text(file.read_text("utf-8").replace("NN", "11"), "utf-8")
    command(tmp_path, "-c", "import refresh; refresh.execute('11_topic'); refresh.execute('11_topic_further')")
    return tmp_path


def command(folder, *arguments: str) -> str:
    """Run Python in the notebooks of a collection and return what it prints; its words are the error where it fails."""
    path = os.pathsep.join([str(folder / "notebooks"), str(folder / "tests")])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder / NOTEBOOKS.name,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stdout


def test_templates_pass_the_tests_of_a_notebook(collection):
    files = [str(collection / "tests" / f"test_{name}.py") for name in ("structure", "outputs", "exercises")]
    options = ["-q", "-p", "no:cacheprovider", "--rootdir", str(collection), "-k", "11_topic and not a_long_notebook"]
    said = command(collection, "-m", "pytest", *options, *files)
    assert int(re.search(r"(\d+) passed", said).group(1)) > 100, said
