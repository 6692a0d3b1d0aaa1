"""Changes the weekly hours of a venue, or of one of its rooms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.widgets.card import Scroller
from ui.widgets.field import Field
from ui.widgets.segmented import Segmented
from ui.widgets.text import small
from ui.widgets.weekform import WeekForm
from venues.domain import week
from venues.domain.opening import Stretch
from venues.domain.week import SEASONS
from venues.errors import VenuesError, WrongInput
from venues.services import hours_editing

ALIKE, DIFFER = "alike", "differ"
HINT = (
    "Type hours like 9-5, or 9-12, 1-5, or closed. Appointments are booked in the "
    "hours we may use; without any, in those it is open."
)


class HoursEditor(Editor):
    """When it is open, staffed and ours to use; term and holidays may differ."""

    def __init__(
        self,
        desk: Desk,
        venue_id: int,
        room_id: int | None,
        name: str,
        stretches: Iterable[Stretch],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"Hours of {name}", parent)
        self._name = name
        self._venue_id, self._room_id = venue_id, room_id
        self._opened = tuple(stretches)
        four = desk.preferences[TWENTY_FOUR]
        self.alike = Segmented(
            "Term and holidays",
            [(ALIKE, "The same all year"), (DIFFER, "Holidays differ")],
        )
        self.season = Segmented("Season", list(SEASONS.items()))
        self.forms = {season: WeekForm(twenty_four=four) for season in SEASONS}
        self._stack = QStackedWidget()
        self._lay_out_form()
        for season, form in self.forms.items():
            form.show_week(week.of_season(self._opened, season))
        differ = week.differ(self._opened)
        self.alike.choose(DIFFER if differ else ALIKE)
        self.season.setVisible(differ)
        self.begin()
        self.alike.changed.connect(self._follow)
        self.season.changed.connect(self._turn)
        self.forms["term"].fills["open"].setFocus()

    def draft(self) -> tuple[Stretch, ...]:
        """The hours of both seasons.

        Raises:
            WrongInput: the hours of a day cannot be read.
        """
        weeks = {}
        for season in self._seasons():
            try:
                weeks[season] = self.forms[season].week()
            except WrongInput:
                self.season.choose(season)
                raise
        return week.stretches(weeks["term"], weeks.get("holiday"))

    def store(self, draft: Any) -> object:
        """Save the hours; gives back what was before and what is now."""
        name = f"change of the hours of {self._name}"
        with self.desk.database.write(name) as session:
            saved = hours_editing.save(
                session,
                self._venue_id,
                draft,
                self.desk.viewer,
                opened=self._opened,
                room_id=self._room_id,
            )
        return self._opened, saved

    def complain(self, trouble: VenuesError) -> None:
        """Mark the day that will not do."""
        super().complain(trouble)
        if isinstance(trouble, WrongInput):
            self.forms[self.season.value()].mark(trouble.field)

    def _seasons(self) -> tuple[str, ...]:
        return tuple(SEASONS) if self.alike.value() == DIFFER else ("term",)

    @Slot(str)
    def _follow(self, how: str) -> None:
        """A holiday week of its own begins as that of the term."""
        self.season.setVisible(how == DIFFER)
        self.season.choose("term")
        if how == DIFFER:
            for key, cell in self.forms["term"].cells.items():
                self.forms["holiday"].cells[key].setText(cell.text())

    @Slot(str)
    def _turn(self, season: str) -> None:
        self._stack.setCurrentWidget(self.forms[season])

    def _lay_out_form(self) -> None:
        for form in self.forms.values():
            self._stack.addWidget(form)
            form.misunderstood.connect(self.notice.say)
            form.understood.connect(self.notice.clear)
        self.body.addWidget(Field("Term and holidays", self.alike))
        self.body.addWidget(self.season)
        self.body.addWidget(small(HINT, wrap=True))
        self.body.addWidget(Scroller(self._stack), 1)
        self.take_size(105, 38)
