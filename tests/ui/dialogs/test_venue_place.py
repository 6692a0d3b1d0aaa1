"""What a venue is and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from tests.venues.services import millbrook
from ui.desk import Desk
from ui.dialogs.venue_place import HINT, NEIGHBOURS, PlaceForm, near_words
from venues.database.session import Database
from venues.errors import WrongInput
from venues.services.venue_clusters import Close
from venues.services.venue_drafts import VenueDraft

STORED = replace(HUB, id=1, authority_id=2, easting=361_077, northing=390_899)


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk."""
    millbrook.staff(database)
    with scene.desk(database) as (desk, _told):
        yield desk


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> PlaceForm:
    """The form, with the hub in it."""
    form = PlaceForm(
        desk, [(1, "Halton"), (2, "Warrington")], ["library"], ["Mill Brook"]
    )
    qtbot.addWidget(form)
    form.show_venue(STORED)
    form.show()
    return form


def test_the_venue_comes_back_as_it_was_shown(form: PlaceForm) -> None:
    values = form.values(STORED)

    assert all(value == getattr(STORED, name) for name, value in values.items())


def test_the_postcode_proposes_the_authority(qtbot: QtBot, form: PlaceForm) -> None:
    before = form.authority.currentText()

    form.postcode.setText("wa7 5ea")
    scene.until(qtbot, lambda: "Halton" in form.authority.currentText())

    assert before == "Warrington (from the postcode)"
    assert form.values(STORED)["authority_id"] is None
    assert "easting" not in form.values(STORED)


def test_an_authority_of_ones_own_choice_stands(qtbot: QtBot, form: PlaceForm) -> None:
    form.authority.setCurrentText("Halton")

    assert form.values(STORED)["authority_id"] == 1

    form.show_venue(replace(STORED, authority_id=1))
    assert form.authority.currentText() == "Halton"


def test_a_postcode_that_lies_outside_or_is_not_there_is_told(
    qtbot: QtBot, form: PlaceForm
) -> None:
    form.postcode.setText("WA10 1AA")
    scene.until(qtbot, lambda: "from" not in form.authority.itemText(0))
    outside = form.postcode.accessibleDescription()
    form.postcode.setText("WA1")
    scene.until(qtbot, lambda: form.postcode.accessibleDescription() == HINT)

    assert outside == "Outside the four authorities."


def test_a_venue_can_be_placed_by_hand(form: PlaceForm) -> None:
    hidden = form.easting.isVisible()
    form.by_hand.setChecked(True)
    form.easting.setText("361,000")
    form.northing.setText("here")

    with pytest.raises(WrongInput, match="not a whole number") as wrong:
        form.values(STORED)

    assert (hidden, form.easting.isVisible()) == (False, True)
    assert wrong.value.field == "northing"


def test_a_retired_venue_stays_retired(qtbot: QtBot, form: PlaceForm) -> None:
    choices = [form.status.itemText(n) for n in range(form.status.count())]

    form.show_venue(replace(STORED, status="retired", placed_by_hand=True))

    assert "Retired" not in choices
    assert form.values(STORED)["status"] == "retired"
    assert form.values(STORED)["authority_id"] == 2


def test_without_the_list_of_postcodes_nothing_is_proposed(
    qtbot: QtBot, desk: Desk
) -> None:
    bare = PlaceForm(replace(desk, gazetteer=lambda: None), [(2, "Warrington")], [], [])
    qtbot.addWidget(bare)

    bare.show_venue(STORED)
    chosen = bare.authority.currentText()
    bare.show_venue(VenueDraft())

    assert chosen == "Warrington"
    assert bare.authority.currentIndex() == 0


def test_a_neighbour_is_named_with_its_group(
    qtbot: QtBot, desk: Desk, form: PlaceForm
) -> None:
    millbrook.venue(desk.database, name="Other", postcode="WA7 5EA")
    millbrook.venue(desk.database, name="Library", cluster="Mill Brook")
    before = form.cluster.accessibleDescription()

    form.postcode.setText("WA2 9AA ")
    scene.until(qtbot, lambda: "Library" in form.cluster.accessibleDescription())

    assert before == NEIGHBOURS
    assert form.cluster.accessibleDescription() == (
        "Library is at this postcode, in the group Mill Brook. "
        "People are kept apart over a whole group."
    )


def test_a_neighbour_without_a_group_says_how_far_it_is() -> None:
    assert near_words(Close(120, "Library", "")).startswith(
        "Library is 120 metres away and in no group yet."
    )
