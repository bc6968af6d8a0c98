"""Time and memory of each notebook beside one that only imports pandas and pyplot and draws a line.

    python tests/benchmark.py [runs]

Prints medians side by side, with the limits of a lesson and of a second helping; asserts nothing. What is over its
limit is marked with an asterisk.
"""

import statistics
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
NAMES = [path.stem for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]
LESSON, FURTHER, MEMORY_LIMIT = 1.5, 2.0, 1.25  # times the base
BASE = "import pandas as pd\nimport matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()"
MEMORY = (
    "import sys\n"
    "try:\n    import resource\n"
    "    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == 'darwin' else 2**10)\n"
    "except ImportError:\n    import psutil\n    peak = psutil.Process().memory_info().peak_wset / 2**20\n"
    "print(peak)"
)


def measure(notebook) -> tuple[float, float]:
    """Execute a notebook in a fresh kernel; return wall time in seconds and peak memory of the kernel in MB."""
    notebook.cells.append(new_code_cell(MEMORY))
    start = time.perf_counter()
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    return time.perf_counter() - start, float(notebook.cells[-1].outputs[0].text)


def main(runs: int = 5) -> None:
    """Measure the base and each notebook in turn, ``runs`` times."""
    makers = {"base": lambda: new_notebook(cells=[new_code_cell(BASE)])}
    for name in NAMES:
        makers[name] = lambda name=name: nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in makers}
    for _ in range(runs):
        for name, make in makers.items():
            seen[name].append(measure(make()))
    median = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in seen.items()}
    print(f"{'notebook':28}{'seconds':>9}{'x base':>8}{'limit':>7}{'MB':>7}{'x base':>8}{'limit':>7}{'file KB':>9}")
    for name, (seconds, memory) in median.items():
        file = NOTEBOOKS / f"{name}.ipynb"
        size = f"{file.stat().st_size / 1024:9.0f}" if file.is_file() else f"{'':9}"
        limits = (FURTHER if name.endswith("_further") else LESSON, MEMORY_LIMIT) if name != "base" else (1, 1)
        times, row = (seconds / median["base"][0], memory / median["base"][1]), f"{name:28}"
        for value, digits, ratio, limit in zip((seconds, memory), (2, 0), times, limits, strict=True):
            row += f"{value:{7 + digits}.{digits}f}{ratio:8.2f}"
            row += f"{limit:6.2f}{'*' if ratio > limit else ' '}"
        print(row + size)
    files = [path for path in ROOT.rglob("*") if path.is_file() and not {".venv", ".git"} & set(path.parts)]
    print(f"checkout: {sum(path.stat().st_size for path in files) / 2**20:.1f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
