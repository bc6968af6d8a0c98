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


def test_prices_are_those_of_the_published_comparisons():
    prices = read("market_prices").set_index(["date", "date_precision", "place"])
    before = prices.loc[("2016-03", "late in month", "Pyongyang")]
    later = prices.loc[("2017-07", "previous month", "Pyongyang")]
    assert later["rice_kpw_per_kg"] / before["rice_kpw_per_kg"] == pytest.approx(1.12, abs=0.005)
    assert later["gasoline_kpw_per_kg"] / before["gasoline_kpw_per_kg"] == pytest.approx(2.10, abs=0.005)
    northern = prices.xs("northern provinces", level="place")["rice_kpw_per_kg"].droplevel(1)
    assert northern["2021-06-22"] / northern["2021-05-28"] == pytest.approx(1.79, abs=0.006)
    dollars = prices["kpw_per_usd"].dropna()
    assert dollars.min() == 4750 and dollars.max() == 8290


def test_cities_of_one_survey_lie_close_together():
    prices = read("market_prices").query("survey == 'Daily NK' and place != 'three-city average'")
    columns = ["rice_kpw_per_kg", "gasoline_kpw_per_kg", "kpw_per_usd"]
    surveys = prices.groupby(["date", "date_precision"])[columns]
    assert (surveys.max() / surveys.min()).max(axis=None) < 1.2
    assert prices["rice_kpw_per_kg"].dropna().between(3500, 5800).all()


def test_means_of_the_positions():
    codes = read("sanctions_positions").dropna(subset="stance_code").groupby("actor_group")["stance_code"]
    published = {
        "US_Trump": (1.2, 5), "US_Biden": (0.83, 6), "ROK_progressive": (-0.56, 9), "Europe": (1.33, 3),
        "China_Russia": (-2.0, 3), "UN": (-0.67, 3), "NGO_thinktank": (0.33, 3), "ROK_conservative": (1.33, 3),
        "ROK_US_joint": (1.0, 2), "DPRK": (-2.0, 1), "ROK_press": (1.0, 1),
    }  # fmt: skip
    counted = {group: (round(values.mean(), 2), len(values)) for group, values in codes}
    assert counted == published


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
