"""Answers to 07_strategic_assumptions that the known mistakes do not cover."""

import numpy as np

WRONG = {
    "7.1": [(lambda: 0.8, "Only those that act hostile count now"), (lambda: (0, 7), "with a point, not with a comma")],
    "7.2": [(lambda: 0.8, "do the same again"), (lambda: [7.2, 7.2], "One number is asked")],
    "7.3": [(lambda: 24, "Drop the refusals"), (lambda: "0.98", "without quotation marks")],
    "7.4": [(lambda: 0.12, "Two ways lead to the act"), (lambda: None, "you gave None")],
}
RIGHT = {
    "7.1": lambda answer: [0.696, 0.69565],
    "7.2": lambda answer: [0.5, np.float64(0.5), 1 / 2],
    "7.3": lambda answer: [0.98, np.float64(answer)],
    "7.4": lambda answer: [0.262, round(answer, 2), round(answer, 3)],
}
