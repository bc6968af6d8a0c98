"""The tables of the notebooks on assumptions: published values, and the counts on which their model rests."""

import math

import pytest

from course import read

FRIENDLY, HOSTILE = {"reciprocation", "concession", "dialogue"}, {"force", "launch", "refusal", "reversal"}


def acts():
    """Return the events that count: acts of the North before the article, alone or together, with every launch."""
    record = read("event_record")
    together = (record["actor"] == "joint") & (record["toward"] == "both")
    rows = record[((record["actor"] == "DPRK") | together) & (record["date"] < "2021-03-15")]
    rows = rows[rows["category"].isin(FRIENDLY | HOSTILE)]
    return rows.assign(month=rows["date"].str[:7], friendly=rows["category"].isin(FRIENDLY))


def one_launch_a_month():
    rows = acts()
    return rows[~((rows["category"] == "launch") & rows.duplicated(["category", "month"]))]


def test_the_rule_counts_25_friendly_and_30_hostile_acts():
    counted = one_launch_a_month()
    by_year = counted.groupby(counted["date"].str[:4])["friendly"].agg(["sum", "size"])
    assert {year: (row["sum"], row["size"] - row["sum"]) for year, row in by_year.iterrows()} == {
        "2017": (1, 7),
        "2018": (20, 2),
        "2019": (4, 14),
        "2020": (0, 7),
    }
    assert (~acts()["friendly"]).sum() == 39, "with every launch"


def test_acts_together_are_of_all_parties_and_never_hostile():
    together = acts().query("actor == 'joint'")
    assert set(together["toward"]) == {"both"}
    assert set(together["category"]) == {"dialogue", "concession"}


@pytest.mark.parametrize(
    ("prior", "taker", "end"), [(0.5, 0.3, 0.632), (0.2, 0.3, 0.3), (0.5, 0.5, 0.106), (0.2, 0.5, 0.029)]
)
def test_the_record_ends_as_the_notebook_says(prior, taker, end):
    friendly = one_launch_a_month()["friendly"].sum()
    hostile = len(one_launch_a_month()) - friendly
    logit = math.log(prior / (1 - prior)) + friendly * math.log(0.6 / taker) + hostile * math.log(0.4 / (1 - taker))
    assert 1 / (1 + math.exp(-logit)) == pytest.approx(end, abs=0.0005)


def test_cards_and_koreas_are_as_the_key_says():
    """Belief in bag 1, in percent, after no friendly card of two or of four, after one, and so on; Exercise 7.2."""
    odds = {(n, of): (6 / 3) ** n * (4 / 7) ** (of - n) for of in (2, 4) for n in range(of + 1)}
    percent = {draws: round(100 * one / (1 + one)) for draws, one in odds.items()}
    assert [percent[n, 2] for n in range(3)] == [25, 53, 80]
    assert [percent[n, 4] for n in range(5)] == [10, 27, 57, 82, 94]
    assert (20 * 0.6, 80 * 0.3) == (12, 24)
    assert 12 * 0.6 == pytest.approx(24 * 0.3) == pytest.approx(7.2)


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


def test_polls_have_their_pollster_and_their_population():
    polls = read("denuclearization_polls")
    published = polls["source_id"].map(read("sources").set_index("source_id")["date"])
    assert (polls["period"].str[:4] <= published.str[:4]).all()
    americans = polls["population"].str.startswith("U.S.")
    assert (polls["pollster"].eq("Chicago Council") == americans).all()
    assert (polls["pollster"].eq("SNU IPUS") == polls["population"].str.contains("19-65")).all()
    assert polls.groupby(["pollster", "period"])["population"].nunique().max() == 1
    assert polls.groupby("source_id")["pollster"].nunique().drop("rec-R197").eq(1).all()
    derived = polls["note"].str.extract(r"^([\d.]+) (plus|minus) ([\d.]+) points$").dropna()
    for row, (start, sign, change) in derived.iterrows():
        assert polls["percent"][row] == pytest.approx(float(start) + {"plus": 1, "minus": -1}[sign] * float(change))


def test_assessments_are_in_order_and_quote_exactly():
    table = read("expert_assessments").set_index("assessment_id")
    assert table["date"].is_monotonic_increasing
    assert table.loc["AS01", "wording"] == "does not intend to negotiate them away at any price"
    assert table["wording"].dropna().str.split().str.len().max() <= 30
