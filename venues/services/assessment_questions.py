"""What is asked of a venue or a room, and what would follow from the answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Entrance, WaitingSpace
from venues.domain.checklist import COUNTED, SETS, Question, Style
from venues.domain.judgement import Asked, Judgement, State
from venues.domain.record import Part, Record, Reply, Visit
from venues.domain.suitability import judge
from venues.domain.verdict import BADGES, FOURTH
from venues.domain.words import listing
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft
from venues.services.suitability import BEST

GROUPS = (*BADGES, *FOURTH)


class Door(NamedTuple):
    """An entrance or a waiting space that an answer may be about."""

    name: str
    entrance_id: int | None = None
    waiting_space_id: int | None = None


class Outlook(NamedTuple):
    """How a venue or a room would stand with some answers, set by set."""

    judged: dict[str, Judgement]
    rooms: int

    @property
    def words(self) -> str:
        """The line under the form: "suitable for 5 of 7 …", and for what not."""
        if not self.rooms:
            return "Its rooms say what it is suitable for. None is in use yet."
        fits = [code for code in COUNTED if self.judged[code].state.fits]
        if all(each.suspended for each in self.judged.values()):
            return "No answers make it suitable while an open incident suspends it."
        said = f"With these answers: suitable for {len(fits)} of {len(COUNTED)}"
        wants: dict[State, list[str]] = {}
        for code in COUNTED:
            state = self.judged[code].state
            if not state.fits:
                wants.setdefault(state, []).append(SETS[code])
        told = [f"{state.value} for {listing(sets)}" for state, sets in wants.items()]
        return f"{said} kinds of appointment. {_sentence(told)}".strip()


def doors(session: Session, venue_id: int) -> tuple[Door, ...]:
    """The entrances and waiting spaces of a venue, by name."""
    of_entrances = session.execute(
        select(Entrance.name, Entrance.id)
        .where(Entrance.venue_id == venue_id)
        .order_by(Entrance.name)
    )
    of_waiting = session.execute(
        select(WaitingSpace.name, WaitingSpace.id)
        .where(WaitingSpace.venue_id == venue_id)
        .order_by(WaitingSpace.name)
    )
    return (
        *(Door(name, id_) for name, id_ in of_entrances),
        *(Door(name, None, id_) for name, id_ in of_waiting),
    )


def questions(
    catalogue: Catalogue, room_id: int | None
) -> dict[str, tuple[Question, ...]]:
    """Group → the questions that are answered for the venue, or for a room."""
    return {
        group: tuple(
            each
            for each in catalogue.assessed.checklist.questions.values()
            if each.group == group
            and each.style is not Style.AUTOMATIC
            and (each.level == "room") is (room_id is not None)
        )
        for group in GROUPS
    }


def outlook(session: Session, draft: AssessmentDraft, *, today: date) -> Outlook:
    """How the place would stand with these answers, the best of its rooms for each set.

    Controls count as far as a manager accepted them. Nothing is written; with the
    catalogue unchanged it takes one statement.
    """
    catalogue = catalogues.read(session)
    assessed = catalogue.assessed
    visit = Visit(draft.made_on, draft.review_by, draft.trigger)
    mine = Part(visit, _replies(draft.answers))
    venue = assessed.parts.get((draft.venue_id, None), assessed.unseen)
    rooms = [
        room
        for room in catalogue.rooms.values()
        if room.venue.id == draft.venue_id
        and room.status == "active"
        and draft.room_id in {None, room.id}
    ]
    asked = Asked(today)
    judged: dict[str, Judgement] = {}
    for code, demands in assessed.demands.items():
        found = [
            judge(
                Record(
                    mine if draft.room_id is None else venue,
                    assessed.parts.get((draft.venue_id, room.id), assessed.unseen)
                    if draft.room_id is None
                    else mine,
                    room.record.happenings,
                    assessed.limits,
                ),
                demands,
                asked,
            )
            for room in rooms
        ]
        judged[code] = min(
            found,
            key=lambda each: BEST.index(each.state),
            default=Judgement(State.NOT_ASSESSED),
        )
    return Outlook(judged, len(rooms))


def _replies(answers: Iterable[AnswerDraft]) -> dict[str, tuple[Reply, ...]]:
    found: dict[str, tuple[Reply, ...]] = {}
    for each in answers:
        if each.value.strip():
            reply = Reply(
                each.value,
                each.weekdays,
                each.opens,
                each.closes,
                each.control,
                each.control_until,
                each.found_on,
                each.accepted_by is not None,
                each.entrance_id or -(each.waiting_space_id or 0),
            )
            found[each.code] = (*found.get(each.code, ()), reply)
    return found


def _sentence(told: list[str]) -> str:
    said = "; ".join(told)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
