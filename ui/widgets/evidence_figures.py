"""The figures of some days: the four that matter most, two pictures, and the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import M
from ui.widgets.bar_list import BarList
from ui.widgets.card import Card
from ui.widgets.card_grid import CardGrid
from ui.widgets.figure_card import FigureCard
from ui.widgets.heat_grid import HeatGrid
from ui.widgets.text import small
from venues.domain.words import listing
from venues.services.evidence.shown import Evidence, Shown

FIRST = ("coverage", "unmet", "reviews", "cost")
"""The measures at the head of the page."""

UNMET, USE, NEEDS, SUITABLE = "unmet", "use", "needs", "suitable"
MOST_BARS = 8
PICTURE = 58
"""Letters; a picture is not narrower."""

LONG = 0.66
"""How much of the width sentences may take beside their bars."""

MISSING = 2
"""Criteria that are named under the heat."""


class EvidenceFigures(QWidget):
    """All measures, in the order of ``measures.MEASURES`` after the first four.

    Signals:
        opened: a measure is to be looked at; carries its key and that of a table.
    """

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.first = CardGrid(4)
        self.pictures = CardGrid(2, PICTURE)
        self.others = CardGrid(4)
        self.heat = HeatGrid("Where no suitable room was found")
        self.use = BarList("Use of rooms", of_all=True, most_lines=MOST_BARS)
        self.fixes = BarList(
            "What would open most rooms", most_lines=MOST_BARS, names=LONG
        )
        self.criteria = BarList("What was missing", most_lines=MOST_BARS, names=LONG)
        self.missing = small(wrap=True)
        self.notice = small(wrap=True)
        self.notice.hide()
        self._pictures = (
            self._picture(
                "Where no suitable room was found",
                "Searches that ended without a booking, by authority and time of day",
                self.heat,
                (UNMET, "band"),
                self.missing,
            ),
            self._picture(
                "Use of rooms",
                "Hours booked of hours we may use",
                self.use,
                (USE, "kind"),
            ),
            self._picture(
                "What was missing",
                "Needs recorded because no room worked",
                self.criteria,
                (NEEDS, "reason"),
            ),
            self._picture(
                "What would open most rooms",
                "Pairs of room and appointment set that nothing else keeps shut",
                self.fixes,
                (SUITABLE, "fix"),
            ),
        )
        self.pictures.show_cards(self._pictures)
        self.pictures.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for widget in (self.notice, self.first, self.pictures, self.others):
            column.addWidget(widget)
        column.addStretch(1)

    def show_evidence(self, evidence: Evidence) -> None:
        """Show these figures."""
        before = evidence.dates.before.words
        cards = {
            key: self._card(shown, before) for key, shown in evidence.measures.items()
        }
        self.first.show_cards([cards[key] for key in FIRST])
        self.others.show_cards(
            [card for key, card in cards.items() if key not in FIRST]
        )
        measures = evidence.measures
        self.heat.show_table(measures[UNMET].table("band"))
        self.use.show_table(measures[USE].table("kind"))
        self.criteria.show_table(measures[NEEDS].table("reason"))
        self.fixes.show_table(measures[SUITABLE].table("fix"))
        self.missing.setText(_missing(measures[NEEDS]))
        notice = _notice(evidence)
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        self.pictures.show()
        self._settle()

    def _settle(self) -> None:
        """Take the new heights at once: level by level it would be seen to jump."""
        inner = [*self.first.cards(), *self._pictures, *self.others.cards()]
        for widget in (*inner, self.first, self.pictures, self.others, self):
            if (layout := widget.layout()) is not None:
                layout.activate()
        self.updateGeometry()

    def card(self, key: str) -> FigureCard:
        """The card of a measure."""
        cards = [*self.first.cards(), *self.others.cards()]
        return next(
            card
            for card in cards
            if isinstance(card, FigureCard) and card.shown.definition.key == key
        )

    def _card(self, shown: Shown, before: str) -> FigureCard:
        card = FigureCard(shown, before)
        card.clicked.connect(partial(self._open, shown.definition.key, ""))
        return card

    def _picture(
        self,
        title: str,
        subtitle: str,
        picture: HeatGrid | BarList,
        opens: tuple[str, str],
        foot: QWidget | None = None,
    ) -> Card:
        card = Card(title)
        card.add(small(subtitle, wrap=True))
        card.add(picture)
        if foot is not None:
            card.add(foot)
        card.body.addStretch(1)
        picture.opened.connect(partial(self._open, *opens))
        return card

    def _open(self, key: str, table: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.opened.emit(key, table)


def _missing(needs: Shown) -> str:
    """The criteria that were missing most often, in a sentence."""
    table = needs.table("criterion")
    lines = [] if table is None else list(table.lines)
    told = [line for line in lines if line.cells[0].value][:MISSING]
    if not told:
        return ""
    named = [f"{line.label} ({line.cells[0].words})" for line in told]
    return f"Most often missing: {listing(named)}."


def _notice(evidence: Evidence) -> str:
    notices = {each.notice for each in evidence.measures.values() if each.notice}
    return " ".join(sorted(notices))
