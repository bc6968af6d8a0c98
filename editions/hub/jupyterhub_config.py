"""A class on one machine: students log in, get a copy of the course of their own, and begin with 00 Start here.

README.md says what to set. A setting that would let strangers in, or send passwords readable through the network, ends
in a sentence instead of a hub.
"""

import os
import sys
from pathlib import Path
from urllib.parse import urlencode, urlsplit

COURSE = os.environ.get("HUB_COURSE", "")  # address of the repository that each student gets
STUDENTS = os.environ.get("HUB_STUDENTS", "")  # a file with one user name on each line
TEACHERS = os.environ.get("HUB_TEACHERS", "")  # user names, with commas between; they may see and stop all servers
BIND = os.environ.get("HUB_BIND", "http://127.0.0.1:8000")  # where to listen; other machines need HTTPS
CERTIFICATE = os.environ.get("HUB_CERTIFICATE", "")  # files for HTTPS, unless another server does it before the hub
KEY = os.environ.get("HUB_KEY", "")
AUTHENTICATOR = os.environ.get("HUB_AUTHENTICATOR", "pam")  # pam: accounts of this machine
SPAWNER = os.environ.get("HUB_SPAWNER", "localprocess")  # localprocess: a student's server runs as this account
PROXY = os.environ.get("HUB_PROXY", "configurable-http-proxy")
TRIAL = os.environ.get("HUB_TRIAL", "")  # a password for all, and the token of load.py; for this machine only

c = get_config()  # noqa: F821
HOUR = 60 * 60
HERE = {"127.0.0.1", "::1", "localhost"}


def refuse(condition: object, sentence: str) -> None:
    """End with a sentence where a condition holds."""
    if condition:
        sys.exit(f"The hub does not start: {sentence}")


def names(file: str) -> set[str]:
    """Return the user names in a file, one on each line."""
    refuse(not Path(file).is_file(), f"HUB_STUDENTS names the file {file}, which is not there.")
    return set(Path(file).read_text("utf-8").split())


refuse(not COURSE, "set HUB_COURSE to the address of the repository that students get.")
local = urlsplit(BIND).hostname in HERE
if TRIAL:
    refuse(not local, f"HUB_TRIAL has one password for all, so it needs HUB_BIND on 127.0.0.1 and not on {BIND}.")
    refuse(os.geteuid() == 0, "HUB_TRIAL gives every student the rights of who starts it, so do not start it as root.")
    AUTHENTICATOR, SPAWNER = "shared-password", "simple"
    c.Authenticator.allow_all = True
    c.SharedPasswordAuthenticator.user_password = TRIAL
    c.SimpleLocalProcessSpawner.home_dir_template = str(Path.cwd() / "homes" / "{username}")
    c.JupyterHub.services = [{"name": "load", "api_token": TRIAL}]
    c.JupyterHub.load_roles = [
        {"name": "load", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["load"]}
    ]
else:
    insecure = {"dummy", "null", "shared-password", "simple"} & {AUTHENTICATOR, SPAWNER}
    refuse(insecure, f"{' and '.join(sorted(insecure))} is for a trial on this machine, with HUB_TRIAL.")
    refuse(not STUDENTS, "set HUB_STUDENTS to a file with the user names of the class, one on each line.")
    refuse(
        not local and not (CERTIFICATE and KEY),
        f"{BIND} is open to other machines and would send passwords readable; set HUB_CERTIFICATE and HUB_KEY.",
    )
    c.Authenticator.allowed_users = names(STUDENTS)
    c.Authenticator.admin_users = {name for name in TEACHERS.split(",") if name}
    c.JupyterHub.services, c.JupyterHub.load_roles = [], []

c.JupyterHub.authenticator_class = AUTHENTICATOR
c.JupyterHub.spawner_class = SPAWNER
c.JupyterHub.bind_url = BIND
c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = CERTIFICATE, KEY
c.ConfigurableHTTPProxy.command = [PROXY]

# The first page pulls what is new in the course, keeps what the student wrote, and opens the first notebook.
folder = COURSE.rstrip("/").rsplit("/", 1)[-1]
page = {"repo": COURSE, "urlpath": f"lab/tree/{folder}/notebooks/00_start_here.ipynb"}
c.Spawner.default_url = f"/git-pull?{urlencode(page)}"
c.Spawner.cmd = [str(Path(sys.executable).with_name("jupyterhub-singleuser"))]

# A class arrives in one minute. On two processors 20 servers need longer than the 30 seconds that a hub waits for one.
c.Spawner.http_timeout = 180
c.JupyterHub.concurrent_spawn_limit = 40  # who comes at the same time as 40 others is asked to come again

# Kernels talk through files and not through ports: of 20 that start at once, two may draw the same port, and one dies.
# The path of such a file has at most 107 characters, hence the short folder.
c.LocalProcessSpawner.args = ["--KernelManager.transport=ipc", f"--MappingKernelManager.cull_idle_timeout={HOUR}"]
c.LocalProcessSpawner.environment = {"JUPYTER_RUNTIME_DIR": lambda spawner: f"{spawner.user_env({})['HOME']}/.run"}

# Memory for a student. The two spawners above only tell the server; one with containers or systemd enforces it.
c.Spawner.mem_guarantee, c.Spawner.mem_limit = "384M", "1G"
c.JupyterHub.services += [
    {"name": "idle", "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={HOUR}"]}
]
c.JupyterHub.load_roles += [
    {
        "name": "idle",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle"],
    }
]
