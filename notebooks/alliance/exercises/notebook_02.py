"""Exercises of 02_engagement."""

import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load


def _kaesong(year: int) -> pd.Series:
    return load("kaesong").set_index("year").loc[year]


def _days_before_inauguration(date: str) -> int:
    return (pd.Timestamp("2021-01-20") - pd.Timestamp(date)).days


def _harris(topic: str) -> str:
    said = load("harris_exchange")
    return said[said["speaker"].str.startswith("Harris") & (said["topic"] == topic)]["date"].iloc[0]


def _fees_beside(column: str) -> pd.Series:
    fees = load("kumgang_payments").query("kind == 'tourism_fee' and cumulative == 'no'")
    fees = fees[fees["period_start"].str.endswith("-01") & fees["period_end"].str.endswith("-12")]
    fees = fees.set_index(fees["period_start"].str[:4].astype(int))["amount_musd"]
    return (fees / load("dprk_trade").set_index("year")[column] * 100).dropna()


def _fees_beside_the_south() -> pd.Series:
    fees = _fees_beside("total_musd") * load("dprk_trade").set_index("year")["total_musd"]
    return (fees / load("inter_korean_trade").set_index("year")["total_musd"]).dropna()


def _kaesong_share(*directions: str) -> pd.Series:
    kaesong = load("inter_korean_trade_by_type").query("type == 'kaesong'").set_index("year")
    total = load("inter_korean_trade").set_index("year").loc[kaesong.index]
    columns = [f"{direction}_musd" for direction in directions]
    return kaesong[columns].sum(axis=1) / total[columns].sum(axis=1) * 100


def _per_year(*amounts: float) -> float:
    months = len(pd.period_range("1998-11", "2008-07", freq="M"))
    return sum(amounts) / (months / 12)


def _days_ended(side: str) -> int:
    spells = load("project_spells").query("ended_by == @side")
    return (pd.to_datetime(spells["end"]) - pd.to_datetime(spells["start"])).dt.days.sum()


def _endings(side: str) -> int:
    return load("project_spells")["ended_by"].eq(side).sum()


def _payment(kind: str, end: str) -> float:
    paid = load("kumgang_payments").query("kind == @kind and period_end == @end and cumulative == 'yes'")
    return paid["amount_musd"].max()


