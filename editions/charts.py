"""Charts for slides of your own: each one of the collection as a picture with its title, and as one without.

The title of a chart is its finding. A class that shall find it first sees the picture without.
"""

import html
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image, ImageOps

from alliance.charts import title_of
from common import fresh
from course import NAMES, Run, heading, run

DOTS_PER_INCH = 200
MARGIN = 0.1  # inches around what is drawn
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Charts for slides</title>
<style>
body {{ font: 18px/1.5 sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em }}
img {{ max-width: 100%; max-height: 24em }}
figure {{ margin: 2em 0; border-top: 1px solid #8a8a8a; padding-top: 1em }}
</style>
</head>
<body>
<h1>Charts for slides</h1>
<p>The title of a chart gives the result away. These pictures have none: let the class find it. The same charts with
their titles, under the same names, lie in the folder <a href="with_titles/">with_titles</a>.</p>
<p>Copy the words under a picture into the field for its alternative text, for whoever cannot see it. When you use a
chart, name us: <em>Allies at Odds, CC BY 4.0</em>.</p>
{charts}
</body>
</html>
"""


@contextmanager
def untitled(fig: Figure) -> Iterator[None]:
    """Hide the title of a figure for a while: the text that ``alliance.charts.title_of`` finds, no panel's name."""
    title = _words(title_of(fig))
    hidden = [text for text in fig.findobj(Text) if title and _words(text.get_text()) == title]
    for text in hidden:
        text.set_visible(False)
    try:
        yield
    finally:
        for text in hidden:
            text.set_visible(True)


def picture(fig: Figure) -> bytes:
    """Return a figure as a PNG, cut to what is drawn, with the same margin on each side."""
    raw, png = io.BytesIO(), io.BytesIO()
    fig.savefig(raw, format="png", dpi=DOTS_PER_INCH, bbox_inches="tight", pil_kwargs={"compress_level": 0})
    image = Image.open(raw).convert("RGB")
    drawn = image.crop(ImageOps.invert(image).getbbox())
    drawn = ImageOps.expand(drawn, round(MARGIN * DOTS_PER_INCH), "white")
    drawn.save(png, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return png.getvalue()


@cache
def without_title(name: str, chart: str) -> bytes:
    """Return the picture of a notebook's chart without its title; once drawn it is kept, for the decks too."""
    fig = run(name).figures[chart]
    with untitled(fig):
        return picture(fig)


def description(done: Run, chart: str) -> str:
    """Return the text alternative of a chart of a run without the title in front of it."""
    return done.charts[chart].alt.removeprefix(title_of(done.figures[chart])).strip()


def build(out: Path) -> str:
    """Write all charts into ``out/charts``, twice, with a page that lists them; return how many there are."""
    folder, number, page = fresh(out / "charts"), 0, []
    without, with_title = folder / "without_titles", folder / "with_titles"
    without.mkdir()
    with_title.mkdir()
    for name in NAMES:
        done = run(name)
        if done.figures:
            page.append(f"<h2>{html.escape(heading(name))}</h2>")
        for chart, fig in done.figures.items():
            (with_title / f"{chart}.png").write_bytes(picture(fig))
            (without / f"{chart}.png").write_bytes(without_title(name, chart))
            page.append(_listed(chart, done.charts[chart].caption, description(done, chart)))
            number += 1
    (folder / "index.html").write_text(PAGE.format(charts="\n".join(page)), "utf-8")
    return f"{number} charts"


def _listed(chart: str, caption: str, words: str) -> str:
    """Return the HTML of a chart in the list: the picture, its caption and its text alternative, to copy."""
    return (
        f'<figure id="{chart}"><img src="without_titles/{chart}.png" alt="Chart {chart}, described below">'
        f"<figcaption><p><strong>{chart}.</strong> {html.escape(caption)}</p>"
        f"<p><em>In words.</em> {html.escape(words)}</p></figcaption></figure>"
    )


def _words(text: str) -> str:
    """Return a title as ``title_of`` gives it, without the sign at its end."""
    return " ".join(text.split()).rstrip(".?!")
