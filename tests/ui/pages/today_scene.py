"""Somebody at the Today page, on the Thursday at ten."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLabel

from tests.ui.sitting import Sitting
from tests.world import World
from ui.pages.today import TodayPage
from ui.widgets.buttons import Button
from venues.services import bookings

TEN = datetime(2026, 11, 26, 10)


def opened(seat: Sitting) -> TodayPage:
    page = TodayPage(seat.desk)
    seat.show(page)
    return page


def book(world: World, **changed: Any) -> int:
    viewer = changed.pop("viewer", world.practitioner)
    changed.setdefault("worker_ids", (viewer.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, viewer, now=world.now).id


def words(page: TodayPage) -> str:
    """Everything that is written on the page."""
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def button(page: TodayPage, name: str) -> Button:
    """The button of that accessible name."""
    (found,) = (
        each
        for each in page.findChildren(Button)
        if (each.accessibleName() or each.text()) == name and each.isVisible()
    )
    return found
