"""How much a notebook asks its reader to read, beside the measures of a lesson and of a second helping.

    python tests/reading_load.py [notebooks/NAME.ipynb ...]

Prints a row for each notebook; a number outside its measure is marked with an asterisk.
"""

import re
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import nbformat

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
WIDEST = 100  # characters of a line of code that a projector shows whole
# What a class does not read: the opening table, exercises, discussion, sources.
ASIDE = re.compile(r"^## (At a glance|Try it|Discuss|What to remember|Sources)|^### (Exercise|Sources)", re.M)
PROMPT = re.compile(r"\*\*Before you (?:run|look|read|open|go)")
# The clock of a reader: words a minute, and minutes for a chart, a claim card, a prediction, a line of code.
WORDS_A_MINUTE, CHART, CARD, PREDICTION, LINE = 160, 1.5, 40 / 60, 45 / 60, 4 / 60


@dataclass
class Load:
    """The measures of a notebook.

    Words are those of the text, with tables, without link addresses, HTML and formulas; ``path`` has those that a
    class reads, ``longest`` and ``median`` those of a cell. ``code`` counts the lines in view, ``short`` the percentage
    of visible cells with at most two of them (exercise cells aside), ``wide`` the lines of all cells that a projector
    cuts, ``big`` the tables of more than eight rows or six columns, ``voice`` the words of the longest text that argues
    as one of the allies.
    """

    words: int
    path: int
    longest: int
    median: float
    steps: int
    predictions: int
    charts: int
    big: int
    claims: int
    exercises: int
    code: int
    short: float
    wide: int
    voice: int
    minutes: float


# Lowest and highest of each measure; what is not named is free.
LESSON = {"words": (0, 2800), "path": (0, 1400), "longest": (0, 120), "median": (0, 60), "steps": (2, 3)}
LESSON |= {"predictions": (0, 4), "charts": (3, 5), "big": (0, 0), "claims": (1, 2), "exercises": (4, 4)}
LESSON |= {"code": (0, 75), "short": (50, 100), "wide": (0, 0), "voice": (0, 90)}
FURTHER = {"words": (0, 4300), "longest": (0, 150), "steps": (1, 5), "wide": (0, 0)}
START = {"minutes": (0, 15), "longest": (0, 120), "median": (0, 60), "big": (0, 0), "wide": (0, 0)}
WORKSHOP = {"words": (0, 2800), "longest": (0, 120), "median": (0, 60), "steps": (3, 6), "charts": (2, 3)}
WORKSHOP |= {"big": (0, 0), "code": (0, 75), "wide": (0, 0)}


def measures(name: str) -> dict[str, tuple[float, float]]:
    """Return the measures that hold for a notebook."""
    by_number = {"00": START, "09": LESSON | {"claims": (1, 3)}, "10": WORKSHOP}  # the claims of 09 are forecasts
    return FURTHER if name.endswith("_further") else by_number.get(name[:2], LESSON)


def words(text: str) -> int:
    """Return the number of words that a reader of a text cell meets."""
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", " ", text, flags=re.S)
    text = re.sub(r"\]\([^)]*\)|<[^>]+>|[|*_`#>]|^\s*[-:| ]+$", " ", text, flags=re.M)
    return len(re.findall(r"[^\W_][\w'’.,-]*", text))


def is_big(table: str) -> bool:
    """Say whether an HTML table has more than eight rows or six columns; an index is no column of them."""
    rows = re.findall(r"<tr.*?</tr>", re.sub(r"<thead.*?</thead>", "", table, flags=re.S), re.S)
    columns = max((len(re.findall(r"<td", row)) for row in rows), default=0)
    return len(rows) > 8 or columns > 6


def load(path: Path) -> Load:
    """Measure a notebook."""
    cells = nbformat.read(path, as_version=4).cells
    text = [cell.source for cell in cells if cell.cell_type == "markdown"]
    code = [cell for cell in cells if cell.cell_type == "code"]
    lengths, on_path, part = [words(source) for source in text], 0, ""
    for source, length in zip(text, lengths, strict=True):
        heading = re.search(r"^## .*", source, re.M)
        part = heading.group() if heading else part
        on_path += 0 if ASIDE.search(part) or ASIDE.search(source) else length
    page = "".join("".join(output.get("data", {}).get("text/html", "")) for cell in code for output in cell.outputs)
    view = [cell.source for cell in code if not cell.metadata.get("jupyter", {}).get("source_hidden")]
    view = [[line for line in source.splitlines() if line.strip()] for source in view]
    taught = [lines for lines in view if not any("= ..." in line for line in lines)]
    whole = "\n".join(text)
    charts = len(re.findall("<figure", page))
    claims = sum(len(re.findall(r"\bCL\d\d\b", c.source)) for c in code if "claim(" in c.source)
    predictions = len(PROMPT.findall(whole))
    lines = sum(map(len, view))
    minutes = sum(lengths) / WORDS_A_MINUTE + charts * CHART + claims * CARD + predictions * PREDICTION + lines * LINE
    voices = [
        voice
        for source in text
        for voice in re.findall(r"^\*\*As (?:Seoul|Washington).*?(?=^\*\*As|\Z)", source, re.M | re.S)
    ]
    return Load(
        words=sum(lengths),
        path=on_path,
        longest=max(lengths),
        median=statistics.median(lengths),
        steps=len(re.findall(r"^## Step \d", whole, re.M)),
        predictions=predictions,
        charts=charts,
        big=sum(map(is_big, re.findall(r"<table.*?</table>", page, re.S))),
        claims=claims,
        exercises=len(re.findall(r"^### Exercise \d", whole, re.M)),
        code=lines,
        short=100 * sum(len(lines) <= 2 for lines in taught) / max(1, len(taught)),
        wide=sum(len(line) > WIDEST for cell in code for line in cell.source.splitlines()),
        voice=max(map(words, voices), default=0),
        minutes=minutes,
    )


def faults(name: str, found: Load) -> list[str]:
    """Return in words each measure of a notebook that does not hold."""
    values = asdict(found)
    return [
        f"{name}: {measure} {values[measure]:.0f}, not {low} to {high}"
        for measure, (low, high) in measures(name).items()
        if not low <= values[measure] <= high
    ]


def main(paths: list[Path]) -> None:
    """Print the measures of notebooks as a table."""
    print(f"{'notebook':32}" + "".join(f"{name:>12}" for name in Load.__dataclass_fields__))
    for path in paths:
        values, limits = asdict(load(path)), measures(path.stem)
        outside = {name for name, (low, high) in limits.items() if not low <= values[name] <= high}
        row = (f"{value:.0f}{'*' if name in outside else ' '}" for name, value in values.items())
        print(f"{path.stem:32}" + "".join(f"{cell:>12}" for cell in row))


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]] or sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb")))
