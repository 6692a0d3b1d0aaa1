"""What is looked at before a venue is saved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services import millbrook
from tests.venues.services.millbrook import POSTCODES
from venues.database.session import Database
from venues.domain.places import Point
from venues.errors import WrongInput
from venues.services import venue_checks
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    VenueDraft,
    WaitingDraft,
)


@pytest.fixture(autouse=True)
def _staff(database: Database) -> None:
    millbrook.staff(database)


def checked(
    database: Database,
    opened: VenueDraft | None = None,
    gazetteer: Any = POSTCODES,
    **typed: Any,
) -> VenueDraft:
    draft = {"name": "Millbrook Family Hub", "postcode": "WA2 9AA"} | typed
    with database.read() as session:
        return venue_checks.checked(
            session, VenueDraft(**draft), opened=opened, gazetteer=gazetteer
        )


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", {"name": "  "}, "Give the venue a name"),
        ("name", {"name": "x" * 121}, "Shorten the name"),
        ("kind", {"kind": "x" * 121}, "Shorten the kind"),
        ("notice_days", {"notice_days": -1}, "The notice cannot be less than 0"),
        ("rate", {"rate": -1}, "The rate cannot be less than 0"),
        ("min_hire", {"min_hire": -60}, "cannot be less than 0"),
        ("charge_days", {"charge_days": -1}, "cannot be less than 0"),
        ("status", {"status": "sleeping"}, "one of the statuses"),
        ("postcode", {"postcode": "nowhere"}, "not a whole postcode"),
        ("postcode", {"postcode": "WA2 9ZZ"}, "no postcode WA2 9ZZ"),
        ("postcode", {"postcode": "WA10 1AA"}, "outside the four authorities"),
        ("authority", {"postcode": ""}, "Choose the authority"),
        ("authority", {"placed_by_hand": True}, "Choose the authority"),
        (
            "postcode",
            {"placed_by_hand": True, "authority_id": 2, "postcode": "x"},
            "not a whole postcode",
        ),
        ("easting", {"placed_by_hand": True, "authority_id": 2}, "both numbers"),
        (
            "northing",
            {
                "placed_by_hand": True,
                "authority_id": 2,
                "easting": 1,
                "northing": 2_000_000,
            },
            "between 0 and 1,300,000 metres",
        ),
        ("contacts", {"contacts": (ContactDraft("", "01632 960000"),)}, "whose number"),
        ("contacts", {"contacts": (ContactDraft("Mr Brown"),)}, "not the person"),
        (
            "contacts",
            {"contacts": (ContactDraft("Desk", email="desk"),)},
            "not an e-mail address",
        ),
        (
            "entrances",
            {"entrances": (EntranceDraft("Main"), EntranceDraft("main "))},
            "the same name",
        ),
        ("waiting_spaces", {"waiting_spaces": (WaitingDraft("Foyer", 0),)}, "1 seat"),
        (
            "waiting_spaces",
            {"waiting_spaces": (WaitingDraft("Foyer", 4, "Back door"),)},
            "no entrance “Back door”",
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    database: Database, field: str, typed: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(WrongInput, match=sentence) as wrong:
        checked(database, **typed)

    assert wrong.value.field == field


def test_a_name_is_given_once(database: Database) -> None:
    known = millbrook.venue(database)

    with pytest.raises(WrongInput, match="already a venue with that name"):
        checked(database, name="millbrook family hub")

    assert checked(database, id=known.id).name == "Millbrook Family Hub"


def test_the_name_of_a_retired_venue_is_told_apart(database: Database) -> None:
    millbrook.venue(database, status="retired")

    with pytest.raises(WrongInput, match=r"retired venue with that name\. Bring that"):
        checked(database)


def test_until_the_postcodes_are_read_a_new_one_waits(database: Database) -> None:
    with pytest.raises(WrongInput, match="being made ready") as wrong:
        checked(database, gazetteer=None)

    assert wrong.value.field == "postcode"


def test_a_place_that_did_not_move_needs_no_list(database: Database) -> None:
    opened = millbrook.venue(database)

    again = checked(
        database,
        opened,
        None,
        id=opened.id,
        authority_id=opened.authority_id,
        easting=opened.easting,
        northing=opened.northing,
        town="Widnes",
    )

    assert (again.town, again.easting) == ("Widnes", opened.easting)


def test_a_venue_outside_can_be_placed_by_hand(database: Database) -> None:
    placed = checked(
        database,
        postcode="wa101aa",
        placed_by_hand=True,
        authority_id=1,
        easting=351_100,
        northing=395_400,
    )

    assert (placed.postcode, placed.easting, placed.authority_id) == (
        "WA10 1AA",
        351_100,
        1,
    )


def test_a_venue_without_a_postcode_has_no_position(database: Database) -> None:
    placed = checked(database, postcode="", authority_id=1, easting=1, northing=2)

    assert (placed.easting, placed.northing) == (None, None)


def test_a_venue_that_is_no_longer_placed_by_hand_goes_back_to_its_postcode(
    database: Database,
) -> None:
    opened = millbrook.venue(
        database, placed_by_hand=True, authority_id=2, easting=1, northing=2
    )

    back = checked(
        database, opened, id=opened.id, authority_id=2, easting=1, northing=2
    )

    assert (back.easting, back.northing) == (361_077, 390_899)


def test_a_postcode_proposes_authority_and_position(database: Database) -> None:
    with database.read() as session:
        inside = venue_checks.place(session, POSTCODES, "wa7 5ea")
        outside = venue_checks.place(session, POSTCODES, "WA10 1AA")

    assert (inside.postcode, inside.authority) == ("WA7 5EA", "Halton")
    assert inside.point == Point(352_173, 382_428)
    assert outside.authority_id is None
