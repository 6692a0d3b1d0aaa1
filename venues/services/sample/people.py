"""Sample data: members of staff, by login and number, never by a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from venues.database.models import Acting, Staff
from venues.domain.people import Role
from venues.services.sample.rows import Rows

TEAMS = {
    "HAL": "Bridge Team",
    "WAR": "Community Team",
    "CHE": "Meadow Team",
    "CWC": "Harbour Team",
}
"""Authority → the neutral name to ask for: one for all, so that it tells nothing."""

HOMES = (
    *("HAL", "CHE", "CWC", "WAR", "WAR", "CWC", "HAL", "CHE"),
    *("WAR", "CWC", "WAR", "WAR", "CHE", "CHE", "CHE", "HAL"),
)
"""Where the first practitioners work, from practitioner.01 on."""

SECONDED = {12: "Health", 13: "Police"}
AUTHORITIES = ("HAL", "WAR", "CHE", "CWC")


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as the sample needs to know them."""

    id: int
    login: str
    role: Role
    authority_id: int | None
    agency: str


def add(
    rows: Rows,
    authorities: Mapping[str, int],
    today: date,
    *,
    more: int = 0,
) -> tuple[Person, ...]:
    """Put down everybody; ``more`` practitioners beyond the first ones."""

    def one(role: Role, number: int, home: str = "") -> Person:
        return _add(rows, role, number, home, authorities.get(home))

    homes = [*HOMES, *(AUTHORITIES[number % 4] for number in range(more))]
    people = [one(Role.PRACTITIONER, at, home) for at, home in enumerate(homes, 1)]
    others = enumerate(AUTHORITIES * (1 + more // 20), 1)
    people += [one(Role.VICTIM_WORKER, at, home) for at, home in others]
    people += [one(Role.COORDINATOR, at) for at in (1, 2)]
    people += [one(Role.MANAGER, at) for at in (1, 2, 3)]
    people += [one(Role.BOARD, 1)]
    one(Role.PRACTITIONER, len(homes) + 1, "CWC")
    rows.of(Staff)[-1]["left_on"] = today - timedelta(days=60)
    _acting(rows, {person.login: person.id for person in people}, today)
    return tuple(people)


def _add(
    rows: Rows, role: Role, number: int, home: str, authority_id: int | None
) -> Person:
    stem = "victim" if role is Role.VICTIM_WORKER else role.value
    login = f"{stem}.{number:02}"
    agency = SECONDED.get(number, "") if role is Role.PRACTITIONER else ""
    id_ = rows.add(
        Staff,
        login=login,
        name=f"{role.words} {number:02}",
        ask_for=TEAMS.get(home, "Community Team"),
        role=role.value,
        authority_id=authority_id,
        agency=agency,
        work_phone=f"01632 9609{len(rows.of(Staff)) % 100:02}",
        duty_manager=role is Role.MANAGER and number == 1,
        left_on=None,
    )
    return Person(id_, login, role, authority_id, agency)


def _acting(rows: Rows, ids: Mapping[str, int], today: date) -> None:
    pairs: Sequence[tuple[str, str, int, int | None]] = (
        ("practitioner.11", "practitioner.04", -20, 40),
        ("practitioner.02", "practitioner.08", -5, 9),
        ("victim.02", "victim.01", -60, None),
        ("manager.02", "manager.01", -30, 3),
        ("practitioner.07", "practitioner.01", -90, -70),
    )
    for login, for_login, since, until in pairs:
        rows.add(
            Acting,
            staff_id=ids[login],
            for_id=ids[for_login],
            since=today + timedelta(days=since),
            until=None if until is None else today + timedelta(days=until),
        )
