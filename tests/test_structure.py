"""The anatomy: every dispute notebook has the same bones, can be read by everybody, and leads where it says."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert.exporters import NotebookExporter
from traitlets.config import Config

from course import NAMES, NOTEBOOKS, ROOT, cells, charts, code, is_solution, texts

DISPUTES = [name for name in NAMES if not name.startswith("00")]
PAGES = [path for path in ROOT.rglob("*.md") if not {".venv", "node_modules"} & set(path.parts)]
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")


def headings(name: str) -> list[tuple[int, str]]:
    """Return level and text of each heading of a notebook."""
    found = re.findall(r"^(#+) (.+)$", "\n".join(cell.source for cell in texts(name)), re.M)
    return [(len(marks), text) for marks, text in found]


def section(name: str, title: str) -> str:
    """Return the source of all cells under a heading of the second level, code included."""
    whole = "\n\n".join(cell.source for cell in cells(name) if not is_solution(cell))
    found = re.search(rf"^## {title}[^\n]*\n(.*?)(?=^## |\Z)", whole, re.M | re.S)
    assert found, f"{name} has no part '## {title}'"
    return found.group(1)


@pytest.mark.parametrize("name", NAMES)
def test_headings_lead_through_the_page(name):
    levels = [level for level, _ in headings(name)]
    assert levels[0] == 1
    assert levels.count(1) == 1, "one first-level heading"
    assert all(after <= before + 1 for before, after in pairwise(levels)), "no gap between levels"
    assert len({text for _, text in headings(name)}) == len(levels), "no two headings alike"


@pytest.mark.parametrize("name", NAMES)
def test_opening_and_closing(name):
    assert "?" in texts(name)[0].source, "the first cell asks the question of the notebook"
    glance = section(name, "At a glance")
    assert 3 <= len(re.findall(r"^\d\. ", glance, re.M)) <= 5, "three to five things one can do by the end"
    for word in ("Time", "Before you start", "Data", "Data skill", "The article"):
        assert f"**{word}" in glance
    remember = section(name, "What to remember")
    assert 3 <= len(re.findall(r"^- ", remember, re.M)) <= 5
    assert "**Next**" in remember


@pytest.mark.parametrize("name", DISPUTES)
def test_background_is_short_and_sourced(name):
    background = section(name, "Where we are")
    words = len(re.sub(r"\]\([^)]*\)", "]", background.split("import ")[0]).split())
    assert 150 <= words <= 350, f"{words} words of background"
    assert len(LINK.findall(background)) >= 3, "dated facts have their sources"


@pytest.mark.parametrize("name", DISPUTES)
def test_data_are_introduced(name):
    assert "cite(" in section(name, "Meet the data")
    assert "pd.read_csv(" in section(name, "Meet the data")


@pytest.mark.parametrize("name", DISPUTES)
def test_every_step_predicts_sees_and_limits(name):
    steps = [text for level, text in headings(name) if level == 2 and text.startswith("Step ")]
    assert len(steps) >= 3
    for number, step in enumerate(steps, 1):
        assert step.startswith(f"Step {number}. "), step
        assert "?" in step, f"{step}: a question in the heading"
        body = section(name, re.escape(step))
        for part in ("**Before you run the next cell", "**What we see.**", "**What this cannot tell us.**"):
            assert part in body, f"{step}: {part} is missing"


@pytest.mark.parametrize("name", DISPUTES)
def test_claims_are_weighed_from_both_sides(name):
    weigh = section(name, "Weigh the claims")
    for part in ("claim(", "**For**", "**Against**", "**As Seoul", "**As Washington", "### Your verdict"):
        assert part in weigh, part
    assert 3 <= len(re.findall(r"^\d\. ", section(name, "Discuss"), re.M)) <= 5
    assert 5 <= len(charts(name)) <= 9


@pytest.mark.parametrize("name", NAMES)
def test_exercises_have_a_stub_a_hint_and_a_folded_solution(name):
    exercises = [text for level, text in headings(name) if text.startswith("Exercise ")]
    assert len(exercises) >= (4 if name in DISPUTES else 1)
    assert name not in DISPUTES or any("a chart" in text for text in exercises)
    assert name not in DISPUTES or any("change an assumption" in text for text in exercises)
    whole = cells(name)
    for heading in exercises:
        assert re.match(r"Exercise \d+\.\d+ \(about \d+ minutes", heading), f"{heading}: say how long it takes"
        exercise = re.search(r"\d+\.\d+", heading).group()
        asking = [
            n for n, cell in enumerate(whole) if cell.cell_type == "code" and f'check("{exercise}"' in cell.source
        ]
        assert len(asking) == 2, f"{exercise}: one stub and one solution"
        stub, solution = (whole[n] for n in asking)
        assert re.search(r"= \.\.\.$", stub.source, re.M) and "not answered yet" in stub.outputs[0].text, exercise
        assert is_solution(solution), exercise
        first = solution.source.splitlines()[0]
        assert first == f"# Solution {exercise}", "JupyterLab shows the first line of a closed cell"
        assert re.match(rf"Exercise {exercise}: (correct|complete)\.", solution.outputs[0].text), exercise
        task = "".join(cell.source for cell in whole[asking[0] - 2 : asking[0]])
        assert "<details><summary>Hint</summary>" in task, f"{exercise}: a hint"


@pytest.mark.parametrize("name", NAMES)
def test_solutions_are_folded(name):
    for cell in code(name):
        if is_solution(cell):
            assert cell.metadata.get("jupyter") == {"source_hidden": True, "outputs_hidden": True}, cell.source
        else:
            assert "jupyter" not in cell.metadata, cell.source


class Images(HTMLParser):
    """Collect the attributes of all images of a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append(dict(attrs))


