"""The tables of the humanitarian notebook against published totals: each test fails when a digit is changed."""

import re

import pytest

from course import read


def test_south_korean_aid_adds_up_to_the_published_totals():
    aid = read("rok_aid").set_index("year")
    table = aid.loc[1995:2018]  # the ministry's table; its totals are printed in units of 100 million won
    published = {"govt_grant": 15_183, "govt_loan": 8_728, "govt": 23_911, "private": 9_038, "total": 32_948}
    for column, total in published.items():
        assert table[f"{column}_krw_bn"].sum() * 10 == pytest.approx(total, abs=0.5), column
    assert (table["govt_grant_krw_bn"] + table["govt_loan_krw_bn"] - table["govt_krw_bn"]).abs().max() < 0.11
    assert (aid["govt_krw_bn"] + aid["private_krw_bn"] - aid["total_krw_bn"]).abs().max() < 0.11
    assert aid.loc[2019:, "total_krw_bn"].tolist() == [27.7, 14.9, 3.1, 2.6, 1.0, 0.0]


def test_plan_coverage_is_received_in_percent_of_asked():
    plans = read("un_plan_funding").dropna(subset=["requirement_musd", "funded_musd", "funded_pct"])
    assert (plans["funded_musd"] / plans["requirement_musd"] * 100 - plans["funded_pct"]).abs().max() < 0.5
    assert len(plans) == 7
    computed = plans[plans["note"].str.contains("pct computed", na=False)]
    assert (computed["funded_musd"] / computed["requirement_musd"] * 100).round(1).equals(computed["funded_pct"])


def test_a_plan_is_final_when_its_year_is_over():
    plans = read("un_plan_funding").dropna(subset="funded_is_final")
    over = plans["as_of"].str[:4].astype(int) > plans["year"]
    assert (plans["funded_is_final"].eq("yes") == over).all()


def test_figures_are_of_the_month_in_which_their_source_prints_them():
    printed, later = read("sources").set_index("source_id")["date"], set()
    for table in (read("un_plan_funding"), read("humanitarian_funding"), read("exemptions_1718")):
        same = [printed[row.source_id].startswith(row.as_of[:7]) for row in table.itertuples()]
        later |= set(table["source_id"][[not one for one in same]])
    assert later == {"hum-DEV12", "hum-YNA18D", "hum-HK19", "hum-HK20", "hum-KH21J"}, "printed in the next month"


def test_the_plan_is_a_part_of_all_reported_aid():
    preferred = read("humanitarian_funding").query("status == 'preferred'").set_index("year")["amount_musd"]
    plans = read("un_plan_funding").query("funded_is_final == 'yes'").set_index("year")["funded_musd"]
    both = (plans / preferred).dropna()
    assert list(both.index) == [2000, 2001, 2011, 2016, 2017, 2018, 2019]
    assert both.between(0.69, 0.96).all()


def test_readings_of_one_year_differ_only_where_they_say_so():
    readings = read("humanitarian_funding")
    assert readings.query("status == 'preferred'")["year"].is_unique
    preferred = readings.query("status == 'preferred'").set_index("year")["amount_musd"]
    alternate = readings.query("status == 'alternate'").set_index("year")["amount_musd"]
    assert (alternate / preferred).dropna().between(0.83, 1.02).all()  # late reports only add
    assert preferred.loc[2016:2019].tolist() == [43.0, 39.4, 38.4, 45.9]  # as printed beside the later years
    assert preferred.loc[2021:2023].sum() == pytest.approx(17.66)  # less than half of 2020


def test_real_and_nominal_obligations_share_one_price_level():
    aid = read("us_aid").set_index("year")
    level = (aid["obligations_2022_musd"] / aid["obligations_musd"]).loc[1996:2021].drop(2020)
    assert level.is_monotonic_decreasing
    assert (level.pct_change().abs().dropna() < 0.06).all()
    counts = aid.loc[2002, ["obligations_musd", "dac_net_flow_musd", "crs_total_musd"]]
    assert counts.round(1).tolist() == [27.4, 131.2, 172.9]
    food, kedo = map(float, re.findall(r"\d+\.\d", aid.loc[1999, "note"]))
    assert aid.loc[1999, "crs_total_musd"] == pytest.approx(food + kedo)
    taken_back = aid.index[aid.filter(like="_musd").lt(0).any(axis=1)]
    assert list(taken_back) == list(aid.index[aid["note"].str.contains("negative", na=False)])


def test_months_of_trade_add_up_to_the_published_years():
    months = read("china_trade_monthly").set_index("month")
    goods = months["to_dprk_musd"]
    assert goods["2020-01":"2020-12"].sum() == pytest.approx(491.06, abs=0.05)  # Chinese customs
    assert goods["2021-01":"2021-12"].sum() == pytest.approx(260.4, abs=1.5)  # derived from growth rates
    parts = (months["to_dprk_musd"] + months["from_dprk_musd"] - months["total_musd"]).abs().dropna()
    assert parts.max() < 0.75
    assert list(parts[parts > 0.05].index) == ["2018-04", "2019-04"]  # the total is from another source than the parts
    one_part = months["value_type"].isin(["total derived", "imports derived", "exports derived"])
    assert one_part.sum() == 17 and parts[one_part].max() < 0.0005


