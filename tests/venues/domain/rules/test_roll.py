"""The roll: every rule is on it, and all of them speak at once."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from datetime import datetime

from venues.domain import rules
from venues.domain.findings import Severity
from venues.domain.proposal import Proposal, Span


def test_every_module_of_rules_has_its_rule_on_the_roll() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)}

    on_the_roll = {type(rule).__module__.rpartition(".")[2] for rule in rules.RULES}

    assert on_the_roll == modules - {"base"}


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in rules.RULES]

    assert len(set(names)) == len(names)


def test_a_proposal_that_breaks_nothing_gets_no_findings(
    propose: Callable[..., Proposal],
) -> None:
    assert rules.examine(propose()) == ()


def test_all_findings_come_at_once_gravest_first(
    propose: Callable[..., Proposal],
) -> None:
    afternoon = Span(datetime(2026, 11, 26, 14), datetime(2026, 11, 26, 17))
    proposal = propose(
        busy=(afternoon,), people=50, needs=("screen",), named=False, usable=()
    )

    found = rules.examine(proposal)

    assert {each.rule for each in found} == {"R1", "R2", "R12", "R17", "case"}
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), reverse=True
    )
    assert found[-1].severity is Severity.PROVISIONAL
