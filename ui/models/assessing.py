"""What the Assessment tab says of a venue, in words and badges."""

from __future__ import annotations

from datetime import date

from ui.kinds import Kind
from venues.domain import verdict
from venues.domain.checklist import COUNTED, SETS
from venues.domain.judgement import Judgement, State
from venues.domain.marking import Mark
from venues.domain.verdict import full
from venues.domain.words import count, listing
from venues.services.assessment_sheet import Control, Sheet, Visit
from venues.services.incidents import Recorded
from venues.services.suitability import Fix

MARKS = {
    Mark.MET: Kind.GOOD,
    Mark.CONTROL: Kind.WARN,
    Mark.PARTLY: Kind.WARN,
    Mark.CARE: Kind.WARN,
    Mark.OLD: Kind.WARN,
    Mark.FAILS: Kind.BAD,
    Mark.NOTED: Kind.QUIET,
    Mark.OPEN: Kind.QUIET,
}
STATES = {
    State.SUITABLE: (Kind.GOOD, "Suitable"),
    State.CONDITIONS: (Kind.WARN, "With conditions"),
    State.NOT_SUITABLE: (Kind.BAD, "Not suitable"),
    State.NOT_ASSESSED: (Kind.QUIET, "Not assessed"),
    State.OVERDUE: (Kind.WARN, "Review overdue"),
}
MOST_FIXES = 5
NOT_YET = "Not assessed yet"


def visit_words(visit: Visit) -> str:
    """When it was assessed: "Assessed 4 June 2026, next review by 4 June 2027"."""
    if visit.draft is None:
        return NOT_YET
    said = f"Assessed {full(visit.draft.made_on)}"
    if visit.draft.trigger:
        said += f", review due since {full(visit.draft.review_by)}"
        said += f" ({visit.draft.trigger})"
    else:
        said += f", next review by {full(visit.draft.review_by)}"
    return said


def room_visits(sheet: Sheet) -> str:
    """The rooms whose visit is another day's, and what is unanswered."""
    made = sheet.venue.draft.made_on if sheet.venue.draft else None
    seen, never = [], []
    for visit in sheet.visits[1:]:
        if visit.draft is None:
            never.append(visit.name)
        elif visit.draft.made_on != made:
            seen.append(f"{visit.name} {full(visit.draft.made_on)}")
    open_ = [
        f"{count(each.unanswered, 'question')} of {_small(each.name, each.room_id)}"
        for each in sheet.visits
        if each.draft and each.unanswered
    ]
    told = (
        ("Rooms assessed: ", ", ".join(seen)),
        ("Not assessed yet: ", listing(never)),
        ("Not answered: ", listing(open_)),
    )
    return "\n".join(f"{title}{words}." for title, words in told if words)


def overdue_words(sheet: Sheet) -> str:
    """Since when a review is overdue, and why; nothing when none is."""
    since = sheet.standing.overdue_since
    if since is None:
        return ""
    because = next(
        (
            judged.because
            for room in sheet.standing.rooms.values()
            for judged in room.values()
            if judged.overdue_since == since
        ),
        "",
    )
    return f"Since {full(since)}" + (f", because of {_why(because)}" if because else "")


def _why(because: str) -> str:
    words = {
        "incident": "an incident",
        "new users": "new users of the building",
        "staffing or hours": "changed staffing or hours",
    }
    return words.get(because, because)


def fix_words(fix: Fix) -> str:
    """What would be opened by one thing put right."""
    rooms = count(len(fix.rooms), "room")
    if fix.opens:
        return f"{count(fix.opens, 'more kind')} of appointment, in {rooms}"
    return f"Not enough alone: {rooms} need something else as well"


def why(judged: Judgement, of_set: str, today: date) -> str:
    """Why a room stands as it does for a set, as sentences."""
    said = []
    if judged.suspended:
        said.append("The venue is suspended.")
    if judged.failed:
        said.append(verdict.not_suitable(of_set, judged.failed))
    elif judged.state is State.NOT_ASSESSED:
        said.append(verdict.not_assessed(judged, visited=judged.due is not None))
    if judged.overdue_since is not None:
        said.append(verdict.overdue(judged))
    said += [verdict.condition(each) for each in judged.conditions]
    if not said:
        said.append("Suitable.")
    if rest := verdict.fourth(judged, today):
        said.append(f"{rest}.")
    return " ".join(said)


def control_words(control: Control) -> str:
    """A control under the words of what fails: until when, and by whom."""
    until = f" until {full(control.until)}" if control.until else ""
    if control.waits:
        return f"{control.words.rstrip('.')}. Asked for{until}; waits for a manager."
    return f"{control.words.rstrip('.')}. Accepted{until} by {control.by}."


def incident_words(incident: Recorded, rooms: dict[int, str]) -> str:
    """An incident: when, where, what."""
    where = rooms.get(incident.room_id or 0, "")
    place = f", {where}" if where else ""
    return f"{full(incident.happened_on)}{place}: {incident.words}"


def set_words(code: str) -> str:
    """An appointment set at the head of a row: "One-to-one session"."""
    words = SETS[code]
    for article in ("a ", "an "):
        words = words.removeprefix(article)
    return words[:1].upper() + words[1:]


def sets() -> tuple[str, ...]:
    """The sets in the order of the table."""
    return COUNTED


def _small(name: str, room_id: int | None) -> str:
    """A name inside a sentence: "the venue", but "Willow Room"."""
    return name if room_id else name[:1].lower() + name[1:]
