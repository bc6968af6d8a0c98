"""Exercises of 02_engagement_further."""

import pandas as pd

from ..questions import Chart, Number
from ..tables import load


def _paid(kind: str, end: str) -> float:
    """Return the million dollars paid for ``kind`` in the rows that end in the month ``end``."""
    return (
        load("kumgang_payments")
        .query("kind == @kind and period_end == @end and cumulative == 'yes'")["amount_musd"]
        .max()
    )


def _sent(kind: str) -> float:
    return load("kumgang_payments").query("kind == @kind")["amount_musd"].sum()


FEES, RIGHTS = ("tourism_fee", "2008-07"), ("business_rights", "2010-06")
CASH, GOODS = "transfer_2000_cash", "transfer_2000_goods"


def _fees_a_year(months: bool = True, years: bool = True) -> pd.Series:
    """Return the fees of five stretches of time; without ``months`` or ``years`` the first or last as it is."""
    fees = load("kumgang_payments").query("kind == 'tourism_fee' and cumulative == 'no'")
    first = fees.query("period_start == '1998-11'")["amount_musd"].item()
    whole = {
        year: fees.query("period_start == @year + '-01' and period_end == @year + '-12'")["amount_musd"].item()
        for year in ("2000", "2001", "2002")
    }
    last = _paid(*FEES) - _paid("tourism_fee", "2003-07")
    first, last = first / 14 * 12 if months else first, last / 5 if years else last
    return pd.Series({"1998-99": first, **whole, "2003-08": last})


def _kaesong_share(*directions: str) -> pd.Series:
    kaesong = load("inter_korean_trade_by_type").query("type == 'kaesong'").set_index("year")
    total = load("inter_korean_trade").set_index("year").loc[kaesong.index]
    columns = [f"{direction}_musd" for direction in directions]
    return kaesong[columns].sum(axis=1) / total[columns].sum(axis=1) * 100


BOTH = ("inbound", "outbound")


def _refused(*codes: str, of: str = "needed") -> int:
    """Return how many steps Pyongyang answered with one of ``codes``: of ``needed``, of Seoul's ``own``, of all."""
    steps = load("engagement_proposals")
    if of != "all":
        steps = steps.query("proposed_by == 'Seoul'")
    if of == "needed":
        steps = steps.query("needs_pyongyang == 'yes'")
    return steps["dprk_code"].isin(codes).sum()


NO = ("refused", "other_matter", "no_answer")

EXERCISES = {
    "2.5": Number(
        expected=lambda: _paid(*FEES) + _sent(CASH) + _sent(GOODS),
        unit="million dollars",
        tolerance=0.6,
        correct="Nearly one billion. Over the ten years of the tours that is about a hundred million a year.",
        hints=(
            "Three different things were paid for: tours, rights in cash, goods. Which names stand for one sum?",
            "The business rights and the cash of June 2000 are, as we infer, one sum of 450 million.",
            "`answer_2_5 = 487 + 450 + 50`",
        ),
        mistakes=lambda: [
            (
                _paid(*FEES) + _paid(*RIGHTS) + _sent(CASH) + _sent(GOODS),
                "You counted one sum twice: the business rights are the cash of June 2000.",
            ),
            (
                _paid(*FEES) + _paid(*RIGHTS) + _sent(CASH),
                "You counted the rights twice, as rights and as cash, and left out the goods.",
            ),
            (_paid(*FEES) + _sent(CASH), "You left out what was sent in goods."),
            (_paid(*FEES) + _sent(GOODS), "You left out the rights, the cash of June 2000."),
            (_paid(*FEES), "Those are the tour fees alone. Add the rights and the goods."),
            (_sent(CASH) + _sent(GOODS), "That is the transfer of June 2000 alone. Add the tour fees."),
        ],
    ),
    "2.6": Chart(
        expected=_fees_a_year,
        unit="million dollars a year",
        tolerance=0.6,
        correct="A fair comparison: by these totals the fall is more than tenfold, by the ministry's about sevenfold.",
        hints=(
            "Each bar is an amount for twelve months. Which of the five amounts are for another time?",
            "Divide the first amount by its 14 months and multiply by 12; divide the last one by its five years.",
            (
                '`ax.bar(["1998-99", "2000", "2001", "2002", "2003-08"], '
                "[206 / 14 * 12, 136, 37.212, 21.492, 79.755 / 5])`"
            ),
        ),
        mistakes=lambda: [
            (_fees_a_year(months=False), "The first bar is still the amount of 14 months. Make it one of twelve."),
            (_fees_a_year(years=False), "The last bar is still the amount of five years. Divide it by five."),
            (
                _fees_a_year(months=False, years=False),
                "These are the amounts as they were printed. Make the first and the last one an amount a year.",
            ),
        ],
        from_zero=True,
    ),
    "2.7": Chart(
        expected=lambda: _kaesong_share(*BOTH),
        unit="percent of all trade between the Koreas",
        tolerance=0.06,
        correct="From 2011 on Kaesong was the trade: closing one place in 2016 closed nearly all of it.",
        hints=(
            "A share is a part divided by its whole, times 100: for each year from 2004 to 2016.",
            "First the years: `some_years = trade.loc[2004:2016]`. Then divide the column `kaesong` by `total`.",
            '`share = some_years["kaesong"] / some_years["total"] * 100`, then `ax.plot(share.index, share)`',
        ),
        mistakes=lambda: [
            (_kaesong_share(*BOTH) / 100, "These are fractions. Multiply by 100 for percent."),
            (10_000 / _kaesong_share(*BOTH), "You divided the total by Kaesong: the other way round."),
            (
                load("kaesong").set_index("year")[["border_inbound_musd", "border_outbound_musd"]].sum(axis=1),
                "These are amounts in million dollars. Divide them by the total of each year.",
            ),
        ],
    ),
    "2.8": Number(
        expected=lambda: _refused(*NO),
        unit="steps",
        tolerance=0,
        correct="One rule doubles the refusals, from 3. The headline moves from 'silent' to 'refused half'.",
        hints=(
            "Three codes count as a refusal now. The table of counts under `needed` has them all.",
            '`needed["dprk_code"].value_counts()` shows how many rows have each code. Add three of the numbers.',
            'Below `counts = needed["dprk_code"].value_counts()` write '
            '`answer_2_8 = counts["refused"] + counts["other_matter"] + counts["no_answer"]`',
        ),
        mistakes=lambda: [
            (_refused("refused"), "You counted one code. Two more are a refusal now: `no_answer` and `other_matter`."),
            (_refused("refused", "no_answer"), "That is the rule of the chart. Add the words on another matter."),
            (_refused("refused", "other_matter"), "You left out the reported silence, `no_answer`."),
            (_refused(*NO, of="own"), "You counted all steps of Seoul. Take those that needed an act of Pyongyang."),
            (_refused(*NO, of="all"), "You counted all rows. Take the 12 in `needed`."),
            (_refused(*NO, "none_seen"), "`none_seen` is no silence: our sources have nothing. Leave it out."),
        ],
    ),
}
