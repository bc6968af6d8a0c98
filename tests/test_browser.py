"""Open every notebook in JupyterLab, in a real browser, and do there what a student does.

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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic

import pytest

from course import NAMES, ROOT, cells, charts, is_solution

try:
    from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
except ImportError:
    sync_playwright = None

BROWSERS = [
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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


@pytest.fixture(scope="module", params=NAMES)
def notebook(request: pytest.FixtureRequest) -> str:
    """Give the name of each notebook in turn."""
    return request.param


@pytest.fixture
def opened(browser: Browser, lab: str, notebook: str) -> Iterator[Page]:
    """Show the notebook as it is after opening, with nothing run."""
    with open_page(browser, lab, notebook) as page:
        yield page


@pytest.fixture(scope="module")
def ran(browser: Browser, lab: str, notebook: str) -> Iterator[Page]:
    """Show the notebook after Run All Cells, and end its kernel at last."""
    with open_page(browser, lab, notebook) as page:
        page.evaluate(RUN_ALL)
        page.wait_for_function(f"window.ran && {IDLE}", timeout=LONG)
        yield page
        page.evaluate("jupyterapp.serviceManager.sessions.shutdownAll()")


def test_solutions_are_closed_until_clicked(opened: Page, notebook: str) -> None:
    """Every solution is closed at first; a click opens the code, a second one the output."""
    solutions = [cell_at(opened, place) for _, place in exercises(notebook)]
    for solution in solutions:
        expect(solution.locator(CLOSED), "a solution shows its code").to_have_count(1)
        assert solution.locator(CLOSED).inner_text().startswith("# Solution"), "the closed bar shows the first line"
        expect(solution.locator(".jp-OutputArea-output"), "a solution shows its output").to_have_count(0)
    solutions[0].locator(CLOSED).click()
    expect(solutions[0].locator(".cm-content")).to_contain_text("check(")
    solutions[0].locator(".jp-OutputPlaceholder").click()
    expect(solutions[0].locator(".jp-Cell-outputArea")).to_contain_text("correct.")


def test_every_cell_runs_and_every_chart_is_seen(ran: Page, notebook: str) -> None:
    """Run All Cells reaches the last cell without an error; each chart is drawn and has a text alternative."""
    ran.evaluate("jupyterapp.commands.execute('notebook:show-all-cell-outputs')")
    assert ran.locator(FAULTS).all_inner_texts() == []
    counts = ran.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1))
    pictures = ran.locator(".jp-OutputArea figure img")
    expect(pictures, "not as many charts as in the committed file").to_have_count(len(charts(notebook)))
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        assert picture.is_visible()
        assert len(picture.get_attribute("alt") or "") >= SHORTEST_ALT
        assert picture.evaluate(DRAWN_WIDTH) > SMALLEST_CHART
        assert picture.bounding_box()["width"] > SMALLEST_CHART


def test_an_answer_is_typed_and_found_correct(ran: Page, notebook: str) -> None:
    """The first exercise says that it is not answered yet; the right answer, typed in place of the dots, is correct."""
    place, solution = exercises(notebook)[0]
    answer = cells(notebook)[solution].source.split("check(")[0].rstrip()
    exercise = cell_at(ran, place)
    output = exercise.locator(".jp-Cell-outputArea")
    assert "not answered yet" in output.inner_text()
    exercise.locator(".cm-line", has_text="= ...").click()
    for keys in ("Home", "Shift+End"):
        ran.keyboard.press(keys)
    ran.keyboard.type(answer)
    ran.keyboard.press("Shift+Enter")
    expect(output).to_contain_text("correct.")


def test_a_slider_moves_the_chart(ran: Page, notebook: str) -> None:
    """Wherever a cell shows sliders, a key on the first one draws another chart with another description."""
    for place in (n for n, cell in enumerate(cells(notebook)) if re.search(r"^sliders\(", cell.source, re.MULTILINE)):
        output = cell_at(ran, place).locator(".jp-Cell-outputArea")
        picture = output.locator("img")
        alt, source = (picture.get_attribute(name) for name in ("alt", "src"))
        assert len(alt) >= SHORTEST_ALT
        output.get_by_role("slider").first.focus()
        ran.keyboard.press("ArrowRight")
        expect(picture).not_to_have_attribute("alt", alt)
        expect(picture).not_to_have_attribute("src", source)
        assert picture.evaluate(DRAWN_WIDTH) > SMALLEST_CHART


def test_a_solution_opens_with_the_keyboard(ran: Page, notebook: str) -> None:
    """From the last exercise Shift+Enter goes on to its closed solution, and Enter opens that: no mouse is needed."""
    exercise, place = exercises(notebook)[-1]
    solution = cell_at(ran, place)
    expect(solution.locator(CLOSED)).to_have_count(1)
    cell_at(ran, exercise).focus()
    for following in range(exercise + 1, place + 1):
        ran.keyboard.press("Shift+Enter")
        expect(cell_at(ran, following)).to_have_class(re.compile("jp-mod-active"))
    ran.keyboard.press("Enter")
    expect(solution.locator(".cm-content:focus")).to_have_count(1)
    expect(solution.locator(".cm-content")).to_contain_text("check(")


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
def open_page(browser: Browser, lab: str, notebook: str) -> Iterator[Page]:
    """Open a notebook in a page of its own and wait for all its cells and its kernel; close the page afterwards."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(STEP)
    page.goto(lab % notebook, timeout=LONG)
    expect(page.locator(".jp-Notebook-cell")).to_have_count(len(cells(notebook)), timeout=LONG)
    page.wait_for_function(IDLE, timeout=LONG)
    yield page
    page.context.close()


def cell_at(page: Page, place: int) -> Locator:
    """Return the cell of the page that is in this place of the file."""
    return page.locator(".jp-Notebook-cell").nth(place)


def exercises(notebook: str) -> list[tuple[int, int]]:
    """Return the places of each exercise and its solution: a cell tagged so, and the last one before it that asks."""
    pairs, asks = [], None
    for place, cell in enumerate(cells(notebook)):
        if is_solution(cell):
            assert asks is not None, f"{notebook}: the solution in cell {place} has no exercise above it"
            pairs.append((asks, place))
        elif cell.cell_type == "code" and "= ..." in cell.source and "check(" in cell.source:
            asks = place
    assert pairs, f"{notebook} has no cell tagged solution"
    return pairs
