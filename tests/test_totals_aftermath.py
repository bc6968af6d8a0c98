"""The tables on what followed, against each other and other tables: each test fails when a code or a date changes."""

import pandas as pd
import pytest

from alliance.exercises.notebook_09 import brier
from course import read


def test_the_eight_are_balanced_and_in_order():
    forecasts = read("forecasts")
    assert forecasts["outcome"].tolist() == [1, 1, 1, 0, 0, 1, 0, 0]
    assert forecasts["forecast_id"].tolist() == [f"F{number}" for number in range(1, 9)]
    assert forecasts["deadline"].is_monotonic_increasing
    for half in (forecasts.iloc[::2], forecasts.iloc[1::2]):  # the strips A and B tell one half each
        assert half["outcome"].sum() == 2


def test_a_yes_comes_before_its_deadline_and_after_the_article():
    forecasts = read("forecasts")
    assert (forecasts["resolved_on"] <= forecasts["deadline"]).all()
    assert (forecasts["resolved_on"] > "2021-03-15").all()


def test_words_are_those_of_forecasts_of_the_article():
    forecasts, claims = read("forecasts"), read("article_claims").set_index("claim_id")
    assert (forecasts["word"].isna() == forecasts["claim_id"].isna()).all()
    assert claims.loc[forecasts["claim_id"].dropna(), "type"].eq("predictive").all()


def test_the_simple_forecasters_score_as_by_hand():
    forecasts = read("forecasts")
    assert brier(0.5) == 0.25
    assert brier(forecasts["yes_is"].map({"same": 0.9, "change": 0.1})) == pytest.approx((3 * 0.81 + 5 * 0.01) / 8)
    article = forecasts["word"].map({"will": 0.9, "likely": 0.7}).fillna(0.5)
    assert brier(article) == pytest.approx((0.09 + 0.01 + 0.81 + 5 * 0.25) / 8)
    assert brier(article.mask(forecasts["forecast_id"] == "F8", 0.5)) == pytest.approx((0.09 + 0.01 + 6 * 0.25) / 8)


def test_outcomes_are_events_of_the_other_tables():
    on = read("forecasts").set_index("forecast_id")["resolved_on"]
    assert on["F2"] == read("negotiation_timeline").query("event == 'In force' and sma_no == 11")["date_start"].item()
    laws = read("leaflet_events").query("actor == 'rok_court'")
    assert on["F7"] == laws[laws["event"].str.startswith("Constitutional Court")]["date"].item()
    assembly = read("un_rights_resolutions").query("body == 'UNGA' and date > '2021'").set_index("date")
    assert assembly.index[assembly["rok_cosponsor"] == "yes"][0][:4] == on["F6"][:4]
    assert read("unsc_resolutions").query("'2021-03-15' < date <= '2022-12-31'")["outcome"].tolist() == ["vetoed"]


def test_dates_of_the_aftermath_are_those_of_the_other_tables():
    aftermath = read("aftermath")
    dates = aftermath.groupby("dispute")["date"].apply(set)
    assert set(read("unsc_resolutions").query("outcome == 'vetoed'")["date"]) <= dates["sanctions"]
    steps, agreed = read("negotiation_timeline")["date_start"], read("aftermath").query("by == 'both'")
    assert set(agreed[agreed["dispute"] == "cost-sharing"]["date"]) <= set(steps)
    assert "2021-12-10" in dates["sanctions"] & set(read("us_sanctions_actions")["date"])
    assert dates["leaflets"] <= set(read("leaflet_events")["date"])
    days = pd.Timestamp("2021-07-27") - pd.Timestamp("2020-06-09")
    assert days.days == 413 and "2021-07-27" in dates["ties of the Koreas"]


def test_what_the_lesson_counts():
    table = pd.crosstab(read("aftermath")["by"], read("aftermath")["effect"])
    assert table.to_numpy().sum() == 63
    assert table["settled"].to_dict() == {name: 2 * (name == "both") for name in table.index}
    assert table["shut"].to_dict() == dict(beijing_moscow=2, both=0, court=0, pyongyang=10, seoul=0, washington=1)
    assert table["reversed"].to_dict() == dict(beijing_moscow=0, both=0, court=1, pyongyang=8, seoul=5, washington=3)
    assert read("aftermath")["dispute"].value_counts().iloc[:2].to_dict() == {"ties of the Koreas": 21, "talks": 11}
    assert read("dispute_status")["moved_by"].value_counts()["both allies"] == 2


def test_the_two_tables_have_the_same_quarrels():
    assert set(read("dispute_status")["dispute"]) == set(read("aftermath")["dispute"])
