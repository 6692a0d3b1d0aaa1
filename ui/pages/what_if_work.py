"""Replays and ranks off the interface's thread, and keeps what is tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.jobs import Job, Lane, Progress
from ui.widgets.underway import Underway
from venues.atlas.towns import towns
from venues.database import catalogue as catalogues
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.domain.what_if import Change
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services import suitability
from venues.services.progress import Progress as Telling
from venues.services.suitability import Fix
from venues.services.what_if import asking, replaying, scenarios, suggesting
from venues.services.what_if.asking import Ranked, Told
from venues.services.what_if.replaying import Ground
from venues.services.what_if.scenarios import Kept

REPLAYING, RANKING = "Replaying…", "Trying one change after the other…"
FIXES = 10
SAVED, REMOVED = "Kept. It is under your own name only.", "Removed."


class WhatIfWork(QObject):
    """One piece of work at a time; a new one stops what is under way.

    Signals:
        told: a replay is over; carries ``Told``.
        ranked: changes are ranked; carries a tuple of ``Ranked``.
        fixes: what opens most rooms; carries a tuple of ``Fix``.
        kept: what is kept is another; carries a tuple of ``Kept``.
        failed: carries why not.
    """

    told = Signal(object)
    ranked = Signal(object)
    fixes = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._towns: dict[str, Point] | None = None
        self.underway = Underway()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def replay(
        self, dates: Dates, authority_id: int | None, changes: Sequence[Change]
    ) -> None:
        """Replay those days with all the changes together."""
        desk, wanted = self._desk, tuple(changes)

        def work(progress: Progress) -> Told:
            with desk.database.read() as session:
                ground = self._ground(session, dates, authority_id)
                found = replaying.replay(ground, wanted, progress)
                return asking.tell(found, wanted, desk.viewer, ground.catalogue)

        self._start(REPLAYING, work, self.told)

    def rank(self, dates: Dates, authority_id: int | None) -> None:
        """Try every change of the family, and rank the ten that solve most."""
        desk = self._desk

        def work(progress: Progress) -> tuple[Ranked, ...]:
            with desk.database.read() as session:
                ground = self._ground(session, dates, authority_id)
                telling: Telling = progress
                best = suggesting.best(ground, telling)
                return asking.ranked(best, desk.viewer, ground.catalogue)

        self._start(RANKING, work, self.ranked)

    def look_at_fixes(self, authority_id: int | None) -> None:
        """Which criterion put right would open most rooms, as they stand today."""
        desk = self._desk

        def work(_progress: Progress) -> tuple[Fix, ...]:
            today = desk.now().date()
            with desk.database.read() as session:
                venues = catalogues.read(session).venues
                standing = suitability.of_all(session, today=today)
            there = [
                each
                for id_, each in standing.items()
                if venues[id_].status == "active"
                and authority_id in {None, venues[id_].authority_id}
            ]
            return suitability.fixes(there)[:FIXES]

        desk.jobs.latest("fixes", work, self.fixes.emit, failed=self.failed.emit)

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def read_kept(self) -> None:
        """Read what is kept."""
        desk = self._desk
        with desk.database.read() as session:
            self.kept.emit(scenarios.mine(session, desk.viewer))

    def keep(
        self, name: str, changes: Sequence[Change], then: Callable[[], object]
    ) -> None:
        """Keep the changes under that name."""
        desk = self._desk
        change = partial(scenarios.keep, viewer=desk.viewer, name=name, changes=changes)
        self._save("keeping of a trial", change, SAVED, then)

    def remove(self, kept: Kept) -> None:
        """Keep it no longer."""
        change = partial(scenarios.remove, viewer=self._desk.viewer, kept=kept)
        self._save("removing of a trial", change, REMOVED, lambda: None)

    def town_names(self) -> tuple[str, ...]:
        """The towns that are known without the list of postcodes having to be read."""
        return tuple(self._towns or ())

    def _save(
        self,
        name: str,
        change: Callable[[Any], object],
        said: str,
        then: Callable[[], object],
    ) -> None:
        desk = self._desk

        def work(_progress: Progress) -> None:
            with desk.database.write(name) as session:
                change(session)

        def done(_result: object) -> None:
            desk.host.say(said, undoable=True)
            self.read_kept()
            then()

        desk.jobs.run("", work, done, failed=self.failed.emit, lane=Lane.SAVE)

    def _start(
        self, words: str, work: Callable[[Progress], object], signal: Any
    ) -> None:
        self.stop()
        job = Job("", work, Lane.LONG)
        job.succeeded.connect(partial(self._tell, job, signal))
        job.failed.connect(partial(self._tell, job, self.failed))
        job.finished.connect(partial(self._end, job))
        self._job = job
        self.underway.follow(job, words)
        self._desk.jobs.start(job)

    def _tell(self, job: Job, signal: Any, news: object) -> None:
        if job is self._job:
            self._end(job)
            signal.emit(news)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _ground(self, session: Any, dates: Dates, authority_id: int | None) -> Ground:
        """On a job's thread, where the list of postcodes may be waited for."""
        gazetteer = self._desk.gazetteer()
        if gazetteer is None:
            try:
                gazetteer = Gazetteer.open()
            except ListMissing:
                gazetteer = None
        if self._towns is None:
            found = towns(gazetteer) if gazetteer is not None else ()
            self._towns = {town.name: town.point for town in found}
        where = gazetteer.outcode_centre if gazetteer is not None else _nowhere
        known: Mapping[str, Point] = self._towns
        return Ground(
            session,
            dates,
            self._desk.now().date(),
            where,
            known,
            authority_id,
        )


def _nowhere(_district: str) -> Point | None:
    """Without the list of postcodes nobody knows where a district is."""
    return None
