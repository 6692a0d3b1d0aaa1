"""The right of the Keep apart page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.models.test_apart_facts import ABOUT, LINKED
from tests.ui.widgets.test_touched_rows import touched
from ui.widgets.apart_about import AboutCase
from ui.widgets.apart_detail import ApartDetail
from ui.widgets.touched_rows import TouchedRows
from venues.services.apart.drafts import Link, NotToUse
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.glances import About, Glance, Opened

OTHER = About(case_id=2, reference="WA-20466", words="", confirmed=True)
A_LINK = Glance(key=Key(LINK, 1), about=ABOUT, link=LINKED, where="There")
A_VENUE = Glance(
    key=Key(VENUE, 1), about=ABOUT, venue=NotToUse(id=1, since=date(2026, 1, 1))
)
A_CASE = Glance(key=Key(CASE, 1), about=ABOUT)
OPENED = Opened(about=(ABOUT, OTHER), touched=(touched(7, 10, review=True),))


@pytest.fixture
def detail(qtbot: QtBot) -> ApartDetail:
    made = ApartDetail()
    qtbot.addWidget(made)
    made.resize(460, 700)
    made.show()
    made.activateWindow()
    return made


def words(detail: ApartDetail) -> str:
    QApplication.processEvents()
    return " | ".join(
        child.text()
        for child in detail.findChildren(object)
        if child.isWidgetType() and hasattr(child, "text") and child.isVisibleTo(detail)
    )


def asks(detail: ApartDetail) -> list[tuple[str, Any]]:
    heard: list[tuple[str, Any]] = []
    detail.asked.connect(lambda what, about: heard.append((what, about)))
    return heard


def test_a_link_is_shown_without_its_partner(detail: ApartDetail) -> None:
    detail.show_record(A_LINK, None)

    assert detail.title.text() == "WA-20391 and …"
    assert detail.facts.words()["Kind"] == "Same offence"
    assert detail.show_.text() == "Show both cases…"
    assert "WA-20466" not in words(detail)


def test_once_opened_both_cases_and_the_bookings_are_there(
    detail: ApartDetail,
) -> None:
    detail.show_record(A_LINK, None)
    detail.show_.setFocus()

    detail.show_record(A_LINK, OPENED)

    assert detail.title.text() == "WA-20391 and WA-20466"
    assert "Bookings this touches (1)" in words(detail)
    assert not detail.show_.isVisible()
    assert detail.edit.hasFocus()


def test_no_booking_is_said_so(detail: ApartDetail) -> None:
    detail.show_record(A_VENUE, Opened(about=(ABOUT,), touched=()))

    assert "Bookings this touches (0)" in words(detail)
    assert "No booking to come is on record" in words(detail)


def test_each_button_asks_for_what_it_says(detail: ApartDetail) -> None:
    heard = asks(detail)
    detail.show_record(A_LINK, None)

    for button in (detail.edit, detail.confirm, detail.close_, detail.show_):
        button.click()

    assert heard == [
        ("edit", A_LINK),
        ("confirm", A_LINK),
        ("close", A_LINK),
        ("show", A_LINK),
    ]


def test_a_booking_is_moved_and_a_case_edited_from_here(detail: ApartDetail) -> None:
    heard = asks(detail)
    detail.show_record(A_LINK, OPENED)

    detail.findChildren(TouchedRows)[0].wanted.emit(7)
    detail.findChildren(AboutCase)[1].buttons[0].click()

    assert heard == [("move", 7), ("case", 2)]


def test_what_is_closed_can_only_be_opened_again(detail: ApartDetail) -> None:
    heard = asks(detail)
    closed = Link(id=1, kind="family", closed_on=date(2026, 1, 2))
    found = Glance(key=Key(LINK, 1), about=ABOUT, link=closed)
    detail.show_record(found, OPENED)

    detail.close_.click()

    assert heard == [("reopen", found)]
    assert detail.close_.text() == "Open again"
    assert not detail.edit.isVisible()
    assert "Bookings this touches" not in words(detail)


def test_a_new_case_has_its_own_buttons_only(detail: ApartDetail) -> None:
    detail.show_record(A_CASE, None)

    assert not detail.edit.isVisible()
    assert not detail.close_.isVisible()
    assert detail.show_.text() == "Show bookings…"
    assert detail.title.text() == "WA-20391"


def test_nothing_chosen_is_said_so(detail: ApartDetail) -> None:
    heard = asks(detail)
    detail.show_record(A_VENUE, None)

    detail.show_record(None, None)
    detail.close_.click()

    assert heard == [("close", None)]
    assert "Nothing chosen" in words(detail)
