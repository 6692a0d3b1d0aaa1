"""Groups of neighbouring venues: proposed ones to make, made ones to name or undo."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models.table import Column, TableModel, Weight
from ui.saving import Saving
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import count, listing
from venues.services import venue_clusters
from venues.services.venue_clusters import Group, Pair

WHAT = (
    "Venues that share a street, a car park or a stop. Two people who are to be kept "
    "apart are kept apart over all venues of a group."
)
WIDE, HIGH = 96, 34  # letters and lines, as far as the screen goes


def why(group: Group) -> str:
    """Why it is there: who is near whom, and which groups there are already."""
    if not group.proposed:
        return "Group"
    near = [pair_words(pair) for pair in group.near]
    others = {each for each in group.before if each}
    if others:
        near.append(f"Now: {listing(sorted(others))}")
    return "\n".join(["Proposed", *near])


def pair_words(pair: Pair) -> str:
    """How near two venues are to each other."""
    how = f"{count(pair.metres, 'metre')} apart" if pair.metres else "at one postcode"
    return f"{pair.one} and {pair.other}: {how}"


COLUMNS: tuple[Column[Group], ...] = (
    Column("Group", attrgetter("name"), attrgetter("name"), weight=Weight.STRONG),
    Column("Venues", lambda group: "\n".join(group.names), attrgetter("names")),
    Column("How it stands", why, why),
)


class NeighboursDialog(QDialog):
    """Proposals first, then the groups there are; one at a time is named or undone.

    Signals:
        saved: a group was made, named or undone; carries its name and, by venue id, the
            groups before and after.
    """

    saved = Signal(str, object, object)

    def __init__(
        self, desk: Desk, venue_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        """The group of that venue is chosen first, if it has one."""
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Groups of neighbours")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model: TableModel[Group] = TableModel(COLUMNS, self)
        self.table = WrappedTable("Groups of neighbours", self._model)
        self.empty = EmptyState(
            "map-pin",
            "No neighbours",
            "No two venues lie near each other, and nobody has made a group by hand. "
            "To make one, type its name under Neighbours when you edit a venue.",
        )
        self.name = QLineEdit()
        self.field = Field("Name of the group", self.name)
        self.make = PrimaryButton("Make this group")
        self.rename = Button("Rename")
        self.dissolve = Button("Dissolve this group")
        self.shut = Button("Close")
        self.notice = Notice()
        self._saving = Saving(desk, self, self.notice, {"name": self.field})
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.name.textChanged.connect(self._follow)
        self.make.clicked.connect(self._store_named)
        self.rename.clicked.connect(self._store_named)
        self.dissolve.clicked.connect(partial(self._store, ""))
        self.shut.clicked.connect(self.reject)
        self.reload(venue_id)

    def reload(self, venue_id: int | None = None) -> None:
        """Look them up again, and choose the group of that venue or the first."""
        with self._desk.database.read() as session:
            groups = venue_clusters.read(session)
        self._model.show(groups)
        for widget in (self._scroller, self.below):
            widget.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        place = self._model.place(lambda group: venue_id in group.ids)
        self.table.select(self.table.ordered.index(max(place, 0), 0))
        self._show(self.table.current())

    def group(self) -> Group | None:
        """The group that is chosen."""
        row = self.table.current()
        return row if isinstance(row, Group) else None

    @Slot(object)
    def _show(self, row: object) -> None:
        if isinstance(row, Group):
            self.field.clear()
            self.name.setText(row.name)
            self.make.setVisible(row.proposed)
            self.rename.setVisible(not row.proposed)
            self.dissolve.setVisible(not row.proposed)

    @Slot()
    def _follow(self) -> None:
        group = self.group()
        typed = self.name.text().strip()
        self.rename.setEnabled(group is not None and typed not in {"", group.name})

    @Slot()
    def _store_named(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._store(name)
        else:
            self.field.complain("Give the group a name, such as that of the street.")
            self.name.setFocus()

    def _store(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        group = self.group()
        if group is None:
            return
        wanted = dict.fromkeys(group.ids, name)
        change = partial(self._assign, wanted, group.opened)
        named = name or group.name
        done = partial(self._stored, named, group, wanted)
        self._saving.start(change, done, f"change of the group {named}")

    def _assign(
        self, wanted: dict[int, str], opened: dict[int, str], session: Any
    ) -> None:
        venue_clusters.assign(session, wanted, self._desk.viewer, opened=opened)

    def _stored(
        self, name: str, group: Group, wanted: dict[int, str], _: object
    ) -> None:
        self.saved.emit(name, group.opened, wanted)
        self.reload(group.ids[0])

    def _lay_out(self) -> None:
        self._scroller = Scroller(self.table)
        self.below = QWidget()
        below = QHBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(S)
        foot = Qt.AlignmentFlag.AlignBottom
        below.addWidget(self.field, 1)
        for button in (self.make, self.rename, self.dissolve):
            below.addWidget(button, 0, foot)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words("Groups of neighbours", size=Size.TITLE, strong=True))
        layout.addWidget(muted(WHAT, wrap=True))
        layout.addWidget(self.notice)
        layout.addWidget(self._scroller, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.below)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wanted = QSize(WIDE * metrics.averageCharWidth(), HIGH * metrics.height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))
