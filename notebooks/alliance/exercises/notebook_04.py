"""Exercises of 04_humanitarian_access."""

import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load

SANCTIONS = {"sanctions", "banking"}


def _exemptions(measure: str) -> pd.Series:
    return load("exemptions_1718").query("measure == @measure").set_index("year")["value"]


def _change(measure: str) -> float:
    values = _exemptions(measure)
    return (values[2019] - values[2018]) / values[2018] * 100


def _goods(year: str | slice, column: str = "to_dprk_musd") -> "pd.core.resample.Resampler":
    monthly = load("china_trade_monthly")
    months = monthly.set_index(pd.to_datetime(monthly["month"]))[column].asfreq("MS")
    return months[year].resample("QE")


def _first_cause(causes: set[str], everybody: bool = False) -> pd.Series:
    rows = load("access_constraints") if everybody else _un()
    return rows["primary_cause"].isin(causes).groupby(rows["refers_to"]).mean() * 100


def _names(rows: pd.DataFrame, causes: set[str]) -> pd.Series:
    named = (rows["primary_cause"] + ";" + rows["other_causes"].fillna("")).str.split(";")
    return named.apply(lambda those: bool(causes & set(those)))


def _after(how: str) -> pd.Series:
    """Return for each statement on the time after the closure whether it names the closure, the sanctions or both."""
    rows = load("access_constraints").query("refers_to == 'after'")
    closure, sanctions = _names(rows, {"border_closure"}), _names(rows, SANCTIONS)
    return {"both": closure & sanctions, "either": closure | sanctions, "closure": closure, "sanctions": sanctions}[how]


def _un() -> pd.DataFrame:
    return load("access_constraints").query("actor_type == 'UN'")


def _un_counts() -> pd.Series:
    rows = _un()
    return rows["primary_cause"].isin(SANCTIONS).groupby(rows["refers_to"]).sum().astype(float)


def _un_mentions() -> pd.Series:
    rows = _un()
    return _names(rows, SANCTIONS).groupby(rows["refers_to"]).mean() * 100


def _price_index(base: int | None, column: str = "rok_cpi_change_pct") -> pd.Series:
    prices = (1 + load("prices_and_rates").set_index("year")[column] / 100).cumprod()
    return prices if base is None else prices / prices[base]


def _aid(column: str = "total_krw_bn") -> pd.Series:
    return load("rok_aid").set_index("year")[column]


def _essay() -> pd.Series:
    return load("delay_estimates").query("publication == 'essay_aug'").set_index("item")["value"]


def _by_delay(share: float, treated_die: int, low: str = "low", high: str = "high") -> pd.Series:
    essay = _essay()
    missed = essay["children_untreated"] * share
    ends = {low: essay["fatality_untreated_low"], high: essay["fatality_untreated_high"]}
    return pd.Series({name: missed * (fatality - treated_die) / 100 for name, fatality in ends.items()})


