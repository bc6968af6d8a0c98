"""Measure a class on a hub: how long students wait when all come at once, and how much memory they need.

    python editions/hub/load.py http://127.0.0.1:8000 --course ADDRESS

Each student starts a server, pulls the course, opens one lesson and runs all its cells through the hub, as a browser
does. Prints a Markdown table. JUPYTERHUB_API_TOKEN holds a token that may create users and start their servers. The
students are named load-test-1 and so on; at the end their servers are stopped and the names deleted, whatever happens.
"""

import argparse
import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

import psutil
import requests
import websocket

STEPS = ["server", "pull", "kernel", "first chart", "whole lesson"]
SHOWN = ["server", "first chart", "whole lesson"]
ERRORS = (OSError, RuntimeError, websocket.WebSocketException)  # those of requests are OSErrors


@dataclass
class Hub:
    """A hub, the course and the lesson that students open there, and the time.monotonic at which all must be over."""

    url: str
    token: str
    course: str
    lesson: str
    end: float

    def left(self) -> float:
        """Return the seconds that are left; raise a TimeoutError where there are none."""
        if (seconds := self.end - time.monotonic()) <= 0:
            raise TimeoutError("the time limit of the test")
        return seconds

    @property
    def headers(self) -> dict[str, str]:
        """Return what shows the hub, and the servers behind it, that we may do this."""
        return {"Authorization": f"token {self.token}"}

    def ask(self, method: str, path: str, **options) -> requests.Response:
        """Send a request and return the answer; raise a RequestException for an answer that is a refusal."""
        answer = requests.request(method, self.url + path, headers=self.headers, timeout=self.left(), **options)
        answer.raise_for_status()
        return answer

    def events(self, path: str, **options) -> Iterator[dict]:
        """Yield the events of a page that reports progress."""
        with self.ask("GET", path, stream=True, **options) as answer:
            for line in answer.iter_lines():
                self.left()
                if line.startswith(b"data:"):
                    yield json.loads(line[5:])


@dataclass
class Student:
    """A student, the seconds from the first click to the end of each step, and why one failed."""

    name: str
    seconds: dict[str, float] = field(default_factory=dict)
    failure: str = ""

    def work(self, hub: Hub) -> None:
        """Take all steps, and note the time of each."""
        begun = time.monotonic()

        def done(step: str) -> None:
            self.seconds.setdefault(step, time.monotonic() - begun)

        try:
            start_server(hub, self.name)
            done("server")
            pull(hub, self.name)
            done("pull")
            run_lesson(hub, self.name, done)
            done("whole lesson")
        except ERRORS as error:
            step = next(step for step in STEPS if step not in self.seconds)
            self.failure = f"{step}: {error or type(error).__name__}".replace(hub.url, "")


def start_server(hub: Hub, name: str) -> None:
    """Start a student's server and wait for it; where the hub starts too many already, try again when it says."""
    hub.ask("POST", f"/hub/api/users/{name}")
    while True:
        try:
            hub.ask("POST", f"/hub/api/users/{name}/server")
            break
        except requests.HTTPError as error:
            if error.response.status_code != 429:
                raise
            time.sleep(min(hub.left(), float(error.response.headers.get("Retry-After", 30))))
    last = list(hub.events(f"/hub/api/users/{name}/server/progress"))[-1]
    if not last.get("ready"):
        raise RuntimeError(last.get("message", "the server did not start"))


def pull(hub: Hub, name: str) -> None:
    """Pull the course into the student's folder."""
    where = {"repo": hub.course, "targetpath": "course"}
    last = list(hub.events(f"/user/{name}/git-pull/api", params=where))[-1]
    if last["phase"] != "finished":
        raise RuntimeError(last.get("message", "the course was not pulled"))


def run_lesson(hub: Hub, name: str, done) -> None:
    """Open the lesson, start its kernel and run all its cells; call ``done`` with the name of each step."""
    path = f"course/notebooks/{hub.lesson}.ipynb"
    cells = hub.ask("GET", f"/user/{name}/api/contents/{path}").json()["content"]["cells"]
    asked = {"path": path, "name": hub.lesson, "type": "notebook", "kernel": {"name": "python3"}}
    kernel = hub.ask("POST", f"/user/{name}/api/sessions", json=asked).json()["kernel"]["id"]
    address = f"ws{hub.url.removeprefix('http')}/user/{name}/api/kernels/{kernel}/channels"
    line = websocket.create_connection(address, header=hub.headers, timeout=hub.left())
    try:
        execute(hub, line, "")
        done("kernel")
        for source in (cell["source"] for cell in cells if cell["cell_type"] == "code"):
            if execute(hub, line, source):
                done("first chart")
    finally:
        line.close()


