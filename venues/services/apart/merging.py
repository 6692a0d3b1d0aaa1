"""Merging a wrong reference into the right one: all that was its own moves over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import (
    Attendance,
    Case,
    CaseHours,
    CaseStaff,
    CaseVenue,
    RefusalCode,
    Separation,
    SignOff,
)
from venues.domain.people import Viewer
from venues.domain.words import count, listing
from venues.errors import WrongInput
from venues.services.apart import access, links, newcomers, not_to_use, references
from venues.services.apart.announcing import announce, ask_again

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What moved over."""

    wrong: str
    right: str
    bookings: int
    links: int
    venues: int
    lists: int

    @property
    def words(self) -> str:
        """What moved over, as a sentence that names nobody."""
        moved = (
            count(self.bookings, "booking"),
            count(self.links, "link"),
            count(self.venues, "venue not to use", "venues not to use"),
            count(self.lists, "place on a list", "places on lists"),
        )
        return f"Moved over {listing(moved)}."


def merge(
    session: Session, wrong: str, right: str, viewer: Viewer, *, today: date
) -> Merged:
    """Move everything of the wrong reference to the right one.

    What would then be there twice is folded into one, which keeps the stricter of
    both. The wrong case stays on record, and cannot be used any more.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: one cannot be used, both are the same, or their kinds differ.
    """
    access.check_manager(viewer)
    old = references.find(session, wrong, "wrong")
    new = references.find(session, right, "right")
    if old.id == new.id:
        raise WrongInput("Type two different references.", "right")
    if old.kind != new.kind:
        raise WrongInput(
            "One is a child's and the other a victim's. If both are the same person, "
            "link them as that instead.",
            "right",
        )
    access.record(session, viewer, "merge", old.id)
    around = _Move(session, old, new, viewer, today)
    merged = Merged(
        wrong=old.reference or "",
        right=new.reference or "",
        bookings=around.attendances(),
        links=around.links(),
        venues=around.venues(),
        lists=around.lists(),
    )
    around.requests()
    around.rest()
    session.flush()
    announce(session, (old.id, new.id))
    newcomers.settle(session, (new.id,), viewer)
    ask_again(session, (new.id,))
    return merged


