"""What a change would do to each date of a series; nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain.pairing import Paired, paired
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services import asking, bookings
from venues.services.asking import Request
from venues.services.series import fitting, hands
from venues.services.series.change import Change, Fate, Step
from venues.services.series.opened import Date, Opened, Scope
from venues.services.series.planning import Outcome, Planned, occurrences

NOTHING = "Nothing is to be otherwise. Change something first."


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule from the first date of a change on, with its dates.

    ``left_out`` are holidays, each with its name.
    """

    repeat: Repeat
    first: date
    days: tuple[date, ...]
    left_out: dict[date, str]


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that a change would do; ``rule`` is None where it leaves the dates alone."""

    opened: Opened
    change: Change
    steps: tuple[Step, ...]
    rule: Rule | None = None

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The dates that were judged."""
        return tuple(each.planned for each in self.steps if each.planned)

    @property
    def refused(self) -> tuple[Planned, ...]:
        """The dates that do not fit, and for which there is no way out yet."""
        return tuple(each for each in self.planned if each.outcome is Outcome.REFUSED)


def look(
    session: Session, opened: Opened, change: Change, viewer: Viewer, *, now: datetime
) -> Outlook:
    """Every date of the scope as it would be, judged by every rule.

    Raises:
        WrongInput: something typed cannot be used, or nothing is to be otherwise.
        NotFound: whoever is to work in it is not here.
    """
    if not change.anything:
        raise WrongInput(NOTHING, "series")
    if change.first is not None and change.first < now.date():
        raise WrongInput("That date has passed. Choose today or later.", "date")
    hands.check(session, opened.of(change.scope), change)
    work = _Work(session, opened, change, viewer, now)
    if change.scope is Scope.THIS:
        return Outlook(opened, change, (work.alone(),))
    rule = _rule(session, opened, change, now)
    steps = sorted(work.steps(rule), key=lambda step: step.day)
    return Outlook(opened, change, tuple(steps), rule)


@dataclass(frozen=True, slots=True)
class _Work:
    session: Session
    opened: Opened
    change: Change
    viewer: Viewer
    now: datetime

    def alone(self) -> Step:
        """The chosen date by itself, which may go anywhere."""
        date_ = self.opened.chosen
        day = self.change.first or date_.request.period.day
        wanted = self.change.applied(date_.request, day, stays=False, here=True)
        return self._changed(date_, date_.day, wanted)

    def steps(self, rule: Rule | None) -> Iterator[Step]:
        """Each date of the scope, and those that are new."""
        dates = {each.day: each for each in self.opened.of(self.change.scope)}
        for day in self.opened.others:
            if day >= min(dates):
                yield Step(day=day, fate=Fate.STAYS, why="In other hands by now.")
        pairs = Paired({day: day for day in dates}, (), ())
        if rule is not None:
            kept = self.opened.taken - dates.keys()
            pairs = paired(dates, (day for day in rule.days if day not in kept))
        for day, new in pairs.to.items():
            yield self._kept(dates[day], new)
        for day in pairs.more:
            yield self._new(day)
        for day in pairs.gone:
            moved = dates[day].moved(self.opened.usual)
            fate = Fate.STAYS if moved else Fate.GONE
            yield Step(day=day, fate=fate, date=dates[day])

    def _kept(self, date_: Date, day: date) -> Step:
        usual = self.opened.usual
        wanted = self.change.applied(
            date_.request,
            day,
            stays=date_.moved(usual),
            here=not date_.elsewhere(usual),
        )
        return self._changed(date_, day, wanted)

    def _changed(self, date_: Date, day: date, wanted: Request) -> Step:
        if replace(wanted, accepted=date_.request.accepted) == date_.request:
            return Step(day=day, fate=Fate.STAYS, date=date_)
        self._check(wanted)
        planned = fitting.fit(
            self.session,
            wanted,
            self.viewer,
            date_.case_ids,
            now=self.now,
            without=date_.booking_id,
            ways=self.change.ways_on(day),
        )
        stays = planned.outcome is Outcome.LEFT_OUT
        fate = Fate.STAYS if stays else Fate.CHANGED
        return Step(day=day, fate=fate, date=date_, planned=planned, why=planned.why)

    def _new(self, day: date) -> Step:
        wanted = self.change.applied(
            like(self.opened, day), day, stays=False, here=True
        )
        self._check(wanted)
        planned = fitting.fit(
            self.session,
            wanted,
            self.viewer,
            self.opened.chosen.case_ids,
            now=self.now,
            ways=self.change.ways_on(day),
        )
        return Step(day=day, fate=Fate.NEW, planned=planned, why=planned.why)

    def _check(self, wanted: Request) -> None:
        bookings.check_people(wanted)
        asking.check_role(self.viewer, wanted.audience)
        asking.check_time(wanted.period, self.now)
        if wanted.period.starts.date() != wanted.period.ends.date():
            raise WrongInput(
                "It runs past midnight. Choose an earlier start.", "starts"
            )


