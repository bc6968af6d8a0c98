"""What the files pin, and for which Python: read here, and looked up in the package index where it is asked.

    .venv/bin/python tests/versions.py

Asks with pip for a ready-made file (a wheel) of every pinned package, on each promised Python and system: four to ten
minutes. Where all are there it says so in constraints.txt, with a digest of what was asked; a test compares it.
"""

import hashlib
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = ["requirements.txt", "editions/requirements.txt", "tests/requirements.txt", "constraints.txt"]
SENTENCE = r"Python (3\.\d+) to (3\.\d+)"
LOWEST, HIGHEST = re.search(SENTENCE, (ROOT / "README.md").read_text("utf-8")).groups()
PYTHONS = [f"3.{minor}" for minor in range(int(LOWEST[2:]), int(HIGHEST[2:]) + 1)]
LINUX = ["1", "2010", "2014", *(f"_2_{number}" for number in range(5, 35))]
SYSTEMS = {  # the names that wheels have for it (Macs with Apple's own chip), and the packages that only others need
    "Linux": ([f"manylinux{version}_x86_64" for version in LINUX], ["appnope", "colorama", "pywinpty"]),
    "Windows": (["win_amd64"], ["appnope", "pexpect", "ptyprocess"]),
    "macOS": (
        [f"macosx_{n}_0_{chip}" for n in range(11, 15) for chip in ("arm64", "universal2")]
        + [f"macosx_10_{n}_universal2" for n in range(9, 16)],
        ["pywinpty"],
    ),
}


def pins(name: str) -> dict[str, str]:
    """Return the versions of the packages in a file of pins."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    found = [line for line in lines if line and not line.startswith(("#", "-c", "-r"))]
    assert all(re.fullmatch(r"[\w.\-]+==[\w.]+", line) for line in found), f"{name}: exact versions only"
    return dict(line.split("==") for line in found)


PINS = {name: exact for file in FILES for name, exact in pins(file).items()}


def looked_up() -> str:
    """Return the line that says what was looked up."""
    asked = f"{sorted(PINS.items())} {PYTHONS} {SYSTEMS}"
    digest = hashlib.sha256(asked.encode()).hexdigest()[:12]
    return f"# Ready-made files for Python {LOWEST} to {HIGHEST} on {', '.join(SYSTEMS)} were looked up: {digest}"


def complaint(python: str, system: str) -> str:
    """Ask for a ready-made file of each package, keep none, and return what pip has to say where one is missing."""
    tags, others = SYSTEMS[system]
    options = ["--dry-run", "--no-deps", "--ignore-installed", "--only-binary=:all:", "--target=nowhere"]
    options += [f"--python-version={python}", *(f"--platform={tag}" for tag in tags)]
    asked = [f"{name}=={exact}" for name, exact in PINS.items() if name not in others]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *options, *asked]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def main() -> None:
    """Ask for all, and write down that all are there."""
    for python, system in product(PYTHONS, SYSTEMS):
        print(f"Python {python}, {system}", flush=True)
        if missing := complaint(f"{python}.0", system):
            sys.exit(missing)
    file = ROOT / "constraints.txt"
    text = re.sub(r"^# Ready-made files .*$", looked_up(), file.read_text("utf-8"), flags=re.M)
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
