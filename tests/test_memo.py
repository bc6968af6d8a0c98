"""The page of a memo: the memo and nothing else, without network; and a sentence for each thing that is in its way."""

import html
import os
import re
import time

import nbformat
import pytest
from matplotlib import pyplot as plt
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from alliance import export, show
from alliance.memo import EXAMPLE, GUIDE
from course import NOTEBOOKS, WORKSHOP, cells, charts, tags
from test_browser import browser  # noqa: F401

MARK = re.compile(rf"^(\*{EXAMPLE}\.\*\n\n|# {EXAMPLE}\n)")
ASKED_FOR = new_code_cell("export()", metadata={"tags": [GUIDE]})


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work in an empty folder, after the charts were drawn."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("alliance.memo.shown_at", [0.0])
    return tmp_path


@pytest.fixture
def said(capsys):
    """Return what was printed, as one line."""

    def read() -> str:
        printed = capsys.readouterr().out
        assert all(len(line) < 80 for line in printed.splitlines())
        return " ".join(printed.split())

    return read


def save(*parts, name=f"{WORKSHOP}.ipynb"):
    nbformat.write(new_notebook(cells=[*parts, ASKED_FOR]), name)


def as_a_student_would() -> list:
    """Return the cells of the workshop, the example taken over as one's own."""
    own = [cell.copy() for cell in cells(WORKSHOP) if cell.source != "#export()"]
    for cell in own:
        cell.source = MARK.sub("", cell.source)
    return own


def plain(page: str) -> str:
    """Return what a reader can read of HTML or Markdown: its words."""
    page = re.sub(r"\]\([^)]*\)|<style>.*?</style>|<sup>\d+</sup>|<[^>]+>|^\d\. ", " ", page, flags=re.S | re.M)
    return " ".join(re.findall(r"\w+", html.unescape(page)))


def test_the_page_has_the_memo_and_nothing_else(folder, said):
    save(*as_a_student_would())
    export()
    page = (folder / "memo.html").read_text("utf-8")
    for cell in as_a_student_would():
        if cell.cell_type == "markdown":
            assert (plain(cell.source) in plain(page)) == (GUIDE not in tags(cell)), cell.source
    assert not re.search(r"read_csv|subplots|COLOURS", page), "code"
    assert [html.unescape(alt) for alt in re.findall(r'<img alt="([^"]*)"', page)] == [
        chart.alt for chart in charts(WORKSHOP)
    ]
    assert page.count("<figure") == page.count("<figcaption") == 2
    title = re.search(r"^### (.+)", "\n".join(cell.source for cell in cells(WORKSHOP)), re.M).group(1)
    assert '<html lang="en">' in page and f"<title>{title}</title>" in page and "¶" not in page
    assert re.match(r"memo\.html has the memo as it was saved at [\d:]{8}: \d{3} words, 2 charts \(asked: ", said())


def test_paper_has_the_addresses_of_the_links(folder):
    save(new_markdown_cell("[A](https://a.org/?x=1&y=2), [B](http://b.org), [again](http://b.org), [C](#here)"))
    export()
    page = (folder / "memo.html").read_text("utf-8")
    assert re.findall(r">(\w+)</a><sup>(\d)</sup>", page) == [("A", "1"), ("B", "2"), ("again", "2")]
    assert '<ol class="links"><li>https://a.org/?x=1&amp;y=2</li><li>http://b.org</li></ol>' in page
    save(new_markdown_cell("No links."))
    export()
    assert "<ol" not in (folder / "memo.html").read_text("utf-8")


def test_no_page_has_the_charts_of_before(folder, said, monkeypatch):
    old = new_code_cell("show(...)", outputs=[new_output("display_data", {"text/html": "<figure>old</figure>"})])
    monkeypatch.setattr("alliance.memo.shown_at", shown := [])
    monkeypatch.setattr("alliance.charts.shown_at", shown)
    monkeypatch.setattr("alliance.charts.display", lambda *arguments, **keywords: None)
    save(new_markdown_cell("My words."), old)
    export()
    older = "The file 10_policy_memo.ipynb is older than what you see here, or its charts are. Run all cells, save"
    assert said().startswith(older)
    show(plt.figure(), "10_first", alt="A figure without any marks, for a test of the page.", caption="Nothing.")
    os.utime("10_policy_memo.ipynb", (time.time() - 2, time.time() - 2))  # saved, then Run All Cells
    export()
    assert said().startswith(older)
    assert not (folder / "memo.html").exists()
    os.utime("10_policy_memo.ipynb", (time.time() + 1, time.time() + 1))
    export()
    assert "2 words, 1 chart (asked: about 400, and two)" in said()


