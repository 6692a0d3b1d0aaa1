"""Doors, waiting spaces, contacts and features are changed, not made anew."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.venues.services import millbrook
from venues.database.models import Contact, Entrance, Feature, WaitingSpace
from venues.database.session import Database
from venues.services import venue_details, venue_parts
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    VenueDraft,
    WaitingDraft,
)

FULL = VenueDraft(
    contacts=(ContactDraft("Desk"), ContactDraft("Caretaker", "01632 960000")),
    entrances=(EntranceDraft("Main door"), EntranceDraft("Side door")),
    waiting_spaces=(WaitingDraft("Foyer", 6, "Side door"), WaitingDraft("Snug", 2)),
    features=(FeatureDraft("hearing-loop", present=True, note="At the desk"),),
)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; it has all that ``FULL`` says."""
    millbrook.staff(database)
    hub = millbrook.venue(database).id or 0
    write(database, hub, FULL)
    return hub


def write(database: Database, hub: int, draft: VenueDraft) -> VenueDraft:
    with database.write() as session:
        venue_parts.write(session, hub, draft)
    with database.read() as session:
        return venue_details.draft(session, hub)


def keys(database: Database, model: type[Entrance | WaitingSpace]) -> dict[str, int]:
    with database.read() as session:
        return dict(session.execute(select(model.name, model.id)).all())  # type: ignore[arg-type]


def test_all_parts_are_written_in_their_order(database: Database, hub: int) -> None:
    with database.read() as session:
        kept = venue_details.draft(session, hub)

    assert kept.contacts == FULL.contacts
    assert kept.entrances == FULL.entrances
    assert kept.waiting_spaces == FULL.waiting_spaces
    assert kept.features == FULL.features


def test_a_door_that_is_renamed_is_still_the_same_door(
    database: Database, hub: int
) -> None:
    before = keys(database, Entrance)

    kept = write(
        database,
        hub,
        VenueDraft(
            entrances=(EntranceDraft("Main door"), EntranceDraft("Garden door")),
            waiting_spaces=(WaitingDraft("Foyer", 6, "Garden door"),),
        ),
    )

    assert keys(database, Entrance)["Garden door"] == before["Side door"]
    assert kept.waiting_spaces == (WaitingDraft("Foyer", 6, "Garden door"),)
    assert list(keys(database, WaitingSpace)) == ["Foyer"]


def test_parts_that_are_left_out_go(database: Database, hub: int) -> None:
    write(database, hub, VenueDraft())

    with database.read() as session:
        left = [
            session.scalars(select(model)).all()
            for model in (Contact, Entrance, WaitingSpace, Feature)
        ]
    assert left == [[], [], [], []]


def test_a_feature_changes_its_answer(database: Database, hub: int) -> None:
    broken = FeatureDraft("hearing-loop", present=False, note="Being mended")

    assert write(database, hub, VenueDraft(features=(broken,))).features == (broken,)
