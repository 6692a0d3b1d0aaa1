"""Sets Venues up on a fresh machine, and runs what people do with it.

Standard library only, and readable by any Python from 3.8 on, so that one which is
too old is told so in a sentence.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up"  # written last, so it stands in a whole environment only
COUNTED = VENV / "coverage"  # apart from what pytest --cov counts by hand

OLDEST, NEWEST = (3, 11), (3, 14)  # as requires-python in pyproject.toml
FLOORS = {"venues": 100, "ui": 90}  # per cent of branches that tests must reach
UNSEEN = {"QT_QPA_PLATFORM": "offscreen"}  # Qt draws, and no window appears

# What Debian and Ubuntu call the things that a fresh machine may lack.
PACKAGES = {
    "venv": f"python3.{sys.version_info[1]}-venv",
    "qt": "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3",
    "windows": "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libxcb-xkb1",
    "text": "fonts-dejavu-core",
    "pictures": "fonts-inter",  # they look the same on every machine that has it
}

# Runs inside the environment, and prints which of those Qt does not find.
PROBE = """
import ctypes, pathlib, PySide6
from PySide6 import QtGui, QtPrintSupport, QtSvg, QtTest, QtWidgets
application = QtGui.QGuiApplication([])
aliases = {"Monospace", "Sans Serif", "Serif"}  # Qt's names for fonts, if there are any
families = set(QtGui.QFontDatabase.families()) - aliases
print("" if families else "text", "" if "Inter" in families else "pictures")
try:
    folder = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(folder / "libqxcb.so"))
except OSError:
    print("windows")
"""

LAYERS = "from importlinter.cli import lint_imports_command as run; run(['--no-logo'])"
CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "import contracts": ["-c", LAYERS],
    "tree": ["-m", "pytest", "-q", "tests/test_tree.py"],
}


def set_up() -> None:
    """Install whatever this machine lacks; at once when it lacks nothing."""
    make_environment()
    if sys.platform == "linux":  # elsewhere Qt's wheels bring all they need
        look_for_libraries()


def make_environment() -> None:
    """Make the folder .venv with the locked packages, unless it stands."""
    if not ready():
        with alone() as held:
            if not ready():  # or somebody else made it while we waited
                install(held)


def ready() -> bool:
    """Whether the environment is whole, of this lock, and where it was made."""
    return PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == identity()


def identity() -> str:
    """What makes an environment this one: its packages, place and interpreter."""
    packages = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{packages}\n{VENV}\n{PYTHON.resolve()}\n"


@contextmanager
def alone() -> Iterator[int]:
    """Hold a lock, so that two set-ups at once make one environment.

    The system frees it when the last process that has it ends, however it ends.
    """
    with (ROOT / ".venv.lock").open("a") as file:
        if not taken(file.fileno()):
            say("Another set-up is at work in this folder. Waiting for it to end.")
            while not taken(file.fileno()):
                time.sleep(0.2)
        yield file.fileno()


def taken(file: int) -> bool:
    """Take the lock on an open file, unless another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def install(held: int) -> None:
    """Make the environment from nothing, so that it has the locked packages only."""
    say("Setting up. This takes about a minute, and half a gigabyte of disk.")
    STAMP.unlink(missing_ok=True)
    if importlib.util.find_spec("ensurepip") is None:  # Debian packs it separately
        apt("venv")
    say("Making a Python environment in .venv.")
    # When we run inside an environment ourselves, the new one must not lean on it.
    base = getattr(sys, "_base_executable", sys.executable)
    finish(held, base, "-m", "venv", "--clear", VENV)
    say("Installing the packages named in requirements.lock.")
    options = "--disable-pip-version-check --no-input -qq --no-compile --no-deps"
    options += " --require-hashes --only-binary :all:"
    finish(held, PYTHON, "-m", "pip", "install", *options.split(), "-r", LOCK)
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(identity())
    fresh.replace(STAMP)


