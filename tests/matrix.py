"""Try the collection in many places, and print a table: Pythons, languages, time zones, folders, servers.

    .venv/bin/python tests/matrix.py [word ...]

With words only the places that have one of them in their name. All of them take about half an hour. What a machine
does not have is printed as "not here". Ends with 1 where a place fails, and prints why.
"""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

from copies import ROOT, commit, copy, git, run
from versions import PYTHONS, SENTENCE

sys.path.append(str(ROOT / "editions" / "hub"))
import load

BOOKS = ["02_engagement", "07_strategic_assumptions"]
OUTPUTS = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "addopts=", "--nbval", "--nbval-current-env"]
OUTPUTS += ["--nbval-cell-timeout=120", "--nbval-sanitize-with=tests/sanitize.cfg"]
NO_NETWORK = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
NO_RIGHTS = ["setpriv", "--bounding-set=-all"]  # for root, who can write anywhere
PYTHON = Path("Scripts" if os.name == "nt" else "bin", "python")
START = "notebooks/00_start_here.ipynb"
INSTALLED = "start.py, JupyterLab, outputs"
ASK = "import sys; sys.prefix == getattr(sys, 'base_prefix', sys.prefix) or sys.exit(); "
ASK += "sys.stdout.write('%d.%d.%d' % sys.version_info[:3])"
LAB, NOTEBOOK = f"lab/tree/course/{START}", f"notebooks/course/{START}"


class NotHere(Exception):
    """This machine does not have what a place needs; the message says what."""


@dataclass
class Place:
    """A place in which notebooks are run and their outputs compared with the committed ones."""

    name: str
    variables: dict[str, str] = field(default_factory=dict)
    prefix: list[str] = field(default_factory=list)  # a command that begins another one
    folder: str = "course"
    crlf: bool = False  # a clone as Git for Windows makes it
    locked: bool = False  # neither the folder nor the home can be written; start.py opens JupyterLab there

    def outputs(self, at: Path, books: list[str] = BOOKS) -> None:
        """Run notebooks of a copy that is made in the folder ``at``."""
        course, home, variables = at / self.folder, at / "home", {"LOCPATH": str(at)} | self.variables
        clone(copy(at / "original"), course, "core.autocrlf=true") if self.crlf else copy(course)
        if self.prefix and not works([*self.prefix, "true"]):
            raise NotHere(self.prefix[0])
        language, _, letters = variables.get("LC_ALL", "").partition(".")
        if letters and not works(["localedef", "-i", language, "-f", letters, str(at / f"{language}.{letters}")]):
            raise NotHere("localedef with this language")
        if self.locked:
            lend(course)
            home.mkdir()
            for path in [home, course, *course.rglob("*")]:
                path.is_symlink() or path.chmod(path.stat().st_mode & ~0o222)
            serve([*self.prefix, sys.executable, "start.py"], LAB, course, variables | {"HOME": str(home)})
        compare(sys.executable, course, books, self.prefix, variables)


LANGUAGES = [
    Place(f"language {name}", {"LC_ALL": name}) for name in ("C", "ko_KR.UTF-8", "ko_KR.EUC-KR", "de_DE.UTF-8")
]
ZONES = [Place(f"zone {name}", {"TZ": name}) for name in ("Asia/Seoul", "America/New_York", "Pacific/Kiritimati")]
OTHERS = [
    Place("path with blanks and hangul", folder="한미 동맹 (copy 2)/course"),
    Place("no network", prefix=NO_NETWORK),
    Place("dead proxy", dict.fromkeys(["http_proxy", "https_proxy"], "http://127.0.0.1:9")),
    Place("read-only folder and home", prefix=NO_RIGHTS, locked=True),
    Place("clone with CRLF", crlf=True),
]


def works(command: list[str]) -> bool:
    """Say whether a command is here and ends well."""
    return bool(shutil.which(command[0])) and not subprocess.run(command, capture_output=True).returncode


def clone(source: Path, target: Path, *settings: str) -> None:
    """Make a repository of a folder and clone it."""
    commit(source)
    git(source, "clone", "--quiet", *(f"--config={setting}" for setting in settings), source.as_uri(), str(target))


def lend(course: Path) -> None:
    """Give a copy the packages that are installed here, as start.py would have installed them."""
    (course / ".venv").mkdir()
    for file in Path(sys.prefix).iterdir():
        (course / ".venv" / file.name).symlink_to(file)
    done = course / ".venv" / "installed.txt"
    done.unlink(missing_ok=True)
    done.write_text("".join((course / name).read_text("utf-8") for name in ("requirements.txt", "constraints.txt")))


def compare(python: str, course: Path, books: list[str], prefix=(), variables=None) -> None:
    """Run notebooks and compare their outputs with the committed ones."""
    run([*prefix, python, *OUTPUTS, *(f"notebooks/{book}.ipynb" for book in books)], course, variables)


