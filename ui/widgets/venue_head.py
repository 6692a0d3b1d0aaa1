"""The top of a venue's detail: what it is, what waits, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.models import venue_facts
from ui.models.venue_rows import Marks, suits_facts, suits_kind, suits_words
from ui.models.venues import STATUS_KINDS
from ui.theme import M, S, Size
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.text import Words, muted
from venues.services.venue_details import VenueDetails
from venues.services.venue_words import STATUS

STAR, UNSTAR = "Add to favourites", "Take out of favourites"


class VenueHead(QWidget):
    """Name, place and standing of one venue.

    Signals:
        asked: something is to be done: "edit", "clone", "neighbours", "retire",
            "bring back", "photos", "find" or "schedule".
        starred: it is to be a favourite, or not any longer.
    """

    asked = Signal(str)
    starred = Signal(bool)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self.name = Words(size=Size.TITLE, strong=True, wrap=True)
        self.suits = Badge(Kind.QUIET, "")
        self.status = Badge(Kind.QUIET, "")
        self.line = muted(wrap=True)
        self.star = IconButton("star", STAR)
        self.star.setCheckable(True)
        self.edit = Button("Edit")
        self.more = IconButton("ellipsis", "More about this venue")
        self.find_room = Button("Find a room here", icon="search")
        self.schedule = Button("Schedule", icon="calendar-days")
        self.needs = Badge(Kind.WARN, "Needs attention")
        self.why = muted(wrap=True)
        self.menu = QMenu(self)
        self._may_edit = may_edit
        self.edit.setVisible(may_edit)
        self._make_menu()
        self._lay_out()
        self.star.toggled.connect(self._star)
        self.more.clicked.connect(self._open_menu)
        for what, button in (
            ("edit", self.edit),
            ("find", self.find_room),
            ("schedule", self.schedule),
        ):
            button.clicked.connect(partial(self._ask, what))

    def show_venue(self, found: VenueDetails, marks: Marks, *, starred: bool) -> None:
        """Show that venue, how it stands, and whether it is a favourite."""
        venue, standing = found.venue, marks.standing.get(found.id)
        matters = marks.attention.get(found.id, ())
        self.suits.say(suits_kind(standing), suits_words(standing))
        self.suits.setToolTip("\n".join(suits_facts(standing)))
        self.name.setText(venue.name)
        self.line.setText(venue_facts.heading(found))
        kind = STATUS_KINDS[venue.status]
        self.status.setVisible(kind is not None)
        self.status.say(kind or Kind.QUIET, STATUS[venue.status])
        retired = venue.status == "retired"
        may_edit = self._may_edit
        self.more.setVisible(may_edit or bool(venue.photos))
        self.photos.setVisible(bool(venue.photos))
        self.clone.setVisible(may_edit)
        self.neighbours.setVisible(may_edit)
        self.retire.setVisible(may_edit and not retired)
        self.bring_back.setVisible(may_edit and retired)
        bookable = venue.status == "active" and bool(found.rooms)
        self.find_room.setEnabled(bookable)
        self.schedule.setEnabled(bookable)
        self.needs.setVisible(bool(matters))
        self.why.setVisible(bool(matters))
        self.why.setText("\n".join(each.sentence for each in matters))
        self.star.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
        self.star.setChecked(starred)
        self.star.blockSignals(False)  # noqa: FBT003 - as above
        self._name_star()
        self._place_badges()

    def _ask(self, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(what)

    @Slot(bool)
    def _star(self, on: bool) -> None:  # noqa: FBT001 - what toggled carries
        self._name_star()
        self.starred.emit(on)

    def _name_star(self) -> None:
        words = UNSTAR if self.star.isChecked() else STAR
        self.star.setAccessibleName(words)
        self.star.setToolTip(f"{words} (Ctrl+D)")

    @Slot()
    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        place = self.more.mapToGlobal(corner)
        self.menu.popup(place - QPoint(self.menu.sizeHint().width(), 0))

    def _make_menu(self) -> None:
        self.photos = self.menu.addAction("Open photos")
        self.clone = self.menu.addAction("Copy this venue…")
        self.neighbours = self.menu.addAction("Groups of neighbours…")
        self.retire = self.menu.addAction("Retire this venue")
        self.bring_back = self.menu.addAction("Bring this venue back")
        for what, action in (
            ("photos", self.photos),
            ("clone", self.clone),
            ("neighbours", self.neighbours),
            ("retire", self.retire),
            ("bring back", self.bring_back),
        ):
            action.triggered.connect(partial(self._ask, what))

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        for badges in (self._beside, self._below):
            badges.setSpacing(S)
        for badge in (self.suits, self.status):
            self._beside.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below.addStretch(1)
        self._fits = True
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.name, 1)
        head.addLayout(self._beside)
        for button in (self.star, self.edit, self.more):
            head.addWidget(button, 0, top)
        ways = Flow(gap=S, lines=S)
        ways.add(self.find_room)
        ways.add(self.schedule)
        waits = QHBoxLayout()
        waits.setSpacing(S)
        waits.addWidget(self.needs, 0, top)
        waits.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addLayout(self._below)
        column.addWidget(self.line)
        column.addLayout(waits)
        column.addWidget(ways)

    def _place_badges(self) -> None:
        """Beside a name that leaves them room, else below it."""
        badges = [b for b in (self.suits, self.status) if not b.isHidden()]
        buttons = [b for b in (self.star, self.edit, self.more) if not b.isHidden()]
        aside = sum(each.sizeHint().width() + S for each in (*badges, *buttons))
        wide = self.name.fontMetrics().horizontalAdvance(self.name.text())
        fits = wide + aside <= self.width()
        if fits != self._fits:
            self._fits = fits
            into = self._beside if fits else self._below
            for place, badge in enumerate((self.suits, self.status)):
                into.insertWidget(place, badge, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badges()
