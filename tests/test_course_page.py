"""The page of the course: its schedules leave no lesson out, its weights make a whole, its readings have two sides."""

import re

import pytest

from course import FURTHER, LESSONS, START, TEACHING, WORKSHOP, examined, read, under

PAGE = (TEACHING / "course.md").read_text("utf-8")
ARTICLE = "https://www.fdd.org/analysis/2021/03/15/us-rok-meeting-unresolved-policy-disputes/"
WORDS = 2000  # besides tables


def table(heading: str) -> list[list[str]]:
    """Return the first table under a heading, given by its first words: rows of cells, the names of columns first."""
    section = re.search(rf"^#+ {heading}[^\n]*\n(.*?)(?=^#+ |\Z)", PAGE, re.M | re.S).group(1)
    lines = re.search(r"(?:^\|.*\|\n)+", section, re.M).group().splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert {len(row) for row in rows} == {len(rows[0])}, f"{heading}: a row has cells too many or too few"
    return [rows[0], *rows[2:]]


def column(heading: str, name: str) -> list[str]:
    """Return a column of the table under a heading by its name, without that name."""
    names, *rows = table(heading)
    return [row[names.index(name)] for row in rows]


def notebooks(text: str) -> list[str]:
    """Return the names of the notebooks that a text links, in order."""
    return re.findall(r"\]\(\.\./(\w+)\.ipynb\)", text)


READINGS = {row[0]: row for row in table("Readings")[1:]}
SCHEDULES = {"Seven weeks": 7, "Fourteen weeks": 14}


@pytest.mark.parametrize(("heading", "weeks"), SCHEDULES.items())
def test_a_schedule_has_its_weeks_and_begins_with_the_article(heading, weeks):
    assert column(heading, "week") == [str(week) for week in range(1, weeks + 1)]
    assert column(heading, "before class")[0].startswith("the article, two questions")
    assert all(cell for row in table(heading) for cell in row), "an empty cell"


def test_fourteen_weeks_have_every_notebook():
    lessons = notebooks(" ".join(column("Fourteen weeks", "session A")))
    assert set(lessons) == {START, *LESSONS, WORKSHOP}
    assert set(notebooks(" ".join(column("Fourteen weeks", "session B")))) == set(FURTHER)


def test_the_first_homework_is_the_article_with_two_questions():
    homework = re.search(r"^\*\*The first homework\*\*.*?(?=^#)", PAGE, re.M | re.S).group()
    assert ARTICLE in homework and re.findall(r"^(\d)\. ", homework, re.M) == ["1", "2"]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_has_the_theory_of_its_plan_and_two_readings(name):
    _, theory, case = READINGS[name[:2]]
    plan = under("The theory behind it", (TEACHING / name / "plan.md").read_text("utf-8"))
    assert [url for url in re.findall(r"\]\((http[^)]+)\)", theory) if url in plan], "the work that the plan names"
    assert len(set(re.findall(r"\]\((http[^)]+)\)", case))) == 2
    for readings in (theory, case):
        assert len(re.findall(r"\b(?:open|library)\b", readings)) >= readings.count("](http"), "can all read it?"


@pytest.mark.parametrize("heading", SCHEDULES)
def test_what_a_schedule_asks_to_read_stands_in_the_list(heading):
    for lesson, after in zip(column(heading, table(heading)[0][2]), column(heading, "read after class"), strict=True):
        for name in set(notebooks(lesson)) & set(LESSONS):
            assert [author for author in after.split(", ") if author not in READINGS[name[:2]][2]] == [], name


@pytest.mark.parametrize("heading", SCHEDULES)
def test_the_theory_comes_before_the_class(heading):
    for lesson, before in zip(column(heading, table(heading)[0][2]), column(heading, "before class"), strict=True):
        for name in set(notebooks(lesson)) & set(LESSONS):
            author = re.match(r"\[(\w[\w-]+)", READINGS[name[:2]][1]).group(1)
            assert author in before, f"{name}: {author}"


@pytest.mark.parametrize("form", ["seven weeks", "fourteen weeks"])
def test_the_weights_sum_to_a_hundred(form):
    *weights, total = map(int, column("Grades", form))
    assert sum(weights) == total == 100


def test_a_graded_judgement_is_on_a_claim_of_its_lesson():
    graded = re.findall(r"(CL\d\d) \((\d\d)\)", " ".join(column("Grades", "how it is graded")))
    assert graded
    for claim, lesson in graded:
        assert lesson in {name[:2] for name in set(examined()[claim]) & set(LESSONS)}, f"{claim} is not in {lesson}"


def test_links_of_the_page_are_sources():
    known = set(read("sources")["url"])
    assert [url for url in re.findall(r"\]\((https?://[^)]+)\)", PAGE) if url not in known] == []


def test_the_page_is_short_and_says_that_nobody_has_tried_it():
    prose = [line for line in PAGE.splitlines() if not line.startswith("|")]
    assert len(" ".join(prose).split()) <= WORDS
    assert "No class has used" in under("What was never tried", PAGE)
