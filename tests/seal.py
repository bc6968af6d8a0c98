"""Show what has changed in tables and texts since they were last checked, and seal them anew.

    .venv/bin/python tests/seal.py                         # shows what has changed, and seals nothing
    .venv/bin/python tests/seal.py kaesong 02_engagement   # seals these; "all" seals everything

A table is sealed by the hash of its file in data/datapackage.json, with the version of the collection in which it last
changed and its entry in BibTeX. A text (the cells of a notebook, its exercises, a page of a kit, the description of the
data) is sealed by a digest of its facts in tests/sealed.csv: its numbers, dates, names, quotations, links, comparisons,
and the words that turn a sentence round. A comma may move without a new seal. Refreshing outputs renews no seal.
"""

import csv
import difflib
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTOR, SEALED = ROOT / "data" / "datapackage.json", ROOT / "tests" / "sealed.csv"
TURN = "no|not|never|none|nor|neither|nobody|nothing|without|cannot|only|all|every|both|any|some|few|many|most|least"
TURN += "|more|less|fewer|higher|lower|highest|lowest|above|below|over|under|up|down|before|after|since|until|first"
TURN += "|last|earlier|later|long|short|rose|fell|rise|fall|grew|shrank|gain|loss|won|lost|increase|decrease"
TURN += (
    "|increased|decreased|accept|reject|accepted|rejected|agreed|refused|for|against|supported|contested|contradicted"
)
TURN += "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion"
TURN += "|half|third|quarter|fifth|tenth|once|twice|double|percent|south|north|true|false|right|wrong"
FACT = re.compile(
    r"https?://[^\s)>\"]+"  # a link to another source is another fact
    r"|“[^”]+”|\"[^\"\n]+\"|(?<!\w)'[^'\n]+ [^'\n]+'(?!\w)"  # what somebody said, word for word
    r"|[+-]?\d[\d.,:/-]*\d%?|\d%?|[=!<>]=|[<>](?= )"
    r"|\b[A-Z][\w'’.-]*\w|[가-힣]+"
    rf"|\b(?:{TURN})\b"
)


MADE = ("hash", "version", "bibtex")  # of a table: what a seal writes
ADDRESSED = re.compile(  # of a page or a notebook: what editions/address.py writes, and a test of its own holds
    r"(?<=<!-- address -->\n).*?(?=<!-- end of address -->)"
    r"|(?<=# Red text\? This needs all of Allies at Odds: )[^\\\n]*",
    re.S,
)


def package() -> dict:
    """Return the descriptor of the data."""
    return json.loads(DESCRIPTOR.read_text("utf-8"))


def tables() -> dict[str, dict]:
    """Return the entry of each table in the descriptor, by its file."""
    return {f"data/{entry['path']}": entry for entry in package()["resources"]}


def hash_of(file: str) -> str:
    """Return the hash of a table's file as the descriptor has it."""
    return f"sha256:{hashlib.sha256((ROOT / file).read_bytes()).hexdigest()}"


