"""Read the tables of data/ for the helpers, and say in a sentence when something is not as it should be."""

import difflib
import functools
import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

DATA = Path(__file__).resolve().parents[2] / "data"
_read_csv = functools.lru_cache(maxsize=8)(lambda path, changed: pd.read_csv(path))  # a notebook shows many cards


class Trouble(Exception):
    """Something of the user's world is not as it should be. The message says in a sentence what to do."""


def in_words(function: Callable[..., None]) -> Callable[..., None]:
    """Let a function print the sentence of a ``Trouble`` in place of raising it."""

    @functools.wraps(function)
    def spoken(*arguments: Any, **keywords: Any) -> None:
        try:
            function(*arguments, **keywords)
        except Trouble as trouble:
            say(str(trouble))

    return spoken


def describe(name: str) -> dict[str, Any]:
    """Return the entry of table ``name`` in data/datapackage.json.

    Raises ``Trouble`` when the descriptor can't be read or has no such table.
    """
    tables = _read(
        DATA / "datapackage.json",
        lambda path: {entry["name"]: entry for entry in json.loads(path.read_text("utf-8"))["resources"]},
    )
    if name not in tables:
        near = difflib.get_close_matches(str(name), tables, n=1)
        guess = f' Did you mean "{near[0]}"?' if near else f" There are: {', '.join(sorted(tables))}."
        raise Trouble(f'There is no data set "{name}".{guess}')
    return tables[name]


def load(name: str) -> pd.DataFrame:
    """Return table ``name`` of data/ as a DataFrame, its columns as described in the codebook.

    Raises ``Trouble`` when the file is missing, isn't a table, or lacks a column.
    """
    entry = describe(name)
    path = DATA / entry["path"]
    table = _read(path, lambda path: _read_csv(path, path.stat().st_mtime_ns).copy())
    if missing := [field["name"] for field in entry["schema"]["fields"] if field["name"] not in table.columns]:
        raise _broken(path, f"has no column {', '.join(missing)}")
    return table


def _read(path: Path, reader: Callable[[Path], Any]) -> Any:
    try:
        return reader(path)
    except FileNotFoundError:
        raise _broken(path, "is missing") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(path, f"can't be read ({error})") from None


def _broken(path: Path, problem: str) -> Trouble:
    return Trouble(f"The file data/{path.name} {problem}. Bring it back with git, or download the collection again.")


def many(count: int, word: str) -> str:
    """Write a count with its word, in the plural where it is not one."""
    return f"{count} {word if count == 1 else word + 's'}"


def say(text: str) -> None:
    """Print a text in lines that a cell shows whole."""
    print(textwrap.fill(text, 79, break_long_words=False, break_on_hyphens=False))
