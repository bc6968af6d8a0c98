"""The learning check: its questions and keys have one form, its numbers are right, and its sheet computes the gain."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from course import LESSONS, TEACHING, topic
from test_prose import missing, numbers

INVENTED, ALLIES, QUESTIONS, FULL = (1, 2, 6), (3, 4), 6, 12
AT_MOST, APART = 285, 1.45  # words of a page to answer in ten minutes; how much longer one ally's best answer may be
# What the keys compute in the invented cases, from the numbers of the question.
WORKED = {
    ("01_burden_sharing", 1): ["60 / 120 * 100", "120 / 120 * 100", "150 / 120 * 100", "(150 - 60) / 60 * 100"],
    ("01_burden_sharing", 2): ["(240 - 200) / 200 * 100", "240 / (1 + 50 / 100)"],
    ("02_engagement", 1): ["2 / 10 * 100", "2 / 400 * 100"],
    ("02_engagement", 2): ["50 + 80"],
    ("03_sanctions", 1): ["(400 - 100) / 400 * 100", "(1000 - 600) / 1000 * 100", "400 - 100", "1000 - 600"],
    ("05_human_rights", 1): ["10 * 10 / 20 + 10 * 10 / 20", "14 - 10", "(14 - 10) / (20 - 10)", "14 / 20 * 100"],
    ("06_pyongyangs_record", 1): ["20 - 2", "6 + 4"],
    ("07_strategic_assumptions", 1): ["50 * 8 / 10", "50 * 2 / 10", "50 * 8 / 10 / (50 * 8 / 10 + 50 * 2 / 10)"],
    ("07_strategic_assumptions", 2): ["9 + 3", "9 / (9 + 3)", "9 / (9 + 9)"],
    ("09_what_happened_next", 1): [
        "1 - 0.8",
        "(1 - 0.8) ** 2",
        "0.8 ** 2",
        "((1 - 0.8) ** 2 + 0.8 ** 2) / 2",
        "0.5 ** 2",
    ],
    ("09_what_happened_next", 6): ["0.7 * 100", "40 / 100"],
}
# Numbers of a key that are no result: what wrong answers say, and what the test of the codes counts.
OTHERS = {("01_burden_sharing", 1): {75, 90}, ("08_two_plus_two", 1): {2, 4}}
# What a class may type: a code, the points before, the points after; and what the sheet says of the row.
CLASS = [
    ("A1", "001020", "112121", "counted"),
    ("B2", "111111", "110111", "counted"),
    ("C3", "222222", "222221", "counted"),
    ("D4", "000000", "222222", "counted"),
    ("E5", "01010 ", "111111", "left out: an entry is missing"),
    ("F6", "010103", "111111", "left out: an entry is not 0, 1 or 2"),
    ("G7", "01010x", "111111", "left out: an entry is not 0, 1 or 2"),
    ("", "010101", "111111", "left out: the code is missing"),
    ("H8", "010101", "111111", "left out: this code stands twice"),
    ("H8", "010101", "222222", "left out: this code stands twice"),
]


def page(name: str) -> tuple[dict[int, str], dict[int, list[tuple[str, ...]]], dict[int, str]]:
    """Return the questions of a check, the rows of its key (points, what earns them, a sample), and their titles."""
    text = (TEACHING / name / "check.md").read_text("utf-8")
    front, key = text.split("\n## Key\n")
    asked = re.findall(r"^(\d)\. (.+)$", front, re.M)
    parts = re.findall(r"^### (\d)\. ([^\n]+)\n(.*?)(?=^### |\Z)", key, re.M | re.S)
    rows = {int(n): re.findall(r'^\| (\d) \| (.+) \| "(.+)" \|$', part, re.M) for n, _, part in parts}
    return {int(n): question for n, question in asked}, rows, {int(n): title for n, title, _ in parts}


@pytest.mark.parametrize("name", LESSONS)
def test_a_check_has_six_questions_and_a_key_for_each(name):
    asked, key, _ = page(name)
    assert list(asked) == list(key) == list(range(1, QUESTIONS + 1))
    assert [n for n, question in asked.items() if question.startswith("Suppose ")] == list(INVENTED)
    assert all([points for points, _, _ in rows] == ["0", "1", "2"] for rows in key.values())
    front = (TEACHING / name / "check.md").read_text("utf-8").partition("<div")[0]
    assert len(front.split()) <= AT_MOST and front.count("\n____") >= 2 * QUESTIONS, "ten minutes, and room to write"


@pytest.mark.parametrize("name", LESSONS)
def test_both_allies_are_asked_and_marked_alike(name):
    """One by one, in turns from lesson to lesson, by the same words, with answers of the same weight."""
    asked, key, titles = page(name)
    first, second = ("Seoul", "Washington") if int(name[:2]) % 2 else ("Washington", "Seoul")
    assert [titles[n] for n in ALLIES] == [first, second]
    assert all(titles[n] in asked[n] and "best case" in asked[n] for n in ALLIES)
    one, other = (key[n] for n in ALLIES)
    assert [earns for _, earns, _ in one] == [earns for _, earns, _ in other]
    for (points, _, answer), (_, _, opposite) in zip(one, other, strict=True):
        short, long = sorted((len(answer.split()), len(opposite.split())))
        assert long <= max(APART * short, short + 4), f"{points} points: {short} and {long} words"


@pytest.mark.parametrize("name", LESSONS)
def test_every_number_is_given_computed_or_stands_in_the_topic(name):
    asked, key, _ = page(name)
    for n in INVENTED:
        given = set(numbers(asked[n]))
        computed = WORKED.get((name, n), [])
        assert set(numbers(" ".join(computed))) <= given | {1, 2, 100}, f"{n}: computed from other numbers"
        known = {round(float(number), 4) for number in given} | {round(eval(line), 4) for line in computed}
        said = {float(number) for _, *texts in key[n] for number in numbers(" ".join(texts))}
        known |= OTHERS.get((name, n), set())
        assert said <= known, f"{n}: {said - known}"
        best = {float(number) for number in numbers(" ".join(key[n][-1][1:]))}
        assert {round(eval(line), 4) for line in computed} & best or not computed, f"{n}: no result in the best answer"
    for n in set(asked) - set(INVENTED):
        text = " ".join([asked[n], *(part for _, *parts in key[n] for part in parts)])
        assert missing(tuple(topic(name)), text) == [], f"{n}: in no output, data file or card"


def test_the_codes_of_08_differ_as_its_key_says():
    asked, key, _ = page("08_two_plus_two")
    one, other = (codes.split(", ") for codes in re.findall(r"(?:X|order): ((?:[\w()]+, )+[\w()]+)\.", asked[1]))
    pairs = [pair for pair in zip(one, other, strict=True) if "(empty)" not in pair]
    apart = [pair for pair in pairs if pair[0] != pair[1]]
    strict = [pair for pair in apart if "partly" not in pair]
    assert key[1][2][1] == f"Both: {len(apart)}, then {len(strict)}."


@pytest.fixture(scope="module")
def computed(tmp_path_factory) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Build the sheet, type the class in, and return both sheets as LibreOffice computes them."""
    pytest.importorskip("xlsxwriter")
    import gain

    office = shutil.which("localc")
    if not office:
        pytest.skip("LibreOffice Calc is needed to compute the sheet")
    folder = tmp_path_factory.mktemp("gain")
    gain.build(folder)
    typed = folder / "typed.xlsx"
    fill(folder / "gain" / "learning_check.xlsx", typed)
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(typed)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    students = pd.read_csv(folder / "typed-points.csv", header=None, skiprows=2, names=gain_columns())
    return students, pd.read_csv(folder / "typed-class.csv", header=None, skiprows=1, names=["what", *"abc"])


