"""Reads evidence off the interface's thread: the newest wish counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.jobs import Job, Lane, Progress
from ui.widgets.coverage_view import Covered
from ui.widgets.underway import Underway
from venues.database import catalogue as catalogues
from venues.domain.reporting import Dates
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services import venue_pins
from venues.services.evidence import coverage, sectors, showing
from venues.services.evidence.coverage import When
from venues.services.evidence.ground import Ground
from venues.services.evidence.scope import Scope, Sector
from venues.services.evidence.shown import Evidence

COUNTING = "Counting…"


class EvidenceReading(QObject):
    """Asks for figures and for coverage, and says what came of it.

    Signals:
        counted: figures are there; carries ``Evidence``.
        covered: coverage is there; carries ``Covered``.
        failed: carries why not.
    """

    counted = Signal(object)
    covered = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sectors: Mapping[str, Sector] | None = None
        self._newest: Job | None = None
        self.underway = Underway()

    def scope(self, dates: Dates) -> Scope:
        """What is asked about those days, with the sectors as far as they are read."""
        today = self._desk.now().date()
        return Scope(dates=dates, today=today, sectors=self._sectors or {})

    def asked(self, dates: Dates) -> Scope:
        """The same on the thread of a job, where the sectors are waited for."""
        self._read_sectors()
        return self.scope(dates)

    def count(self, dates: Dates, authority_id: int | None) -> None:
        """Have everything counted again; what is being counted is dropped."""
        desk = self._desk
        self.stop()

        def work(progress: Progress) -> Evidence:
            with desk.database.read() as session:
                self._read_sectors()
                return showing.read(
                    session, self.scope(dates), desk.viewer, authority_id, progress
                )

        job = Job("", work, Lane.QUICK)  # behind no import, nor a look at all bookings
        job.succeeded.connect(self._tell)
        job.failed.connect(self._fail)
        job.finished.connect(self._end)
        self._newest = job
        self.underway.follow(job, COUNTING)
        desk.jobs.start(job)

    @property
    def busy(self) -> bool:
        """Whether figures are being counted."""
        return self._newest is not None

    def stop(self) -> None:
        """Nobody waits for figures any more."""
        if self._newest is not None:
            self._newest.cancel()
            self._newest = None

    def cover(self, code: str, when: str) -> None:
        """Have the sectors looked at for a set and a time."""
        desk = self._desk

        def work(_progress: Progress) -> Covered:
            with desk.database.read() as session:
                self._read_sectors()
                catalogue = catalogues.read(session)
                today = desk.now().date()
                ground = Ground(session, self.scope(Dates(today, today)))
                suits = coverage.venues(ground, code, When(when))
                pins = [each for each in venue_pins.pins(session) if each.id in suits]
                return Covered(
                    coverage.reach(ground, code, When(when)),
                    tuple(pins),
                    {id_: each.name for id_, each in catalogue.authorities.items()},
                )

        desk.jobs.latest("coverage", work, self.covered.emit, failed=self.failed.emit)

    def _read_sectors(self) -> None:
        """Once, on the thread of a job."""
        if self._sectors is not None:
            return
        try:
            known = self._desk.gazetteer()
            gazetteer = Gazetteer.open() if known is None else known
        except ListMissing:
            self._sectors = {}
            return
        with self._desk.database.read() as session:
            self._sectors = sectors.read(session, gazetteer)

    @Slot(object)
    def _tell(self, evidence: Evidence) -> None:
        if self.sender() is self._newest:
            self.counted.emit(evidence)

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if self.sender() is self._newest:
            self.failed.emit(trouble)

    @Slot()
    def _end(self) -> None:
        if self.sender() is self._newest:
            self._newest = None
