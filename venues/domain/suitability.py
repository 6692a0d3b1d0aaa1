"""How a room stands for a kind of appointment: one of five states, never a score.

A mandatory criterion that fails makes a room not suitable, unless a manager accepted a
control that is in date; one unanswered leaves it not assessed. Reviews, incidents and
the age of some answers are looked at on the day somebody asks; controls and answers
that hold for some hours only, at the time of the appointment.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from venues.domain.checklist import MUST, Demand, Demands, Question, Strength, Style
from venues.domain.judgement import Asked, Failure, Judgement, State
from venues.domain.record import Outcome, Part, Record, months_after, outcome
from venues.domain.reviewing import Late, reviews

INCIDENTS, REVIEW = "S16", "P6"
"""The two criteria that nobody answers: they follow from what is recorded."""

KEPT = 96
"""Judgements that a room keeps; a year of weekly dates is asked about at most."""


class _Basis(NamedTuple):
    """What follows from the answers whatever the time and the need."""

    failing: tuple[Failure, ...] = ()
    missing: tuple[tuple[Question, Demand], ...] = ()
    timed: tuple[tuple[Question, Demand], ...] = ()
    care: tuple[Failure, ...] = ()
    ageing: tuple[tuple[Question, Demand, date], ...] = ()

    @property
    def controlled(self) -> bool:
        """Whether anything depends on the date of a control."""
        return any(each.reply.accepted for each in self.failing)


def judge(record: Record, demands: Demands, asked: Asked) -> Judgement:
    """How the room stands for what is asked."""
    basis = _basis(record, demands)
    when: object = asked.period
    if when is not None and not basis.timed and not asked.needs:
        when = asked.day if basis.controlled else None
    key = (demands.key, when, asked.today, asked.needs, asked.victim, asked.chosen)
    judged: Judgement | None = record.kept.get(key)
    if judged is None:
        if len(record.kept) >= KEPT:
            record.kept.clear()
        judged = record.kept[key] = _judge(record, demands, basis, asked)
    return judged


def _judge(record: Record, demands: Demands, basis: _Basis, asked: Asked) -> Judgement:
    failures, missing, care = [*basis.failing], [*basis.missing], [*basis.care]
    for question, demand in basis.timed:
        found = outcome(record.part(question), question, demand, asked.period)
        _sort(question, demand, found, (failures, missing, care))
    aged = [
        (question, demand)
        for question, demand, since in basis.ageing
        if months_after(since, record.limits.check) < asked.today
    ]
    if asked.needs:
        failures += _needed(record, demands, asked)
    failed, conditions, wanting = _weighed(failures, demands, asked)
    unanswered = tuple(
        question
        for question, demand in (*missing, *aged)
        if _strength(demand, demands, asked) >= Strength.KNOWN
    )
    incident = suspended = False
    if record.happenings and INCIDENTS in demands.asks:
        still = [each for each in record.happenings if each.closed_on is None]
        incident, suspended = bool(still), any(each.suspends for each in still)
    late = _late(record, asked.today) if REVIEW in demands.asks else Late()
    return Judgement(
        state=_state(
            failed=bool(failed) or suspended,
            unanswered=bool(unanswered),
            overdue=late.since is not None,
            conditions=bool(conditions),
        ),
        failed=failed,
        conditions=conditions,
        unanswered=unanswered,
        wanting=wanting,
        care=tuple(care),
        aged=tuple(question for question, _ in aged),
        overdue_since=late.since,
        because=late.because,
        blocked=late.blocked,
        due=late.due,
        incident=incident,
        suspended=suspended,
    )


def _state(*, failed: bool, unanswered: bool, overdue: bool, conditions: bool) -> State:
    """The gravest that is true: what fails is known, whatever else is not."""
    if failed:
        return State.NOT_SUITABLE
    if unanswered:
        return State.NOT_ASSESSED
    if overdue:
        return State.OVERDUE
    return State.CONDITIONS if conditions else State.SUITABLE


def _basis(record: Record, demands: Demands) -> _Basis:
    """The answers of both levels, each looked at once; a venue's for all its rooms."""
    basis: _Basis | None = record.kept.get(demands.key)
    if basis is None:
        venue = _of_part(record.venue, demands, room=False)
        room = _of_part(record.room, demands, room=True)
        basis = _Basis(
            venue.failing + room.failing,
            venue.missing + room.missing,
            venue.timed + room.timed,
            venue.care + room.care,
            venue.ageing + room.ageing,
        )
        record.kept[demands.key] = basis
    return basis


