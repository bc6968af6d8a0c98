"""The charts and the decks of the editions: nothing tells a result too early, and everything can be read and heard."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from matplotlib.text import Text
from PIL import Image, ImageOps
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

import charts
import common
import course
import slides
from alliance.charts import title_of
from common import CannotBuild
from course import START, drawn, read, run, under
from grouping import some
from test_kits import PLANS

SMALLEST, LARGEST = Pt(20), 230  # of letters; words of a description
OFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
KITS = some(common.KITS, [START, "02_engagement", "08_two_plus_two"])
NAMES = some(course.NAMES, KITS)
ALL = [pytest.param(name, chart, id=chart) for name in NAMES for chart in drawn(name)]


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The folder with the decks and the charts."""
    out = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slides, "KITS", KITS)
        patch.setattr(charts, "NAMES", NAMES)
        assert slides.build(out) == f"{len(KITS)} decks"
        assert charts.build(out) == f"{len(ALL)} charts"
    return out


@pytest.fixture(scope="session")
def decks(built) -> dict:
    """Each deck as python-pptx opens it."""
    return {name: Presentation(built / "slides" / f"{name}.pptx") for name in KITS}


@pytest.fixture(scope="session")
def pdfs(built, tmp_path_factory) -> Path:
    """The decks as LibreOffice prints them."""
    if not (OFFICE and shutil.which("pdftotext")):
        is_promised = os.environ.get("CI") and sys.platform == "linux"  # .ci/packages installs them there
        (pytest.fail if is_promised else pytest.skip)("LibreOffice Impress and pdftotext are not installed")
    out = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    files = sorted(map(str, (built / "slides").glob("*.pptx")))
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out