@pytest.mark.parametrize("name", NAMES)
def test_no_image_without_description(name):
    for cell in texts(name):
        assert "![" not in cell.source and "<img" not in cell.source, f"{name}: an image in the text"
    for cell in code(name):
        for output in cell.outputs:
            data = output.get("data", {})
            images = Images()
            images.feed(data.get("text/html", ""))
            if "image/png" in data:
                assert images.found, f"{name}, cell [{cell.execution_count}]: a bare picture; use show(...)"
            for image in images.found:
                assert len(image.get("alt", "")) >= 40, f"{name}, cell [{cell.execution_count}]: {image.get('alt')!r}"
    descriptions = [chart.alt for chart in charts(name)]
    assert all(re.search(r"\d", alt) for alt in descriptions), "a description has the numbers"
    assert len(set(descriptions)) == len(descriptions)


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", [*PAGES, *(NOTEBOOKS / f"{name}.ipynb" for name in NAMES)], ids=lambda page: page.name)
def test_links_say_where_they_lead_and_resolve(page):
    source = page.read_text("utf-8") if page.suffix == ".md" else "\n".join(cell.source for cell in texts(page.stem))
    for text, target in LINK.findall(source):
        assert text.strip().lower() not in {"", "here", "link", "this", "click here"}, f"[{text}]({target})"
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        file, _, part = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), f"{page.name}: {target} leads nowhere"
        if part and path.suffix == ".md":
            titles = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.M)
            assert part in map(anchor, titles), f"{page.name}: {target} has no such heading"


@pytest.mark.parametrize("name", NAMES)
def test_handout_runs_without_solutions_and_results(name):
    config = Config()
    config.TagRemovePreprocessor.enabled = True
    config.TagRemovePreprocessor.remove_cell_tags = {"solution", "seen"}
    source, _ = NotebookExporter(config=config).from_filename(str(NOTEBOOKS / f"{name}.ipynb"))
    handout = nbformat.reads(source, as_version=4)
    assert not any(is_solution(cell) or "**What we see.**" in cell.source for cell in handout.cells)
    NotebookClient(handout, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    said = "".join(output.get("text", "") for cell in handout.cells for output in cell.get("outputs", []))
    assert "correct." not in said
    assert "not answered yet" in said
