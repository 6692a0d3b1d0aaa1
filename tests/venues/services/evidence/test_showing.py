"""Who is told what of which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, text

from tests.server import Kept, Server
from venues.database.engines import postgres_logins
from venues.database.models import Staff
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.domain.reporting import Dates, month_of, quarter_of
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services.evidence import measures, showing
from venues.services.evidence.scope import Scope
from venues.services.evidence.shown import Evidence

LATER = date(2027, 1, 20)
"""When the quarter of the sample is over."""

AUTUMN = quarter_of(date(2026, 11, 1))


def viewer(role: Role) -> Viewer:
    return Viewer(1, "somebody", "Somebody", role, 1)


def told(
    demo: Database,
    scope: Scope,
    role: Role,
    dates: Dates = AUTUMN,
    authority_id: int | None = None,
    today: date = LATER,
) -> Evidence:
    asked = replace(scope, dates=dates, today=today)
    with demo.read() as session:
        return showing.read(session, asked, viewer(role), authority_id)


def test_a_manager_is_told_everything_as_it_is(demo: Database, scope: Scope) -> None:
    evidence = told(demo, scope, Role.MANAGER)

    assert evidence.measures.keys() == measures.MEASURES.keys()
    assert not any(each.banded or each.notice for each in evidence.measures.values())
    with demo.read() as session:
        counted = measures.tallies(session, replace(scope, dates=AUTUMN, today=LATER))
    shown = evidence.measures["unmet"]
    assert shown.headline.value == sum(
        each.all.number for each in counted["unmet"].values()
    )


def test_one_authority_is_told_by_itself(demo: Database, scope: Scope) -> None:
    evidence = told(demo, scope, Role.MANAGER, authority_id=2)

    table = evidence.measures["unmet"].table("band")
    assert evidence.authority == "Warrington"
    assert table is not None
    assert [line.label for line in table.lines] == ["Warrington"]


def test_the_days_before_are_told_for_comparison(demo: Database, scope: Scope) -> None:
    before = told(demo, scope, Role.MANAGER, dates=AUTUMN.before)

    evidence = told(demo, scope, Role.MANAGER)

    for key in ("unmet", "attendance", "cost"):
        assert evidence.measures[key].before == before.measures[key].headline
    assert evidence.measures["coverage"].before is None


@pytest.mark.parametrize("role", [Role.BOARD, Role.COORDINATOR])
def test_small_counts_are_banded_for_those_who_are_told_less(
    demo: Database, scope: Scope, role: Role
) -> None:
    evidence = told(demo, scope, role)

    banded = {key for key, each in evidence.measures.items() if each.banded}
    catalogue = {"coverage", "reviews", "suitable"}
    telling = {
        key for key, each in measures.MEASURES.items() if each.definition.telling
    }
    expected = set(measures.MEASURES) - catalogue if role is Role.BOARD else telling
    assert banded == expected
    for key in banded:
        for table in evidence.measures[key].tables:
            for line in table.lines:
                for cell in line.cells:
                    assert cell.words not in {"0", "1", "2", "3", "4"}


def test_a_board_reader_gets_months_and_quarters_that_are_over(
    demo: Database, scope: Scope
) -> None:
    assert told(demo, scope, Role.BOARD, month_of(date(2026, 11, 1)))
    for dates, today in (
        (Dates(date(2026, 10, 1), date(2026, 11, 15)), LATER),
        (Dates(date(2026, 10, 1), date(2026, 11, 30)), LATER),
        (AUTUMN, date(2026, 12, 31)),
        (month_of(date(2026, 10, 1)), date(2026, 12, 31)),
    ):
        with pytest.raises(WrongInput, match="whole quarter"):
            told(demo, scope, Role.BOARD, dates, today=today)


def test_what_is_offered_to_a_board_reader_can_be_told(scope: Scope) -> None:
    for dates in showing.offered(viewer(Role.BOARD), LATER):
        assert showing.tellable(replace(scope, dates=dates, today=LATER))
    assert showing.offered(viewer(Role.MANAGER), LATER)[0] == quarter_of(LATER)


def test_a_coordinator_is_not_told_of_a_few_days_what_bookings_were_for(
    demo: Database, scope: Scope
) -> None:
    week = Dates(date(2026, 11, 2), date(2026, 11, 8))

    evidence = told(demo, scope, Role.COORDINATOR, week)

    for key, measure in measures.MEASURES.items():
        shown = evidence.measures[key]
        assert bool(shown.notice) is measure.definition.telling
        assert bool(shown.tables) is not measure.definition.telling


def test_a_month_is_told_as_a_part_of_its_quarter(demo: Database, scope: Scope) -> None:
    evidence = told(demo, scope, Role.BOARD, month_of(date(2026, 11, 1)))

    tables = evidence.measures["unmet"].tables
    assert [each.key for each in tables] == ["authority"]


def test_nothing_told_names_a_person_or_a_case(demo: Database, scope: Scope) -> None:
    with demo.read() as session:
        asked = session.connection()
        names = [*asked.execute(text("SELECT name FROM staff")).scalars()]
        names += asked.execute(text('SELECT reference FROM "case"')).scalars()

    for role in (Role.MANAGER, Role.COORDINATOR, Role.BOARD):
        said = repr(told(demo, scope, role))
        assert not [name for name in names if name and name in said]


def test_it_is_not_for_everybody_and_of_known_authorities(
    demo: Database, scope: Scope
) -> None:
    with pytest.raises(NotAllowed):
        told(demo, scope, Role.PRACTITIONER)
    with pytest.raises(NotFound):
        told(demo, scope, Role.MANAGER, authority_id=99)


def test_it_stops_when_it_is_told_to(demo: Database, scope: Scope) -> None:
    seen: list[tuple[int, int]] = []

    def note(done: int, of: int) -> None:
        seen.append((done, of))
        if len(seen) > 5:
            raise InterruptedError

    with pytest.raises(InterruptedError), demo.read() as session:
        showing.read(session, scope, viewer(Role.MANAGER), progress=note)

    assert seen == sorted(seen)
    assert all(done < of for done, of in seen)


@pytest.mark.of_a_server
def test_a_board_readers_own_sign_in_adds_up_no_bookings(
    demo: Database, scope: Scope, shared_demo: Kept, server: Server
) -> None:
    with demo.read() as session:
        found = select(Staff.id).where(Staff.role == Role.BOARD.value)
        id_ = session.scalars(found).first()
    assert id_ is not None
    address = shared_demo.address
    login = "board.77"
    postgres_logins.enter(address, login, Role.BOARD, id_)
    own = Database.open(server.address(address.name, login))

    whole, blind = (told(each, scope, Role.BOARD) for each in (demo, own))

    own.close()
    postgres_logins.remove(address, login)
    for key, shown in blind.measures.items():
        if key in measures.WITHOUT_BOOKINGS:
            assert shown == whole.measures[key]
        else:
            assert shown.notice == showing.OF_BOOKINGS
            assert shown.tables == ()
