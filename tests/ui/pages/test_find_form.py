"""What is looked for, as it is filled in."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from tests.ui.schedule_scene import COORDINATOR
from ui.pages.find_form import AUTHORITIES, FindForm, first_day, short
from venues.database.session import Database
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE
from venues.errors import WrongInput


@pytest.fixture
def form(qtbot: QtBot, database: Database, tmp_path: Path) -> FindForm:
    find_scene.fill(database)
    made = FindForm(find_scene.desk(database, tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_what_is_usual(form: FindForm) -> None:
    wish = form.wish()

    assert (wish.audience, wish.kind, wish.people) == (Audience.CHILD, "SUP", 3)
    assert wish.period == Period.lasting(datetime(2026, 11, 26, 15, 30), 60)
    assert len(wish.authority_ids) == 1
    assert wish.worker_ids == (1,)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 26, 10, 42), date(2026, 11, 26)),
        (datetime(2026, 11, 26, 15, 30), date(2026, 11, 27)),
        (datetime(2026, 11, 27, 16), date(2026, 11, 30)),
        (datetime(2026, 11, 28, 9), date(2026, 11, 30)),
    ],
)
def test_it_begins_on_the_next_afternoon_of_a_weekday(
    now: datetime, expected: date
) -> None:
    assert first_day(now) == expected


def test_a_kind_brings_its_length_and_people(form: FindForm) -> None:
    form.subject.kind.setCurrentIndex(form.subject.kind.findData("ROP"))

    assert (form.length.value(), form.people.value()) == (75, 9)


def test_an_unusual_length_is_remarked_on_but_taken(form: FindForm) -> None:
    enter(form.length, "3 hours")

    assert form.wish().period.minutes == 180
    assert form.length.accessibleDescription() == (
        "Usually 30 minutes to 1 hour 30 minutes."
    )
    assert form.fields["ends"].complaint == ""


def test_an_offer_is_taken_up_and_the_rest_stays(qtbot: QtBot, form: FindForm) -> None:
    enter(form.subject.case.edit, "WA-20391")
    offered = form.wish()
    changed = type(offered)(
        **{
            name: getattr(offered, name)
            for name in type(offered).__dataclass_fields__
            if name not in {"people", "within", "needs"}
        },
        people=2,
        within=5 * METRES_PER_MILE,
        needs=("screen",),
    )

    with qtbot.waitSignal(form.changed):
        form.adopt(changed)

    assert form.wish() == changed
    assert form.subject.case.edit.text() == "WA-20391"


def test_the_authority_is_ones_own_until_somebody_chooses(form: FindForm) -> None:
    own = form.authorities.chosen()
    assert len(own) == 1

    form.authorities.choose(())

    assert form.wish().authority_ids == frozenset()


def test_what_was_chosen_last_time_is_chosen_again(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    find_scene.fill(database)
    desk = find_scene.desk(database, tmp_path)
    desk.preferences[AUTHORITIES] = ("1", "3")

    form = FindForm(desk)
    qtbot.addWidget(form)

    assert form.authorities.chosen() == ("1", "3")


@pytest.mark.parametrize("name", ["people", "near", "flexible"])
def test_enter_in_any_field_goes_on(qtbot: QtBot, form: FindForm, name: str) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(getattr(form, name), Qt.Key.Key_Return)


def test_enter_stays_with_what_cannot_be_used(qtbot: QtBot, form: FindForm) -> None:
    form.start.lineEdit().setText("25:00")

    with qtbot.assertNotEmitted(form.submitted, wait=20):
        form.submit()

    assert form.fields["starts"].complaint.startswith("“25:00”")


def test_trouble_without_a_field_of_its_own_is_said_all_the_same(
    form: FindForm,
) -> None:
    form.complain(WrongInput("Something is wrong.", "nowhere"))

    assert form.fields["kind"].complaint == "Something is wrong."


def test_a_coordinator_looks_for_staff(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    find_scene.fill(database)

    form = FindForm(find_scene.desk(database, tmp_path, COORDINATOR))
    qtbot.addWidget(form)

    assert form.wish().audience is Audience.STAFF
    assert form.wish().references == ()


def test_a_long_name_is_shortened_for_its_chip() -> None:
    assert short("Cheshire West and Chester") == "Cheshire West"
    assert short("Halton") == "Halton"
