"""What was checked by a person is sealed: a changed table or fact in a text is noticed, whatever is refreshed."""

import json
import re
import shutil

import pytest

import refresh
import seal
from copies import commit
from course import DATA, ROOT
from test_data import problems


def test_every_table_is_as_it_was_sealed():
    assert seal.changed_tables() == [], "look at what tests/seal.py shows, then seal it"


def test_every_text_is_as_it_was_sealed():
    assert seal.changed_texts() == [], "a number, date, name, quotation or link has changed: see tests/seal.py"
    assert list(seal.sealed()) == seal.texts(), "tests/sealed.csv: one row for each text"


def test_every_table_has_its_version_and_its_entry_in_bibtex():
    for file, entry in seal.tables().items():
        assert tuple(map(int, entry["version"].split("."))) <= tuple(map(int, seal.package()["version"].split(".")))
        year = re.search(r"year = \{(\d+)\}", entry["bibtex"]).group(1)
        assert entry["bibtex"] == seal.bibtex(entry, entry["version"], int(year)), file


def test_frictionless_checks_the_hash(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    file = tmp_path / "data" / "kaesong.csv"
    file.write_text(file.read_text("utf-8").replace("6013", "6014"), encoding="utf-8", newline="\n")
    assert any("hash" in problem for problem in problems(tmp_path / "data", "kaesong", "sources"))


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Return a copy of data and tests with a history of one commit, in which a seal may be broken."""
    for folder in ("data", "tests"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "CITATION.cff", tmp_path)
    commit(tmp_path)
    monkeypatch.setattr(seal, "ROOT", tmp_path)
    monkeypatch.setattr(seal, "DESCRIPTOR", tmp_path / "data" / "datapackage.json")
    monkeypatch.setattr(seal, "SEALED", tmp_path / "tests" / "sealed.csv")
    monkeypatch.setattr(seal, "texts", lambda: ["data/datapackage.json"])
    return tmp_path


def test_a_changed_table_is_shown_and_sealed_only_by_its_name(copy, capsys):
    file = copy / "data" / "kaesong.csv"
    file.write_text(file.read_text("utf-8").replace("6013", "6014"), encoding="utf-8", newline="\n")
    seal.main([])
    shown = capsys.readouterr().out
    assert "data/kaesong.csv" in shown and re.search(r"^\+2005,18,14.91,6014,", shown, re.M)
    assert seal.changed_tables() == ["data/kaesong.csv"]
    seal.main(["kumgang"])
    assert seal.changed_tables() == ["data/kaesong.csv"]
    seal.main(["kaesong"])
    assert seal.changed_tables() == []
    assert "Sealed: data/kaesong.csv" in capsys.readouterr().out
    seal.main([])
    assert capsys.readouterr().out == "All is as it was sealed.\n"


def test_what_is_sealed_keeps_the_rest_of_the_descriptor(copy):
    before = (copy / "data" / "datapackage.json").read_text("utf-8")
    seal.main(["all"])
    assert (copy / "data" / "datapackage.json").read_text("utf-8") == before


def test_what_reads_a_sealed_table_is_named():
    said = seal.advice(["data/kumgang.csv", "notebooks/00_start_here.ipynb", "README.md"])
    assert "refresh.py 02_engagement_further" in said and "00_start_here" in said and "05_human" not in said


def test_an_unknown_name_is_named():
    with pytest.raises(SystemExit, match="no table and no text kesong"):
        seal.main(["kesong"])


def test_refresh_stops_at_a_table_that_changed(copy):
    file = copy / "data" / "kaesong.csv"
    file.write_text(file.read_text("utf-8").replace("6013", "6014"), encoding="utf-8", newline="\n")
    with pytest.raises(SystemExit, match=r"data/kaesong\.csv.*tests/seal\.py"):
        refresh.main(["00_start_here"])


TEXT = 'In 2016, Seoul closed it: "a heart-wrenching decision" [Yonhap](https://a.kr/1). It did not reopen; 46 died.'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("2016", "2017"), ("Seoul", "Washington"), ("46", "45"), ("did not", "did"), ("wrenching", "breaking")),
        *(("a.kr/1", "a.kr/2"), ("Yonhap", "KBS"), ("46 died", "45 died")),
    ],
)
def test_a_changed_fact_breaks_the_seal(old, new):
    assert seal.FACT.findall(TEXT) != seal.FACT.findall(TEXT.replace(old, new))


def test_words_may_be_changed_without_a_new_seal():
    assert seal.FACT.findall(TEXT) == seal.FACT.findall(TEXT.replace("closed it", "had it shut, by surprise"))


def test_the_descriptor_is_written_as_json_is_everywhere_here():
    text = seal.DESCRIPTOR.read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
