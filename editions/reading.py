"""The reading edition: pages that open from a folder, without a server and without a network."""

import shutil
import subprocess
import sys
from pathlib import Path

from common import ROOT, CannotBuild, fresh

EDITIONS = {"site": [], "site_for_students": ["-t", "students"]}
"""The folder of each edition, and what Sphinx is told: students get no plans, keys and solutions."""


def build(out: Path) -> str:
    """Build both reading editions into ``out`` and return what was made.

    Raises ``CannotBuild`` with what Sphinx complains of, a warning too: a link that leads nowhere, a page left out.
    """
    for name, options in EDITIONS.items():
        command = [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "--keep-going", "--no-color", *options]
        command += ["-c", str(ROOT / "editions" / "site"), "-d", str(out / ".sphinx" / name), str(ROOT)]
        done = subprocess.run([*command, str(fresh(out / name))], capture_output=True, text=True, cwd=ROOT)
        if done.returncode:
            complaints = done.stderr.strip().splitlines()
            raise CannotBuild(f"Sphinx says ({len(complaints)} lines): {complaints[0].removeprefix(f'{ROOT}/')}")
    shutil.rmtree(out / "jupyter_execute", ignore_errors=True)  # MyST-NB's copy of the notebooks
    pages = [len(list((out / name).rglob("*.html"))) for name in EDITIONS]
    return f"{pages[0]} pages for teachers, {pages[1]} for students"
