"""R10: what nobody has found out refuses, or warns where no child or victim comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.venues.domain.assessing import demands, full, record
from venues.domain.checklist import SETS
from venues.domain.findings import Reason, Severity
from venues.domain.proposal import Proposal
from venues.domain.record import Record
from venues.domain.rules.assessed import Assessed

KNOWN = full().questions
Propose = Callable[..., Proposal]


@pytest.mark.parametrize("of_set", SETS)
def test_a_room_unassessed_refuses_or_warns_by_set(
    propose: Propose, of_set: str
) -> None:
    asks = demands((KNOWN["A14"], "M"), of_set=of_set)

    (found,) = Assessed().examine(propose(standing=(asks, Record()), set=of_set))

    lenient = of_set in {"RM", "ST"}
    assert found.severity is (Severity.WARNING if lenient else Severity.REFUSAL)
    assert found.message == "Not assessed yet. Ask the coordinator."
    assert found.reason is Reason.NOT_SUITABLE
    assert (found.change is None) is lenient


def test_a_visit_that_left_something_out_says_how_much(propose: Propose) -> None:
    asks = demands((KNOWN["A14"], "M"), (KNOWN["A6"], "K"))

    (found,) = Assessed().examine(propose(standing=(asks, record(A14="yes"))))

    assert found.message == (
        "Not assessed: 1 question of its checklist not answered. Ask the coordinator."
    )


def test_a_room_with_every_answer_is_passed_over(propose: Propose) -> None:
    asks = demands((KNOWN["A14"], "M"))

    assert tuple(Assessed().examine(propose(standing=(asks, record(A14="no"))))) == ()
