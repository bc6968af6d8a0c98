"""Two zips to take along: all for a teacher, and what students get."""

import zipfile
from pathlib import Path

from common import ROOT, CannotBuild

LIMIT = 60  # million bytes, on the stick of a teacher
START = """Allies at Odds

Open site/index.html in a browser: nothing needs a network. To run the notebooks, start handouts/start.py with
Python, the first time with a network.

{note}

{parts}
"""
NOTES = {
    "allies_at_odds": "For teachers: site/notebooks/teaching/README.html leads to the kits. The article is not in "
    "here: print its paragraphs that you read aloud from the address in the plan.",
    "allies_at_odds_students": "Give it after class, or for reading alone: pages and charts have the results. Before "
    "class students need the front of their sheet only.",
}
TEACHERS = {
    "site": "the pages of the course, with plans, keys and folded solutions",
    "print": "sheets, cards, plans and lessons to print, A4 and Letter; answers in the folders keys",
    "slides": "a deck for each lesson, to edit",
    "charts": "all charts for slides of your own, without their titles and with them",
    "quiz": "questions for a learning platform (QTI)",
    "gain": "a sheet that computes what a class gained in a learning check",
    "handouts": "the course as students run it in JupyterLab",
}
STUDENTS = {
    "site_for_students": "the pages of the course",
    "print": "sheets and lessons to print, A4 and Letter",
    "handouts": "the course to run in JupyterLab",
}
PACKS = {"allies_at_odds": TEACHERS, "allies_at_odds_students": STUDENTS}
ONLY_TEACHERS = ("keys", "_plan.pdf", "_cards.pdf")
"""What a path of print/ has that students do not get."""


def build(out: Path) -> str:
    """Write both zips from the parts in ``out`` into ``out``/packs and return their sizes.

    Raises ``CannotBuild`` where a part is missing or a zip is larger than a teacher is promised.
    """
    if missing := [part for parts in PACKS.values() for part in parts if not (out / part).is_dir()]:
        raise CannotBuild(f"The packs hold all other parts, and {missing[0]} is not built yet: build all parts.")
    (out / "packs").mkdir(exist_ok=True)
    sizes = []
    for name, parts in PACKS.items():
        target = out / "packs" / f"{name}.zip"
        pack(target, out, parts, NOTES[name])
        sizes.append(f"{name}.zip {target.stat().st_size / 1e6:.0f} MB")
        if target.stat().st_size > LIMIT * 1e6:
            raise CannotBuild(f"{sizes[-1]} is more than the {LIMIT} MB that are promised.")
    return ", ".join(sizes)


def pack(target: Path, out: Path, parts: dict[str, str], note: str) -> None:
    """Write a zip of parts and of data/, which begins with a note and with what lies where."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as zipped:
        listed = {("site" if part.startswith("site") else part): what for part, what in parts.items()}
        lines = [f"{folder}: {what}" for folder, what in (listed | {"data": "the tables, with a codebook"}).items()]
        zipped.writestr("READ_ME_FIRST.txt", START.format(note=note, parts="\n".join(lines)))
        for part, folder in zip(parts, listed, strict=True):
            for file in sorted((out / part).rglob("*")):
                inside = file.relative_to(out / part).as_posix()
                if parts is STUDENTS and part == "print" and any(word in inside for word in ONLY_TEACHERS):
                    continue
                zipped.write(file, f"{folder}/{inside}")
        for file in sorted((ROOT / "data").iterdir()):
            zipped.write(file, f"data/{file.name}")
