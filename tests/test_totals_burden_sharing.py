"""The tables of the burden-sharing notebook against published totals: each test fails when a digit is changed."""

import re

import pytest

from course import read


def contributions():
    return read("sma_contributions").set_index("year")


def test_each_agreement_begins_with_its_first_amount():
    table = contributions()
    for agreement in read("sma_agreements").itertuples():
        column = {"musd": "amount_musd", "krw_bn": "amount_krw_bn"}[agreement.unit]
        assert table.loc[agreement.start_year, column] == agreement.first_year_amount, agreement.sma_no
    numbers = table.reset_index().groupby("sma_no")["year"].agg(["min", "max"])
    spans = read("sma_agreements").set_index("sma_no")[["start_year", "end_year"]].clip(upper=2026)
    assert (numbers.loc[spans.index].to_numpy() == spans.to_numpy()).all()


def test_one_currency_a_year():
    table = contributions()
    assert (table["amount_musd"].notna() == (table["currency"] == "USD")).all()
    assert (table["amount_krw_bn"].notna() == (table["currency"] == "KRW")).all()


def test_contributions_follow_their_rules():
    won = contributions()["amount_krw_bn"]
    inflation = read("prices_and_rates").set_index("year")["rok_cpi_change_pct"]
    for year in [*range(2010, 2014), *range(2015, 2019)]:
        assert won[year] == pytest.approx(won[year - 1] * (1 + min(inflation[year - 2], 4) / 100), abs=0.45), year
    growth = read("rok_defense_budget").set_index("year")["growth_pct"]
    for year in range(2022, 2026):
        assert won[year] == pytest.approx(won[year - 1] * (1 + growth[year - 1] / 100), abs=0.15), year
    assert won[2019] == pytest.approx(won[2018] * (1 + growth[2019] / 100), abs=0.1)
    assert won[2021] == pytest.approx(won[2020] * 1.139, abs=0.05)
    assert won[2026] == pytest.approx(won[2025] * 1.083, abs=0.1)


def test_the_dollars_rise_by_their_rules():
    dollars = contributions()["amount_musd"]
    assert dollars[1995] == 300
    assert dollars[1997] == pytest.approx(dollars[1996] * 1.1, abs=5)
    assert dollars[1998] == pytest.approx(dollars[1997] * 1.1, abs=10)


def test_the_defense_budget_grows_as_published():
    budget = read("rok_defense_budget").set_index("year")
    computed = budget["budget_krw_trn"].pct_change() * 100
    assert (computed - budget["growth_pct"]).abs().max() < 0.06
    assert budget.index[budget["note"].str.startswith("growth computed", na=False)] == budget.index[-1] == 2025
    product = (budget["budget_krw_trn"] / budget["pct_of_gdp"]).dropna()  # of the whole economy
    jumps = product.pct_change().diff().abs().dropna()
    assert jumps.drop([1998, 1999]).max() < 0.07, "but for the crisis of 1998"
    assert product.index[budget.loc[product.index, "note"] == "provisional_gdp"].equals(product.index[-2:])


def test_direct_support_adds_up():
    support = read("support_2015")
    total = support.loc[support["category"] == "direct_total", "amount_krw_bn"].item()
    assert support.loc[support["category"] == "direct", "amount_krw_bn"].sum() == pytest.approx(total, abs=0.05)
    first = support[support["item"].str.contains("SMA")].squeeze()
    parts = sum(map(float, re.findall(r"\d+\.\d", first["note"])))  # labor, construction, logistics
    assert first["amount_krw_bn"] == contributions().loc[2015, "amount_krw_bn"] == pytest.approx(parts)
    assert list(support.loc[support["note"].str.contains("residual", na=False), "item"]) == ["KATUSA troop support"]


def test_troops_add_up():
    troops = read("usfk_quarterly")
    parts = troops[["active_duty_total", "selected_reserve", "dod_civilians"]].sum(axis=1)
    above = troops["note"].str.extract(r"(\d+) above", expand=False).astype(float).fillna(0)
    assert (parts + above == troops["grand_total"]).all()
    assert len(troops) == 24 and troops["quarter_end"].is_monotonic_increasing


def test_offers_agree_with_the_agreements():
    offers, won = read("offers_and_demands"), contributions()["amount_krw_bn"]
    official = offers[offers["status"] == "official"]
    years = [2019, 2020, 2021, 2025, 2026]
    assert official["amount"].tolist() == won[years].tolist()
    assert (offers["told_by"].eq("Foreign Ministry in Seoul") == offers["status"].eq("official")).all()
    counter_offer = offers.loc[offers["date"] == "2019-01", "amount"].item()
    assert counter_offer == pytest.approx(won[2018] * 1.041, abs=0.5)
    text = offers[offers["date"] == "2020-03-31"]["amount"]
    assert text.iloc[0] == pytest.approx(won[2019] * 1.13, abs=5)
    assert text.iloc[1] == pytest.approx(text.iloc[0] * 1.07**4, abs=10)


def test_steps_of_the_talks_are_in_order():
    steps = read("negotiation_timeline")
    assert steps["date_start"].is_monotonic_increasing
    later = steps.dropna(subset="date_end")
    assert (later["date_start"] < later["date_end"]).all()


def test_answers_of_a_poll_are_no_more_than_all():
    polls = read("public_opinion")
    by = ["population", "pollster", "field_start", "question", "group"]
    assert polls.groupby(by)["percent"].sum().max() <= 101
    benefits = polls[(polls["question"] == "Who benefits from the alliance?") & (polls["field_start"] == "2019-12-09")]
    assert benefits["percent"].sum() == 97
    levels = polls[polls["question"].str.startswith("U.S. force level")]["percent"]
    assert levels.sum() == 98


def test_a_poll_is_one_poll():
    polls = read("public_opinion")
    for column in ("population", "pollster"):
        assert polls.groupby("source_id")[column].nunique().max() == 1
    assert polls.groupby("question")["population"].nunique().max() == 1
    assert polls["population"].value_counts().to_dict() == {"ROK": 48, "USA": 22}
    assert polls.groupby(["population", "pollster", "field_start"])["n"].nunique().max() == 1
    assert (polls["field_end"] >= polls["field_start"])[polls["field_end"].notna()].all()
    asked = polls.loc[polls["field_end"] == "2019-11-22", "n"]
    assert (0.98 / asked**0.5 * 100).round(1).unique() == 4.4  # the published margin
    derived = polls[polls["basis"] != "published"]
    fall, later = map(int, re.findall(r"\d+", derived["basis"].item()))
    assert derived["percent"].item() == fall + later
    views = polls[polls["question"] == "View of the United States"].set_index("field_start")["percent"]
    assert views["2020"] == later


def test_a_share_is_published_after_its_year():
    shares = read("burden_share_estimates")
    assert (shares["published"].str[:4].astype(int) >= shares["year_referred"]).all()
    for side, claimants in {"USA": "^U.S.|^USFK|^Secretaries", "ROK": r"^ROK press|\(ROK "}.items():
        assert shares["claimant"].str.contains(claimants).equals(shares["side"] == side)


def test_the_auditors_found_what_they_published():
    assert read("gao_support").groupby("measure")[["country", "amount_busd"]].agg(list).T.to_dict("list") == {
        "host_support": [["Japan", "ROK"], [12.6, 5.8]],
        "us_obligations": [["Japan", "ROK"], [20.9, 13.4]],
    }
