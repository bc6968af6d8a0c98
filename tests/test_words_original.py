"""Words said in Korean stand in Korean, too: with a source, under the English, never before a blind coding."""

import html
import re

import pandas as pd
import pytest

from alliance import frames
from course import FURTHER, LESSONS, TEACHING, code, page, read, visible
from test_data import TABLES

HANGUL = re.compile(r"[가-힣]")
COLUMNS = {name: [field["name"] for field in table["schema"]["fields"]] for name, table in TABLES.items()}
QUOTED = [name for name, columns in COLUMNS.items() if frames.KOREAN in columns]
# Students code these words without their speakers: Korean would tell who spoke.
BLIND = {"05_human_rights": "fourteen.", "03_sanctions_further": '["quote"]'}
# Pages in Korean whose titles in sources.csv do not say so.
IN_KOREAN = {"eng-ATK_20200117", "add-NEWSWAY_20190301", "add-EPOCH_20210820", "add-CHOSONSINBO_20181221"}
IN_KOREAN |= {"add-ASIAE_20200604", "add-ASIAE_20210317", "add-AJU_20210318", "add-BLUEHOUSE_20210318"}
IN_KOREAN |= {"add-SBS_20210318"}
SEVERAL = 4  # words: a quotation of so many on a card is known by them


def said_in_korean() -> pd.DataFrame:
    """Return the rows of all tables with Korean words: the English words to their left, the Korean, the sources."""
    found = []
    for name in QUOTED:
        english = COLUMNS[name][COLUMNS[name].index(frames.KOREAN) - 1]
        rows = read(name).dropna(subset=frames.KOREAN)
        sources = rows["source_id"].str.cat(rows["also"], ";", na_rep="").str.strip(";")
        columns = {"english": rows[english], "korean": rows[frames.KOREAN], "sources": sources}
        found.append(pd.DataFrame(columns).assign(table=name))
    return pd.concat(found, ignore_index=True)


def test_korean_words_stand_beside_english_ones():
    rows = said_in_korean()
    assert set(rows["table"]) == set(QUOTED), "a column that nobody fills"
    for row in rows.itertuples():
        assert HANGUL.search(row.korean), f"{row.table}: no Korean in {row.korean}"
        assert isinstance(row.english, str) and not HANGUL.search(row.english), f"{row.table}: {row.korean}"
        assert row.korean == row.korean.strip(' "“”'), f"{row.table}: without blanks and marks around it: {row.korean}"


def test_korean_words_name_the_page_that_has_them():
    sources = read("sources")
    pages = IN_KOREAN | set(sources.loc[sources["title"].str.contains("in Korean|Korean text"), "source_id"])
    for row in said_in_korean().itertuples():
        assert pages & set(row.sources.split(";")), f"{row.table}: no page in Korean for {row.korean}"


@pytest.mark.parametrize("name", sorted({file.parent.name for file in TEACHING.glob("*/cards.md")}))
def test_a_card_with_the_english_has_the_korean(name):
    rows = said_in_korean()
    for card in re.split(r"^## ", (TEACHING / name / "cards.md").read_text("utf-8"), flags=re.M):
        korean = re.findall(r"^\*In Korean\*[^:]*: \[?([^\]\n]+)", card, re.M)
        for quotation in re.findall(r'"([^"\n]+)"', card):
            if len(quotation.split()) < SEVERAL:
                continue
            same = rows[rows["english"].str.contains(quotation.rstrip(".,"), regex=False)]
            shown = [any(words in known for words in korean) for known in same["korean"]]
            assert same.empty or any(shown), f"{card.splitlines()[0]}: {quotation} lacks {same['korean'].iloc[0]}"


@pytest.mark.parametrize("name", [*LESSONS, *FURTHER])
def test_a_notebook_that_shows_the_english_shows_the_korean(name):
    known = said_in_korean().groupby("english")["korean"].agg(list)
    for cell in code(name):
        if name in BLIND and BLIND[name] in cell.source:
            continue
        for output in cell.outputs:
            words = html.unescape(page(output))
            for english, korean in known.items():
                shown = any(f'>{english}<div lang="ko">{one}</div>' in words for one in korean)
                assert shown or f">{english}<" not in words, f"{cell.id}: {english} lacks {korean[0]}"


@pytest.mark.parametrize("name", BLIND)
def test_no_korean_before_a_blind_coding(name):
    cells = [cell for cell in code(name) if BLIND[name] in cell.source]
    shown = [visible(output) for cell in cells for output in cell.outputs]
    assert any(shown), "the cells that show the words without their speakers"
    assert not any(map(HANGUL.search, shown))
    sheet = TEACHING / name / "sheet.md"
    assert not sheet.is_file() or not HANGUL.search(sheet.read_text("utf-8"))


@pytest.fixture
def table():
    columns = {"who": ["Moon", "Blinken"], "words": ["of the <Peninsula>", "of North Korea"]}
    return pd.DataFrame({**columns, frames.KOREAN: ["한반도 <비핵화>", None], "days": [1, 2]})


def test_a_table_has_the_korean_under_the_english(table):
    shown = frames.page(table)
    assert '>of the &lt;Peninsula&gt;<div lang="ko">한반도 &lt;비핵화&gt;</div></td>' in shown
    assert ">of North Korea</td>" in shown and "NaN" not in shown
    assert "2 rows, 3 columns (who, words, days)</caption>" in shown and shown.count("<td") == 6
    assert 'text-align: right; white-space: nowrap">2' in shown, "the columns behind it keep their style"
    assert frames.KOREAN in table and "한반도" in repr(table), "the frame and its plain text stay"


def test_korean_words_stay_a_column_where_nothing_stands_to_their_left(table):
    shown = frames.page(table[[frames.KOREAN, "who"]])
    assert "2 columns" in shown and "<div" not in shown


def test_korean_words_keep_their_row_in_a_long_table(table):
    long = pd.concat([table.tail(1)] * 100 + [table.head(1)], ignore_index=True)
    shown = frames.page(long)
    assert shown.count("<tr") < 70 and shown.count('lang="ko"') == 1
    assert "Peninsula&gt;<div" in shown
    assert 'lang="ko"' not in frames.page(long.head(3)), "no Korean in these rows"
