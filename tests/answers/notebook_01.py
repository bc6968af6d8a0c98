"""Answers to 01_burden_sharing."""

import pandas as pd

from answers import drawn


def contribution():
    return pd.read_csv("../data/sma_contributions.csv").set_index("year")["amount_krw_bn"]


def share():
    budget = pd.read_csv("../data/rok_defense_budget.csv").set_index("year")["budget_krw_trn"]
    return (contribution() / budget / 10).loc[2005:2025]


def five_years(rise):
    return sum(1170 * (1 + rise / 100) ** n for n in range(5))


def ninth_rule(shift=2):
    inflation = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]
    return 960.2 * (1 + inflation.shift(shift).clip(upper=4).loc[2019:2025] / 100).cumprod()


def line(values, bottom=0, **options):
    ax = drawn(values, **options)
    ax.set_ylim(bottom=bottom)
    return ax


WRONG = {
    "1.1": [
        (lambda: (1346.3 / 960.2 - 1) * 100, "nominal growth"),
        (lambda: 0.217, "fraction"),
        (lambda: 121.7, "on top of 100"),
        (lambda: 28.95, "Begin with 2018"),
        (lambda: (1346.3 / 960.2 * 1.15227 - 1) * 100, "divide by it"),
        (lambda: 22.97, "index points"),
        (lambda: 22, "One decimal"),
        (lambda: 5, "divide 2024 by 2018"),
        (lambda: (21, 7), "with a point, not with a comma"),
        (lambda: pd.Series([1.0, 2.0]), "a table column (Series) of 2 values"),
    ],
    "1.2": [
        (lambda: 432 / 610 * 100, "the part before"),
        (lambda: 178 / 610, "a fraction"),
        (lambda: 178, "Divide by all days"),
        (lambda: 610, "all the days"),
        (lambda: 32 / 464 * 100, "stopped at the signature"),
        (lambda: 50, "Days from 7 March 2021"),
        (lambda: pd.Timedelta(days=178), "Take its .days"),
    ],
    "1.3": [
        (lambda: 932.0 / 2427.9 * 100, "the first number"),
        (lambda: 0.957, "fraction"),
        (lambda: 932.0 / (973.7 + 710.5 + 93.6) * 100, "indirect items"),
        (lambda: 973.7 / 932.0 * 100, "the other way round"),
        (lambda: 932.0 / 4855.8 * 100, "everything twice"),
        (lambda: 96, "One decimal"),
        (lambda: 50, "Divide the contribution"),
        (lambda: None, "you gave None"),
    ],
    "1.4": [
        (lambda: line(share() / 100), "fractions"),
        (lambda: line(share() * 1000), "trillion won: times 1000"),
        (lambda: line(10_000 / share()), "the other way round"),
        (lambda: line(share() / share()[2005] * 100), "index numbers of step 2"),
        (lambda: line(contribution().loc[2005:2025]), "the contribution itself"),
        (lambda: line(share().loc[:2024]), "ends in 2024"),
        (lambda: line(share(), bottom=2), "Begin the vertical axis at zero"),
        (lambda: line(None), "no line and no bar"),
        (lambda: line(list(share())), "not over their years"),
        (lambda: line(share(), ylabel=""), "Name the vertical axis"),
        (lambda: line(share(), title=""), "Say the finding in a title"),
        (lambda: share(), "The chart itself is asked"),
    ],
    "1.5": [
        (lambda: 6105.3 - five_years(7), "The sign is turned"),
        (lambda: five_years(7), "the plan alone"),
        (lambda: five_years(5) - 6105.3, "with 5 percent"),
        (lambda: five_years(7) - contribution().loc[2021:2025].sum(), "2021 to 2025"),
        (lambda: sum(1170 * (1 + 0.07 * n) for n in range(5)) - 6105.3, "1.07**n"),
        (lambda: 6775 - 6105.3, "straight line"),
        (lambda: 5194.7 - 4759.0, "four years"),
        (lambda: 100, "Add the five amounts"),
        (lambda: "623", "without quotation marks"),
    ],
    "1.6": [
        (lambda: ninth_rule(shift=0), "inflation of the same year"),
        (lambda: ninth_rule(shift=1), "inflation of the year before. "),
        (lambda: contribution().loc[2019:2025], "sums that were agreed"),
        (lambda: ninth_rule() / 960.2, "factors"),
        (lambda: ninth_rule().loc[:2024], "has 6 rows; 7 are asked"),
        (lambda: ninth_rule().reset_index(drop=True), "labels of your Series"),
        (lambda: pd.Series([960.2, float("nan")]), "missing (NaN)"),
        (lambda: {2019: 978.8}, "A Series is asked; you gave a dictionary"),
    ],
}
RIGHT = {
    "1.1": lambda answer: [21.7, 21.67],
    "1.2": lambda answer: [29.2, 29.18],
    "1.3": lambda answer: [95.7, 95.72],
    "1.4": lambda answer: [line(share()), line(share(), kind="bar"), line(share()).figure],
    "1.5": lambda answer: [623, 622.8, 623.5],
    "1.6": lambda answer: [answer[::-1], answer.round(1), answer.round(0)],
}
