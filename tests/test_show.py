"""What the page shows: charts of any size, tables that can be read, cards, feedback, hints and solutions."""

import io
import os
import random
import re
import warnings

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from matplotlib import font_manager
from matplotlib.figure import Figure
from PIL import Image

from alliance import charts, check, checks, frames, hint, solution

SYSTEMS = ["agg", "svg", "pdf", "module://matplotlib_inline.backend_inline"]
HANGUL, HANJA, KANA = "개성공단", "統一部", "ひらがな"


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_chart_of_any_size_is_drawn(system, monkeypatch):
    chance = random.Random(system)
    before = plt.get_backend()
    plt.switch_backend(system)
    for _ in range(20):
        dots = chance.choice([72, 96, 100, 110, 150, chance.uniform(50, 200)])
        width, height = (round(chance.uniform(1, 12), chance.choice([0, 1, 2, 6])) for _ in "xy")
        monkeypatch.setattr(charts, "DOTS_PER_INCH", dots)
        fig = plt.figure(figsize=(width, height), dpi=chance.choice([72, 96, 130]))
        fig.text(0.1, 0.5, chance.choice([*["Trade"] * 9, HANGUL]))
        picture = Image.open(io.BytesIO(charts.as_png(fig)))
        plt.close(fig)
        assert picture.size == pytest.approx((width * dots, height * dots), abs=1), (width, height, dots)
    plt.switch_backend(before)


def lettered(words, ticks=("a", "b")):
    fig, ax = plt.subplots()
    ax.bar(ticks, [1, 2], label=words)
    ax.set_title(words, loc="left", weight="bold")
    ax.set_ylabel(words)
    ax.legend()
    return fig


@pytest.fixture
def no_font(monkeypatch):
    """Take away all fonts but the one that comes with matplotlib; give those that are there."""
    manager = font_manager.fontManager
    there = [font.fname for font in manager.ttflist if font.name in charts.FONTS]
    monkeypatch.setattr(manager, "ttflist", [font for font in manager.ttflist if font.name.startswith("DejaVu")])
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    return there


@pytest.mark.parametrize(("words", "others"), [(HANGUL, "남북교역"), (HANJA, "外交部"), (KANA, "かたかな")])
def test_korean_chinese_and_japanese_words_are_drawn(words, others, capsys, recwarn):
    if not {font.name for font in font_manager.fontManager.ttflist} & set(charts.FONTS):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("A font such as fonts-noto-cjk is not installed.")
    charted = [lettered(words), lettered(others), lettered("a", [words, "b"]), lettered("a", [others, "b"])]
    assert len(set(map(charts.as_png, charted))) == 4, "boxes look the same"
    assert not capsys.readouterr().out and not recwarn.list
    plt.close("all")


def test_one_sentence_says_which_font_is_missing(no_font, capsys, recwarn):
    assert charts.as_png(lettered(HANGUL)).startswith(b"\x89PNG")
    said = " ".join(capsys.readouterr().out.split())
    assert re.match(f"No font here has the letter [{HANGUL}]. For Korean, Chinese and Japanese install Noto Sans", said)
    assert said.count("No font") == 1 and not recwarn.list
    plt.close("all")


def test_a_font_that_is_new_on_the_computer_is_found(no_font, monkeypatch, capsys, tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [*no_font, str(tmp_path / "broken.ttf")])
    charts.as_png(lettered(HANGUL))
    assert bool(capsys.readouterr().out) == (not no_font)
    plt.close("all")


def test_a_chart_without_such_words_is_drawn_once(monkeypatch):
    drawn = []
    monkeypatch.setattr(Figure, "draw", lambda self, renderer: drawn.append(self))
    charts.as_png(lettered("Trade fell by 5 %"))
    assert len(drawn) == 1
    plt.close("all")


def test_other_warnings_reach_the_reader(monkeypatch):
    monkeypatch.setattr(Figure, "draw", lambda self, renderer: warnings.warn("Too many ticks", stacklevel=1))
    with pytest.warns(UserWarning, match="Too many ticks"):
        charts.as_png(lettered("Trade fell"))
    plt.close("all")


