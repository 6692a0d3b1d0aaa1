"""The cards of Today for what others ask: reviews, sign-offs, rooms that are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.models.reviews import when
from ui.theme import S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Hairline
from ui.widgets.text import Words, small
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.domain.words import count
from venues.services import room_requests
from venues.services.room_requests import NO, YES, Wanted
from venues.services.sign_offs.asking import Asked
from venues.services.today import Today

STATES = {
    "open": (Kind.QUIET, "Asked"),
    "yes": (Kind.GOOD, "Yes"),
    "no": (Kind.BAD, "No"),
}
SIGNED = {
    "open": (Kind.QUIET, "Asked"),
    "yes": (Kind.GOOD, "Signed off"),
    "no": (Kind.BAD, "Not signed off"),
}


class RequestRow(QWidget):
    """One request in words, with a badge or with the buttons that answer it.

    Signals:
        answered: a button was pressed; carries its key.
    """

    answered = Signal(str)

    def __init__(
        self,
        at: str,
        said: str,
        *,
        badge: tuple[Kind, str] | None = None,
        buttons: Sequence[tuple[str, str]] = (),
        name: str = "",
    ) -> None:
        """``buttons`` are pairs of a key and a verb; ``name`` tells rows apart."""
        super().__init__()
        self.buttons: dict[str, Button] = {}
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(small(at, wrap=True))
        texts.addWidget(Words(said, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        line = QHBoxLayout()
        line.setSpacing(S + 2)
        line.addLayout(texts, 1)
        if badge is not None:
            line.addWidget(Badge(*badge))
        column.addLayout(line)
        if buttons:
            answers = QHBoxLayout()
            answers.setSpacing(S)
            answers.addStretch(1)
            for key, verb in buttons:
                button = Button(verb)
                button.setObjectName(f"{name}-{key}")
                button.setAccessibleName(f"{verb}: {at}")
                button.clicked.connect(self._press)
                self.buttons[key] = button
                answers.addWidget(button)
            column.addLayout(answers)

    def _press(self) -> None:
        pressed = self.sender()
        for key, button in self.buttons.items():
            if button is pressed:
                self.answered.emit(key)


def cards(
    data: Today,
    opened: Callable[[str], object],
    answered: Callable[[Wanted, str], object],
    *,
    twenty_four: bool,
) -> Iterator[Card]:
    """The cards that there is anything on; ``opened`` is told which list to open."""
    yield from _lists(data, opened)
    if data.to_ask_again:
        number = data.to_ask_again
        yield _list(
            f"Ask again ({number})",
            f"{count(number, 'place')} that could not help {_is(number)} to be asked "
            "again.",
            "options",
            opened,
        )
    if data.to_answer:
        yield _rooms(
            "Could you move?", data.to_answer, _holder_row, answered, twenty_four
        )
    if data.to_pass_on:
        number = len(data.to_pass_on)
        title = f"Rooms that are asked for ({number})"
        yield _rooms(title, data.to_pass_on, _keeper_row, answered, twenty_four)
    if data.asked or data.wanted:
        yield _mine(data, twenty_four)


def _lists(data: Today, opened: Callable[[str], object]) -> Iterator[Card]:
    """One for each list that something is on."""
    if data.sign_offs:
        yield _list(
            f"To sign off ({data.sign_offs})",
            f"{count(data.sign_offs, 'booking')} {_waits(data.sign_offs)} for your "
            "yes or no.",
            "sign_offs",
            opened,
        )
    if data.reviews:
        yield _list(
            f"Needs review ({data.reviews})",
            f"Something changed for {count(data.reviews, 'booking')} after it was made."
            if data.reviews == 1
            else f"Something changed for {data.reviews} bookings after they were made.",
            "reviews",
            opened,
        )
    if data.to_confirm:
        yield _list(
            f"New references ({data.to_confirm})",
            f"{count(data.to_confirm, 'reference')} {_waits(data.to_confirm)} to be "
            "confirmed. Their bookings are provisional until then.",
            "to_confirm",
            opened,
        )
    if data.outcomes:
        yield _list(
            f"What came of it ({data.outcomes})",
            f"{count(data.outcomes, 'appointment')} of yours "
            f"{'is' if data.outcomes == 1 else 'are'} over. Say whether people came.",
            "outcomes",
            opened,
        )


def _list(title: str, said: str, key: str, opened: Callable[[str], object]) -> Card:
    card = Card(title)
    card.add(Words(said, wrap=True))
    line = QHBoxLayout()
    line.addStretch(1)
    button = Button("Open the list…")
    button.setObjectName(f"list-{key}")
    button.setAccessibleName(f"Open the list: {title}")
    button.clicked.connect(lambda: opened(key))
    line.addWidget(button)
    card.body.addLayout(line)
    return card


def _rooms(
    title: str,
    wanted: Sequence[Wanted],
    made: Callable[[Wanted, str], RequestRow],
    answered: Callable[[Wanted, str], object],
    twenty_four: bool,  # noqa: FBT001 - passed on
) -> Card:
    card = Card(title)
    for number, each in enumerate(wanted):
        if number:
            card.add(Hairline())
        row = made(each, _at(each.room, each.period, twenty_four))
        row.answered.connect(lambda key, each=each: answered(each, key))
        card.add(row)
    return card


def _holder_row(each: Wanted, at: str) -> RequestRow:
    return RequestRow(
        at,
        "Somebody needs this room then. Could you move?",
        buttons=((YES, "Yes, move it…"), (NO, "No")),
        name=f"holder-{each.id}",
    )


def _keeper_row(each: Wanted, at: str) -> RequestRow:
    return RequestRow(
        at,
        f"{each.asked_by} asks for it. {each.holder or 'Somebody'} holds it.",
        buttons=((room_requests.ASKED, "Ask the holder"), (NO, "Decline")),
        name=f"keeper-{each.id}",
    )


def _mine(data: Today, twenty_four: bool) -> Card:  # noqa: FBT001 - passed on
    card = Card("What I asked for")
    rows = [_asked(each, twenty_four) for each in data.asked]
    rows += [
        RequestRow(
            _at(each.room, each.period, twenty_four),
            room_requests.SAID[each.state],
            badge=STATES[each.state],
        )
        for each in data.wanted
    ]
    for number, row in enumerate(rows):
        if number:
            card.add(Hairline())
        card.add(row)
    return card


def _asked(each: Asked, twenty_four: bool) -> RequestRow:  # noqa: FBT001 - passed on
    at = _at(each.room, each.period, twenty_four)
    return RequestRow(at, each.words, badge=SIGNED[each.state])


def _at(room: Room, period: Period, twenty_four: bool) -> str:  # noqa: FBT001 - passed on
    at = when(period.starts, period.ends, twenty_four)
    return f"{at} · {room.name}, {room.venue.name}"


def _waits(number: int) -> str:
    return "waits" if number == 1 else "wait"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
