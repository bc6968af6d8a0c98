"""The rendered page of each notebook is checked with axe-core, as a reader with a screen reader would meet it."""

import pytest
from nbconvert.exporters import HTMLExporter

from course import NAMES, NOTEBOOKS
from test_browser import browser  # noqa: F401

# What nbconvert's template and pandas' tables bring along, and not our page: colours, landmarks, the empty corner.
TEMPLATE = {"color-contrast", "landmark-one-main", "region", "scrollable-region-focusable"}
TEMPLATE |= {"empty-table-header", "link-in-text-block"}
OFF = {rule: {"enabled": False} for rule in TEMPLATE}  # not even looked for: contrast alone takes most of the time


@pytest.mark.parametrize("name", NAMES)
def test_page_has_no_barrier(browser, name, tmp_path):  # noqa: F811
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page()
    page.route("http*://**", lambda route: route.abort())  # the template asks for scripts from the web
    path = tmp_path / "page.html"
    path.write_text(HTMLExporter().from_filename(str(NOTEBOOKS / f"{name}.ipynb"))[0], encoding="utf-8")
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    found = axe.run(page, options={"rules": OFF}).response["violations"]
    page.close()
    assert not found, "\n".join(f"{fault['id']}: {fault['help']} {fault['nodes'][0]['html'][:200]}" for fault in found)
