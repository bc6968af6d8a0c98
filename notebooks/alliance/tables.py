"""Read the tables of data/ for the helpers, with a clear sentence when a file is not as it should be."""

import difflib
import functools
import json
from pathlib import Path
from typing import Any

import pandas as pd

DATA = Path(__file__).resolve().parents[2] / "data"


class TableError(Exception):
    """A data file is missing or damaged. The message is one sentence for the reader."""


def describe(name: str) -> dict[str, Any]:
    """Return the entry of table ``name`` in data/datapackage.json.

    Raises ``TableError`` when the descriptor can't be read or has no such table.
    """
    path = DATA / "datapackage.json"
    try:
        tables = {entry["name"]: entry for entry in json.loads(path.read_text("utf-8"))["resources"]}
    except FileNotFoundError:
        raise TableError(_restore(path, "is missing")) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise TableError(_restore(path, "can't be read")) from None
    if name not in tables:
        near = difflib.get_close_matches(str(name), tables, n=1)
        guess = f' Did you mean "{near[0]}"?' if near else f" There are: {', '.join(sorted(tables))}."
        raise TableError(f'There is no data set "{name}".{guess}')
    return tables[name]


def load(name: str) -> pd.DataFrame:
    """Return table ``name`` of data/ as a DataFrame, its columns as described in the codebook.

    Raises ``TableError`` when the file is missing, isn't a table, or lacks a column.
    """
    entry = describe(name)
    path = DATA / entry["path"]
    try:
        table = _read(path, path.stat().st_mtime_ns).copy()
    except FileNotFoundError:
        raise TableError(_restore(path, "is missing")) from None
    except (OSError, ValueError) as error:
        raise TableError(_restore(path, f"can't be read ({error})")) from None
    columns = [field["name"] for field in entry["schema"]["fields"]]
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise TableError(_restore(path, f"has no column {', '.join(missing)}"))
    return table


@functools.lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> pd.DataFrame:
    """Read a file once for each time it is changed: a notebook shows many cards."""
    return pd.read_csv(path)


def _restore(path: Path, problem: str) -> str:
    file = f"data/{path.name}"
    return f"The file {file} {problem}. Bring it back with: git checkout -- {file} (or download the collection again)."


def many(count: int, word: str) -> str:
    """Write a count with its word, in the plural where it is not one."""
    return f"{count} {word if count == 1 else word + 's'}"
