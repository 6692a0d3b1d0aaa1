"""The staff list says who somebody is and whether they work here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ui.models.people import columns
from venues.domain.people import Role
from venues.services.staffing import StaffDraft
from venues.services.team.members import Member

DRAFT = StaffDraft(
    login="manager.01",
    name="Manager 01",
    role=Role.MANAGER,
    authority="WAR",
    agency="Health",
    work_phone="01925 1",
    duty_manager=True,
)


def test_each_column_has_its_words() -> None:
    shown = columns(lambda: {"WAR": "Warrington"}, lambda: date(2026, 11, 23))
    one = Member(1, 1, DRAFT, date(2026, 12, 1))
    other = replace(
        one, draft=replace(DRAFT, authority="", agency="", duty_manager=False)
    )

    assert [(each.title, each.text(one)) for each in shown] == [
        ("Name", "Manager 01"),
        ("Role", "Manager, duty manager"),
        ("Works for", "Health, Warrington"),
        ("Standing", "Leaves 1 December"),
        ("Login", "manager.01"),
        ("Work phone", "01925 1"),
    ]
    assert [each.text(other) for each in shown][1:3] == ["Manager", "All four"]
