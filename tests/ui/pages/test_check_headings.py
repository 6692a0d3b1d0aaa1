"""Every rule has its check."""

from __future__ import annotations

from ui.pages.check_headings import BESIDE, RULES
from venues.domain import rules


def test_every_rule_belongs_to_a_check() -> None:
    assert {rule.name for rule in rules.RULES} - set(RULES) == set()


def test_what_is_passed_each_with_its_reason_has_a_check_of_its_own() -> None:
    mine = [
        RULES[name] for name in ("R7", "R13", "R15", "R18", "R22", "R25", "R25 DUE")
    ]

    assert len(set(mine)) == len(mine)
    assert set(BESIDE) <= set(RULES.values())
