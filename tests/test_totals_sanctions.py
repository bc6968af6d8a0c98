"""The tables of the sanctions notebook against published totals and each other: a changed digit makes a test fail."""

import pandas as pd
import pytest

from course import read

LEVELS = {"none": 0, "limited": 1, "capped": 2, "banned": 3}


def resolutions() -> pd.DataFrame:
    return read("unsc_resolutions").set_index("text")


def test_all_members_voted():
    votes = resolutions()
    assert (votes[["votes_for", "votes_against", "abstentions"]].sum(axis=1) == 15).all()
    adopted = votes[votes["outcome"] == "adopted"]
    assert len(adopted) == 11  # as the North's foreign minister counted in 2019
    assert (adopted["votes_for"] == 15).all()
    assert votes["vetoed_by"].notna().equals(votes["outcome"] == "vetoed")
    vetoes = votes["vetoed_by"].dropna().str.split(";")
    assert set(vetoes.explode()) == {"China", "Russia"}
    assert vetoes.str.len().equals(votes.loc[vetoes.index, "votes_against"])


def test_days_from_test_to_vote():
    texts = resolutions()
    days = (pd.to_datetime(texts["date"]) - pd.to_datetime(texts["trigger_date"])).dt.days
    published = {"1718": 5, "1874": 18, "2094": 23, "2270": 56, "2321": 82, "2375": 8}  # the six nuclear tests
    assert days[list(published)].to_dict() == published
    assert days.dropna().sum() == 337


def test_nuclear_tests_are_triggers():
    assert set(read("nuclear_tests")["date"]) <= set(resolutions()["trigger_date"])


def test_caps_are_those_of_the_words():
    texts = resolutions()
    wordings = {"2375": ["2,000,000 a year"], "2397": ["4,000,000 barrels", "500,000 barrels"]}
    wordings["draft of May 2022"] = ["3,000,000 barrels", "375,000 barrels"]
    for text, parts in wordings.items():
        caps = texts.loc[text, ["crude_oil_cap_barrels", "refined_oil_cap_barrels"]].dropna()
        assert [f"{cap:,.0f}" for cap in caps] == [part.split()[0] for part in parts]
        assert all(part in texts.loc[text, "main_measures"] for part in parts), text
    assert texts["refined_oil_cap_barrels"].notna().sum() == 3
    assert texts["crude_oil_cap_barrels"].notna().sum() == 2


def test_rules_on_sectors_only_grow():
    table = resolutions().query("outcome == 'adopted'").loc[:, "coal":"refined_oil"].map(LEVELS.get)
    new = table.where(table > 0)
    assert (new.ffill().fillna(0) == table.cummax()).all(axis=None)
    assert new.count().to_dict() == {
        "coal": 3, "iron": 2, "statues": 1, "seafood": 1, "textiles": 1,
        "machinery": 1, "overseas_workers": 3, "crude_oil": 2, "refined_oil": 2,
    }  # fmt: skip
    assert table.cummax().loc["2397"].to_list() == [3, 3, 3, 3, 3, 3, 3, 2, 2]


def test_trade_with_china_is_the_sum_of_its_directions():
    trade = read("china_trade_annual").dropna(subset=["to_dprk_musd", "from_dprk_musd"])
    gap = (trade["to_dprk_musd"] + trade["from_dprk_musd"] - trade["total_musd"]).abs()
    rounded = trade["year"].isin([2005, 2007, 2008, 2009, 2010, 2012, 2014, 2021])
    assert gap[~rounded].max() < 0.06
    assert gap[rounded].max() < 15
    assert gap[trade["value_type"].isin(["derived", "total derived"])].max() < 0.005
    trade = read("china_trade_annual")
    estimated = trade["statistical_basis"] == "KOTRA with crude estimate"
    assert (trade["crude_estimate"].eq("yes") == estimated).all()
    split = trade["statistical_basis"].str.contains("split derived")
    assert (trade["value_type"].eq("split derived") == split).all()
    assert set(trade.loc[trade["year"] < 2005, "statistical_basis"].str.split(" via ").str[0]) == {"Chinese customs"}
    assert (read("china_trade_annual").query("preferred == 'yes'")["year"].to_list()) == list(range(2000, 2025))


def test_changes_are_those_published():
    trade = read("china_trade_annual").query("preferred == 'yes'").set_index("year")
    change = {column: (trade[column] / trade[column].shift() - 1) * 100 for column in trade.filter(like="_musd")}
    assert change["from_dprk_musd"][2018] == pytest.approx(-87.7, abs=0.05)
    assert change["to_dprk_musd"][2018] == pytest.approx(-31.6, abs=0.05)
    assert change["to_dprk_musd"][2022] == pytest.approx(244, abs=0.05)
    assert change["from_dprk_musd"][2022] == pytest.approx(131, abs=0.2)
    assert change["total_musd"][2020] == pytest.approx(-80.7, abs=0.05)


def test_crude_oil_is_what_the_versions_differ_by():
    trade = read("china_trade_annual").set_index(["year", "crude_estimate", "preferred"])["total_musd"]
    for year, gap in {2020: 222, 2022: 505, 2023: 426}.items():
        assert trade[year, "yes", "no"] - trade[year, "no", "yes"] == pytest.approx(gap, abs=0.8)
    assert trade[2015, "yes", "no"] - trade[2015, "no", "yes"] == 280


