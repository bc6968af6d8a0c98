"""The list of sources: when each was read, where a copy is kept, and how a student cites it."""

import re
from urllib.parse import urlsplit

import pandas as pd
import pytest

from alliance import cards, cite, tables
from course import DATA, NAMES, TEACHING, read, texts

# Sites that keep what others published, unchanged: who reads there reads an archived copy.
ARCHIVES = r"(^|\.)archives\.gov$|^web\.archive\.org$|^webarchives?\."
STUB = "@misc{allies-at-odds-kaesong,\n  title = {Kaesong}\n}"


def test_each_source_has_the_day_on_which_it_was_read():
    sources = read("sources")
    days = pd.to_datetime(sources["read_on"], format="%Y-%m-%d")
    tomorrow = pd.Timestamp.today() + pd.Timedelta(days=1)  # where the sun rises earlier it is today
    wrong = sources.loc[~days.between("2026-11-25", tomorrow), "source_id"]
    assert wrong.tolist() == [], "write into read_on the day on which you read the page"
    later = sources.loc[sources["date"].fillna("") > sources["read_on"], "source_id"]
    assert later.tolist() == [], "read before it was published"


def test_what_was_read_in_an_archive_says_so():
    sources = read("sources")
    for source in sources.itertuples():
        if re.search(ARCHIVES, urlsplit(source.url).netloc):
            assert source.archived == source.url, f"{source.source_id}: write the address into archived too"
    for address in sources["archived"].dropna():
        assert re.search(ARCHIVES, urlsplit(address).netloc), f"{address}: is this an archive? Then add it to ARCHIVES"


@pytest.fixture
def sealed(monkeypatch):
    """Give each table an entry in BibTeX, as the seal does."""
    monkeypatch.setattr(cards, "describe", lambda name: tables.describe(name) | {"bibtex": STUB})


def entries(text: str) -> dict[str, dict[str, str]]:
    """Parse BibTeX, strictly: each field on a line of its own, braces balanced; return the fields by key."""
    found = {}
    for entry in text.strip().split("\n\n"):
        key, body = re.fullmatch(r"@misc\{([A-Za-z0-9_-]+),\n(.*)\n\}", entry, re.S).groups()
        assert key not in found, f"{key} is there twice"
        fields = [re.fullmatch(r"  (\w+) = \{(.+)\}", line) for line in body.replace("},\n", "}\n").split("\n")]
        found[key] = {field[1]: field[2] for field in fields}
        for value in found[key].values():
            depth = 0
            for sign in value:
                depth += (sign == "{") - (sign == "}")
                assert depth >= 0, f"{key}: {value}"
            assert depth == 0, f"{key}: {value}"
    return found


def test_every_table_is_cited_with_its_sources(sealed, capsys):
    known = read("sources").fillna("").set_index("source_id")
    cited = set()
    for path in DATA.glob("*.csv"):
        cite(path.stem, bibtex=True)
        found = entries(capsys.readouterr().out)
        table = read(path.stem)
        if path.stem != "sources" and "source_id" in table.columns:
            assert set(found) == {
                "allies-at-odds-kaesong",
                *table["source_id"],
                *";".join(table["also"].dropna()).split(";"),
            } - {""}
        for key in set(found) & set(known.index):
            fields, source = found[key], known.loc[key]
            assert fields["url"] == source.url
            assert fields.get("year", "") == source.date[:4]
            assert source.read_on in fields["note"]
            assert not re.search(r"(?<!\\)[&%$#_]", fields["title"] + fields["author"] + fields["note"]), key
            cited.add(key)
    assert len(cited) > 1000


def test_signs_of_latex_are_escaped(sealed, monkeypatch, capsys):
    row = {"title": r"A & B: 5% of $1_000 #2 {x} ~ ^ \ 통일", "institution": "R&D", "via": "P&Q", "date": ""}
    row |= {"url": "https://a.example/b_c?d=5%25&e#f", "read_on": "2026-11-30"}
    monkeypatch.setattr(
        cards, "_sources", lambda keys: list(pd.DataFrame([row], index=["x-1"]).itertuples()) if keys else []
    )
    monkeypatch.setattr(cards, "load", lambda name: pd.DataFrame({"source_id": ["x-1"], "also": [None]}))
    cite("kaesong", bibtex=True)
    assert entries(capsys.readouterr().out)["x-1"] == {
        "title": r"{A \& B: 5\% of \$1\_000 \#2 \textbraceleft{}x\textbraceright{} \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{} 통일}",
        "author": r"{R\&D}",
        "note": r"{Read at P\&Q on or before 2026-11-30}",
        "url": "https://a.example/b_c?d=5%25&e#f",
    }


def test_links_of_notebooks_and_kits_are_sources():
    known = set(read("sources")["url"])
    places = {f"{page.parent.name}/{page.name}": page.read_text("utf-8") for page in sorted(TEACHING.glob("*/*.md"))}
    places |= {name: "\n".join(cell.source for cell in texts(name)) for name in NAMES}
    for place, text in places.items():
        for url in re.findall(r"\]\((https?://[^)]+)\)", text):
            assert url in known, f"{place}: {url} is not in data/sources.csv"
