"""What a booking was judged on: one check for each matter, passed or not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ui.kinds import Kind
from ui.pages.check_headings import (
    BESIDE,
    BUS,
    CASE,
    CHOICE,
    CONDITION,
    COST,
    DIARY,
    FIRST_TIME,
    FREE,
    HOURS,
    JOURNEY,
    NEEDS,
    NOTES,
    OTHER,
    PANEL,
    POLICE,
    REVIEW,
    ROUTE,
    RULES,
    SEATS,
    SIGN_OFF,
    STAFFED,
    STANDING,
    SUITABLE,
    THAT_DAY,
    VENUE,
)
from ui.widgets.checks import Check
from venues.domain import needs, verdict
from venues.domain.findings import Finding, Severity
from venues.domain.hire import covering
from venues.domain.meeting import ALONE
from venues.domain.people import Viewer
from venues.domain.proposal import LAYOUTS, Day, suitability
from venues.domain.rules import no_go
from venues.domain.words import count, day, listing, miles, minutes, span
from venues.services.bookings import Judged

IN_USE = "In use then."
KINDS = {
    Severity.REFUSAL: Kind.BAD,
    Severity.WARNING: Kind.WARN,
    Severity.PROVISIONAL: Kind.WARN,
    Severity.NOTE: Kind.QUIET,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the findings: the day's hours, and of the case.

    ``confirmed`` is since when what is recorded of the case has been right; ``fresh``
    says that it is a reference nobody has used before.
    """

    hours: Day
    confirmed: date | None = None
    fresh: bool = False
    twenty_four: bool = False
    met: dict[str, str] = field(default_factory=dict)
    """Condition → who saw to it and on which day."""


def of(judged: Judged, known: Known, viewer: Viewer) -> list[Check]:
    """All checks, in the order of the page."""
    found: dict[str, list[Finding]] = {}
    for finding in judged.findings:
        found.setdefault(heading_of(finding, judged), []).append(finding)
    personal = any(each.rule == no_go.FINDING.rule for each in judged.findings)
    passed = {
        FREE: _free(judged),
        HOURS: _open(known),
        CASE: _case(judged, known),
        **dict.fromkeys(BESIDE),
        POLICE: _met(POLICE, "police", known),
        PANEL: _met(PANEL, "quorum", known),
        SIGN_OFF: _met(SIGN_OFF, "sign-off", known, on=judged.about.signed_off),
        STAFFED: _staffed(judged, known),
        STANDING: None,
        SUITABLE: _suitable(judged),
        REVIEW: None,
        CHOICE: _choice(judged),
        **dict.fromkeys(each for each in found if each.startswith(CONDITION)),
        ROUTE: None,
        NEEDS: _needs(judged),
        SEATS: _seats(judged),
        DIARY: _diary(judged, viewer),
        JOURNEY: _journey(judged),
        BUS: None,
        FIRST_TIME: None,
        THAT_DAY: None,
        VENUE: _venue(judged),
        COST: None,
        NOTES: _notes(judged),
        OTHER: None,
    }
    checks = []
    for heading, check in passed.items():
        findings = found.get(heading)
        if findings:
            checks.append(_failed(heading, findings, viewer, personal=personal))
        elif check is not None:
            checks.append(check)
    return checks


def heading_of(finding: Finding, judged: Judged) -> str:
    """The check that a finding belongs to; each condition is one of its own."""
    rule, _, part = finding.rule.partition(" ")
    if not part or finding.rule in RULES:
        return RULES.get(finding.rule, OTHER)
    rules = list(
        dict.fromkeys(
            each.rule for each in judged.findings if each.rule.startswith(f"{rule} ")
        )
    )
    title, place = RULES.get(rule, OTHER), rules.index(finding.rule) + 1
    return title if len(rules) == 1 else f"{title} {place} of {len(rules)}"


def _failed(
    heading: str, findings: Sequence[Finding], viewer: Viewer, *, personal: bool
) -> Check:
    """A check with something against it.

    Beside a refusal for a person the hours of other bookings are not said: they would
    tell when somebody leaves.
    """
    gravest = max(findings, key=lambda each: each.severity)
    words = " ".join(dict.fromkeys(each.message for each in findings))
    if personal and gravest.rule == "R1":
        words = IN_USE
    warning = gravest.rule if gravest.acceptable else ""
    passable = gravest.refuses and all(e.overridable for e in findings if e.refuses)
    adjusts = gravest.rule if passable and viewer.overrides else ""
    return Check(heading, KINDS[gravest.severity], words, warning, adjusts)


def _free(judged: Judged) -> Check:
    asked, room = judged.asked, judged.rooms[0]
    held = asked.hold(room)
    before = int((asked.period.starts - held.starts).total_seconds()) // 60
    after = int((held.ends - asked.period.ends).total_seconds()) // 60
    said = [f"{minutes(before)} to set the room up first"] if before else []
    said += [f"{minutes(after)} to clear the room afterwards"] if after else []
    words = f"{listing(said)}." if said else "Nobody else has it then."
    return Check(FREE, Kind.GOOD, words[0].upper() + words[1:])


