"""Every chart of a notebook and of its solutions is drawn again and compared with its file; the gallery is fresh."""

import re

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images

from alliance.charts import as_png, title_of
from course import FIGURES, NAMES, drawn, run
from refresh import gallery_of

# Root mean square over the 256 levels of a pixel. One moved point changes a chart by 1 and more, see below;
# the same chart drawn on another machine by a few hundredths.
TOLERANCE = 0.4
CHARTS = [pytest.param(name, chart, id=f"{name}-{chart}") for name in NAMES for chart in drawn(name)]
GALLERY = (FIGURES / "README.md").read_text("utf-8")


def move_one_point(fig: Figure) -> None:
    """Move one data point of the first chart of a figure by a thirtieth of its axis."""
    ax = fig.axes[0]
    across, up = (abs(high - low) / 30 for low, high in (ax.get_xlim(), ax.get_ylim()))
    dots = [part for part in ax.collections if isinstance(part, PathCollection)]
    if ax.containers:
        bars = [bar for bars in ax.containers for bar in bars]  # of a missing value, too
        bar = max(bars, key=lambda bar: np.nan_to_num(bar.get_height() * bar.get_width()))
        if ax.containers[0].orientation == "horizontal":
            bar.set_width(bar.get_width() + across)
        else:
            bar.set_height(bar.get_height() + up)
    elif dots:
        offsets = dots[0].get_offsets().copy()
        offsets[0, 1] += up
        dots[0].set_offsets(offsets)
    elif ax.collections:
        corners = ax.collections[-1].get_paths()[0].vertices
        corners[corners[:, 1].argmax(), 1] += up
    else:
        line = next(line for line in ax.lines if len(line.get_ydata()) > 1)
        values = np.array(line.get_ydata(), dtype=float)
        values[np.flatnonzero(np.isfinite(values))[0]] += up
        line.set_ydata(values)


def distance(chart: str, redrawn) -> str | None:
    """Compare a drawn PNG with the committed one: None when they are alike within the tolerance."""
    return compare_images(str(FIGURES / f"{chart}.png"), str(redrawn), tol=TOLERANCE)


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_chart_equals_its_file(name, chart):
    difference = distance(chart, run(name).folder / f"{chart}.png")
    assert difference is None, f"figures/{chart}.png is not what {name} draws: refresh it. {difference}"


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_one_moved_point_is_found(tmp_path, name, chart):
    fig = run(name).figures[chart]
    move_one_point(fig)
    moved = tmp_path / "moved.png"
    moved.write_bytes(as_png(fig))
    assert distance(chart, moved) is not None, "the comparison is too tolerant: it misses a moved point"


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_vector_file_is_of_the_same_drawing(name, chart):
    def rounded(path):
        return re.sub(r"\d+\.\d+", lambda match: f"{float(match.group()):.1f}", path.read_text("utf-8"))

    file = FIGURES / f"{chart}.svg"
    assert rounded(file) == rounded(run(name).folder / file.name), f"figures/{file.name} is stale: refresh it"


@pytest.mark.parametrize("name", NAMES)
def test_gallery_is_fresh(name):
    section = gallery_of(name)
    assert section in GALLERY, f"figures/README.md is stale: run tests/refresh.py {name}"
    for description in re.findall(r"^\*In words\.\* (.+)$", section, re.M):
        assert GALLERY.count(description) == 1


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_gallery_calls_a_chart_by_its_whole_title(name, chart):
    title = title_of(run(name).figures[chart]).removesuffix(".")
    called = f"Chart: {title}, described below" if title else "Chart, described below"
    assert f"![{called}]({chart}.png)" in GALLERY, "a title is one sentence"


def test_gallery_has_each_chart_once():
    pictures = [f"{chart}.png" for name in NAMES for chart in dict.fromkeys(drawn(name))]
    assert re.findall(r"^!\[[^\]]+\]\((.+?)\)$", GALLERY, re.M) == pictures


def test_no_file_is_left_over():
    known = {f"{chart}.{ending}" for name in NAMES for chart in drawn(name) for ending in ("png", "svg")}
    assert {path.name for path in FIGURES.iterdir()} - {"README.md"} == known
