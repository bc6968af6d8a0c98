"""Redraw a chart while a reader moves sliders; where nobody can move them, say so."""

import base64
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from IPython import get_ipython
from IPython.display import Javascript, display
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from .charts import as_png, image


def sliders(draw: Callable[..., tuple[Figure, str]], **ranges: Any) -> None:
    """Show a slider for each keyword, and below them what ``draw`` makes of their values.

    ``draw`` takes the keywords and returns a figure with its text alternative; its defaults are where the sliders
    start, and a keyword without a range keeps its default. A range is written as for ``ipywidgets.interact``:
    ``(lowest, highest, step)`` for a slider, a list for a choice. On a rendered page and in a run without a reader
    there are none: a sentence is printed instead.
    """
    if not _is_read_live():
        print("Sliders appear here when this cell runs in JupyterLab; the chart above has the starting values.")
        return
    try:
        from ipywidgets import HTML, VBox, interactive
    except ImportError:
        print("The sliders need the package ipywidgets, which requirements.txt names. Everything else works without.")
        return
    picture = HTML()

    def redraw(**values: Any) -> None:
        fig, alt = draw(**values)
        picture.value = image(base64.b64encode(as_png(fig)).decode("ascii"), alt, highest="50vh")
        plt.close(fig)

    keywords = inspect.signature(draw).parameters
    redraw.__signature__ = inspect.Signature([keywords[name] for name in ranges])  # interactive reads the defaults here
    controls = interactive(redraw, **ranges)
    controls.layout.flex_flow = "row wrap"  # beside each other, so that all of it fits on a projector
    for control in controls.kwargs_widgets:
        name = control.description.replace("_", " ")
        control.description = name[0].upper() + name[1:]  # reader_A_start becomes "Reader A start"
        control.style.description_width = "8em"
        control.layout.width = "23em"
    display(VBox([controls, picture]))
    display(Javascript(filename=Path(__file__).with_name("sliders.js")))


def _is_read_live() -> bool:
    """Say whether somebody sits before this run: only then does a page allow the kernel to ask for input."""
    kernel = getattr(get_ipython(), "kernel", None)
    return bool(kernel and kernel.get_parent().get("content", {}).get("allow_stdin"))