def texts_of(slide) -> list:
    """Return the text frames of a slide, those of its tables too, without the slide's number."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame and not is_number(shape)]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return frames + [cell.text_frame for table in tables for cell in table.iter_cells()]


def is_number(shape) -> bool:
    """Say whether a shape is the number of its slide."""
    return shape.is_placeholder and shape.placeholder_format.idx == 12


def pictures(slide) -> list:
    """Return the pictures of a slide."""
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]


def described(picture) -> str:
    """Return the text alternative of a picture."""
    return picture.element.nvPicPr.cNvPr.get("descr", "")


# Charts


@pytest.mark.parametrize(("name", "chart"), ALL)
def test_a_chart_loses_its_title_and_nothing_else(name, chart):
    fig = run(name).figures[chart]
    before = [text.get_text() for text in fig.findobj(Text) if text.get_visible() and text.get_text()]
    with charts.untitled(fig):
        left = [text.get_text() for text in fig.findobj(Text) if text.get_visible() and text.get_text()]
    lost = [text for text in before if text not in left]
    assert len(before) - len(left) == 1 == len(lost), f"{chart} loses {lost}"
    assert title_of(fig).rstrip(".?!") == " ".join(lost[0].split()).rstrip(".?!")
    assert [text.get_text() for text in fig.findobj(Text) if text.get_visible() and text.get_text()] == before
    words = charts.description(run(name), chart)
    assert len(words) >= 40 and title_of(fig).rstrip(".?!") not in words


@pytest.mark.parametrize(("name", "chart"), ALL)
def test_both_pictures_of_a_chart_are_sharp_and_fill_their_frame(built, name, chart):
    folder, edge = built / "charts", round(charts.MARGIN * charts.DOTS_PER_INCH)
    titled, untitled = (Image.open(folder / kind / f"{chart}.png") for kind in ("with_titles", "without_titles"))
    for image in (titled, untitled):
        assert image.width >= 1000
        left, top, right, bottom = ImageOps.invert(image).getbbox()
        assert {left, top, image.width - right, image.height - bottom} == {edge}, "no empty band where the title was"


def test_the_list_of_charts_gives_no_title_away(built):
    page = (built / "charts" / "index.html").read_text("utf-8")
    for name in NAMES:
        for chart in drawn(name):
            fig = run(name).figures[chart]
            assert f'src="without_titles/{chart}.png"' in page
            assert title_of(fig) not in page


# Decks


@pytest.mark.parametrize("name", KITS)
def test_a_deck_has_its_form(decks, name):
    deck = decks[name]
    assert 8 <= len(deck.slides) <= 12
    assert abs(deck.slide_width / deck.slide_height - 16 / 9) < 0.001
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles) and len(set(titles)) == len(titles), f"each slide has a title of its own: {titles}"
    assert titles[-1] == "Exit ticket" and "CC BY 4.0" in " ".join(f.text for f in texts_of(deck.slides[-1]))


@pytest.mark.parametrize("name", KITS)
def test_letters_are_large_and_in_their_language(decks, name):
    for place, slide in enumerate(decks[name].slides, 1):
        for frame in texts_of(slide):
            assert frame.text.strip(), f"slide {place} has an empty box"
            for text in (text for paragraph in frame.paragraphs for text in paragraph.runs):
                assert text.font.size and text.font.size >= SMALLEST, f"slide {place}: {text.text}"
                is_korean = bool(re.search("[가-힣]", text.text))
                assert text._r.rPr.get("lang") == ("ko-KR" if is_korean else "en-US"), text.text
        number = next(shape for shape in slide.shapes if is_number(shape))
        assert int(number.element.find(f".//{qn('a:fld')}/{qn('a:rPr')}").get("sz")) >= SMALLEST.pt * 100


@pytest.mark.parametrize("name", KITS)
def test_pictures_have_their_proportions_and_their_words(decks, name):
    found = [(number, picture) for number, slide in enumerate(decks[name].slides, 1) for picture in pictures(slide)]
    assert len(found) >= 3
    for number, picture in found:
        wide, high = picture.image.size
        assert abs(picture.width / picture.height - wide / high) < 0.01, f"slide {number} distorts its chart"
        assert picture.left >= 0 and picture.left + picture.width <= decks[name].slide_width
        assert picture.top + picture.height <= decks[name].slide_height
        assert picture.width >= Inches(12) or picture.height >= Inches(5.5), f"slide {number}: the chart is small"
        assert len(described(picture)) >= 40 and len(described(picture).split()) <= LARGEST


@pytest.mark.parametrize("name", KITS)
def test_a_chart_comes_without_its_title_first(decks, name):
    titles = {title_of(fig).rstrip(".?!"): chart for chart, fig in run(name).figures.items()}
    seen = []
    for slide in decks[name].slides:
        words = " ".join(frame.text for frame in texts_of(slide))
        told = [chart for title, chart in titles.items() if title in words]
        for picture in pictures(slide):
            assert not [title for title in titles if title in described(picture)]
            if not told:
                assert slide.shapes.title.text_frame.text.startswith("Chart ")
                seen.append(picture.image.sha1)
            else:
                assert seen[-1] == picture.image.sha1, "the same picture stood on the slide before, without a title"
        assert not told or pictures(slide), f"a finding without its chart: {words}"
    assert len(set(seen)) == len(seen) >= 2


@pytest.mark.parametrize("name", [name for name in course.LESSONS if name in KITS])
def test_no_result_comes_before_its_prediction(name):
    """By the notebook: the slide with the prediction of a chart's step stands before the chart."""
    deck = slides.deck(name)
    kinds = [slide.kind for slide in deck]
    assert kinds[0] == "cover" and kinds[-3:] == ["voices", "verdict", "exit"]
    steps = [step for step in slides.parts(name) if step.asks]
    asked = {slide.title: number for number, slide in enumerate(deck) if slide.kind == "asks"}
    assert list(asked) == [step.title for step in steps], "each prediction has its slide"
    step_of = {chart: step.title for step in steps for chart in step.charts}
    projected = slides.charts_to_project(name, steps)
    shown = [number for number, kind in enumerate(kinds) if kind == "chart"]
    assert len(shown) == len(projected) >= 2
    for chart, number in zip(projected, shown, strict=True):
        assert asked[step_of[chart]] < number
    seen = " ".join(text for step in steps for _, text in step.seen)
    for slide in (slide for slide in deck if slide.kind != "titled"):
        for text in re.split(r"\n+", slides.text_of(slide)):
            assert len(text) < 30 or text not in seen


