"""The settings of a class on a hub are safe, agree with what was measured, and an update keeps what students wrote."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
import yaml
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from traitlets.config import Config, PyFileConfigLoader

from copies import commit, git
from course import NOTEBOOKS, ROOT

HUB = ROOT / "editions" / "hub"
GUIDE = (HUB / "README.md").read_text("utf-8")
SETTINGS = (HUB / "jupyterhub_config.py").read_text("utf-8")
VALUES = yaml.safe_load((HUB / "values.yaml").read_text("utf-8"))
NOTEBOOK = "02_engagement.ipynb"
COURSE = "https://example.org/teacher/course"
TRIAL = {"HUB_COURSE": COURSE, "HUB_TRIAL": "a token for the trial"}


def load(monkeypatch, account: int = 1000, **settings: str) -> Config:
    """Return what jupyterhub_config.py makes of settings, started from an account of this number."""
    for name in [name for name in os.environ if name.startswith("HUB_")]:
        monkeypatch.delenv(name)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(os, "geteuid", lambda: account, raising=False)
    return PyFileConfigLoader("jupyterhub_config.py", path=str(HUB)).load_config()


@pytest.fixture
def students(tmp_path) -> dict[str, str]:
    """Return settings for a class of two, without more than they have to say."""
    file = tmp_path / "students.txt"
    file.write_text("kim\nlee\n", "utf-8")
    return {"HUB_COURSE": COURSE, "HUB_STUDENTS": str(file)}


def test_a_class_has_the_accounts_of_the_machine_and_no_open_door(monkeypatch, students):
    c = load(monkeypatch, account=0, **students, HUB_TEACHERS="park,choi")
    assert (c.JupyterHub.authenticator_class, c.JupyterHub.spawner_class) == ("pam", "localprocess")
    assert c.Authenticator.allowed_users == {"kim", "lee"} and c.Authenticator.admin_users == {"park", "choi"}
    assert "allow_all" not in c.Authenticator and "user_password" not in c.SharedPasswordAuthenticator
    assert c.JupyterHub.bind_url.startswith("http://127.0.0.1:")
    assert [service["name"] for service in c.JupyterHub.services] == ["idle"], "nobody holds a token for all servers"
    public = {"HUB_BIND": "https://:443", "HUB_CERTIFICATE": "hub.crt", "HUB_KEY": "hub.key"}
    assert load(monkeypatch, **students, **public).JupyterHub.ssl_cert == "hub.crt"


def test_first_page_pulls_the_course_and_opens_start_here(monkeypatch, students):
    page = load(monkeypatch, **students).Spawner.default_url
    url = VALUES["singleuser"]["defaultUrl"].replace("NAME", "course")
    assert page == url.replace("ADDRESS", "https%3A%2F%2Fexample.org%2Fteacher%2Fcourse")
    assert (NOTEBOOKS / "00_start_here.ipynb").is_file() and "notebooks%2F00_start_here.ipynb" in page


def test_a_trial_needs_its_password(monkeypatch):
    c = load(monkeypatch, **TRIAL)
    assert c.JupyterHub.authenticator_class == "shared-password" and c.JupyterHub.spawner_class == "simple"
    assert c.SharedPasswordAuthenticator.user_password == TRIAL["HUB_TRIAL"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"HUB_COURSE": ""}, "set HUB_COURSE"),
        ({"HUB_STUDENTS": ""}, "set HUB_STUDENTS"),
        ({"HUB_STUDENTS": "missing.txt"}, "missing.txt, which is not there"),
        ({"HUB_AUTHENTICATOR": "dummy"}, "dummy is for a trial"),
        ({"HUB_AUTHENTICATOR": "null", "HUB_SPAWNER": "simple"}, "null and simple is for a trial"),
        ({"HUB_BIND": "http://:8000"}, "would send passwords readable"),
        ({"HUB_BIND": "https://0.0.0.0:443", "HUB_CERTIFICATE": "hub.crt"}, "would send passwords readable"),
        ({"HUB_TRIAL": "a token for the trial", "HUB_BIND": "http://0.0.0.0:8000"}, "needs HUB_BIND on 127.0.0.1"),
    ],
)
def test_what_is_not_safe_ends_in_a_sentence(monkeypatch, students, settings, words):
    with pytest.raises(SystemExit, match=words):
        load(monkeypatch, **students | settings)


def test_a_trial_does_not_run_as_root(monkeypatch):
    with pytest.raises(SystemExit, match="do not start it as root"):
        load(monkeypatch, account=0, **TRIAL)


def test_jupyterhub_knows_every_setting(monkeypatch, students):
    pytest.importorskip("jupyterhub", reason="the names of the settings are checked where JupyterHub is installed")
    from jupyterhub import app, auth, proxy, spawner
    from jupyterhub.authenticators import shared

    known = {
        "JupyterHub": app.JupyterHub,
        "Authenticator": auth.Authenticator,
        "SharedPasswordAuthenticator": shared.SharedPasswordAuthenticator,
        "ConfigurableHTTPProxy": proxy.ConfigurableHTTPProxy,
        "Spawner": spawner.Spawner,
        "LocalProcessSpawner": spawner.LocalProcessSpawner,
        "SimpleLocalProcessSpawner": spawner.SimpleLocalProcessSpawner,
    }
    for settings in (students, TRIAL):
        for name, values in load(monkeypatch, **settings).items():
            assert values.keys() <= set(known[name].class_trait_names(config=True)), name


def test_both_hubs_have_the_same_limits_and_enough_memory(monkeypatch, students):
    c, user = load(monkeypatch, **students), VALUES["singleuser"]
    assert user["memory"] == {"guarantee": c.Spawner.mem_guarantee, "limit": c.Spawner.mem_limit}
    assert VALUES["hub"]["config"]["KubeSpawner"]["http_timeout"] == c.Spawner.http_timeout
    assert VALUES["hub"]["concurrentSpawnLimit"] == c.JupyterHub.concurrent_spawn_limit
    kernel = user["extraFiles"]["kernels"]["data"]["MappingKernelManager"]["cull_idle_timeout"]
    assert f"--MappingKernelManager.cull_idle_timeout={kernel}" in c.LocalProcessSpawner.args
    idle = next(service for service in c.JupyterHub.services if service["name"] == "idle")
    assert f"--timeout={VALUES['cull']['timeout']}" in idle["command"]

    rows = [[float(cell) for cell in re.findall(r"[\d.]+", row)] for row in re.findall(r"^\| \d+ \|.*$", GUIDE, re.M)]
    assert [row[0] for row in rows] == [1, 5, 10, 20]
    each, slowest = max(row[-3] for row in rows), max(row[2] for row in rows)
    megabytes = {"384M": 384, "1G": 1024}
    assert each <= megabytes[user["memory"]["guarantee"]] < megabytes[user["memory"]["limit"]]
    assert slowest < c.Spawner.http_timeout and all(row[-1] == 0 for row in rows), "nobody failed"


def test_kubernetes_lets_nobody_in_before_a_login_is_chosen():
    assert VALUES["hub"]["config"]["JupyterHub"]["authenticator_class"] == "null"
    assert VALUES["proxy"]["https"]["enabled"]
    text = re.sub(r"#.*", "", (HUB / "values.yaml").read_text("utf-8"))
    for blank in set(re.findall(r"\b[A-Z]{3,}\b", text)):
        assert f"`{blank}`" in GUIDE, f"README.md says what to fill in for {blank}"


def test_guide_is_short_and_names_what_is_there():
    assert len([word for word in GUIDE.split() if any(map(str.isalnum, word))]) <= 900
    for file in re.findall(r"editions/hub/[\w./]+\w|(?<![\w/])requirements\.txt|runtime\.txt|constraints\.txt", GUIDE):
        assert (ROOT / file).is_file(), file
    assert set(re.findall(r"\bHUB_[A-Z]+", GUIDE)) == set(re.findall(r"\bHUB_[A-Z]+", SETTINGS))
    pins = dict(re.findall(r"^([\w-]+)==(\S+)", (HUB / "requirements.txt").read_text("utf-8"), re.M))
    for name in pins:
        assert f"{name} {pins[name]}" in GUIDE, f"the version of {name} that was measured"
    assert f"nbgitpuller=={pins['nbgitpuller']}" in GUIDE, "the same in the image"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--students", "0"], "0 is no number of students from 1 to 200"),
        (["--students", "many"], "many is no number of students"),
        (["--limit", "soon"], "soon is no number of minutes"),
        ([], "JUPYTERHUB_API_TOKEN holds no token"),
    ],
)
def test_load_refuses_in_a_sentence(words, sentence):
    done = start_load("http://127.0.0.1:9", "--course", COURSE, *words)
    assert done.returncode == 2 and sentence in done.stderr and "Traceback" not in done.stderr


def test_load_helps_and_says_when_no_hub_answers():
    assert "--students" in start_load("--help").stdout
    done = start_load("http://127.0.0.1:9", "--course", COURSE, token="any")
    assert done.returncode == 1 and done.stderr.startswith("No hub that knows this token answers at")


def start_load(*words: str, token: str = "") -> subprocess.CompletedProcess:
    """Run load.py and return what it printed."""
    environment = os.environ | {"JUPYTERHUB_API_TOKEN": token}
    return subprocess.run([sys.executable, HUB / "load.py", *words], env=environment, capture_output=True, text=True)


class Class:
    """A teacher's folder, the repository, and a student's copy of it; all have 02_engagement.ipynb."""

    def __init__(self, folder: Path):
        self.teacher, self.repository, self.student = (folder / name for name in ("teacher", "course.git", "student"))
        self.teacher.mkdir()
        shutil.copy(NOTEBOOKS / NOTEBOOK, self.teacher)
        self.publish()
        git(self.teacher, "clone", "--quiet", "--bare", ".", str(self.repository))
        git(self.teacher, "remote", "add", "origin", str(self.repository))
        self.pull()

    def publish(self) -> None:
        """Commit what the teacher changed."""
        commit(self.teacher)

    def update(self) -> None:
        """Bring what the teacher changed to the student."""
        self.publish()
        git(self.teacher, "push", "--quiet", "origin", "main")
        self.pull()

    def pull(self) -> None:
        """Pull as the link of the class does."""
        command = [sys.executable, "-m", "nbgitpuller.pull", self.repository.as_uri(), "main", str(self.student)]
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def shared(tmp_path) -> Class:
    """Return a class of one student, who has pulled once."""
    return Class(tmp_path)


def change(folder: Path, cells: Callable[[list], list]) -> None:
    """Change the cells of the notebook, and save it as JupyterLab does."""
    notebook = nbformat.read(folder / NOTEBOOK, as_version=4)
    notebook.cells = cells(notebook.cells)
    nbformat.write(notebook, folder / NOTEBOOK)


def edit(folder: Path, **sources: str) -> None:
    """Replace the texts of cells, named by the digits of their ids (``c17`` for 02-17)."""
    change(
        folder,
        lambda cells: [NotebookNode(cell, source=sources.get(f"c{cell.id[-2:]}", cell.source)) for cell in cells],
    )


def read(folder: Path) -> dict[str, str]:
    """Return the texts of the cells by id, of a notebook that is valid."""
    notebook = nbformat.read(folder / NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    return {cell.id: cell.source for cell in notebook.cells}


def test_update_brings_another_cell_and_keeps_the_answer(shared):
    edit(shared.student, c17="my answer")
    edit(shared.teacher, c03="new words")
    shared.update()
    cells = read(shared.student)
    assert cells["02-17"] == "my answer" and cells["02-03"] == "new words"


def test_update_of_the_same_line_keeps_what_the_student_wrote(shared):
    edit(shared.student, c17="my answer")
    edit(shared.teacher, c17="a better question", c30="new words")
    shared.update()
    cells = read(shared.student)
    assert cells["02-17"] == "my answer" and cells["02-30"] == "new words"


def test_update_keeps_an_answered_cell_that_the_teacher_deleted(shared):
    edit(shared.student, c17="my answer")
    change(shared.teacher, lambda cells: [cell for cell in cells if cell.id != "02-17"])
    shared.update()
    assert read(shared.student)["02-17"] == "my answer"


def test_update_brings_a_new_cell_and_keeps_the_one_of_the_student(shared):
    change(shared.student, lambda cells: [*cells[:20], new_markdown_cell("mine", id="mine"), *cells[20:]])
    change(shared.teacher, lambda cells: [*cells[:40], new_markdown_cell("new", id="new"), *cells[40:]])
    shared.update()
    assert {"mine", "new"} <= read(shared.student).keys()


def test_update_brings_back_a_deleted_notebook(shared):
    (shared.student / NOTEBOOK).unlink()
    edit(shared.teacher, c03="new words")
    shared.update()
    assert read(shared.student)["02-03"] == "new words"


def test_update_keeps_a_notebook_that_the_teacher_deleted(shared):
    edit(shared.student, c17="my answer")
    (shared.teacher / NOTEBOOK).unlink()
    shared.update()
    assert read(shared.student)["02-17"] == "my answer"


def test_update_renames_a_file_of_the_student_where_a_new_one_has_its_name(shared):
    (shared.student / "memo.md").write_text("my memo")
    (shared.teacher / "memo.md").write_text("a form")
    shared.update()
    assert (shared.student / "memo.md").read_text() == "a form"
    assert [file.read_text() for file in shared.student.glob("memo__*.md")] == ["my memo"]