def finish(held: int, *words: str | Path) -> None:
    """Run a step of the set-up to its end, or say that it failed and stop.

    The step keeps the lock open: if we are killed, the next run waits for the step
    instead of crossing it.
    """
    keep = () if sys.platform == "win32" else (held,)
    no_input = subprocess.DEVNULL
    step = subprocess.run(words, stdin=no_input, stdout=sys.stderr, pass_fds=keep)
    if step.returncode:
        sys.exit(
            "The set-up stopped there; the lines above say why. "
            "When that is mended, run the same command again."
        )


def look_for_libraries() -> None:
    """See that Qt can start and write, and install what it lacks or say how to."""
    seen = VENV / ("qt-window" if has_screen() else "qt-offscreen")
    if seen.exists():
        return
    lacking = missing()
    if lacking and apt(*lacking):
        lacking = missing()
    lacking.discard("pictures")  # good to have, but not every system offers it
    if lacking:
        words = " ".join(PACKAGES[name] for name in sorted(lacking))
        say("Qt lacks libraries or fonts. Run this once (the names are Debian's):")
        say(f"    sudo apt-get install -y {words}")
        if "qt" in lacking:
            sys.exit(1)  # without fonts or windows, much still works
    else:
        seen.touch()


def missing() -> set[str]:
    """What Qt does not find on this machine, by its name in PACKAGES."""
    probe = quietly(PYTHON, "-c", PROBE, **UNSEEN)
    if probe.returncode:
        say("Qt does not start yet: " + probe.stderr.strip().rpartition("\n")[2])
        return set(PACKAGES) - {"venv"}
    return set(probe.stdout.split()) - (set() if has_screen() else {"windows"})