@pytest.mark.parametrize("name", KITS)
def test_our_judgements_stand_in_the_notes_only(decks, name):
    for slide in decks[name].slides:
        words = " ".join(frame.text for frame in texts_of(slide))
        assert "Ours on CL" not in words and "we judge" not in words
        if slide.shapes.title.text_frame.text == "Your verdict":
            assert all(word in words for word in ("supported", "contested", "contradicted", "not testable"))
            notes = slide.notes_slide.notes_text_frame.text
            claims = re.findall(r"Ours on (CL\d\d)\. .* Is it so\? ([A-Z][a-z ]+)\.", notes)
            right = read("article_claims").set_index("claim_id")["is_it_so"]
            assert claims and all(right[claim] == word.casefold() for claim, word in claims)
            assert all(f"({claim})" in words for claim, _ in claims)


@pytest.mark.parametrize("name", KITS)
def test_the_plan_stands_in_the_notes(decks, name):
    notes = [slide.notes_slide.notes_text_frame.text for slide in decks[name].slides]
    assert all(re.match(r"(Session \d, m|M)inutes \d+-\d+", text) for text in notes), "each slide says its minutes"
    whole, spoken = "\n".join(notes), slides.plan(name)
    for title in (title for kit, title, _ in PLANS if kit == name):
        section = under(title, spoken)
        rows = re.findall(r"^\| (\d+-\d+) \| (.+?) \|", section, re.M)
        places = [whole.index(slides.plain(what)) for _, what in rows]
        assert places == sorted(places), "the rows come in their order"
        for text in re.findall(r"^\*\*(Text \w+)", section, re.M):
            assert text in whole
    for line in re.findall(r"^- (.+)$", under(slides.SAY, spoken) or "", re.M):
        assert slides.plain(line) in whole


# As LibreOffice prints them


@pytest.mark.parametrize("name", KITS)
def test_a_deck_opens_with_a_page_for_each_slide_and_its_text_in_its_boxes(decks, pdfs, name):
    """Each word that is printed lies in a box to which it belongs: nothing hangs out below or at the side."""
    page_of = subprocess.run(["pdftotext", "-bbox", str(pdfs / f"{name}.pdf"), "-"], check=True, capture_output=True)
    pages = ET.fromstring(page_of.stdout).iter("{http://www.w3.org/1999/xhtml}page")
    pages, deck = list(pages), decks[name]
    assert len(pages) == len(deck.slides)
    for number, (page, slide) in enumerate(zip(pages, deck.slides, strict=True), 1):
        scale = deck.slide_width / float(page.get("width"))
        boxes = [(shape, shape_text(shape)) for shape in slide.shapes if shape.has_text_frame or shape.has_table]
        words = [word for word in page if re.search(r"\w", "".join(word.itertext()))]  # a bullet is no word
        assert len(words) >= 5
        for word in words:
            left, top, right, bottom = (float(word.get(side)) * scale for side in ("xMin", "yMin", "xMax", "yMax"))
            text = "".join(word.itertext())
            slack = Pt(4)
            assert any(
                shape.left - slack <= left
                and right <= shape.left + shape.width + slack
                and shape.top - slack <= top
                and bottom <= shape.top + shape.height + slack
                and (text in content or is_number(shape))
                for shape, content in boxes
            ), f"slide {number}: '{text}' stands outside of its box"


def shape_text(shape) -> str:
    """Return the text of a box or a table."""
    if shape.has_table:
        return " ".join(cell.text_frame.text for cell in shape.table.iter_cells())
    return shape.text_frame.text


def test_a_text_that_is_too_long_is_not_written():
    long = slides.Slide("text", "Too long", [[slides.Block("word " * 2000)]])
    with pytest.raises(CannotBuild, match="Too long"):
        slides.write([long], Path("never.pptx"))
