"""Answers to 01_burden_sharing."""

import pandas as pd

from answers import drawn


def contribution():
    return pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]


def budget():
    return pd.read_csv("../data/rok_defense_budget.csv").set_index("year")


def path(growth, first=920.0):
    return first * (1 + growth.loc[2015:2018] / 100).cumprod()


def share():
    return (contribution() / budget()["budget_krw_trn"] / 10).loc[2005:2025]


def five_years(rise):
    return sum(1170 * (1 + rise / 100) ** n for n in range(5))


WRONG = {
    "1.1": [
        (lambda: (1346.3 / 960.2 - 1) * 100, "nominal growth"),
        (lambda: 0.217, "fraction"),
        (lambda: 121.7, "on top of 100"),
        (lambda: 28.95, "Begin with 2018"),
        (lambda: (1346.3 / 960.2 * 1.15227 - 1) * 100, "divide by it"),
        (lambda: 5, "divide 2024 by 2018"),
        (lambda: (21, 7), "with a point, not with a comma"),
        (lambda: pd.Series([1.0, 2.0]), "a table column (Series) of 2 values"),
    ],
    "1.2": [
        (lambda: 432, "until agreement in principle"),
        (lambda: 464, "until the signature"),
        (lambda: 609, "one day before"),
        (lambda: 443, "until the text was initialed"),
        (lambda: -610, "earlier date from the later"),
        (lambda: 611, "both the first and the last day"),
        (lambda: 20, "Subtract the day"),
        (lambda: pd.Timedelta(days=610), "Take its .days"),
    ],
    "1.3": [
        (lambda: pd.concat([pd.Series({2014: 920.0}), path(budget()["growth_pct"])]), "same year's budget"),
        (lambda: path(budget()["growth_pct"].shift(1)), "2014 included"),
        (
            lambda: 920.0 * (1 + budget()["growth_pct"].shift(1).loc[2014:2018] / 100).cumprod(),
            "You let 2014 grow already",
        ),
        (lambda: 920.0 * (1 + budget()["growth_pct"].shift(1).loc[2014:2018] / 100), "anew in every year"),
        (lambda: contribution().loc[2014:2018], "amounts that were agreed"),
        (lambda: pd.Series({2014: 920.0, 2015: 930.0}), "has 2 rows; 5 are asked"),
        (lambda: pd.Series([920.0, float("nan"), 1.0, 2.0, 3.0]), "missing (NaN)"),
        (lambda: {2014: 920.0}, "A Series is asked; you gave a dictionary"),
    ],
    "1.4": [
        (lambda: drawn(share() / 100), "fractions"),
        (lambda: drawn(share() * 1000), "trillion won: times 1000"),
        (lambda: drawn(10_000 / share()), "the other way round"),
        (lambda: drawn(share() / share()[2005] * 100), "index of step 2"),
        (lambda: drawn(contribution().loc[2005:2025]), "the contribution itself"),
        (lambda: drawn(None), "no line and no bar"),
        (lambda: drawn(list(share())), "not over their years"),
        (lambda: drawn(share(), ylabel=""), "Name the vertical axis"),
        (lambda: drawn(share(), title=""), "Say the finding in a title"),
        (lambda: share(), "The chart itself is asked"),
    ],
    "1.5": [
        (lambda: contribution().loc[2020:2024].sum() - five_years(7), "The sign is turned"),
        (lambda: five_years(7), "the text alone"),
        (lambda: five_years(5) - contribution().loc[2020:2024].sum(), "with 5 percent"),
        (lambda: five_years(7) - contribution().loc[2021:2025].sum(), "2021 to 2025"),
        (lambda: sum(1170 * (1 + 0.07 * n) for n in range(5)) - 6105.3, "1.07**n"),
        (lambda: 5194.7 - 4759.0, "four years"),
        (lambda: 100, "Add the five amounts"),
        (lambda: "623", "without quotation marks"),
    ],
    "1.6": [
        (lambda: 932.0 / 2427.9 * 100, "the first number, with Pyeongtaek"),
        (lambda: 0.957, "fraction"),
        (lambda: 932.0 / (973.7 + 710.5 + 93.6) * 100, "indirect items"),
        (lambda: 973.7 / 932.0 * 100, "the other way round"),
        (lambda: 932.0 / 4855.8 * 100, "everything twice"),
        (lambda: 932.0 / 3401.6 * 100, "leave it out as well"),
        (lambda: 50, "Contribution divided by"),
        (lambda: None, "you gave None"),
    ],
}
RIGHT = {
    "1.1": lambda answer: [21.7, 21.67],
    "1.2": lambda answer: [610, 610.0],
    "1.3": lambda answer: [answer[::-1], answer.round(1), answer.round(0)],
    "1.4": lambda answer: [drawn(share()), drawn(share(), kind="bar"), drawn(share()).figure],
    "1.5": lambda answer: [623, 622.8, 623.5],
    "1.6": lambda answer: [95.7, 95.72],
}
