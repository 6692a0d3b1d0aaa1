"""What the opening dialog shows."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.dialogs.opening_views import PersonView, StartView, TroubleView, WorkView
from venues.errors import CannotOpen, NotAllowed, WrongInput

PATH = Path("folder/Venues.sqlite")


def test_the_first_start_says_where_and_begins_at_starting_empty(
    qtbot: QtBot,
) -> None:
    view = StartView(PATH)
    qtbot.addWidget(view)

    assert str(PATH) in view.sentence.text()
    assert view.begins is view.empty


def test_trouble_says_its_sentence_and_which_file(qtbot: QtBot) -> None:
    alone = TroubleView(PATH, CannotOpen("It is damaged."), fallback=False)
    beside = TroubleView(PATH, CannotOpen("It is damaged."), fallback=True)
    for view in (alone, beside):
        qtbot.addWidget(view)

    assert alone.sentence.text() == "It is damaged."
    assert (alone.quit.text(), beside.quit.text()) == ("Quit", "Close")


def test_a_complaint_about_the_person_stands_beside_its_field(qtbot: QtBot) -> None:
    view = PersonView(new=True)
    qtbot.addWidget(view)

    view.complain(WrongInput("Type the name.", "name"))
    assert view.form.fields["name"].complaint == "Type the name."
    assert view.complaint.isHidden()

    view.complain(NotAllowed("Somebody is entered already."))
    assert view.complaint.text() == "Somebody is entered already."
    assert not view.complaint.isHidden()


def test_the_person_is_given_whole(qtbot: QtBot) -> None:
    view = PersonView(new=False)
    qtbot.addWidget(view)
    view.form.name.setText("Manager 01")

    with qtbot.waitSignal(view.given) as given:
        view.start.click()

    assert given.args[0].name == "Manager 01"
    assert "Nobody is entered" in view.sentence.text()


def test_work_shows_how_far_it_is(qtbot: QtBot) -> None:
    view = WorkView()
    qtbot.addWidget(view)
    view.begin("Making sample data", "A few seconds.")
    assert view.bar.maximum() == 0

    view.report(3, 56)

    assert (view.bar.value(), view.bar.maximum()) == (3, 56)
    assert view.heading.text() == "Making sample data"
