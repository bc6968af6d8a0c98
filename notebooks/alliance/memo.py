"""Make a page of the policy memo in a notebook: nothing but its text and its charts."""

import re
import time
from pathlib import Path
from string import Template

from .charts import shown_at
from .tables import Trouble, in_words, many, say

GUIDE = "guide"
EXAMPLE = "Example: write your own over it"
MADE_HERE = '<meta name="generator" content="Allies at Odds">'
LINK = re.compile(r'<a href="(http[^"]+)".*?</a>', re.S)
HEADING = re.compile(r"<h\d[^>]*>(.*?)</h\d>", re.S)


@in_words
def export(notebook: str = "10_policy_memo.ipynb") -> None:
    """Write the memo in a saved notebook as memo.html, to read and to print.

    The page has all cells but those with the tag "guide": their text, their charts and tables, no code; the addresses
    of its links stand at its end. It is one file beside the notebook, and needs no network. Prints what was written,
    or in a sentence why nothing was: so if a chart was drawn after the file was saved. An older memo.html is replaced
    only if it was made here. Never raises.
    """
    path = Path(notebook if notebook.endswith(".ipynb") else f"{notebook}.ipynb")
    file = path.with_name("memo.html")
    try:
        cells = _parts(path)
        if file.exists() and MADE_HERE not in file.read_text("utf-8", errors="replace"):
            raise Trouble(f"There is a {file} that was not made here. Give it another name, then run this cell.")
        file.write_text(_page(cells), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{file} can't be written ({error.strerror}). Work in a folder of your own.") from None
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    words = re.findall(r"[^\W_][\w'’.,-]*", re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text))
    charts = sum(map(_is_chart, cells))
    say(
        f"{file} has the memo as it was saved at {time.strftime('%H:%M:%S', time.localtime(path.stat().st_mtime))}: "
        f"{many(len(words), 'word')}, {many(charts, 'chart')} (asked: about 400, and two). "
        "Is something missing or old? Run all cells, save, then run only this cell. "
        f"To print it, right-click on {file}, choose Open in New Browser Tab, and press Ctrl + P there."
    )


def _parts(path: Path) -> list:
    """Return the cells of a memo: those without the tag, code only where it shows something."""
    import nbformat  # here and below: this takes longer than everything else, and few notebooks need it

    try:
        cells = nbformat.read(path, as_version=4).cells
    except FileNotFoundError:
        there = max(path.parent.glob("*.ipynb"), key=lambda file: file.stat().st_mtime, default=Path("my_memo.ipynb"))
        raise Trouble(f'There is no file {path}. Name your notebook, perhaps: export("{there}").') from None
    except OSError as error:
        raise Trouble(f"The file {path} can't be opened ({error.strerror}).") from None
    except Exception:  # whatever a reader of JSON and of notebooks stumbles over
        raise Trouble(f"The file {path} can't be read as a notebook. Open it in JupyterLab and save it.") from None
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    own = [cell for cell in cells if GUIDE not in cell.metadata.get("tags", [])]
    shown = [cell for cell in own if cell.cell_type == "markdown" or cell.get("outputs")]
    asleep = re.search(r"^#\s*export\(", code, re.M) and not re.search(r"^export\(", code, re.M)
    if asleep or path.stat().st_mtime < max(shown_at, default=0) or (any(map(_is_chart, shown)) and not shown_at):
        raise Trouble(
            f"The file {path} is older than what you see here, or its charts are. Run all cells, save (Ctrl + S), then "
            'run only this cell. Has your notebook another name? Write it into the brackets: export("my_memo.ipynb").'
        )
    if examples := sum(EXAMPLE in cell.source for cell in own):
        raise Trouble(
            f'The memo has the words "{EXAMPLE}" in {many(examples, "cell")}. Put your own words, data and charts '
            "there, delete that line, run all cells, save, and run this cell again."
        )
    if not shown:
        raise Trouble(f'The file {path} has no memo: all its cells have the tag "{GUIDE}", or show nothing.')
    if any(output.output_type == "error" for cell in shown for output in cell.get("outputs", [])):
        raise Trouble("A cell of the memo ends in red text. Repair it, run all cells, save, and run this cell again.")
    return shown


def _is_chart(cell) -> bool:
    return "<figure" in str(cell.get("outputs", ""))


def _page(cells: list) -> str:
    """Return cells as one page that needs no network; their first heading becomes its title.

    Links have numbers, and their addresses stand at the end of the page: for who reads it on paper.
    """
    from nbconvert.exporters import HTMLExporter
    from nbformat.v4 import new_notebook

    exporter = HTMLExporter(
        template_name="basic", exclude_input=True, exclude_output_prompt=True, exclude_input_prompt=True,
        exclude_anchor_links=True, embed_images=True,
    )  # fmt: skip
    body, _ = exporter.from_notebook_node(new_notebook(cells=cells))
    heading = HEADING.search(body)
    title = re.sub(r"<[^>]+>", "", heading.group(1)) if heading else "Policy memo"
    links = list(dict.fromkeys(LINK.findall(body)))
    body = HEADING.sub(r"<h1>\1</h1>", body, count=1)
    body = LINK.sub(lambda link: f"{link.group()}<sup>{links.index(link.group(1)) + 1}</sup>", body)
    if links:
        body += f'<ol class="links">{"".join(f"<li>{link}</li>" for link in links)}</ol>'
    return Template(Path(__file__).with_name("memo_page.html").read_text("utf-8")).substitute(title=title, body=body)
