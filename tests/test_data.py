"""The tables: described, traceable to a source, and right where they can be checked against each other."""

import csv
import json
import re
import shutil

import pytest
from frictionless import Package

from course import DATA, NAMES, NOTEBOOKS, PACKAGE, ROOT, TABLES, TEACHING, code, examined, read, texts
from refresh import claims_page, codebook

# Sites that carry what others wrote.
COPIES = ("blogspot", "docslib", "everycrsreport", "globalr2p", "heinonline", "kcnawatch", "readkong", "reliefweb")
COPIES += ("right-docs", "scribd", "webarchive", "web.archive", "zum.com", "zumst.com")
DAYS = ["as_of", "date", "date_start", "field_start", "published", "resolved_on", "start_date", "trigger_date", "year"]
# Texts that announce what their row dates: sums, plans, visits and exercises to come, a law not yet in force.
# Two are dated in Washington, where it was still the day before, and one tells why nothing came by the deadline.
ANNOUNCE = {
    "bur-S05",
    "bur-S06",
    "bur-S17",
    "bur-S18",
    "bur-S19",
    "hri-tjwg20201230",
    "hum-KBS21D",
    "hum-NKN2012",
    "hum-UNN03",
}
ANNOUNCE |= {"pos-E12", "pos-F15", "rec-R156", "rec-R174", "rec-R181", "rec-R88", "san-P08"}
WITH_SOURCES = [
    name
    for name, table in TABLES.items()
    if name != "sources" and "source_id" in {field["name"] for field in table["schema"]["fields"]}
]


