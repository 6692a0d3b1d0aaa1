"""The pages there are, and who has which."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui import entries
from venues.domain.people import Role

ROOT = Path(__file__).parents[2]
MINE = ["today", "find", "schedule", "venues", "settings", "help"]
ALL = [*MINE[:4], "keep_apart", "evidence", "settings", "help"]
EACH = {
    Role.BOARD: ["evidence", "settings", "help"],
    Role.COORDINATOR: ALL,
    Role.MANAGER: ALL,
}


@pytest.mark.parametrize("role", list(Role))
def test_a_page_that_a_role_may_not_use_is_absent(role: Role) -> None:
    keys = [entry.key for entry in entries.entries(role)]

    assert keys == EACH.get(role, MINE)


def test_the_numbers_never_move() -> None:
    keys = {entry.key: entry.keys for entry in entries.entries(Role.MANAGER)}

    assert keys == {
        "today": "Ctrl+1",
        "find": "Ctrl+2",
        "schedule": "Ctrl+3",
        "venues": "Ctrl+4",
        "keep_apart": "Ctrl+5",
        "evidence": "Ctrl+6",
        "settings": "Ctrl+,",
        "help": "F1",
    }


def test_without_a_desk_pages_are_named_but_not_there_yet() -> None:
    assert all(entry.make is None for entry in entries.entries(Role.MANAGER))


@pytest.mark.parametrize(
    ("role", "last", "begins"),
    [
        (Role.PRACTITIONER, "", "today"),
        (Role.PRACTITIONER, "schedule", "schedule"),
        (Role.PRACTITIONER, "settings", "today"),
        (Role.PRACTITIONER, "weather", "today"),
        (Role.BOARD, "", "evidence"),
        (Role.BOARD, "schedule", "evidence"),
    ],
)
def test_everybody_begins_where_they_may(role: Role, last: str, begins: str) -> None:
    assert entries.first(role, last) == begins


def test_every_page_can_be_loaded() -> None:
    entries.load()
    entries.load("today")

    assert list(entries.PAGES) == ALL


LATER = [
    "ui.pages.booking",
    "ui.dialogs",
    "venues.services.bookings",
    "venues.services.reviews.watching",
    "venues.services.sign_offs",
    "alembic",
    "psycopg",
    "sqlalchemy.dialects.postgresql",
]
"""What comes with the other pages: nobody waits for it to see the first rooms."""


def test_find_is_loaded_without_what_only_other_pages_need() -> None:
    """In a process of its own: here everything is loaded already."""
    code = (
        f"import sys; later = {LATER}; from ui import entries, loading; "
        "entries.load('find'); print(*(each for each in later if each in sys.modules));"
        "entries.load(); print('ui.pages.booking' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines() == ["", "True"]
