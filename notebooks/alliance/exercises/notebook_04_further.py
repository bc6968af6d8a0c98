"""Exercises of 04_humanitarian_access_further."""

import pandas as pd

from ..questions import Chart, Number, Table
from ..tables import load

SANCTIONS = ("sanctions", "banking")


def _reported(first: int = 2009, last: int = 2018) -> pd.Series:
    """Return the aid reported for these years, in million dollars; a year without a total is missing."""
    return load("humanitarian_funding").query("status == 'preferred'").set_index("year")["amount_musd"].loc[first:last]


def _prices(base: int, column: str = "rok_cpi_change_pct") -> pd.Series:
    """Return the prices of each year, with those of the base year as 1."""
    prices = (1 + load("prices_and_rates").set_index("year")[column] / 100).cumprod()
    return prices / prices[base]


def _aid(column: str = "total_krw_bn") -> pd.Series:
    return load("rok_aid").set_index("year")[column]


def _share(when: str, causes: tuple[str, ...] = SANCTIONS, speakers: tuple[str, ...] = ("UN",)) -> float:
    """Return in what percentage of statements on the time ``when`` one of the causes stands first."""
    rows = load("access_constraints").query("refers_to == @when")
    rows = rows[rows["actor_type"].isin(speakers)] if speakers else rows
    return rows["primary_cause"].isin(causes).mean() * 100


def _fall(**which: tuple[str, ...]) -> float:
    return _share("before", **which) - _share("after", **which)


def _by_sanctions(share: float, treated_die: float = 1, low: str = "low", high: str = "high") -> pd.Series:
    """Return the deaths put down to sanctions if a share of the children was missed because of it."""
    essay = load("delay_estimates").query("publication == 'essay_aug'").set_index("item")["value"]
    missed = essay["children_untreated"] * share
    ends = {low: essay["fatality_untreated_low"], high: essay["fatality_untreated_high"]}
    return pd.Series({name: missed * (fatality - treated_die) / 100 for name, fatality in ends.items()})


EXERCISES = {
    "4.5": Number(
        expected=lambda: _reported().mean(),
        unit="million dollars",
        tolerance=0.06,
        correct="The classmate took two gaps for zeros and lost a fifth of the mean. Who had said that they were zero?",
        hints=(
            "How many of the ten years have a total? Divide the sum by that number.",
            "Eight years have one. The word `.mean()` leaves out what is missing, all by itself.",
            "`answer_4_5 = funding.loc[2009:2018].mean()`",
        ),
        mistakes=lambda: [
            (_reported().sum() / 10, "That is the classmate's answer: two years count as zero in it."),
            (_reported().sum(), "That is the sum. Divide it by the number of years that are known."),
            (_reported(2009, 2023).mean(), "These are all years of the chart. Keep those from 2009 to 2018."),
            (_reported().median(), "That is the median, the value in the middle. The mean is asked."),
            (_reported().sum() / 9, "You divided by nine. How many bars stand in the chart from 2009 to 2018?"),
        ],
    ),
    "4.6": Chart(
        expected=lambda: (_aid() / _prices(2020)).loc[1995:2024],
        unit="billion won, real",
        tolerance=0.6,
        correct="The peak moves by three years, and the fall of 2008 stays. Which chart would you show a voter?",
        hints=(
            "Divide the aid of each year by the prices of that year, and draw the result.",
            'Begin with `real = rok["total_krw_bn"] / prices`. The two tables match by year.',
            '`ax.bar(real.index, real)`, then `ax.set(title="...", ylabel="...")`, and last `answer_4_6 = ax`.',
        ),
        mistakes=lambda: [
            (_aid(), "These are nominal won. Divide by the prices."),
            ((_aid() * _prices(2020)).loc[1995:2024], "You multiplied by the prices. Old won bought more: divide."),
            (_prices(2020).loc[1995:2024], "These are the prices. Divide the aid by them."),
            (
                (_aid() / _prices(2020, "us_cpi_change_pct")).loc[1995:2024],
                "You used the prices of the United States. Take those of the South.",
            ),
            (
                (_aid("govt_krw_bn") / _prices(2020)).loc[1995:2024],
                "That is the government's aid, and it has no value for the last years. Take the total.",
            ),
        ],
        from_zero=True,
    ),
    "4.7": Number(
        expected=_fall,
        unit="percentage points",
        tolerance=0.6,
        correct="The UN's voice moves to the border. With 9 and 11 statements, what does one row more or less do?",
        hints=(
            "Two shares and a difference. Count the open circles of the UN, all of them, then the filled ones.",
            "Open: 5 of 9 stand under sanctions or banks. Filled: 2 of 11. Make each a percentage.",
            "`answer_4_7 = 5 / 9 * 100 - 2 / 11 * 100`",
        ),
        mistakes=lambda: [
            (-_fall(), "The size is right. A fall is asked: leave out the minus sign."),
            (_fall() / 100, "That is the difference of two fractions. Multiply by 100 for points."),
            (_share("before"), "That is the share before. Take away the share after."),
            (_share("after"), "That is the share after. Take it away from the share before."),
            (_fall() / _share("before") * 100, "That is the fall in percent. Points are the difference of the shares."),
            (_fall(causes=("sanctions",)), "You left out the banks. Both count here."),
            (_fall(speakers=()), "These are all speakers. Take the first row, the UN bodies."),
            (5 - 2, "That is the fall in statements. Divide by all statements of the UN on that time."),
        ],
    ),
    "4.8": Table(
        expected=lambda: _by_sanctions(0.5),
        unit="deaths",
        tolerance=0.6,
        correct="A range, and the half in it is a supposition. Would you print it without saying so?",
        hints=(
            "Take the children put down to sanctions, times the share who die less the share who die when treated.",
            "Half of 5,000; of them 17 less 1 percent at the lower end, 50 less 1 percent at the upper one.",
            '`answer_4_8 = pd.Series({"low": 5000 / 2 * (17 - 1) / 100, "high": 5000 / 2 * (50 - 1) / 100})`',
        ),
        mistakes=lambda: [
            (_by_sanctions(0.5, 0), "You left in those who die even when treated. Take their share off at both ends."),
            (
                pd.Series({"low": _by_sanctions(0.5)["low"], "high": _by_sanctions(0.5, 0)["high"]}),
                "The upper end still has those who die even when treated, as the printed one has.",
            ),
            (
                _by_sanctions(0.5, 0) * 0.99,
                "You took off one percent of the deaths. One percent of the children die even when treated.",
            ),
            (_by_sanctions(1), "Those are all children who were missed. Only half of them are put down to sanctions."),
            (_by_sanctions(0.2), "That is a fifth, which is for yourself. Take a half here."),
            (_by_sanctions(50), "The share who die is in percent: divide by one hundred."),
            (_by_sanctions(0.5, low="high", high="low"), "The two ends have changed places."),
        ],
    ),
}
