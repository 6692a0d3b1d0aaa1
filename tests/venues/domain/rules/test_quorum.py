"""R25: who sits on a panel, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.venues.domain.rules.conftest import DAY, Propose
from venues.domain.findings import Severity
from venues.domain.meeting import Meeting
from venues.domain.numbers import Numbers
from venues.domain.rules.quorum import Quorum

PANEL = {"code": "ROP", "set": "PA", "booking": True, "worker_ids": (4,)}
FULL = Meeting(panel_members=2)


@pytest.mark.parametrize(
    "short", [{"meeting": Meeting(panel_members=1)}, {"worker_ids": ()}]
)
def test_a_panel_that_is_short_stays_provisional(
    propose: Propose, short: dict[str, object]
) -> None:
    (found,) = Quorum().examine(propose(**(PANEL | {"meeting": FULL} | short)))

    assert found.severity is Severity.PROVISIONAL
    assert found.message == "A panel needs 1 service member and 2 panel members."
    assert found.condition == "quorum"


def test_a_full_panel_another_set_and_a_search_are_passed(propose: Propose) -> None:
    rule = Quorum()

    assert not [*rule.examine(propose(**PANEL, meeting=FULL))]
    assert not [*rule.examine(propose(**(PANEL | {"set": "CH"})))]
    assert not [*rule.examine(propose(**(PANEL | {"booking": False})))]
    assert [
        *rule.examine(propose(**PANEL, meeting=FULL, numbers=Numbers(panel_members=3)))
    ]


def test_a_panel_that_comes_too_late_is_warned_of(propose: Propose) -> None:
    late = propose(**PANEL, meeting=FULL, due_by=date(2026, 11, 25))
    in_time = propose(**PANEL, meeting=FULL, due_by=DAY)

    (found,) = Quorum().examine(late)

    assert found.rule == "R25 DUE"
    assert found.message == (
        "The first panel is due by 25 November, 20 working days after the order."
    )
    assert not [*Quorum().examine(in_time)]
