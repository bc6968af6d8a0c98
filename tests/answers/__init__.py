"""Answers that are tried on the exercises, one module a notebook.

``WRONG`` has for each exercise at least four wrong answers, made when they are needed, each with a part of the sentence
that it must get; ``RIGHT`` has other forms of the right answer, made from the answer of the solution.
"""

import pandas as pd
from matplotlib.figure import Figure


def drawn(values, kind="plot", ylabel="percent", title="A finding in words"):
    """Return an Axes with one line or one set of bars."""
    ax = Figure().subplots()
    if values is not None:
        values = pd.Series(values)
        getattr(ax, kind)(values.index, values)
    ax.set(ylabel=ylabel, title=title)
    return ax
