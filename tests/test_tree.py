"""The shape of the source, and what may stand where.

Each rule lists everything that breaks it at once. An exception is a line with its
reason, and goes when nothing needs it any more.
"""

from __future__ import annotations

import ast
import fnmatch
import functools
import gc
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import PySide6
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
SOURCES = (".ci", "docs", "resources", "tests", "ui", "venues")

# No test file of its own, because …
NOT_MIRRORED = {
    "ui/pages/booking_overtaken.py": "test_booking_changes.py changes it elsewhere",
    "ui/dialogs/opening_work.py": "test_opening.py has all of it done",
    "ui/restoring.py": "test_program_files.py restores and takes it back",
    "*/__init__.py": "it gathers names, or is empty",
    "venues/database/models/*.py": "declarations; tests of the database try them",
    "venues/database/migrations/*.py": "test_migrations.py runs every step in order",
    "venues/domain/rules/base.py": "a protocol does nothing by itself",
    "main.py": "test_showing.py and the tests of the commands start it as it is",
    "ui/demonstration.py": "test_showing.py runs it whole",
    "ui/pictures.py": "test_showing.py takes the pictures",
    "venues/commands/options.py": "test_rooms.py types each of them",
    "venues/commands/run.py": "every test of a command goes through it",
    "venues/database/forgetting.py": "test_retention.py looks for what it left",
    "venues/database/transfer.py": "test_moving_house.py goes both ways",
    "venues/database/held.py": "test_retention.py has a case on hold",
    "venues/services/sound_file.py": "test_checks.py harms a file in each way",
    "venues/database/engines/postgres_login.py": "test_stays_shared.py signs in",
    "venues/database/engines/postgres_lookups.py": "test_postgres_questions.py asks",
    "venues/database/past.py": "test_retention.py lets go of all three kinds",
    "venues/database/struck.py": "test_retention.py types references into words",
    "venues/services/rehousing/ground.py": "test_planning.py plans with what it reads",
    "venues/services/rehousing/interplay.py": "test_planning.py tries each claim",
    "venues/services/rehousing/steps.py": "test_applying.py goes every way",
    "venues/services/rehousing/taking_back.py": "test_applying.py takes each back",
    "venues/services/rehousing/takers.py": "test_applying.py has a worker who is away",
    **{
        f"venues/services/evidence/{name}.py": "test_measures.py counts it in plain SQL"
        for name in (
            *("attendance", "booked", "choice", "cost", "cost_kept", "kept", "panels"),
            *("police", "refusals", "reviewed", "suited", "unmet_need", "use"),
        )
    },
    "venues/services/evidence/ground.py": "test_measures.py counts its statements",
    "venues/services/evidence/scope.py": "every test of a measure is asked with it",
    "venues/services/evidence/shown.py": "declarations; test_showing.py reads them",
    "venues/services/booking_rows.py": "test_bookings.py looks at the rows it makes",
    "venues/services/booking_reading.py": "test_booking_changes.py goes through it",
}
MOST_LINES = 300
LONG_MODULES = {
    "tests/*.py": "as long as there are cases; each test is short",
    "venues/database/models/booking.py": "a booking and what hangs on it",
    "venues/services/stays.py": "the one road from rows to a screen, to be read whole",
    "ui/pictures.py": "one way to stand before each page, and the list of them",
    "dev.py": "one file, so that a fresh machine needs nothing beside it",
    "venues/database/migrations/versions/*.py": "a step is written once, as a list",
}
MOST_LINES_OF_A_FUNCTION = 50
LONG_FUNCTIONS = {
    "tests/*.py:*": "a scene is set up row by row",
    "ui/theme.py:_colours": "the table of colours, one a line",
    "venues/services/sample/*.py:*": "rows of sample data, one after another",
    "venues/database/migrations/versions/*.py:*": "a step is written once, as a list",
}

FILES = sorted(
    path
    for place in (ROOT, *(ROOT / folder for folder in SOURCES))
    for path in (place.glob("*") if place == ROOT else place.rglob("*"))
    if path.is_file() and "__pycache__" not in path.parts
)
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in FILES
    if path.suffix in {".py", ".md", ".toml", ".lock", ".json", ".csv", ".txt"}
    or path.name in {".gitignore", "LICENSE", "run"}
}
MODULES = [name for name in TEXTS if name.endswith(".py")]


@functools.cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """Everything in the parsed source of a file, read once.

    It stays to the end, so the collector need not look through it again and again.
    """
    collects = gc.isenabled()  # among tests of the window it must not
    gc.disable()
    try:
        found = tuple(ast.walk(ast.parse(TEXTS[name], name)))
        gc.freeze()
    finally:
        if collects:
            gc.enable()
    return found


def dotted(node: ast.AST) -> str:
    """A name with its dots: ``session.commit``; nothing for other expressions."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """What a file calls, by its dotted name."""
    for node in nodes(name):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def functions(name: str) -> Iterator[tuple[str, int]]:
    """The functions of a file, with their lines from ``def`` to the last."""
    for node in nodes(name):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def imported(name: str) -> Iterator[str]:
    """The modules that a file imports, in full."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def under(*folders: str) -> list[str]:
    """The modules of some folders."""
    return [name for name in MODULES if name.startswith(folders)]


def unexcused(found: Iterable[str], reasons: dict[str, str]) -> list[str]:
    """What no reason covers, and the reasons that nothing needs any more."""
    names = set(found)
    used = {one for one in reasons if fnmatch.filter(names, one)}
    covered = {name for one in used for name in fnmatch.filter(names, one)}
    return sorted(names - covered) + [
        f"{one}: no longer an exception" for one in sorted(set(reasons) - used)
    ]