def _of_part(part: Part, demands: Demands, *, room: bool) -> _Basis:
    key = (demands.key, room)
    kept: _Basis | None = part.kept.get(key)
    if kept is not None:
        return kept
    failing: list[Failure] = []
    missing: list[tuple[Question, Demand]] = []
    care: list[Failure] = []
    timed, ageing = [], []
    for question, demand in demands.asks.values():
        if (question.level == "room") is not room or question.style is Style.AUTOMATIC:
            continue
        found = _found(part, question, demand)
        if found is None:
            timed.append((question, demand))
            continue
        _sort(question, demand, found, (failing, missing, care))
        if question.ages and found.reply is not None and part.visit is not None:
            since = found.reply.found_on or part.visit.made_on
            ageing.append((question, demand, since))
    part.kept[key] = kept = _Basis(
        tuple(failing), tuple(missing), tuple(timed), tuple(care), tuple(ageing)
    )
    return kept


def _found(part: Part, question: Question, demand: Demand) -> Outcome | None:
    """How the criterion stands whatever the time; None where that depends on it.

    Sets mostly ask the same of a criterion, so it is looked at once for all of them.
    """
    if question.code not in part.kept:
        timed = any(each.timed for each in part.replies.get(question.code, ()))
        found = None if timed else outcome(part, question, MUST, None)
        part.kept[question.code] = found
    kept: Outcome | None = part.kept[question.code]
    if kept is not None and (demand.least or demand.only):
        return outcome(part, question, demand, None)
    return kept


def _sort(
    question: Question,
    demand: Demand,
    found: Outcome,
    lists: tuple[list[Failure], list[tuple[Question, Demand]], list[Failure]],
) -> None:
    """Put the outcome where it belongs; what passes without a word goes nowhere.

    What must only be known passes with whatever answer it has.
    """
    failing, missing, care = lists
    if found.reply is None:
        missing.append((question, demand))
    elif not found.passed:
        failing.append(Failure(question, found.reply, demand))
    elif question.warns and question.option(found.reply.value) in question.warns:
        care.append(Failure(question, found.reply, demand))


def _strength(demand: Demand, demands: Demands, asked: Asked) -> Strength:
    """What a demand comes to in this appointment: M* depends on who comes and why."""
    if not demand.starred:
        return demand.strength
    must = not asked.chosen if demands.set == "VI" else asked.victim
    return Strength.MANDATORY if must else demand.strength


def _needed(record: Record, demands: Demands, asked: Asked) -> list[Failure]:
    """What does not satisfy a need of the booking, which makes it mandatory."""
    failures = []
    for need in asked.needs:
        for question, meets in demands.needs.get(need, ()):
            part = record.part(question)
            _, demand = demands.asks[question.code]
            reply = outcome(part, question, MUST, asked.period).reply
            if reply is None or question.satisfies(reply.value, meets):
                continue
            failures.append(Failure(question, reply, demand, need))
    return failures


def satisfied(record: Record, demands: Demands, need: str, asked: Asked) -> bool:
    """Whether every criterion that has to do with a need was answered well for it."""
    asking = demands.needs.get(need, ())
    replies = [
        (
            question.satisfies(reply.value, meets)
            if (
                reply := outcome(
                    record.part(question), question, MUST, asked.period
                ).reply
            )
            else False
        )
        for question, meets in asking
    ]
    return bool(replies) and all(replies)


def _weighed(
    failures: Iterable[Failure], demands: Demands, asked: Asked
) -> tuple[tuple[Failure, ...], tuple[Failure, ...], tuple[Failure, ...]]:
    """What fails, what fails with a control in date, and what was only desired."""
    failed, conditions, wanting = [], [], []
    for each in failures:
        strength = _strength(each.demand, demands, asked)
        if strength is not Strength.MANDATORY and not each.need:
            wanting.append(each)
        elif each.reply.controlled(asked.day):
            conditions.append(each)
        else:
            failed.append(each)
    return tuple(failed), tuple(conditions), tuple(wanting)


def _late(record: Record, today: date) -> Late:
    """When its review is due, which is the same for every set."""
    late: Late | None = record.kept.get(today)
    if late is None:
        late = record.kept[today] = reviews(record, today)
    return late
