"""Set the course up where that is not done yet, and open it: ``python3 start.py``, on Windows ``py start.py``.

``start.py update`` brings the newest version into a git clone and keeps what was written there.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile

if not (3, 11) <= sys.version_info[:2] <= (3, 14):  # said even by Python 2: nothing below may be newer than that
    this = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit("Allies at Odds runs on Python 3.11 to 3.14, and this is Python " + this + ": start it with another one.")

CODE = {"execution_count", "outputs"}  # what a code cell has, and no other


def run(*command):
    """Run a command and end with it where it fails."""
    failed = subprocess.call(command)
    if failed:
        sys.exit(failed)


def text(*files):
    """Return what stands in files, nothing for a file that is not there."""
    return "".join(open(name, encoding="utf-8").read() for name in files if os.path.exists(name))


def course():
    """Install the packages where that is not done yet, and open the course in JupyterLab."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl + C is for JupyterLab, which asks before it ends
    python = os.path.join(".venv", "Scripts" if os.name == "nt" else "bin", "python")
    wanted, done = text("requirements.txt", "constraints.txt"), os.path.join(".venv", "installed.txt")
    if text(done) != wanted:
        if not os.access(".", os.W_OK):
            sys.exit("Nothing can be written into " + os.getcwd() + ": copy this folder to another place, start there.")
        print("Packages go into the folder .venv. That takes some minutes, once.")
        sys.stdout.flush()
        run(sys.executable, "-m", "venv", ".venv")
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")
        with open(done, "w", encoding="utf-8") as file:
            file.write(wanted)
    if not os.access(os.path.expanduser("~"), os.W_OK):
        os.environ["HOME"] = tempfile.mkdtemp()  # for what Jupyter and matplotlib keep there
    run(python, "-m", "jupyter", "lab", os.path.join("notebooks", "00_start_here.ipynb"))


def git(*words):
    """Run git and return its output in bytes; raise a CalledProcessError where it fails."""
    own = ["git", "-c", "user.name=student", "-c", "user.email=student@localhost", "-c", "commit.gpgSign=false"]
    pipe, english = subprocess.PIPE, dict(os.environ, LC_ALL="C")
    return subprocess.run(own + list(words), stdout=pipe, stderr=pipe, env=english, check=True).stdout


def files(*words):
    """Return the names of files that git lists."""
    return [os.fsdecode(name) for name in git(*words).split(b"\0") if name]


def put_aside(name):
    """Give a file another name, with _mine behind it, and say so."""
    stem, kind = os.path.splitext(name)
    while os.path.exists(stem + kind):
        stem += "_mine"
    os.rename(name, stem + kind)
    print("Your " + name + " is now " + stem + kind + ".")


def once(pairs):
    """Return the pairs of a JSON object as a dict; raise a ValueError where a key stands there twice."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError
    return dict(pairs)


def is_whole(name):
    """Say whether a notebook can still be opened: where git joins lines, half a cell may be left."""
    try:
        for cell in json.loads(text(name), object_pairs_hook=once)["cells"]:
            needed = {"id", "source"} | (CODE if cell["cell_type"] == "code" else set())
            if set(cell) & (CODE | needed) != needed:
                return False
    except (ValueError, KeyError, TypeError):
        return False
    return True


def update():
    """Bring the newest version into this clone, by the rules of nbgitpuller: what was changed here stays."""
    if not os.path.exists(".git"):
        sys.exit("This folder is no git clone: unpack the new version into another folder and copy your answers there.")
    try:
        git("fetch")
        if not git("rev-list", "HEAD..@{upstream}"):
            print("This is the newest version.")
            return
        git("reset")
        for name in files("diff", "--name-only", "-z", "--no-renames", "--diff-filter=A", "HEAD", "@{upstream}"):
            if os.path.exists(name):
                put_aside(name)
        for name in files("ls-files", "--deleted", "-z"):
            git("checkout", "--", name)
        if files("diff", "--name-only", "-z"):
            git("commit", "--all", "--message", "What was written here")
        before = os.fsdecode(git("rev-parse", "HEAD").strip())
        try:
            git("merge", "-X", "ours", "--no-edit", "@{upstream}")
        except subprocess.CalledProcessError:
            if not os.path.exists(os.path.join(".git", "MERGE_HEAD")):
                raise
            git("commit", "--all", "--no-edit")  # a file that was changed here and deleted there stays
        for name in files("diff", "--name-only", "-z", "--diff-filter=M", before + "...@{upstream}", "--", "*.ipynb"):
            if not is_whole(name):
                git("checkout", before, "--", name)
                put_aside(name)
                git("checkout", "@{upstream}", "--", name)
                git("commit", "--message", "The new version of " + name)
    except OSError as error:
        sys.exit("The new version was not brought here: " + str(error))
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace")
        why = re.findall("(?:fatal|error): (.*)", said) or [said]
        sys.exit("The new version was not brought here. Git says: " + why[0])
    print("The newest version is here, with what you wrote. Open the notebooks again and run them from the top.")


os.chdir(os.path.dirname(os.path.abspath(__file__)))
if sys.argv[1:] == ["update"]:
    update()
elif sys.argv[1:]:
    sys.exit("start.py opens the course; start.py update brings its newest version.")
else:
    course()
