"""Make a page of the policy memo in a notebook: nothing but its text and its charts."""

import re
import time
from pathlib import Path

from .charts import shown_at
from .checks import say
from .tables import many

GUIDE = "guide"
EXAMPLE = "Example: write your own over it"
MADE_HERE = '<meta name="generator" content="Allies at Odds">'
LINK = re.compile(r'<a href="(http[^"]+)".*?</a>', re.S)
HEADING = re.compile(r"<h\d[^>]*>(.*?)</h\d>", re.S)
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{made_here}
<title>{title}</title>
<style>
@page {{ size: A4; margin: 10mm 18mm }}
body {{ font: 10.5pt/1.35 Georgia, serif; max-width: 46em; margin: 1em auto; padding: 0 1em }}
main {{ display: flex; flex-wrap: wrap; column-gap: 2% }}
.text_cell {{ flex: 1 1 100% }}
.code_cell {{ flex: 1 1 20em; min-width: 0; break-inside: avoid }}
h1, h2, h3 {{ font-size: 1.3em; margin: 0 0 0.4em }}
p, ul, ol {{ margin: 0 0 0.5em }}
th, td {{ text-align: left; vertical-align: top; padding: 0 1em 0 0 }}
table {{ margin: 0 0 0.5em }}
figure {{ margin: 0 0 0.5em !important }}
figcaption, code {{ font-size: 0.85em }}
.links {{ font-size: 0.75em; line-height: 1.2; margin: 0; overflow-wrap: anywhere }}
sup {{ font-size: 0.7em; line-height: 0 }}
@media print {{ body {{ margin: 0; padding: 0 }} a {{ color: inherit }} }}
</style>
</head>
<body><main>
{body}
</main></body>
</html>
"""


class _NoMemo(Exception):
    """The notebook can't become a page. The message says in a sentence what to do."""


def export(notebook: str = "10_policy_memo.ipynb") -> None:
    """Write the memo in a saved notebook as memo.html, and as memo.pdf where that can be done.

    The page has all cells but those with the tag "guide": their text, their charts and tables, no code; the addresses
    of its links stand at its end. It is one file beside the notebook, and needs no network. Prints what was written,
    or in a sentence why nothing was: so if a chart was drawn after the file was saved. An older memo.html is replaced
    only if it was made here. Never raises.
    """
    path = Path(notebook if notebook.endswith(".ipynb") else f"{notebook}.ipynb")
    try:
        cells = _parts(path)
        file = _write(path.with_name("memo.html"), _page(cells))
    except _NoMemo as error:
        say(str(error))
        return
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    words = re.findall(r"[^\W_][\w'’.,-]*", re.sub(r"\]\([^)]*\)|<[^>]+>", " ", text))
    charts = sum(map(_is_chart, cells))
    say(
        f"{file} has the memo as it was saved at {time.strftime('%H:%M:%S', time.localtime(path.stat().st_mtime))}: "
        f"{many(len(words), 'word')}, {many(charts, 'chart')} (asked: about 400, and two). "
        "Is something missing or old? Run all cells, save, then run only this cell."
    )
    say(_as_pdf(file))


def _parts(path: Path) -> list:
    """Return the cells of a memo: those without the tag, code only where it shows something."""
    import nbformat  # here and below: this takes longer than everything else, and few notebooks need it

    try:
        notebook = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        there = max(path.parent.glob("*.ipynb"), key=lambda file: file.stat().st_mtime, default=Path("my_memo.ipynb"))
        raise _NoMemo(f'There is no file {path}. Name your notebook, perhaps: export("{there}").') from None
    except OSError as error:
        raise _NoMemo(f"The file {path} can't be opened ({error.strerror}).") from None
    except Exception:  # whatever a reader of JSON and of notebooks stumbles over
        raise _NoMemo(f"The file {path} can't be read as a notebook. Open it in JupyterLab and save it.") from None
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    if re.search(r"^#\s*export\(", code, re.M) and not re.search(r"^export\(", code, re.M):
        raise _NoMemo(
            f"The file {path} is not what you see here. Save it (Ctrl + S), or name the notebook in which you work: "
            'export("my_memo.ipynb"). Then run this cell again.'
        )
    if shown_at and path.stat().st_mtime < shown_at[-1]:
        raise _NoMemo(
            f"The file {path} was saved before your last chart was drawn. Save the notebook now (Ctrl + S), then run "
            "only this cell. Has your notebook another name? Write it into the brackets."
        )
    own = [cell for cell in notebook.cells if GUIDE not in cell.metadata.get("tags", [])]
    examples = sum(EXAMPLE in cell.source for cell in own)
    if examples:
        raise _NoMemo(
            f'The memo has the words "{EXAMPLE}" in {many(examples, "cell")}. Put your own words, data and charts '
            "there, delete that line, run all cells, save, and run this cell again."
        )
    own = [cell for cell in own if cell.cell_type == "markdown" or cell.get("outputs")]
    if not own:
        raise _NoMemo(f'The file {path} has no memo: all its cells have the tag "{GUIDE}", or show nothing.')
    if any(output.output_type == "error" for cell in own for output in cell.get("outputs", [])):
        raise _NoMemo("A cell of the memo ends in red text. Repair it, run all cells, save, and run this cell again.")
    if any(map(_is_chart, own)) and not shown_at:
        raise _NoMemo(
            f"The charts in {path} were drawn before this session. Run all cells, save (Ctrl + S), then run only this "
            "cell."
        )
    return own


def _is_chart(cell) -> bool:
    return "<figure" in str(cell.get("outputs", ""))


def _page(cells: list) -> str:
    """Return cells as one page that needs no network; their first heading becomes its title."""
    import nbformat
    from nbconvert.exporters import HTMLExporter

    exporter = HTMLExporter(
        template_name="basic", exclude_input=True, exclude_output_prompt=True, exclude_input_prompt=True,
        exclude_anchor_links=True, embed_images=True,
    )  # fmt: skip
    body, _ = exporter.from_notebook_node(nbformat.v4.new_notebook(cells=cells))
    heading = HEADING.search(body)
    title = re.sub(r"<[^>]+>", "", heading.group(1)) if heading else "Policy memo"
    body = _with_addresses(HEADING.sub(r"<h1>\1</h1>", body, count=1))
    return PAGE.format(made_here=MADE_HERE, title=title, body=body)


def _with_addresses(body: str) -> str:
    """Return a page whose links have numbers, with a list of their addresses at its end: for who reads it on paper."""
    links = list(dict.fromkeys(LINK.findall(body)))
    if not links:
        return body
    body = LINK.sub(lambda link: f"{link.group()}<sup>{links.index(link.group(1)) + 1}</sup>", body)
    return f'{body}<ol class="links">{"".join(f"<li>{link}</li>" for link in links)}</ol>'


def _write(file: Path, page: str) -> Path:
    try:
        if file.exists() and MADE_HERE not in file.read_text("utf-8", errors="replace"):
            raise _NoMemo(f"There is a {file} that was not made here. Give it another name, then run this cell.")
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise _NoMemo(f"{file} can't be written ({error.strerror}). Work in a folder of your own.") from None
    return file


def _as_pdf(file: Path) -> str:
    """Write a page also as PDF; return in a sentence what came of it."""
    from nbconvert.exporters import WebPDFExporter

    try:
        file.with_suffix(".pdf").write_bytes(WebPDFExporter().run_playwright(file.read_text("utf-8")))
    except Exception:  # no playwright, no browser for it, no right to write
        return f"For a PDF right-click on {file}, choose Open in New Browser Tab, and print it there: Ctrl + P."
    return f"{file.with_suffix('.pdf')} is the same page for print."
