"""Show DataFrames so that they can be read: text to the left, dates and numbers whole, a caption, header cells."""

from itertools import chain, repeat
from xml.etree import ElementTree

import pandas as pd
from IPython import get_ipython
from pandas.api.types import is_numeric_dtype

from .tables import many

SHORT, LONG = 24, 60  # characters: a cell up to the first stays on one line, one beyond the second gets room
KOREAN = "words_original"  # this column is read under the one to its left


def page(table: pd.DataFrame) -> str:
    """Return a DataFrame as an HTML table, with the values as pandas writes them.

    The caption tells a screen reader the size and the columns. An index that only counts the rows is left out. What
    stands in a column ``words_original`` is put under the words to its left, in the same cell, marked as Korean.
    """
    place = list(table.columns).index(KOREAN) if KOREAN in list(table.columns)[1:] else None
    if place:
        table = table.fillna({KOREAN: ""})
    counts = table.index.name is None and table.index.nlevels == 1 and is_numeric_dtype(table.index)
    if table.index.nlevels == table.columns.nlevels == 1:  # one line of headers: both names share the corner
        corner = " \\ ".join(str(name) for name in (table.index.name, table.columns.name) if name is not None)
        table = table.rename_axis(index=None, columns=corner or None)
    plain = table.to_html(index=not counts, border=0, max_rows=pd.get_option("display.max_rows"))
    try:
        tree = ElementTree.fromstring(plain)
    except ElementTree.ParseError:  # a cell holds a character that XML forbids
        return plain
    if place:
        for row in tree.iter("tr"):
            left, korean = row[place - table.shape[1] - 1], row[place - table.shape[1]]
            if korean.tag == "td" and korean.text not in (None, left.text):
                ElementTree.SubElement(left, "div", lang="ko").text = korean.text
            row.remove(korean)
        table = table.drop(columns=KOREAN)
    styles = [_style(values) for _, values in table.items()]
    for row in tree.iter("tr"):  # from the right: an index of several levels is not in each row
        for cell, style in zip(reversed(row), chain(reversed(styles), repeat("text-align: left")), strict=False):
            cell.set("style", style)
    for part, scope in (("thead", "col"), ("tbody", "row")):
        for cell in tree.findall(f"{part}/tr/th"):
            cell.set("scope", scope)
            cell.set("style", cell.get("style").replace("; white-space: nowrap", ""))
    caption = ElementTree.Element("caption", style="text-align: left; caption-side: bottom")
    names = ", ".join(" ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in table.columns)
    caption.text = f"Table: {many(len(table), 'row')}, {many(table.shape[1], 'column')} ({names})"
    tree.insert(0, caption)
    return ElementTree.tostring(tree, encoding="unicode", method="html")


def _style(column: pd.Series) -> str:
    """Return the CSS of a column: numbers right, the rest left, nothing short or dated broken into two lines."""
    longest = max((len(str(value)) for value in column), default=0)
    if is_numeric_dtype(column) or longest <= SHORT:
        return f"text-align: {'right' if is_numeric_dtype(column) else 'left'}; white-space: nowrap"
    return f"text-align: left; min-width: {'16em' if longest > LONG else '8em'}"


def register() -> None:
    """Let IPython show each DataFrame as ``page`` writes it; without IPython nothing happens."""
    shell = get_ipython()
    if shell:
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, page)
