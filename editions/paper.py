"""The pages to print, as PDF in A4 and Letter; what gives answers lies in a folder of its own."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pikepdf

from common import KITS, CannotBuild, browser, fresh, kit
from course import NAMES, solutions

SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}
"""Width and height of a page, in millimetres."""
ASIDE, ABOVE_AND_BELOW = 32, 25
"""What its margins take of it (``@page`` in paper.css), in millimetres."""
SPARE = 3  # millimetres that the browser may need more than it measures
PIXELS = 96 / 25.4  # of the browser, a millimetre
ONE_LEAF = {"sheet", "korean"}
"""The kinds of pages that are handed out on one leaf."""


def pages(out: Path) -> dict[str, tuple[Path, str]]:
    """Return what is printed: the name of each PDF without ending, its page in the reading edition, and its kind."""
    teachers, students = (out / name / "notebooks" for name in ("site", "site_for_students"))
    found = {}
    for name in KITS:
        for page in kit(name, "sheet.md", "cards.md", "korean.md", "plan.md", "key.md", "key_further.md", "check.md"):
            folder = "keys" if page.stem.startswith(("key", "check")) else "class"
            kind = page.stem.split("_")[0]
            found[f"{folder}/{name}_{page.stem}"] = (teachers / "teaching" / name / f"{page.stem}.html", kind)
    for name in NAMES:
        found[f"class/{name}"] = (students / f"{name}.html", "lesson")
        if solutions(name):
            found[f"keys/{name}_with_solutions"] = (teachers / f"{name}.html", "lesson")
    return found


def write(chromium, found: dict[str, tuple[Path, str]], folder: Path, sizes: Iterable[str] = SIZES) -> None:
    """Print pages, as ``pages`` names them, into a folder of each size."""
    tab = chromium.new_page(color_scheme="light", java_script_enabled=False)  # none but ours
    tab.emulate_media(media="print")
    script = Path(__file__).with_suffix(".js").read_text("utf-8")
    for name, (page, kind) in found.items():
        tab.goto(page.as_uri())
        tab.evaluate(script)
        tab.evaluate("prepare", kind)
        for size in sizes:
            if kind in ONE_LEAF:
                width, height = SIZES[size][0] - ASIDE, SIZES[size][1] - ABOVE_AND_BELOW
                tab.set_viewport_size({"width": int(width * PIXELS), "height": int(height * PIXELS)})
                tab.evaluate("spread", (height - SPARE) * PIXELS)
            target = folder / size / f"{name}.pdf"
            target.parent.mkdir(parents=True, exist_ok=True)
            with pikepdf.open(BytesIO(tab.pdf(format=size, tagged=True, outline=True))) as pdf:
                pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)  # half as large


def build(out: Path) -> str:
    """Print the pages of the reading edition in ``out`` into ``out``/print and return what was made.

    Raises ``CannotBuild`` where the reading edition is not there, and where there is no browser.
    """
    found = pages(out)
    if missing := [page for page, _ in found.values() if not page.is_file()]:
        page = missing[0].relative_to(out)
        raise CannotBuild(f"The reading edition is printed, and {page} is not there: build site first.")
    with browser() as chromium:
        write(chromium, found, fresh(out / "print"))
    return f"{len(found)} PDFs in each of {' and '.join(SIZES)}"