def test_kotra_counts_china_as_the_share_says():
    china = read("china_trade_annual").query("crude_estimate == 'yes'").set_index("year")["total_musd"]
    world = read("dprk_trade").set_index("year")
    for year in china.index:
        share = china[year] / world.loc[year, "total_musd"] * 100
        assert share == pytest.approx(world.loc[year, "china_share_pct"], abs=0.25), year


def test_months_add_up_to_their_year():
    months = read("china_trade_monthly").set_index("month")
    year = months.loc["2020-01":"2020-12"]
    assert year["to_dprk_musd"].sum() == pytest.approx(491.05, abs=0.006)
    assert year["from_dprk_musd"].sum() + 10.67 == pytest.approx(47.97, abs=0.006)
    assert months.loc["2021-01":"2021-12", "to_dprk_musd"].sum() == pytest.approx(261.3, abs=0.06)
    assert months["to_dprk_musd"].idxmin() == "2021-02"
    assert months.loc["2019-01":"2019-12", "to_dprk_musd"].mean() == pytest.approx(211.4, abs=0.05)
    gap = (months["to_dprk_musd"] + months["from_dprk_musd"] - months["total_musd"]).dropna().abs()
    assert gap.drop("2019-04").max() < 0.2


def test_codes_of_the_positions_are_counted_as_published():
    positions = read("sanctions_positions")
    assert (len(positions), positions["sanctions_code"].count(), positions["hardship_code"].count()) == (47, 38, 12)
    counted = positions.groupby("actor_group")["sanctions_code"].value_counts()
    assert counted["ROK_progressive"].to_dict() == {"exchange": 3, "flexible": 3, "review": 3, "stage": 1}
    assert counted["US_Trump"].to_dict() == {"exchange": 2, "stage": 2, "keep": 1}
    assert counted["US_Biden"].to_dict() == {"keep": 3, "review": 2}
    assert positions.groupby("actor")["actor_group"].nunique().max() == 1
    americans = positions[positions["actor_group"].str.startswith("US_")]
    assert americans["actor_group"].eq("US_Biden").equals(americans["date"] >= "2021-01-19")  # the nominee's hearing
    others = positions["actor_group"].value_counts().drop(["US_Trump", "US_Biden", "ROK_progressive"])
    assert others[["ROK_conservative", "NGO_thinktank"]].tolist() == [7, 4] and others.sum() == 25
    blamed = positions.groupby("hardship_code")["statement_id"].agg(list).to_dict()
    assert blamed["both"] == ["SP21"]
    assert blamed["north"] == ["SP27", "SP28", "SP30", "SP31", "SP39"]


def test_a_word_of_a_quotation_has_its_code():
    """Where a quotation has one of these words, its code is the one that the printed rule gives it."""
    quotes = read("sanctions_positions").dropna(subset=["quote", "sanctions_code"])
    for word, code in {"flexibl": "flexible", "exceptions": "flexible", "evaluat": "review", "review": "review",
                       "only then": "stage", "until": "stage", "phased": "exchange", "full implementation": "keep",
                       "enforce": "keep"}.items():  # fmt: skip
        found = quotes.loc[quotes["quote"].str.contains(word), "sanctions_code"]
        assert set(found) == {code}, word


def test_quotations_are_short_and_hold_their_words():
    for text in [*read("sanctions_positions")["quote"].dropna(), *read("sanctions_quotations")["source_words"]]:
        assert len(text.replace("...", "").split()) <= 30, text


def test_relief_names_sectors_that_were_touched():
    relief = read("relief_proposals").set_index("proposal")
    sectors = list(resolutions().loc[:, "coal":"refined_oil"])
    assert list(relief.loc[:, "coal":"refined_oil"]) == sectors
    named = relief[sectors].notna().sum(axis=1)
    assert named.to_list() == [9, 4, 0, 0, 5]
    assert relief["rail_and_road"].notna().to_list() == [False, True, True, True, True]
    assert relief["what"].str.contains("rail|The list of 2019").equals(relief["rail_and_road"].notna())
    draft = relief.loc["China and Russia, draft"]
    lifted = draft["what"].split("exempt")[0]
    assert [name for name in sectors if name.split("_")[-1] in lifted] == list(draft[sectors].dropna().index)


def test_missiles_by_year():
    missiles = read("missile_tests").set_index("year")["missiles"]
    assert missiles.loc[2012:2021].sum() == 129  # the count by outcome: 20 of 129 failed
    assert missiles[2019] == 27
    assert missiles[2006] == 7  # the seven launches that resolution 1695 names
    assert missiles.loc[2007:2011].to_list() == [0, 0, 5 + 2 + 1, 0, 0]  # short, medium range, one space rocket
    assert missiles[2022] - 40 == 21 + 2 + 2 + 3 + 1  # 40 have no class in the file
    assert missiles[2023] - 10 == 15 + 5 + 3


def test_meetings_are_in_order():
    meetings = read("summits")
    whole = meetings["end_date"].notna()
    assert (meetings.loc[whole, "start_date"] <= meetings.loc[whole, "end_date"]).all()
    assert meetings["start_date"].str[:4].is_monotonic_increasing
    counted = meetings.query("start_date > '2018' and start_date < '2020'")["pair"].value_counts()
    assert counted.to_dict() == {"China-DPRK": 5, "inter-Korean": 3, "US-DPRK": 3, "Russia-DPRK": 1}
