"""Ask whether every outside address still answers, and print those that do not, with where they stand.

    .venv/bin/python tests/links.py

The addresses are those of data/sources.csv, the pages and the notebooks. Sphinx asks for each (its builder linkcheck),
two at a time, and waits where a server wishes it: that can take an hour. Exit code 1 where an address is gone.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

from seal import text_of

ROOT = Path(__file__).resolve().parents[1]
KEY = re.compile(r"\b[a-z]{3}-\w+")
ADDRESS = re.compile(r"https?://(?!\d|\w*[:/]|\S*/OWNER/)(?:\([^\s()]*\)|[^\s()<>\[\]\"'`|])+")
LEFT_OUT = re.compile(r"(^|/)(\.|built/)|^data/sources\.csv$")
OPTIONS = ["-Dlinkcheck_workers=2", "-Dlinkcheck_timeout=30", "-Dlinkcheck_retries=2", "-Dlinkcheck_anchors=0"]


def places() -> tuple[dict[str, set[str]], dict[str, str]]:
    """Return the keys and the files in which each address stands, and the archived copy of each that has one."""
    sources = pd.read_csv(ROOT / "data" / "sources.csv", index_col="source_id")
    of, copies = sources["url"].map(bare), sources["archived"].dropna().map(bare)
    where = defaultdict(set)
    for key, address in [*of.items(), *copies.items()]:
        where[address].add(key)
    paths = [*ROOT.rglob("*.md"), *ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("data/*.csv")]
    for file in {path.relative_to(ROOT).as_posix() for path in paths}:
        if not LEFT_OUT.search(file):
            text = text_of(file, (ROOT / file).read_text("utf-8"))
            for address in {*map(bare, ADDRESS.findall(text)), *(of[key] for key in KEY.findall(text) if key in of)}:
                where[address].add(file)
    return where, {of[key]: copy for key, copy in copies.items() if copy != of[key]}


def bare(address: str) -> str:
    """Return an address without its fragment."""
    return address.split("#")[0]


def ask(addresses: list[str]) -> list[dict[str, str]]:
    """Return what Sphinx found for each address: its ``uri``, ``status`` and ``info``."""
    with tempfile.TemporaryDirectory() as folder:
        links = (f"`{number} <{address}>`__" for number, address in enumerate(addresses))
        Path(folder, "index.rst").write_text("\n\n".join(links), encoding="utf-8")
        command = [sys.executable, "-m", "sphinx", "-C", "-q", "-b", "linkcheck", *OPTIONS, folder, f"{folder}/out"]
        said = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace").stderr
        if not (found := Path(folder, "out", "output.json")).is_file():
            sys.exit(f"Sphinx, of editions/requirements.txt, could not ask: {said.strip()}")
        return [json.loads(line) for line in found.read_text("utf-8").splitlines()]


def finding(uri: str, status: str, info: str, **_) -> tuple[str, str]:
    """Return what became of an address (fine, moved, closed or gone), and how a sentence on it goes on."""
    answer = re.match(r"\d{3}.*?(?= for url)", info)
    if status == "redirected" and uri.partition(":")[2] != info.partition(":")[2]:
        return "moved", f"has moved to {info}"
    if info in ("unauthorized", "service unavailable") or (answer and answer[0][:3] in ("403", "429")):
        return "closed", f"turns programs away ({answer[0] if answer else info}): open it in a browser"
    if status in ("broken", "timeout"):
        return "gone", f"answers {answer[0]}" if answer else "does not answer"
    return "fine", ""


def report(where: dict[str, set[str]], copies: dict[str, str]) -> int:
    """Print a sentence on each address that is not fine, then how many are; return 1 where one is gone."""
    addresses = sorted(where)
    if all(finding(**one)[1] == "does not answer" for one in ask(addresses[:: len(addresses) // 5 + 1])):
        sys.exit("No address answers: this machine has no network. Nothing was checked.")
    results = sorted((one["uri"], *finding(**one)) for one in ask(addresses))
    for uri, kind, sentence in results:
        if kind != "fine":
            place, copy = ", ".join(sorted(where[uri])), copies.get(uri, "none is known")
            print(f"{uri} {sentence}\n    Where: {place}. Archived copy: {copy}")
    kinds = Counter(kind for _, kind, _ in results)
    print("Addresses:", ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items())))
    return int("gone" in kinds)


if __name__ == "__main__":
    sys.exit(report(*places()))
