"""The versions that the collection promises can be had: of Python, and of every package that a file pins."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from course import NOTEBOOKS, ROOT
from versions import FILES, HIGHEST, LOWEST, PINS, PYTHONS, SENTENCE, looked_up, pins

DIRECT = ["jupyterlab", "pandas", "matplotlib", "ipywidgets", "nbval"]
ELSEWHERE = {"appnope", "colorama", "pywinpty", "pexpect", "ptyprocess", "overrides"}  # by system or by Python
README = (ROOT / "README.md").read_text("utf-8")
PLACES = {
    "Linux": {"platform_system": "Linux", "sys_platform": "linux", "os_name": "posix"},
    "Windows": {"platform_system": "Windows", "sys_platform": "win32", "os_name": "nt"},
    "macOS": {"platform_system": "Darwin", "sys_platform": "darwin", "os_name": "posix"},
}


def installed() -> dict[str, Distribution]:
    """Return what is known here of the pinned packages."""
    found = {}
    for name in PINS:
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            assert name in ELSEWHERE, f"{name} is not needed"
    return found


@pytest.mark.parametrize("file", FILES)
def test_versions_are_exact_and_installed(file):
    wanted = pins(file)
    if file == "requirements.txt":
        assert list(wanted) == DIRECT
    for name in wanted.keys() & installed().keys():
        assert version(name) == wanted[name], f"{name} {version(name)} is installed, {file} asks for {wanted[name]}"


def test_each_package_is_pinned_in_one_file():
    assert {"numpy", "pillow", "pytest"} <= set(PINS)
    assert sum(len(pins(file)) for file in FILES) == len({canonicalize_name(name) for name in PINS})


def test_every_page_promises_the_same_pythons():
    assert set(re.findall(SENTENCE, README)) == {(LOWEST, HIGHEST)}
    for file in (ROOT / "start.py", NOTEBOOKS / "alliance" / "__init__.py"):
        source = file.read_text("utf-8")
        assert set(re.findall(SENTENCE, source)) == {(LOWEST, HIGHEST)}, file.name
        bounds = re.findall(r"\((3, \d+)\)", source)
        assert [bound.replace(", ", ".") for bound in bounds] == [LOWEST, HIGHEST], file.name
    asked = re.fullmatch(r"python-(3\.\d+)\n", (ROOT / "runtime.txt").read_text("utf-8"))
    assert asked and asked.group(1) in PYTHONS
    assert f'target-version = "py{LOWEST.replace(".", "")}"' in (ROOT / "ruff.toml").read_text("utf-8")
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in PYTHONS


def test_every_pin_allows_every_python_that_is_promised():
    refused = [
        f"{name}=={PINS[name]} wants Python {known.metadata.get('Requires-Python')}"
        for name, known in installed().items()
        for python in PYTHONS
        if f"{python}.0" not in SpecifierSet(known.metadata.get("Requires-Python") or "")
    ]
    assert not refused, refused


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", PLACES)
def test_all_that_the_pins_pull_in_is_pinned(system, python):
    exact = {canonicalize_name(name): pin for name, pin in PINS.items()}
    place = PLACES[system] | {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    for name, known in installed().items():
        for needed in map(Requirement, known.requires or []):
            if needed.marker and not needed.marker.evaluate(place):
                continue
            there = exact.get(canonicalize_name(needed.name))
            assert there, f"{name} pulls in {needed.name} on {system} with Python {python}, which no file pins"
            assert needed.specifier.contains(there, prereleases=True), f"{name} wants {needed}, not {there}"


def test_every_promised_python_has_ready_made_files_of_every_pin():
    said = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert looked_up() in said, "a version or a promise has changed: run python tests/versions.py"


def test_another_python_gets_one_sentence_in_the_notebook(monkeypatch, capsys):
    import alliance

    source = (NOTEBOOKS / "alliance" / "__init__.py").read_text("utf-8")
    monkeypatch.chdir(NOTEBOOKS)
    for other, sentences in ((sys.version_info, 0), ((3, 10, 13), 1), ((3, int(HIGHEST[2:]) + 1, 2), 1)):
        monkeypatch.setattr(sys, "version_info", other)
        exec(compile(source, "alliance", "exec"), dict(vars(alliance)))
        said = capsys.readouterr().out
        assert said.count("\n") == sentences and len(re.findall(SENTENCE, said)) == sentences, said