def execute(hub: Hub, line: websocket.WebSocket, source: str) -> bool:
    """Run code in a kernel until it is idle, and say whether that drew a chart; raise a RuntimeError for its error."""
    number, chart = uuid.uuid4().hex, False
    header = {"msg_id": number, "msg_type": "execute_request", "username": "", "session": "", "version": "5.3"}
    content = {"code": source, "silent": False, "allow_stdin": False}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    line.send(json.dumps(message))
    while True:
        line.settimeout(hub.left())
        if not (text := line.recv()):
            raise RuntimeError("the connection to the kernel was closed")
        if isinstance(text, bytes):  # the data of a widget
            continue
        answer = json.loads(text)
        if answer["parent_header"].get("msg_id") != number:
            continue
        kind, content = answer["msg_type"], answer["content"]
        if kind == "error":
            raise RuntimeError(f"{content['ename']}: {content['evalue']}")
        chart = chart or "image/png" in content.get("data", {})
        if kind == "status" and content["execution_state"] == "idle":
            return chart


def memory(name: str) -> float:
    """Return the MB of a student's server and kernel on this machine, with their part of what processes share."""
    total = 0
    for process in psutil.process_iter():
        try:
            if process.environ().get("JUPYTERHUB_USER") == name:
                total += process.memory_full_info().pss
        except (psutil.Error, AttributeError):  # of another account, gone since, or not on Linux
            continue
    return total / 2**20


def clear(hub: Hub, name: str) -> str:
    """Stop a student's server and delete the name; return what went wrong."""
    while True:
        try:
            hub.ask("DELETE", f"/hub/api/users/{name}")
            return ""
        except requests.HTTPError as error:
            if error.response.status_code == 404:
                return ""
            time.sleep(1)  # the server is starting or stopping
        except ERRORS as error:
            return f"{name} was not stopped: {error}"


def measure(hub: Hub, number: int) -> list[str]:
    """Let a number of students come at once; return the row of the table, and a line for each failure."""
    hub = replace(hub)
    students = [Student(f"load-test-{place + 1}") for place in range(number)]
    names = [student.name for student in students]
    with ThreadPoolExecutor(number) as pool:
        try:
            list(pool.map(partial(clear, hub), names))
            list(pool.map(lambda student: student.work(hub), students))
            used = [memory(name) for name in names]
        finally:
            hub.end = time.monotonic()  # nobody begins anything new
            wrong = list(pool.map(partial(clear, replace(hub, end=time.monotonic() + 120)), names))
    row = [str(number)]
    for step in SHOWN:
        seconds = [student.seconds[step] for student in students if step in student.seconds]
        row.append(f"{statistics.median(seconds):.0f} / {max(seconds):.0f}" if seconds else "-")
    row += [f"{statistics.median(used):.0f}", f"{sum(used):.0f}"] if any(used) else ["-", "-"]
    failures = [f"{student.name}, {student.failure}" for student in students if student.failure]
    return [f"| {' | '.join([*row, str(len(failures))])} |", *failures, *filter(None, wrong)]


def count(text: str) -> int:
    """Return a number of students."""
    if not text.isdecimal() or not 1 <= int(text) <= 200:
        raise argparse.ArgumentTypeError(f"{text} is no number of students from 1 to 200")
    return int(text)


def minutes(text: str) -> float:
    """Return minutes in seconds."""
    if not text.isdecimal() or not 1 <= int(text) <= 120:
        raise argparse.ArgumentTypeError(f"{text} is no number of minutes from 1 to 120")
    return int(text) * 60


def main() -> None:
    """Measure each number of students in turn and print the table."""
    summary, usage = __doc__.split("\n\n", 1)
    parser = argparse.ArgumentParser(
        description=summary, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("hub", help="address of the hub")
    parser.add_argument("--course", required=True, help="address of the repository")
    parser.add_argument("--students", type=count, nargs="+", default=[1, 5, 10, 20], help="default: 1 5 10 20")
    parser.add_argument("--lesson", default="02_engagement", help="name of the notebook, default: 02_engagement")
    parser.add_argument("--limit", type=minutes, default=20 * 60, metavar="MINUTES", help="for all, default: 20")
    asked = parser.parse_args()
    if not (token := os.environ.get("JUPYTERHUB_API_TOKEN")):
        parser.error("JUPYTERHUB_API_TOKEN holds no token")
    hub = Hub(asked.hub.rstrip("/"), token, asked.course, asked.lesson, time.monotonic() + asked.limit)
    try:
        hub.ask("GET", "/hub/api/user")
    except ERRORS as error:
        sys.exit(f"No hub that knows this token answers at {asked.hub}: {error}")
    print(f"| students at once | {' | '.join(f'{step}, s' for step in SHOWN)} | MB each | MB all | failures |")
    print("| ---: " * (len(SHOWN) + 4) + "|")
    for number in asked.students:
        row, *wrong = measure(hub, number)
        print(row, flush=True)
        print(*wrong, sep="\n", end="\n" * bool(wrong), file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Ended early. The servers of the test are stopped.")
