"""What each role may do."""

from __future__ import annotations

import pytest

from venues.domain.people import PAGES, Audience, Role, Viewer, may_use

ROLES = {role: Viewer(1, "x", "X", role) for role in Role}


@pytest.mark.parametrize(
    ("page", "roles"),
    [
        ("find", set(Role) - {Role.BOARD}),
        ("keep_apart", {Role.COORDINATOR, Role.MANAGER}),
        ("evidence", {Role.COORDINATOR, Role.MANAGER, Role.BOARD}),
        ("settings", set(Role)),
    ],
)
def test_pages_by_role(page: str, roles: set[Role]) -> None:
    assert {role for role in Role if may_use(role, page)} == roles


@pytest.mark.parametrize(
    ("audience", "roles"),
    [
        (Audience.CHILD, {Role.PRACTITIONER, Role.VICTIM_WORKER, Role.MANAGER}),
        (Audience.FAMILY, {Role.PRACTITIONER, Role.VICTIM_WORKER, Role.MANAGER}),
        (Audience.VICTIM, {Role.VICTIM_WORKER, Role.MANAGER}),
        (Audience.STAFF, set(Role) - {Role.BOARD}),
    ],
)
def test_who_books_for_whom(audience: Audience, roles: set[Role]) -> None:
    assert {role for role, who in ROLES.items() if who.books_for(audience)} == roles


def test_who_edits_overrides_and_uses_any_case() -> None:
    edits = {role for role, who in ROLES.items() if who.edits_venues}
    overrides = {role for role, who in ROLES.items() if who.overrides}
    any_case = {role for role, who in ROLES.items() if who.uses_any_case}

    assert edits == {Role.COORDINATOR, Role.MANAGER}
    assert overrides == any_case == {Role.MANAGER}
    assert not ROLES[Role.BOARD].books


def test_roles_and_audiences_in_words() -> None:
    assert [role.words for role in Role] == [
        "Practitioner",
        "Victim worker",
        "Coordinator",
        "Manager",
        "Board reader",
    ]
    assert Audience.CHILD.words == "Child"


def test_one_owns_what_one_acts_for() -> None:
    assert Viewer(1, "x", "X", Role.PRACTITIONER, 1, frozenset({2})).owns == {1, 2}
    assert PAGES
