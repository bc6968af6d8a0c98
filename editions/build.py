"""Build the editions of the course: pages to read, slides, sheets to print, handouts, questions and packs.

    .venv/bin/python editions/build.py [part ...] [--out FOLDER]

Builds the parts named (all, where none is named) into FOLDER (editions/built), each into a folder of its own.
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

PARTS = {
    "site": "the reading edition, one for teachers and one for students",
    "print": "PDFs of sheets, cards, plans, keys and lessons, A4 and Letter",
    "charts": "all charts without their titles, and with them, for slides",
    "slides": "an editable deck for each lesson",
    "handouts": "the folder of the course for students: no outputs, no solutions",
    "quiz": "questions for a learning platform",
    "gain": "a sheet that computes what a class gained in a learning check",
    "packs": "everything in one zip, and what students get in another",
}
"""The parts in the order in which they are built, with what they make; the packs hold the others."""

MARK = ".editions"  # the file that says that a folder was made here, and may be overwritten
MODULES = {"site": "reading", "print": "paper"}  # Python has a site and a print of its own


def main(arguments: list[str]) -> int:
    """Build the parts that are asked for, and return 1 where one could not be built."""
    listed = "\n".join(f"  {name:10}{what}" for name, what in PARTS.items())
    parser = argparse.ArgumentParser(
        description="Build the editions of the course. The parts:\n" + listed,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("part", nargs="*", help="what to build; all parts, where none is named")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("built"), help="the folder to write into")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.part) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    try:
        from common import CannotBuild
    except ImportError as error:
        sys.exit(f"{error.name} is not installed: .venv/bin/python -m pip install -r editions/requirements.txt")

    out, failed = asked.out.resolve(), 0
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        parser.error(f"{out} holds other files, which a build would overwrite: name a new or an empty folder")
    for part in (part for part in PARTS if not asked.part or part in asked.part):
        start = time.monotonic()
        print(f"{part:10}", end="", flush=True)
        try:
            out.mkdir(parents=True, exist_ok=True)
            (out / MARK).touch()
            if part == "packs" and failed:
                raise CannotBuild("The packs hold all other parts, and one of them could not be built.")
            made = importlib.import_module(MODULES.get(part, part)).build(out)
        except CannotBuild as error:
            made, failed = f"left out. {error}", 1
        except ImportError as error:
            made, failed = f"left out. {error.name} is not installed: see editions/requirements.txt.", 1
        except OSError as error:
            made, failed = f"left out. {error.filename or out} cannot be read or written: {error.strerror}.", 1
        except Exception as error:  # a notebook that does not run, a page that is not as it should be
            made, failed = f"left out. {type(error).__name__}: {(str(error).splitlines() or [''])[0]}", 1
        print(f"{made} ({time.monotonic() - start:.0f} s)", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
