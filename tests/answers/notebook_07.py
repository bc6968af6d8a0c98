"""Answers to 07_strategic_assumptions."""

import pandas as pd

from answers import drawn


def end(friendly, hostile, prior, taker):
    odds = prior / (1 - prior) * (0.6 / taker) ** friendly * (0.4 / (1 - taker)) ** hostile
    return odds / (1 + odds)


def ends(friendly, hostile, priors=(0.5, 0.2), takers=(0.3, 0.5)):
    return pd.Series(
        {
            ally: end(friendly, hostile, prior, taker)
            for ally, prior, taker in zip(("Seoul", "Washington"), priors, takers, strict=True)
        }
    )


def citizen(friendly=(0, 1, 4, 8), hostile=(7, 9, 21, 27), prior=0.11, taker=0.4, unit=100):
    values = [prior, *(end(f, h, prior, taker) for f, h in zip(friendly, hostile, strict=True))]
    return pd.Series(values, index=range(2016, 2021)) * unit


def chart(values, **options):
    ax = drawn(values, **options)
    ax.set_ylim(0, 60)
    return ax


WRONG = {
    "7.1": [
        (lambda: 1 / 6, "after one act"),
        (lambda: 0.36 / 1.36, "friendly probabilities"),
        (lambda: 0.64 / 1.64, "Seoul's prior"),
        (lambda: end(0, 2, 0.2, 0.3), "the taker whom Seoul has in mind"),
        (lambda: 0.16, "Those are the odds"),
        (lambda: 0.128, "Only odds may be multiplied"),
        (lambda: 1 - 0.16 / 1.16, "belief in T"),
        (lambda: 16 / 1.16, "in percent"),
        (lambda: 13.8, "in percent"),
        (lambda: 0.14, "three decimals"),
        (lambda: 0.032, "way through R only"),
        (lambda: 0.5, "Odds of one to four"),
        (lambda: "0.138", "without quotation marks"),
    ],
    "7.2": [
        (lambda: ends(24, 27), "without the offers"),
        (lambda: ends(18, 27), "North alone"),
        (lambda: ends(30, 30), "end of the file"),
        (lambda: ends(30, 27, takers=(0.3, 0.3)), "Both have Seoul's likelihoods"),
        (lambda: ends(30, 27, priors=(0.5, 0.5)), "Both have Seoul's prior"),
        (lambda: ends(30, 27) * 100, "percent"),
        (lambda: (ends(30, 27) * 100).round(1), "percent"),
        (lambda: ends(30, 27).round(2), "three decimals"),
        (lambda: ends(1, 1), "Keep core"),
        (lambda: pd.Series([0.997, 0.125]), "labels of your Series"),
        (lambda: 0.997, "A Series is asked; you gave a number"),
    ],
    "7.3": [
        (lambda: 0.35, "first value at which Seoul falls below"),
        (lambda: 0.30, "where one begins"),
        (lambda: 34, "in percent"),
        (lambda: 1.75, "the ratio of the map"),
        (lambda: end(24, 27, 0.5, 0.34), "belief at that value"),
        (lambda: 0.45, "Run the model once for each value"),
        (lambda: [0.34], "One number is asked"),
    ],
    "7.4": [
        (lambda: chart(citizen(unit=1)), "Multiply by 100"),
        (lambda: chart(citizen().loc[2017:]), "The prior is missing"),
        (lambda: chart(citizen(friendly=(0, 17, 20, 24))), "counts every friendly act"),
        (lambda: chart(citizen(friendly=(0, 0, 3, 7))), "leaves out the friendly acts"),
        (lambda: chart(citizen(taker=0.3)), "the taker whom Seoul has in mind"),
        (lambda: chart(citizen(taker=0.5)), "the taker whom Washington has in mind"),
        (lambda: chart(citizen(prior=0.5)), "Seoul's prior"),
        (lambda: chart(citizen().round(1)), "do not round"),
        (lambda: drawn(citizen()), "Begin the vertical axis at zero"),
        (lambda: chart(list(citizen())), "not over their years"),
        (lambda: chart(citizen(), ylabel=""), "Name the vertical axis"),
        (lambda: chart(citizen(), title=""), "Say the finding in a title"),
        (lambda: chart(None), "no line and no bar"),
        (lambda: citizen(), "The chart itself is asked"),
    ],
    "7.5": [
        (lambda: ends(24, 27), "still counts each event"),
        (lambda: ends(11, 14, takers=(0.3, 0.3)), "Both have Seoul's likelihoods"),
        (lambda: ends(11, 14, priors=(0.5, 0.5)), "Both have Seoul's prior"),
        (lambda: ends(11, 14) * 100, "percent"),
        (lambda: ends(11, 14).round(2), "three decimals"),
        (lambda: ends(1, 1), "Sum the signs of each month"),
        (lambda: pd.Series([0.448, 0.076]), "labels of your Series"),
        (lambda: 0.448, "A Series is asked; you gave a number"),
    ],
    "7.6": [
        (lambda: end(24, 27, 0.2, 0.5) / (1 - end(24, 27, 0.2, 0.5)), "Those are Washington's odds"),
        (lambda: end(24, 27, 0.2, 0.5), "That is Washington's belief"),
        (lambda: 0.6 * end(24, 27, 0.2, 0.5), "You multiplied the belief"),
        (lambda: (1 - end(24, 27, 0.2, 0.5)) / end(24, 27, 0.2, 0.5), "the likelihood ratio which is needed"),
        (lambda: 60 * end(24, 27, 0.2, 0.5) / (1 - end(24, 27, 0.2, 0.5)), "in percent"),
        (lambda: 0.5, "solve for x"),
        (lambda: 0.03, "three decimals"),
        (lambda: 0.0316, "the rounded 0.05"),
        (lambda: "0.029", "without quotation marks"),
    ],
}
RIGHT = {
    "7.1": lambda answer: [0.138, 0.1379],
    "7.2": lambda answer: [answer[::-1], answer.round(3)],
    "7.3": lambda answer: [0.34, 0.3400001],
    "7.4": lambda answer: [
        chart(citizen()),
        chart(citizen(), kind="bar").figure,
        chart(citizen().round(2).rename(index=str), kind="bar"),
    ],
    "7.5": lambda answer: [answer[::-1], answer.round(3)],
    "7.6": lambda answer: [0.029, 0.0288],
}
