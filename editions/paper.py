"""The pages to print, as PDF in A4 and Letter; what gives answers lies in a folder of its own."""

from pathlib import Path

from common import KITS, CannotBuild, browser, fresh, kit
from course import NAMES

SIZES = ["A4", "Letter"]
MARGIN = {"top": "11mm", "bottom": "13mm", "left": "16mm", "right": "16mm"}
FOOT = (
    '<div style="font: 8pt sans-serif; color: #555; width: 100%; text-align: center">Allies at Odds, CC BY 4.0 '
    '&nbsp; <span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)
# JavaScript for the page: its kind, which the style sheet asks for, and its solutions, unfolded.
PREPARE = """kind => {
    document.body.classList.add(kind)
    document.querySelectorAll("#solutions details").forEach(part => part.open = true)
}"""


def pages(out: Path) -> dict[str, tuple[Path, str]]:
    """Return what is printed: the name of each PDF without ending, its page in the reading edition, and its kind."""
    teachers, students = (out / name / "notebooks" for name in ("site", "site_for_students"))
    found = {}
    for name in KITS:
        for page in kit(name, "sheet.md", "cards.md", "plan.md", "key.md", "key_further.md"):
            folder = "keys" if page.stem.startswith("key") else "class"
            kind = page.stem.split("_")[0]
            found[f"{folder}/{name}_{page.stem}"] = (teachers / "teaching" / name / f"{page.stem}.html", kind)
    for name in NAMES:
        found[f"class/{name}"] = (students / f"{name}.html", "lesson")
        found[f"keys/{name}_with_solutions"] = (teachers / f"{name}.html", "lesson")
    return found


def build(out: Path) -> str:
    """Print the pages of the reading edition in ``out`` into ``out``/print and return what was made.

    Raises ``CannotBuild`` where the reading edition is not there, and where there is no browser.
    """
    found = pages(out)
    if missing := [page for page, _ in found.values() if not page.is_file()]:
        raise CannotBuild(f"The reading edition is printed, and {missing[0].name} is not there: build site first.")
    with browser() as chromium:
        fresh(out / "print")
        tab = chromium.new_page(color_scheme="light", java_script_enabled=True)
        for name, (page, kind) in found.items():
            tab.goto(page.as_uri())
            tab.evaluate(PREPARE, kind)
            for size in SIZES:
                target = out / "print" / size / f"{name}.pdf"
                target.parent.mkdir(parents=True, exist_ok=True)
                tab.pdf(path=target, format=size, margin=MARGIN, display_header_footer=True, header_template="<i></i>",
                        footer_template=FOOT, tagged=True, outline=True)  # fmt: skip
    return f"{len(found)} PDFs in each of {' and '.join(SIZES)}"
