"""Show charts with a text alternative, in the colours of the course, over bands of presidencies."""

import base64
import contextlib
import functools
import html
import io
import os
import re
import time
import warnings
from pathlib import Path

import pandas as pd
from IPython.display import display
from matplotlib import dates as mdates
from matplotlib import font_manager
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

from .tables import load, say

COLOURS = {"ROK": "#0072B2", "USA": "#D55E00", "DPRK": "#000000", "UN": "#009E73", "China": "#CC79A7"}
"""One colour per actor, in every notebook. They differ for colour-blind readers and have a contrast of 3:1 on white."""

INK = COLOURS | {"USA": "#B34700", "UN": "#007A59", "China": "#A0457A"}
"""The same hues for words: each has a contrast of 4.5:1 on white."""

shown_at: list[float] = []
"""When each chart of this session was shown, in seconds since 1970."""

SHORTEST_ALT = 40
DOTS_PER_INCH = 110
FONTS = [
    *("Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic"),
    *("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB"),
    *("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "Arial Unicode MS"),
]
"""Fonts with Korean, Chinese and Japanese letters, on Linux, Windows and macOS."""


def show(fig: Figure, name: str, alt: str, caption: str) -> None:
    """Display a figure in the notebook with its text alternative and caption, and close it.

    ``name`` is the file name without ending, ``alt`` says in at least 40 characters what a seeing reader takes away
    (the title of the figure is put in front of it), ``caption`` what to notice and where the numbers come from. The
    output holds HTML for the page, PNG for print and plain text. Only when the environment variable ALLIANCE_FIGURES
    names a folder, the chart is also written there, as PNG and SVG.

    Raises ``ValueError`` for a shorter ``alt`` or a name that is no plain file name.
    """
    alt, caption = " ".join(alt.split()), " ".join(caption.split())
    if len(alt) < SHORTEST_ALT:
        raise ValueError(f"alt has {len(alt)} characters; say what the chart shows in at least {SHORTEST_ALT}.")
    if not name.replace("_", "").isalnum():
        raise ValueError(f"{name!r} is no plain file name: use letters, digits and underscores.")
    alt = f"{title_of(fig)} {alt}".strip()
    png = as_png(fig)
    if folder := os.environ.get("ALLIANCE_FIGURES"):
        path = Path(folder) / name
        path.with_suffix(".png").write_bytes(png)
        fig.savefig(path.with_suffix(".svg"), metadata={"Date": None, "Title": name, "Description": alt})
    plt.close(fig)
    picture = base64.b64encode(png).decode("ascii")
    words = f"<figcaption>{html.escape(caption)}</figcaption>"
    page = f'<figure style="margin: 1em 0">{image(picture, alt)}{words}</figure>'
    display({"text/html": page, "image/png": picture, "text/plain": f"{caption}\nDescription: {alt}"}, raw=True)
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
    terms = load("terms_of_office").query("country == @country and role == 'president'")
    days = terms[["start", "end"]].apply(pd.to_datetime)
    if right > 3000:  # no year
        ends = days.apply(mdates.date2num)
    else:
        ends = days.apply(lambda day: day.dt.year + (day.dt.day_of_year - 1) / 365.25 - 0.5)
    ends = ends.fillna(right).clip(left, right)  # who still governs has no last day
    for number, (person, start, end) in enumerate(zip(terms["person"], ends["start"], ends["end"], strict=True)):
        if start < end and number % 2:
            ax.axvspan(start, end, color="0.94", zorder=0, lw=0)
        if end - start > 0.05 * (right - left):
            label = "\n".join(person.split(" ", 1) if country == "ROK" else person.rsplit(" ", 1)[-1:])
            ax.text((start + end) / 2, 0.99, label, transform=ax.get_xaxis_transform(), ha="center", va="top",
                    fontsize=12, color="0.35", linespacing=1.0)  # fmt: skip
    ax.set_xlim(left, right)


def image(picture: str, alt: str, highest: str = "65vh") -> str:
    """Return the HTML of a PNG in base64, no wider than its page and no higher than ``highest``, a length of CSS."""
    style = f"max-width: 100%; max-height: {highest}"
    return f'<img alt="{html.escape(alt)}" style="{style}" src="data:image/png;base64,{picture}">'


def as_png(fig: Figure) -> bytes:
    """Return the figure as a PNG of few colours: a third of the size, no difference to the eye.

    Words in Korean, Chinese or Japanese get a font that has their letters; where there is none, a sentence says so.
    """
    raw, png = io.BytesIO(), io.BytesIO()
    save = functools.partial(fig.savefig, raw, format="png", dpi=DOTS_PER_INCH, pil_kwargs={"compress_level": 0})
    with warnings.catch_warnings():
        warnings.filterwarnings("error", "Glyph ", UserWarning)  # matplotlib warns of each letter that it lacks
        try:
            save()
        except UserWarning:
            _lend_fonts(fig)
            try:
                save()
            except UserWarning as lacks:
                letter = chr(int(re.search(r"\d+", str(lacks)).group()))
                say(
                    f"No font here has the letter {letter}. For Korean, Chinese and Japanese install Noto Sans CJK (on "
                    "Debian and Ubuntu fonts-noto-cjk), restart the kernel and run this cell again."
                )
                warnings.filterwarnings("ignore", "Glyph ", UserWarning)
                save()
    picture = Image.open(raw).convert("RGB")
    # Of Pillow's methods only this one keeps both the colour of a small mark and a pale band beside the white.
    small = picture.quantize(64, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(png, "PNG", compress_level=8)
    return png.getvalue()


def _lend_fonts(fig: Figure) -> None:
    """Let the words of a figure take letters that they lack from other fonts of this computer."""
    known = font_manager.fontManager.ttflist
    for path in set(font_manager.findSystemFonts()) - {font.fname for font in known}:  # installed since the last look
        with contextlib.suppress(Exception):  # a file that is no font for matplotlib
            font_manager.fontManager.addfont(path)
    names = {font.name for font in known}
    for text in fig.findobj(Text):
        text.set_fontfamily([*text.get_fontfamily(), *(name for name in FONTS if name in names)])
