"""Which tests share a process: the cells of a notebook do, and so does everything that needs its one run."""

import re

import pytest

SLOW_FIRST = ("test_browser.py", "test_editions_site.py", "test_editions_slides.py", "test_editions_paper.py")
SLOW_FIRST += ("test_accessibility.py", ".ipynb")


def group(nodeid: str) -> str:
    """Return the group of a test: its notebook where it is asked of one, else its file; a browser is started once."""
    file, _, test = nodeid.partition("::")
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
