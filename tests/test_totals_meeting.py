"""The tables of the notebook on the meeting against the texts: each test fails when a code is changed."""

import pandas as pd

from alliance.exercises.notebook_08 import apart
from course import read

PRESSURE, ENGAGEMENT = "pressure wing in Congress", "engagement wing in Congress"


def test_each_joint_text_has_its_word():
    joint = read("denuclearization_words").query("kind == 'joint text'")
    table = pd.crosstab(joint["at_the_table"], joint["word"])
    assert table.loc["U.S. and South Korea"].to_dict() == {
        "North Korea": 1,
        "Peninsula": 6,
        "no place": 0,
        "no such word": 1,
    }
    assert table["North Korea"].to_dict() == {
        "North Korea with another": 0,
        "U.S. and Japan": 4,
        "U.S. and South Korea": 1,
        "all three": 1,
    }
    assert table["Peninsula"].sum() == 13 and len(joint) == 21
    before = joint[joint["date"] < "2021-03-18"]
    assert ((before["word"] == "Peninsula").sum(), len(before)) == (4, 5)
    assert before["who"].str.contains("Kim").sum() == 2
    by_day = joint.set_index("date")["word"]
    assert by_day["2021-03-16"] == "North Korea"  # Tokyo
    assert by_day["2021-03-18"] == "no such word"  # Seoul
    assert by_day["2021-05-21"] == "Peninsula"
    assert by_day["2024-10-31"] == "Peninsula"  # the next 2+2 of Washington and Seoul
    assert by_day["2025-11-13"] == "North Korea"


def test_the_word_of_a_row_stands_in_its_words():
    for text in read("denuclearization_words").itertuples():
        place = {"North Korea": r"North Korea|DPRK", "Peninsula": "Peninsula"}.get(text.word)
        if place:
            assert pd.Series(text.words).str.contains(place).item(), text
        else:
            assert "Peninsula" not in text.words and "denuclearization of" not in text.words


def test_both_words_were_heard_on_both_sides_that_day():
    day = read("denuclearization_words").query("date == '2021-03-18' and kind == 'speech'")
    assert sorted(day.query("word == 'Peninsula'")["who"].str.split(",").str[0]) == ["Austin", "Chung", "Moon"]
    assert sorted(day.query("word == 'North Korea'")["who"].str.split(",").str[0]) == ["Blinken", "Moon"]


def test_pairs_of_actors_differ_as_the_lesson_says():
    positions = read("positions")
    assert apart("Moon government", "Biden administration", positions) == (7, 8)
    assert apart("Moon government", "opposition in Seoul", positions) == (8, 8)
    assert apart("Biden administration", PRESSURE, positions) == (2, 5)
    assert apart("Biden administration", ENGAGEMENT, positions) == (2, 2)
    assert apart("opposition in Seoul", "Biden administration", positions) == (4, 8)


def test_a_strict_reader_counts_fewer_quarrels():
    strict = read("positions").query("code != 'between'")
    assert apart("Moon government", "Biden administration", strict) == (3, 3)
    assert apart("Moon government", "opposition in Seoul", strict) == (6, 6)


def test_without_later_statements_the_pressure_wing_has_only_old_ones():
    early = read("positions").query("later != 'yes'")
    assert apart("Moon government", "Biden administration", early) == (6, 7)
    assert apart("Biden administration", PRESSURE, early) == (0, 3)
    assert (early.query("actor == @PRESSURE")["date"] < "2021-01-20").all()


def test_the_opposition_presses_on_all_eight():
    assert (read("positions").query("actor == 'opposition in Seoul'")["code"] == "press").sum() == 8


def test_later_statements_are_marked():
    positions = read("positions")
    later = positions["date"] > "2021-03-18"
    assert (positions["later"].eq("yes") == later).all()
    assert later.sum() == 4


def test_the_text_of_march_is_silent_on_three_themes():
    themes = read("statement_themes").set_index("theme_id")
    assert "".join(themes["real"]) == "NMMNNMMM"
    assert "".join(themes["may"]) == "SMMSMMMM"
    assert (pd.Timestamp("2021-05-21") - pd.Timestamp("2021-03-18")).days == 64


def test_the_2_plus_2_came_after_1611_days():
    assert (pd.Timestamp("2021-03-18") - pd.Timestamp("2016-10-19")).days == 1611
