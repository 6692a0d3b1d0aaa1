"""Whatever is written has a name by which it is undone, or a reason why it has none.

The name is kept for a day and stands in the window: it is made of constant words, and
of those values that are listed here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.test_tree import calls, dotted, nodes, under

OURS = [name for name in under("venues/", "ui/") if "/sample/" not in name]

WRITES: dict[str, int] = {
    r"(.*[._])?database\.write": 0,
    r"(.*\.)?desk\.writing": 0,
    r"(.*\.)?database\.change": 2,
    r"attempts\.change": 4,
    r"(.*[._])?saving\.start": 2,
    r"journal\.call": 1,
    r"naming\.of_(room|venue)": 1,
    r"venue_noting\.write": 3,
}
"""A call that writes → where among what it is handed its name stands."""

SILENT: dict[str, str] = {
    "ui/dialogs/merging.py": "what was two references is one: nothing keeps which",
    "ui/dialogs/reviews.py": "a look at a reason, which is on record",
    "ui/dialogs/sign_offs.py": "a look at a reason, which is on record",
    "ui/pages/booking.py": "saved by attempts, which name it",
    "ui/pages/displaced_work.py": "a look at a plan, which is on record",
    "ui/pages/repeating.py": "saved by attempts, which name it",
    "ui/pages/search_record.py": "counts what was looked for, and nobody",
    "venues/commands/apart.py": "looks, which are on record",
    "venues/commands/cases.py": "looks, a reference put right, and a merge",
    "venues/commands/closing.py": "a look at a plan, which is on record",
    "venues/services/attempts.py": "a code, and that a date is not offered again",
    "venues/services/kept_copies.py": "clears a copy: what goes has no undo",
    "venues/services/releasing.py": "the program does it by itself, for nobody",
    "venues/services/retention.py": "what is kept no longer goes, and has no undo",
    "venues/services/reviews/sweeping.py": "the program does it by itself",
    "venues/services/starting.py": "makes the database itself",
    "venues/services/team/logins.py": "who looks after a server lets people in and out",
    "venues/services/undoing/steps.py": "undoing, which keeps its own place",
}
"""Modules in which something is written that cannot be undone, and why."""

SAID = frozenset(
    {
        "chosen.code",
        "count(len(keys), 'record')",
        "draft",
        "draft.code",
        "draft.name",
        "found.venue.name",
        "item.room.name",
        "named",
        "name",
        "room.name",
        "said",
        "self._found.venue.name",
        "self._name",
        "self._venue.name",
        "title",
        "verb",
        "wanted.room.name",
        "whose",
        "about.name",
        "changed",
        "dates",
        "number",
        "on",
        "what.partition(',')[0]",
        "bookings",
        "plan.title.removeprefix('Closing ')",
    }
)
"""What a name may be made of: rooms, venues and their groups, questions of the
checklist, numbers of the rules, days and counts. No person, case or kind."""

TELLING = re.compile(
    r"\b(child|victim|offen|court|panel|restorative|reparation|order|"
    r"reference|practitioner|worker \d)",
    re.IGNORECASE,
)


def written(name: str) -> Iterator[tuple[int, ast.expr | None]]:
    """The units that a module writes: the line, and what they are called."""
    for called, node in calls(name):
        for pattern, place in WRITES.items():
            if re.fullmatch(pattern, called):
                yield node.lineno, _argument(node, place)
        if called == "partial" and dotted(node.args[0]).endswith("._store"):
            yield node.lineno, node.args[1]


def _argument(node: ast.Call, place: int) -> ast.expr | None:
    named = [each.value for each in node.keywords if each.arg == "name"]
    given = [*node.args[place : place + 1], *named]
    return given[0] if given else None


def words(name: str, node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may be, where it is a name or a function of that module."""
    if isinstance(node, ast.IfExp):
        yield from words(name, node.body)
        yield from words(name, node.orelse)
    elif isinstance(node, ast.Call) and dotted(node.func).endswith(".format"):
        yield from words(name, node.func.value)  # type: ignore[attr-defined]
    elif isinstance(node, ast.Call):
        for each in _returned(name, dotted(node.func).rpartition(".")[2]):
            yield from words(name, each)
    elif isinstance(node, ast.Name) and not node.id.isupper():
        for each in _assigned(name, node.id):
            yield from words(name, each)
    else:
        yield node


def _returned(name: str, function: str) -> Iterator[ast.expr]:
    for each in nodes(name):
        if isinstance(each, ast.FunctionDef) and each.name == function:
            for part in ast.walk(each):
                if isinstance(part, ast.Return) and part.value is not None:
                    yield part.value


def _assigned(name: str, variable: str) -> Iterator[ast.expr]:
    for each in nodes(name):
        if not isinstance(each, ast.Assign):
            continue
        target, value = each.targets[0], each.value
        if dotted(target) == variable:
            yield value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, said in zip(target.elts, value.elts, strict=False):
                if dotted(one) == variable:
                    yield said


@pytest.mark.parametrize("silent", [False, True])
def test_everything_has_a_name_or_a_reason(*, silent: bool) -> None:
    nameless = {name for name in OURS for _, called in written(name) if called is None}

    if silent:
        assert sorted(SILENT.keys() - nameless) == []
    else:
        assert sorted(nameless - SILENT.keys()) == []


def test_a_name_says_nothing_of_anybody() -> None:
    told = [
        f"{name}:{line} {part.value}"
        for name in OURS
        for line, called in written(name)
        if called is not None
        for one in words(name, called)
        for part in ast.walk(one)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
        if TELLING.search(part.value)
    ]

    assert told == []


def test_a_name_is_made_of_places_numbers_and_days_alone() -> None:
    said = {
        ast.unparse(part.value)
        for name in OURS
        for _, called in written(name)
        if called is not None
        for one in words(name, called)
        for part in ast.walk(one)
        if isinstance(part, ast.FormattedValue)
    }

    assert sorted(said - SAID) == []
    assert sorted(SAID - said) == []
