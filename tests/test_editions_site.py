"""The reading edition: every page for teachers and for students, as a file and in a browser, opened from its folder."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from sphinx.application import Sphinx

import common
import reading
from common import FOR_MAKERS, FOR_TEACHERS, ROOT, for_students, is_for_teachers
from course import DATA, FIGURES, NAMES, NOTEBOOKS, TEACHING, asks, charts, code, solutions, texts, visible
from grouping import some
from test_browser import browser  # noqa: F401

TEACHERS, STUDENTS = reading.EDITIONS
SOURCES = [ROOT / "README.md", *(ROOT / page for page in FOR_MAKERS), DATA / "README.md", FIGURES / "README.md"]
SOURCES += [ROOT / "editions" / "hub" / "README.md", *sorted(TEACHING.rglob("*.md"))]
SOURCES += [NOTEBOOKS / f"{name}.ipynb" for name in NAMES]
PAGES = {
    TEACHERS: [page.relative_to(ROOT).with_suffix("").as_posix() for page in SOURCES],
    STUDENTS: [page.relative_to(ROOT).with_suffix("").as_posix() for page in SOURCES if not is_for_teachers(page)],
}
ALL = [f"{edition}/{page}" for edition, pages in PAGES.items() for page in pages]
KIT = "notebooks/teaching/02_engagement"
LESSON = "notebooks/02_engagement"
ONE_OF_EACH = ["README", LESSON, f"{KIT}/plan", f"{KIT}/key", f"{KIT}/cards", f"{KIT}/korean", "figures/README"]
ONE_OF_EACH += ["notebooks/teaching/glossary", "search"]
FEW = [*(f"{TEACHERS}/{page}" for page in [*ONE_OF_EACH, "notebooks/07_strategic_assumptions"]), f"{STUDENTS}/README"]
LOOKED_AT = some([*ALL, *(f"{edition}/search" for edition in PAGES)], FEW)
PHONE, DESK = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
AXE = {  # no style sheet is asked for again; WCAG 2.2 AA and what axe calls good practice
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
WORDS = 7  # words in a row that no two texts share by accident
ELSEWHERE = "https://github.com/example/allies"
TRIAL = ["README.md", f"{LESSON}.ipynb", f"{KIT}/sheet.md"]
# JavaScript for the page
RING = "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.boxShadow }"
ON_WHITE = "img => [getComputedStyle(img).backgroundColor, getComputedStyle(img).filter].join()"


@functools.cache
def built_once(folder: Path) -> Path:
    """Build both editions; a warning of Sphinx, such as a link that leads nowhere, is a failure."""
    reading.build(folder)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """Return the folder of both editions; what prints them uses it as well."""
    return built_once(tmp_path_factory.getbasetemp() / "editions")


@pytest.fixture(scope="module")
def phone(browser) -> Iterator:  # noqa: F811
    """Give a page of the width of a phone."""
    page = browser.new_page(viewport=PHONE)
    yield page
    page.context.close()


@functools.cache
def parsed(page: Path) -> lxml.html.HtmlElement:
    """Return a page as a tree."""
    return lxml.html.fromstring(page.read_text("utf-8"))


@functools.cache
def anchors(page: Path) -> list[str]:
    """Return the ids of a page, in order."""
    return parsed(page).xpath("//@id")


def words(text: str, end: str) -> set[str]:
    """Return what stands in a text, each ``WORDS`` words in a row up to the marks ``end``, a pattern."""
    text = re.sub(r"\]\([^)]*\)|^\s*\d+\. ", " ", text, flags=re.M)  # addresses of links, numbers of a list
    rows = [re.findall(r"\w+", row.casefold()) for row in re.split(end, text)]
    return {" ".join(row[at : at + WORDS]) for row in rows for at in range(len(row) - WORDS + 1)}


def faults(page, *off: str) -> str:
    """Return what axe-core finds wrong on an open page, a line for each kind, but for the rules ``off``."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options=AXE | {"rules": {rule: {"enabled": False} for rule in off}}).response["violations"]
    return "\n".join(f"{fault['id']}: {fault['help']} {fault['nodes'][0]['html'][:200]}" for fault in found)


