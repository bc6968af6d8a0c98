"""Show charts with a text alternative, in the colours of the course, over bands of presidencies."""

import base64
import html
import io
import os
from pathlib import Path

import pandas as pd
from IPython.display import display
from matplotlib import dates as mdates
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from PIL import Image

from .tables import load

COLOURS = {"ROK": "#0072B2", "USA": "#D55E00", "DPRK": "#000000", "UN": "#009E73", "China": "#CC79A7"}
"""One colour per actor, in every notebook. They differ for colour-blind readers and have a contrast of 3:1 on white."""

SHORTEST_ALT = 40
DOTS_PER_INCH = 110
PALETTE = 64


def show(fig: Figure, name: str, alt: str, caption: str) -> None:
    """Display a figure in the notebook with its text alternative and caption, and close it.

    ``name`` is the file name without ending, ``alt`` says in at least 40 characters what a seeing reader
    takes away, ``caption`` what to notice and where the numbers come from. The output holds HTML for the
    page, PNG for print and plain text. When the environment variable ALLIANCE_FIGURES names a folder, the
    chart is also written there as PNG and SVG; otherwise nothing is written.

    Raises ``ValueError`` for a shorter ``alt`` or a name that is no plain file name.
    """
    alt, caption = " ".join(alt.split()), " ".join(caption.split())
    if len(alt) < SHORTEST_ALT:
        raise ValueError(f"alt has {len(alt)} characters; say what the chart shows in at least {SHORTEST_ALT}.")
    if not name.replace("_", "").isalnum():
        raise ValueError(f"{name!r} is no plain file name: use letters, digits and underscores.")
    png = as_png(fig)
    folder = os.environ.get("ALLIANCE_FIGURES")
    if folder:
        _write(fig, Path(folder) / name, png, alt)
    plt.close(fig)
    picture = base64.b64encode(png).decode("ascii")
    page = f"<figure>{image(picture, alt)}<figcaption>{html.escape(caption)}</figcaption></figure>"
    text = f"{caption}\nDescription: {alt}"
    display({"text/html": page, "image/png": picture, "text/plain": text}, raw=True)


def bands(ax: Axes, country: str = "ROK") -> None:
    """Shade the presidencies of ``country`` (ROK or USA) behind a time axis and name them at the top.

    Call it when the axis has its final limits. The axis is either one of dates or one of calendar years;
    on the latter the mark of a year stands in the middle of that year. Source: data/terms_of_office.csv.
    """
    left, right = ax.get_xlim()
    is_date = isinstance(ax.xaxis.get_converter(), (mdates.DateConverter, mdates._SwitchableDateConverter))
    terms = load("terms_of_office").query("country == @country and role == 'president'")
    for number, term in enumerate(terms.itertuples()):
        start, end = (_position(date, is_date, right) for date in (term.start, term.end))
        start, end = max(start, left), min(end, right)
        if start >= end:
            continue
        if number % 2:
            ax.axvspan(start, end, color="0.94", zorder=0, lw=0)
        if end - start > 0.05 * (right - left):
            label = "\n".join(term.person.split(" ", 1) if country == "ROK" else term.person.rsplit(" ", 1)[-1:])
            ax.text((start + end) / 2, 0.99, label, transform=ax.get_xaxis_transform(), ha="center", va="top",
                    fontsize=10, color="0.35", linespacing=1.0)  # fmt: skip
    ax.set_xlim(left, right)


def _position(date: str | float, is_date: bool, otherwise: float) -> float:
    """Return where an ISO date lies on the axis; a missing date lies at ``otherwise``."""
    if pd.isna(date):
        return otherwise
    day = pd.Timestamp(date)
    return mdates.date2num(day) if is_date else day.year + (day.day_of_year - 1) / 365.25 - 0.5


def image(picture: str, alt: str, style: str = "") -> str:
    """Return the HTML of a picture, a PNG in base64, with its text alternative and, if wanted, a CSS style."""
    styled = f' style="{style}"' if style else ""
    return f'<img alt="{html.escape(alt)}"{styled} src="data:image/png;base64,{picture}">'


def as_png(fig: Figure) -> bytes:
    """Return the figure as a PNG of few colours: a third of the size, no difference to the eye."""
    raw, png = io.BytesIO(), io.BytesIO()
    fig.savefig(raw, format="rgba", dpi=DOTS_PER_INCH)
    size = tuple(round(side * DOTS_PER_INCH) for side in fig.get_size_inches())
    picture = Image.frombytes("RGBA", size, raw.getvalue()).convert("RGB")
    # Of Pillow's methods only this one keeps both the colour of a small mark and a pale band beside the white.
    small = picture.quantize(PALETTE, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(png, "PNG", compress_level=8)
    return png.getvalue()


def _write(fig: Figure, path: Path, png: bytes, alt: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".png").write_bytes(png)
        fig.savefig(path.with_suffix(".svg"), metadata={"Date": None, "Title": path.name, "Description": alt})
    except OSError as error:
        print(f"The chart could not be written to {path.parent} ({error.strerror}). It is shown here all the same.")