def gain_columns() -> list[str]:
    """Return names for the columns of the sheet of points."""
    entries = [f"{when}{n}" for when in ("b", "a") for n in range(1, QUESTIONS + 1)]
    return ["code", *entries, "before", "after", "difference", "gain", "note"]


def fill(blank: Path, target: Path) -> None:
    """Write a copy of the sheet in which ``CLASS`` is typed."""
    cells = {}
    for row, (code, before, after, _) in enumerate(CLASS, 3):
        entries = zip("ABCDEFGHIJKLM", [code, *before, *after], strict=True)
        cells |= {f"{letter}{row}": entry for letter, entry in entries}
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            if part.endswith("sheet1.xml"):
                text = re.sub(rb'<c r="([A-M]\d+)"( s="\d+")/>', lambda cell: cell_of(cell, cells), text)
            new.writestr(part, text)


def cell_of(empty: re.Match, cells: dict[str, str]) -> bytes:
    """Return the XML of a cell with what is typed into it."""
    name, form = (group.decode() for group in empty.groups())
    typed = cells.get(name, "").strip()
    if not typed:
        return empty.group()
    value = f"><v>{typed}</v>" if typed.isdigit() else f' t="inlineStr"><is><t>{typed}</t></is>'
    return f'<c r="{name}"{form}{value}</c>'.encode()


def test_the_sheet_says_which_rows_it_leaves_out(computed):
    students, _ = computed
    said = students["note"].fillna("")
    assert list(said[: len(CLASS)]) == [note for *_, note in CLASS]
    assert len(students) == 60 and not said[len(CLASS) :].any(), "a row that nobody filled is no mistake"
    assert students.loc[said != "counted", ["before", "after", "difference", "gain"]].isna().all(axis=None)


def test_the_sheet_computes_what_pandas_computes(computed):
    students, summary = computed
    good = pd.DataFrame([[*map(int, before + after)] for _, before, after, note in CLASS if note == "counted"])
    before, after = good.loc[:, :5].sum(axis=1), good.loc[:, 6:].sum(axis=1)
    rows = students[students["note"] == "counted"]
    assert list(rows["before"]) == list(before) and list(rows["after"]) == list(after)
    assert list(rows["difference"].astype(float)) == list(after - before)
    missed = FULL - before
    expected = ((after - before) / missed.where(missed > 0)).round(6).astype(object).where(missed > 0, "none")
    assert [value if value == "none" else round(float(value), 6) for value in rows["gain"]] == list(expected)
    n, spread = len(good), (after - before).std()
    known = dict(zip(summary["what"][:8], summary["a"][:8].astype(float), strict=True))
    assert known == pytest.approx(
        {
            "students counted": n,
            "rows left out": len(CLASS) - n,
            "mean before": before.mean(),
            "mean after": after.mean(),
            "mean difference": (after - before).mean(),
            "uncertain by, either way (95 percent)": 3.182446 * spread / n**0.5,  # Student's t, 3 degrees of freedom
            "normalised gain of the class": (after.mean() - before.mean()) / (FULL - before.mean()),
            "share who rose": (after > before).mean(),
        }
    )
    questions = summary.iloc[-QUESTIONS:].astype(float)
    assert list(questions["a"]) == pytest.approx(list(good.loc[:, :5].mean()))
    assert list(questions["b"]) == pytest.approx(list(good.loc[:, 6:].mean()))
    assert list(questions["c"]) == pytest.approx(list(questions["b"] - questions["a"]))


def test_the_page_on_the_check_says_what_it_cannot_show():
    text = (TEACHING / "learning_check.md").read_text("utf-8")
    assert len(text.split()) < 500
    assert "unproven until a class has used it" in text and "It cannot show" in text
