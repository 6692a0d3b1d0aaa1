"""The cards beside my appointments, and what stands in their place."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sitting import MILLBROOK, appointment
from ui.pages import today_cards
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Hairline
from venues.services.today import Closing, Matter, Need, Today
from venues.services.venue_asking import Tally

TEN = datetime(2026, 11, 26, 10)
NOTHING = Today(
    day=date(2026, 11, 26),
    appointments=(),
    ahead=(),
    needs=(),
    outings=(),
    closings=(),
    suspended=(),
    rooms=True,
)


def words(qtbot: QtBot, card: Card) -> list[str]:
    qtbot.addWidget(card)
    return [label.text() for label in card.findChildren(QLabel)]


def with_(**parts: object) -> Today:
    known = {name: getattr(NOTHING, name) for name in Today.__slots__}
    return Today(**{**known, **parts})


def test_what_waits_is_counted_in_the_heading(qtbot: QtBot) -> None:
    need = Need(Matter.CHANGED, appointment(TEN, TEN.replace(hour=11)), "It changed.")
    opened: list[int] = []

    card = today_cards.needs(
        with_(needs=(need, need)), opened.append, twenty_four=False
    )

    assert words(qtbot, card)[0] == "Needs me (2)"
    assert len(card.findChildren(Hairline)) == 1


def test_nothing_that_waits_is_said_kindly(qtbot: QtBot) -> None:
    card = today_cards.needs(NOTHING, print, twenty_four=False)

    assert words(qtbot, card) == ["Needs me", "Nothing is waiting for you."]


def test_places_are_closed_close_or_are_suspended(qtbot: QtBot) -> None:
    closings = (
        Closing(MILLBROOK, "Oak Room", TEN, TEN.replace(hour=12), "new carpet"),
        Closing(MILLBROOK, "", TEN.replace(hour=11), TEN.replace(hour=12), "repairs"),
    )
    opened: list[int] = []

    card = today_cards.places(
        with_(closings=closings, suspended=(MILLBROOK,)),
        TEN,
        opened.append,
        twenty_four=False,
    )

    said = words(qtbot, card)
    assert "Oak Room, Millbrook Family Hub" in said
    assert [each for each in said if each in {"Closed", "Closes", "Suspended"}] == [
        "Closed",
        "Closes",
        "Suspended",
    ]


def test_an_empty_catalogue_offers_what_to_do_to_those_who_may(qtbot: QtBot) -> None:
    added: list[bool] = []
    for_keepers = today_cards.nothing_to_book(lambda: added.append(True))
    for_others = today_cards.nothing_to_book(None)
    for widget in (for_keepers, for_others):
        qtbot.addWidget(widget)

    for_keepers.button.click()

    assert added == [True]
    assert for_others.button.isHidden()


def test_an_empty_diary_leads_to_find(qtbot: QtBot) -> None:
    found: list[bool] = []
    empty = today_cards.nothing_booked(lambda: found.append(True))
    qtbot.addWidget(empty)

    empty.button.click()

    assert found == [True]


def test_what_venues_have_still_to_say_leads_to_the_list(qtbot: QtBot) -> None:
    opened: list[bool] = []
    data = with_(asking=Tally(to_ask=3, asked=1, refused=2, urgent=1))

    card = today_cards.asking(data, lambda: opened.append(True))
    said = words(qtbot, card)
    card.findChild(Button).click()

    assert said == [
        "To ask the venue (3)",
        "3 bookings to ask about, 1 booking asked about and 2 refused.",
        "Urgent: 1",
        "Said no: 2",
    ]
    assert opened == [True]


def test_without_anything_to_ask_the_list_is_there_all_the_same(qtbot: QtBot) -> None:
    card = today_cards.asking(NOTHING, print)

    assert words(qtbot, card) == ["To ask the venue", "No venue waits to be asked."]
