"""Makes a plan for displaced bookings, and carries it out, in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.jobs import Job, Lane, Progress
from venues.domain.words import count
from venues.services.rehousing import affected, applying, looking, planning, unmet
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.taking_back import Applied
from venues.services.rehousing.values import (
    Away,
    Cause,
    Closing,
    Outcome,
    Plan,
    Target,
)

Told = Callable[[Any], object]
TITLE = "Looking for other places"
TRIED = 6
"""Places that are tried for a booking before it is left without one."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a plan: the bookings that moved, and needs that were recorded."""

    applied: Applied
    needs: tuple[int, ...] = ()


class DisplacedWork(QObject):
    """The jobs of one page; what they give is told on the interface's thread."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def heading(self, cause: Cause) -> tuple[str, str]:
        """What a plan for it is about, and when.

        Raises:
            NotAllowed, NotFound: as for a plan.
        """
        desk = self._desk
        with desk.database.read() as session:
            affected.check(session, cause, desk.viewer, now=desk.now())
            return affected.title(session, cause)

    def look(self, cause: Cause, done: Told, failed: Told) -> None:
        """Write down that a plan is looked at, before it is made."""
        desk = self._desk

        def work(_progress: Progress) -> Looked:
            with desk.database.write() as session:
                return looking.record(session, cause, desk.viewer, now=desk.now())

        desk.jobs.run("", work, done, failed=failed, lane=Lane.SAVE)

    def make(
        self, cause: Cause, looked: Looked | None, done: Told, failed: Told
    ) -> Job:
        """The best plan, in the background with its progress, to be cancelled."""
        desk = self._desk

        def work(progress: Progress) -> Plan:
            with desk.database.read() as session:
                return planning.make(
                    session,
                    cause,
                    desk.viewer,
                    now=desk.now(),
                    looked=looked,
                    progress=progress,
                )

        return desk.jobs.run(TITLE, work, done, failed=failed)

    def choices(self, plan: Plan, booking_id: int, done: Told, failed: Told) -> None:
        """The places to which one booking could go."""
        self._quick(partial(planning.choices, plan, booking_id), done, failed)

    def choose(
        self,
        plan: Plan,
        booking_id: int,
        choice: tuple[Target, str],
        done: Told,
        failed: Told,
    ) -> None:
        """The plan with that booking there, and why its warnings are passed."""
        self._quick(partial(planning.choose, plan, booking_id, *choice), done, failed)

    def leave_out(self, plan: Plan, booking_id: int, done: Told, failed: Told) -> None:
        """The plan with that booking left where it is."""
        self._quick(partial(planning.leave_out, plan, booking_id), done, failed)

    def let_plan(self, plan: Plan, booking_id: int, done: Told, failed: Told) -> None:
        """The plan without what was chosen by hand for that booking."""
        self._quick(partial(planning.let_plan, plan, booking_id), done, failed)

    def place_rest(self, plan: Plan, reason: str, done: Told, failed: Told) -> Job:
        """The plan with what has nowhere to go put where something is to agree to."""

        def work(progress: Progress) -> Plan:
            return with_rest(plan, reason, progress)

        return self._desk.jobs.run(TITLE, work, done, failed=failed)

    def apply(
        self, plan: Plan, done: Told, failed: Told, *, tell: bool, record: bool
    ) -> None:
        """Carry it out, all of it or nothing; it can be undone as one."""
        desk = self._desk

        def work(_progress: Progress) -> Done:
            with desk.database.write(name(plan)) as session:
                applied = applying.apply(
                    session, plan, desk.viewer, now=desk.now(), tell=tell
                )
                lost = unmet.offered(plan) if record else ()
                needs = unmet.record(session, plan, lost, desk.viewer)
            return Done(applied, needs)

        def told(result: Done) -> None:
            desk.host.say(said(plan), undoable=True)
            done(result)

        desk.jobs.run("", work, told, failed=failed, lane=Lane.SAVE)

    def _quick(self, work: Callable[[], object], done: Told, failed: Told) -> None:
        run = partial(_without_report, work)
        self._desk.jobs.run("", run, done, failed=failed, lane=Lane.QUICK)


def with_rest(plan: Plan, reason: str, progress: Progress) -> Plan:
    """Each booking without a place at the best one that needs a reason, if any goes.

    ``progress`` is told after each of them, and stops it by raising.
    """
    waiting = [line for line in plan.lines if line.outcome is Outcome.NOWHERE]
    for number, line in enumerate(waiting):
        progress(number, len(waiting))
        for target in planning.choices(plan, line.booking_id).targets[:TRIED]:
            tried = planning.choose(plan, line.booking_id, target, reason)
            if not tried.clashing and len(tried.moving) > len(plan.moving):
                plan = tried
                break
    return plan


def name(plan: Plan) -> str:
    """What is undone: "closing of Station Road Library"."""
    if isinstance(plan.cause, Closing):
        return f"closing of {plan.title.removeprefix('Closing ')}"
    bookings = count(len(plan.moving), "booking")
    if isinstance(plan.cause, Away):
        return f"handing over of {bookings}"
    return f"move of {bookings}"


def said(plan: Plan) -> str:
    """What has come of it."""
    bookings = count(len(plan.moving), "booking")
    verb = "Handed over" if isinstance(plan.cause, Away) else "Moved"
    sentence = f"{verb} {bookings}."
    if isinstance(plan.cause, Closing):
        place = plan.title.removeprefix("Closing ")
        moved = f" and moved {bookings}" if plan.moving else ""
        sentence = f"Closed {place}{moved}."
    staying = len(plan.lines) - len(plan.moving)
    if staying and not isinstance(plan.cause, Away):
        stay = "stands" if staying == 1 else "stand"
        sentence += f" {count(staying, 'booking')} {stay} under Needs review."
    return sentence


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
