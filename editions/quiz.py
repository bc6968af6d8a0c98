"""The question banks of the lessons as QTI packages, which Canvas and other learning platforms import."""

import re
from pathlib import Path

from text2qti.config import Config
from text2qti.err import Text2qtiError
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from common import ROOT, TEACHING, CannotBuild, fresh


def build(out: Path) -> str:
    """Write each lesson's quiz.txt as a package into ``out``/quiz and return what was made.

    Equal questions give equal identifiers, so a platform knows a question that it imports again. A package has the
    day on which it was built.
    """
    banks = {path.parent.name: read(path) for path in sorted(TEACHING.glob("*/quiz.txt"))}
    folder = fresh(out / "quiz")
    for name, bank in banks.items():
        QTI(bank).save(folder / f"{name}.zip")
    return f"{len(banks)} question banks, {sum(len(bank.questions_and_delims) for bank in banks.values())} questions"


def read(path: Path) -> Quiz:
    """Return the questions of a bank; raises ``CannotBuild`` where text2qti cannot read it."""
    place = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    try:
        return Quiz(path.read_text("utf-8-sig"), config=Config())
    except UnicodeDecodeError:
        raise CannotBuild(f"{place.as_posix()} is not saved as UTF-8.") from None
    except Text2qtiError as error:
        line, what = re.fullmatch(r"(?:In <string> on line (\d+):\s)?(.*)", str(error), re.S).groups()
        where = f" at line {line} or just above" if line else ""
        raise CannotBuild(f"{place.as_posix()} is no question bank{where}: {' '.join(what.split())}.") from None
