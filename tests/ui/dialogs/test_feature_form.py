"""What is recorded of a venue or a room, need by need."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.dialogs.feature_form import FeatureForm
from venues.services.venue_drafts import FeatureDraft

LOOP = FeatureDraft("hearing-loop", present=False, note="Being mended")


def test_what_is_shown_comes_back(qtbot: QtBot) -> None:
    form = FeatureForm(["hearing-loop", "bus", "pushchair"])
    qtbot.addWidget(form)

    form.show_features([LOOP, FeatureDraft("bus", present=True)])

    assert form.features() == (LOOP, FeatureDraft("bus", present=True))


def test_an_answer_that_is_taken_back_is_no_longer_recorded(qtbot: QtBot) -> None:
    form = FeatureForm(["hearing-loop"])
    qtbot.addWidget(form)
    form.show_features([LOOP])

    form.answers["hearing-loop"].setCurrentText("Not recorded")

    assert form.features() == ()


def test_every_input_is_told_by_its_need(qtbot: QtBot) -> None:
    form = FeatureForm(["hearing-loop"])
    qtbot.addWidget(form)

    assert form.answers["hearing-loop"].accessibleName() == "Hearing loop"
    assert form.notes["hearing-loop"].accessibleName() == "Note on hearing loop"
