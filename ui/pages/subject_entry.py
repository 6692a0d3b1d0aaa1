"""Whom an appointment is for, which case, and what kind it is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ui.desk import Desk
from ui.pages.case_answers import CaseAnswers
from ui.widgets.casefield import CaseField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.segmented import Segmented
from venues.database import catalogue as catalogues
from venues.domain.people import Audience
from venues.domain.places import Point
from venues.domain.proposal import Kind
from venues.errors import WrongInput
from venues.services import asking
from venues.services.asking import Request

DOT = " · "


class SubjectEntry(QWidget):
    """Audience, case reference and kind, each of which bears on the next.

    Signals:
        changed: something else was typed or chosen.
        kind_changed: another kind holds, with its own usual length and people.
        cases_changed: other cases are known.
    """

    changed = Signal()
    kind_changed = Signal()
    cases_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kinds: dict[str, Kind] = {}
        self.audience = Segmented(
            "Who is it for?",
            [(a.value, a.words) for a in Audience if desk.viewer.books_for(a)],
        )
        self.case = CaseField()
        self.kind = QComboBox()
        self.fields = lay_out(
            self,
            [
                [Entry("audience", "Who is it for?", self.audience)],
                [Entry("case", "Case reference", self.case)],
                [Entry("kind", "Appointment", self.kind)],
            ],
        )
        self.setFocusProxy(self.audience)
        self.answers = CaseAnswers(desk, self.case, self.fields["case"])
        self.audience.changed.connect(self._follow_audience)
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.answers.changed.connect(self.cases_changed)
        self.answers.changed.connect(self.changed)
        self._follow_audience()

    def who(self) -> Audience:
        """Whom it is for."""
        return Audience(self.audience.value())

    def what(self) -> Kind:
        """The kind of appointment.

        Raises:
            WrongInput: there is none for that audience.
        """
        kind = self._kinds.get(self.kind.currentData())
        if kind is None:
            raise WrongInput("Choose the kind of appointment.", "kind")
        return kind

    def kind_or_none(self) -> Kind | None:
        """The kind of appointment, if one is chosen."""
        return self._kinds.get(self.kind.currentData())

    def references(self) -> tuple[str, ...]:
        """The references that can be read so far; none where no case is concerned.

        Raises:
            WrongInput: one may not be used.
        """
        if not self.what().needs_case:
            return ()
        return tuple(answer.reference for answer in self.answers.usable())

    def sectors(self) -> list[str]:
        """The postcode sectors recorded for the cases."""
        return [answer.sector for answer in self.answers.answers]

    def origin(self, request: Request | None) -> tuple[Point | None, str]:
        """Where the person comes from: as it was looked for, else as it is recorded."""
        if request is not None and request.near is not None:
            return request.near, request.district
        gazetteer = self._desk.gazetteer()
        sector = next((each for each in self.sectors() if each), "")
        if gazetteer is None or not sector:
            return None, ""
        return gazetteer.sector_centre(sector), sector.partition(" ")[0]

    def choose(
        self, audience: Audience, kind: str, references: tuple[str, ...]
    ) -> None:
        """Let these hold, without proposing anything of their own."""
        with QSignalBlocker(self):
            self.audience.choose(audience.value)
            self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
            self.case.choose(references)
        self.changed.emit()

    def words(self) -> str:
        """All three in a line: "Child · WA-20417 · Supervision session"."""
        parts = [self.who().words]
        if self.case.isVisibleTo(self):
            parts += self.case.references()
        return DOT.join([*parts, self.kind.currentText()])

    @Slot()
    def _follow_audience(self) -> None:
        with self._desk.database.read() as session:
            kinds = asking.kinds_for(catalogues.read(session), self.who())
        self._kinds = {kind.code: kind for kind in kinds}
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in kinds:
                self.kind.addItem(kind.label, kind.code)
            usual = self.kind.findData(asking.USUAL[self.who()])
            self.kind.setCurrentIndex(max(usual, 0))
        self._follow_kind()

    @Slot()
    def _follow_kind(self) -> None:
        kind = self._kinds.get(self.kind.currentData())
        self.fields["case"].setVisible(kind is not None and kind.needs_case)
        self.fields["kind"].clear()
        self.kind_changed.emit()
        self.changed.emit()
