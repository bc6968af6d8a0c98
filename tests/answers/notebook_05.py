"""Answers to 05_human_rights."""

import pandas as pd

SOME = "a m f a m f a m f a m f a m"

WRONG = {
    "5.1": [
        (lambda: 3, "Two of the four dates matter"),
        (lambda: pd.Timedelta(days=-15), "you gave a span of time"),
        (lambda: "-15", "without quotation marks"),
    ],
    "5.2": [
        (lambda: "a m f", "you gave 3"),
        (lambda: f"{SOME} f", "you gave 15"),
        (lambda: SOME.replace("f", "x"), "The code of statement number 3"),
        (lambda: [1] * 14, "The code of statement number 1"),
        (lambda: "a" * 14, "one and the same code"),
        (lambda: 14, "14 letters are asked"),
    ],
    "5.3": [
        (lambda: 0.5, "First the diagonal"),
        (lambda: (0, 21), "with a point, not with a comma"),
    ],
    "5.4": [
        (lambda: 0.1, "Look at the chart"),
        (lambda: ["Pyongyang", "Moon government"], "One number is asked"),
    ],
}
RIGHT = {
    "5.1": lambda answer: [-15.0],
    "5.2": lambda answer: [SOME, SOME.replace(" ", ""), SOME.upper().replace(" ", ", "), SOME.split()],
    "5.3": lambda answer: [0.21],
    "5.4": lambda answer: [0.82],
}