def test_the_page_needs_no_network(folder):
    save(*as_a_student_would())
    export()
    page = (folder / "memo.html").read_text("utf-8")
    assert not re.search(r"<script|<link|<iframe|@import|url\(|src=\"(?!data:)", page)


def test_the_page_is_one_sheet_that_everybody_can_read(browser, folder):  # noqa: F811
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    save(*as_a_student_would())
    export()
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "memo.html").as_uri())
    found = axe.run(page).response["violations"]
    sheets = page.pdf(prefer_css_page_size=True)
    page.close()
    assert asked == [(folder / "memo.html").as_uri()]
    assert not found, "\n".join(f"{fault['id']}: {fault['help']} {fault['nodes'][0]['html'][:200]}" for fault in found)
    assert len(re.findall(rb"/Type /Page\b", sheets)) == 1


def test_nobody_can_hand_in_the_example(folder, said):
    for cell in cells(WORKSHOP):
        assert bool(MARK.search(cell.source)) == (GUIDE not in tags(cell)), cell.source[:60]
    save(*(cell for cell in cells(WORKSHOP) if cell.source != "#export()"))
    export()
    assert re.search(rf'The memo has the words "{EXAMPLE}" in \d+ cells\.', said())
    assert not (folder / "memo.html").exists()


def test_the_committed_notebook_asks_to_be_saved(folder, said):
    (folder / "mine.ipynb").write_bytes((NOTEBOOKS / f"{WORKSHOP}.ipynb").read_bytes())
    export("mine.ipynb")
    assert "The file mine.ipynb is older than what you see here, or its charts are. Run all cells, save" in said()


@pytest.mark.parametrize("text", ["", "{}", '{"cells": [', '{"nbformat": 4, "cells": 3}', "\udcff"])
def test_a_damaged_file_is_named(folder, said, text):
    (folder / "mine.ipynb").write_bytes(text.encode("utf-8", "surrogateescape"))
    export("mine.ipynb")
    assert said() == "The file mine.ipynb can't be read as a notebook. Open it in JupyterLab and save it."
    assert not (folder / "memo.html").exists()


def test_a_missing_file_is_named(folder, said):
    export("mine.ipynb")
    assert said() == 'There is no file mine.ipynb. Name your notebook, perhaps: export("my_memo.ipynb").'
    save(new_markdown_cell("Words."), name="Mine_2.ipynb")
    export("mine_2 ")
    assert 'There is no file mine_2 .ipynb. Name your notebook, perhaps: export("Mine_2.ipynb").' in said()
    export("Mine_2")
    printed = said()
    assert "1 word, 0 charts" in printed and "To print it, right-click on memo.html" in printed
    (folder / "mine.ipynb").mkdir()
    export("mine.ipynb")
    assert "The file mine.ipynb can't be opened" in said()


def test_a_notebook_without_a_memo_is_named(folder, said):
    save(new_markdown_cell("Guide.", metadata={"tags": [GUIDE]}), new_code_cell("a = 1"))
    export()
    assert f'has no memo: all its cells have the tag "{GUIDE}"' in said()
    save(new_markdown_cell("Memo."), new_code_cell("1 / 0", outputs=[new_output("error", ename="E", evalue="e")]))
    export()
    assert said().startswith("A cell of the memo ends in red text.")
    assert not (folder / "memo.html").exists()


def test_a_page_of_before_is_replaced_and_any_other_kept(folder, said):
    save(new_markdown_cell("First words."))
    export()
    save(new_markdown_cell("Better words."), name="kim.ipynb")
    export("kim.ipynb")
    assert "2 words, 0 charts" in said()
    assert "Better words." in (folder / "memo.html").read_text("utf-8")
    (folder / "memo.html").write_text("<p>From another program.</p>", encoding="utf-8")
    export()
    assert said() == "There is a memo.html that was not made here. Give it another name, then run this cell."
    assert (folder / "memo.html").read_text("utf-8") == "<p>From another program.</p>"


def test_a_folder_that_takes_nothing_is_named(monkeypatch, said):
    def refuse(*arguments, **keywords):
        raise PermissionError(13, "Permission denied")

    save(new_markdown_cell("Words."))
    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    export()
    assert said() == "memo.html can't be written (Permission denied). Work in a folder of your own."
