"""A fresh machine is set up once, and a command does what it says."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMANDS = ["demo", "run", "test", "check", "bench", "faults", "screens", "lock"]
EMPTY_LOCK = "# nothing to install, so nothing is fetched\n"
ECHO = """
import os, sys
print(*sys.argv[1:])
print(os.environ.get("QT_QPA_PLATFORM"), os.environ.get("PYTHONPATH"))
sys.exit("three" in sys.argv and 3)
"""


def checkout(folder: Path) -> Path:
    """A folder with dev.py and nothing to install."""
    folder.mkdir(exist_ok=True)
    shutil.copy(ROOT / "dev.py", folder)
    (folder / "requirements.lock").write_text(EMPTY_LOCK)
    return folder


def ask(
    folder: Path, *words: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run Python in a checkout, as nobody in particular and without a screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"}
    environment = {
        name: value for name, value in os.environ.items() if name not in hidden
    }
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**environment, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def start_making(folder: Path, **variables: str) -> subprocess.Popen[str]:
    """Start to make the environment of a checkout, and leave Qt aside."""
    return subprocess.Popen(
        [sys.executable, "-c", "import dev; dev.make_environment()"],
        cwd=folder,
        env={**os.environ, **variables},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout set up by two at once, whose programs echo what they are given."""
    folder = checkout(tmp_path_factory.mktemp("made") / "checkout")
    both = [start_making(folder), start_making(folder)]
    said = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    (folder / "said").write_text("".join(said))
    for kind in ("qt-window", "qt-offscreen"):
        (folder / ".venv" / kind).touch()
    for name in ("main", "pytest", "tests/benchmarks/run", "tests/faults/run"):
        program = folder / f"{name}.py"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(ECHO)
    return folder


def is_ready(folder: Path) -> bool:
    return ask(folder, "-c", "import dev; print(dev.ready())").stdout == "True\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("word", ["-h", "--help"])
def test_each_command_tells_what_it_is_for_and_sets_nothing_up(
    tmp_path: Path, command: str, word: str
) -> None:
    checkout(tmp_path)

    told = ask(tmp_path, "dev.py", command, word)

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(f"python3 dev.py {command}: ")
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    ("words", "code"), [([], 2), (["tset"], 2), (["-h"], 0), (["--help"], 0)]
)
def test_without_a_command_all_are_listed(
    tmp_path: Path, words: list[str], code: int
) -> None:
    told = ask(checkout(tmp_path), "dev.py", *words)

    listed = [line.split()[0] for line in told.stdout.splitlines()[2:]]
    assert (told.returncode, listed) == (code, COMMANDS)


def test_an_old_python_is_told_so_in_a_sentence(tmp_path: Path) -> None:
    now_old = "import dev, sys; dev.OLDEST = (9, 0); sys.exit(dev.main('test'))"

    told = ask(checkout(tmp_path), "-c", now_old)

    major, minor = sys.version_info[:2]
    assert told.returncode == 2
    assert told.stderr == (
        f"Venues needs Python 3.11 to 3.14, and this is Python {major}.{minor}.\n"
    )


def test_an_old_python_can_read_that_far() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 8)).body


def test_a_second_run_sets_nothing_up_again(made: Path) -> None:
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        again = ask(made, "dev.py", "run")
        spent.append(time.perf_counter() - start)
        assert (again.returncode, again.stderr) == (0, "")

    assert min(spent) < 0.5


def test_another_lock_is_another_set_up(made: Path) -> None:
    (made / "requirements.lock").write_text(EMPTY_LOCK * 2)
    ready = is_ready(made)
    (made / "requirements.lock").write_text(EMPTY_LOCK)

    assert not ready
    assert is_ready(made)


def test_a_folder_that_was_moved_is_set_up_again(made: Path) -> None:
    moved = made.rename(made.with_name("moved"))
    ready = is_ready(moved)
    moved.rename(made)

    assert not ready
    assert is_ready(made)