def texts() -> list[str]:
    """Return the files whose texts are sealed; a page that is made from others is not."""
    teaching = ROOT / "notebooks" / "teaching"
    files = [DESCRIPTOR, ROOT / "README.md", ROOT / "editions" / "hub" / "README.md", *teaching.rglob("quiz.txt")]
    files += [*(ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"), *teaching.rglob("*.md")]
    files += (ROOT / "notebooks" / "alliance").glob("*/notebook_*.py")
    return sorted(file.relative_to(ROOT).as_posix() for file in files if file.name != "claims.md")


def text_of(file: str, content: str) -> str:
    """Return what a seal holds of a file: of a notebook its cells, of the descriptor all that is not made."""
    if file.endswith(".ipynb"):
        return "\n\n".join(cell.source for cell in nbformat.reads(content, as_version=4).cells)
    if file.endswith(".json"):
        known = json.loads(content)
        known["resources"] = [
            {key: value for key, value in entry.items() if key not in MADE} for entry in known["resources"]
        ]
        return json.dumps(known, indent=0, ensure_ascii=False)
    return content


def digest(file: str) -> str:
    """Return the digest of the facts in a text."""
    facts = FACT.findall(ADDRESSED.sub("", text_of(file, (ROOT / file).read_text("utf-8"))))
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def sealed() -> dict[str, str]:
    """Return the digest of each text as it was last sealed."""
    with SEALED.open(encoding="utf-8", newline="") as file:
        return {row["text"]: row["digest"] for row in csv.DictReader(file)}


def changed_tables() -> list[str]:
    """Return the tables that are not as they were sealed."""
    return [file for file, entry in tables().items() if entry.get("hash") != hash_of(file)]


def changed_texts() -> list[str]:
    """Return the texts whose facts are not as they were sealed."""
    known = sealed()
    return [file for file in texts() if known.get(file) != digest(file)]


def difference(file: str) -> str:
    """Return the lines of a file that are not as they were committed; nothing where git knows no other form of it."""
    asked = subprocess.run(["git", "show", f"HEAD:{file}"], cwd=ROOT, capture_output=True)
    old, new = (text_of(file, raw.decode()) if raw else "" for raw in (asked.stdout, (ROOT / file).read_bytes()))
    return "\n".join(list(difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm=""))[2:])


def bibtex(entry: dict, version: str, year: int) -> str:
    """Return the entry of a table in BibTeX, as a part of the collection."""
    title = re.sub(r"([&%$#_])", r"\\\1", entry["title"])
    lines = [
        f"title = {{{title}}}",
        "author = {{The Allies at Odds contributors}}",
        f"year = {{{year}}}",
        f"version = {{{version}}}",
        f"howpublished = {{Allies at Odds, data set {entry['path']}}}".replace("_", r"\_"),
    ]
    return f"@misc{{allies-at-odds-{entry['name']},\n  " + ",\n  ".join(lines) + "\n}"


def renew(files: list[str]) -> None:
    """Seal tables and texts as they are now."""
    descriptor = package()
    released = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["date-released"]
    for entry in descriptor["resources"]:
        file = f"data/{entry['path']}"
        if file in files:
            if entry.get("hash") != hash_of(file):
                entry |= {"version": descriptor["version"], "hash": hash_of(file)}
            entry["bibtex"] = bibtex(entry, entry["version"], released.year)
    DESCRIPTOR.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    known = sealed() if SEALED.is_file() else {}
    known = {file: digest(file) if file in files else known[file] for file in texts() if file in files or file in known}
    with SEALED.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("text", "digest"), *known.items()])


def readers(*files: str) -> list[str]:
    """Return the notebooks that read one of these tables, by name."""
    books = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))}
    return [name for name, text in books.items() if any(f"/{Path(file).name}" in text for file in files)]


def advice(files: list[str]) -> str:
    """Return what to run after tables and texts were sealed: what reads them is made anew and tested."""
    names = readers(*(file for file in files if file.endswith(".csv")))
    names += [name for name in (Path(file).stem for file in files if file.endswith(".ipynb")) if name not in names]
    asked = " or ".join(["data", "totals", "upkeep", "spelling", "prose", *names])
    lines = [f"Sealed: {', '.join(files)}. Now make anew what reads it, and test that:"]
    lines += [f".venv/bin/python tests/refresh.py {' '.join(names) or '00_start_here'}"]
    return "\n".join([*lines, f'.venv/bin/python -m pytest -k "not browser and not editions and ({asked})"'])


def chosen(names: list[str]) -> list[str]:
    """Return the files that are meant by names: of a table, a notebook, a kit, a page, or "all"."""
    every = [*tables(), *texts()]
    named = {file: {"all", file, *Path(file).parts[:-1], Path(file).stem} for file in every}
    meant = {name: [file for file in every if name in named[file]] for name in names}
    if unknown := [name for name, files in meant.items() if not files]:
        sys.exit(f"There is no table and no text {', '.join(unknown)}. Name it as this command shows it.")
    return sorted({file for files in meant.values() for file in files})


def main(names: list[str]) -> None:
    """Show what has changed, or seal what is named."""
    if names:
        files = chosen(names)
        renew(files)
        print("All is sealed." if names == ["all"] else advice(files))
        return
    changed = [*changed_tables(), *changed_texts()]
    for file in changed:
        print(f"{file}\n{difference(file) or 'No line differs from the last commit: read the whole.'}\n")
    again = " ".join(changed)
    print(f"Where this is right, seal it: tests/seal.py {again}" if changed else "All is as it was sealed.")


if __name__ == "__main__":
    main(sys.argv[1:])
