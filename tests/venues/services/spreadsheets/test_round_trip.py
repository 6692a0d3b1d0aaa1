"""Whatever the catalogue holds: exported and imported again, nothing changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests import spreadsheets
from tests.venues.services.millbrook import COORDINATOR, KNOWN, NOW, POSTCODES
from venues.database.session import Database
from venues.domain.needs import NEEDS
from venues.domain.opening import Stretch
from venues.errors import WrongInput
from venues.services import hours_editing, room_editing, venue_editing
from venues.services.spreadsheets import reading, shape, writing
from venues.services.spreadsheets.plan import State
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    RoomDraft,
    VenueDraft,
    WaitingDraft,
)

QUICK = [Phase.explicit, Phase.reuse, Phase.generate]
"""A whole catalogue is made smaller too slowly to be worth it."""

LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs", "Co", "Cn"],
    exclude_characters="\ufeff\ufffd",
)
FORMULAS = st.sampled_from(
    ["=1+1", "+44", "-x", "@SUM", "'=x", "_x0041_", '="a"', "007"]
)
TEXT = st.one_of(FORMULAS, st.text(LETTERS, max_size=30)).map(str.strip)
LINES = st.lists(TEXT, max_size=3).map("\n".join).map(str.strip)
NAME = (
    st.one_of(FORMULAS, st.text(LETTERS, min_size=1, max_size=30))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
PENCE = st.integers(0, 100_000)
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
MINUTE = st.integers(0, 23 * 60 + 59).map(lambda minute: time(*divmod(minute, 60)))
FEATURES = st.lists(
    st.builds(FeatureDraft, st.sampled_from(list(NEEDS)), st.booleans(), TEXT),
    max_size=4,
    unique_by=lambda each: each.need,
).map(tuple)


@st.composite
def venue(draw: Callable[..., Any]) -> VenueDraft:
    """A venue as the editor could store it."""
    doors = draw(st.lists(NAME, max_size=3, unique_by=str.casefold))
    inside = [code for code, (council, _) in KNOWN.items() if council]
    by_hand = draw(st.booleans())
    return VenueDraft(
        authority_id=draw(st.integers(1, 4)),
        cluster=draw(st.just("") | NAME),
        status=draw(st.sampled_from(["candidate", "active", "suspended"])),
        kind=draw(TEXT),
        owner=draw(TEXT),
        street=draw(TEXT),
        town=draw(TEXT),
        postcode=draw(st.sampled_from(["", *inside])),
        placed_by_hand=by_hand,
        easting=draw(st.integers(0, 700_000)) if by_hand else None,
        northing=draw(st.integers(0, 999_999)) if by_hand else None,
        neutral_name=draw(TEXT),
        booked_by=draw(st.sampled_from(["instant", "request"])),
        notice_days=draw(st.integers(0, 90)),
        rate=draw(PENCE),
        min_hire=draw(st.integers(0, 600)),
        charge_days=draw(st.integers(0, 90)),
        terms=draw(LINES),
        arrival=draw(LINES),
        bus=draw(TEXT),
        last_bus=draw(TIMES),
        last_bus_saturday=draw(TIMES),
        last_bus_sunday=draw(TIMES),
        rail=draw(TEXT),
        parking=draw(TEXT),
        photos=draw(LINES),
        notes=draw(LINES),
        contacts=draw(
            st.lists(
                st.builds(ContactDraft, NAME, TEXT, st.just("a@example.org"), TEXT),
                max_size=2,
            )
        ),
        entrances=tuple(EntranceDraft(door, draw(st.booleans())) for door in doors),
        waiting_spaces=tuple(
            WaitingDraft(
                name, draw(st.integers(1, 9)), draw(st.sampled_from(["", *doors]))
            )
            for name in draw(st.lists(NAME, max_size=2, unique_by=str.casefold))
        ),
        features=draw(FEATURES),
    )


ROOM = st.builds(
    RoomDraft,
    venue_id=st.just(0),
    status=st.just("active"),
    seats_circle=st.integers(1, 90),
    seats_table=st.none() | st.integers(1, 90),
    seats_rows=st.none() | st.integers(1, 90),
    floor=TEXT.filter(bool),
    reached_by=st.sampled_from(["ground", "lift", "stairs"]),
    area=st.none() | st.integers(1, 900),
    turnaround=st.integers(0, 240),
    rate=st.none() | PENCE,
    notes=LINES,
    features=FEATURES,
)


@st.composite
def hours(draw: Callable[..., Any]) -> list[Stretch]:
    """Hours of some weekdays, each day with a stretch or two that do not overlap."""
    found = []
    season = draw(st.sampled_from(["always", "term", "holiday"]))
    for day in draw(st.sets(st.integers(0, 6), max_size=4)):
        ends = sorted(draw(st.lists(MINUTE, min_size=2, max_size=4, unique=True)))
        for opens, closes in zip(ends[::2], ends[1::2], strict=False):
            use = draw(st.sampled_from(["open", "staffed", "usable"]))
            found.append(Stretch(day, use, opens, closes, season))
    return found


CATALOGUE = st.lists(
    st.tuples(
        NAME,
        venue(),
        st.lists(
            st.tuples(NAME, ROOM), max_size=3, unique_by=lambda r: r[0].casefold()
        ),
        hours(),
    ),
    max_size=3,
    unique_by=lambda each: each[0].casefold(),
)


def store(session: Session, catalogue: list[Any]) -> None:
    """As somebody would in the editors."""
    for name, draft, rooms, stretches in catalogue:
        try:
            saved = venue_editing.save(
                session,
                replace(draft, name=name, contacts=tuple(draft.contacts)),
                COORDINATOR,
                now=NOW,
                gazetteer=POSTCODES,
            )
        except WrongInput:
            continue  # a role that looks like somebody's name, say
        parts: tuple[int, ...] = ()
        for number, (room_name, room) in enumerate(rooms):
            made = room_editing.save(
                session,
                replace(
                    room,
                    venue_id=saved.id or 0,
                    name=room_name,
                    space_ids=parts if number == len(rooms) - 1 else (),
                ),
                COORDINATOR,
                now=NOW,
            )
            parts += made.space_ids
        hours_editing.save(session, saved.id or 0, stretches, COORDINATOR, opened=())


@pytest.mark.parametrize(
    "files",
    [["Venues.xlsx"], [f"{kind.name}.csv" for kind in shape.KINDS]],
    ids=["xlsx", "csv"],
)
@settings(suppress_health_check=list(HealthCheck), max_examples=25, phases=QUICK)
@given(catalogue=CATALOGUE)
def test_what_is_exported_changes_nothing(
    template: Path, files: list[str], catalogue: list[Any]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "venues.db"
        shutil.copy(template, path)
        database = Database.open(path)
        with database.write() as session:
            store(session, catalogue)

        for name in files:
            file = Path(folder) / name
            with database.read() as session:
                sheet = file.stem if file.suffix == ".csv" else "Venues"
                venues = writing.export(session, file, COORDINATOR, sheet=sheet)
            made = spreadsheets.plan(database, reading.read(file))

            assert spreadsheets.said(made) == []
            assert not made.does_something, made.items
            assert {item.state for item in made.items} <= {State.UNCHANGED}
            if file.stem == "Venues":
                assert sum(item.kind == "Venue" for item in made.items) == venues
        database.close()
