"""Prose is held to its outputs: each number under *What we see* stands in an output of the same step."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from course import NAMES, cells, visible

NUMBER = re.compile(r"(?<![\w.,+])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,+])\d+(?:\.\d+)?(?![\w+])")
SEEN = re.compile(r"\*\*What we see\.?\*\*(.*?)(?=\*\*What this cannot|\Z)", re.S)


def numbers(text: str) -> list[Decimal]:
    """Return the numbers of a text; years stand aside."""
    text = re.sub(r"\]\([^)]*\)|`[^`]*`|[Ee]xercise \d+\.\d+", " ", text)
    found = [match.group() for match in NUMBER.finditer(text)]
    return [Decimal(number.replace(",", "")) for number in found if not re.fullmatch(r"(19|20)\d\d", number)]


def places(number: Decimal) -> int:
    return -number.as_tuple().exponent


def stands(number: Decimal, shown: list[Decimal]) -> bool:
    """Say whether a number, at the precision written, is among those shown."""
    unit = Decimal(1).scaleb(-places(number))
    return any(places(s) >= places(number) and s.quantize(unit, ROUND_HALF_UP) == number for s in shown)


def paragraphs(name: str) -> list[tuple[str, str, list[Decimal]]]:
    """Return each *What we see* with its step and the numbers that the outputs of the step show before it."""
    found, step, shown = [], "", []
    for cell in cells(name):
        if cell.cell_type == "code":
            shown += [n for output in cell.outputs for n in numbers(visible(output))]
            continue
        if heading := re.match(r"##+ (.*)", cell.source):
            step, shown = heading.group(1), []
        found += [(step, text, list(shown)) for text in SEEN.findall(cell.source)]
    return found


CASES = [pytest.param(*case, id=f"{name}: {case[0]}") for name in NAMES for case in paragraphs(name)]


@pytest.mark.parametrize(("step", "text", "shown"), CASES)
def test_numbers_stand_in_an_output(step, text, shown):
    missing = [str(number) for number in numbers(text) if not stands(number, shown)]
    assert not missing, f"{step}: {', '.join(missing)} stands in no output of this step"


@pytest.mark.parametrize(("step", "text", "shown"), CASES)
def test_a_changed_digit_is_found(step, text, shown):
    for number in numbers(text):
        if len(number.as_tuple().digits) >= 3:
            changed = number + Decimal(1).scaleb(-places(number))
            assert not stands(changed, shown), f"{step}: {changed} in place of {number} would not be found"


def test_numbers_are_read_as_written():
    text = "In 2015, 1,357,249 of [12](http://a/7) and 4.50 `9` percent, a 2+2 on CL07, 311 to 1."
    assert numbers(text) == [Decimal("1357249"), Decimal("12"), Decimal("4.50"), Decimal("311"), Decimal("1")]
    assert stands(Decimal("4.5"), [Decimal("4.53")])
    assert not stands(Decimal("4.50"), [Decimal("4.5")])