def test_the_title_stands_in_front_of_the_description():
    fig, ax = plt.subplots()
    assert charts.title_of(fig) == ""
    ax.set_title("Trade fell\nby half", loc="left")
    assert charts.title_of(fig) == "Trade fell by half."
    fig.suptitle("Did trade fall?")
    assert charts.title_of(fig) == "Did trade fall?"
    plt.close("all")


@pytest.fixture
def table():
    columns = {"date": ["2020-06-04", "2020-06-16"], "event": ["a <warning> " * 8, "an explosion"], "days": [0, 12]}
    return pd.DataFrame(columns)


def test_a_table_says_what_it_is_and_is_not_broken(table):
    page = frames.page(table)
    assert ">Table: 2 rows, 3 columns (date, event, days)</caption>" in page
    assert page.count('scope="col"') == 3 and 'scope="row"' not in page, "an index that only counts is left out"
    assert 'text-align: left; white-space: nowrap">2020-06-04' in page
    assert 'text-align: left; min-width: 16em">a &lt;warning&gt;' in page
    assert 'text-align: right; white-space: nowrap">12' in page


def test_an_index_that_says_something_stays(table):
    page = frames.page(table.set_index("date"))
    assert 'scope="col">date</th>' in page and 'scope="row">2020-06-04' in page
    page = frames.page(pd.crosstab(table["date"], table["days"]))
    assert "date \\ days</th>" in page and "<th></th>" not in page


def test_tables_of_any_kind_are_shown():
    odd = pd.DataFrame({"a": [None, "\x01", 1.5]})
    wide = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_product([["x"], ["y", "z"]]))
    long = pd.DataFrame({"year": range(200)})
    for frame in (odd, wide, long, long.head(0), pd.DataFrame(), pd.DataFrame(index=[1])):
        assert "<table" in frames.page(frame)
    assert frames.page(long).count("<tr") < 70


def test_jupyter_shows_tables_so(table, monkeypatch):
    shell = InteractiveShell()
    monkeypatch.setattr(frames, "get_ipython", lambda: shell)
    frames.register()
    data, _ = shell.display_formatter.format(table)
    assert data["text/html"] == frames.page(table)
    assert data["text/plain"] == repr(table)
    monkeypatch.setattr(frames, "get_ipython", lambda: None)
    frames.register()


@pytest.fixture
def shown(monkeypatch):
    """Collect what ``check`` displays."""
    outputs = []
    monkeypatch.setattr(checks, "display", lambda data, raw: outputs.append(data))
    return outputs


def test_a_reply_shows_at_a_glance_what_it_is(shown):
    for answer, mark, edge in [(..., "…", "#767676"), (-1, "✗", "#B34700"), ("text", "✗", "#B34700")]:
        check("2.1", answer)
        assert shown[-1]["text/plain"].startswith(f"Exercise 2.1: {mark} not ")
        assert f"<strong>{mark} Exercise 2.1: not " in shown[-1]["text/html"]
        assert edge in shown[-1]["text/html"]


def test_hints_come_one_by_one(capsys, monkeypatch):
    monkeypatch.setattr(checks, "_hints_given", checks.Counter())
    number = len(checks.exercises("2.1")["2.1"].hints)
    for _ in range(number + 1):
        hint("2.1")
    said = capsys.readouterr().out
    spoken = " ".join(said.split())
    assert re.findall(r"hint (\d) of", said) == [*map(str, range(1, number + 1)), str(number)]
    assert spoken.count("It is the last one.") == 2
    assert max(map(len, said.splitlines())) < 80


def test_a_solution_is_printed_to_be_copied(capsys):
    solution("2.1")
    said = capsys.readouterr().out
    assert said.splitlines()[1] == "# Solution 2.1"
    assert 'check("2.1", answer_2_1)  # 21.7' in said.splitlines()
    compile(said, "solution", "exec")


def test_help_for_an_unknown_exercise_names_the_known(capsys):
    for give in (hint, solution):
        give("2.99")
        assert 'There is no exercise "2.99". This topic has 2.1, 2.2' in capsys.readouterr().out
        for odd in ("99.1", "", None, 2):
            give(odd)
            assert "There is no exercise" in capsys.readouterr().out
