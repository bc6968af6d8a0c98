"""The anatomy: each notebook has the bones of its kind, can be read by everybody, and leads where it says."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import nbformat
import pytest

import reading_load
from course import (
    FURTHER,
    LESSONS,
    NAMES,
    NOTEBOOKS,
    ROOT,
    START,
    WORKSHOP,
    asks,
    cells,
    charts,
    code,
    is_closed,
    questions,
    shown,
    solutions,
    tags,
    texts,
    topic,
    under,
)

DISPUTES = LESSONS + FURTHER
PAGES = [path for path in ROOT.rglob("*.md") if not {".venv", "node_modules"} & set(path.parts)]
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
STEP_PARTS = ("**Before you run the next cell", "**What we see.**", "**What this cannot tell us.**")
VERDICT = ("Was it said so?", "Is it so?", "Best evidence for", "Best evidence against", "What would change my mind")
OPEN_CHART = 8  # lines
LONGEST_ALT = 230  # words: a minute and a half when it is read aloud
PYTHON = re.compile(r"""\{['"\d(]|\[['"\d(]|['"]: |\b(?:Timestamp|float64|int64|dtype|nan)\b|\('""")


def headings(name: str) -> list[tuple[int, str]]:
    """Return level and text of each heading of a notebook."""
    found = re.findall(r"^(#+) (.+)$", "\n".join(cell.source for cell in texts(name)), re.M)
    return [(len(marks), text) for marks, text in found]


def section(name: str, title: str) -> str:
    """Return the source of all cells under a heading of the second level, code included."""
    found = under(rf"{title}[^\n]*", "\n\n".join(cell.source for cell in cells(name)))
    assert found is not None, f"{name} has no part '## {title}'"
    return found


def points(text: str, mark: str) -> int:
    """Return how many lines of a text begin with a mark of a list."""
    return len(re.findall(rf"^{mark} ", text, re.M))


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
    time = ("Time",) if name == START else ("Time in class", "Time alone")
    for word in (*time, "Before you start", "Data", "Data skill", "The article"):
        assert f"**{word}" in glance, word
    most = 5 if name in {START, *FURTHER} else 3
    assert "**By the end you can**" in glance
    assert 3 <= points(glance, r"\d\.") <= most, "what one can do by the end"
    remember = section(name, "What to remember")
    assert 3 <= points(remember, "-") <= most
    assert "**Next**" in remember


@pytest.mark.parametrize("name", LESSONS + FURTHER)
def test_parts_come_in_their_order(name):
    parts = ["At a glance", "Where we are", "Meet the data", "Step 1. ", "The idea behind it", "Weigh the claim"]
    parts += ["Discuss", "What to remember"]
    if name in FURTHER:
        parts = [part for part in parts if part not in ("Where we are", "The idea behind it")]
    titles = [text for level, text in headings(name) if level == 2]
    found = [next((part for part in parts if title.startswith(part)), None) for title in titles]
    assert [part for part in found if part] == parts, f"{name}: {titles}"
    assert headings(name)[-1] == (3, "Sources and further reading")
    idea = [title for title in titles if title.startswith("The idea behind it")]
    assert len(idea) == (name in LESSONS), "the idea behind it stands in the lesson, and there only"
    assert re.fullmatch(r"# [^:\n]+: [^\n]+\?", texts(name)[0].source.splitlines()[0]), "# Topic: question?"


def test_the_workshop_leads_to_a_page():
    titles = [text for level, text in headings(WORKSHOP) if level == 2]
    steps = [title for title in titles if title.startswith("Step ")]
    assert all(title.endswith("?") or title.endswith("One page") for title in steps), steps
    assert [title.split(".")[0] for title in steps] == [f"Step {number}" for number in range(1, len(steps) + 1)]
    assert titles == ["At a glance", "What you hand in", *steps, "What to remember"]
    assert headings(WORKSHOP)[-1] == (3, "Sources and further reading")
    for step, call in ((1, "claim("), (2, "pd.read_csv("), (2, "show("), (3, "show("), (4, "cite(")):
        assert call in section(WORKSHOP, f"Step {step}"), f"step {step} has no {call}"


@pytest.mark.parametrize("name", LESSONS)
def test_background_is_short_and_sourced(name):
    background = section(name, "Where we are").split("import ")[0]
    assert 40 <= reading_load.words(background) <= 150, f"{reading_load.words(background)} words of background"
    assert len(LINK.findall(background)) >= 3, "dated facts have their sources"


@pytest.mark.parametrize("name", FURTHER)
def test_a_second_helping_begins_with_its_lesson(name):
    lesson = f"({name.removesuffix('_further')}.ipynb)"
    start = "\n".join(cell.source for cell in cells(name)).split("## Meet the data")[0]
    assert lesson in start, f"{name}: the lesson's result and a link to it come first"
    assert f"({name}.ipynb)" in section(name.removesuffix("_further"), "What to remember")


@pytest.mark.parametrize("name", DISPUTES)
def test_data_are_introduced(name):
    assert "cite(" in section(name, "Meet the data")
    assert "pd.read_csv(" in section(name, "Meet the data")


@pytest.mark.parametrize("name", DISPUTES)
def test_every_step_predicts_sees_and_limits(name):
    steps = [text for level, text in headings(name) if level == 2 and text.startswith("Step ")]
    for number, step in enumerate(steps, 1):
        assert step.startswith(f"Step {number}. "), step
        assert "?" in step, f"{step}: a question in the heading"
        body = section(name, re.escape(step))
        for part in STEP_PARTS:
            assert part in body, f"{step}: {part} is missing"
        places = [body.index(part) for part in STEP_PARTS]
        assert places[:2] == sorted(places[:2]), f"{step}: the prediction comes first"


@pytest.mark.parametrize("name", NAMES)
def test_what_we_see_is_a_cell_of_its_own(name):
    for cell in cells(name):
        is_result = cell.source.startswith("**What we see.**")
        assert is_result == ("seen" in tags(cell)) == ("**What we see" in cell.source), cell.source[:80]
        assert not is_result or "**What this cannot" not in cell.source, "the limit stands in a cell of its own"


@pytest.mark.parametrize("name", DISPUTES)
def test_claims_are_weighed_from_both_sides(name):
    weigh = section(name, "Weigh the claim")
    parts = ["claim(", "**As Seoul", "**As Washington", "### Your verdict"]
    for part in parts:
        assert part in weigh, part
    for part in VERDICT if name in LESSONS else []:
        assert part in weigh.split("### Your verdict")[1], part
    asked = points(section(name, "Discuss"), r"\d\.")
    assert asked == 3 if name in LESSONS else 3 <= asked <= 5


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_fits_its_hour(name):
    path = NOTEBOOKS / f"{name}.ipynb"
    assert reading_load.faults(name, reading_load.load(path)) == []


@pytest.mark.parametrize("name", [name.removesuffix("_further") for name in FURTHER])
def test_the_measures_find_a_long_notebook(name, tmp_path):
    long = nbformat.v4.new_notebook(cells=[cell for part in topic(name) for cell in cells(part)])
    nbformat.write(long, tmp_path / f"{name}.ipynb")
    found = reading_load.load(tmp_path / f"{name}.ipynb")
    assert len(reading_load.faults(name, found)) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_exercises_have_one_form(name):
    titles = [text for _, text in headings(name) if text.startswith("Exercise ")]
    ids = [re.match(r"Exercise (\d+\.\d+) \(about \d+ minutes", title) for title in titles]
    assert all(ids), f"{titles}: say how long each takes"
    ids = [found.group(1) for found in ids]
    assert ids == list(questions(name)) == list(solutions(name)), "notebook, questions and solutions in one order"
    assert ids == [asks(cell) for cell in code(name) if asks(cell)]
    assert len(ids) >= {START: 1, WORKSHOP: 0}.get(name, 4)
    assert name not in FURTHER or any("a chart" in title for title in titles)
    assert name not in LESSONS or any("change an assumption" in title for title in titles)
    assert name not in LESSONS or "(about 2 minutes" in titles[0], "the first one takes two minutes"
    for cell in filter(asks, code(name)):
        exercise, answer = asks(cell), f"answer_{asks(cell).replace('.', '_')}"
        form = f'{answer} = ...\ncheck("{exercise}", {answer})\n#hint("{exercise}")\n#solution("{exercise}")'
        assert cell.source == form, f"{name}, exercise {exercise}: {cell.source}"
        said = "".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)
        assert said.startswith(f"Exercise {exercise}: … not answered yet. "), said


@pytest.mark.parametrize("name", NAMES)
def test_nobody_sees_a_solution_who_did_not_ask(name):
    for cell in cells(name):
        assert "solution" not in tags(cell) and "<details" not in cell.source, f"{name}: {cell.source[:80]}"
        if cell.cell_type == "code":
            assert not re.search(r"^# Solution|^\s*(hint|solution)\(", cell.source, re.M), cell.source
            said = "".join(map(str, cell.outputs))
            assert "✓" not in said and "hint 1 of" not in said, f"{name}, cell [{cell.execution_count}]"


@pytest.mark.parametrize("name", NAMES)
def test_drawing_cells_are_closed_and_say_what_they_draw(name):
    open_charts = []
    for cell in code(name):
        place, lines = f"{name}, cell [{cell.execution_count}]", cell.source.splitlines()
        if is_closed(cell):
            assert re.match(r"# (Chart|Prepare): \w", lines[0]), f"{place}: {lines[0]}"
            assert ("show(" in cell.source) == lines[0].startswith("# Chart: "), place
        else:
            assert "jupyter" not in cell.metadata and "hide-input" not in tags(cell), f"{place} is half closed"
            if re.search(r"\bshow\(|plt\.subplots", cell.source):
                open_charts.append(place)
                assert len([line for line in lines if line.strip()]) <= OPEN_CHART, place
    most = {START: 1, WORKSHOP: 2}.get(name, int(name in LESSONS))
    assert len(open_charts) <= most, f"open: {open_charts}"
    assert name not in LESSONS or open_charts, "one simple chart stays open"


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_of_a_closed_chart_gives_nothing_away(name):
    found = {chart.name: chart.alt for chart in charts(name)}
    for cell in code(name):
        said = plain(cell.source.splitlines()[0].partition(": ")[2])
        for chart in shown(cell.source) if is_closed(cell) else []:
            title = plain(re.match(r"[^.?!]+", found[chart]).group())
            assert title not in said and said not in title, f"{name}: '{said}' is the finding of {chart}"


def plain(text: str) -> str:
    """Return the words of a text in small letters, with single blanks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


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


@pytest.mark.parametrize("name", NAMES)
def test_descriptions_can_be_listened_to(name):
    for chart in charts(name):
        assert not PYTHON.search(chart.alt), f"{chart.name} reads out Python: {PYTHON.search(chart.alt)}"
        assert len(chart.alt.split()) <= LONGEST_ALT, f"{chart.name}: {len(chart.alt.split())} words"


def test_python_in_a_description_is_found():
    for spoken in ("in {2015: 3}", "in {'a': 1}", "['a', 'b']", "[1, 2]", "[(1, 2)]", "('a', 1)", "nan percent"):
        assert PYTHON.search(f"Three bars {spoken}.")
    assert not PYTHON.search("Lines from 2000 to 2008 (two of them dashed), 'as said', [sic]: 5 percent, nanometres.")


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_a_page_say_where_they_lead_and_resolve(page):
    source = page.read_text("utf-8")
    hold_links(page, source)
    for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", source):
        assert len(alt) >= 40, f"{page.name}: describe {target}"
        assert (page.parent / target).is_file(), f"{page.name}: {target} is not there"


@pytest.mark.parametrize("name", NAMES)
def test_links_of_a_notebook_say_where_they_lead_and_resolve(name):
    hold_links(NOTEBOOKS / f"{name}.ipynb", "\n".join(cell.source for cell in texts(name)))


def hold_links(page, source):
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