EXERCISES = {
    "2.1": Number(
        expected=lambda: _kaesong(2015)["wage_bill_musd"] / _kaesong(2015)["production_musd"] * 100,
        unit="percent",
        within=0.06,
        right=(
            "About a fifth of what the complex made was paid for labour; the rest was material, machines, transport, "
            "staff from the South, and profit or loss."
        ),
        hint="Divide the wage bill of 2015 by the production of 2015, times 100.",
        mistakes=lambda: [
            (
                _kaesong(2015)["wage_bill_musd"] / _kaesong(2015)["production_musd"],
                "That is the share as a fraction. Multiply by 100 for percent.",
            ),
            (
                _kaesong(2015)["production_musd"] / _kaesong(2015)["wage_bill_musd"] * 100,
                "You divided production by wages: the other way round.",
            ),
            (
                _kaesong(2015)["wage_bill_musd"]
                / _kaesong(2015)[["border_inbound_musd", "border_outbound_musd"]].sum()
                * 100,
                "You divided by the goods that crossed the border, which count material and product. Take production.",
            ),
            (
                _kaesong(2005)["wage_bill_musd"] / _kaesong(2005)["production_musd"] * 100,
                "That is the share of 2005. Take 2015.",
            ),
        ],
    ),
    "2.2": Number(
        expected=lambda: _days_before_inauguration(_harris("tourism")),
        unit="days",
        within=0,
        right="A year and four days (2020 was a leap year): the article's 'days before' is about a year off.",
        hint="Find the first date on which Harris spoke on the topic tourism, and subtract it from 2021-01-20.",
        mistakes=lambda: [
            (-_days_before_inauguration(_harris("tourism")), "Subtract the earlier date from the later one."),
            (
                _days_before_inauguration(_harris("tourism")) + 1,
                "You counted both the first and the last day. Days between two dates count one of them.",
            ),
            (
                _days_before_inauguration(_harris("deterrence")),
                "On that day Harris spoke on military exercises. Take the day on which he spoke on tourism.",
            ),
            (
                _days_before_inauguration(_harris("diplomacy")),
                "That is the farewell interview on the Singapore summit. Take the topic tourism.",
            ),
            (
                _days_before_inauguration(_harris("engagement")),
                "That interview was on engagement in general, nine days earlier. Take the topic tourism.",
            ),
        ],
    ),
    "2.3": Table(
        expected=lambda: _fees_beside("total_musd"),
        unit="percent",
        within=0.06,
        right="From almost seven percent to one in two years: late payments, fewer visitors, then a fee per head.",
        hint="Three whole years have a fee of their own: set the year as index on both sides, divide, times 100.",
        mistakes=lambda: [
            (_fees_beside("total_musd") / 100, "These are fractions. Multiply by 100 for percent."),
            (
                _fees_beside("exports_musd"),
                "You divided by exports, which are not printed for 2000. Divide by total trade.",
            ),
            (10_000 / _fees_beside("total_musd"), "You divided trade by fees: the other way round."),
            (
                _fees_beside_the_south(),
                "You divided by trade between the two Koreas (step 4). Take the North's foreign trade, dprk_trade.csv.",
            ),
        ],
    ),
    "2.4": Chart(
        expected=lambda: _kaesong_share("inbound", "outbound"),
        unit="percent of all inter-Korean trade",
        within=0.06,
        right="From 2011 Kaesong was inter-Korean trade: closing one place in 2016 closed nearly all of it.",
        hint="For each year from 2004 to 2016 divide trade['kaesong'] by trade['total'], times 100.",
        mistakes=lambda: [
            (_kaesong_share("inbound", "outbound") / 100, "These are fractions. Multiply by 100 for percent."),
            (_kaesong_share("inbound"), "That is the share of goods carried South only. Add both directions."),
            (_kaesong_share("outbound"), "That is the share of goods carried North only. Add both directions."),
        ],
    ),
    "2.5": Number(
        expected=lambda: _per_year(_payment("tourism_fee", "2008-07"), _payment("business_rights", "2010-06")),
        unit="million dollars a year",
        within=0.6,
        right=("Now compare it with the fees alone and with the two periods. Who would choose which wording?"),
        hint="Add the 487 of ten years of fees and the 450 of business rights, then divide by the 117 months in years.",
        mistakes=lambda: [
            (_per_year(_payment("tourism_fee", "2008-07")), "That counts the fees alone. Add the business rights."),
            (_per_year(_payment("business_rights", "2010-06")), "That counts the rights alone. Add the fees."),
            (
                (_payment("tourism_fee", "2008-07") + _payment("business_rights", "2010-06")) / 10,
                "The tours ran for 117 months, a little less than ten years.",
            ),
            (
                _per_year(_payment("tourism_total", "2010-06"), _payment("business_rights", "2010-06")),
                "The ministry's total for tourism includes the tours of Kaesong city. Take the 487 million.",
            ),
            (
                (_payment("tourism_fee", "2008-07") + _payment("business_rights", "2010-06")) / 117,
                "That is the amount a month. Divide by years.",
            ),
        ],
    ),
    "2.6": Number(
        expected=lambda: _days_ended("ROK"),
        unit="days",
        within=0.5,
        right="By endings Pyongyang leads, by days Seoul does: the way of counting makes the headline.",
        hint='Sum the days of the rows whose ended_by is "ROK".',
        mistakes=lambda: [
            (_days_ended("DPRK"), "Those are the days that Pyongyang's decisions ended. Take Seoul's."),
            (_days_ended("ROK") + _days_ended("DPRK"), "That is the sum of both sides. Keep one group."),
            (_endings("ROK"), "That is the number of endings. Sum their days instead of counting them."),
            (_days_ended("ROK") / _endings("ROK"), "That is the mean of the stretches. Take their sum."),
        ],
    ),
}
