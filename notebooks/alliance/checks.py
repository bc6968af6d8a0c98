"""Answer an exercise in one sentence, and give its hints and its solution to a student who asks for them.

The exercises stand in ``alliance/exercises``, the solutions in ``alliance/solutions``, one file a notebook.
"""

import html
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

from IPython.display import display

from .questions import Question, given
from .tables import Trouble, in_words, say

HERE = Path(__file__).parent
MARKS = {"correct": "✓", "complete": "✓", "not yet": "✗", "not answered yet": "…"}
EDGES = {"✓": "#007A59", "✗": "#B34700"}
_hints_given: Counter[str] = Counter()


def check(exercise: str, answer: object) -> None:
    """Show whether ``answer`` solves ``exercise`` ("2.1"), in a sentence.

    Never raises, whatever the answer is, and never shows the answer itself.
    """
    status, sentence = _reply(str(exercise), answer)
    mark = MARKS.get(status, "!")
    text = f"Exercise {exercise}: {mark} {status}. {sentence}"
    head, tail = (html.escape(part) for part in (f"{mark} Exercise {exercise}: {status}.", sentence))
    style = f"border-left: 6px solid {EDGES.get(mark, '#767676')}; padding: 0.3em 0.8em"
    display({"text/html": f'<div style="{style}"><strong>{head}</strong> {tail}</div>', "text/plain": text}, raw=True)


@in_words
def hint(exercise: str) -> None:
    """Print the next hint to ``exercise`` ("2.1"): one more at each call, and at last the last one again."""
    exercise = str(exercise)
    question = exercises(exercise).get(exercise)
    if question is None:
        raise Trouble(_unknown(exercise))
    number = min(_hints_given[exercise], len(question.hints) - 1)
    _hints_given[exercise] += 1
    more = "Run the cell again for the next one." if number + 1 < len(question.hints) else "It is the last one."
    say(f"Exercise {exercise}, hint {number + 1} of {len(question.hints)}: {question.hints[number]} {more}")


@in_words
def solution(exercise: str) -> None:
    """Print the solution of ``exercise`` ("2.1") as code, to be copied into a cell and run."""
    exercise = str(exercise)
    block = next((found[exercise] for found in map(blocks, _files("solutions", exercise)) if exercise in found), None)
    if block is None:
        known = exercise in exercises(exercise)
        raise Trouble("The solutions are not in this folder: ask your teacher." if known else _unknown(exercise))
    print(f"# Copy these lines into a cell and run it.\n# Solution {exercise}\n{block}\n")


def exercises(exercise: str) -> dict[str, Question]:
    """Return the questions of the topic to which ``exercise`` belongs, by their id; none for an unknown topic."""
    names = [path.stem for path in _files("exercises", exercise)]
    modules = [import_module(f".exercises.{name}", __package__) for name in names]
    return {key: question for module in modules for key, question in module.EXERCISES.items()}


def blocks(path: Path) -> dict[str, str]:
    """Return the code of each solution in a file of solutions, by the id of its exercise."""
    parts = re.split(r"^# Solution (\d+\.\d+)$", path.read_text("utf-8"), flags=re.M)
    return {key: block.strip() for key, block in zip(parts[1::2], parts[2::2], strict=True)}


def _files(folder: str, exercise: str) -> list[Path]:
    number = re.fullmatch(r"(\d{1,2})\.\d{1,2}", exercise)
    return sorted((HERE / folder).glob(f"notebook_{int(number.group(1)):02d}*.py")) if number else []


def _reply(exercise: str, answer: object) -> tuple[str, str]:
    """Return a status and a sentence."""
    try:
        question = exercises(exercise).get(exercise)
        if question is None:
            return "unknown", _unknown(exercise)
        if answer is ...:
            return "not answered yet", "Put your answer in place of the three dots and run the cell again."
        wrong = question.feedback(answer)
        return (question.status, question.correct) if wrong is None else ("not yet", wrong)
    except Trouble as trouble:
        return "can't be checked", str(trouble)
    except Exception as error:  # a student's object may raise anything when it is looked at
        return "can't be checked", f"Your answer ({given(answer)}) could not be compared ({type(error).__name__})."


def _unknown(exercise: str) -> str:
    known = exercises(exercise)
    return f'There is no exercise "{exercise}".' + (f" This topic has {', '.join(known)}." if known else "")
