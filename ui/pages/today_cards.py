"""What stands beside my appointments on the Today page, and in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.kinds import Kind
from ui.pages import today_words as words
from ui.pages.today_rows import NeedRows, PlaceRow
from ui.theme import M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card, Hairline
from ui.widgets.empty import EmptyState
from ui.widgets.text import Words, muted
from venues.services.today import Need, Today


def needs(
    data: Today, asked: Callable[[Need, str], object], *, twenty_four: bool
) -> Card:
    """What waits for whoever looks."""
    number = len(data.needs)
    card = Card(f"Needs me ({number})" if number else "Needs me")
    if not number:
        card.add(muted("Nothing is waiting for you.", wrap=True))
        return card
    card.body.addSpacing(S)
    rows = NeedRows(data.needs, twenty_four=twenty_four)
    rows.asked.connect(asked)
    card.add(rows)
    return card


def asking(data: Today, opened: Callable[[], object]) -> Card:
    """Which rooms of others still wait for their venue's yes."""
    number = data.asking.to_ask
    card = Card(f"To ask the venue ({number})" if number else "To ask the venue")
    card.add(Words(words.asking(data.asking), wrap=True))
    line = QHBoxLayout()
    line.setSpacing(S)
    if data.asking.urgent:
        line.addWidget(Badge(Kind.BAD, f"Urgent: {data.asking.urgent}"))
    if data.asking.refused:
        line.addWidget(Badge(Kind.BAD, f"Said no: {data.asking.refused}"))
    line.addStretch(1)
    button = Button("Open the list…")
    button.setObjectName("asking")
    button.setAccessibleName("Open the list of venues to ask")
    button.clicked.connect(opened)
    line.addWidget(button)
    card.body.addLayout(line)
    return card


def places(
    data: Today, now: datetime, opened: Callable[[int], object], *, twenty_four: bool
) -> Card:
    """Where nobody can go, for those who keep the list of venues."""
    rows = [
        PlaceRow(
            each.venue.id,
            ", ".join(filter(None, (each.room, each.venue.name))),
            words.closing(each, twenty_four=twenty_four),
            "Closed" if each.starts <= now else "Closes",
        )
        for each in data.closings
    ]
    rows += [PlaceRow(each.id, each.name, "", "Suspended") for each in data.suspended]
    card = Card("Closed or suspended in the next two weeks")
    for number, row in enumerate(rows):
        if number:
            card.add(Hairline())
        row.opened.connect(opened)
        card.add(row)
    return card


def appointments_heading(
    save: Callable[[], object], show_all: Callable[[], object]
) -> QHBoxLayout:
    """The title of my appointments, with the links to all of them."""
    line = QHBoxLayout()
    line.addWidget(Words("My appointments", strong=True))
    line.addStretch(1)
    file = LinkButton("Calendar file…")
    file.setAccessibleName("Calendar file of all my appointments")
    file.setObjectName("calendar-file")
    file.clicked.connect(save)
    all_mine = LinkButton("All mine")
    all_mine.setAccessibleName("All my appointments")
    all_mine.setObjectName("all-mine")
    all_mine.clicked.connect(show_all)
    line.addWidget(file)
    line.addSpacing(M)
    line.addWidget(all_mine)
    return line


def nothing_to_book(add: Callable[[], object] | None) -> EmptyState:
    """There are no rooms yet; ``add`` leads whoever may to where they are added."""
    if add is None:
        return EmptyState(
            "building-2",
            "There is nothing to book yet",
            "A coordinator or a manager adds the venues first. Ask one of them.",
        )
    empty = EmptyState(
        "building-2",
        "There is nothing to book yet",
        "Add the first venue with its rooms, and the hours you may use them. "
        "Then everybody can find and book them.",
        action="Add a venue",
    )
    empty.pressed.connect(add)
    return empty


def nothing_booked(find: Callable[[], object]) -> EmptyState:
    """No appointments as far as one looks ahead."""
    empty = EmptyState(
        "calendar-check",
        "Nothing is booked",
        f"You have no appointments today or in the next {words.WEEKS}.",
        action="Find a room",
    )
    empty.pressed.connect(find)
    return empty


def fill(side: QVBoxLayout, cards: Iterable[Card]) -> None:
    """Show these in the place of those that are there."""
    while side.count():
        item = side.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    for card in cards:
        side.addWidget(card)
        card.show()  # at once, so that the keyboard can be put into it
    side.addStretch(1)
