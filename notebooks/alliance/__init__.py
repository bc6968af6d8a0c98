"""Helpers for the notebooks of Allies at Odds: what would distract from the lesson.

``show`` displays a chart with a text alternative, ``check`` answers an exercise, ``cite`` lists the
sources of a data set, ``claim`` shows a claim of the article as a card, ``bands`` shades who governed
when, ``sliders`` redraws a chart while a reader moves its assumptions, and ``COLOURS`` gives each actor one
colour. The look of the charts is a matplotlib style: ``plt.style.use("alliance.course")``.
"""

import gc
from pathlib import Path

from .cards import cite, claim
from .charts import COLOURS, bands, show
from .checks import check
from .live import sliders

__all__ = ["COLOURS", "bands", "check", "cite", "claim", "show", "sliders"]

gc.freeze()  # pandas and matplotlib stay for good: without them to look through, a notebook runs a tenth faster

if not Path("../data").is_dir():
    print(
        f"This notebook runs in the folder {Path.cwd()}, which has no ../data beside it. "
        "Open it from the folder notebooks/ of the collection, so that it finds its files."
    )
