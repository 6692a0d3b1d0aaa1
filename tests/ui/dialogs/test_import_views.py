"""The first and the last step of an import, and the waiting between them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.dialogs.import_views import ChooseStep, DoneStep, Step, WaitStep


def test_a_step_shows_its_words_only_where_it_has_some(qtbot: QtBot) -> None:
    step = Step("Heading")
    qtbot.addWidget(step)

    assert step.sentence.isHidden()
    step.say("Some words.")
    assert not step.sentence.isHidden()


def test_a_file_is_chosen_or_the_template_saved(qtbot: QtBot) -> None:
    step = ChooseStep()
    qtbot.addWidget(step)

    with qtbot.waitSignal(step.choose.clicked):
        step.choose.click()
    with qtbot.waitSignal(step.template.clicked):
        step.template.click()


def test_waiting_shows_how_far_it_is(qtbot: QtBot) -> None:
    step = WaitStep()
    qtbot.addWidget(step)
    step.begin("Reading list.xlsx")
    step.report(3, 6)

    assert (step.bar.value(), step.bar.maximum()) == (3, 6)
    assert step.heading.text() == "Reading list.xlsx"


def test_what_was_left_out_can_be_copied_if_there_is_any(qtbot: QtBot) -> None:
    step = DoneStep()
    qtbot.addWidget(step)

    step.show_words("2 venues added.", left_out=False)
    assert step.copy.isHidden()
    step.show_words("2 venues added.", left_out=True)
    assert not step.copy.isHidden()
