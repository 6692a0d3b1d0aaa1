"""An assessment as it is stored, read back as it is typed."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from tests.venues.assessed import assess, checklist
from tests.world import WILLOW
from venues.database.models import Answer, Assessment
from venues.services.assessment_drafts import AnswerDraft, stored

SEEN = date(2026, 6, 4)


def test_every_column_of_an_answer_is_read_back_in_the_order_of_the_list(
    world: Any,
) -> None:
    with world.database.write() as session:
        checklist(session)
        id_ = assess(session, 1, WILLOW, SEEN, C6="no", C2="no")
        row = session.get(Answer, 1)
        row.evidence, row.found_on = "Photo", SEEN
        row.weekdays, row.opens, row.closes = 31, time(9), time(17)
        row.control, row.control_until = "A sign", date(2027, 1, 4)

    with world.database.read() as session:
        draft = stored(session, session.get(Assessment, id_))

    assert [each.code for each in draft.answers] == ["C2", "C6"]
    assert draft.answers[1] == AnswerDraft(
        id=1,
        code="C6",
        value="no",
        evidence="Photo",
        found_on=SEEN,
        weekdays=31,
        opens=time(9),
        closes=time(17),
        control="A sign",
        control_until=date(2027, 1, 4),
    )
    assert (draft.venue_id, draft.room_id, draft.made_on) == (1, WILLOW, SEEN)


def test_what_a_manager_read_is_more_than_where_it_stands() -> None:
    one = AnswerDraft(code="C2", value="no", control="Blinds")
    other = AnswerDraft(code="C2", value="no", control="A sheet")

    assert one.place == other.place
    assert one.said != other.said
