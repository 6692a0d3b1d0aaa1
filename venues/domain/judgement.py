"""The five states of a room, and everything that makes it so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from venues.domain import failing
from venues.domain.checklist import Demand, Question
from venues.domain.record import Hours, Reply


class State(StrEnum):
    """How a room stands for an appointment set."""

    SUITABLE = "suitable"
    CONDITIONS = "suitable with conditions"
    NOT_SUITABLE = "not suitable"
    NOT_ASSESSED = "not assessed"
    OVERDUE = "review overdue"

    @property
    def fits(self) -> bool:
        """Whether a venue counts as suitable because of it."""
        return self in {State.SUITABLE, State.CONDITIONS}


@dataclass(frozen=True, slots=True)
class Asked:
    """The appointment, as far as suitability goes; without ``period`` it is general.

    ``today`` is the day on which it is asked. ``victim`` says that a victim attends,
    ``chosen`` that the person chose this place.
    """

    today: date
    period: Hours | None = None
    needs: tuple[str, ...] = ()
    victim: bool = False
    chosen: bool = False

    @property
    def day(self) -> date:
        """The day on which controls have to be in date."""
        return self.period[0].date() if self.period else self.today


class Failure(NamedTuple):
    """A criterion that is not met; ``need`` when a need of the booking asks for it."""

    question: Question
    reply: Reply
    demand: Demand
    need: str = ""

    @property
    def words(self) -> str:
        """Why, as the end of a sentence."""
        return failing.said(self.question, self.reply.value, self.demand, self.need)

    @property
    def control(self) -> str:
        """What makes it acceptable, without a full stop."""
        return self.reply.control.strip().rstrip(".")


class Judgement(NamedTuple):
    """How a room stands, and everything that makes it so.

    ``conditions`` are met by an accepted control; ``wanting`` are failures of what is
    only desired; ``due`` is the next review. ``overdue_since`` and ``because`` tell a
    late review, which blocks when it is ``blocked``. ``care`` are answers that pass and
    are pointed out all the same; ``aged`` are answers too old to count.
    """

    state: State
    failed: tuple[Failure, ...] = ()
    conditions: tuple[Failure, ...] = ()
    unanswered: tuple[Question, ...] = ()
    wanting: tuple[Failure, ...] = ()
    care: tuple[Failure, ...] = ()
    aged: tuple[Question, ...] = ()
    overdue_since: date | None = None
    because: str = ""
    blocked: bool = False
    due: date | None = None
    incident: bool = False
    suspended: bool = False

    @property
    def plain(self) -> bool:
        """Whether there is nothing at all for a rule to say."""
        return self.state is State.SUITABLE and not (
            self.wanting or self.care or self.aged or self.incident
        )


NOTHING_WRONG = Judgement(State.SUITABLE)
"""What stands where nobody asked anything."""
