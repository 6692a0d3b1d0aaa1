"""The roll of rules, and the one function that asks them all."""

from __future__ import annotations

from collections.abc import Iterable

from venues.domain.findings import Finding
from venues.domain.proposal import Proposal
from venues.domain.rules.base import Rule
from venues.domain.rules.capacity import Capacity
from venues.domain.rules.case_free import CaseFree
from venues.domain.rules.case_named import CaseNamed
from venues.domain.rules.double_booking import DoubleBooking
from venues.domain.rules.free_text import FreeText
from venues.domain.rules.needs import Needs
from venues.domain.rules.no_go import NoGo
from venues.domain.rules.opening import Opening
from venues.domain.rules.standing import Standing
from venues.domain.rules.travel import Travel
from venues.domain.rules.worker_free import WorkerFree

RULES: tuple[Rule, ...] = (
    NoGo(),
    Standing(),
    Opening(),
    DoubleBooking(),
    Needs(),
    Capacity(),
    WorkerFree(),
    CaseFree(),
    Travel(),
    CaseNamed(),
    FreeText(),
)


def examine(proposal: Proposal, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """All findings on the proposal, gravest first."""
    findings: list[Finding] = []
    for rule in rules:
        findings += rule.examine(proposal)
    if len(findings) > 1:
        findings.sort(key=lambda finding: -finding.severity)
    return tuple(findings)