EXERCISES = {
    "4.1": Number(
        expected=lambda: _change("approval_days_mean"),
        unit="percent",
        tolerance=0.5,
        correct="By mid-2019 more than four fifths of the wait was gone. Which year does the word 'swift' fit?",
        hints=(
            "Take the later mean less the earlier one, divide by the earlier one, times one hundred.",
            (
                '`days = series["approval_days_mean"]`, then `days[2019]` and `days[2018]`. A change in percent is '
                "the difference, divided by the old value, times 100."
            ),
        ),
        mistakes=lambda: [
            (-_change("approval_days_mean"), "The size is right. A fall is a negative number: new minus old."),
            (_change("approval_days_mean") / 100, "That is the change as a fraction. Multiply by 100 for percent."),
            (
                _exemptions("approval_days_mean").diff().iloc[-1],
                "That is the change in days. Divide it by the old value.",
            ),
            (
                _exemptions("approval_days_mean").iloc[::-1].pct_change().iloc[-1] * 100,
                "You divided by the new value, and took the old less the new. Take new minus old, divided by the old.",
            ),
            (
                100 + _change("approval_days_mean"),
                "That is what was left of the wait, in percent. The change is asked.",
            ),
            (
                _exemptions("approval_days_mean").iloc[::-1].pct_change().iloc[-1] * -100,
                "You divided by the new value. A change is measured against the old one.",
            ),
            (_change("approval_days_max"), "That is the longest wait. Take the mean."),
            (_change("approved_para25"), "That is the change of the approvals. Take the days."),
        ],
    ),
    "4.2": Table(
        expected=lambda: _goods("2019").mean(),
        unit="million dollars a month",
        tolerance=0.06,
        correct="With two known months the last quarter was a rise; with a zero for the gap it looks like a fall.",
        hints=(
            "Take the goods of the year, resample them to quarters, and let .mean() leave out the missing months.",
            (
                'Choose the year with `goods["2019"]`, then `.resample("QE")`, and then not `.sum()`. Which other '
                "word leaves missing months out of the calculation?"
            ),
        ),
        mistakes=lambda: [
            (
                _goods("2019").sum() / 3,
                "Two quarters have only two known months: you divided their sum by three, as if the third were zero.",
            ),
            (_goods("2019").sum(), "These are sums of a quarter. Goods per month are asked."),
            (
                _goods("2019").sum(min_count=3) / 3,
                "Two quarters are empty (NaN): with two known months a mean can still be taken.",
            ),
            (
                _goods("2019").sum(min_count=3).dropna() / 3,
                "Two quarters are missing: with two known months a mean can still be taken.",
            ),
            (_goods(slice(None)).mean(), "These are all years. Choose the one that is asked before you resample."),
            (_goods("2018").mean(), "That is the year before. Take the one that is asked."),
            (
                _goods("2019", "total_musd").mean(),
                "That is the trade in both directions. Take the goods to the North.",
            ),
        ],
    ),
    "4.3": Table(
        expected=lambda: _first_cause(SANCTIONS),
        unit="percent",
        tolerance=0.5,
        correct="The UN's voice moves from sanctions and banks to the border. Look at who the exceptions are.",
        hints=(
            "Keep the rows of the UN, ask whether the first cause is one of the two, and take the mean by period.",
            (
                'Filter first: `un = statements[statements["actor_type"] == "UN"]`. Then '
                '`un["primary_cause"].isin([...])` is true or false for each row, and the mean of true and false, '
                'grouped by `un["refers_to"]`, is a share.'
            ),
        ),
        mistakes=lambda: [
            (_first_cause(SANCTIONS) / 100, "These are fractions. Multiply by 100 for percent."),
            (_un_counts(), "These are counts. Divide by the number of UN statements of each period."),
            (_first_cause(SANCTIONS, everybody=True), "These are all speakers. Keep the rows of the UN."),
            (_first_cause({"sanctions"}), "You left out banking. Both causes count here."),
            (
                _first_cause(SANCTIONS).rename({"before": "after", "after": "before"}),
                "The two periods have changed places.",
            ),
            (_un_mentions(), "That counts every mention. Count the cause put first."),
            (
                _un_counts() / len(_un()) * 100,
                "You divided by all rows of the UN. Divide period by period.",
            ),
            (
                _un_counts() / load("access_constraints")["refers_to"].value_counts() * 100,
                "You divided by the statements of all speakers. Divide by those of the UN.",
            ),
        ],
    ),
    "4.4": Chart(
        expected=lambda: (_aid() / _price_index(2020)).loc[1995:2024],
        unit="billion won of constant value",
        tolerance=0.6,
        correct="The peak moves by three years. What would a comparison in nominal won have told a voter?",
        hints=(
            "Divide the aid of each year by the price index of that year, with the base year at one.",
            (
                '`change = pd.read_csv("../data/prices_and_rates.csv").set_index("year")["rok_cpi_change_pct"]`; '
                "the chain is `(1 + change / 100).cumprod()`. Divide it by its own value in 2020, so that 2020 "
                'becomes 1. Load the aid: `rok = pd.read_csv("../data/rok_aid.csv").set_index("year")`, and divide '
                "it by the index: pandas matches the years, and `.loc[1995:2024]` keeps the ones asked."
            ),
        ),
        mistakes=lambda: [
            (
                (_aid() / _price_index(None)).loc[1995:2024],
                "Your chain does not yet begin to count from the base year: divide it by its own value there.",
            ),
            (_aid(), "These are nominal won. Divide by the price index."),
            (
                (_aid() * _price_index(2020)).loc[1995:2024],
                "You multiplied by the price index. Old won bought more, so divide.",
            ),
            (
                (_aid() / _price_index(2020, "us_cpi_change_pct")).loc[1995:2024],
                "You used the prices of the United States. Take the South's.",
            ),
            (
                (_aid() / _price_index(1995)).loc[1995:2024],
                "Your base is the first year of the table. Let the index be one in the year that is asked.",
            ),
            (
                (_aid("govt_krw_bn") / _price_index(2020)).loc[1995:2019],
                "That is the government's aid, and it has no value for the last years. Take the total.",
            ),
        ],
    ),
    "4.5": Number(
        expected=lambda: _after("both").mean() * 100,
        unit="percent",
        tolerance=0.5,
        correct="More than a quarter name both, which 'rather than' cannot say. What do the other rows do?",
        hints=(
            "For each statement on the time after: does its list hold the closure, and one of the two others?",
            (
                "`mentioned` holds a list of causes for each row. `closure = mentioned.apply(lambda causes: "
                '"border_closure" in causes)` is true or false for each row; make a second one for sanctions or '
                "banking, join the two with `&`, keep the rows after, and take the mean."
            ),
        ),
        mistakes=lambda: [
            (_after("both").mean(), "That is a fraction. Multiply by 100 for percent."),
            (_after("both").sum(), "That is the number of statements. Divide by all statements after the closure."),
            (_after("either").mean() * 100, "That is one *or* the other. Both have to stand in the list: use &."),
            (_after("sanctions").mean() * 100, "That is sanctions or banking, with the closure or without it."),
            (_after("closure").mean() * 100, "That is the border closure, with sanctions or without them."),
            (
                _after("both").sum() / len(load("access_constraints")) * 100,
                "You divided by the statements of both periods. Divide by those after the closure.",
            ),
            (
                _after("both").sum() / _after("closure").sum() * 100,
                "You divided by the statements that name the closure. Divide by all after it.",
            ),
            (
                _after("both").sum() / _after("sanctions").sum() * 100,
                "You divided by those that name sanctions or banking. Divide by all after the closure.",
            ),
        ],
    ),
    "4.6": Table(
        expected=lambda: _by_delay(0.5, 1),
        unit="deaths",
        tolerance=0.6,
        correct="A range, and the half that makes it is a supposition. Would you print it without saying so?",
        hints=(
            "Multiply the children missed by delay with the fatality less the share who die even when treated.",
            (
                "The share who die for want of treatment is the fatality less the one percent. Percent are "
                'hundredths. Put both ends into `pd.Series({"low": ..., "high": ...})`.'
            ),
        ),
        mistakes=lambda: [
            (
                pd.Series({end: _essay()[f"deaths_malnutrition_{end}"] / 2 for end in ("low", "high")}),
                "The printed upper end does not take off the one percent. Start from the children, not from the range.",
            ),
            (
                _by_delay(0.5, 0) * 0.99,
                "You took off one percent of the deaths. One percent of the children die even when treated.",
            ),
            (_by_delay(0.5, 0), "You left in those who die even when treated. Take their share off the fatality."),
            (_by_delay(1, 1), "Those are all children who were missed. Only half of them are put down to delay."),
            (_by_delay(1, 0), "Those are all children who were missed. Two assumptions are still to come."),
            (_by_delay(50, 1), "The fatality is in percent: divide by one hundred."),
            (_by_delay(0.5, 1, "high", "low"), "The two ends have changed places."),
        ],
    ),
}
