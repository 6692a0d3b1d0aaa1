"""Saving from the booking page: what goes wrong is said where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene, repeat_scene
from tests.ui.pages.find_scene import Scene, settled
from ui.pages.booking_saving import BookingSaving
from venues.database.session import Database
from venues.errors import Busy, WrongInput

HOUR = timedelta(hours=1)


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


@pytest.fixture
def saving(qtbot: QtBot, scene: Scene) -> BookingSaving:
    repeat_scene.at(qtbot, scene)
    page = scene.booking
    return BookingSaving(scene.desk, page, page.form, page.card)


def fail(qtbot: QtBot, scene: Scene, saving: BookingSaving, why: Exception) -> None:
    def work(_progress: object) -> None:
        raise why

    saving.start(work, print)
    settled(qtbot, scene)


def test_the_form_waits_while_it_is_saved(
    qtbot: QtBot, scene: Scene, saving: BookingSaving
) -> None:
    done: list[object] = []

    saving.start(lambda _progress: 7, done.append)
    assert not scene.booking.form.isEnabled()
    settled(qtbot, scene)

    assert done == [7]
    assert scene.booking.form.isEnabled()


def test_what_is_wrong_with_a_field_is_said_beside_it(
    qtbot: QtBot, scene: Scene, saving: BookingSaving
) -> None:
    fail(qtbot, scene, saving, WrongInput("Too many.", "people"))

    assert scene.booking.form.fields["people"].complaint == "Too many."


def test_anything_else_is_said_above_the_checks(
    qtbot: QtBot, scene: Scene, saving: BookingSaving
) -> None:
    fail(qtbot, scene, saving, Busy("Somebody else is saving."))

    assert scene.booking.card.refusal.text() == "Somebody else is saving."


def test_our_own_mistakes_go_to_whoever_reports_them(
    qtbot: QtBot, scene: Scene, saving: BookingSaving
) -> None:
    with qtbot.captureExceptions() as raised:
        fail(qtbot, scene, saving, KeyError("x"))
        saving.cannot(KeyError("y"))

    assert [str(error) for _, error, _ in raised] == ["'x'", "'y'"]


def test_while_it_is_typed_it_is_said_beside_the_button(
    scene: Scene, saving: BookingSaving
) -> None:
    saving.cannot(WrongInput("Too many.", "people"))
    assert scene.booking.card.why.text() == "See beside the field what is missing."

    saving.cannot(Busy("Somebody else is saving."))
    assert scene.booking.card.why.text() == "Somebody else is saving."