def test_a_set_up_that_was_killed_is_done_again(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    with start_making(folder) as killed:
        assert killed.stderr
        next(line for line in killed.stderr if line.startswith("Making"))
        killed.kill()
    assert not is_ready(folder)

    with start_making(folder) as again:
        again.communicate()

    assert again.returncode == 0
    assert is_ready(folder)


def test_two_set_ups_at_once_make_one_environment(made: Path) -> None:
    said = (made / "said").read_text().splitlines()

    assert said.count("Making a Python environment in .venv.") == 1
    assert is_ready(made)


def test_packages_that_cannot_be_fetched_are_said_to_be(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    nothing = f"nothing-of-this-name==1 --hash=sha256:{'0' * 64}\n"
    (folder / "requirements.lock").write_text(nothing)

    with start_making(folder, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull) as told:
        said = told.communicate()[1]

    assert told.returncode == 1
    assert said.endswith(
        "The set-up stopped there; the lines above say why. "
        "When that is mended, run the same command again.\n"
    )
    assert not is_ready(folder)


def test_a_command_is_handed_on_with_its_words_and_its_exit_code(made: Path) -> None:
    told = ask(made, "dev.py", "run", "--data", "a b.db", "three", "--json")

    assert told.stdout.splitlines()[0] == "--data a b.db three --json"
    assert told.returncode == 3


def test_two_dashes_ask_the_program_itself_for_help(made: Path) -> None:
    told = ask(made, "dev.py", "run", "--", "--help")

    assert told.stdout.splitlines()[0] == "--help"


@pytest.mark.skipif(sys.platform != "linux", reason="Windows always has a screen")
@pytest.mark.parametrize(
    ("screen", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, "None"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "None"),
    ],
)
def test_a_demo_opens_a_window_where_there_is_a_screen(
    made: Path, screen: dict[str, str], platform: str
) -> None:
    told = ask(made, "dev.py", "demo", "--folder", "x", **screen)

    words, environment = told.stdout.splitlines()
    assert (words, environment.split()[0]) == ("demo --folder x", platform)


@pytest.mark.parametrize("command", ["bench", "faults"])
def test_trials_find_the_program_from_where_they_stand(
    made: Path, command: str
) -> None:
    told = ask(made, "dev.py", command, "--explain")

    assert told.stdout.splitlines() == ["--explain", f"offscreen {made}"]


def test_pictures_go_into_the_guide_unless_told_otherwise(made: Path) -> None:
    usual = ask(made, "dev.py", "screens").stdout.splitlines()[0]
    other = ask(made, "dev.py", "screens", "--into", "here").stdout.splitlines()[0]

    assert usual == f"screens --into {made / 'docs' / 'guide' / 'pictures'}"
    assert other == "screens --into here"


def test_all_tests_share_the_cores_and_one_file_does_not(made: Path) -> None:
    everything = ask(made, "dev.py", "test", "-x", "--coverage").stdout.split()
    one = ask(made, "dev.py", "test", "tests/faults/run.py::test_x").stdout.split()

    assert everything[:2] == ["-n", "auto"]
    assert {"-x", "--cov", "offscreen"} < set(everything)
    assert one == ["tests/faults/run.py::test_x", "offscreen", "None"]


def test_all_checks_run_although_one_fails(made: Path) -> None:
    for name, code in {"ruff": 0, "mypy": 1}.items():
        (made / f"{name}.py").write_text(f"print('{name} spoke'); exit({code})\n")

    told = ask(made, "dev.py", "check")

    assert told.returncode == 1
    assert told.stdout.splitlines()[:4] == [
        "ruff check: passed",
        "ruff format: passed",
        "mypy: failed",
        "mypy spoke",
    ]
    assert told.stdout.splitlines()[-2:] == [
        "tree: passed",
        "2 of the 5 checks failed.",  # import-linter is not there either
    ]


def test_a_check_can_be_named(made: Path) -> None:
    told = ask(made, "dev.py", "check", "tree")

    assert told.stdout == "tree: passed\nNone of the 1 checks failed.\n"
    assert told.returncode == 0


def test_coverage_is_judged_if_it_was_counted_since_the_last_change(made: Path) -> None:
    (made / "coverage.py").write_text("import sys; exit('--fail-under=90' in sys.argv)")
    (made / "ui").mkdir()
    counted = made / ".venv" / "coverage"

    never = ask(made, "dev.py", "check", "coverage")
    counted.touch()
    fresh = ask(made, "dev.py", "check", "coverage").stdout
    (made / "ui" / "changed.py").touch()
    os.utime(counted, (0, 0))
    stale = ask(made, "dev.py", "check", "coverage")

    assert fresh.splitlines()[:2] == [
        "coverage of venues: passed",
        "coverage of ui: failed",
    ]
    assert (never.returncode, stale.returncode) == (2, 2)
    assert "no such check" in never.stderr
    assert never.stderr == stale.stderr
