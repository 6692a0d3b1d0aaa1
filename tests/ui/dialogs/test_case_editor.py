"""Adds a case, or changes what is known of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.case_editor import CaseEditor
from venues.services.apart import records
from venues.services.apart.drafts import OnList, Record


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def record(sitting: Sitting) -> Record:
    with sitting.desk.database.read() as session:
        return records.read(session, scene.CHILD, sitting.desk.viewer)


def editor(sitting: Sitting, shown: Record) -> CaseEditor:
    made = CaseEditor(sitting.desk, shown, sitting.owner())
    made.open()
    return made


def test_a_new_case_is_typed_and_saved(sitting: Sitting) -> None:
    made = editor(sitting, Record(reference="WA-20999"))
    made.kind.setCurrentText("Victim")
    made.authority.setCurrentText("Halton")
    made.sector.setText("WA8 6AA")
    made.needs.choose(("step-free",))
    made.two_workers.setChecked(True)
    made.in_education.setChecked(False)
    made.ends.setChecked(True)
    made.ends_on.choose(date(2027, 6, 1))
    made.held.setChecked(True)
    made.hold_until.choose(date(2027, 9, 1))
    made.hours.rows.show_rows([("Monday", "3:15pm", "7pm", "", False)])
    made.lists.rows.show_rows([("victim.01", "", "")])

    before, after = asked.saved(sitting, made)

    assert before is None
    assert after == Record(
        id=after.id,
        reference="WA-20999",
        kind="victim",
        authority_id=2,
        sector="WA8 6",
        needs=("step-free",),
        two_workers=True,
        in_education=False,
        ends_on=date(2027, 6, 1),
        on_hold=True,
        hold_until=date(2027, 9, 1),
        hours=after.hours,
        lists=(OnList(3, scene.TODAY),),
    )
    assert len(after.hours) == 1


def test_what_is_not_touched_stays_as_it_was(sitting: Sitting) -> None:
    shown = record(sitting)
    made = editor(sitting, shown)
    made.two_workers.setChecked(True)

    before, after = asked.saved(sitting, made)

    assert (before, after) == (shown, replace(shown, two_workers=True))


def test_a_date_is_asked_for_only_where_it_holds(sitting: Sitting) -> None:
    made = editor(sitting, record(sitting))

    before = made.hold_until.isEnabled()
    made.held.setChecked(True)

    assert (before, made.hold_until.isEnabled()) == (False, True)


def test_what_is_wrong_opens_its_tab(sitting: Sitting) -> None:
    made = editor(sitting, record(sitting))
    made.hours.rows.show_rows([("Monday", "9", "9", "", False)])

    said = asked.refused(sitting, made, "hours")

    assert said == "Monday: it must end after it starts."
    assert made.hours.isVisible()


def test_only_a_manager_may_put_a_reference_right(sitting: Sitting, world: Any) -> None:
    coordinators = editor(sitting, record(sitting))
    manager = replace(sitting.desk, viewer=world.manager)
    managers = CaseEditor(manager, record(sitting), sitting.owner())
    managers.reference.setText("WA-20471")

    _, after = asked.saved(sitting, managers)

    assert coordinators.reference.isReadOnly()
    assert after.reference == "WA-20471"


def test_it_says_who_put_the_case_on_hold(sitting: Sitting) -> None:
    held = replace(
        record(sitting),
        on_hold=True,
        hold_until=date(2027, 9, 1),
        held_by="manager.01",
    )

    made = editor(sitting, held)

    said = made.fields["held"].entry.accessibleDescription()
    assert said == "Put on hold by manager.01."
