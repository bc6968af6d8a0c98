"""The reading edition: pages that open from a folder, without a server and without a network."""

import shutil
import subprocess
import sys
from pathlib import Path

from common import ROOT, CannotBuild, fresh

EDITIONS = {"site": [], "site_for_students": ["-t", "students"]}
"""The folder of each edition, and what Sphinx is told: students do not get all."""
LEFT_OUT = ["**/*.map", "_static/*macros.html"]
"""What the theme brings for those who develop it: half of its size, and templates that are no pages."""


def build(out: Path) -> str:
    """Build both reading editions into ``out`` and return what was made.

    Raises ``CannotBuild`` with what Sphinx complains of, a warning too: a link that leads nowhere, a page left out.
    """
    pages = []
    for name, options in EDITIONS.items():
        folder, trees = fresh(out / name), out / ".sphinx" / name
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "--keep-going", "--no-color", *options]
        command += ["-c", str(ROOT / "editions" / "site"), "-d", str(trees), str(ROOT), str(folder)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", cwd=ROOT)
        if done.returncode:
            complaints = done.stderr.strip().splitlines() or ["nothing"]
            said = " ".join(complaints[:3]).replace(f"{ROOT}/", "")
            raise CannotBuild(f"Sphinx says ({len(complaints)} lines): {said}")
        for file in [file for pattern in LEFT_OUT for file in folder.glob(pattern)]:
            file.unlink()
        pages.append(len(list(trees.rglob("*.doctree"))))
    for rest in (".sphinx", "jupyter_execute"):  # the parsed pages, and MyST-NB's copy of the notebooks
        shutil.rmtree(out / rest, ignore_errors=True)
    return f"{pages[0]} pages for teachers, {pages[1]} for students"
