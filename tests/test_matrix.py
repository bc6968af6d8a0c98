"""A part of the matrix, on notebook 00; line ends; and commands that do not hang on a shell."""

import re
from dataclasses import replace

import pytest

import matrix
from copies import copy
from course import ROOT, START, TEACHING
from matrix import NO_NETWORK, NotHere, Place, clone
from versions import PYTHONS

VARIABLES = {"LC_ALL": "ko_KR.EUC-KR", "TZ": "Pacific/Kiritimati"}
FOREIGN = Place("Korean, far away, offline", VARIABLES, NO_NETWORK, folder="the course (2)/course", crlf=True)
LOCKED = next(replace(place, folder="한미 동맹/course") for place in matrix.OTHERS if place.locked)
FENCES = re.compile(r"```(sh|powershell)\n(.*?)```", re.S)
TOOL = r"`((?:python3|py|uv|git|pip|jupyter|npm|\.venv\S+) [^`\n]+)`"


def commands(text: str) -> list[str]:
    """Return the commands of a page: those of its blocks, and those in a line of text."""
    blocks = [line.strip() for _, block in FENCES.findall(text) for line in block.splitlines()]
    return [command for command in [*blocks, *re.findall(TOOL, FENCES.sub("", text))] if command]


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(TEACHING.rglob("*.md"))]
COMMANDS = {str(page.relative_to(ROOT)): there for page in PAGES if (there := commands(page.read_text("utf-8")))}


@pytest.mark.parametrize("place", [FOREIGN, LOCKED], ids=lambda place: place.name)
def test_the_first_notebook_has_its_outputs_in(place, tmp_path):
    try:
        place.outputs(tmp_path, [START])
    except NotHere as lack:
        pytest.skip(f"not here: {lack}")


def test_a_clone_has_the_same_bytes_on_windows(tmp_path):
    original = copy(tmp_path / "original")
    clone(original, tmp_path / "clone", "core.autocrlf=true", "core.eol=crlf")
    files = [file for file in original.rglob("*") if file.is_file() and ".git" not in file.relative_to(original).parts]
    other = [
        file for file in files if (tmp_path / "clone" / file.relative_to(original)).read_bytes() != file.read_bytes()
    ]
    assert len(files) > 300 and not other


def test_the_table_leaves_nothing_out(capsys, monkeypatch):
    def lacks(at):
        raise NotHere("a moon")

    monkeypatch.setattr(matrix, "pythons", lambda: {"2.7.18": "old", "3.11.2": "low"})
    promised = {name for name, tried, _ in matrix.rows() if tried == matrix.INSTALLED}
    assert promised == {"Python 3.11.2", *(f"Python {version}" for version in PYTHONS[1:])}
    rows = [("earth", "air", lambda at: at.rmdir()), ("moon", "air", lacks), ("sun", "air", lambda at: 1 / 0)]
    monkeypatch.setattr(matrix, "rows", lambda: rows)
    with pytest.raises(SystemExit, match="sun: ZeroDivisionError"):
        matrix.main([])
    printed = [line.split("|")[3].strip() for line in capsys.readouterr().out.splitlines()[2:]]
    assert printed == ["good", "not here: a moon", "FAILS"]
    matrix.main(["moon"])
    assert "sun" not in capsys.readouterr().out


@pytest.mark.parametrize("page", COMMANDS)
def test_every_shell_reads_a_command_alike(page):
    for command in COMMANDS[page]:
        bare = re.sub(r'"[\w ]+"', "", command.partition("  #")[0].replace(r"\Scripts\python", ""))
        assert not re.search(r"""["'`$*?~{}()<>^%|\\]""", bare), f"not every shell reads this alike: {command}"


@pytest.mark.parametrize("page", COMMANDS)
def test_every_command_has_a_form_for_windows(page):
    if any(command.startswith(".venv/bin/") for command in COMMANDS[page]):
        assert r".venv\Scripts\python" in (ROOT / page).read_text("utf-8"), "say how it is written on Windows"
    for command in COMMANDS[page]:
        if command.startswith("python3 "):
            form = command.replace("python3 ", "py ", 1).replace(" &&", ";").replace(".venv/bin/", ".venv\\Scripts\\")
            assert form in COMMANDS[page], f"no form for Windows: {command}"
