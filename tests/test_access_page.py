"""What the page on access promises of the keyboard and of the accessibility tree is tried in JupyterLab."""

import re
from contextlib import suppress

import pytest

from course import ROOT, TEACHING, cells, charts, is_closed, solutions, under
from test_browser import browser, exercise_cell, lab, open_page  # noqa: F401

with suppress(ImportError):  # without it the browser of test_browser skips, or fails in CI
    from playwright.sync_api import expect

PAGE = (TEACHING / "access.md").read_text("utf-8")
SITUATIONS = [
    *("A blind student", "A student who reads English slowly", "A class without laptops", "Without network"),
    *("100 students", "Online"),
]
MOST_WORDS = 1300
LESSON, EXERCISE = "02_engagement", "2.1"
NAMES_OF_KEYS = {"Ctrl": "ControlOrMeta", "Z": "z"}  # where Playwright calls a key otherwise
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"
FOCUSED = "jupyterapp.shell.currentWidget.content.widgets.findIndex(cell => cell.node == document.activeElement)"


def keys(purpose: str) -> str:
    """Return the keys that the page names for a purpose, as Playwright presses them."""
    pressed = re.search(rf"^\| {re.escape(purpose)}.* \| (.+) \|$", PAGE, re.M).group(1)
    return "+".join(NAMES_OF_KEYS.get(key, key) for key in pressed.split(" + "))


def run_down_to(page, place: int) -> None:
    """Run one cell after the other by the keyboard until the cell in this place has the focus."""
    while (before := page.evaluate(ACTIVE)) < place:
        page.keyboard.press(keys("run the cell and go to the next one"))
        page.wait_for_function(f"{ACTIVE} > {before}")
    assert page.evaluate(FOCUSED) == place


@pytest.fixture(scope="module")
def page(browser, lab):  # noqa: F811
    """Open the lesson of which the page tells what was seen; only keys are pressed there."""
    with open_page(browser, lab, LESSON) as shown:
        yield shown


def test_page_has_every_situation_with_what_was_tried():
    assert re.findall(r"^## (.+)$", PAGE, re.M) == SITUATIONS
    table = re.search(r"^\| who \|.*\n\| --- .*\n((?:\|.*\n)+)", PAGE, re.M).group(1)
    assert table.count("\n") == len(SITUATIONS)
    for situation in SITUATIONS:
        text = under(situation, PAGE)
        assert [word for word in ("Give", "In class") if f"**{word}.**" in text] == ["Give", "In class"], situation
        assert "**Tried.**" in text or "**What we saw.**" in text, situation
    assert "No screen reader was heard" in PAGE, "what was not tried is said"


def test_page_is_short_and_speaks_of_the_jupyterlab_of_the_course():
    assert len(re.sub(r"\]\([^)]*\)|[|*#`-]", " ", PAGE).split()) <= MOST_WORDS
    version = re.search(r"^jupyterlab==(.+)$", (ROOT / "requirements.txt").read_text("utf-8"), re.M).group(1)
    assert f"JupyterLab {version} " in PAGE, "try again what the page promises, then name the new version"


def test_an_exercise_is_answered_without_a_mouse_and_the_reply_is_in_the_tree(page):
    cell = exercise_cell(page, LESSON, EXERCISE)
    place = int(cell.get_attribute("data-windowed-list-index"))
    run_down_to(page, place)
    for purpose in ("write in the cell", "go to its first line", "mark the line"):
        page.keyboard.press(keys(purpose))
    page.keyboard.insert_text(solutions(LESSON)[EXERCISE].split("check(")[0].strip())
    page.keyboard.press(keys("run the cell and stay on it"))
    output = cell.locator(".jp-Cell-outputArea")
    expect(output).to_match_aria_snapshot(f"- strong: /Exercise {EXERCISE}. correct/")
    assert page.evaluate(FOCUSED) == place, "whoever listens reads on from the cell to its reply"
    for purpose in ("write in the cell", "go to its first line"):
        page.keyboard.press(keys(purpose))
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    for purpose in ("take away the #", "run the cell and stay on it"):
        page.keyboard.press(keys(purpose))
    expect(output).to_match_aria_snapshot("- text: /hint 1 of/")


def test_headings_tables_and_charts_are_in_the_tree(page):
    expect(page.get_by_role("heading", name="Step 1. Which sum went to the North?")).to_have_count(1)
    table = page.get_by_role("table", name="Table: 3 rows, 3 columns").first
    assert table.get_by_role("columnheader").all_inner_texts() == ["sum", "million_dollars", "times_the_wages"]
    for chart in charts(LESSON):
        expect(page.get_by_role("img", name=chart.alt, exact=True)).to_have_count(1)


def test_limits_that_the_page_names_are_still_there(page):
    """Where one is gone, the page has to be changed."""
    closed = {place for place, cell in enumerate(cells(LESSON)) if cell.cell_type == "code" and is_closed(cell)}
    reached = [page.evaluate(ACTIVE)]
    while reached[-1] < len(cells(LESSON)) - 1:
        page.keyboard.press("ArrowDown")
        reached.append(page.evaluate(ACTIVE))
        assert reached[-1] > reached[-2]
    assert min(closed) > reached[0] and not closed & set(reached), "arrow keys pass over closed cells"
    page.keyboard.press("x")
    expect(page.locator(".jp-Notebook-cell"), "a letter cuts the cell").to_have_count(len(cells(LESSON)) - 1)
    page.keyboard.press(keys("bring back"))
    expect(page.locator(".jp-Notebook-cell")).to_have_count(len(cells(LESSON)))
    page.keyboard.press(keys("write in the cell"))
    editor = page.locator(".cm-content:focus")
    expect(editor).to_have_count(1)
    assert not editor.get_attribute("aria-label"), "an editor has a name"
    page.keyboard.press(keys("stop writing"))
    expect(editor).to_have_count(0)
