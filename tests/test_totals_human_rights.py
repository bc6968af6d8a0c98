"""The tables of the human rights notebook against published totals: each test fails when a digit is changed."""

import pandas as pd
import pytest

from course import read

SPEAKERS = {
    "us_congress": r"^Rep\.",
    "us_executive": "^U.S. State Department",
    "us_think_tank": "Cato",
    "un": "Ojea Quintana|UN Commission",
    "uk_eu_canada": "^Lord |Canada|Czech",
    "dprk": "^Kim Yo Jong|Korean Central News Agency",
    "rok_court": "Constitutional Court",
    "rok_state_body": "National Human Rights Commission",
    "rok_government_moon": "^President Moon|^Kang|^Ministry",
    "rok_government_yoon": "Unification Minister",
    "rok_democratic_party": "^Song|^Lee Nak-yon|^Park Jeung",
    "rok_conservative_party": r"\(People Power Party\)$",
    "border_residents_local_gov": "^Association of mayors|border residents|Governor of",
    "ngo": "Human Rights Watch|NGOs|HRNK",
    "defector_activists": "defector who|Fighters for a Free",
}


def days(first: str, last: str) -> int:
    dates = read("leaflet_events").set_index("event_id")["date"]
    return (pd.Timestamp(dates[last]) - pd.Timestamp(dates[first])).days


def test_events_stand_in_order_and_at_the_published_distances():
    events = read("leaflet_events")
    months = events["date"].str[:7]
    assert months.is_monotonic_increasing
    assert sorted(events["event_id"]) == [f"LE{number:02d}" for number in range(1, 66)]
    assert days("LE09", "LE14") == 12  # warning, explosion
    assert days("LE09", "LE22") == 193  # vote
    assert days("LE09", "LE28") == 299  # in force
    assert days("LE22", "LE29") == 122  # hearing in Congress
    assert days("LE28", "LE36") == 910  # struck down
    assert days("LE22", "LE36") == 1016
    assert days("LE25", "LE26") == 19  # one sentence, used twice


def test_launches_and_police_action_add_up():
    counts = read("leaflet_counts").set_index(["measure", "period_start"])["value"]
    table = read("leaflet_counts")
    of_leaflets = table["measure"].str.startswith("leaflets")
    of_launches = table["measure"].str.startswith("launches")
    assert (table["unit"].eq("leaflets") == of_leaflets).all() and (table["unit"].eq("launches") == of_launches).all()
    assert (table["unit"].eq("cases") == table["measure"].eq("police_restraint")).all()
    stopped = counts["police_restraint"]
    assert stopped.sum() == 12
    assert stopped.drop("2018-01").sum() == 11
    known = counts["launches", "2010-01"] - counts["launches_without_leaflet_count", "2010-01"]
    assert counts["leaflets", "2010-01"] / known == pytest.approx(249_857, abs=1)
    presidents = counts[["launches_park_government", "launches_moon_government", "launches_yoon_government"]]
    assert presidents.tolist() == [38, 16, 12]
    assert counts["leaflets_park_government"].item() + counts["leaflets_moon_government"].item() == 16_109_000
    assert counts["leaflets_total"].item() == 16_220_000
    assert counts["launches_with_leaflets"].item() == 64
    assert counts["launches_total"].item() == 75


def test_trash_balloons_add_up_to_the_published_places():
    waves = read("trash_balloons")
    assert waves["places_found"].sum() == 3359
    assert waves.loc[waves["wave_last"] <= 4, "places_found"].sum() - 397 + 346 == 778  # the first report of four waves
    assert (waves["wave_first"].to_numpy()[1:] == waves["wave_last"].to_numpy()[:-1] + 1).all()
    assert (waves["date_start"] <= waves["date_end"]).all()


def test_polls_are_shares_of_the_persons_asked():
    polls = read("leaflet_polls").set_index("poll_id")
    both = polls["support_restriction_pct"] + polls["oppose_restriction_pct"]
    assert both.dropna().between(85, 95.5).all()
    assert polls["pollster"].value_counts()[["Realmeter", "Gallup Korea"]].tolist() == [7, 4]
    assert polls.groupby("source_id")["pollster"].nunique().eq(1).all()
    published = polls.dropna(subset=["margin_pts"])
    half = 0.98 / published["n"] ** 0.5 * 100  # the margin of one share at 50 percent
    assert (half - published["margin_pts"]).abs().max() < 0.05
    assert len(published) == 4
    rest = (100 - both)[["LP01", "LP02", "LP08", "LP09"]]
    assert rest.round(1).tolist() == [10.0, 8.9, 11.0, 14.0]  # the published share of "don't know"
    wording = polls["support_restriction_pct"]["LP11"] - polls["support_restriction_pct"]["LP02"]
    assert wording == pytest.approx(11.5)