def serve(command: list[str], page: str, course: Path, variables: dict[str, str] | None = None) -> None:
    """Start a Jupyter server by a command, ask for a page of it, and run notebook 00 in its kernel."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base, token, config = "/user/matrix/", secrets.token_hex(), course.parent / "config"  # a student's place on a hub
    settings = {"ip": "127.0.0.1", "port": port, "port_retries": 0, "base_url": base, "root_dir": str(course.parent)}
    settings |= {"open_browser": False, "allow_root": True}
    config.mkdir()
    (config / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": settings}), encoding="utf-8")
    hub = load.Hub(f"http://127.0.0.1:{port}", token, "", Path(START).stem, time.monotonic() + 3600)
    own = os.environ | (variables or {}) | {"JUPYTER_CONFIG_PATH": str(config), "JUPYTER_TOKEN": token}
    with (config / "log.txt").open("w+b") as log:
        server = subprocess.Popen(command, cwd=course, env=own, stdout=log, stderr=log)
        try:
            while server.poll() is None and is_free(port):
                time.sleep(min(0.5, hub.left()))
            hub.ask("GET", base + page)
            load.run_lesson(hub, "matrix", lambda step: None)
            hub.ask("POST", f"{base}api/shutdown")
            server.wait(60)
        except (*load.ERRORS, subprocess.TimeoutExpired) as error:
            log.seek(0)
            raise RuntimeError(f"{log.read().decode('utf-8', 'replace')[-4000:]}\n{error}") from None
        finally:
            if server.poll() is None:
                for process in [*psutil.Process(server.pid).children(recursive=True), server]:
                    process.kill()


def is_free(port: int) -> bool:
    """Say whether nobody answers on a port."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) != 0


def pythons() -> dict[str, str]:
    """Return the Pythons of this machine by their version, without those of virtual environments."""
    folders, found = [Path(folder) for folder in os.get_exec_path()], {}
    for pattern in (".pyenv/versions/*/bin", ".local/share/uv/python/*/bin", "AppData/Local/Programs/Python/*"):
        folders += Path.home().glob(pattern)
    for file in (file for folder in folders for file in folder.glob("python*")):
        asked = re.fullmatch(r"python(\d(\.\d+)?)?(\.exe)?", file.name) and [file, "-c", ASK]
        if asked and (version := subprocess.run(asked, capture_output=True, text=True).stdout):
            found[version] = str(file)
    return dict(sorted(found.items(), key=lambda item: [int(part) for part in item[0].split(".")]))


def installed(python: str, at: Path) -> None:
    """Let start.py install and open the course with a Python, then run notebooks with what it installed."""
    if not python:
        raise NotHere("this Python")
    course = copy(at / "course")
    serve([python, "start.py"], LAB, course)
    compare(str(course / ".venv" / PYTHON), course, BOOKS)


def refused(python: str, at: Path) -> None:
    """Let start.py say which Python it wants, to another one."""
    said = subprocess.run([python, str(ROOT / "start.py")], cwd=at, capture_output=True, text=True)
    if not said.returncode or said.stdout or not re.search(SENTENCE, said.stderr) or said.stderr.count("\n") != 1:
        raise RuntimeError(said.stdout + said.stderr)


def notebook7(at: Path) -> None:
    """Open the course in Notebook 7, which is installed beside the packages of the course."""
    course, python = copy(at / "course"), str(at / "new" / PYTHON)
    run([sys.executable, "-m", "venv", str(at / "new")], at)
    run([python, "-m", "pip", "install", "--quiet", "-r", "requirements.txt", "notebook==7.*"], course)
    serve([python, "-m", "notebook", START], NOTEBOOK, course)


def rows() -> Iterator[tuple[str, str, Callable[[Path], None]]]:
    """Yield the name of each place, what is tried there, and what tries it in a new folder."""
    found = pythons()
    for version, python in found.items():
        promised = version.rpartition(".")[0] in PYTHONS
        tried, function = (INSTALLED, installed) if promised else ("one sentence", refused)
        yield f"Python {version}", tried, partial(function, python)
    for version in PYTHONS:
        if not any(other.startswith(f"{version}.") for other in found):
            yield f"Python {version}", INSTALLED, partial(installed, "")
    for place in [*LANGUAGES, *ZONES, *OTHERS]:
        yield place.name, "outputs", place.outputs
    yield "Notebook 7", "page, kernel", notebook7


def attempt(name: str, tried: str, function: Callable[[Path], None]) -> str:
    """Try a place, print its row, and return what was printed there where it fails."""
    begun, result, said = time.monotonic(), "good", ""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            function(Path(folder))
        except NotHere as error:
            result = f"not here: {error}"
        except Exception as error:  # whatever it is, the table goes on
            result, said = "FAILS", f"{name}: {type(error).__name__}\n{error}"
    print(f"| {name:28} | {tried:29} | {result:38} | {time.monotonic() - begun:4.0f} |", flush=True)
    return said


def main(words: list[str]) -> None:
    """Print the table, and what failed."""
    print(f"| {'place':28} | {'what was tried':29} | {'result':38} |    s |\n| --- | --- | --- | ---: |")
    asked = [row for row in rows() if not words or any(word in row[0] for word in words)]
    if said := [said for row in asked if (said := attempt(*row))]:
        sys.exit("\n\n".join(["", *said]))


if __name__ == "__main__":
    main(sys.argv[1:])
