"""What happens around the sample's bookings."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime, time
from itertools import pairwise

from tests.venues.services.sample.weeks import weeks
from tests.venues.services.sample.world import TODAY, make
from venues.database.models import (
    History,
    Hold,
    Look,
    Offer,
    Outing,
    Override,
    RefusalCode,
    Request,
    Review,
    Setting,
)
from venues.domain.free_text import private_words
from venues.domain.proposal import Span
from venues.services.sample import traces
from venues.services.sample.diary import Diary
from venues.services.sample.rooms import Site
from venues.services.sample.traces import Around

MORNING = datetime.combine(TODAY, time())


def staff_id(login: str) -> int:
    people = weeks().parts.world.people
    return next(person.id for person in people if person.login == login)


def test_one_offer_is_open_and_holds_its_room() -> None:
    open_ = [row for row in weeks().of(Offer) if row["state"] == "open"]
    held = [row for row in weeks().of(Hold) if "offer_id" in row]

    assert [row["staff_id"] for row in open_] == [staff_id("practitioner.04")]
    assert [(row["offer_id"], row["starts"]) for row in held] == [
        (open_[0]["id"], open_[0]["starts"])
    ]
    assert {row["state"] for row in weeks().of(Offer)} == {
        *("open", "taken", "let go", "expired")
    }


def test_without_a_free_hour_no_room_is_offered() -> None:
    parts = make()
    diary = Diary(parts.opening, parts.world.ties, parts.world.sites)
    site = parts.site("Millbrook Family Hub", "Oak Room")
    for day in range(27, 31):
        _fill(diary, site, datetime(2026, 11, day))
    for day in range(1, 13):
        _fill(diary, site, datetime(2026, 12, day))
    around = Around(
        people=parts.world.people,
        cases=parts.world.cases,
        sites=parts.world.sites,
        bookings=(),
        diary=diary,
        days=parts.world.days,
        today=TODAY,
    )

    traces.add_offers(parts.rows, around)

    assert "open" not in {row["state"] for row in parts.rows.of(Offer)}


def _fill(diary: Diary, site: Site, day: datetime) -> None:
    diary.take(site, Span(day.replace(hour=8), day.replace(hour=20)))


def test_requests_are_for_other_peoples_rooms_to_come() -> None:
    rows = weeks().of(Request)

    assert {row["state"] for row in rows} == {"open", "asked", "yes", "no"}
    for row in rows:
        booking = weeks().live[row["booking_id"]]
        assert booking["starts"] == row["starts"] > MORNING
        assert row["asked_by"] not in weeks().workers[row["booking_id"]]
        assert (row["decided_by"] is None) is (row["state"] in {"open", "asked"})


def test_the_pictured_practitioner_has_a_booking_to_look_at_again() -> None:
    first = weeks().of(Review)[0]

    assert staff_id("practitioner.04") in weeks().workers[first["booking_id"]]
    assert first["resolved_at"] is None
    assert any(row["how"] for row in weeks().of(Review))


def test_nobody_is_visiting_while_they_are_booked_or_visiting() -> None:
    stays = defaultdict(list)
    for row in weeks().of(Outing):
        if "booking_id" not in row:
            stays[row["staff_id"]].append((row["starts"], row["ends"]))
    for id_, row in weeks().live.items():
        for worker in weeks().workers[id_]:
            if worker in stays:
                stays[worker].append((row["starts"], row["ends"]))

    assert stays
    for each in stays.values():
        for one, other in pairwise(sorted(each)):
            assert one[1] <= other[0]


def test_somebody_looks_to_the_pictured_practitioner_today() -> None:
    mine = staff_id("practitioner.04")

    today = [
        row
        for row in weeks().of(Outing)
        if row["buddy_id"] == mine and row["starts"].date() == TODAY
    ]

    assert today
    assert all(row["checked_out"] is None for row in today)


def test_there_is_every_kind_of_override() -> None:
    kinds = {row["kind"] for row in weeks().of(Override)}

    assert kinds == {"accepted", "adjustment", "override"}


def test_codes_are_read_over_the_telephone_and_looks_are_recorded() -> None:
    codes = weeks().of(RefusalCode)

    assert all(re.fullmatch(r"K-[2-9A-HJ-NP-Z]{6}", row["code"]) for row in codes)
    assert {row["row_id"] for row in weeks().of(Look)} == {row["id"] for row in codes}


def test_history_says_who_changed_what_before_now() -> None:
    for row in weeks().of(History):
        assert row["staff_id"] == staff_id("coordinator.01")
        assert row["changes"]
        assert row["at"] < datetime.combine(TODAY, time(12))


def test_nothing_written_names_anybody() -> None:
    texts = [row["place"] for row in weeks().of(Outing)]
    texts += [row["reason"] for row in weeks().of(Override)]
    texts += [row["words"] + row["how"] for row in weeks().of(Review)]

    assert not [text for text in texts if private_words(text)]


def test_a_sample_says_that_it_is_one() -> None:
    parts = make()

    traces.mark(parts.rows)

    assert parts.rows.of(Setting) == [{"name": "sample", "value": "yes"}]
