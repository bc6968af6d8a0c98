"""The printed edition: page by page, as the PDFs have it.

All sheets and Korean pages are printed in both sizes, one page of each other kind too, and lessons in one size.
"""

import functools
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest
from pypdf import PageObject, PdfReader

import common
import paper
from common import KITS, CannotBuild
from course import NAMES, TEACHING, charts, solutions, texts
from grouping import some
from test_browser import browser  # noqa: F401
from test_editions_site import built_once

KIT = "02_engagement"
LEAVES = [f"class/{kit}_{kind}" for kit in KITS for kind in ("sheet", "korean")]
ONE_OF_EACH = [f"class/{KIT}_plan", f"keys/{KIT}_key", f"keys/{KIT}_key_further"]
CARDS = [f"class/{kit}_cards" for kit in KITS if common.kit(kit, "cards.md")]
BOOKS = some(NAMES, [KIT, "06_pyongyangs_record_further"])
LESSONS = [f"class/{name}" for name in BOOKS]
SOLVED = [f"keys/{name}_with_solutions" for name in BOOKS if solutions(name)]
IN_BOTH, IN_ONE = [*LEAVES, *ONE_OF_EACH, *CARDS], [*LESSONS, *SOLVED]
PRINTED = [f"{size}/{name}" for size in paper.SIZES for name in IN_BOTH] + [f"A4/{name}" for name in IN_ONE]
FOOT = re.compile(r"Allies at Odds, CC BY 4\.0\s+\d+ / \d+")
SMALLEST_CHART, SMALLEST_TYPE = 90, 9.5  # millimetres along the longer side; points in a table to be read standing
POINT = 25.4 / 72  # in millimetres
LEFT, FOOTER = 16, 10  # millimetres: the margin at the sides; what the foot of the page needs
QUOTES = str.maketrans("\u201c\u201d\u2018\u2019\u2026", "\"\"''.")
# JavaScript: what is printed neither dark nor on white
COLOURS = """() => [document.body, ...document.querySelectorAll(".bd-article, .bd-article *")].filter(part => {
    const { color, backgroundColor } = getComputedStyle(part)
    const [ink, ground] = [color, backgroundColor].map(colour => colour.match(/[\\d.]+/g).map(Number))
    const light = ([red, green, blue]) => (red + green + blue) / 765
    return part.checkVisibility() && (light(ink) > 0.4 || ground[3] !== 0 && light(ground) < 0.9)
}).map(part => part.outerHTML.slice(0, 80) + getComputedStyle(part).color + getComputedStyle(part).backgroundColor)"""


@dataclass
class Printed:
    """A PDF: its reader, and the words of each page without its foot."""

    pdf: PdfReader
    pages: list[str]

    @property
    def text(self) -> str:
        """Return the words of all pages."""
        return "\n".join(self.pages)


@pytest.fixture(scope="module")
def built(tmp_path_factory, browser) -> Path:  # noqa: F811
    """Print what is looked at here into the folder of the reading edition."""
    out = built_once(tmp_path_factory.getbasetemp() / "editions")
    found = paper.pages(out)
    paper.write(browser, {name: found[name] for name in IN_BOTH}, out / "print")
    paper.write(browser, {name: found[name] for name in IN_ONE}, out / "print", ["A4"])
    return out


@pytest.fixture(scope="module")
def printed(built):
    """Return a function that reads a PDF by its size and name, once."""

    @functools.cache
    def read(name: str) -> Printed:
        pdf = PdfReader(built / "print" / f"{name}.pdf")
        return Printed(pdf, [FOOT.sub("", page.extract_text()) for page in pdf.pages])

    return read


@pytest.fixture(scope="module")
def dark(browser) -> Iterator:  # noqa: F811
    """Give a tab of a reader whose screen is dark, as it prints."""
    tab = browser.new_page(color_scheme="dark")
    tab.emulate_media(media="print")
    yield tab
    tab.context.close()


def bare(text: str) -> str:
    """Return a text without any blanks and line ends."""
    return re.sub(r"\s", "", text)


