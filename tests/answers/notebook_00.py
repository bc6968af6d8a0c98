"""Answers to 00_start_here."""

import pandas as pd

WRONG = {
    "0.1": [
        (lambda: 45, "number of all claims"),
        (lambda: 4, "number of paragraphs"),
        (lambda: 12, "Count the rows"),
        (lambda: "nine", "you gave text"),
        (lambda: pd.DataFrame({"dispute": ["engagement"] * 9}), "you gave a table (DataFrame) of 9 values"),
    ],
    "0.2": [
        (lambda: "engagement", "Count the claims of each dispute"),
        (lambda: "humanitarian", "fewest claims"),
        (lambda: "human", "Choose one of"),
        (lambda: 12, "A word in quotation marks"),
        (lambda: "  ", "empty"),
    ],
}
RIGHT = {
    "0.1": lambda answer: [float(answer)],
    "0.2": lambda answer: ["Human rights", "HUMAN_RIGHTS "],
}
