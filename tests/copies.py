"""Copies of the collection in which something may be changed, run or broken, and git for them."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEAVE = shutil.ignore_patterns(".git", ".venv", "built", "__pycache__", ".*_cache", ".ipynb_checkpoints")


def copy(folder: Path) -> Path:
    """Copy the collection, without what was made in it, and return the copy."""
    return Path(shutil.copytree(ROOT, folder, ignore=LEAVE))


def run(command: list[str], folder: Path, variables: dict[str, str] | None = None) -> str:
    """Run a command in a folder and return what it prints; raise a RuntimeError with that where it fails."""
    done = subprocess.run(command, cwd=folder, env=os.environ | (variables or {}), capture_output=True)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode:
        raise RuntimeError(said[-4000:])
    return said


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, untouched by the settings of who runs it, and return what it prints."""
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return run(["git", "-c", "user.name=teacher", "-c", "user.email=teacher@example.org", *words], folder, own)


def commit(folder: Path) -> None:
    """Commit all that is in a folder; the first time, make a repository of it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=as it is")
