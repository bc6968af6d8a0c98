"""Exercises of 02_engagement."""

import pandas as pd

from ..questions import Number
from ..tables import load


def _kaesong(year: int) -> pd.Series:
    return load("kaesong").set_index("year").loc[year]


def _border() -> float:
    return _kaesong(2015)[["border_inbound_musd", "border_outbound_musd"]].sum()


def _share(part: float, whole: float) -> float:
    return part / whole * 100


def _pay() -> float:
    """Return the dollars paid for each worker in a month of 2015."""
    return _kaesong(2015)["wage_bill_musd"] * 1e6 / _kaesong(2015)["nk_workers"] / 12


def _days(side: str, without: str = "") -> int:
    """Return the days of running projects that the decisions of ``side`` ended."""
    endings = load("project_spells").query("ended_by == @side and project != @without")
    return (pd.to_datetime(endings["end"]) - pd.to_datetime(endings["start"])).dt.days.sum()


def _endings(side: str) -> int:
    return load("project_spells")["ended_by"].eq(side).sum()


def _harris(topic: str) -> str:
    said = load("harris_exchange")
    return said[said["speaker"].str.startswith("Harris") & (said["topic"] == topic)]["date"].iloc[0]


def _before_inauguration(date: str) -> int:
    return (pd.Timestamp("2021-01-20") - pd.Timestamp(date)).days


TRADE = "General and processing trade"

EXERCISES = {
    "2.1": Number(
        expected=lambda: _share(_kaesong(2015)["wage_bill_musd"], _kaesong(2015)["production_musd"]),
        unit="percent",
        tolerance=0.06,
        correct="About a fifth of what was made. The rest was material, transport, staff, and profit or loss.",
        hints=(
            "Percent is a part divided by its whole, times 100. Here the wages are the part.",
            "The whole is the value of the goods made: the name `goods`.",
            "Write `wages / goods * 100` in place of the dots.",
        ),
        mistakes=lambda: [
            (
                _kaesong(2015)["wage_bill_musd"] / _kaesong(2015)["production_musd"],
                "That is the share as a fraction. Multiply by 100 for percent.",
            ),
            (
                _share(_kaesong(2015)["production_musd"], _kaesong(2015)["wage_bill_musd"]),
                "You divided the goods by the wages. It goes the other way round.",
            ),
            (
                _share(_kaesong(2015)["wage_bill_musd"], _border()),
                "You divided by the goods over the border. Take the goods made.",
            ),
        ],
    ),
    "2.2": Number(
        expected=_pay,
        unit="dollars a month",
        tolerance=0.6,
        correct="About 185 dollars a month. How much of it a worker saw is disputed: see the second helping.",
        hints=(
            "Divide the wages by the workers. Then mind two things: millions, and months.",
            "Times 1,000,000 turns million dollars into dollars. Divided by 12 a year becomes a month.",
            'Write `wages * 1_000_000 / kaesong_2015["nk_workers"]`, and divide that by 12.',
        ),
        mistakes=lambda: [
            (_pay() * 12, "That is the pay of a year. Divide by 12 months."),
            (
                _kaesong(2015)["wage_bill_musd"] / _kaesong(2015)["nk_workers"],
                "The wages are in million dollars. Multiply by 1,000,000, and divide by 12 months.",
            ),
            (
                _kaesong(2015)["production_musd"] * 1e6 / _kaesong(2015)["nk_workers"] / 12,
                "You divided the goods made. Take the wages.",
            ),
            (
                _kaesong(2015)["avg_pay_usd_month"],
                "That is the average which the ministry printed. Compute your own: it is close to it.",
            ),
        ],
    ),
    "2.3": Number(
        expected=lambda: _days("ROK", without=TRADE),
        unit="days",
        tolerance=0,
        correct=("4,400 days against 4,390: Seoul still leads, but by ten days. Its long lead was general trade."),
        hints=(
            "Two things: drop the row of general trade from `seoul`, then add up the days that are left.",
            'In the line of the task put `"General and processing trade"` in place of `"Mt. Kumgang tours"`.',
            'Behind this line write the end of `seoul["days"].sum()`, from the first bracket on.',
        ),
        mistakes=lambda: [
            (_days("ROK"), "Nothing was dropped. Write the name of general trade exactly as it stands in the table."),
            (_days("DPRK"), "Those are the days that Pyongyang's decisions ended. Take the table `seoul`."),
            (
                _days("ROK", without="Mt. Kumgang tours"),
                "You left out the tours, as the example did. Leave out general trade.",
            ),
            (
                _days("ROK") - _days("ROK", without=TRADE),
                "Those are the days of general trade alone. Leave them out (`!=` and not `==`).",
            ),
            (_endings("ROK") - 1, "That is the number of endings. Add up their days."),
        ],
    ),
    "2.4": Number(
        expected=lambda: _before_inauguration(_harris("tourism")),
        unit="days",
        tolerance=0,
        correct="A year and four days. 'Days before' Biden took office is a year off.",
        hints=(
            "Read the words, not the names: which statement is about tours? Take the date in its row.",
            "The statement begins with 'Tourism is allowed'. Its date stands in the same row.",
            'It is 16 January 2020. Write `"2020-01-16"` in place of `"2020-06-16"`.',
        ),
        mistakes=lambda: [
            (-_before_inauguration(_harris("tourism")), "Subtract the earlier date from the later one."),
            (
                _before_inauguration(_harris("tourism")) + 1,
                "You counted both the first and the last day. Days between two dates count one of them.",
            ),
            (
                _before_inauguration(_harris("deterrence")),
                "On that day Harris spoke on hope and on military exercises. Find the statement on tourism.",
            ),
            (
                _before_inauguration(_harris("diplomacy")),
                "That is his farewell interview, on the Singapore summit. Find the statement on tourism.",
            ),
            (
                _before_inauguration(_harris("engagement")),
                "That interview was on progress between the Koreas in general. Find the statement on tourism.",
            ),
            (
                _before_inauguration("2020-01-17"),
                "On that day Seoul answered. Find the statement of Harris himself.",
            ),
            (
                _before_inauguration("2020-06-16"),
                "That is the end of the liaison office. Put the date of Harris in its place.",
            ),
        ],
    ),
}
