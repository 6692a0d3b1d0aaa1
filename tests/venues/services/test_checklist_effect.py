"""What a change of the checklist would do, and who changed it before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.ui import assessing_scene as scene
from tests.ui.venue_scene import COORDINATOR, NOW
from venues.database.session import Database
from venues.domain.judgement import State
from venues.services import checklist, checklist_effect, room_editing
from venues.services.checklist import CriterionDraft


@pytest.fixture
def hub(database: Database) -> dict[str, int]:
    """The hub, whose rooms can all be seen into; blinds are desired for some."""
    return scene.fill(database, C2="no", S10="no concern")


def question(database: Database, code: str) -> CriterionDraft:
    with database.read() as session:
        return next(each for each in checklist.every(session) if each.code == code)


def words(database: Database, draft: CriterionDraft) -> list[str]:
    with database.read() as session:
        found = checklist_effect.effects(session, draft, today=NOW.date())
    return [each.words for each in found]


@pytest.mark.usefixtures("hub")
def test_asking_for_more_closes_rooms(database: Database) -> None:
    blinds = question(database, "C2")

    stricter = replace(blinds, asks=blinds.asks | {"CH": "M"})

    assert words(database, stricter) == [
        "4 rooms would become not suitable for a one-to-one session."
    ]
    assert words(database, blinds) == []


@pytest.mark.usefixtures("hub")
def test_retiring_a_question_opens_them(database: Database) -> None:
    retired = replace(question(database, "C2"), retired_on=NOW.date())

    assert words(database, retired) == [
        "4 rooms would become suitable for a panel.",
        "4 rooms would become suitable for a victim meeting.",
        "4 rooms would become suitable for a restorative meeting.",
    ]


def test_a_new_question_leaves_rooms_not_assessed(
    database: Database, hub: dict[str, int]
) -> None:
    with database.write() as session:
        room_editing.retire(session, hub["Oak"], COORDINATOR, now=NOW)
    new = CriterionDraft(code="S17", words="A bell", asks={"CH": "M", "FA": "D"})

    with database.read() as session:
        found = checklist_effect.effects(session, new, today=NOW.date())

    assert [(each.set, each.state, each.rooms) for each in found] == [
        ("CH", State.NOT_ASSESSED, 3)
    ]


@pytest.mark.usefixtures("hub")
def test_the_history_says_who_changed_what(database: Database) -> None:
    blinds = question(database, "C2")
    with database.write() as session:
        checklist.save(
            session,
            replace(blinds, words="Nobody sees in", asks=blinds.asks | {"ST": "K"}),
            COORDINATOR,
            opened=blinds,
        )
        checklist.save(session, CriterionDraft(code="S17", words="A bell"), COORDINATOR)

    with database.read() as session:
        rows: list[Any] = list(checklist_effect.history(session))

    assert (rows[0].what, rows[0].change) == ("S17", "Added")
    assert rows[1].who == COORDINATOR.name
    assert rows[1].what == "C2"
    assert rows[1].change == (
        "Question Cannot be seen into from a public place (or blinds) → Nobody sees "
        "in; For a staff meeting nothing → K"
    )
