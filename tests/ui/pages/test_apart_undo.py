"""Takes back what was changed about keeping apart, and does it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import TODAY, day
from ui.pages.apart_undo import ApartUndo
from venues.database.models import Case, CaseVenue, Separation
from venues.services.apart import ending, links, records
from venues.services.apart.drafts import NotToUse, Record
from venues.services.apart.ending import LINK, VENUE, Key

NEW_CASE = Record(reference="WA-20999", kind="child")


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def write(world: Any, change: Callable[..., Any], *what: Any, **more: Any) -> Any:
    with world.database.write() as session:
        return change(session, *what, world.coordinator, **more)


def undo(sitting: Sitting) -> str:
    name = sitting.desk.undo.undo_name
    sitting.desk.undo.undo()
    sitting.rest()
    return name


def redo(sitting: Sitting) -> None:
    sitting.desk.undo.redo()
    sitting.rest()


def closed(world: Any, model: Any) -> bool:
    with world.database.read() as session:
        return session.scalars(select(model.closed_on)).one() is not None


def test_a_new_link_is_closed_and_opened_again(sitting: Sitting, world: Any) -> None:
    link = scene.read_link(world, scene.link(world))
    ApartUndo(sitting.desk).saved(None, link)

    name = undo(sitting)
    gone = closed(world, Separation)
    redo(sitting)

    assert name == "Undo new link"
    assert (gone, closed(world, Separation)) == (True, False)


def test_a_new_venue_not_to_use_too(sitting: Sitting, world: Any) -> None:
    id_ = scene.bar(world)
    ApartUndo(sitting.desk).saved(None, NotToUse(id=id_))

    name = undo(sitting)

    assert name == "Undo new venue not to use"
    assert closed(world, CaseVenue)


def test_a_change_is_put_back_and_made_again(sitting: Sitting, world: Any) -> None:
    before = scene.read_link(world, scene.link(world))
    wanted = replace(before, until=None, kind="family")
    after = write(world, links.save, wanted, today=TODAY, opened=before)
    steps = ApartUndo(sitting.desk)
    steps.saved(before, after)
    steps.saved(after, after)

    name = undo(sitting)
    back = scene.read_link(world, before.id or 0)
    redo(sitting)

    assert name == "Undo change of a link"
    assert (back, scene.read_link(world, before.id or 0)) == (before, after)


def test_a_renewal_of_several_is_one_step(sitting: Sitting, world: Any) -> None:
    keys = [Key(LINK, scene.link(world)), Key(VENUE, scene.bar(world))]
    pairs = write(world, _renew, keys, until=day(400), review_on=day(300), today=TODAY)
    ApartUndo(sitting.desk).renewed(pairs)

    name = undo(sitting)

    assert name == "Undo renewal of 2 records"
    with world.database.read() as session:
        assert session.scalars(select(Separation.until)).one() == day(200)
        assert session.scalars(select(CaseVenue.until)).one() == day(200)


def _renew(session: Any, keys: list[Key], viewer: Any, **more: Any) -> Any:
    return ending.renew(session, keys, viewer, **more)


def test_closing_and_opening_are_steps_too(sitting: Sitting, world: Any) -> None:
    key = Key(LINK, scene.link(world))
    write(world, ending.close, key, today=TODAY)
    steps = ApartUndo(sitting.desk)
    steps.closed(key)

    first = undo(sitting)
    opened = closed(world, Separation)
    steps.reopened(key)
    second = undo(sitting)

    assert (first, second) == (
        "Undo closing of a record",
        "Undo opening of a record",
    )
    assert (opened, closed(world, Separation)) == (False, True)


def test_a_new_case_comes_and_goes(sitting: Sitting, world: Any) -> None:
    after = write(world, records.save, NEW_CASE, today=TODAY)
    ApartUndo(sitting.desk).saved(None, after)

    def there() -> bool:
        with world.database.read() as session:
            known = select(Case.id).where(Case.reference == "WA-20999")
            return session.scalar(known) is not None

    name = undo(sitting)
    gone = there()
    redo(sitting)
    back = there()
    undo(sitting)

    assert name == "Undo new case"
    assert (gone, back, there()) == (False, True, False)


def test_no_name_holds_a_reference(sitting: Sitting, world: Any) -> None:
    before = write(world, records.save, NEW_CASE, today=TODAY)
    wanted = replace(before, two_workers=True)
    after = write(world, records.save, wanted, today=TODAY, opened=before)
    ApartUndo(sitting.desk).saved(before, after)

    assert sitting.desk.undo.undo_name == "Undo change of a case"
