"""What nbval does not see: cells that are run and not compared, outputs that never compare equal, leftovers."""

import re

import pytest

from course import FURTHER, NAMES, ROOT, cells, code, is_closed, texts

KILOBYTE = 1024
LONGEST_CELL, LONGEST_CLOSED_CELL = 15, 45  # lines; a reader opens the closed ones or not


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_was_run_in_order(name):
    assert [cell.execution_count for cell in code(name)] == list(range(1, len(code(name)) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_outputs_are_of_kinds_that_compare(name):
    for cell in code(name):
        place = f"{name}, cell [{cell.execution_count}]"
        for output in cell.outputs:
            assert output.get("name") != "stderr", f"{place} writes to stderr: repair the cause of the warning"
            assert output.output_type != "error", f"{place} ends in an error"
            data = output.get("data", {})
            assert "image/svg+xml" not in data, f"{place} holds an SVG, which carries random ids: use show(...)"
            assert "application/vnd.jupyter.widget-view+json" not in data, f"{place} holds a widget"
            assert '<style type="text/css">' not in data.get("text/html", ""), (
                f"{place} holds a Styler, which carries random ids"
            )
            assert not re.search(r"\bat 0x[0-9a-f]{6,}", str(data)), f"{place} prints an address of memory"


@pytest.mark.parametrize("name", NAMES)
def test_code_has_nothing_that_hides_from_the_comparison(name):
    for cell in code(name):
        place = f"{name}, cell [{cell.execution_count}]"
        last = cell.source.rstrip().splitlines()[-1]
        assert not last.endswith(";"), f"{place} ends in a semicolon: give the result a name instead"
        assert not re.search(r"^\s*[%!]", cell.source, re.M), f"{place} uses a magic or a shell command"
        assert not re.search(r"https?://|www\.", cell.source), f"{place} names a web address"
        assert "nbval-" not in cell.source.lower(), f"{place} asks nbval to look away"
        assert not {tag for tag in cell.metadata.get("tags", []) if tag.startswith(("nbval", "raises"))}, place


@pytest.mark.parametrize("name", NAMES)
def test_code_cells_are_short(name):
    for cell in code(name):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        most = LONGEST_CLOSED_CELL if is_closed(cell) else LONGEST_CELL
        assert len(lines) <= most, f"{name}, cell [{cell.execution_count}] has {len(lines)} lines: split it"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_unfinished(name):
    for cell in cells(name):
        found = re.search(r"\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b", cell.source, re.I)
        assert not found, f"{name}: {found.group()} in {cell.source[:60]!r}"


@pytest.mark.parametrize("name", NAMES)
def test_no_timing_and_no_noise_is_stored(name):
    begin = f"{name[:2]}{'f' * (name in FURTHER)}-"
    for cell in cells(name):
        assert set(cell.metadata) <= {"tags", "jupyter"}, f"{name}: {dict(cell.metadata)}"
        assert cell.id.startswith(begin), f"{name}: give the cell {cell.id!r} an id such as {begin}99"
    assert len({cell.id for cell in cells(name)}) == len(cells(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_light(name):
    size = (ROOT / "notebooks" / f"{name}.ipynb").stat().st_size // KILOBYTE
    assert size <= 400, f"{name} has {size} KB: fewer or smaller charts"


@pytest.mark.parametrize("name", NAMES)
def test_hangul_stays_in_text(name):
    for cell in code(name):
        assert not re.search("[\uac00-\ud7a3]", cell.source), f"{name}: the font of the charts has no hangul"
    assert name in FURTHER or any(re.search("[\uac00-\ud7a3]", cell.source) for cell in texts(name))
