"""Show charts with a text alternative, in the colours of the course, over bands of presidencies."""

import base64
import html
import io
import os
import time
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

INK = COLOURS | {"USA": "#B34700", "UN": "#007A59", "China": "#A0457A"}
"""The same hues for words: each has a contrast of 4.5:1 on white."""

shown_at: list[float] = []
"""When each chart of this session was shown, in seconds since 1970."""

SHORTEST_ALT = 40
LAST_YEAR = 3000
DOTS_PER_INCH = 110
PALETTE = 64


def show(fig: Figure, name: str, alt: str, caption: str) -> None:
    """Display a figure in the notebook with its text alternative and caption, and close it.

    ``name`` is the file name without ending, ``alt`` says in at least 40 characters what a seeing reader
    takes away (the title of the figure is put in front of it), ``caption`` what to notice and where the numbers
    come from. The output holds HTML for the page, PNG for print and plain text. When the environment variable
    ALLIANCE_FIGURES names a folder, the chart is also written there as PNG and SVG; otherwise nothing is written.

    Raises ``ValueError`` for a shorter ``alt`` or a name that is no plain file name.
    """
    alt, caption = " ".join(alt.split()), " ".join(caption.split())
    if len(alt) < SHORTEST_ALT:
        raise ValueError(f"alt has {len(alt)} characters; say what the chart shows in at least {SHORTEST_ALT}.")
    if not name.replace("_", "").isalnum():
        raise ValueError(f"{name!r} is no plain file name: use letters, digits and underscores.")
    alt = " ".join(filter(None, [title_of(fig), alt]))
    png = as_png(fig)
    folder = os.environ.get("ALLIANCE_FIGURES")
    if folder:
        _write(fig, Path(folder) / name, png, alt)
    plt.close(fig)
    picture = base64.b64encode(png).decode("ascii")
    page = f"{image(picture, alt)}<figcaption>{html.escape(caption)}</figcaption>"
    page, text = f'<figure style="margin: 1em 0">{page}</figure>', f"{caption}\nDescription: {alt}"
    display({"text/html": page, "image/png": picture, "text/plain": text}, raw=True)
    shown_at.append(time.time())


def title_of(fig: Figure) -> str:
    """Return the title over a figure, or over its first chart, as a sentence; nothing where there is none."""
    titles = [fig.get_suptitle(), *(ax.get_title(loc=place) for ax in fig.axes[:1] for place in ("left", "center"))]
    title = " ".join(next(filter(None, titles), "").split())
    return title if not title or title.endswith((".", "?", "!")) else f"{title}."


def bands(ax: Axes, country: str = "ROK") -> None:
    """Shade the presidencies of ``country`` (ROK or USA) behind a time axis and name them at the top.

    Call it when the axis has its final limits. The axis is either one of calendar years, on which the mark of a
    year stands in the middle of that year, or one of dates, which matplotlib counts in days since 1970.
    Source: data/terms_of_office.csv.
    """
    left, right = ax.get_xlim()
    is_date = right > LAST_YEAR
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
                    fontsize=12, color="0.35", linespacing=1.0)  # fmt: skip
    ax.set_xlim(left, right)


def _position(date: str | float, is_date: bool, otherwise: float) -> float:
    """Return where an ISO date lies on the axis; a missing date lies at ``otherwise``."""
    if pd.isna(date):
        return otherwise
    day = pd.Timestamp(date)
    return mdates.date2num(day) if is_date else day.year + (day.day_of_year - 1) / 365.25 - 0.5


def image(picture: str, alt: str, highest: str = "65vh") -> str:
    """Return the HTML of a picture, a PNG in base64, with its text alternative.

    It is never wider than its page and never higher than ``highest``, a CSS length: with its caption it fits on the
    screen of a projector.
    """
    style = f"max-width: 100%; max-height: {highest}"
    return f'<img alt="{html.escape(alt)}" style="{style}" src="data:image/png;base64,{picture}">'


def as_png(fig: Figure) -> bytes:
    """Return the figure as a PNG of few colours: a third of the size, no difference to the eye."""
    raw, png = io.BytesIO(), io.BytesIO()
    fig.savefig(raw, format="png", dpi=DOTS_PER_INCH, pil_kwargs={"compress_level": 0})
    picture = Image.open(raw).convert("RGB")
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
