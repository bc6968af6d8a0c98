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
    assert len(answers) == 48


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


def coding() -> pd.DataFrame:
    """Return the codes of the two coders beside those of the record, by event."""
    return read("event_coding").set_index("event_id").join(record()[["category", "reply"]])


def test_every_event_was_coded_twice():
    assert list(read("event_coding")["event_id"]) == list(record().index)
    codes = coding()
    assert codes[["category_a", "category_b"]].notna().all(axis=None)
    for coder in "ab":
        offers = codes[f"category_{coder}"] == "overture"
        assert (codes[f"reply_{coder}"].notna() == offers).all(), "a reply for each offer, and for nothing else"


def test_coders_agree_as_published():
    codes = coding()
    assert agreement(codes["category_a"], codes["category_b"]) == (149, 152, 0.98)
    offers = codes.dropna(subset=["reply_a", "reply_b"])
    assert agreement(offers["reply_a"], offers["reply_b"]) == (26, 29, 0.87)


def agreement(one: pd.Series, other: pd.Series) -> tuple[int, int, float]:
    """Return how many codes agree, how many there are, and Cohen's kappa, to two decimals."""
    observed = (one == other).mean()
    expected = (one.value_counts(normalize=True) * other.value_counts(normalize=True)).sum()
    return (one == other).sum(), len(one), round((observed - expected) / (1 - expected), 2)


def test_every_code_is_that_of_both_coders_or_was_settled():
    codes = coding().fillna("")
    for column in ("category", "reply"):
        of_both = (codes[column] == codes[f"{column}_a"]) & (codes[column] == codes[f"{column}_b"])
        assert set(codes.index[~of_both]) <= set(codes.index[codes["settled"] != ""]), column
    settled = ["EV001", "EV153", "EV008", "EV023", "EV027", "EV030", "EV072", "EV127", "EV129"]
    assert list(codes.index[codes["settled"] != ""]) == settled


def test_replies_to_seoul_are_counted_as_published():
    seoul = record().query("actor == 'ROK' and category == 'overture'")
    counted = {key: count for key, count in seoul.groupby([seoul["first"].dt.year, "reply"]).size().items()}
    assert counted == {
        (2017, "accept"): 1,
        (2017, "mixed"): 1,
        (2017, "no_reply"): 2,
        (2017, "not_established"): 2,
        (2018, "accept"): 3,
        (2019, "reject"): 4,
        (2020, "no_reply"): 3,
        (2020, "reject"): 1,
        (2021, "no_reply"): 2,
    }


def test_acts_of_the_north_are_counted_as_published():
    north = record().query("actor == 'DPRK'")
    counted = pd.crosstab(north["first"].dt.year, north["category"])
    kinds = ["concession", "overture", "launch", "force", "reciprocation", "refusal", "reversal"]
    assert counted[kinds].to_numpy().tolist() == [
        [1, 1, 10, 0, 0, 0, 0],
        [7, 4, 1, 0, 2, 1, 0],
        [1, 2, 13, 0, 0, 4, 2],
        [0, 0, 3, 3, 0, 1, 1],
        [0, 0, 2, 0, 0, 1, 0],
    ]
    assert len(record()) == 152


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
    assert launches.groupby("missile")["class"].nunique().max() == 1
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
    table = read("exercises")
    assert (table["status"].isin(["held", "scaled_down"]) == table["start_date"].notna()).all()
    table = table.dropna(subset="end_date")
    start, end = pd.to_datetime(table["start_date"]), pd.to_datetime(table["end_date"])
    assert (start < end).all() and (start.dt.year == table["year"]).all()
    days = {day for first, last in zip(start, end, strict=True) for day in pd.date_range(first, last)}
    days = {day for day in days if 2015 <= day.year <= 2021}
    fired = {day for day in pd.to_datetime(read("launch_events")["date"]) if 2015 <= day.year <= 2021}
    assert [len(days), len(fired), len(days & fired)] == [328, 59, 20]
    assert len(days & fired) / len(fired) / (len(days) / 2557) == pytest.approx(2.64, abs=0.005)
    early = {day for day in days if day.year <= 2017}
    assert [len(early), len(early & fired)] == [210, 16]


def test_acts_after_offers_and_after_any_day_are_as_published():
    events = record()
    seoul = events.query("actor == 'ROK' and category == 'overture'")["first"]
    speeches = events.loc[["EV088", "EV113", "EV131", "EV154"], "first"]
    acts = {*pd.to_datetime(read("launch_events")["date"]), events.loc["EV124", "first"]}
    last = pd.Timestamp("2021-02-12")

    def followed(days, window):
        return sum(any(0 < (act - day).days <= window for act in acts) for day in days if day <= last)

    assert (seoul <= last).sum() == 18
    assert [followed(seoul, window) for window in (7, 14, 21, 22, 30)] == [2, 4, 4, 5, 6]
    assert [followed([*seoul, *speeches], window) for window in (7, 30)] == [5, 9]
    refused = seoul[~events.loc[seoul.index, "reply"].isin(["accept", "not_established"])]
    assert (refused <= last).sum() == 12
    assert [followed(refused, window) for window in (7, 14, 30)] == [2, 4, 6]
    days = pd.date_range("2017-05-10", last)
    assert [len(days), *(followed(days, window) for window in (7, 14, 21, 22, 30))] == [1375, 174, 280, 366, 377, 447]
    outside = days[days.year != 2018]
    assert [len(outside), *(followed(outside, window) for window in (7, 14, 30))] == [1010, 174, 280, 447]
