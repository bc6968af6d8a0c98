"""The map: its outlines are closed, its places lie where they should, and lessons name them."""

import re

import pytest
from matplotlib.path import Path

from course import NAMES, TEACHING, cells, read, visible

OUTLINE, PLACES = read("peninsula_outline"), read("places")
ROWS = [pytest.param(place, id=place.place) for place in PLACES.itertuples()]
LANDS = {part: land for part, land in OUTLINE.groupby("part") if land["country"].notna().all()}


def countries(lon: float, lat: float) -> set[str]:
    """Return the countries in whose outline a point lies."""
    return {
        land["country"].iloc[0]
        for land in LANDS.values()
        if Path(land[["lon", "lat"]].to_numpy()).contains_point((lon, lat))
    }


@pytest.mark.parametrize("part", list(LANDS))
def test_an_outline_ends_where_it_began(part):
    land = LANDS[part]
    assert list(land["order"]) == list(range(1, len(land) + 1))
    first, last = (tuple(land[["lon", "lat"]].iloc[row]) for row in (0, -1))
    assert first == last


@pytest.mark.parametrize("place", ROWS)
def test_a_place_lies_in_its_country(place):
    assert place.country in countries(place.lon, place.lat) or place.place == "Panmunjom"


def test_panmunjom_lies_on_the_line_and_all_korea_on_the_map():
    line = OUTLINE[OUTLINE["country"].isna()]
    lon, lat = PLACES.set_index("place").loc["Panmunjom", ["lon", "lat"]]
    away = ((line["lon"] - lon) * 88) ** 2 + ((line["lat"] - lat) * 111) ** 2
    assert away.min() < 10**2, "kilometres from a corner of the line"
    korea = OUTLINE[OUTLINE["country"].isin(["DPRK", "ROK"])]
    assert korea["lon"].between(122.1, 131.5).all() and korea["lat"].between(33, 43.2).all(), "nothing is cut off"


@pytest.mark.parametrize("place", ROWS)
def test_a_place_is_named_where_the_table_says(place):
    for number in place.named_in.split(";"):
        names = [name for name in NAMES if name.startswith(number)]
        texts = [cell.source + "".join(map(visible, cell.get("outputs", []))) for name in names for cell in cells(name)]
        kits = [page.read_text("utf-8") for name in names for page in (TEACHING / name).glob("*.md")]
        assert re.search(rf"\b{re.escape(place.place)}\b", "\n".join(texts + kits)), f"no notebook {number} names it"
