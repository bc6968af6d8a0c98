"""Answers to 04_humanitarian_access."""

import pandas as pd

from answers import drawn


def goods(year="2019", column="to_dprk_musd"):
    monthly = pd.read_csv("../data/china_trade_monthly.csv", parse_dates=["month"]).set_index("month")
    return monthly[column].asfreq("MS")[year].resample("QE")


def aid(column="total_krw_bn"):
    return pd.read_csv("../data/rok_aid.csv").set_index("year")[column]


def prices(base=2020, country="rok"):
    change = pd.read_csv("../data/prices_and_rates.csv").set_index("year")[f"{country}_cpi_change_pct"]
    chain = (1 + change / 100).cumprod()
    return (chain / chain[base]).loc[1995:2024]


def rises():
    return pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]


def periods(before, after):
    return pd.Series({"before": before, "after": after})


def ends(low, high):
    return pd.Series({"low": low, "high": high})


WRONG = {
    "4.1": [
        (lambda: 84 / 99 * 100, "A fall is a negative number"),
        (lambda: -84 / 99, "fraction"),
        (lambda: -84, "change in days"),
        (lambda: 15 / 99 * 100, "what was left"),
        (lambda: -560, "divided by the new value"),
        (lambda: 560, "new minus old, divided by the old"),
        (lambda: (35 - 165) / 165 * 100, "the longest wait"),
        (lambda: (38 - 15) / 15 * 100, "change of the approvals"),
        (lambda: 10, "Take the later mean"),
        (lambda: "-84.8", "without quotation marks"),
        (lambda: pd.Series([99, 15]), "One number is asked"),
    ],
    "4.2": [
        (lambda: goods().sum() / 3, "as if the third were zero"),
        (lambda: goods().sum(), "sums of a quarter"),
        (lambda: goods().sum(min_count=3) / 3, "a mean can still be taken"),
        (lambda: goods(slice(None)).mean(), "These are all years"),
        (lambda: goods().sum(min_count=3).dropna() / 3, "Two quarters are missing"),
        (lambda: goods("2018").mean(), "the year before"),
        (lambda: goods(column="total_musd").mean(), "both directions"),
        (lambda: goods().max(), "let .mean() leave out"),
        (lambda: goods().mean().reset_index(drop=True), "labels of your Series"),
        (lambda: 211.4, "A Series is asked; you gave a number"),
    ],
    "4.3": [
        (lambda: periods(5 / 9, 2 / 11), "fractions"),
        (lambda: periods(5.0, 2.0), "counts"),
        (lambda: periods(12 / 29 * 100, 8 / 29 * 100), "all speakers"),
        (lambda: periods(3 / 9 * 100, 2 / 11 * 100), "left out banking"),
        (lambda: periods(5 / 29 * 100, 2 / 29 * 100), "statements of all speakers"),
        (lambda: periods(2 / 11 * 100, 5 / 9 * 100), "changed places"),
        (lambda: periods(5 / 20 * 100, 2 / 20 * 100), "period by period"),
        (lambda: periods(40.0, 40.0), "Keep the rows of the UN"),
        (lambda: pd.Series([55.6, 18.2]), "labels of your Series"),
        (lambda: pd.DataFrame({"share": [55.6, 18.2]}), "A Series is asked; you gave a table"),
    ],
    "4.4": [
        (lambda: drawn(aid()), "nominal won"),
        (lambda: drawn(aid() * prices(), kind="bar"), "multiplied by the price index"),
        (lambda: drawn(aid() / prices(country="us")), "prices of the United States"),
        (lambda: drawn(aid() / prices(base=1995)), "first year of the table"),
        (lambda: drawn(aid() / (1 + rises() / 100).cumprod().loc[1995:2024]), "divide it by its own value"),
        (lambda: drawn((aid("govt_krw_bn") / prices()).dropna()), "no value for the last years"),
        (lambda: drawn(list(aid() / prices())), "not over their years"),
        (lambda: drawn(aid() / prices(), ylabel=""), "Name the vertical axis"),
        (lambda: drawn(aid() / prices(), title=""), "Say the finding in a title"),
        (lambda: drawn(None), "no line and no bar"),
        (lambda: aid() / prices(), "The chart itself is asked"),
    ],
    "4.5": [
        (lambda: 8 / 29, "fraction"),
        (lambda: 8, "number of statements"),
        (lambda: 25 / 29 * 100, "Both have to stand in the list"),
        (lambda: 13 / 29 * 100, "sanctions or banking, with the closure or without it"),
        (lambda: 20 / 29 * 100, "That is the border closure"),
        (lambda: 8 / 58 * 100, "both periods"),
        (lambda: 8 / 20 * 100, "that name the closure"),
        (lambda: 8 / 13 * 100, "that name sanctions or banking"),
        (lambda: 99, "does its list hold"),
        (lambda: None, "you gave None"),
    ],
    "4.6": [
        (lambda: ends(425, 1250), "left in those who die even when treated"),
        (lambda: ends(400, 1250), "Start from the children"),
        (lambda: ends(420.75, 1237.5), "one percent of the deaths"),
        (lambda: ends(800, 2450), "Only half of them"),
        (lambda: ends(850, 2500), "Two assumptions"),
        (lambda: ends(40_000, 122_500), "divide by one hundred"),
        (lambda: ends(1225, 400), "changed places"),
        (lambda: ends(1, 2), "Multiply the children"),
        (lambda: pd.Series([400, 1225]), "labels of your Series"),
        (lambda: 400, "A Series is asked; you gave a number"),
    ],
}
RIGHT = {
    "4.1": lambda answer: [-84.8, -85],
    "4.2": lambda answer: [answer[::-1], answer.round(1)],
    "4.3": lambda answer: [periods(55.6, 18.2), periods(56, 18), answer[::-1]],
    "4.4": lambda answer: [
        drawn(aid() / prices()),
        drawn(aid() / prices(), kind="bar").figure,
        drawn((aid() / prices()).rename(index=str), kind="bar"),
        drawn((aid() / prices()).reindex(range(1989, 2025)), kind="bar"),
    ],
    "4.5": lambda answer: [27.6, 28],
    "4.6": lambda answer: [ends(400, 1225), answer[::-1]],
}