def test_exemptions_fit_each_other():
    cases = read("exemptions_1718").set_index(["measure", "year"])["value"]
    assert cases["approved_all", 2018] - cases["approved_para25", 2018] == 2  # under two other resolutions
    assert cases["approved_para25"].to_dict() == {2018: 15, 2019: 38, 2020: 30}
    assert cases["approved_listed", 2020] == 17 + 8  # first and second half of the year
    for year in (2018, 2019):
        assert cases["approval_days_mean", year] < cases["approval_days_max", year]
    counts = read("exemptions_1718")
    annual = counts["counted_by"] == "1718 Committee annual report"
    assert (annual == (counts["as_of"] == counts["year"].astype(str) + "-12-31")).all()
    wait = cases["approval_days_mean"]
    assert wait[2019] / wait[2018] - 1 == pytest.approx(-0.848, abs=0.0005)


def test_statements_are_counted_as_published():
    statements = read("access_constraints")
    first = statements.groupby(["refers_to", "primary_cause"]).size()
    before = {
        "banking": 4,
        "dprk_policy": 8,
        "funding": 3,
        "mixed": 1,
        "rok_policy": 1,
        "sanctions": 8,
        "undetermined": 1,
    }
    assert first["before"].to_dict() == before | {"us_travel_or_licence": 3}
    after = {"border_closure": 11, "dprk_policy": 6, "mixed": 2, "rok_policy": 1, "sanctions": 8}
    assert first["after"].to_dict() == after | {"us_travel_or_licence": 1}
    assert (statements.loc[statements["refers_to"] == "before", "date"] < "2020-03-21").all()
    lately = statements[statements["date"] >= "2017-12"].groupby(["refers_to", "primary_cause"]).size()["before"]
    assert (lately.sum(), lately["sanctions"], lately["dprk_policy"]) == (21, 8, 5)  # Exercise 4.3
    for kind, names in {"UN": "^UN |^UNICEF|^OCHA|^WFP", "DPRK": "^DPRK |^Kim Jong Un", "ROK": "^ROK "}.items():
        assert statements["actor"].str.contains(names).equals(statements["actor_type"] == kind), kind
    others = statements["actor_type"].value_counts().drop(["UN", "DPRK", "ROK"]).to_dict()
    assert others == {"NGO": 10, "US": 7, "analyst": 6, "other_state": 3, "other_intl": 1, "US_congress": 1}
    causes = set(statements["primary_cause"]) | {"weather"}
    assert set(statements["other_causes"].dropna().str.split(";").explode()) <= causes


def test_dates_that_stand_in_two_tables_agree():
    rules, border = read("exemption_procedure"), read("border_timeline").set_index("event")["date"]
    longer = rules.loc[rules["change"].str.contains("6 to 9 months"), "date"].item()
    assert border[border.index.str.contains("from 6 to 9 months")].item() == longer == "2020-11-30"
    days = border[border.str.len() == 10].astype("datetime64[ns]")
    assert (days.filter(like="Last two UN").item() - days.filter(like="tourists barred").item()).days == 421
    assert (days.filter(like="passenger flight").item() - days.filter(like="air and train").item()).days == 1299
    flood = read("access_constraints").query("actor == 'Kim Jong Un'")["date"].item()
    assert border.filter(like="flood damage").item() == flood == "2020-08-13"


def test_estimates_follow_from_their_inputs():
    estimates = read("delay_estimates")
    assert (estimates["kind"].eq("estimate") == estimates["unit"].eq("deaths")).all()
    values = estimates.set_index(["publication", "item"])["value"]
    essay, panel = values["essay_aug"], values["panel_oct"]
    untreated = essay["children_untreated"]
    low, high = essay["fatality_untreated_low"], essay["fatality_untreated_high"]
    assert untreated * (low - essay["fatality_treated"]) / 100 == essay["deaths_malnutrition_low"]
    assert untreated * high / 100 == essay["deaths_malnutrition_high"]
    vitamin_a = essay["deaths_children_high"] - essay["deaths_malnutrition_high"]
    assert 0.003 < vitamin_a / essay["vitamin_a_missed"] < 0.0035
    assert panel["deaths_total"] - panel["deaths_under_five"] - panel["deaths_pregnant"] == 703
    assert abs(values["article_aug", "deaths_total"] - panel["deaths_total"]) < 50


def test_need_is_measured_as_published():
    table = read("undernourishment")
    years = table["period"].str.split("-", expand=True).astype(float).ffill(axis=1)
    assert (years.mean(axis=1) == table["mid_year"]).all()
    hunger = table.set_index(["vintage", "mid_year"])["pou_pct"]
    assert hunger["vintage_2023", 2021] == hunger["sofi_2023", 2021]
    assert hunger["vintage_2023", 2017] - hunger["vintage_2023", 2012] == pytest.approx(4.0)
    assert (hunger["vintage_2023"] - hunger["vintage_2017_18"]).dropna().abs().max() < 3.3
    assert hunger["vintage_2017_18"].diff().abs().max() < 3.3
    assert hunger["vintage_2023"].diff().abs().max() < 2.5
    children = read("child_nutrition").set_index("year")["stunting_pct"]
    assert children.is_monotonic_decreasing
    assert children[2012] - children[2017] == pytest.approx(8.8)
