"""Somebody's own appointments on paper."""

from __future__ import annotations

from datetime import date

from tests import paper_scene as scene
from tests.paper_asked import gather
from tests.paper_scene import Made
from venues.database.session import Database
from venues.domain.sheets import OwnSheet, Sheet


def test_own_appointments_are_in_full(database: Database) -> None:
    scene.fill(
        database,
        Made(
            rooms=(scene.WILLOW, scene.OAK),
            who=(scene.OWN, scene.COLLEAGUE),
            day=4,
            held=(15, 30),
            references=("WA-20417",),
            needs=("hearing-loop",),
            layout="circle",
            note="Bring the projector.",
            arrival="Meet at the side door.",
            status="provisional",
            answer="to ask",
        ),
        Made(who=(scene.COLLEAGUE,), day=3),
    )

    (sheet,) = gather(database, Sheet.OWN, venue_ids=())

    assert isinstance(sheet, OwnSheet)
    booked = {day: made for day, made in sheet.days if made}
    ((appointment,),) = booked.values()
    assert list(booked) == [date(2026, 11, 27)]
    assert len(sheet.days) == 6
    assert appointment.time == (
        "9:00am to 10:30am",
        "Held 8:45am to 11:00am",
    )
    assert appointment.where == (
        "Oak Room and Willow Room",
        "Millbrook Family Hub, Warrington",
    )
    assert appointment.what == (
        "Supervision session",
        "WA-20417",
        "B-10001",
        "Provisional",
        "Venue not confirmed",
    )
    assert appointment.people == (
        "3 people",
        "With Practitioner 07",
        "Seats in a circle, Hearing loop",
    )
    assert appointment.notes == ("Meet at the side door.", "Bring the projector.")


def test_an_own_week_without_bookings_is_a_sheet_too(database: Database) -> None:
    scene.fill(database)

    (sheet,) = gather(database, Sheet.OWN, venue_ids=())

    assert isinstance(sheet, OwnSheet)
    assert [made for _, made in sheet.days] == [()] * 6
