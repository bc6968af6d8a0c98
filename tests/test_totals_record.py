"""The tables of Pyongyang's record against published totals: each test fails when a digit or a link is changed."""

import pandas as pd
import pytest

from course import read


def record() -> pd.DataFrame:
    """Return the events with the first and the last day on which each may have begun."""
    table = read("event_record")
    first = pd.to_datetime(table["date"], format="ISO8601")
    month = table["date"].str.len() == 7
    return table.assign(first=first, last=first.mask(month, first + pd.offsets.MonthEnd(0))).set_index("event_id")


def test_every_response_refers_to_an_earlier_event():
    events = record()
    answers = events.dropna(subset="responds_to")
    assert set(answers["responds_to"]) <= set(events.index)
    earlier = events.loc[answers["responds_to"]]
    assert (earlier["first"].to_numpy() <= answers["last"].to_numpy()).all()
    assert (answers["responds_to"] != answers.index).all()
    assert len(answers) == 50


def test_every_reply_is_a_later_event_and_answers_its_overture():
    events = record()
    overtures = events[events["category"] == "overture"]
    assert overtures["reply"].notna().all()
    assert events.loc[events["category"] != "overture", ["reply", "reply_id"]].isna().all(axis=None)
    replied = overtures.dropna(subset="reply_id")
    assert set(replied["reply_id"]) <= set(events.index)
    later = events.loc[replied["reply_id"]]
    assert (replied["first"].to_numpy() <= later["last"].to_numpy()).all()
    assert (replied["actor"].to_numpy() != later["actor"].to_numpy()).all()
    linked = later["responds_to"].notna().to_numpy()
    assert (later["responds_to"].to_numpy() == replied.index.to_numpy())[linked].all()


def test_dates_are_as_exact_as_they_say():
    events = record()
    assert ((events["date"].str.len() == 7) == (events["date_precision"] == "month")).all()
    assert events["first"].diff().min() >= pd.Timedelta(days=-30)
    ended = events.dropna(subset="end_date")
    assert (ended["date"] < ended["end_date"]).all()


def test_replies_to_seoul_are_counted_as_published():
    seoul = record().query("actor == 'ROK' and category == 'overture'")
    year = seoul["first"].dt.year.replace({2021: 2020})
    counted = {key: count for key, count in seoul.groupby([year, "reply"]).size().items()}
    assert counted == {
        (2017, "accept"): 1,
        (2017, "mixed"): 1,
        (2017, "no_reply"): 1,
        (2017, "not_established"): 2,
        (2018, "accept"): 3,
        (2019, "mixed"): 1,
        (2019, "reject"): 4,
        (2020, "mixed"): 1,
        (2020, "no_reply"): 5,
        (2020, "not_established"): 1,
        (2020, "reject"): 1,
    }


def test_acts_of_the_north_are_counted_as_published():
    north = record().query("actor == 'DPRK'")
    counted = pd.crosstab(north["first"].dt.year, north["category"])
    kinds = ["concession", "overture", "provocation", "reciprocation", "refusal", "reversal"]
    assert counted[kinds].to_numpy().tolist() == [
        [0, 0, 10, 0, 1, 0],
        [6, 3, 1, 4, 1, 0],
        [1, 3, 13, 1, 4, 2],
        [2, 0, 6, 2, 2, 1],
        [0, 0, 2, 0, 2, 0],
    ]
    assert len(record()) == 149 and (record()["tier"] == 1).sum() == 107


def test_launches_add_up_to_the_years():
    launches = read("launch_events").assign(year=lambda table: table["date"].str[:4].astype(int))
    years = read("missile_tests").set_index("year")
    by_year = launches.groupby("year").agg(missiles=("missiles", "sum"), launch_days=("date", "nunique"))
    wanted = years.loc[2012:2021, ["missiles", "launch_days"]]
    assert by_year.reindex(range(2012, 2022), fill_value=0).to_numpy().tolist() == wanted.to_numpy().tolist()
    by_class = launches.assign(label=launches["class"].str.lower()).pivot_table(
        index="year", columns="label", values="missiles", aggfunc="sum", fill_value=0
    )
    for name in ("srbm", "mrbm", "irbm", "icbm", "slbm", "slv", "hgv"):
        counted = by_class[name].reindex(range(2012, 2022), fill_value=0)
        assert counted.to_list() == years.loc[2012:2021, name].to_list(), name
    months = launches[launches["year"] == 2019].groupby(launches["date"].str[5:7])["missiles"].sum()
    assert months.to_dict() == {"04": 1, "05": 4, "07": 4, "08": 10, "09": 3, "10": 3, "11": 2}


def test_classes_add_up_to_the_missiles():
    years = read("missile_tests").set_index("year")
    assert (years.loc[:, "srbm":"class_unknown"].sum(axis=1) == years["missiles"]).all()
    assert (years["launch_days"] <= years["missiles"]).all()
    assert list(years.index) == list(range(1984, 2024))
    assert years.loc[2012:2021, "missiles"].sum() == 129
    counted = read("provocation_counts").set_index("year")
    assert [years.loc[2019, "missiles"], years.loc[2019, "launch_days"], counted.loc[2019, "missile_events"]] == [
        27,
        14,
        13,
    ]
    assert (counted["missile_events"] <= counted["all_events"]).all()


def test_pauses_are_as_published():
    days = pd.to_datetime(read("launch_events")["date"]).drop_duplicates().sort_values()
    assert sorted(days.diff().dt.days.dropna())[-2:] == [361, 504]


def test_exercises_cover_the_days_that_were_published():
    table = read("exercises").dropna(subset="end_date")
    start, end = pd.to_datetime(table["start_date"]), pd.to_datetime(table["end_date"])
    assert (start < end).all() and (start.dt.year == table["year"]).all()
    days = {day for first, last in zip(start, end, strict=True) for day in pd.date_range(first, last)}
    days = {day for day in days if 2015 <= day.year <= 2021}
    fired = {day for day in pd.to_datetime(read("launch_events")["date"]) if 2015 <= day.year <= 2021}
    assert [len(days), len(fired), len(days & fired)] == [299, 59, 19]
    assert len(days & fired) / len(fired) / (len(days) / 2557) == pytest.approx(2.75, abs=0.005)
    early = {day for day in days if day.year <= 2017}
    assert [len(early), len(early & fired)] == [193, 15]


def test_launches_after_offers_are_as_published():
    events = record().query("actor == 'ROK' and category == 'overture' and date.str.len() == 10", engine="python")
    fired = pd.to_datetime(read("launch_events")["date"]).unique()
    after = [((fired > day) & (fired <= day + pd.Timedelta(days=30))).any() for day in events["first"]]
    assert [sum(after), len(after)] == [7, 20]