def test_votes_are_those_of_the_bodies():
    texts = read("un_rights_resolutions")
    votes = texts[texts["adopted_by"] == "vote"]
    cast = votes["yes"] + votes["no"] + votes["abstain"]
    assert cast[votes["body"] == "CHR"].le(53).all()
    assert cast[votes["body"] == "HRC"].between(43, 47).all()
    assert cast[votes["body"] == "UNGA"].between(167, 193).all()
    assert texts.loc[texts["adopted_by"] == "consensus", ["yes", "no", "abstain"]].isna().all().all()
    plenary = texts[texts["stage"] == "plenary"].set_index("year")
    share = plenary["yes"] / (plenary["yes"] + plenary["no"] + plenary["abstain"]) * 100
    assert share[[2005, 2011, 2015]].round(1).tolist() == [52.1, 64.7, 64.0]
    committee = texts[texts["stage"] == "third_committee"].set_index("year")
    more = (plenary["yes"] - committee["yes"]).dropna()
    assert more.mean() == pytest.approx(4.7, abs=0.05)
    assert [more.min(), more.max(), len(more)] == [-1, 11, 7]


def test_names_are_missing_in_the_published_years():
    texts = read("un_rights_resolutions")

    def missing(bodies: list[str], column: str) -> list[int]:
        return sorted(set(texts.loc[texts["body"].isin(bodies) & (texts[column] == "no"), "year"]))

    assert missing(["UNGA"], "rok_cosponsor") == [2005, 2006, 2007, 2019, 2020, 2021]
    assert missing(["HRC"], "rok_cosponsor") == [2008, 2019, 2020, 2021, 2022]
    assert missing(["CHR"], "rok_cosponsor") == [2003, 2004, 2005]
    assert missing(["HRC", "UNGA"], "us_cosponsor") == [2019, 2020]
    assert not (texts["rok_position"] == "no").any()
    assert texts.groupby(["body", "year"])["rok_cosponsor"].nunique().le(1).all()
    assert texts.query("us_cosponsor == 'yes' and body == 'UNGA' and stage == 'plenary'")["year"].tolist() == [
        *range(2005, 2010), 2012, 2019, 2024,
    ]  # fmt: skip


def test_posts_were_empty_for_the_published_months():
    posts = read("rights_posts").set_index("spell_id")
    start, end = (pd.to_datetime(posts[edge], format="ISO8601") for edge in ("start", "end"))
    months = (end.dt.year - start.dt.year) * 12 + end.dt.month - start.dt.month
    assert months[["HP04", "HP08", "HP11"]].tolist() == [81, 58, 98]
    assert start["HP04"] < start["HP08"] and end["HP08"] < end["HP04"]
    for _, spells in posts.groupby("post"):
        assert (spells["start"].to_numpy()[1:] == spells["end"].to_numpy()[:-1]).all()
        assert spells["end_is_open"].tolist() == ["no"] * (len(spells) - 1) + ["yes"]
    assert posts.loc[posts["note"].str.contains("still vacant", na=False), "end_is_open"].eq("yes").all()
    holders = ["Jay Lefkowitz", "Robert King", "Julie Turner", "Lee Jung-hoon", "Lee Shin-hwa"]
    assert posts["holder"].dropna().tolist() == holders
    assert posts["holder"].notna().equals(posts["spell_type"] == "filled")
    assert posts["country"].eq("USA").equals(posts["post"].str.startswith("Special Envoy"))


def test_arrivals_add_up():
    arrivals = read("arrivals").set_index("period")
    assert (arrivals["men"] + arrivals["women"] == arrivals["total"]).all()
    assert arrivals.loc[:"2022", ["men", "women", "total"]].sum().tolist() == [9510, 24372, 33882]
    assert arrivals.loc[:"2011", "total"].sum() == 23_106
    assert arrivals.loc["2023":, "total"].tolist() == [196, 236, 223]
    assert arrivals.loc["2023":, "men"].tolist() == [32, 26, 25]
    years = arrivals.dropna(subset="year")
    assert (years["year"].astype(int).astype(str) == years.index).all()


def test_stances_are_counted_as_published():
    statements = read("law_reactions").merge(read("law_reaction_codes"), on="statement_id", validate="1:1")
    assert len(statements) == 44
    assert statements["date"].is_monotonic_increasing
    assert statements["stance"].mean() == pytest.approx(-0.16, abs=0.005)
    assert statements.loc[statements["confidence"] != "low", "stance"].mean() == pytest.approx(-0.12, abs=0.005)
    means = statements.groupby("actor_group")["stance"].mean().round(1)
    assert means[["us_congress", "us_executive", "uk_eu_canada", "un"]].tolist() == [-1.4, -1.0, -0.7, -0.5]
    for group in ("rok_government_moon", "rok_democratic_party", "border_residents_local_gov", "dprk"):
        assert means[group] == 2
    for group, name in SPEAKERS.items():
        assert statements["actor"].str.contains(name).equals(statements["actor_group"] == group), group
    assert (statements.loc[statements["words_original"].notna(), "kind"] == "quotation").all()
    assert (statements["kind"] == "paraphrase").sum() == 12
    for group in ("ngo", "defector_activists", "rok_conservative_party", "rok_government_yoon", "rok_court"):
        assert means[group] == -2
