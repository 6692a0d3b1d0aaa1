"""What would be on record of a place with which nobody finds fault."""

from __future__ import annotations

from datetime import date

import pytest

from tests.venues import assessed
from tests.world import TODAY, World
from venues.database import catalogue as catalogues
from venues.domain.checklist import Style
from venues.services.what_if import flawless

pytestmark = pytest.mark.of_a_file("a copy in memory, the same on both")


def test_every_criterion_that_somebody_answers_passes(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
    with world.database.read() as session:
        catalogue = catalogues.read(session)

    record = flawless.record(catalogue, TODAY, ())

    asked = catalogue.assessed.checklist.questions
    answered = {each for each in asked if asked[each].style is not Style.AUTOMATIC}
    assert set(record.room.replies) == answered
    assert record.room.visit is not None
    assert record.room.visit.review_by == date(2027, 11, 23)


def test_what_meets_a_need_that_is_lacking_is_not_answered(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
    with world.database.read() as session:
        catalogue = catalogues.read(session)

    record = flawless.record(catalogue, TODAY, ("hearing-loop",))

    meets = {
        question.code
        for question in catalogue.assessed.checklist.questions.values()
        if any(each.need == "hearing-loop" for each in question.meets)
    }
    assert meets
    assert meets.isdisjoint(record.room.replies)
