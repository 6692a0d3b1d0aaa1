"""R13: somebody else is in the building, or comes along, or a plan is approved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.domain.rules.conftest import Propose, at
from venues.domain.findings import Severity
from venues.domain.meeting import Meeting
from venues.domain.proposal import Span
from venues.domain.rules.staffed import PLAN, Staffed

ALONE = {"worker_ids": (4,), "booking": True, "staffing_known": True}


@pytest.mark.parametrize(
    ("staffed", "when"),
    [
        ((), "then"),
        ((Span(at(9), at(16)),), "after 4pm"),
        ((Span(at(15, 30), at(20)),), "before 3:30pm"),
        ((Span(at(9), at(11)),), "then"),
        ((Span(at(9), at(11)), Span(at(14), at(15, 30))), "after 3:30pm"),
    ],
)
def test_nobody_is_alone_until_a_while_after_the_appointment(
    propose: Propose, staffed: tuple[Span, ...], when: str
) -> None:
    (found,) = Staffed().examine(propose(staffed=staffed, **ALONE))

    assert found.refuses
    assert found.message == (
        f"Nobody else is in the building {when}. Add a second worker."
    )
    assert found.field == "second"


@pytest.mark.parametrize(
    "changed",
    [
        {"staffed": (Span(at(15), at(16, 15)),)},
        {"worker_ids": (4, 5)},
        {"worker_ids": ()},
        {"staffing_known": False},
        {"set": "RM"},
        {"meeting": Meeting(lone_plan=True), "signed_off": True},
    ],
)
def test_staff_a_colleague_or_an_approved_plan_will_do(
    propose: Propose, changed: dict[str, Any]
) -> None:
    assert not [*Staffed().examine(propose(**(ALONE | changed)))]


def test_a_plan_is_provisional_until_a_manager_approves_it(propose: Propose) -> None:
    (found,) = Staffed().examine(propose(meeting=Meeting(lone_plan=True), **ALONE))

    assert (found.severity, found.message) == (Severity.PROVISIONAL, PLAN)
    assert found.condition == "sign-off"


def test_a_search_only_warns(propose: Propose) -> None:
    (found,) = Staffed().examine(propose(**(ALONE | {"booking": False})))

    assert found.severity is Severity.WARNING
