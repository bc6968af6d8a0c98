"""Set the course up where that is not done yet, and open it: ``python3 start.py``, on Windows ``py start.py``."""

import os
import signal
import subprocess
import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 14):  # said even by Python 2: nothing below may be newer than that
    this = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit("Allies at Odds runs on Python 3.11 to 3.14, and this is Python " + this + ": start it with another one.")


def run(*command):
    """Run a command and end with it where it fails."""
    failed = subprocess.call(command)
    if failed:
        sys.exit(failed)


def text(*files):
    """Return what stands in files, nothing for a file that is not there."""
    return "".join(open(name).read() for name in files if os.path.exists(name))


os.chdir(os.path.dirname(os.path.abspath(__file__)))
signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl + C is for JupyterLab, which asks before it ends
python = os.path.join(".venv", "Scripts" if os.name == "nt" else "bin", "python")
wanted, done = text("requirements.txt", "constraints.txt"), os.path.join(".venv", "installed.txt")
if text(done) != wanted:
    print("Packages go into the folder .venv. That takes some minutes, once.")
    sys.stdout.flush()
    run(sys.executable, "-m", "venv", ".venv")
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
    with open(done, "w") as file:
        file.write(wanted)
run(python, "-m", "jupyter", "lab", os.path.join("notebooks", "00_start_here.ipynb"))
