"""How a venue is booked and what it costs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.venue_scene import HUB
from ui.dialogs.venue_hire import HireForm
from venues.errors import WrongInput
from venues.services.venue_drafts import VenueDraft


@pytest.fixture
def form(qtbot: QtBot) -> HireForm:
    """The form, with the hub in it."""
    form = HireForm()
    qtbot.addWidget(form)
    form.show_venue(HUB)
    return form


@pytest.mark.parametrize("venue", [HUB, VenueDraft(booked_by="request")])
def test_the_venue_comes_back_as_it_was_shown(
    form: HireForm, venue: VenueDraft
) -> None:
    form.show_venue(venue)

    assert form.values() == {name: getattr(venue, name) for name in form.values()}


def test_amounts_are_shown_as_they_are_said(form: HireForm) -> None:
    assert (form.rate.text(), form.min_hire.text()) == ("£14", "1 hour")


def test_what_is_left_empty_is_nothing(form: HireForm) -> None:
    for entry in (form.notice_days, form.charge_days, form.rate, form.min_hire):
        entry.clear()

    values = form.values()

    assert [values[n] for n in ("notice_days", "charge_days", "rate", "min_hire")] == [
        0,
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("entry", "typed"),
    [("rate", "cheap"), ("min_hire", "an age"), ("notice_days", "two")],
)
def test_what_cannot_be_read_names_its_field(
    form: HireForm, entry: str, typed: str
) -> None:
    getattr(form, entry).setText(typed)

    with pytest.raises(WrongInput) as wrong:
        form.values()

    assert wrong.value.field == entry
