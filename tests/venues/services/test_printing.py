"""Who may print what, and what never gets out on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from tests import paper_scene as scene
from tests.paper_asked import EVERYBODY, OF_VENUES, gather
from tests.paper_scene import Made
from venues.database.session import Database
from venues.domain.sheets import WEEKLY, Sheet
from venues.errors import NotAllowed, NotFound
from venues.services import printing


@pytest.fixture
def hub(database: Database) -> Database:
    """The scene, with a week's bookings."""
    scene.fill(database, *scene.week())
    return database


@pytest.mark.parametrize("sheet", WEEKLY)
def test_board_readers_print_no_bookings(hub: Database, sheet: Sheet) -> None:
    with pytest.raises(NotAllowed):
        gather(hub, sheet, scene.BOARD)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("sheet", WEEKLY)
def test_everybody_who_books_prints_every_sheet(
    hub: Database, sheet: Sheet, who: int
) -> None:
    assert len(gather(hub, sheet, who)) == 1


def test_venues_without_a_room_in_use_are_said_to_have_none(
    database: Database,
) -> None:
    with pytest.raises(NotFound, match="Choose another venue"):
        gather(database, Sheet.DOOR)


def test_without_a_choice_every_venue_has_its_sheet(hub: Database) -> None:
    sheets = gather(hub, Sheet.DOOR, venue_ids=())

    assert [sheet.head.place for sheet in sheets] == ["Lantern", "Millbrook"]


def test_only_venues_with_a_room_in_use_can_be_chosen(hub: Database) -> None:
    with hub.read() as session:
        names = [venue.name for venue in printing.venues(session)]

    assert names == ["Lantern House", "Millbrook Family Hub"]


def test_any_day_of_the_week_stands_for_its_week(hub: Database) -> None:
    saturday = scene.MONDAY + timedelta(days=5)

    assert gather(hub, Sheet.TEAM, monday=saturday) == gather(hub, Sheet.TEAM)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("sheet", [Sheet.DOOR, Sheet.RECEPTION])
def test_public_sheets_are_the_same_whoever_prints_them(
    hub: Database, sheet: Sheet, who: int
) -> None:
    assert gather(hub, sheet, who) == gather(hub, sheet)


CANARIES = ("WA-99001", "B-1000", "Note canary", "Arrival canary", "separate")


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("sheet", OF_VENUES)
def test_nothing_of_others_gets_out(database: Database, sheet: Sheet, who: int) -> None:
    scene.fill(
        database,
        Made(
            kind="VIC",
            who=(scene.VICTIM_WORKER, scene.COLLEAGUE),
            references=("WA-99001",),
            needs=("separate-waiting", "separate-entrance"),
            note="Note canary",
            arrival="Arrival canary",
        ),
    )
    mine = sheet is Sheet.TEAM and who == scene.VICTIM_WORKER

    paper = printing.text(gather(database, sheet, who))

    leaked = [canary for canary in (*CANARIES, "Victim meeting") if canary in paper]
    assert leaked == (["WA-99001", "Victim meeting"] if mine else [])


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("sheet", OF_VENUES)
def test_a_victims_booking_prints_like_a_childs(
    database: Database, sheet: Sheet, who: int
) -> None:
    victims = Made(kind="VIC", who=(scene.COLLEAGUE,), day=4, references=("WA-30001",))
    scene.fill(database, *scene.week(), victims)
    one = gather(database, sheet, who)
    with database.write() as session:
        scene.as_a_childs(session)

    other = gather(database, sheet, who)

    assert one == other


@pytest.mark.parametrize("sheet", OF_VENUES)
def test_who_works_in_it_does_not_tell_either(database: Database, sheet: Sheet) -> None:
    victims = Made(kind="VIC", who=(scene.VICTIM_WORKER,), day=4)
    scene.fill(database, *scene.week(), victims)
    one = gather(database, sheet)
    with database.write() as session:
        scene.as_a_childs(session, scene.COLLEAGUE)

    other = gather(database, sheet)

    assert one == other


def test_cases_never_stand_side_by_side(database: Database) -> None:
    scene.fill(database, Made(references=("WA-20417", "WA-20391")))

    for sheet in (Sheet.TEAM, Sheet.OWN):
        paper = printing.text(gather(database, sheet))
        assert "2 cases" in paper
        assert "WA-" not in paper


@pytest.mark.parametrize("sheet", WEEKLY)
def test_two_venues_take_no_more_statements_than_one(
    hub: Database, sheet: Sheet
) -> None:
    gather(hub, sheet)  # the catalogue is read once and kept

    def count(venue_ids: tuple[int, ...]) -> int:
        statements: list[str] = []

        def note(_one: Any, _two: Any, statement: str, *_rest: Any) -> None:
            statements.append(statement)

        with hub.read() as session:
            engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        gather(hub, sheet, venue_ids=venue_ids)
        event.remove(engine, "before_cursor_execute", note)
        return len(statements)

    assert count((scene.MILLBROOK,)) == count(())