def test_every_source_has_its_page_and_nothing_else_has_one(built):
    for edition, pages in PAGES.items():
        made = [page.relative_to(built / edition).with_suffix("") for page in (built / edition).rglob("*.html")]
        assert {page.as_posix() for page in made} == {*pages, "index", "search"}


@pytest.mark.parametrize("page", [*ALL, *(f"{edition}/{page}" for edition in PAGES for page in ("search", "index"))])
def test_links_lead_somewhere_and_nothing_comes_from_outside(built, page):
    file = built / f"{page}.html"
    tree = parsed(file)
    assert len(set(anchors(file))) == len(anchors(file)), "an id stands twice"
    assert not tree.xpath("//img[not(@alt)]")
    for element, attribute, link, _ in tree.iterlinks():
        address = urlsplit(link)
        if address.scheme or address.netloc:
            assert element.tag == "a" or link.startswith("data:"), f"{element.tag} {attribute} asks for {link}"
            continue
        target = (file.parent / unquote(address.path)).resolve() if address.path else file
        assert target.is_file() and target.is_relative_to(built / page.partition("/")[0]), link
        if address.fragment and target.suffix == ".html":
            assert unquote(address.fragment) in anchors(target), link


def test_style_sheets_ask_for_nothing_outside(built):
    sheets = [sheet for edition in PAGES for sheet in (built / edition).rglob("*.css")]
    assert sheets
    for sheet in sheets:
        text = sheet.read_text("utf-8")
        assert not re.findall(r"""(?:url\(|@import)\s*["']?(?:https?:)?//[^)]*""", text), sheet.name
        for link in re.findall(r"""url\(\s*["']?(?!data:|#)([^"')?#]+)""", text):
            assert (sheet.parent / link).is_file(), f"{sheet.name}: {link}"


@pytest.mark.parametrize("edition", PAGES)
def test_next_leads_through_all_pages(built, edition):
    page, seen = built / edition / "README.html", []
    while page not in seen:
        seen.append(page)
        for link in parsed(page).xpath("//a[contains(@class, 'right-next')]/@href"):
            page = (page.parent / link).resolve()
    assert {page.relative_to(built / edition).with_suffix("").as_posix() for page in seen} == set(PAGES[edition])


@pytest.mark.parametrize("page", [page for page in ALL if Path(page).name in NAMES])
def test_a_notebook_stands_there_whole(built, page):
    """Its cells with their charts, the drawing code and the solutions folded, no answer of a check."""
    tree, name = parsed(built / f"{page}.html"), Path(page).name
    shown = [(figure.find("img").get("alt"), figure.findtext("figcaption")) for figure in tree.iter("figure")]
    assert shown == [(chart.alt, chart.caption) for chart in charts(name)]
    written = [block.text_content().strip() for block in tree.xpath("//div[contains(@class, 'cell_input')]//pre")]
    blocks = list(solutions(name).values()) if page.startswith(f"{TEACHERS}/") else []
    sources = [cell.source for cell in code(name)]
    if not blocks:
        sources = [re.sub(r"\n#solution.*", "", source) for source in sources]
    assert written == [source.strip() for source in [*sources, *blocks]]
    folded = tree.xpath("//details[contains(@class, 'hide')]")
    assert len(folded) == sum("hide-input" in cell.metadata.get("tags", []) for cell in code(name)) + len(blocks)
    assert not [part for part in folded if "open" in part.attrib]
    labels = tree.xpath("//*[@id='solutions']//summary/p[1]/text()")
    assert labels == [f"Solution of {exercise}" for exercise in solutions(name) if blocks]
    for part in tree.xpath("//div[contains(@class, 'cell_input')]"):
        if re.search(r"^check\(", part.text_content(), re.M):
            assert not part.xpath("following-sibling::div[contains(@class, 'cell_output')]")


