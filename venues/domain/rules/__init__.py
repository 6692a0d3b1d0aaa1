"""The roll of rules, and the ways to ask them: about one room, many, or yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from venues.domain.findings import Finding
from venues.domain.proposal import Proposal
from venues.domain.rules.arrivals import Arrivals
from venues.domain.rules.assessed import Assessed
from venues.domain.rules.attendable import Attendable
from venues.domain.rules.base import Rule, VenueRule
from venues.domain.rules.calendar import Calendar
from venues.domain.rules.capacity import Capacity
from venues.domain.rules.case_confirmed import CaseConfirmed
from venues.domain.rules.case_free import CaseFree
from venues.domain.rules.case_named import CaseNamed
from venues.domain.rules.charge import Charge
from venues.domain.rules.conditions import Conditions
from venues.domain.rules.double_booking import DoubleBooking
from venues.domain.rules.face_to_face import FaceToFace
from venues.domain.rules.first_time import FirstTime
from venues.domain.rules.free_text import FreeText
from venues.domain.rules.last_bus import LastBus
from venues.domain.rules.late import Late
from venues.domain.rules.needs import Needs
from venues.domain.rules.no_go import NoGo
from venues.domain.rules.opening import Opening
from venues.domain.rules.police import Police
from venues.domain.rules.quorum import Quorum
from venues.domain.rules.reviewed import Reviewed
from venues.domain.rules.route import Route
from venues.domain.rules.school import School
from venues.domain.rules.staffed import Staffed
from venues.domain.rules.standing import Standing
from venues.domain.rules.suitable import Suitable
from venues.domain.rules.travel import Travel
from venues.domain.rules.two_workers import TwoWorkers
from venues.domain.rules.venue_notice import VenueNotice
from venues.domain.rules.whose_choice import WhoseChoice
from venues.domain.rules.worker_free import WorkerFree

RULES: tuple[Rule, ...] = (
    NoGo(),
    Standing(),
    Suitable(),
    Assessed(),
    Reviewed(),
    WhoseChoice(),
    Conditions(),
    Route(),
    Opening(),
    DoubleBooking(),
    Needs(),
    Capacity(),
    WorkerFree(),
    CaseFree(),
    Attendable(),
    TwoWorkers(),
    Staffed(),
    Late(),
    School(),
    Arrivals(),
    Travel(),
    LastBus(),
    VenueNotice(),
    Charge(),
    CaseNamed(),
    CaseConfirmed(),
    Police(),
    Quorum(),
    FaceToFace(),
    FirstTime(),
    Calendar(),
    FreeText(),
)

OF_VENUE: tuple[VenueRule, ...] = (
    NoGo(),
    WorkerFree(),
    CaseFree(),
    Attendable(),
    TwoWorkers(),
    School(),
    Arrivals(),
    Travel(),
    LastBus(),
    Charge(),
    CaseNamed(),
    CaseConfirmed(),
    Police(),
    Quorum(),
    FaceToFace(),
    FirstTime(),
    Calendar(),
    FreeText(),
)
"""Those that look at nothing of the room: their types say so.

A search asks them once for each venue. A rule that is not here is asked of every room,
which is always right.
"""

UNTIMED = frozenset(
    {
        *("R34", "R11", "R17", "R21", "case", "R31", "reference"),
        *("R14", "R24", "R25", "R26", "R27", "R28", "R32"),
    }
)
"""Those whose answer no other start changes, by name; a test moves the start to see."""

NEVER_REFUSE = frozenset(
    {
        *("R33", "R9", "R23", "R18", "R21", "R22", "R15", "R29", "R30"),
        *("case", "R24", "R25", "R27", "R28", "R32"),
    }
)
"""Those that warn or leave a condition open at most, by name.

Nobody who only wants yes or no need ask them. A test spoils every fact to see.
"""

_SHARED = frozenset(rule.name for rule in OF_VENUE)
OF_ROOM = tuple(rule for rule in RULES if rule.name not in _SHARED)
REFUSING_OF_VENUE = tuple(each for each in OF_VENUE if each.name not in NEVER_REFUSE)
REFUSING_OF_ROOM = tuple(each for each in OF_ROOM if each.name not in NEVER_REFUSE)
_PLACES = {rule.name: place for place, rule in enumerate(RULES)}


def examine(proposal: Proposal, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """All findings on the proposal, gravest first."""
    findings: list[Finding] = []
    for rule in rules:
        findings += rule.examine(proposal)
    if len(findings) > 1:
        findings.sort(key=_gravity)
    return tuple(findings)


def survey(proposals: Iterable[Proposal]) -> Iterator[tuple[Finding, ...]]:
    """The same for many rooms and one appointment, each venue asked about once."""
    kept: dict[int, list[Finding]] = {}
    for proposal in proposals:
        venue = proposal.room.venue
        shared = kept.get(venue.id)
        if shared is None:
            shared = kept[venue.id] = [
                finding for rule in OF_VENUE for finding in rule.examine(proposal)
            ]
        findings: list[Finding] = []
        for rule in OF_ROOM:
            findings += rule.examine(proposal)
        if shared and findings:
            findings = sorted(findings + shared, key=_in_order)
        elif len(findings := findings or shared) > 1:
            findings = sorted(findings, key=_gravity)
        yield tuple(findings)


def refused(proposal: Proposal, rules: Iterable[Rule]) -> bool:
    """Whether any of those rules refuses; no more of them are asked than it takes."""
    return any(finding.refuses for rule in rules for finding in rule.examine(proposal))


def fitting(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Those of one appointment that no rule refuses, each venue asked about once."""
    kept: dict[int, bool] = {}
    for proposal in proposals:
        id_ = proposal.room.venue.id
        if id_ not in kept:
            kept[id_] = refused(proposal, REFUSING_OF_VENUE)
        if not kept[id_] and not refused(proposal, REFUSING_OF_ROOM):
            yield proposal


def _gravity(finding: Finding) -> int:
    return -finding.severity


def _in_order(finding: Finding) -> tuple[int, int]:
    """Gravest first, and else as the roll has them."""
    return -finding.severity, _PLACES[finding.rule.partition(" ")[0]]
