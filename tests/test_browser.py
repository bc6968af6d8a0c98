"""Open notebooks in JupyterLab, in a real browser, and do there what a student does; all of them with --whole.

A copy of notebooks/ and data/ is served, so that the collection itself never changes. Without a browser the tests
are skipped; where the environment variable CI is set they fail instead, so that nobody misses them unseen.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from time import monotonic

import pytest

from common import BROWSERS, QUIET
from course import LESSONS, NAMES, ROOT, START, WORKSHOP, asks, cells, charts, code, is_closed, questions, solutions
from grouping import some

try:
    from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
except ImportError:
    sync_playwright = None

SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},  # all cells are in the page, not only those in view
    "docmanager-extension/plugin": {"autosave": False},  # every page opens the notebook as it is committed
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
STEP, LONG = 60_000, 240_000  # milliseconds: for a step in the page; for a start or a whole notebook on a busy machine
SHORTEST_ALT, SMALLEST_CHART = 40, 200  # characters, pixels
FAULTS = ", ".join(f'[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("stderr", "error"))
CLOSED = ".jp-InputPlaceholder >> visible=true"  # the bar that stands for closed code
# JavaScript for the page
RUN_ALL = "() => { jupyterapp.commands.execute('notebook:run-all-cells').finally(() => { window.ran = true }) }"
IDLE = "window.jupyterapp?.shell.currentWidget?.context?.sessionContext?.session?.kernel?.status == 'idle'"
COUNTS = "[...jupyterapp.shell.currentWidget.model.cells].filter(c => c.type == 'code').map(c => c.executionCount)"
SLIDERS = r"^sliders\("
ONE = LESSONS[0]  # where what belongs to JupyterLab itself is tried, once
FEW = [START, ONE, "02_engagement_further", "07_strategic_assumptions", WORKSHOP]
OPENED = some(NAMES, FEW)
WITH_SLIDERS = [name for name in OPENED if any(re.search(SLIDERS, cell.source, re.M) for cell in code(name))]
DRAWN_WIDTH = "image => image.decode().then(() => image.naturalWidth, () => 0)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium, without a window."""
    if sync_playwright is None:
        do_without("playwright is not installed: pip install -r tests/requirements.txt")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        do_without("no Chromium and no Chrome was found")
    expect.set_options(timeout=STEP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*QUIET, "--no-first-run"], timeout=LONG)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the collection with JupyterLab; give the address of a notebook, with %s for its name."""
    folder = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"))
    for name, values in SETTINGS.items():
        path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    token, port = secrets.token_hex(), free_port()
    places = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "share", "JUPYTER_RUNTIME_DIR": "runtime"}
    places |= {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
    environment = os.environ | {key: str(folder / place) for key, place in places.items()} | {"JUPYTER_TOKEN": token}
    environment.pop("ALLIANCE_FIGURES", None)  # charts are shown here, not written
    options = ["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"]
    options += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True"]
    options += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=None"]
    command = [sys.executable, "-m", "jupyterlab", *options]
    with (folder / "log.txt").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        if not answers(server, port):
            pytest.fail(f"JupyterLab did not start:\n{(folder / 'log.txt').read_text()[-3000:]}")
        yield f"http://127.0.0.1:{port}/lab/tree/notebooks/%s.ipynb?token={token}&reset"
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def ran(browser: Browser, lab: str) -> Iterator[Callable[[str], Page]]:
    """Return a function that shows a notebook after Run All Cells; the page stays until another one is asked for."""
    with ExitStack() as stack:
        shown: dict[str, Page] = {}

        def show(name: str) -> Page:
            if name not in shown:
                shown.clear()
                stack.close()
                page = stack.enter_context(open_page(browser, lab, name))
                page.evaluate(RUN_ALL)
                page.wait_for_function(f"window.ran && {IDLE}", timeout=LONG)
                shown[name] = page
            return shown[name]

        yield show


@pytest.mark.parametrize("name", OPENED)
def test_every_cell_runs_and_every_chart_is_seen(ran: Callable[[str], Page], name: str) -> None:
    """Run All Cells reaches the last cell without an error; each chart is drawn and has a text alternative."""
    page = ran(name)
    assert page.locator(FAULTS).all_inner_texts() == []
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1))
    pictures = page.locator(".jp-OutputArea figure img")
    expect(pictures, "not as many charts as in the committed file").to_have_count(len(charts(name)))
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        assert picture.is_visible()
        assert len(picture.get_attribute("alt") or "") >= SHORTEST_ALT
        assert picture.evaluate(DRAWN_WIDTH) > SMALLEST_CHART
        assert picture.bounding_box()["width"] > SMALLEST_CHART


@pytest.mark.parametrize("name", OPENED)
def test_nobody_sees_a_solution_after_run_all(ran: Callable[[str], Page], name: str) -> None:
    """Every exercise says that it is not answered yet; no solution, no hint and no praise is on the page."""
    replies = ran(name).locator(".jp-OutputArea-output", has_text=re.compile(r"^\s*\W? ?Exercise \d+\.\d+:"))
    expect(replies).to_have_count(len(questions(name)))
    assert all("not answered yet" in reply for reply in replies.all_inner_texts())
    said = " ".join(ran(name).locator(".jp-OutputArea-output").all_inner_texts())
    assert not re.search(r"# Solution|hint \d of|✓", said)


@pytest.mark.parametrize("name", [ONE])
def test_an_answer_is_typed_and_found_correct(ran: Callable[[str], Page], name: str) -> None:
    """A wrong answer, typed in place of the dots, is not yet right; the code of the solution is."""
    page, exercise = ran(name), next(iter(questions(name)))
    cell = exercise_cell(page, name, exercise)
    output = cell.locator(".jp-Cell-outputArea")
    answer = solutions(name)[exercise].split("check(")[0].strip()
    for typed, reply in ((f"answer_{exercise.replace('.', '_')} = -1", "✗"), (answer, "✓")):
        cell.locator(".cm-line", has_text="answer_").first.click()
        page.keyboard.press("Home")
        page.keyboard.press("Shift+End")
        page.keyboard.insert_text(typed)
        page.keyboard.press("Shift+Enter")
        expect(output).to_contain_text(reply)
        expect(output).to_contain_text(f"Exercise {exercise}: {'correct' if reply == '✓' else 'not yet'}.")


@pytest.mark.parametrize("name", [ONE])
def test_hint_and_solution_come_when_they_are_asked_for(ran: Callable[[str], Page], name: str) -> None:
    """With the mark of the comment taken away by the keyboard, each run gives one hint more, or the solution."""
    page, exercise = ran(name), list(questions(name))[-1]
    cell = exercise_cell(page, name, exercise)
    output = cell.locator(".jp-Cell-outputArea")
    for word, replies in (("#hint(", ["hint 1 of", "hint 2 of"]), ("#solution(", [f"# Solution {exercise}"])):
        cell.locator(".cm-line", has_text=word).click()
        page.keyboard.press("ControlOrMeta+/")
        for reply in replies:
            cell.locator(".cm-line", has_text="check(").click()
            page.keyboard.press("Shift+Enter")
            expect(output).to_contain_text(reply)


@pytest.mark.parametrize("name", [ONE])
def test_drawing_cells_stay_closed_until_they_are_opened(ran: Callable[[str], Page], name: str) -> None:
    """Run All leaves them closed, with their first line on the bar; a click opens one, and so does the keyboard."""
    page = ran(name)
    closed = [place for place, cell in enumerate(cells(name)) if cell.cell_type == "code" and is_closed(cell)]
    expect(page.locator(CLOSED)).to_have_count(len(closed))
    for place in closed:
        first = cells(name)[place].source.splitlines()[0]
        assert cell_at(page, place).locator(CLOSED).inner_text().strip().startswith(first[:30])
    first, second = (cell_at(page, place) for place in closed[:2])
    first.locator(CLOSED).click()
    expect(first.locator(".cm-content")).to_contain_text("show(" if "show(" in cells(name)[closed[0]].source else "=")
    cell_at(page, closed[1] - 1).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Enter")
    expect(second).to_have_class(re.compile("jp-mod-active"))
    page.keyboard.press("Enter")
    expect(second.locator(".cm-content:focus")).to_have_count(1)
    expect(page.locator(CLOSED)).to_have_count(len(closed) - 2)


@pytest.mark.parametrize("name", WITH_SLIDERS)
def test_a_slider_moves_the_chart(ran: Callable[[str], Page], name: str) -> None:
    """Wherever a cell shows sliders, a key on the first one draws another chart with another description."""
    for place in (n for n, cell in enumerate(cells(name)) if re.search(SLIDERS, cell.source, re.MULTILINE)):
        output = cell_at(ran(name), place).locator(".jp-Cell-outputArea")
        picture = output.locator("img")
        alt, source = (picture.get_attribute(part) for part in ("alt", "src"))
        assert len(alt) >= SHORTEST_ALT
        expect(output.get_by_role("slider").first).to_have_attribute("aria-label", re.compile(r"\w+ \w+"))
        output.get_by_role("slider").first.focus()
        for _ in range(3):  # 0.5 + 0.05 + 0.05 is 0.6000000000000001
            ran(name).keyboard.press("ArrowRight")
            expect(output.get_by_role("slider").first).to_have_attribute("aria-valuetext", re.compile(r"^\d\.\d\d$"))
        expect(picture).not_to_have_attribute("alt", alt)
        expect(picture).not_to_have_attribute("src", source)
        assert picture.evaluate(DRAWN_WIDTH) > SMALLEST_CHART


def do_without(reason: str) -> None:
    """Skip a test for which something is not installed; in CI fail."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(server: subprocess.Popen, port: int) -> bool:
    """Wait until the server listens; False when it ended or took too long."""
    end = monotonic() + LONG / 1000
    while monotonic() < end and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        with suppress(subprocess.TimeoutExpired):
            server.wait(0.2)
    return False


@contextmanager
def open_page(browser: Browser, lab: str, name: str) -> Iterator[Page]:
    """Open a notebook in a page of its own and wait for its cells and its kernel; end both afterwards."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(STEP)
    page.goto(lab % name, timeout=LONG)
    expect(page.locator(".jp-Notebook-cell")).to_have_count(len(cells(name)), timeout=LONG)
    page.wait_for_function(IDLE, timeout=LONG)
    yield page
    page.evaluate("jupyterapp.serviceManager.sessions.shutdownAll()")
    page.context.close()


def cell_at(page: Page, place: int) -> Locator:
    """Return the cell of the page that is in this place of the file."""
    return page.locator(".jp-Notebook-cell").nth(place)


def exercise_cell(page: Page, name: str, exercise: str) -> Locator:
    """Return the cell of the page that asks for an answer to an exercise."""
    return cell_at(page, next(place for place, cell in enumerate(cells(name)) if asks(cell) == exercise))
