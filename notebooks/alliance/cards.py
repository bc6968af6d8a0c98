"""Cards for the page: a claim of the article, and the sources of a data set."""

import html
import re
from collections import Counter

from IPython.display import display

from .tables import Trouble, describe, in_words, load, many

SAID = {"own words": "The article's own words.", "yes": "Yes.", "in part": "In part.", "no": "No."}
WORDS = {"{": "braceleft", "}": "braceright", "\\": "backslash", "~": "asciitilde", "^": "asciicircum"}
LATEX = {sign: f"\\{sign}" for sign in "&%$#_"} | {sign: rf"\text{word}{{}}" for sign, word in WORDS.items()}
CARD = "border: 1px solid #8a8a8a; border-radius: 6px; padding: 0.2em 1em; margin: 1em 0; max-width: 60em"


@in_words
def claim(claim_id: str) -> None:
    """Display a claim of the article ("CL09") as a card.

    The card gives the claim, its paragraph, who makes it and what would test it. The two judgements are folded away
    under it: was it said so, and is it so? Source: data/article_claims.csv.
    """
    claims = load("article_claims").fillna("").set_index("claim_id")
    key = f"CL{re.sub(r'[^0-9]', '', str(claim_id)):0>2}"
    if key not in claims.index:
        raise Trouble(f'There is no claim "{claim_id}". They run from {claims.index[0]} to {claims.index[-1]}.')
    row = claims.loc[key]
    head = [
        ("Where:", f"paragraph {row.paragraph} of the article"),
        ("Who says it:", "the author" if row.made_by == "author" else row.made_by),
        ("What would test it:", row.evidence_that_would_test_it),
    ]
    tail = [
        ("Was it said so?", f"{SAID[row.was_it_said]} {row.said_reason}".strip()),
        ("Is it so?", f"{row.is_it_so.capitalize()}."),
        ("Known on 15 March 2021:", row.known_2021),
        ("Known now:", row.known_now),
    ]
    tail = [(name, value) for name, value in tail if value]
    sources = _sources([row.source_id, *filter(None, row.also.split(";"))])
    page = (
        f'<section style="{CARD}"><p><strong>{key}: {html.escape(row.claim)}</strong></p>{_list(head)}'
        f"<details><summary>{key}: write your two judgements first, then open ours</summary>{_list(tail)}"
        f"<p>Sources:</p><ul>{''.join(_link(source) for source in sources)}</ul></details></section>"
    )
    text = "\n".join([f"{key}: {row.claim}", *(f"  {name} {value}" for name, value in head + tail)])
    display({"text/html": page, "text/plain": text}, raw=True)


@in_words
def cite(name: str, bibtex: bool = False) -> None:
    """Display where the numbers of data set ``name`` come from, with links, the most used source first.

    With ``bibtex`` print entries in BibTeX to copy instead: of the data set, then of each source.
    """
    table, entry = load(name), describe(name)
    if name == "sources" or "source_id" not in table.columns:
        own = "is the list of sources itself" if name == "sources" else "was made for this collection"
        print(entry["bibtex"] if bibtex else f'"{name}" {own}.')
        return
    rows = Counter(table["source_id"])
    further = {key for cell in table["also"].dropna() for key in cell.split(";")} - set(rows)
    used, extra = _sources([key for key, _ in rows.most_common()]), _sources(sorted(further))
    if bibtex:
        print(entry["bibtex"], *map(_bibtex, used + extra), sep="\n\n")
        return
    summary = f"Where {entry['path']} comes from: {many(len(table), 'row')}, {many(len(used), 'source')}"
    more = ""
    if extra:
        summary += f" and {many(len(extra), 'further one')}"
        more = f"<p>Further sources, of other columns or to compare:</p><ul>{''.join(map(_link, extra))}</ul>"
    page = (
        f"<details><summary>{summary}</summary><p>{html.escape(entry['description'])}</p>"
        f"<ul>{''.join(_link(source, rows[source.Index]) for source in used)}</ul>{more}</details>"
    )
    display({"text/html": page, "text/plain": summary}, raw=True)


def _sources(keys: list[str]) -> list:
    table = load("sources").fillna("").set_index("source_id")
    if unknown := [key for key in keys if key not in table.index]:
        raise Trouble(f"The file data/sources.csv has no row for {', '.join(unknown)}.")
    return list(table.loc[keys].itertuples())


def _link(source, rows: int | None = None) -> str:
    when = f", {source.date}" if source.date else ""
    copy = f" (read at {source.via})" if source.via else ""
    count = "" if rows is None else f" ({many(rows, 'row')})"
    link = f'<a href="{html.escape(source.url)}" target="_blank" rel="noopener">{html.escape(source.title)}</a>'
    return f"<li>{html.escape(source.institution)}: {link}{when}{html.escape(copy)}{count}</li>"


def _bibtex(source) -> str:
    """Return a source as an entry in BibTeX. In an address LaTeX reads all signs as they are."""
    copy = f" at {source.via}" if source.via else ""
    plain = {"title": source.title, "author": source.institution, "note": f"Read{copy} on or before {source.read_on}"}
    fields = {key: f"{{{text.translate(str.maketrans(LATEX))}}}" for key, text in plain.items()}
    fields |= {"year": source.date[:4], "url": source.url}
    lines = [f"  {key} = {{{text}}}" for key, text in fields.items() if text]
    return f"@misc{{{source.Index},\n" + ",\n".join(lines) + "\n}"


def _list(pairs: list[tuple[str, str]]) -> str:
    items = (f"<li><strong>{html.escape(name)}</strong> {html.escape(str(value))}</li>" for name, value in pairs)
    return f"<ul>{''.join(items)}</ul>"
