"""The command that damages a copy damages what it says, and notices what it should."""

import random

import pytest

import damage
from course import ROOT


@pytest.mark.parametrize("kind", damage.KINDS)
def test_a_damage_changes_its_file_and_nothing_else(kind):
    one, same = (next(damage.damages(kind, 1, random.Random(3))) for _ in range(2))
    whole = (ROOT / one.file).read_text("utf-8")
    assert one.content != whole and one == same, "seeded"
    assert abs(len(one.content) - len(whole)) < 5000 or kind.startswith("row")


def test_a_damaged_table_is_noticed_and_made_whole_again():
    copy = damage.Copy()
    assert not copy.seal_is_broken()
    made = damage.Damage("number in a table", "data/kaesong.csv", "6013", "6014", "year\n2005\n")
    assert damage.tried(copy, made, blind=False) == [True, True]
    assert not copy.seal_is_broken() and copy.is_whole()


def test_notebooks_of_a_file():
    assert "02_engagement" in damage.notebooks_of("data/kaesong.csv")
    assert damage.notebooks_of("notebooks/02_engagement.ipynb") == ["02_engagement"]
    assert damage.notebooks_of("figures/07_events.svg") == [
        "07_strategic_assumptions",
        "07_strategic_assumptions_further",
    ]
    assert damage.notebooks_of("README.md") == []
