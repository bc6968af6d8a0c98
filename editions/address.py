"""Write the web address of the repository into the pages that name it.

    .venv/bin/python editions/address.py [https://github.com/OWNER/NAME]

The address stands in CITATION.cff (``repository-code``). With an argument it is written there first.
"""

import re
import sys
from pathlib import Path
from urllib.parse import quote

from common import ROOT, address
from seal import ADDRESSED

FORM = r"https://github\.com/([\w.-]+)/([\w.-]+)"
FIRST = "notebooks/00_start_here.ipynb"


def ways_in(repository: str) -> str:
    """Return the lines of the README that open the course from where it lies."""
    if not repository:
        return (
            "This copy has no web address yet. Who publishes it writes the address once, with one command "
            "([CONTRIBUTING](CONTRIBUTING.md#publish)); then the links to the pages, to Binder and to the packs "
            "stand here.\n"
        )
    owner, name = re.fullmatch(FORM, repository).groups()
    pages = f"https://{owner.casefold()}.github.io/{name}"
    return (
        f"- **Read it in the browser**: <{pages}/>\n"
        f"- **Run it in the browser**, with nothing to install and nothing kept: "
        f"[Binder](https://mybinder.org/v2/gh/{owner}/{name}/HEAD?urlpath=lab/tree/{FIRST})\n"
        f"- **Take it with you**: [all for teachers]({pages}/packs/allies_at_odds.zip), "
        f"[without keys, for students]({pages}/packs/allies_at_odds_students.zip)\n"
        f"- **The files**: `git clone {repository}`\n"
    )


def class_link(repository: str) -> str:
    """Return the link that gives each student of a hub a copy, and brings later changes into it."""
    there = quote(repository or "ADDRESS", safe="")
    name = repository.rpartition("/")[2] or "NAME"
    path = quote(f"lab/tree/{name}/{FIRST}", safe="")
    return f"```text\nhttps://HUB/hub/user-redirect/git-pull?repo={there}&branch=main&urlpath={path}\n```\n"


def whole(repository: str) -> str:
    """Return where a reader who has one notebook alone finds the rest: it stands beside the error that Python gives."""
    return repository.removeprefix("https://") or "its README says how to start."


PLACES = {ROOT / "README.md": ways_in, ROOT / "editions" / "hub" / "README.md": class_link}
PLACES |= dict.fromkeys([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("templates/notebooks/*.ipynb")], whole)


def filled(page: Path, repository: str) -> str:
    """Return a page with what it says of the address."""
    return ADDRESSED.sub(lambda _: PLACES[page](repository), page.read_text("utf-8"), count=1)


def main(arguments: list[str]) -> None:
    """Write the address where it belongs."""
    if arguments:
        given = arguments[0].removesuffix("/").removesuffix(".git")
        if len(arguments) > 1 or not re.fullmatch(FORM, given):
            sys.exit("An address has the form https://github.com/OWNER/NAME.")
        file = ROOT / "CITATION.cff"
        text = re.sub(r"^repository-code:.*\n", "", file.read_text("utf-8"), flags=re.M)
        text = re.sub(r"^(title: .*\n)", rf"\1repository-code: {given}\n", text, count=1, flags=re.M)
        file.write_text(text, encoding="utf-8", newline="\n")
    for page in PLACES:
        page.write_text(filled(page, address()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
