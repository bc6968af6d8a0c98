"""The checker of outside addresses, asked on a server of this machine: nothing here needs a network."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

import links
from course import read

STATUS = {"/good_": 200, "/gone": 404, "/moved": 301, "/refused": 403, "/slow": 200}


class Pages(BaseHTTPRequestHandler):
    """A page for each way in which a server can answer."""

    def do_GET(self):
        path = self.path.partition("?")[0]
        time.sleep(3 * (path == "/slow"))
        self.send_response(STATUS[path])
        if path == "/moved":
            self.send_header("Location", "/good_")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server(monkeypatch):
    """Return the address of a server that runs, asked without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as pages:
        threading.Thread(target=pages.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{pages.server_port}"
        pages.shutdown()


def test_what_does_not_answer_is_named_with_its_place_and_its_copy(server, monkeypatch, capsys):
    monkeypatch.setattr(links, "OPTIONS", [option.replace("timeout=30", "timeout=1") for option in links.OPTIONS])
    where = {f"{server}{path}": {"add-X", f"data{path}.csv"} for path in STATUS} | {f"{server}/good_?a=1&b=%20": {"x"}}
    assert links.report(where, {f"{server}/gone": "https://archive.example/gone"}) == 1
    assert capsys.readouterr().out.replace(server, "").splitlines() == [
        "/gone answers 404 Client Error: Not Found",
        "    Where: add-X, data/gone.csv. Archived copy: https://archive.example/gone",
        "/moved has moved to /good_",
        "    Where: add-X, data/moved.csv. Archived copy: none is known",
        "/refused turns programs away (403 Client Error: Forbidden): open it in a browser",
        "    Where: add-X, data/refused.csv. Archived copy: none is known",
        "/slow does not answer",
        "    Where: add-X, data/slow.csv. Archived copy: none is known",
        "Addresses: 1 closed, 2 fine, 2 gone, 1 moved",
    ]


def test_all_is_well(monkeypatch, capsys):
    secure = {"uri": "http://a.example/", "status": "redirected", "info": "https://a.example/"}
    monkeypatch.setattr(links, "ask", lambda addresses: [secure])
    assert links.report({"http://a.example/": {"x"}}, {}) == 0
    assert capsys.readouterr().out == "Addresses: 1 fine\n"


def test_without_a_network_one_sentence_is_said(monkeypatch, capsys):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(SystemExit, match=r"^No address answers: .* Nothing was checked\.$"):
        links.report({f"http://127.0.0.1:9/{number}": {"x"} for number in range(30)}, {})
    assert capsys.readouterr().out == ""


def test_without_sphinx_one_sentence_is_said(monkeypatch):
    failed = SimpleNamespace(stderr="python: No module named sphinx\n")
    monkeypatch.setattr(links.subprocess, "run", lambda *a, **k: failed)
    with pytest.raises(SystemExit, match=r"editions/requirements\.txt, could not ask: python: No module named sphinx$"):
        links.ask(["http://127.0.0.1:9/"])


def test_all_addresses_are_asked():
    where, copies = links.places()
    for source in read("sources").itertuples():
        assert source.source_id in where[source.url.partition("#")[0]]
    assert {"README.md"} <= where["https://docs.astral.sh/uv/"], "pages"
    book = "https://mnd.go.kr/mnd_book/DefenseWhitePaper/2018/body(eng)/files/basic-html/page181.html"
    assert any(file.startswith("data/") for file in where[book]), "tables by the key of the source"
    assert any(file.endswith(".ipynb") for files in where.values() for file in files), "notebooks"
    assert not [address for address in where if "OWNER" in address or "127.0.0.1" in address]
    assert not set(copies) & set(copies.values())
