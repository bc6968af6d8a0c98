"""The tables of the engagement notebook against published totals: each test fails when a digit is changed."""

import pytest

from course import read


def test_trade_is_the_sum_of_its_directions_and_types():
    trade = read("inter_korean_trade").set_index("year")
    assert (trade["inbound_musd"] + trade["outbound_musd"] - trade["total_musd"]).abs().max() < 0.0025
    types = read("inter_korean_trade_by_type").groupby("year")[["inbound_musd", "outbound_musd"]].sum()
    assert (types - trade[["inbound_musd", "outbound_musd"]]).abs().max(axis=None) < 0.0035


def test_kaesong_goods_are_those_of_the_trade_table():
    kaesong = read("kaesong").set_index("year")[["border_inbound_musd", "border_outbound_musd"]]
    types = read("inter_korean_trade_by_type").query("type == 'kaesong'").set_index("year")
    assert (kaesong.to_numpy() == types[["inbound_musd", "outbound_musd"]].to_numpy()).all()


def test_foreign_trade_is_exports_and_imports():
    trade = read("dprk_trade").dropna(subset=["exports_musd", "imports_musd"])
    assert ((trade["exports_musd"] + trade["imports_musd"]) / trade["total_musd"] - 1).abs().max() < 0.002
    trade = read("dprk_trade")
    assert (trade["flag"].eq("derived") == trade["note"].str.contains("calculated|less", na=False)).all()
    vintages = {"eng-NKINFO_EC207": "ministry portal 2024", "san-T30": "press report 2025"}
    assert (trade["vintage"] == trade["source_id"].map(vintages).fillna("first published")).all()


def test_kaesong_wages_add_up_to_the_published_total():
    yearly = read("kaesong").set_index("year")["wage_bill_musd"]
    assert yearly.loc[2004:2009].sum() + 27.087 == pytest.approx(116.401, abs=0.01)  # the ministry, to July 2010


def test_kaesong_pay_fits_the_wage_bill():
    year = read("kaesong").set_index("year").loc[2015]
    assert year["wage_bill_musd"] * 1e6 / year["nk_workers"] / 12 == pytest.approx(year["avg_pay_usd_month"], rel=0.02)


def test_the_minimum_wage_rose_by_five_percent_steps():
    wage = read("kaesong").set_index("year")["min_wage_usd_month"].dropna()
    steps = {2007: 1, 2008: 2, 2009: 3, 2010: 4, 2011: 5, 2012: 6, 2014: 7, 2015: 8}
    for year, rises in steps.items():
        assert wage[year] == pytest.approx(50 * 1.05**rises, abs=0.006)


def test_workers_are_counted_at_the_end_of_the_year():
    workers = read("kaesong").dropna(subset="nk_workers").set_index("year")
    counted = workers["nk_workers_as_of"]
    years = counted.str[:4].astype(int)
    january = counted.str[5:7] == "01"
    assert (years - january == years.index).all()
    rounded = workers["nk_workers"] % 1000 == 0
    assert (workers["nk_workers_flag"].eq("rounded") == rounded).all()


def test_flags_are_those_of_the_words():
    payments = read("kumgang_payments")
    for flag in ("rounded", "upper figure"):
        assert (payments["flag"].eq(flag) == payments["what"].str.contains(flag)).all()
    said = read("harris_exchange")
    assert (said["kind"].eq("quotation") == said["words"].str.contains('"')).all()
    steps = read("engagement_proposals")
    who = {"both Koreas": "Both ", "Pyongyang": "Kim Jong Un", "Seoul and Washington": "ROK and US "}
    seoul = ("President Moon", "ROK ", "Unification Minister ", "National Assembly", "Blue House ")
    for step in steps.itertuples():
        assert step.proposer.startswith(who.get(step.proposed_by, seoul)), step


def test_kumgang_fees_add_up():
    fees = read("kumgang_payments").query("kind.str.startswith('tourism_')", engine="python")
    single = fees.query("cumulative == 'no' and period_end <= '2003-07' and period_start != '2001-06'")[
        "amount_musd"
    ].sum()
    assert single == pytest.approx(fees.query("period_end == '2003-07' and cumulative == 'yes'")["amount_musd"].item())
    governments = fees[fees["what"].str.contains("government")]["amount_musd"].sum()
    assert governments == pytest.approx(fees.query("amount_musd > 500")["amount_musd"].item(), abs=1)
    assert fees["amount_musd"].iloc[0] == 6 * 25 + 7 * 8  # the contract's monthly sums of 1998-99
    assert fees["amount_musd"].iloc[1] == 2 * 8 + 10 * 12  # and of 2000


def test_the_millionth_visitor_came_in_2005():
    total = read("kumgang").set_index("year")["visitors"].cumsum()
    assert total[2004] < 1_000_000 < total[2005]


def test_family_meetings_add_up():
    meetings = read("family_reunions").set_index("year")
    persons = meetings.filter(like="_persons").sum(axis=1)
    assert persons.sum() - persons[2018] == 23_676  # the count before 2018 in a newspaper of April 2018


def test_visits_add_up():
    visits = read("inter_korean_visits").set_index("year")
    assert visits.loc[2018, ["south_to_north", "north_to_south"]].sum() == 7_498
    assert visits.loc[1997:2003, "south_to_north"].sum() == 53_867


def test_national_income_is_per_head_times_people():
    economy = read("dprk_economy")
    people = economy["gni_krw_bn"] / economy["gni_per_capita_krw_10k"] / 10
    assert people.between(20, 27).all()  # millions
    assert (people.diff().dropna().abs() < 0.4).all()
    assert set(economy["source_id"]) == {"eng-BOK"}


def test_project_spells_are_in_order():
    spells = read("project_spells")
    assert (spells["start"] < spells["end"]).all()
    assert (spells["ended_by"] != spells["blamed"]).all()
