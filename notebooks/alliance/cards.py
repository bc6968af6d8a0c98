"""Cards for the page: a claim of the article, and the sources of a data set."""

import html
import re
from collections import Counter

from IPython.display import display

from .tables import TableError, describe, load

SPOKEN = {
    "own words": "The author speaks for himself.",
    "yes": "Yes.",
    "partly": "Partly.",
    "not confirmed": "Not confirmed.",
}


def claim(claim_id: str) -> None:
    """Display a claim of the article ("CL09") as a card.

    The card gives the claim, its paragraph, who makes it and what would test it. The finding is folded away
    under it and answers two questions apart: was it said, and is it so? Source: data/article_claims.csv.
    """
    try:
        claims = load("article_claims").fillna("").set_index("claim_id")
    except TableError as error:
        print(error)
        return
    number = re.search(r"\d+", str(claim_id))
    key = f"CL{int(number.group()):02d}" if number else ""
    if key not in claims.index:
        print(f'There is no claim "{claim_id}". They run from {claims.index[0]} to {claims.index[-1]}.')
        return
    row = claims.loc[key]
    head = [
        ("Where:", f"paragraph {row.paragraph} of the article"),
        ("Who says it:", "the author" if row.made_by == "author" else row.made_by),
        ("Kind of claim:", row.type),
        ("What would test it:", row.evidence_that_would_test_it),
    ]
    tail = [
        ("Was it said?", f"{SPOKEN[row.was_it_said]} {row.said_finding}".strip()),
        ("Is it so?", f"{row.is_it_so.capitalize()}. {row.finding}"),
        ("Our verdict on the article's sentence:", f"{row.verdict}."),
    ]
    sources = _sources([row.source_id, *filter(None, row.also.split(";"))])
    page = (
        f"<p><strong>{key}: {html.escape(row.claim)}</strong></p>{_list(head)}"
        f"<details><summary>Write your verdict first, then open what the sources say</summary>{_list(tail)}"
        f"<p>Sources:</p><ul>{''.join(_link(source) for source in sources)}</ul></details>"
    )
    text = "\n".join([f"{key}: {row.claim}", *(f"  {name} {value}" for name, value in head + tail)])
    display({"text/html": page, "text/plain": text}, raw=True)


def cite(name: str) -> None:
    """Display where the numbers of data set ``name`` come from, with links, the most used source first."""
    try:
        table, entry = load(name), describe(name)
        if "source_id" not in table.columns or name == "sources":
            print(f'"{name}" is the list of sources itself.')
            return
        rows = Counter(table["source_id"])
        further = {key for cell in table["also"].dropna() for key in cell.split(";")} - set(rows)
        used = _sources([key for key, _ in rows.most_common()])
        extra = _sources(sorted(further))
    except TableError as error:
        print(error)
        return
    summary = f"Where {entry['path']} comes from: {len(table)} rows, {len(used)} sources"
    summary += f" and {len(extra)} further {'one' if len(extra) == 1 else 'ones'}" if extra else ""
    more = (
        f"<p>Further sources, of other columns or to compare:</p><ul>{''.join(map(_link, extra))}</ul>" if extra else ""
    )
    page = (
        f"<details><summary>{summary}</summary><p>{html.escape(entry['description'])}</p>"
        f"<ul>{''.join(_link(source, rows[source.Index]) for source in used)}</ul>{more}</details>"
    )
    display({"text/html": page, "text/plain": summary}, raw=True)


def _sources(keys: list[str]) -> list:
    table = load("sources").fillna("").set_index("source_id")
    unknown = [key for key in keys if key not in table.index]
    if unknown:
        raise TableError(f"The file data/sources.csv has no row for {', '.join(unknown)}.")
    return list(table.loc[keys].itertuples())


def _link(source, rows: int | None = None) -> str:
    maker = f"{source.institution}, via {source.via}" if source.via else source.institution
    when = f", {source.date}" if source.date else ""
    count = "" if rows is None else f" ({rows} {'row' if rows == 1 else 'rows'})"
    link = f'<a href="{html.escape(source.url)}" target="_blank" rel="noopener">{html.escape(source.title)}</a>'
    return f"<li>{html.escape(maker)}: {link}{when}{count}</li>"


def _list(pairs: list[tuple[str, str]]) -> str:
    items = (f"<li><strong>{html.escape(name)}</strong> {html.escape(str(value))}</li>" for name, value in pairs)
    return f"<ul>{''.join(items)}</ul>"
