"""Which tests share a process, and how much they look at in a browser and in print.

The cells of a notebook share one, and so does everything that needs its one run. In JupyterLab and
of the editions one notebook, page, deck and PDF of each kind is looked at, and all of them with ``pytest --whole``.
"""

import re

import pytest

asked = {"whole": False}
PAGES = ("test_editions_site.py", "test_editions_paper.py")  # what is printed is built once
SLOW_FIRST = ("test_browser.py", *PAGES, "test_editions_slides.py", ".ipynb")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that opens and prints everything."""
    parser.addoption(
        "--whole",
        action="store_true",
        help="open and print everything, not one of each kind",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Remember what was asked for: tests are parametrized when their file is read."""
    asked["whole"] = config.getoption("whole")


def some(every: list, few: list) -> list:
    """Return what the tests look at: a few, one of each kind, or every one where the whole is asked for."""
    return every if asked["whole"] else few


def group(nodeid: str) -> str:
    """Return the group of a test: its notebook where it is asked of one, else its file; a browser is started once."""
    file, _, test = nodeid.partition("::")
    if file.endswith(PAGES):
        return "pages of the editions"
    notebook = re.search(r"\[(\d\d_[a-z_]+)", test)
    return notebook.group(1) if notebook and not file.endswith(SLOW_FIRST) else file


def rank(item: pytest.Item) -> tuple[int, str]:
    """Return how late a test may begin: what takes longest first, in the browser one notebook after the other."""
    place = next((place for place, part in enumerate(SLOW_FIRST) if item.path.name.endswith(part)), len(SLOW_FIRST))
    notebook = getattr(getattr(item, "callspec", None), "params", {}).get("name", "")
    return place, str(notebook) if place == 0 else ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in their order."""
    items.sort(key=rank)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    """Let pytest-xdist deal the tests out by group."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group(nodeid)

    return ByGroup(config, log)