def test_students_get_no_answers(built):
    """Seven words in a row of what is withheld stand in no file, unless another page or a table has them too."""
    folder = built / STUDENTS
    pages = {page: page.read_text("utf-8") for pattern in FOR_TEACHERS for page in ROOT.glob(pattern)}
    blocks = {(name, exercise): block for name in NAMES for exercise, block in solutions(name).items()}
    given = []
    for page in (ROOT / f"{page}.md" for page in PAGES[STUDENTS] if (ROOT / f"{page}.md").is_file()):
        given.append(for_students(page.read_text("utf-8"), page.parent))
    given += [cell.source for name in NAMES for cell in texts(name)]
    given += [cell.source.partition("\n#solution")[0] for name in NAMES for cell in code(name)]
    given += [visible(output) for name in NAMES for cell in code(name) if not asks(cell) for output in cell.outputs]
    given += [file.read_text("utf-8") for file in [*DATA.glob("*.*"), *FIGURES.glob("*.svg"), *ROOT.glob("LICENSE*")]]
    read = []
    for file in filter(Path.is_file, folder.rglob("*")):
        assert not re.search(r"plan|cards|key|claims\.|quiz|_sources", str(file.relative_to(folder))), file
        if file.suffix == ".html":
            tree = parsed(file)
            read.append(" ".join([tree.text_content(), *tree.xpath("//@alt | //@title | //@content")]))
        elif file.suffix in {".ipynb", ".md", ".txt", ".csv", ".json", ".svg"} or file.name == "searchindex.js":
            read.append(file.read_text("utf-8"))
    for withheld, end in ((pages, r"[.:;?!|\n]"), (blocks, "$^")):
        known, there = (set().union(*(words(text, end) for text in found)) for found in (given, read))
        for source, text in withheld.items():
            own = words(text, end) - known
            assert own, f"{source}: nothing to look for"
            assert not own & there, f"{source}: {sorted(own & there)[:3]}"


@pytest.mark.parametrize("page", LOOKED_AT)
def test_a_page_opens_from_its_folder_on_a_phone(built, phone, page):
    """Nothing is asked for outside the folder, nothing fails, no script complains, no page scrolls sideways."""
    asked, wrong = [], []
    listeners = {
        "request": lambda request: asked.append(request.url),
        "requestfailed": lambda request: wrong.append(request.url),
        "pageerror": lambda error: wrong.append(str(error)),
        "console": lambda message: message.type in {"error", "warning"} and wrong.append(message.text),
    }
    for event, listener in listeners.items():
        phone.on(event, listener)
    phone.goto((built / f"{page}.html").as_uri())
    width = phone.evaluate("document.documentElement.scrollWidth")
    for event, listener in listeners.items():
        phone.remove_listener(event, listener)
    home = (built / page.partition("/")[0]).as_uri()
    assert not [url for url in asked if not url.startswith((f"{home}/", "data:"))]
    assert not wrong
    assert width <= PHONE["width"]


@pytest.mark.parametrize("page", [page for page in LOOKED_AT if page.startswith(f"{TEACHERS}/")])
def test_a_page_has_no_barrier_on_a_phone(built, phone, page):
    phone.goto((built / f"{page}.html").as_uri())
    assert not faults(phone)


@pytest.mark.parametrize("page", ONE_OF_EACH)
def test_a_page_has_no_barrier_in_the_dark_and_its_pictures_are_on_white(browser, built, page):  # noqa: F811
    tab = browser.new_page(viewport=DESK, color_scheme="dark")
    tab.goto((built / TEACHERS / f"{page}.html").as_uri())
    assert tab.locator("html").get_attribute("data-theme") == "dark"
    pictures = tab.locator(".bd-article img").evaluate_all(f"all => all.map({ON_WHITE})")
    assert set(pictures) <= {"rgb(255, 255, 255),none"}
    tab.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert not faults(tab, "region")  # the theme has its title and its search beside all landmarks
    tab.context.close()


