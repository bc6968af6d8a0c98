"""The tables of the notebook on assumptions: published values, and the counts on which its model rests."""

import math

import pytest

from course import read

FRIENDLY, HOSTILE = {"reciprocation", "concession", "dialogue"}, {"provocation", "refusal", "reversal"}


def counted():
    record = read("event_record")
    by_the_north = (record["actor"] == "DPRK") | ((record["actor"] == "joint") & (record["toward"] == "both"))
    core = record[by_the_north & (record["tier"] == 1) & (record["date"] < "2021-03-15")]
    return core[core["category"].isin(FRIENDLY | HOSTILE)]


def test_the_rule_counts_24_friendly_and_27_hostile_events():
    events = counted()
    friendly = events["category"].isin(FRIENDLY).groupby(events["date"].str[:4]).agg(["sum", "size"])
    assert {year: (row["sum"], row["size"] - row["sum"]) for year, row in friendly.iterrows()} == {
        "2017": (0, 7),
        "2018": (17, 2),
        "2019": (3, 12),
        "2020": (4, 6),
    }
    later = events[events["date"].str[:4].isin(["2019", "2020"])]
    assert (later["category"] == "refusal").sum() == 5  # as the notebook says of the 18 hostile ones


def test_joint_events_that_count_are_of_all_parties():
    joint = counted().query("actor == 'joint'")
    assert set(joint["toward"]) == {"both"}
    assert set(joint["category"]) == {"dialogue", "concession"}


def test_the_record_ends_as_the_notebook_says():
    friendly = int(counted()["category"].isin(FRIENDLY).sum())
    hostile = len(counted()) - friendly
    ends = {}
    for ally, prior, taker in (("Seoul", 0.5, 0.3), ("Washington", 0.2, 0.5)):
        logit = math.log(prior / (1 - prior)) + friendly * math.log(0.6 / taker) + hostile * math.log(0.4 / (1 - taker))
        ends[ally] = 1 / (1 + math.exp(-logit))
    assert ends == pytest.approx({"Seoul": 0.821, "Washington": 0.046}, abs=0.0005)


def test_polls_move_as_published():
    polls = read("denuclearization_polls").set_index("poll_id")["percent"]
    assert polls["DP13"] - polls["DP11"] == pytest.approx(14.4)  # SNU IPUS, 2018 to 2020
    assert polls["DP13"] - polls["DP12"] == pytest.approx(7.3)  # 2019 to 2020
    assert polls["DP14"] - polls["DP17"] == pytest.approx(26)  # Gallup Korea, one year before March 2019
    assert polls["DP26"] - polls["DP25"] == pytest.approx(16.2)  # Korea National Defense University
    assert polls[["DP02", "DP03", "DP15", "DP16", "DP18", "DP24"]].tolist() == [89.5, 90.7, 58, 38, 64.7, 73]


def test_polls_are_coded_by_what_they_ask():
    polls = read("denuclearization_polls")
    doubting = polls["item"].str.contains(r"will not|will never|little or no|lack confidence|no intention")
    assert ((polls["measures"] == "doubt") == doubting).all()
    assert polls["measures"].value_counts().to_dict() == {"doubt": 13, "trust": 10, "dialogue": 3}


def test_assessments_are_in_order_and_quote_exactly():
    table = read("expert_assessments").set_index("assessment_id")
    assert table["date"].is_monotonic_increasing
    assert table.loc["AS01", "wording"] == "does not intend to negotiate them away at any price"
    assert table["wording"].dropna().str.split().str.len().max() <= 30
