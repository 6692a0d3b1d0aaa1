"""One record as it is shown, before and after a look."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import CHILD, FIRST, SECOND, VICTIM, day
from venues.database.models import Case, CaseHours
from venues.errors import NotAllowed, NotFound
from venues.services.apart import glances
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.glances import Glance, Opened


def glance(world: Any, key: Key, viewer: Any = None) -> Glance:
    with world.database.read() as session:
        return glances.glance(
            session, key, CHILD, viewer or world.coordinator, today=scene.TODAY
        )


def opened(world: Any, key: Key, case_id: int = CHILD) -> Opened:
    with world.database.read() as session:
        return glances.opened(session, key, case_id, world.coordinator, now=world.now)


def test_a_glance_at_a_link_tells_no_partner(world: Any) -> None:
    key = Key(LINK, scene.link(world))

    found = glance(world, key)

    assert found.link is not None
    assert (found.link.kind, found.about.reference) == ("same offence", FIRST)
    assert found.before_and_after == "60 min"
    assert found.where == "The whole venue and its neighbours (cluster)"
    assert SECOND not in repr(found)
    assert "child" not in repr(found)


def test_the_same_person_is_kept_from_nowhere(world: Any) -> None:
    key = Key(LINK, scene.link(world, second_id=scene.OTHER, kind="same person"))

    assert glance(world, key).where == ""


def test_a_venue_not_to_use_is_shown_whole(world: Any) -> None:
    found = glance(world, Key(VENUE, scene.bar(world)))

    assert found.venue is not None
    assert (found.venue.venue, found.where) == ("Railside", "That venue only")


def test_a_case_is_told_in_words(world: Any) -> None:
    scene.bar(world)
    scene.bar(world, venue_id=scene.LIBRARY, until=None)
    scene.bar(world, venue_id=scene.MILLBROOK, until=day(-1))
    scene.bar(world, venue_id=scene.MILLBROOK, closed_on=day(-1), since=day(-3))
    with world.database.write() as session:
        case = session.get(Case, CHILD)
        case.two_workers, case.on_hold, case.hold_until = True, True, day(30)
        case.confirmed_on = date(2026, 11, 2)
        case.confirmed_by_role = "practitioner"
        for weekday, court, until in ((0, True, None), (1, False, day(-1))):
            session.add(
                CaseHours(
                    case_id=CHILD,
                    weekday=weekday,
                    opens=time(15, 15),
                    closes=time(19),
                    court_condition=court,
                    until=until,
                )
            )

    found = glance(world, Key(CASE, CHILD))

    assert found.about.words == (
        "Not to use: Railside (until 11 June 2027) · Not to use: Library · "
        "Can attend: Mon 3:15pm to 7pm (court condition) · Two workers · "
        "On hold until 23 December 2026 · "
        "Last confirmed 2 November 2026 by the case manager"
    )


def test_once_opened_both_cases_and_their_bookings_are_shown(world: Any) -> None:
    scene.book(world, 15)
    key = Key(LINK, scene.link(world))

    found = opened(world, key, VICTIM)

    assert found.title == f"{SECOND} and {FIRST}"
    assert [each.venue for each in found.touched] == ["Millbrook"]


def test_a_closed_link_touches_nothing(world: Any) -> None:
    scene.book(world, 15)

    assert opened(world, Key(LINK, scene.link(world, closed_on=day(-1)))).touched == ()


def test_a_venue_not_to_use_is_about_one_case(world: Any) -> None:
    with world.database.write() as session:
        session.get(Case, CHILD).reference = None

    found = opened(world, Key(VENUE, scene.bar(world)))

    assert found.title == "Reference removed"


def test_nothing_recorded_is_said_with_when_it_was_confirmed(world: Any) -> None:
    with world.database.read() as session:
        known = glances.nothing(session, "wa20417", world.manager)
        unknown = glances.nothing(session, "wa20999", world.manager)
        other = glances.nothing(session, "Rose", world.manager)

    assert known is not None
    assert unknown is not None
    assert (known.case_id, known.words) == (
        CHILD,
        "Nothing recorded. Not confirmed yet.",
    )
    assert (unknown.reference, unknown.case_id) == ("WA-20999", None)
    assert other is None


def test_others_see_nothing_of_it(world: Any) -> None:
    key = Key(LINK, scene.link(world))

    with pytest.raises(NotAllowed):
        glance(world, key, world.practitioner)
    with world.database.read() as session:
        with pytest.raises(NotAllowed):
            glances.opened(session, key, CHILD, world.board, now=world.now)
        with pytest.raises(NotAllowed):
            glances.nothing(session, FIRST, world.victim_worker)


def test_what_is_gone_is_said_so(world: Any) -> None:
    with pytest.raises(NotFound):
        glance(world, Key(LINK, 99))