class _Move:
    """Moves one kind of thing after the other; each says how many there were."""

    def __init__(
        self, session: Session, old: Case, new: Case, viewer: Viewer, today: date
    ) -> None:
        self._session = session
        self._old, self._new = old, new
        self._viewer, self._today = viewer, today

    def attendances(self) -> int:
        """Bookings; one that both are in keeps the right one only."""
        of_old = select(Attendance).where(Attendance.case_id == self._old.id)
        rows = self._session.scalars(of_old).all()
        for row in rows:
            there = self._session.get(Attendance, (row.booking_id, self._new.id))
            if there is None:
                row.case_id = self._new.id
            else:
                there.outcome = there.outcome or row.outcome
                self._session.delete(row)
        self._session.flush()
        return len(rows)

    def links(self) -> int:
        """Links; one between the two is closed and stays where it is."""
        rows = [
            row
            for row in links.of_cases(self._session, {self._old.id})
            if row.closed_on is None
        ]
        for row in rows:
            other = row.first_id + row.second_id - self._old.id
            if other == self._new.id:
                self._close(row)
                continue
            twins = links.between(self._session, self._new.id, other)
            twin = next((each for each in twins if each.kind == row.kind), None)
            if twin is None:
                row.first_id, row.second_id = sorted((self._new.id, other))
            else:
                _fold(row, twin)
                self._close(row)
            self._session.flush()
        return len(rows)

    def venues(self) -> int:
        """Venues not to use."""
        rows = [
            row
            for row in not_to_use.of_case(self._session, self._old.id)
            if row.closed_on is None
        ]
        for row in rows:
            others = not_to_use.of_case(self._session, self._new.id)
            twin = next(
                (
                    each
                    for each in others
                    if each.venue_id == row.venue_id
                    and (each.closed_on is None or each.since == row.since)
                ),
                None,
            )
            if twin is None:
                row.case_id = self._new.id
            else:
                if twin.closed_on is not None:
                    twin.closed_on = twin.closed_by = None
                    twin.until = row.until
                _fold(row, twin)
                self._close(row)
            self._session.flush()
        return len(rows)

    def lists(self) -> int:
        """Whose list it is on."""
        of_old = select(CaseStaff).where(CaseStaff.case_id == self._old.id)
        rows = self._session.scalars(of_old).all()
        for row in rows:
            key = (self._new.id, row.staff_id, row.since)
            there = self._session.get(CaseStaff, key)
            if there is None:
                row.case_id = self._new.id
            else:
                there.until = _later(there.until, row.until)
                self._session.delete(row)
        self._session.flush()
        return len(rows)

    def requests(self) -> None:
        """What waits for a manager, or may be asked for once more."""
        rows = select(SignOff).where(SignOff.state.in_(("open", "withdrawn")))
        for row in self._session.scalars(rows).all():
            ids = row.asked.get("case_ids", [])
            if self._old.id in ids:
                row.asked = row.asked | {"case_ids": self._moved(ids)}

    def _moved(self, ids: Iterable[int]) -> list[int]:
        """The same cases, each once, with the right one for the wrong one."""
        moved = (self._new.id if id_ == self._old.id else id_ for id_ in ids)
        return [*dict.fromkeys(moved)]

    def rest(self) -> None:
        """Hours, codes, marks; and the wrong one is over."""
        hours = select(CaseHours).where(CaseHours.case_id == self._old.id)
        known = select(CaseHours.id).where(CaseHours.case_id == self._new.id)
        keeps = self._session.scalar(known.limit(1)) is not None
        for row in self._session.scalars(hours).all():
            if keeps:
                self._session.delete(row)
            else:
                row.case_id = self._new.id
        codes = select(RefusalCode).where(RefusalCode.case_id == self._old.id)
        for code in self._session.scalars(codes).all():
            code.case_id = self._new.id
        together = select(RefusalCode).where(RefusalCode.case_ids.is_not(None))
        for code in self._session.scalars(together).all():
            code.case_ids = self._moved(code.case_ids or [])
        earlier = select(Case).where(Case.merged_into == self._old.id)
        for case in self._session.scalars(earlier).all():
            case.merged_into = self._new.id
        self._new.two_workers = self._new.two_workers or self._old.two_workers
        self._new.needs = list(dict.fromkeys((*self._new.needs, *self._old.needs)))
        self._new.sector = self._new.sector or self._old.sector
        if self._old.on_hold:
            self._hold()
        self._old.merged_into = self._new.id
        self._old.ends_on = self._today - ONE_DAY

    def _hold(self) -> None:
        """What was kept longer goes on being kept."""
        new, old = self._new, self._old
        if new.on_hold:
            new.hold_until = _later(new.hold_until, old.hold_until)
        else:
            new.on_hold, new.hold_until = True, old.hold_until
            new.held_by = old.held_by
        old.on_hold, old.hold_until, old.held_by = False, None, None

    def _close(self, row: Separation | CaseVenue) -> None:
        row.closed_on, row.closed_by = self._today, self._viewer.staff_id


def _fold(row: Separation | CaseVenue, into: Separation | CaseVenue) -> None:
    """Let the one that stays be as strict and as long as both."""
    into.court_condition = into.court_condition or row.court_condition
    into.since = min(into.since, row.since)
    into.until = _later(into.until, row.until)
    dates = [each for each in (into.review_on, row.review_on) if each is not None]
    into.review_on = min(dates, default=None)


def _later(one: date | None, other: date | None) -> date | None:
    """The later of two ends; none at all is the latest."""
    return None if one is None or other is None else max(one, other)
