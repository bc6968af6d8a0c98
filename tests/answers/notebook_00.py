"""Answers to 00_start_here."""

WRONG = {"0.1": [(lambda: "nine", "you gave text")]}
RIGHT = {"0.1": lambda answer: [9, 9.0]}
