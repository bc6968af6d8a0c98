"""No column without a use: code names it, an output shows it, or the descriptor says in keep why it stays."""

import ast
import re
from collections import defaultdict
from functools import cache

import pytest

from course import NAMES, NOTEBOOKS, ROOT, TABLES, code, page, solutions

FIELDS = {name: {field["name"]: field for field in table["schema"]["fields"]} for name, table in TABLES.items()}
OF_ALL = {"source_id", "also", "words_original"}  # the helper reads these of each table: cite, and the page of a table
READERS = {"read_csv", "read", "load"}
LONGEST_REASON = 15  # words


def names(part: ast.AST, context: type = ast.Load) -> set[str]:
    """Return the variables that code reads, or those that it assigns."""
    return {node.id for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, context)}


def read_in(part: ast.AST) -> set[str]:
    """Return the tables that code reads from their files, or whose names it puts into a list for that."""
    calls = [node.func for node in ast.walk(part) if isinstance(node, ast.Call)]
    lists = isinstance(getattr(part, "value", None), ast.Dict | ast.List)
    if not lists and not READERS & {getattr(call, "attr", getattr(call, "id", None)) for call in calls}:
        return set()
    words = [node.value for node in ast.walk(part) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {word.removeprefix("../data/").removesuffix(".csv") for word in words} & FIELDS.keys()


def traced(sources: list[str]) -> list[tuple[int, ast.stmt, set[str]]]:
    """Return the statements of code, each with the place of its source and the tables whose rows it may have.

    A variable has the tables of what is assigned to it, a function those of its body and of what it is called with.
    """
    parts = [(place, part) for place, source in enumerate(sources) for part in ast.parse(source).body]
    functions = {part.name: number for number, (_, part) in enumerate(parts) if isinstance(part, ast.FunctionDef)}
    tables = defaultdict(set, {number: read_in(part) for number, (_, part) in enumerate(parts)})
    links = [pair for name, number in functions.items() for pair in ((name, number), (number, name))]
    for number, (_, part) in enumerate(parts):
        links += [(name, number) for name in names(part)]
        links += [(number, name) for name in names(part, ast.Store) if number not in functions.values()]
        for call in ast.walk(part):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in functions:
                for given in (*call.args, *call.keywords):
                    tables[call.func.id] |= read_in(given)
                    links += [(name, call.func.id) for name in names(given)]
    before = None
    while before != (before := sum(map(len, tables.values()))):
        for giver, taker in links:
            tables[taker] |= tables[giver]
    return [(place, part, tables[number]) for number, (place, part) in enumerate(parts)]


def named(part: ast.AST, columns: list[str]) -> set[str]:
    """Return the columns that code names: alone, in a query, as an attribute, in a slice or by a part of the name.

    What code only drops does not count.
    """
    calls = [node for node in ast.walk(part) if isinstance(node, ast.Call)]
    drops = [call for call in calls if getattr(call.func, "attr", None) == "drop"]
    dropped = {node for call in drops for given in (*call.args, *call.keywords) for node in ast.walk(given)}
    words, patterns = set(), []
    for node in set(ast.walk(part)) - dropped:
        match node:
            case ast.Attribute(attr=word):
                words.add(word)
            case ast.Constant(value=str(word)):
                words |= set(re.findall(r"(?<![\w'])\w+(?![\w'])", word)) if re.search("[<=>]", word) else {word}
            case ast.JoinedStr(values=values):
                parts = [re.escape(value.value) if isinstance(value, ast.Constant) else r"\w+" for value in values]
                patterns.append("".join(parts))
            case ast.keyword(arg="like", value=ast.Constant(value=word)):
                patterns.append(rf"\w*{word}\w*")
            case ast.Slice(lower=ast.Constant(value=first), upper=ast.Constant(value=last)):
                if first in columns and last in columns:
                    words |= set(columns[columns.index(first) : columns.index(last) + 1])
    words |= {column for column in columns for pattern in patterns if "_" in pattern and re.fullmatch(pattern, column)}
    return words & set(columns)


def shown(cell) -> set[str]:
    """Return the columns of the tables in the outputs of a cell."""
    captions = re.findall(r">Table: [^(]*\((.*?)\)</caption>", "".join(map(page, cell.outputs)))
    return {column for caption in captions for column in caption.split(", ")}


def uses(sources: list[str]) -> set[tuple[str, str]]:
    """Return the columns that code uses, each with its table."""
    return {
        (name, one) for _, part, tables in traced(sources) for name in tables for one in named(part, [*FIELDS[name]])
    }


@cache
def used() -> set[tuple[str, str]]:
    """Return the columns that a notebook, the helper or a test uses, each with its table."""
    found = set()
    for name in NAMES:
        sources = [*(cell.source for cell in code(name)), *solutions(name).values()]
        found |= uses(sources)
        columns = [shown(cell) for cell in code(name)] + [set()] * len(solutions(name))
        for place, _, tables in traced(sources):
            found |= {(name, column) for name in tables for column in columns[place] & FIELDS[name].keys()}
    files = [
        *NOTEBOOKS.glob("alliance/*.py"),
        *NOTEBOOKS.glob("alliance/exercises/*.py"),
        *ROOT.glob("tests/test_*.py"),
    ]
    for file in files:
        text = file.read_text("utf-8")
        found |= uses([text]) if re.search(r"\b(read|load)\(\"", text) else set()
    return found


@pytest.mark.parametrize("table", FIELDS)
def test_each_column_has_a_use_or_a_reason(table):
    for name, field in FIELDS[table].items():
        has_use, reason = name in OF_ALL or (table, name) in used(), field.get("keep")
        assert has_use or reason, f"{table}.csv: no one uses {name}. Delete it, use it, or say in keep why it stays"
        assert not (has_use and reason), f"{table}.csv: {name} is used, so delete its reason"
        assert not reason or (reason.endswith(".") and len(reason.split()) <= LONGEST_REASON), f"{table}.{name}"


def test_code_is_traced_to_its_columns():
    source = """
def draw(rows):
    return rows["visitors"]
def read_it():
    return read("sma_agreements")
wages = pd.read_csv("../data/kaesong.csv").drop(columns="nk_workers")
other = wages.query("tenant_firms > 5 and production_musd == 'year'")
draw(pd.read_csv("../data/kumgang.csv"))
read_it().unit
cite("places")
other["country"]
[f"border_{way}_musd" for way in ("inbound", "outbound")], other
"""
    kaesong = {("kaesong", name) for name in ("tenant_firms", "production_musd")}
    borders = {("kaesong", f"border_{way}_musd") for way in ("inbound", "outbound")}
    assert uses([source]) == kaesong | borders | {("kumgang", "visitors"), ("sma_agreements", "unit")}
    assert uses(['launches = read("missile_tests").loc[:, "srbm":"icbm"]']) == {
        ("missile_tests", name) for name in ("srbm", "mrbm", "irbm", "icbm")
    }