def problems(folder, *tables: str) -> list[str]:
    """Return what does not fit the descriptor, of all tables or of some: table, row, column and a sentence."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    package["resources"] = [entry for entry in package["resources"] if not tables or entry["name"] in tables]
    report = Package.from_descriptor(package, basepath=str(folder)).validate()
    found = [f"datapackage | {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            place = (getattr(error, name, "-") for name in ("row_number", "field_name"))
            found.append(" | ".join(map(str, (task.name, *place, error.message))))
    return found


def test_tables_fit_their_description():
    assert problems(DATA) == []


@pytest.mark.parametrize(
    ("table", "column", "wrong"),
    [
        ("kaesong", "production_musd", "many"),
        ("kumgang", "source_id", "no-such-source"),
        ("project_spells", "ended_by", "great"),
    ],
)
def test_damage_is_found_with_row_and_column(tmp_path, table, column, wrong):
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[3][rows[0].index(column)] = wrong
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    found = [problem for problem in problems(tmp_path / "data", table, "sources") if "hash" not in problem]
    assert len(found) == 1
    assert found[0].startswith(f"{table} | 4 | ")
    assert column in found[0]
    assert wrong in found[0]


def test_a_missing_column_is_found(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / "kumgang.csv"
    path.write_text(path.read_text("utf-8").replace("visitors", "guests", 1), encoding="utf-8")
    found = problems(tmp_path / "data", "kumgang", "sources")
    assert any("visitors" in problem and "kumgang" in problem for problem in found)


def test_codebook_is_fresh():
    assert (DATA / "README.md").read_text("utf-8") == codebook(), "data/README.md is stale: run tests/refresh.py"


def test_notes_are_sentences():
    for name, entry in TABLES.items():
        for text in [entry["description"], *entry.get("notes", [])]:
            assert text.endswith("."), f"{name}: {text}"


def test_every_file_is_described():
    assert {path.name for path in DATA.glob("*.csv")} == {entry["path"] for entry in TABLES.values()}


def test_every_table_names_its_sources():
    made_here = {"event_coding"}  # the codes of two coders; the events have their sources
    assert set(TABLES) - set(WITH_SOURCES) == {"sources"} | made_here


def test_further_sources_resolve():
    known = set(read("sources")["source_id"])
    for name in WITH_SOURCES:
        table = read(name)
        for row, cell in table["also"].dropna().items():
            unknown = set(cell.split(";")) - known
            assert not unknown, f"{name}.csv, row {row + 2}, column also: {unknown} not in sources.csv"


def test_every_source_is_used():
    used = set()
    for name in WITH_SOURCES:
        table = read(name)
        used |= set(table["source_id"]) | {key for cell in table["also"].dropna() for key in cell.split(";")}
    prose = "".join(cell.source for name in NAMES for cell in texts(name))
    prose += "".join(page.read_text("utf-8") for page in TEACHING.rglob("*.md"))
    unused = read("sources").query("source_id not in @used")
    assert [row.source_id for row in unused.itertuples() if row.url not in prose] == []


def test_no_source_is_older_than_what_it_reports():
    """Days, months or years, as exact as both are; of several sources of a row one is enough."""
    published, older = read("sources").set_index("source_id")["date"].dropna(), {}
    for name in WITH_SOURCES:
        table = read(name)
        keys = table["source_id"].str.cat(table["also"], sep=";", na_rep="").str.strip(";").str.split(";")
        for column in table.columns.intersection(DAYS):
            for row, day in table[column].dropna().astype(str).items():
                dates = published.reindex(keys[row])
                if dates.notna().all() and all(date[: len(day)] < day[: len(date)] for date in dates):
                    older[table["source_id"][row]] = f"{name}.csv, row {row + 2}, {column} {day}"
    wrong = {source: older.get(source, "not needed") for source in older.keys() ^ ANNOUNCE}
    assert wrong == {}, "a source of another row, or a text that announces? Then add it to ANNOUNCE"


def test_documents_of_state_stand_under_their_home():
    sources = read("sources").fillna("")
    for source in sources.itertuples():
        place = f"sources.csv, {source.source_id}"
        assert not re.search(r"reprint|repost|reprodu|\bcopy\b", source.institution), f"{place}: the copy stands in via"
        if re.match(r"(A|E|S)/[\w./]+\d|Resolution \d+/\d+", source.title):
            assert source.institution.startswith("United Nations"), f"{place}: {source.title} is a text of the UN"
        host = source.url.split("/")[2]
        if any(name in host for name in COPIES):
            assert source.via, f"{place}: {host} carries copies; say in via who carried it"


def test_every_table_is_used():
    loaded = "".join(cell.source for name in NAMES for cell in code(name))
    loaded += "".join(path.read_text("utf-8") for path in (NOTEBOOKS / "alliance").rglob("*.py"))
    loaded = loaded.replace('cite("', "")
    unused = [name for name in TABLES if f"/{name}.csv" not in loaded and f'"{name}"' not in loaded]
    assert unused == ["facts"], "facts.csv alone backs texts, and no code"


def test_every_claim_is_examined():
    assert set(examined()) == set(read("article_claims")["claim_id"])


def test_the_page_of_claims_is_fresh():
    page = (TEACHING / "claims.md").read_text("utf-8")
    assert page == claims_page(), "notebooks/teaching/claims.md is stale: run tests/refresh.py"
    assert len(re.findall(r"^\| CL\d\d \|", page, re.M)) == len(read("article_claims"))


def test_names_and_units_are_those_of_the_collection():
    for name, entry in TABLES.items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        for field in entry["schema"]["fields"]:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", field["name"]), f"{name}.{field['name']}"
            assert field["description"].endswith("."), f"{name}.{field['name']}"
            if field["type"] == "number":
                assert field.get("unit"), f"{name}.{field['name']} has no unit"


def test_price_changes_chain_to_the_published_index():
    change = 1 + read("prices_and_rates").set_index("year")["rok_cpi_change_pct"] / 100
    assert change.loc[2016:2018].prod() * 100 == pytest.approx(104.45, abs=0.02)  # Statistics Korea, 2015 = 100
    assert change.loc[2021:2024].prod() * 100 == pytest.approx(114.18, abs=0.02)  # Statistics Korea, 2020 = 100


def test_presidents_follow_each_other():
    table = read("terms_of_office")
    assert table["role"].eq("leader").equals(table["country"] == "DPRK")
    terms = table.query("role == 'president'")
    for _, country in terms.groupby("country"):
        assert country["start"].is_monotonic_increasing
        assert (country["end"].dropna().to_numpy() <= country["start"].iloc[1:].to_numpy()).all()
    camps = terms.groupby("camp")["person"].agg(list).to_dict()
    assert camps == {
        "conservative": ["Roh Tae-woo", "Kim Young-sam", "Lee Myung-bak", "Park Geun-hye", "Yoon Suk-yeol"],
        "progressive": ["Kim Dae-jung", "Roh Moo-hyun", "Moon Jae-in", "Lee Jae-myung"],
        "Republican": ["George H. W. Bush", "George W. Bush", "Donald Trump", "Donald Trump"],
        "Democratic": ["Bill Clinton", "Barack Obama", "Joe Biden"],
    }
    parties = terms["camp"].isin(["Republican", "Democratic"])
    assert terms["country"].eq("USA").equals(parties)


def test_licence_of_the_tables():
    assert PACKAGE["licenses"][0]["name"] == "CC-BY-4.0"
    assert (ROOT / "LICENSE-CC-BY-4.0").is_file()


@pytest.mark.parametrize("name", TABLES)
def test_each_table_has_its_origin_and_its_licence(name):
    assert TABLES[name].get("sources"), f"{name}: say in sources who made the numbers or the words"
    for licence in TABLES[name].get("licenses", [{}]):
        assert licence.get("name") in ("CC-BY-4.0", "other-pd"), f"{name} lacks a licence"
        assert licence["path"].startswith("https://")
        assert licence["name"] == "other-pd" or licence["title"].startswith("CC BY 4.0 for our "), "what of it is ours"


def test_quotations_are_not_declared_ours():
    for name, table in TABLES.items():
        columns = {field["name"] for field in table["schema"]["fields"]}
        if columns & {"quote", "quotation", "source_words"}:
            assert "quotations belong to their authors" in table["licenses"][0]["title"], name
