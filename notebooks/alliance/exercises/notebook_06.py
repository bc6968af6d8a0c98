"""Exercises of 06_pyongyangs_record."""

import pandas as pd

from ..questions import Number
from ..tables import load

SPEECHES = ["EV088", "EV113", "EV131", "EV154"]
FIRST, LAST = "2017-05-10", "2021-02-12"


def offers(actor: str = "ROK") -> pd.DataFrame:
    """Return the offers of an actor; "ROK" is Seoul."""
    return load("event_record").query("actor == @actor and category == 'overture'")


def known(without: str = "", actor: str = "ROK") -> pd.Series:
    """Return the replies to the offers of an actor that are known, except one kind."""
    replies = offers(actor)["reply"]
    return replies[~replies.isin(["not_established", without])]


def accepted(replies: pd.Series) -> float:
    """Return the percentage of replies that are a yes."""
    return (replies == "accept").mean() * 100


def _followed(days: pd.Series, window: int) -> float:
    """Return the percentage of days after which a launch or the demolition came within ``window`` days."""
    record = load("event_record")
    acts = pd.concat([load("launch_events")["date"], record.loc[record["event_id"] == "EV124", "date"]])
    acts, days = (pd.to_datetime(part).to_numpy() for part in (acts, days[days <= LAST]))
    gaps = (acts[None, :] - days[:, None]) / pd.Timedelta(days=1)
    return ((gaps > 0) & (gaps <= window)).any(axis=1).mean() * 100


def _after_offers(window: int) -> float:
    return _followed(offers()["date"], window)


def _after_any_day(window: int) -> float:
    return _followed(pd.Series(pd.date_range(FIRST, LAST).astype(str)), window)


def _with_speeches(window: int) -> float:
    record = load("event_record")
    return _followed(pd.concat([offers(), record[record["event_id"].isin(SPEECHES)]])["date"], window)


EXERCISES = {
    "6.1": Number(
        expected=lambda: accepted(known()),
        unit="percent",
        tolerance=0.06,
        correct="Nearly a quarter, over all years. We shall see how little this number says by itself.",
        hints=(
            "Percent is a part divided by its whole, times 100. The accepted offers are the part.",
            "The whole is the number of offers whose reply is known: `len(known)`.",
            "Write `len(accepted) / len(known) * 100` in place of the dots.",
        ),
        mistakes=lambda: [
            (accepted(known()) / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (round(accepted(known())), "Right, but rounded too far. Give one decimal."),
            (
                accepted(offers()["reply"]),
                "You divided by all offers. Leave out those whose reply is not known: divide by `len(known)`.",
            ),
            (
                len(known()) / (known() == "accept").sum() * 100,
                "You divided the known by the accepted. It goes the other way round.",
            ),
            ((known() == "accept").sum(), "That is the number of accepted offers. Divide it by the known ones."),
        ],
    ),
    "6.2": Number(
        expected=lambda: accepted(known("no_reply")),
        unit="percent",
        tolerance=0.06,
        correct="From 23.5 to 40: what silence means moves the share more than any one code. From 2019 it stays 0.",
        hints=(
            "Two things: drop the offers with no reply from `known`, then divide the accepted ones by what is left.",
            'In the line of the task put `"no_reply"` in place of `"mixed"`. `len(...)` around it counts what is left.',
            'Write `len(accepted) / len(known[known["reply"] != "no_reply"]) * 100` in place of the dots.',
        ),
        mistakes=lambda: [
            (accepted(known("no_reply")) / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (accepted(known()), "Nothing was dropped. Write `no_reply` exactly as it stands in the column."),
            (accepted(known("mixed")), "You left out the mixed one, as the example did. Leave out `no_reply`."),
            (
                len(known("no_reply")),
                "That is the number of offers that are left. Divide the accepted ones by it, times 100.",
            ),
            (
                (known() == "accept").sum() / (known() == "no_reply").sum() * 100,
                "You divided by the offers without a reply. Divide by the others (`!=` and not `==`).",
            ),
            (
                (known("no_reply") == "accept").sum() / (len(offers()) - (known() == "no_reply").sum()) * 100,
                "You began with all offers. Begin with `known`: the reply to two offers is not known.",
            ),
        ],
    ),
    "6.3": Number(
        expected=lambda: _after_any_day(21) - _after_offers(21),
        unit="percentage points",
        tolerance=0.06,
        correct="Four points; with 22 days it lies above. 18 offers are few, and one more moves the share by six.",
        hints=(
            "Compute two shares, as in the cell with 30 days, and subtract one from the other.",
            'For the offers it is `(after_offers["wait"] <= 21).mean() * 100`. The other table is `after_any_day`.',
            'Write `(after_any_day["wait"] <= 21).mean() * 100`, then minus, then the same with `after_offers`.',
        ),
        mistakes=lambda: [
            (
                _after_offers(21) - _after_any_day(21),
                "You subtracted the other way round. Asked is how far the share after offers lies below.",
            ),
            (
                (_after_any_day(21) - _after_offers(21)) / 100,
                "That is a difference of fractions. Multiply by 100 for percentage points.",
            ),
            (round(_after_any_day(21) - _after_offers(21)), "Right, but rounded too far. Give one decimal."),
            (_after_any_day(30) - _after_offers(30), "That is the window of 30 days. Take 21."),
            (_after_any_day(14) - _after_offers(14), "That is the window of 14 days. Take 21."),
            (_after_any_day(20) - _after_offers(20), "A window of 21 days has the 21st day in it: `<=` and not `<`."),
            (_after_offers(21), "That is the share after offers. Subtract it from the share after any day."),
            (_after_any_day(21), "That is the share after any day. Subtract the share after offers."),
        ],
    ),
    "6.4": Number(
        expected=lambda: _with_speeches(7),
        unit="percent",
        tolerance=0.06,
        correct="5 of 22, nearly 23 percent; after any day 13, outside 2018 17. Three of the five are speeches.",
        hints=(
            "It is one share, as in the cell with 30 days, with another table and another window.",
            "The table is `with_speeches`, the window is 7 days.",
            'Write `(with_speeches["wait"] <= 7).mean() * 100` in place of the dots.',
        ),
        mistakes=lambda: [
            (_with_speeches(7) / 100, "That is the share as a fraction. Multiply by 100 for percent."),
            (round(_with_speeches(7)), "Right, but rounded too far. Give one decimal."),
            (
                _with_speeches(7) - _after_any_day(7),
                "That is how far the share lies above that of any day. Asked is the share itself.",
            ),
            (
                _with_speeches(7) - _after_offers(7),
                "That is how much the speeches add. Asked is the share with them.",
            ),
            (_after_offers(7), "Those are the offers alone. Take the table `with_speeches`."),
            (_after_any_day(7), "That is the share after any day. Take the table `with_speeches`."),
            (_with_speeches(30), "That is the window of 30 days. Take 7."),
            (
                _with_speeches(7) / 100 * 22,
                "That is how many were followed. Take the mean in place of the sum, times 100.",
            ),
        ],
    ),
}