def drawn(page: PageObject) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of every picture on a page, in millimetres."""
    found, pictures = [], page["/Resources"].get("/XObject", {})

    def visit(operator, operands, matrix, _) -> None:
        if operator == b"Do" and pictures[operands[0]]["/Subtype"] == "/Image":
            wide, _, _, high, left, bottom = matrix
            found.append(tuple(POINT * edge for edge in (left, bottom, left + wide, bottom + high)))

    page.extract_text(visitor_operand_before=visit)
    return found


def source(name: str) -> str:
    """Return the Markdown of what is printed: a page of a kit, or the text cells of a notebook."""
    name = name.rpartition("/")[2].removesuffix("_with_solutions")
    if name in NAMES:
        return "\n\n".join(cell.source for cell in texts(name))
    kit = next(kit for kit in KITS if name.startswith(kit))
    return (TEACHING / kit / f"{name.removeprefix(f'{kit}_')}.md").read_text("utf-8")


def said(markdown: str) -> str:
    """Return a text of Markdown as it is read, without blanks, links, and lines to write on."""
    plain = re.sub(r"\]\([^)]*\)|<[^>]+>|^\d+\. |^[-*] |[*_`\[\]#\\]", "", markdown, flags=re.M)
    return bare(plain.translate(QUOTES))


@pytest.mark.parametrize("name", PRINTED)
def test_a_pdf_has_its_size_its_title_its_language_and_no_address_of_a_file(printed, name):
    pdf, heading = printed(name).pdf, re.search(r"^# (.+)$", source(name), re.M).group(1)
    for page in pdf.pages:
        size = [float(edge) * POINT for edge in page.mediabox[2:]]
        assert size == pytest.approx(paper.SIZES[name.partition("/")[0]], abs=1)
    assert said(pdf.metadata.title).startswith(said(heading)), "a reader shows it as the name of the window"
    assert bare(printed(name).pages[0].translate(QUOTES)).startswith(said(heading))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == ("ko" if name.endswith("_korean") else "en")
    assert root["/MarkInfo"]["/Marked"] and pdf.outline, "a screen reader and a list of contents need them"
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    addresses = [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]
    assert not [address for address in addresses if not re.match("https?://", address)]


@pytest.mark.parametrize("name", [name for name in PRINTED if name.partition("/")[2] in LEAVES])
def test_a_sheet_is_one_leaf(printed, name):
    pages = printed(name).pages
    breaks = source(name).count("break-after")
    assert len(pages) == breaks + 1 <= 2, "its front has what is written before the leaf is turned"
    assert all(page.strip() for page in pages)


@pytest.mark.parametrize("name", [name for name in PRINTED if name.partition("/")[2] in CARDS])
def test_a_card_is_whole_and_a_result_can_be_held_back(built, printed, name):
    page, _ = paper.pages(built)[name.partition("/")[2]]
    cards = lxml.html.fromstring(page.read_text("utf-8")).xpath("//article/section/section")
    sheets, before = printed(name).pages, 0
    for card in cards:
        end = len(card.xpath("div[contains(@style, 'break-after')]/preceding-sibling::*")) or None
        parts = [bare(part.text_content()).removesuffix("#") for part in card.getchildren()[:end]]
        lying = [[part in bare(sheet) for part in parts] for sheet in sheets]
        assert any(map(all, lying)), f"{parts[0]} is cut"
        place = [all(found) for found in lying].index(True)
        assert place >= before, f"{parts[0]} belongs behind the page break"
        before = place + (end is not None)
    results = [bool(re.search("^Result", sheet, re.M)) for sheet in sheets]
    assert any(results) == ("\n## Result" in source(name)) and results == sorted(results)
    assert not [sheet for sheet, has in zip(sheets, results, strict=True) if has and re.search("^Card", sheet, re.M)]


@pytest.mark.parametrize("name", [f"A4/{name}" for name in IN_ONE])
def test_charts_are_whole_and_large_and_stand_with_their_captions(printed, name):
    width, height = paper.SIZES["A4"]
    book = name.rpartition("/")[2].removesuffix("_with_solutions")
    found = [(bare(text), picture) for page, text in zip(printed(name).pdf.pages, printed(name).pages, strict=True)
             for picture in drawn(page)]  # fmt: skip
    assert len(found) == len(charts(book)), "a chart that is cut is drawn on two pages"
    for chart, (text, (left, bottom, right, top)) in zip(charts(book), found, strict=True):
        assert bare(chart.caption) in text, f"{chart.name}: its caption is not on its page"
        assert LEFT - 1 < left < right < width - LEFT + 1 and FOOTER < bottom < top < height, chart.name
        assert max(right - left, top - bottom) > SMALLEST_CHART, f"{chart.name} is small"


@pytest.mark.parametrize("name", [f"A4/{name}" for name in IN_ONE if not name.startswith("class/10")])
def test_no_heading_stands_alone_at_the_foot(printed, name):
    headings = {said(heading) for heading in re.findall(r"^#+ (.+)$", source(name), re.M)}
    feet = [page.strip().splitlines()[-1] for page in printed(name).pages]
    assert not [foot for foot in feet if said(foot) in headings]


@pytest.mark.parametrize("name", BOOKS)
def test_solutions_end_the_teachers_lesson_and_stand_nowhere_else(built, printed, name):
    for_class = bare(printed(f"A4/class/{name}").text)
    assert "Solutionof" not in for_class
    assert f"keys/{name}_with_solutions" in paper.pages(built) or not solutions(name)
    if not solutions(name):
        return
    pages = printed(f"A4/keys/{name}_with_solutions").pages
    first = next(number for number, page in enumerate(pages) if page.strip().startswith("Solutions"))
    at_the_end, before = bare("".join(pages[first:])), bare("".join(pages[:first]))
    for exercise, block in solutions(name).items():
        assert bare(f"Solution of {exercise}{block}") in at_the_end
        assert bare(block) not in before and bare(block) not in for_class


def test_what_is_folded_is_not_printed(printed):
    text = printed(f"A4/class/{KIT}").text
    assert "CL11" in text and "Partly supported" not in text and "write your two judgements first" not in text
    assert "Where kaesong.csv comes from" not in text and "# Prepare" not in text and "# Chart" not in text
    assert "ax.bar(" in text, "the chart that is the model has its code"


def test_no_key_lies_with_what_is_for_the_class(built):
    names = list(paper.pages(built))
    assert {name for name in names if re.search(r"_key|_check|_with_solutions", name)} == {
        name for name in names if name.startswith("keys/")
    }
    assert {f"class/{kit}_{kind}" for kit in KITS for kind in ("sheet", "plan", "korean")} <= set(names)
    assert set(IN_BOTH) | set(IN_ONE) <= set(names) and {name.split("/")[0] for name in names} == {"class", "keys"}


def test_korean_is_read_out_of_a_pdf(printed):
    assert "금강산" in printed(f"A4/class/{KIT}").text
    assert "대북정책은" in printed(f"A4/class/{KIT}_cards").text


def test_a_dark_screen_prints_black_on_white(built, dark):
    dark.goto((built / "site" / "notebooks" / f"{KIT}.html").as_uri())
    assert dark.evaluate("document.documentElement.dataset.theme") == "dark"
    assert dark.evaluate(COLOURS) == []


def test_the_minutes_of_a_plan_can_be_read_standing(built, dark):
    dark.goto((built / "site" / "notebooks" / "teaching" / KIT / "plan.html").as_uri())
    assert dark.evaluate("parseFloat(getComputedStyle(document.querySelector('td')).fontSize) * 0.75") >= SMALLEST_TYPE


def test_without_the_reading_edition_or_a_browser_nothing_is_printed(built, tmp_path, monkeypatch):
    with pytest.raises(CannotBuild, match=r"00_start_here.sheet\.html is not there: build site first"):
        paper.build(tmp_path)
    before = sorted((built / "print").rglob("*.pdf"))
    monkeypatch.setattr(common.shutil, "which", lambda name: None)
    with pytest.raises(CannotBuild, match="Chromium or Chrome"):
        paper.build(built)
    assert sorted((built / "print").rglob("*.pdf")) == before


def test_the_command_prints_both_sizes(built, browser, tmp_path, monkeypatch):  # noqa: F811
    one = {"class/00_start_here_sheet": paper.pages(built)["class/00_start_here_sheet"]}
    monkeypatch.setattr(paper, "pages", lambda out: one)
    monkeypatch.setattr(paper, "browser", lambda: nullcontext(browser))
    assert paper.build(tmp_path) == "1 PDFs in each of A4 and Letter"
    assert len(list((tmp_path / "print").rglob("00_start_here_sheet.pdf"))) == 2
