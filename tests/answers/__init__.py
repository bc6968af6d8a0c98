"""Answers that are tried on the exercises, one module a notebook, beside known mistakes and wrong kinds of answers.

``WRONG`` has for an exercise further wrong answers, made when they are needed, each with a part of the sentence that it
must get; ``RIGHT`` has other forms of the right answer, made from the answer of the solution.
"""

import pandas as pd
from matplotlib.figure import Figure


def drawn(values, kind="plot", ylabel="percent", title="A finding in words", bottom=None, from_zero=False):
    """Return an Axes with one line or one set of bars."""
    ax = Figure().subplots()
    if values is not None:
        values = pd.Series(values)
        getattr(ax, kind)(values.index, values)
    ax.set(ylabel=ylabel, title=title)
    if from_zero or bottom is not None:
        ax.set_ylim(bottom=bottom or 0)
    return ax
