"""What was missing, as it is proposed, kept and said."""

from __future__ import annotations

import pytest

from venues.domain import unmet
from venues.domain.findings import Reason
from venues.domain.unmet import Instead, Missing


@pytest.mark.parametrize("missing", Missing)
def test_every_reason_has_words_of_its_own(missing: Missing) -> None:
    assert missing.words
    assert [each.words for each in Missing].count(missing.words) == 1


@pytest.mark.parametrize("instead", Instead)
def test_whatever_happens_instead_has_words_of_its_own(instead: Instead) -> None:
    assert instead.words
    assert [each.words for each in Instead].count(instead.words) == 1


def test_the_commonest_reasons_are_proposed() -> None:
    reasons = [Reason.BOOKED] * 9 + [Reason.CLOSED] * 3 + [Reason.SEATS] * 2

    assert unmet.proposed(reasons) == (Missing.FULL, Missing.HOURS)


def test_a_worker_who_is_elsewhere_is_no_place_that_is_missing() -> None:
    assert unmet.proposed([Reason.WORKER, Reason.OTHER]) == ()
    assert unmet.proposed([Reason.WORKER] * 9 + [Reason.COST]) == (Missing.COST,)


def test_a_missing_feature_and_a_failed_checklist_are_both_criteria() -> None:
    reasons = [Reason.MUST_HAVE, Reason.NOT_SUITABLE, Reason.SUSPENDED]

    assert unmet.proposed(reasons) == (Missing.CRITERION,)


def test_what_is_kept_is_read_again() -> None:
    kept = unmet.stored([Missing.FULL, Missing.CRITERION], ["S6", "A2"])

    assert unmet.missing_of(kept) == (Missing.CRITERION, Missing.FULL)
    assert unmet.criteria_of(kept) == ("A2", "S6")


def test_it_is_said_in_words() -> None:
    kept = [*unmet.stored([Missing.FULL], ["S6", "X9"]), "Too far"]

    assert unmet.said(kept, {"S6": "Separate waiting"}) == (
        "Everything suitable is in use",
        "Separate waiting",
        "X9",
        "Too far",
    )