def apt(*lacking: str) -> bool:
    """Install packages where we may, which is as root on Debian; whether we tried."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    get = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300"]
    alone = {"DEBIAN_FRONTEND": "noninteractive"}
    quietly(*get, "update", **alone)  # if this fails, the next step says why
    for name in sorted(lacking):
        words = PACKAGES[name].split()
        say(f"Installing system packages: {' '.join(words)}.")
        step = quietly(*get, "install", "--no-install-recommends", *words, **alone)
        if step.returncode:
            say(step.stderr.strip())
    return True


def quietly(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and keep what it says."""
    return subprocess.run(
        words,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def python(*words: str | Path, **variables: str) -> int:  # noqa: RET503
    """Become Python in the environment, with these words; its exit code is ours."""
    command = [str(word) for word in (PYTHON, *words)]
    environment = {**os.environ, **variables}
    if sys.platform == "win32":  # where nothing can become another program
        return subprocess.run(command, env=environment).returncode
    os.execve(PYTHON, command, environment)  # noqa: S606 - no shell is wanted


def has_screen() -> bool:
    """Whether anybody could see a window."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(shown)


def say(sentence: str) -> None:
    """Tell what happens, apart from the output that a command is run for."""
    print(sentence, file=sys.stderr, flush=True)


def demo(*words: str) -> int:
    """Do the main job on sample data.

    With a screen, the window opens. Without one, the same is done unseen: a room is
    found, booked, and refused to the next asker, the week is printed, and each page
    is saved as a picture. Words that follow go to "main.py demo".
    """
    return python(ROOT / "main.py", "demo", *words, **({} if has_screen() else UNSEEN))


def run(*words: str) -> int:
    """Open Venues, or run one of its commands without a window.

    Words that follow go to main.py. "dev.py run -- --help" tells what it knows.
    """
    return python(ROOT / "main.py", *words)


def test(*words: str) -> int:
    """Run all tests, a worker on each core, without a screen.

    --coverage counts the branches they reach as well, which "dev.py check" judges.
    Other words go to pytest. A test file that is named runs without workers.
    """
    options = [word for word in words if word != "--coverage"]
    if not any((ROOT / word.split("::")[0]).is_file() for word in options):
        options = ["-n", "auto", "--maxprocesses=8", "--dist=loadfile", *options]
    if "--coverage" in words:
        options += ["--cov", "--cov-report="]
    os.chdir(ROOT)
    return python("-m", "pytest", *options, COVERAGE_FILE=str(COUNTED), **UNSEEN)


def check(*words: str) -> int:
    """Check style, types, layers, the tree, and coverage if just counted.

    All steps run, whatever they find, and those that fail say what they found.
    Words that follow name the steps to run: "dev.py check ruff mypy".
    """
    os.chdir(ROOT)
    steps = dict(CHECKS)
    sources = [path for package in FLOORS for path in Path(package).rglob("*.py")]
    changed = max((path.stat().st_mtime for path in sources), default=0)
    if COUNTED.exists() and COUNTED.stat().st_mtime > changed:
        data = f"--data-file={COUNTED}"
        for package, floor in FLOORS.items():
            report = ["report", data, f"--include={package}/*", f"--fail-under={floor}"]
            steps[f"coverage of {package}"] = ["-m", "coverage", *report]
    steps = {
        name: step
        for name, step in steps.items()
        if not words or any(word in name for word in words)
    }
    if not steps:
        say(f"There is no such check now. There are: {', '.join(CHECKS)}.")
        return 2
    failed = 0
    for name, command in steps.items():
        step = quietly(PYTHON, *command, **UNSEEN)
        print(f"{name}: {'failed' if step.returncode else 'passed'}", flush=True)
        if step.returncode:
            failed += 1
            print((step.stdout + step.stderr).rstrip(), flush=True)
    print(f"{failed or 'None'} of the {len(steps)} checks failed.")
    return 1 if failed else 0


def bench(*words: str) -> int:
    """Measure speed against floors in the same run, and print one table.

    Words that follow go to the benchmarks. "dev.py bench -- --help" tells them.
    """
    script = ROOT / "tests" / "benchmarks" / "run.py"
    return python(script, *words, PYTHONPATH=str(ROOT), **UNSEEN)


def faults(*words: str) -> int:
    """Race, kill and damage the program, and count what was lost.

    Words that follow go to the trials. "dev.py faults -- --help" tells them.
    """
    script = ROOT / "tests" / "faults" / "run.py"
    return python(script, *words, PYTHONPATH=str(ROOT), **UNSEEN)


def screens(*words: str) -> int:
    """Make the pictures of the user guide, in docs/guide/pictures.

    Words that follow go to "main.py screens" instead of that folder.
    """
    words = words or ("--into", str(ROOT / "docs" / "guide" / "pictures"))
    return python(ROOT / "main.py", "screens", *words, **UNSEEN)


def lock(*words: str) -> int:
    """Make requirements.lock again from pyproject.toml. Needs uv, and a network.

    --upgrade takes the newest releases that pyproject.toml allows; without it, what
    is locked stays where it still fits.
    """
    uv = shutil.which("uv") or shutil.which("uv", path=str(PYTHON.parent))
    if uv is None:
        sys.exit("This needs uv, which is not here. One way to get it: pipx install uv")
    options = "--quiet --universal --python-version 3.11 --generate-hashes"
    options += " --extra dev --extra shared --extra pdf"
    options += " --no-emit-index-url --no-emit-find-links --no-header --no-annotate"
    made = [uv, "pip", "compile", *options.split(), *words, "-o", LOCK.name]
    return subprocess.run([*made, "pyproject.toml"], cwd=ROOT).returncode


COMMANDS = {
    command.__name__: command
    for command in (demo, run, test, check, bench, faults, screens, lock)
}


def main(name: str = "", *words: str) -> int:
    """Do what the command line asks."""
    major, minor = sys.version_info[:2]
    if not OLDEST <= (major, minor) <= NEWEST:
        say(f"Venues needs Python 3.11 to 3.14, and this is Python {major}.{minor}.")
        return 2
    if name not in COMMANDS:
        print("usage: python3 dev.py COMMAND [--help | WORDS FOR IT]\n")
        for command in COMMANDS.values():
            print(f"  {command.__name__:8}  {(command.__doc__ or '').splitlines()[0]}")
        return 0 if name in ("-h", "--help") else 2
    command = COMMANDS[name]
    if words[:1] in (("-h",), ("--help",)):
        print(f"python3 dev.py {name}: {command.__doc__}")
        return 0
    if command is not lock:
        set_up()
    return command(*(words[1:] if words[:1] == ("--",) else words))


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