def _met(
    heading: str, condition: str, known: Known, *, on: bool = True
) -> Check | None:
    """Who saw to a condition, and when."""
    who = known.met.get(condition) if on else None
    return Check(heading, Kind.GOOD, f"Seen to by {who}.") if who else None


def _staffed(judged: Judged, known: Known) -> Check | None:
    """What nobody recorded is said to whoever would go alone."""
    asked = judged.asked
    if known.hours.staffing_known or asked.kind.set in ALONE:
        return None
    if len(asked.worker_ids) != 1:
        return None
    words = "Not recorded when somebody is there. Ask before you go alone."
    return Check(STAFFED, Kind.QUIET, words)


def _open(known: Known) -> Check:
    hours = listing(
        [
            span(each.starts, each.ends, twenty_four=known.twenty_four)
            for each in known.hours.usable
        ]
    )
    return Check(HOURS, Kind.GOOD, f"Ours to use from {hours}.")


def _case(judged: Judged, known: Known) -> Check | None:
    """Never a tick: that nothing is recorded does not make it safe."""
    if not judged.asked.kind.needs_case:
        return None
    if known.fresh:
        return Check(CASE, Kind.QUIET, "A new reference: nothing is recorded yet.")
    words = "Nothing recorded against this venue and time."
    if known.confirmed is not None:
        words += f" Last confirmed {day(known.confirmed).partition(' ')[2]}."
    else:
        words += " Not confirmed yet."
    return Check(CASE, Kind.QUIET, words)


def _suitable(judged: Judged) -> Check | None:
    """When it was seen and when that is due again; nothing where nobody asks."""
    room = judged.rooms[0]
    asks = judged.asked.kind.demands.asks
    visits = [part.visit for part in (room.record.venue, room.record.room)]
    days = [visit.made_on for visit in visits if visit is not None]
    if not asks or not days:
        return None
    words = f"Assessed {verdict.full(min(days))}"
    due = suitability(judged.asked, room, judged.about).due
    if due is not None:
        words += f", next due {verdict.full(due)}"
    return Check(SUITABLE, Kind.GOOD, f"{words}.")


def _choice(judged: Judged) -> Check | None:
    """That the person chose the place, where somebody said so."""
    if not judged.asked.chosen:
        return None
    return Check(CHOICE, Kind.GOOD, "The person chose this place.")


def _needs(judged: Judged) -> Check:
    wanted = [needs.words(code) for code in judged.asked.needs]
    if not wanted:
        return Check(NEEDS, Kind.QUIET, "None were asked for.")
    said = listing([each[0].lower() + each[1:] for each in wanted])
    return Check(NEEDS, Kind.GOOD, f"{said[0].upper()}{said[1:]}: recorded here.")


def _seats(judged: Judged) -> Check:
    asked, room = judged.asked, judged.rooms[0]
    layout = asked.layout
    seats = room.seats.get(layout, 0) if layout else room.capacity
    where = f" {LAYOUTS[layout]}" if layout else ""
    people = count(asked.people, "person", "people")
    return Check(SEATS, Kind.GOOD, f"{count(seats, 'seat')}{where} for {people}.")


def _diary(judged: Judged, viewer: Viewer) -> Check:
    own = set(judged.asked.worker_ids) <= viewer.owns
    words = "Nothing else then." if own else "Nobody who works in it is elsewhere then."
    return Check(DIARY, Kind.GOOD, words)


def _journey(judged: Judged) -> Check:
    near, here = judged.about.near, judged.rooms[0].venue.point
    if near is None or here is None:
        return Check(JOURNEY, Kind.QUIET, "No place to measure from.")
    far = miles(near.distance_to(here))
    return Check(JOURNEY, Kind.GOOD, f"{far[0].upper()}{far[1:]} in a straight line.")


def _venue(judged: Judged) -> Check | None:
    """Whether it has still to be asked, of a room that is not ours to give."""
    room = judged.rooms[0]
    if not room.venue.by_request:
        return None
    if judged.about.venue_agreed:
        return Check(VENUE, Kind.GOOD, "It has said yes to this.")
    if covering(room.venue.blocks, room.space_ids, *judged.asked.hold(room)):
        return Check(VENUE, Kind.GOOD, "Ours by a standing agreement.")
    words = "It is asked once you have booked, and has still to say yes."
    return Check(VENUE, Kind.QUIET, words)


def _notes(judged: Judged) -> Check:
    if not judged.asked.texts:
        return Check(NOTES, Kind.QUIET, "None written.")
    return Check(NOTES, Kind.GOOD, "Nothing in them names anybody.")


def why(judged: Judged, viewer: Viewer) -> str:
    """Why it cannot be booked as it stands, or what will still be open."""
    outstanding = judged.outstanding(viewer)
    for finding in outstanding:
        if finding.refuses:
            return "It cannot be booked like this: see the checks."
    if outstanding:
        return f"Tick “{heading_of(outstanding[0], judged)}” and say why."
    if judged.conditions:
        return "It is booked provisionally until that is done."
    return ""
