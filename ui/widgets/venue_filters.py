"""What narrows the list of venues: a search, and chips."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.models.venues import kind_words
from ui.theme import S
from ui.widgets.chips import Chip
from ui.widgets.menuchip import MenuChip
from ui.widgets.toolbar import Toolbar
from venues.domain.checklist import COUNTED, SETS
from venues.services.catalogue_list import Wanted
from venues.services.venue_words import STATUS

ALL = "all"
CURRENT = "current"
STATUSES: dict[str, tuple[str, tuple[str, ...]]] = {
    CURRENT: ("All but retired", tuple(each for each in STATUS if each != "retired")),
    **{key: (words, (key,)) for key, words in STATUS.items()},
    ALL: ("All statuses", ()),
}
"""Key → the words of the choice, and the statuses it lets through."""

ANY = "Any appointment"
SUITS = {code: f"Suitable for {SETS[code]}" for code in COUNTED}

LETTERS = 29
"""How many are seen of what is typed in the search."""


class VenueFilters(QWidget):
    """Says what is wanted, each time that somebody asks for something else.

    The first line has what is asked most, and room for a switch at its end.

    Signals:
        changed: something else is wanted.
        attended: only venues that need attention are wanted, or all again.
    """

    changed = Signal()
    attended = Signal(bool)

    def __init__(self, authorities: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self._attention: Sequence[int] = ()
        self._starred: Sequence[int] = ()
        self._suited: Mapping[str, Collection[int]] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search name, town, postcode")
        self.search.setAccessibleName("Search venues")
        self.search.setClearButtonEnabled(True)
        areas = [(str(id_), name) for id_, name in authorities]
        self.area = MenuChip("Area", [("", "All areas"), *areas])
        self.attention = Chip("Needs attention")
        self.kind = MenuChip("Kind", [("", "All kinds")])
        self.status = MenuChip(
            "Status", [(key, words) for key, (words, _) in STATUSES.items()]
        )
        self.suits = MenuChip("Suitable for", [("", ANY), *SUITS.items()])
        self.favourites = Chip("Favourites")
        wide = self.search.fontMetrics().averageCharWidth()
        self.search.setMinimumWidth(wide * LETTERS)
        self._first, rest = Toolbar(), Toolbar()
        self._first.add(self.search, self.area, self.attention)
        rest.add(self.kind, self.suits, self.status, self.favourites)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._first)
        layout.addWidget(rest)
        self.attention.setVisible(False)
        self.favourites.setVisible(False)
        for menu in (self.area, self.kind, self.suits, self.status):
            menu.changed.connect(self.changed)
        self.search.textChanged.connect(self.changed)
        self.favourites.toggled.connect(self.changed)
        self.attention.toggled.connect(self._attend)

    def push(self, widget: QWidget) -> None:
        """Put something at the right end of the first line."""
        self._first.push(widget)

    def wanted(self) -> Wanted:
        """What is looked for."""
        area, kind = self.area.value(), self.kind.value()
        return Wanted(
            search=self.search.text(),
            authority_ids=(int(area),) if area else (),
            statuses=STATUSES[self.status.value()][1],
            kinds=(kind,) if kind else (),
            among=self._among(),
        )

    def offer(
        self,
        *,
        kinds: Sequence[str],
        attention: Sequence[int],
        starred: Sequence[int],
        suited: Mapping[str, Collection[int]],
    ) -> None:
        """What there is to narrow to: kinds, and ids that wait, have a star, or suit.

        A chip that would leave nothing is not shown; while it holds, it stays.
        """
        self.kind.offer(
            [("", "All kinds"), *((kind, kind_words(kind)) for kind in kinds)]
        )
        self._attention, self._starred, self._suited = attention, starred, suited
        self.attention.setText(f"Needs attention {len(attention)}")
        for chip, ids in ((self.attention, attention), (self.favourites, starred)):
            chip.setVisible(bool(ids) or chip.isChecked())
            chip.updateGeometry()

    def clear(self) -> None:
        """Let go of everything that narrows; announced once."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
        self.search.clear()
        self.area.choose("")
        self.kind.choose("")
        self.suits.choose("")
        self.status.choose(CURRENT)
        self.favourites.setChecked(False)
        self.blockSignals(blocked)
        if self.attention.isChecked():
            self.attention.setChecked(False)
        else:
            self.changed.emit()

    @property
    def narrows(self) -> bool:
        """Whether somebody narrowed the list, statuses aside."""
        return bool(
            self.search.text().strip()
            or self.area.narrows
            or self.kind.narrows
            or self.suits.narrows
            or self.favourites.isChecked()
            or self.attention.isChecked()
        )

    def _among(self) -> frozenset[int] | None:
        chosen = [
            frozenset(ids)
            for chip, ids in (
                (self.attention, self._attention),
                (self.favourites, self._starred),
            )
            if chip.isChecked()
        ]
        if self.suits.narrows:
            chosen.append(frozenset(self._suited.get(self.suits.value(), ())))
        return frozenset.intersection(*chosen) if chosen else None

    @Slot(bool)
    def _attend(self, only: bool) -> None:  # noqa: FBT001 - what toggled carries
        self.attended.emit(only)
        self.changed.emit()