def like(opened: Opened, day: date) -> Request:
    """An appointment of the series as it usually is, on that day."""
    usual = opened.usual
    starts = datetime.combine(day, usual.starts)
    return replace(
        opened.chosen.request,
        period=Period.lasting(starts, usual.minutes),
        room_ids=usual.room_ids,
        uuid=uuid4(),
    )


def _rule(
    session: Session, opened: Opened, change: Change, now: datetime
) -> Rule | None:
    """The rule as it is to be; None where neither it nor its first date changes."""
    if change.first is None and change.repeat is None:
        return None
    catalogue = catalogues.read(session)
    room = catalogue.rooms[opened.usual.room_ids[0]]
    authority_id = room.venue.authority_id
    start = opened.of(change.scope)[0].day
    by = (change.first - opened.chosen.day).days if change.first else 0
    repeat = change.repeat
    if repeat is None:
        before = occurrences(catalogue, opened.repeat, opened.first, authority_id)
        over = sum(each.day < start and not each.skipped for each in before)
        repeat = _moved(_left(opened.repeat, start, over), by)
    first = _first(repeat, start + timedelta(by), now.date())
    found = occurrences(catalogue, repeat, first, authority_id)
    return Rule(
        repeat,
        first,
        tuple(each.day for each in found if not each.skipped),
        {each.day: each.skipped for each in found if each.skipped},
    )


def _left(repeat: Repeat, start: date, over: int) -> Repeat:
    """The rule for what is left of it from that date on."""
    times = None if repeat.times is None else max(repeat.times - over, 1)
    picked = tuple(day for day in repeat.picked if day >= start)
    return replace(repeat, times=times, picked=picked)


def _moved(repeat: Repeat, by: int) -> Repeat:
    """The rule with its days so much later; months take theirs from the first date."""
    week = 7
    return replace(
        repeat,
        weekdays=tuple(sorted((day + by) % week for day in repeat.weekdays)),
        until=repeat.until and repeat.until + timedelta(by),
        place=0 if by else repeat.place,
        picked=tuple(day + timedelta(by) for day in repeat.picked),
    )


def _first(repeat: Repeat, start: date, today: date) -> date:
    """The first date of the rule in the week in which it starts, or after it."""
    if repeat.every is Every.PICKED:
        return min(repeat.picked, default=start)
    if repeat.every is not Every.WEEK or not repeat.weekdays:
        return start
    monday = start - timedelta(start.weekday())
    there = (monday + timedelta(day) for day in _twice(repeat.weekdays))
    return next(day for day in there if day > today)


def _twice(weekdays: Iterable[int]) -> Iterator[int]:
    """The days of a week, and those of the weeks after it."""
    days, weeks = sorted(weekdays), range(0, 14, 7)
    yield from (day + week for week in weeks for day in days)
