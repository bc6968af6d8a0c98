"""Make anew what is made from other files.

    .venv/bin/python tests/refresh.py [notebook ...]

Executes the notebooks named (all, where none is named) and stores their outputs, draws their charts and those of their
solutions into figures/, and writes data/README.md, figures/README.md and notebooks/teaching/claims.md. Changes nothing
where a table is not as it was sealed (tests/seal.py).
"""

import os
import re
import shutil
import sys
from pathlib import Path

if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1] / "notebooks")  # where the helper package finds its data
    sys.path.insert(0, os.getcwd())

import nbformat
from nbclient import NotebookClient

import seal
from alliance.cards import SAID
from course import (
    DATA,
    FIGURES,
    NAMES,
    NOTEBOOKS,
    PACKAGE,
    TEACHING,
    Chart,
    charts,
    drawn,
    examined,
    heading,
    read,
    run,
)

LONGEST_TITLE = 110
ABBREVIATED = r"(?<!\bU\.S)(?<!\bU\.N)(?<!\bMt)(?<!\bRep)(?<!\bSen)"


def codebook() -> str:
    """Return data/README.md: its own text, then the tables as the descriptor and the files have them."""
    index, sections = ["| file | rows | one row is |", "| --- | --- | --- |"], []
    for table in PACKAGE["resources"]:
        name, rows = table["name"], len(read(table["name"]))
        one = re.match(rf"One row is (.+?){ABBREVIATED}\.(?= [A-Z0-9']|$)", table["description"]).group(1)
        index.append(f"| [{name}.csv](#{name}) | {rows} | {one} |")
        columns = [
            f"| {column['name']} | {column['type']} | {column.get('unit', '-')} | {column['description']} |"
            for column in table["schema"]["fields"]
            if name == "sources" or column["name"] not in ("source_id", "also")
        ]
        notes = "".join(f"- {note}\n" for note in table.get("notes", []))
        origin, licence = ("; ".join(one["title"] for one in table[key]) for key in ("sources", "licenses"))
        aging = f"*Best before* {table['bestBefore']}. {table['ages']}\n\n" if "ages" in table else ""
        head = "| column | type | unit | meaning |\n| --- | --- | --- | --- |"
        sections.append(
            f"## {name}\n\n**{table['title']}.** {table['description']} {rows} rows.\n\n"
            f"*Origin*: {origin}. *Licence*: {licence}.\n\n{aging}"
            + "\n".join([head, *columns, ""])
            + ("\n" + notes if notes else "")
        )
    return "\n".join([_written_by_hand(DATA / "README.md", "| file |"), *index, "", *sections])


def claims_page() -> str:
    """Return notebooks/teaching/claims.md: its own text, then a row for each claim of the article."""
    rows = ["| claim | what it says | examined in | was it said so? | is it so? |", "| --- | --- | --- | --- | --- |"]
    where = examined()
    for claim in read("article_claims").itertuples():
        links = ", ".join(f"[{_number(name)}](../{name}.ipynb)" for name in where.get(claim.claim_id, []))
        said = SAID[claim.was_it_said].rstrip(".").casefold()
        words = f'{claim.claim}<br><span lang="ko">{claim.claim_ko}</span>'
        rows.append(f"| {claim.claim_id} | {words} | {links} | {said} | {claim.is_it_so} |")
    return "\n".join([_written_by_hand(TEACHING / "claims.md", "| claim |"), *rows, ""])


def gallery() -> str:
    """Return figures/README.md: its own text, then a section for each notebook that draws."""
    return "\n".join([_written_by_hand(FIGURES / "README.md", "## "), *filter(None, map(gallery_of, NAMES))])


def gallery_of(name: str) -> str:
    """Return the charts of a notebook and of its solutions, each with its caption and its description in words."""
    shown = _charts(name)
    parts = [f"## {heading(name)}", f"From [{name}](../notebooks/{name}.ipynb)."]
    for chart in shown:
        title, description = _title_and_rest(chart.alt)
        short = f"Chart: {title}, described below" if title else "Chart, described below"
        parts.append(f"![{short}]({chart.name}.png)")
        parts.append(f"{chart.caption} Also as [SVG]({chart.name}.svg).")
        parts.append(f"*In words.* {description}")
    return "\n\n".join(parts) + "\n" if shown else ""


def execute(name: str) -> None:
    """Execute a notebook in its place and store its outputs."""
    path = NOTEBOOKS / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(notebook, timeout=600, resources=place, record_timing=False, store_widget_state=False).execute()
    nbformat.write(notebook, path)


def main(names: list[str]) -> None:
    """Refresh the notebooks named, then the pages that are made from all."""
    unknown = set(names) - set(NAMES)
    if unknown:
        sys.exit(f"There is no notebook {', '.join(sorted(unknown))}. There are: {', '.join(NAMES)}.")
    if changed := seal.changed_tables():
        sys.exit(f"Changed since they were sealed: {', '.join(changed)}. Look at them, seal them: tests/seal.py.")
    for name in names or NAMES:
        print(name, flush=True)
        execute(name)
    for name in names or NAMES:
        for file in run(name).folder.iterdir():
            shutil.copy(file, FIGURES)
    known = {f"{chart}.{ending}" for name in NAMES for chart in drawn(name) for ending in ("png", "svg")}
    for file in FIGURES.iterdir():
        if file.name not in known | {"README.md"}:
            file.unlink()
    pages = {DATA / "README.md": codebook(), FIGURES / "README.md": gallery(), TEACHING / "claims.md": claims_page()}
    for path, page in pages.items():
        path.write_text(page, encoding="utf-8", newline="\n")


def _charts(name: str) -> list[Chart]:
    """Return the charts of a notebook and of its solutions, those of the committed outputs without a run."""
    known = {chart.name: chart for chart in charts(name)}
    return [known.get(chart) or run(name).charts[chart] for chart in dict.fromkeys(drawn(name))]


def _title_and_rest(alt: str) -> tuple[str, str]:
    """Part the title of a chart, which stands first in its description, from the rest; no title where there is none."""
    title, _, rest = re.sub(rf"{ABBREVIATED}([.?!]) (?=[A-Z0-9])", r"\1\n", alt, count=1).partition("\n")
    return (title.rstrip("."), rest) if rest and len(title) <= LONGEST_TITLE else ("", alt)


def _number(name: str) -> str:
    """Return how a page names a notebook: "02", or "02 second helping"."""
    return name[:2] + " second helping" * name.endswith("_further")


def _written_by_hand(page: Path, until: str) -> str:
    """Return the beginning of a page, up to the first line that is made."""
    return re.split(rf"^{re.escape(until)}", page.read_text("utf-8"), maxsplit=1, flags=re.M)[0].rstrip("\n") + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
