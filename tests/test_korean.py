"""The Korean of the collection: each term of the glossary, each claim of the article and each lesson has its own."""

import re
from decimal import Decimal

import pytest

from course import FURTHER, NAMES, TEACHING, charts, code, read, texts, under, visible
from reading_load import PROMPT
from test_kits import items
from test_prose import Stock, dates, numbers

HANGUL = re.compile(r"[가-힣]")
GLOSSARY = (TEACHING / "glossary.md").read_text("utf-8")
TERMS = dict(re.findall(r"^\| ([^|]+) \| ([^|]*)\| ", GLOSSARY, re.M)[2:])
CLAIMS = read("article_claims")
MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]


@pytest.mark.parametrize("term", TERMS)
def test_each_term_has_its_korean(term):
    assert HANGUL.search(TERMS[term]), f"glossary: {term} has no Korean word"
    assert not re.search(r"\*(?!\s*$)", TERMS[term]), f"glossary: the asterisk of {term} stands at the end"


def test_notebooks_and_glossary_have_the_same_korean():
    known = {term.casefold(): korean for term, korean in TERMS.items()}
    for name in NAMES:
        for cell in texts(name):
            for term, korean in re.findall(r"\*\*([^*]+)\*\* \((?:[A-Z]+, )?([가-힣][가-힣 ·]*)", cell.source):
                given = known.get(term.casefold(), korean)
                assert korean.strip() in given, f"{name}: {term} is {korean}, in the glossary {given}"


@pytest.mark.parametrize("claim", list(CLAIMS.itertuples()), ids=list(CLAIMS["claim_id"]))
def test_each_claim_is_one_korean_sentence_with_the_same_numbers(claim):
    korean = claim.claim_ko
    assert HANGUL.search(korean) and korean == korean.strip()
    assert re.fullmatch(r"[^.?!]+다\.", korean), "one sentence, in the plain style of a newspaper"
    english = re.sub("|".join(MONTHS), lambda month: f"{MONTHS.index(month.group()) + 1}월", claim.claim)
    numbers = [sorted(re.findall(r"\d+월?", text.replace("코로나19", ""))) for text in (english, korean)]
    assert numbers[0] == numbers[1], "the numbers of the two languages differ"


# A page in Korean for each lesson

PAGES = [name for name in NAMES if name not in FURTHER]
PAGES = [pytest.param(name, (TEACHING / name / "korean.md").read_text("utf-8"), id=name) for name in PAGES]
DATE = re.compile(r"(?:((?:19|20)\d\d)년 )?(?<!\d)(1[0-2]|[1-9])월((?:(?: |과 |, )\d{1,2}일)*)")


def as_english(text: str) -> str:
    """Return a text with its Korean dates and sums as test_prose reads them: '3월 17일과 18일' as '17 and 18 March'."""

    def date(match: re.Match) -> str:
        year, month, days = match.groups()
        days = " and ".join(re.findall(r"\d+", days))
        return f" {days} {MONTHS[int(month) - 1]} {year or ''} "

    text = re.sub(r"(\d+)억 (\d+)만", lambda sum_: f"{int(sum_[1]) * 100 + int(sum_[2]) / 100} ", DATE.sub(date, text))
    assert not re.search(r"\d[조억만천]", text), "a number in words and digits that is not read"
    return re.sub(r"(?<=\d)(?=[가-힣])|(?<=[가-힣])(?=\d)", " ", text)


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_asks_what_the_lesson_asks(name, page):
    """As many predictions, questions and exit tickets, each in its part; the page turns before what tells an end."""
    whole = "\n".join(cell.source for cell in texts(name))
    plan = (TEACHING / name / "plan.md").read_text("utf-8")
    wanted = {"예측": len(PROMPT.findall(whole)), "그림": len(charts(name))}
    wanted |= {"토론": len(items(under("Discuss", whole) or "")), "나가기 전에": len(items(under("Assess", plan))) or 1}
    assert {part: len(items(under(part, page) or "")) for part in wanted} == wanted
    parts = ["한 문단으로", "예측", "그림", "주장", "토론", "나가기 전에"]
    assert re.findall(r"^## (.+)$", page, re.M) == [part for part in parts if wanted.get(part, 1)]
    first, _, last = page.partition('<div style="break-after: page"></div>')
    assert "## 그림" in first and "## 나가기 전에" in last


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_names_the_charts_of_its_lesson_in_order_and_shows_none(name, page):
    assert re.findall(r"figures/(\w+)\.png", page) == [chart.name for chart in charts(name)]
    assert "![" not in page, "a chart tells the result before the prediction"


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_has_the_claims_that_its_lesson_weighs(name, page):
    weighed = [claim for cell in code(name) for claim in re.findall(r'^claim\("(CL\d\d)"\)', cell.source, re.M)]
    korean = CLAIMS.set_index("claim_id")["claim_ko"]
    stated = re.findall(r"^- \*\*(CL\d\d)\*\* (.+)$", under("주장", page), re.M)
    assert sorted(stated) == sorted((claim, korean[claim]) for claim in weighed)


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_page_is_korean_and_short(name, page):
    assert 80 <= len(under("한 문단으로", page).split()) <= 130
    prose = re.sub(r"\]\([^)]*\)|\*[^*]+\* = |`[^`]*`|[\w,]+\.csv", " ", page.partition("\n## ")[2])
    letters = re.findall(r"[^\W\d_]", prose)
    assert len(HANGUL.findall(prose)) >= 0.9 * len(letters)


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_numbers_and_dates_of_a_page_stand_in_its_lesson(name, page):
    """In its texts or outputs, or in its plan; that a table has it somewhere is not enough."""
    lesson = [cell.source for cell in texts(name)] + [(TEACHING / name / "plan.md").read_text("utf-8")]
    lesson += [visible(output) for cell in code(name) for output in cell.outputs]
    known = Stock()
    known.add("\n".join(lesson))
    assert known.lacks(as_english(page.partition("\n## ")[2])) == set()


def test_korean_dates_and_sums_are_read_as_written():
    text = as_english("2021년 3월 17일과 18일, 5월 21일, 2022년 12월; 제11차, 27억 360만 달러, 4.5퍼센트")
    assert dates(text) == [(2021, 3, 17), (2021, 3, 18), (None, 5, 21), (2022, 12, None)]
    assert numbers(text) == [11, Decimal("2703.6"), Decimal("4.5")]