@pytest.mark.parametrize("page", [page for page in ALL if page.endswith(("/sheet", "/check"))])
def test_every_blank_can_be_written_into_and_is_read_out(built, page):
    drawn = parsed(built / f"{page}.html").xpath("//span[@aria-label='blank']")
    source = re.sub(r"^_{10,}$", "", (ROOT / f"{page.partition('/')[2]}.md").read_text("utf-8"), flags=re.M)
    assert [blank.text_content() for blank in drawn] == re.findall("_{3,}", source)


@pytest.mark.parametrize("page", [page for page in ALL if page.endswith("/korean")])
def test_a_korean_page_says_so(built, page):
    assert parsed(built / f"{page}.html").get("lang") == "ko"
    assert parsed(built / TEACHERS / "README.html").get("lang") == "en"


def test_the_keyboard_alone_is_enough(browser, built):  # noqa: F811
    """The first key shows the way past the menus; folded code opens with Enter; what has the focus shows it."""
    tab = browser.new_page(viewport=DESK)
    tab.goto((built / TEACHERS / f"{LESSON}.html").as_uri())
    tab.keyboard.press("Tab")
    skip = tab.locator("#pst-skip-link a")
    assert skip.evaluate("link => link === document.activeElement")
    tab.wait_for_function("document.activeElement.getBoundingClientRect().top >= 0")  # it slides in
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#main-content")
    for place in ("details.hide >> nth=0", "#solutions details >> nth=0"):
        tab.locator(f"{place} >> summary").focus()
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Tab")
        assert tab.evaluate(RING) != "nonenone"
        tab.keyboard.press("Enter")
        assert tab.locator(f"{place} >> pre").is_visible()
    tab.keyboard.press("Control+k")
    tab.keyboard.type("yardstick")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search.html?q=yardstick")
    tab.locator("#search-results a", has_text="Engagement").first.wait_for()
    tab.context.close()


@pytest.mark.filterwarnings("ignore::sphinx.deprecation.RemovedInSphinx11Warning")  # the theme's and MyST's
@pytest.mark.parametrize(("students", "address"), [(False, ELSEWHERE), (True, ELSEWHERE), (False, "")])
def test_buttons_lead_to_where_the_course_lies(tmp_path, monkeypatch, students, address):
    """Binder opens the notebook in JupyterLab; students get no download with the keys in it."""
    monkeypatch.setattr(common, "address", lambda: address)
    settings = {"include_patterns": TRIAL}
    places = (ROOT, ROOT / "editions" / "site", tmp_path / "out", tmp_path / "trees")
    Sphinx(*places, "html", settings, status=None, warning=None, tags=["students"] * students).build()

    def buttons(page: str) -> dict[str, str]:
        links = parsed(tmp_path / "out" / f"{page}.html").xpath("//div[@class='article-header-buttons']//a")
        return {link.get("title"): link.get("href") for link in links}

    wanted = {"Report a mistake": f"{ELSEWHERE}/issues/new?title=Issue%20on%20page%20%2F{LESSON}.html"}
    if not students:
        wanted |= {"Source repository": ELSEWHERE, "Download the course": f"{ELSEWHERE}/archive/HEAD.zip"}
    binder = f"https://mybinder.org/v2/gh/example/allies/HEAD?urlpath=lab/tree/{LESSON}.ipynb"
    found = {title: link.partition("&body")[0] for title, link in buttons(LESSON).items()}
    assert found == (wanted | {"Launch on Binder": binder} if address else {})
    assert buttons(f"{KIT}/sheet").keys() == (wanted.keys() if address else set())
