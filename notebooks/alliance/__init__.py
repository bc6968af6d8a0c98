"""Helpers for the notebooks of Allies at Odds: what would distract from the lesson.

``show`` displays a chart with a text alternative, ``check`` answers an exercise, ``hint`` and ``solution`` help with
it, ``cite`` lists the sources of a data set, ``claim`` shows a claim of the article as a card, ``bands`` shades who
governed when, ``sliders`` redraws a chart while a reader moves its assumptions, ``export`` makes a page of the memo.
``COLOURS`` gives each actor one colour, ``INK`` the same for words. The look of the charts is a matplotlib style:
``plt.style.use("alliance.course")``.
"""

import re
import sys
from importlib.metadata import version
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    print(
        f"These notebooks are made for Python 3.11 to 3.14, and this is Python {sys.version.split()[0]}: "
        "outputs may differ and cells may fail; the README says how to start with another one."
    )

if old := [
    f"{name} {version(name)} (needed: {oldest} or newer)"
    for name, oldest in {"matplotlib": "3.8", "pandas": "2.1"}.items()
    if [*map(int, re.findall(r"\d+", version(name))[:2])] < [*map(int, oldest.split("."))]
]:
    print(f"Cells may fail, for here is {' and '.join(old)}: start as the README says, it brings its own packages.")

if not Path("../data").is_dir():
    print(
        f"The folder {Path.cwd()} has no ../data beside it. Get the whole of Allies at Odds and open the notebook from "
        "its folder notebooks/, so that it finds its files."
    )

from . import frames
from .cards import cite, claim
from .charts import COLOURS, INK, bands, show
from .checks import check, hint, solution
from .live import sliders
from .memo import export

__all__ = ["COLOURS", "INK", "bands", "check", "cite", "claim", "export", "hint", "show", "sliders", "solution"]

frames.register()
