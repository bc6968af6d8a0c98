"""The kit of a lesson: its minutes add up, and its key leaves no prediction, exercise or question out."""

import re
from itertools import pairwise

import pytest

from course import FURTHER, LESSONS, START, TEACHING, WORKSHOP, questions, read, texts, under
from reading_load import PROMPT

KITS = [START, *LESSONS]
KEYS = [(name, TEACHING / name / "key.md") for name in LESSONS]
KEYS += [(name, TEACHING / name.removesuffix("_further") / "key_further.md") for name in FURTHER]
KEYS = [pytest.param(*key, id=key[0]) for key in KEYS]


def items(text: str) -> list[str]:
    """Return the numbers of a numbered list."""
    return re.findall(r"^(\d+)\. ", text, re.M)


PLANS = [(START, "15 minutes", 15), *((name, "45 minutes", 45) for name in [*LESSONS, WORKSHOP])]
PLANS += [(WORKSHOP, "The second session", 45)]


@pytest.mark.parametrize(("name", "title", "minutes"), PLANS)
def test_the_minutes_of_a_plan_add_up(name, title, minutes):
    plan = under(title, (TEACHING / name / "plan.md").read_text("utf-8"))
    rows = [tuple(map(int, row)) for row in re.findall(r"^\| (\d+)-(\d+) \|", plan, re.M)]
    assert rows[0][0] == 0 and rows[-1][1] == minutes
    for (_, end), (start, _) in pairwise(rows):
        assert end == start, f"from {end} to {start}"
    assert all(start < end for start, end in rows)


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_key_leaves_nothing_out(name, key):
    page, whole = key.read_text("utf-8"), "\n".join(cell.source for cell in texts(name))
    predictions = len(PROMPT.findall(whole))
    keys = under("Predictions", page)
    assert max(len(items(keys)), len(re.findall(r"^\| ", keys, re.M)) - 2) == predictions, "a key for each prediction"
    known = re.findall(r"^- \*\*(\d+\.\d+)\*\*", under("Exercises", page), re.M)
    assert known == list(questions(name))
    assert items(under("Discuss", page)) == items(under("Discuss", whole))


def test_a_rubric_has_a_sample_at_each_level():
    """What is graded is written at each level, not described: a row a criterion, a cell a level."""
    keys = {name: (TEACHING / name / "key.md").read_text("utf-8") for name in (*LESSONS, WORKSHOP)}
    rubrics = {name: rubric for name, key in keys.items() if (rubric := under("Rubric", key))}
    assert {"08_two_plus_two", WORKSHOP} <= set(rubrics)
    for name, rubric in rubrics.items():
        rows = [re.split(r" \| ", row.strip("| ")) for row in re.findall(r"^\|.*\|$", rubric, re.M)]
        rows = [row for row in rows if re.search(r"[\"“]", row[-1])]
        assert len(rows) >= 4, f"{name}: a criterion a row"
        for row in rows:
            assert len(row) == 4 and all(re.search(r"[\"“].{15,}", sample) for sample in row[1:]), f"{name}: {row[0]}"


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_key_has_answers_for_one_two_and_three_points(name, key):
    samples = re.findall(r"^\| ([123]) \| [\"“]", key.read_text("utf-8"), re.M)
    assert {"1", "2", "3"} <= set(samples)


@pytest.mark.parametrize("name", KITS)
def test_keys_judge_as_the_cards_do(name):
    """A key names the judgement on a claim that its card has; a second one may be a good answer, too."""
    cards = read("article_claims").set_index("claim_id")["is_it_so"]
    for file in sorted((TEACHING / name).glob("key*.md")):
        judged = re.findall(r"^(?:- \*\*)?(CL\d\d)\b(.*)$", file.read_text("utf-8"), re.M)
        assert judged, f"{file.name} judges no claim"
        for claim, words in judged:
            first = re.search(r"partly supported|supported|contested|contradicted|not testable", words, re.I)
            assert first and first.group().casefold() == cards[claim], f"{file.name}: {claim} is {cards[claim]}"


@pytest.mark.parametrize("name", LESSONS)
def test_two_paragraphs_are_read_aloud(name):
    aloud = under("Read aloud", (TEACHING / name / "plan.md").read_text("utf-8"))
    assert re.search(r"[Pp]aragraphs? \d+", aloud), "by number"


@pytest.mark.parametrize("name", [*KITS, WORKSHOP])
def test_a_sheet_is_one_leaf(name):
    sheet = (TEACHING / name / "sheet.md").read_text("utf-8")
    assert len(sheet.split()) <= 950, "one leaf, both sides"
    assert ".ipynb" not in sheet, "nothing on it needs the notebook"
    assert name == START or re.search(r"[Nn]ame", sheet), "a line for the name"
