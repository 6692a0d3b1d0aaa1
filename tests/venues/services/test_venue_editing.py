"""Adding and changing a venue."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.venues.services import millbrook
from tests.venues.services.millbrook import (
    COORDINATOR,
    MANAGER,
    NOW,
    POSTCODES,
    PRACTITIONER,
)
from venues.database.models import Contact, History, Venue
from venues.database.session import Database
from venues.errors import Clash, NotAllowed, NotFound, Stale, WrongInput
from venues.services import venue_details, venue_editing
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    VenueDraft,
    WaitingDraft,
)


@pytest.fixture(autouse=True)
def _staff(database: Database) -> None:
    millbrook.staff(database)


def change(
    database: Database, opened: VenueDraft, viewer: Any = COORDINATOR, **changed: Any
) -> VenueDraft:
    with database.write() as session:
        return venue_editing.save(
            session,
            replace(opened, **changed),
            viewer,
            now=NOW,
            opened=opened,
            gazetteer=POSTCODES,
        )


def stored(database: Database, venue_id: int | None) -> VenueDraft:
    with database.read() as session:
        return venue_details.draft(session, venue_id or 0)


def test_a_new_venue_has_all_that_was_typed(database: Database) -> None:
    typed = {
        "name": "  Millbrook   Family Hub ",
        "kind": "family hub",
        "cluster": "Mill Brook",
        "rate": 1400,
        "last_bus": time(21, 5),
        "contacts": (ContactDraft("Caretaker", "01632 960000"), ContactDraft()),
        "entrances": (EntranceDraft("Main door", step_free=True), EntranceDraft()),
        "waiting_spaces": (WaitingDraft("Foyer", 6, "Main door"),),
        "features": (FeatureDraft("hearing-loop", present=True, note="At the desk"),),
    }

    added = millbrook.venue(database, **typed)

    kept = stored(database, added.id)
    assert kept == added
    assert (kept.name, kept.cluster, kept.rate) == (
        "Millbrook Family Hub",
        "Mill Brook",
        1400,
    )
    assert kept.contacts == (ContactDraft("Caretaker", "01632 960000"),)
    assert kept.entrances == (EntranceDraft("Main door", step_free=True),)
    assert kept.waiting_spaces == (WaitingDraft("Foyer", 6, "Main door"),)
    assert kept.features == typed["features"]


def test_the_postcode_tells_authority_and_position(database: Database) -> None:
    added = millbrook.venue(database, postcode="wa29aa")

    assert (added.postcode, added.easting, added.northing) == (
        "WA2 9AA",
        361_077,
        390_899,
    )
    with database.read() as session:
        assert venue_details.details(session, added.id or 0).authority == "Warrington"


def test_another_postcode_moves_the_venue(database: Database) -> None:
    added = millbrook.venue(database)

    moved = change(database, added, postcode="WA7 5EA", authority_id=None)

    assert (moved.easting, moved.authority_id) == (352_173, 1)


def test_an_authority_that_was_chosen_stands(database: Database) -> None:
    added = millbrook.venue(database, authority_id=1)

    assert added.authority_id == 1


def test_only_those_who_keep_the_catalogue_may_save(database: Database) -> None:
    added = millbrook.venue(database)

    with pytest.raises(NotAllowed, match="coordinator or a manager"):
        change(database, added, PRACTITIONER, town="Widnes")

    assert stored(database, added.id).town == ""


def test_a_manager_may_save_too(database: Database) -> None:
    added = millbrook.venue(database)

    assert change(database, added, MANAGER, town="Warrington").town == "Warrington"


def test_somebody_elses_change_meanwhile_is_told_and_kept(database: Database) -> None:
    opened = millbrook.venue(database, kind="library")
    change(database, opened, kind="family hub", last_bus=time(19, 5), authority_id=1)

    with pytest.raises(Stale, match="Kind “library” → “family hub”") as stale:
        change(database, opened, town="Widnes")

    assert "Authority Warrington → Halton" in str(stale.value)
    assert "Last bus, Monday to Friday \N{EN DASH} → 7:05pm" in str(stale.value)
    assert stored(database, opened.id).kind == "family hub"


def test_a_contact_that_somebody_else_changed_is_stale_too(database: Database) -> None:
    opened = millbrook.venue(database)
    change(database, opened, contacts=(ContactDraft("Caretaker"),))

    with pytest.raises(Stale, match="Contacts"):
        change(database, opened, town="Widnes")


def put_back(database: Database, before: VenueDraft, after: VenueDraft) -> VenueDraft:
    with database.write() as session:
        return venue_editing.put_back(session, before, after, COORDINATOR, now=NOW)


def test_a_change_is_taken_back_to_the_letter(database: Database) -> None:
    before = millbrook.venue(
        database,
        contacts=(ContactDraft("Caretaker"),),
        placed_by_hand=True,
        authority_id=1,
        easting=1,
        northing=2,
    )
    after = change(
        database, before, placed_by_hand=False, contacts=(), postcode="WA7 5EA"
    )

    again = put_back(database, before, after)

    assert again == before
    assert stored(database, before.id) == before


def test_a_change_that_somebody_built_on_is_not_taken_back(database: Database) -> None:
    before = millbrook.venue(database)
    after = change(database, before, town="Widnes")
    change(database, after, kind="library")

    with pytest.raises(Stale, match="Kind"):
        put_back(database, before, after)


def test_a_venue_that_is_booked_again_is_not_put_back_to_retired(
    database: Database,
) -> None:
    before = millbrook.venue(database, status="retired")
    after = change(database, before, status="active")
    oak = millbrook.room(database, before.id, "Oak")
    millbrook.book(database, oak.id, datetime(2026, 11, 26, 15))

    with pytest.raises(Clash, match="stands in the way"):
        put_back(database, before, after)


def test_a_change_is_written_down_with_who_made_it(database: Database) -> None:
    added = millbrook.venue(database, kind="library")

    change(database, added, kind="family hub")

    with database.read() as session:
        row = session.scalars(select(History).order_by(History.id.desc())).first()
    assert row is not None
    assert (row.table, row.action, row.staff_id) == ("venue", "changed", 1)
    assert row.changes == {"kind": ["library", "family hub"]}


def test_saving_without_a_change_writes_nothing_down(database: Database) -> None:
    added = millbrook.venue(database, contacts=(ContactDraft("Caretaker"),))
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(History))

    again = change(database, added)

    with database.read() as session:
        after = session.scalar(select(func.count()).select_from(History))
    assert (again.version, after) == (added.version, before)


def test_a_retired_venue_can_be_brought_back(database: Database) -> None:
    added = millbrook.venue(database)

    with database.write() as session:
        venue_editing.retire(session, added.id or 0, COORDINATOR, now=NOW)
    retired = stored(database, added.id).status
    with database.write() as session:
        venue_editing.bring_back(session, added.id or 0, COORDINATOR)

    assert (retired, stored(database, added.id).status) == ("retired", "active")


def test_a_venue_with_bookings_to_come_is_not_retired(database: Database) -> None:
    added = millbrook.venue(database)
    oak = millbrook.room(database, added.id, "Oak")
    millbrook.book(database, oak.id, datetime(2026, 11, 26, 15))

    with (
        pytest.raises(Clash, match="Oak, Thu 26 Nov 2026, 3pm to 4pm"),
        database.write() as session,
    ):
        venue_editing.retire(session, added.id or 0, COORDINATOR, now=NOW)

    with pytest.raises(Clash, match="stands in the way"):
        change(database, added, status="retired")
    assert stored(database, added.id).status == "active"


def test_past_bookings_do_not_keep_a_venue(database: Database) -> None:
    added = millbrook.venue(database)
    oak = millbrook.room(database, added.id, "Oak")
    millbrook.book(database, oak.id, datetime(2026, 11, 19, 15))

    with database.write() as session:
        venue_editing.retire(session, added.id or 0, COORDINATOR, now=NOW)

    assert stored(database, added.id).status == "retired"


def test_a_venue_in_use_cannot_be_brought_back(database: Database) -> None:
    added = millbrook.venue(database)

    with pytest.raises(WrongInput, match="in use already"), database.write() as session:
        venue_editing.bring_back(session, added.id or 0, COORDINATOR)


def test_a_venue_just_added_can_be_taken_back(database: Database) -> None:
    added = millbrook.venue(
        database,
        contacts=(ContactDraft("Caretaker"),),
        entrances=(EntranceDraft("Main door"),),
        waiting_spaces=(WaitingDraft("Foyer", 6, "Main door"),),
    )

    with database.write() as session:
        venue_editing.withdraw(session, added, COORDINATOR)

    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Venue)) == 0
        assert session.scalar(select(func.count()).select_from(Contact)) == 0


def test_a_venue_with_rooms_is_not_taken_back(database: Database) -> None:
    added = millbrook.venue(database)
    millbrook.room(database, added.id, "Oak")

    with pytest.raises(Stale, match="Retire it instead"), database.write() as session:
        venue_editing.withdraw(session, added, COORDINATOR)


def test_a_venue_that_is_gone_is_said_to_be(database: Database) -> None:
    with pytest.raises(NotFound), database.write() as session:
        venue_editing.retire(session, 99, COORDINATOR, now=NOW)
    with pytest.raises(NotFound), database.write() as session:
        venue_editing.bring_back(session, 99, COORDINATOR)


def test_two_venues_share_a_group_of_neighbours(database: Database) -> None:
    millbrook.venue(database, cluster="Mill Brook")
    other = millbrook.venue(database, name="Mill Brook Library", cluster="Mill Brook")

    left = change(database, other, cluster="")

    assert (other.cluster, left.cluster) == ("Mill Brook", "")