def test_every_module_has_its_mirror_among_the_tests() -> None:
    alone = []
    for name in [*under("venues/", "ui/"), "main.py", "dev.py"]:
        folder, _, file = f"tests/{name}".rpartition("/")
        if f"{folder}/test_{file}" not in TEXTS:
            alone.append(name)

    found = unexcused(alone, NOT_MIRRORED)

    assert not found, "\n".join(found)


def test_no_module_is_long_without_a_reason() -> None:
    long = [name for name in MODULES if TEXTS[name].count("\n") > MOST_LINES]

    found = unexcused(long, LONG_MODULES)

    assert not found, "\n".join(found)


def test_no_function_is_long_without_a_reason() -> None:
    long = [
        function
        for name in MODULES
        for function, lines in functions(name)
        if lines > MOST_LINES_OF_A_FUNCTION
    ]

    found = unexcused(long, LONG_FUNCTIONS)

    assert not found, "\n".join(found)


def test_the_domain_is_plain_python() -> None:
    allowed = {*sys.stdlib_module_names, "dateutil", "venues"}

    foreign = [
        f"{name} imports {module}"
        for name in under("venues/domain/")
        for module in imported(name)
        if module.partition(".")[0] not in allowed
    ]

    assert not foreign, "\n".join(foreign)


def test_the_set_up_needs_the_standard_library_only() -> None:
    foreign = {module.partition(".")[0] for module in imported("dev.py")}

    assert foreign - sys.stdlib_module_names == set()


@pytest.mark.parametrize(
    ("folders", "call", "instead"),
    [
        (
            ("venues/domain/", "venues/services/", "ui/pages/"),
            r"(.*\.)?(datetime\.(now|today|utcnow)|date\.today|time\.time)",
            "take the clock that is handed in",
        ),
        (
            ("venues/domain/", "venues/services/", "ui/", "main.py"),
            r"(.*\.)?session\.(commit|begin)",
            "Database.write() is the unit of work",
        ),
        (("ui/",), r"(?!application\.|app\.).*\.exec_?", "use open() and a signal"),
        (
            ("venues/domain/", "venues/database/", "venues/services/", "ui/"),
            r"print",
            "only commands speak to a terminal",
        ),
    ],
    ids=["clock", "commit", "exec", "print"],
)
def test_nothing_is_called_where_it_does_not_belong(
    folders: tuple[str, ...], call: str, instead: str
) -> None:
    found = [
        f"{name}:{node.lineno} calls {called}: {instead}"
        for name in under(*folders)
        for called, node in calls(name)
        if re.fullmatch(call, called)
    ]

    assert not found, "\n".join(found)


def test_relationships_are_written_out_on_both_sides() -> None:
    found = [
        f"{name}:{node.lineno} has backref"
        for name in under("venues/")
        for _, node in calls(name)
        if "backref" in {keyword.arg for keyword in node.keywords}
    ]

    assert not found, "\n".join(found)


def test_message_boxes_stay_among_the_dialogs() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name in under("ui/")
        if not name.startswith("ui/dialogs/")
        for node in nodes(name)
        if "QMessageBox" in (dotted(node), getattr(node, "attr", ""))
    ]

    assert not found, "\n".join(found)


def test_every_test_asserts_something() -> None:
    found = [
        f"{name}:{node.name}"
        for name in under("tests/")
        for node in nodes(name)
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not re.search(
            r"\bassert\b|\.raises\(|qtbot\.(wait|assert)|assert_\w+\(|qtmodeltester\.check",
            "\n".join(TEXTS[name].splitlines()[node.lineno - 1 : node.end_lineno]),
        )
    ]

    assert not found, "\n".join(found)


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in TEXTS.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(r"/(work|root|home/\w+|Users/\w+)/", line)
    ]

    assert not found, "\n".join(found)


def test_the_lock_has_hashes_and_no_addresses() -> None:
    found = [
        line
        for line in TEXTS["requirements.lock"].splitlines()
        if not re.match(r"[a-z0-9-]+==[\w.]+( ;| \\)|    --hash=sha256:", line)
        or "//" in line
    ]

    assert not found, "\n".join(found)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads(TEXTS["pyproject.toml"])["project"]
    locked = dict(
        line.split(" ")[0].split("==")
        for line in TEXTS["requirements.lock"].splitlines()
        if "==" in line
    )

    asked = [
        Requirement(line)
        for line in (
            *project["dependencies"],
            *(
                line
                for more in project["optional-dependencies"].values()
                for line in more
            ),
        )
    ]
    found = [one for one in asked if locked[one.name.lower()] not in one.specifier]

    assert not found


def test_qt_is_older_than_the_one_that_ends_python_3_11() -> None:
    assert PySide6.__version_info__[:2] == (6, 11)


UNHEARD = {
    "venues/database/many.py": "it writes the history itself",
    "venues/database/transfer.py": "history itself is moved too",
    "venues/database/forgetting.py": "what is let go of leaves a number, no trace",
    "venues/services/sound_file.py": "test_checks.py harms a file in each way",
    "venues/database/past.py": "the same, for history",
    "venues/database/struck.py": "the same, for words",
    "venues/services/rehousing/steps.py": "back as it was before the unit ends",
}


def test_what_history_keeps_is_changed_row_by_row() -> None:
    unheard = [
        f"{name}:{node.lineno} {dotted(node.args[0])}"
        for name in under("venues/")
        for called, node in calls(name)
        if called in {"delete", "update"} and dotted(node.args[0]) != "Hold"
        if name not in UNHEARD
    ]

    assert not unheard, "\n".join(unheard)
