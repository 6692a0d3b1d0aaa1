"""With their own sign-in people get what the program shows them, and nothing else.

Whatever is asked here is asked twice: by a session that reads everything and masks it,
and by one that the server lets read no more than is its person's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.server import Server
from tests.venues.services.reviews import scene
from tests.world import HALL, HALL_A, LOGINS, OAK, STUDY, WILLOW, World
from venues.database import catalogue, facts
from venues.database.models import Booking, Case, Review
from venues.database.session import Database
from venues.domain import telling
from venues.domain.people import Audience, Role, Viewer
from venues.domain.period import Period
from venues.errors import (
    Clash,
    NotAllowed,
    NotFound,
    Refused,
    VenuesError,
    WrongInput,
)
from venues.services import (
    attempts,
    booking_changes,
    bookings,
    cases,
    diary,
    finding,
    outing_plans,
    outings,
    releasing,
    retention,
    reviews,
    room_requests,
    stays,
    today,
)
from venues.services.finding import Wish
from venues.services.outing_plans import Draft
from venues.services.reviews import sweeping
from venues.services.sign_offs import asking, deciding, queue
from venues.services.team import members
from venues.services.undoing import steps

ROOMS = range(1, 7)
FIRST, UNTIL = datetime(2026, 11, 26), datetime(2026, 11, 27)
NAMES = [login for login, _ in LOGINS]

SignIn = Callable[[str], Database]

pytestmark = pytest.mark.of_a_server


@pytest.fixture
def sign_in(world: World, server: Server) -> Iterator[SignIn]:
    """The world as it is for whoever signs in themselves."""
    with ExitStack() as opened:

        def signed(login: str) -> Database:
            database = Database.open(server.address("world", login))
            opened.callback(database.close)
            reviews.watch(database, lambda: world.now)
            return database

        yield signed


@pytest.fixture
def busy(world: World) -> World:
    """A day on which a child's, a victim's and a coordinator's bookings stand."""
    scene.book(world, people=5, note="Bring the form", layout="circle")
    scene.for_the_victim(world, room_ids=(STUDY,))
    scene.book(
        world,
        world.colleague,
        room_ids=(HALL,),
        references=("WA-20418",),
        hour=11,
    )
    scene.book(
        world,
        world.coordinator,
        audience=Audience.STAFF,
        kind="PRO",
        references=(),
        room_ids=(OAK,),
        hour=9,
    )
    draft = Draft(
        staff_id=world.practitioner.staff_id,
        place="Home visit, Runcorn",
        starts=datetime(2026, 11, 26, 18),
        ends=datetime(2026, 11, 26, 19),
        buddy_id=world.victim_worker.staff_id,
    )
    with world.database.write() as session:
        outing_plans.plan(session, world.practitioner, draft, now=world.now)
        for booking in session.scalars(select(Booking)):
            booking.venue_answer = "asked" if booking.id % 2 else "not needed"
    return world


def viewers(world: World) -> list[Viewer]:
    named = vars(world)
    return [each for each in named.values() if isinstance(each, Viewer)]


def screen(session: Session, viewer: Viewer) -> Any:
    known = catalogue.read(session)
    asked = {"first": FIRST, "until": UNTIL, "room_ids": ROOMS}
    return stays.between(session, known, viewer, **asked)


def on_paper(session: Session, viewer: Viewer) -> Any:
    known = catalogue.read(session)
    asked = {"first": FIRST, "until": UNTIL, "room_ids": ROOMS}
    return stays.between(session, known, viewer, paper=True, **asked)


def reception(session: Session, _viewer: Viewer) -> Any:
    asked = {"first": FIRST, "until": UNTIL, "room_ids": ROOMS}
    return stays.expected_between(session, catalogue.read(session), **asked)


def mine(session: Session, viewer: Viewer) -> Any:
    return diary.mine(session, viewer, first=FIRST, until=UNTIL)


def out(session: Session, viewer: Viewer) -> Any:
    return outings.of_today(session, viewer, datetime(2026, 11, 26, 12))


def whole_day(session: Session, viewer: Viewer) -> Any:
    return today.read(session, viewer, datetime(2026, 11, 26, 8))


def taken(session: Session, _viewer: Viewer) -> Any:
    return dict(facts.holds(session, FIRST, UNTIL))


def found(session: Session, viewer: Viewer) -> Any:
    """What fits, and why the others do not, for a second worker who may be busy."""
    victim = viewer.role == "victim_worker"
    wish = Wish(
        audience=Audience.VICTIM if victim else Audience.STAFF,
        kind="VIC" if victim else "PRO",
        period=Period.lasting(datetime(2026, 11, 26, 15), 60),
        people=2,
        references=("WA-20466",) if victim else (),
        worker_ids=(viewer.staff_id, 2 if viewer.staff_id != 2 else 1),
    )
    return finding.rooms(session, wish, viewer, today=datetime(2026, 11, 23, 8))


SHOWN = [screen, on_paper, reception, mine, out, whole_day, taken, found]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda each: each.__name__)
def test_each_sees_what_the_program_shows_and_the_server_lets_them(
    busy: World, sign_in: SignIn, shown: Callable[[Session, Viewer], Any]
) -> None:
    for viewer in viewers(busy):
        if viewer.role == "board":
            continue
        with busy.database.read() as session:
            expected = shown(session, viewer)
        with sign_in(viewer.login).read() as session:
            assert shown(session, viewer) == expected, viewer.login


def test_a_masked_booking_is_not_even_there_to_be_read(
    busy: World, sign_in: SignIn
) -> None:
    with sign_in("practitioner.05").read() as session:
        (own,) = session.scalars(select(Booking))
        references = session.scalars(select(Case.reference)).all()

    assert own.made_by == busy.colleague.staff_id
    assert references == ["WA-20418"]


def test_the_main_job_is_done_with_ones_own_sign_in(
    world: World, sign_in: SignIn
) -> None:
    own, viewer = sign_in("practitioner.04"), world.practitioner

    made = attempts.book(own, world.request(), viewer, now=world.now)
    with own.write("move") as session:
        moved = booking_changes.move(
            session,
            made.id,
            viewer,
            now=world.now,
            room_ids=(OAK,),
            period=scene.at(17),
        )
    with pytest.raises(NotFound), sign_in("practitioner.05").write() as session:
        booking_changes.cancel(
            session, made.id, world.colleague, reason="No", now=world.now
        )
    with own.read() as session:
        step, *_ = steps.read(session, viewer).undo
    steps.turn(own, step.id, viewer, now=world.now)
    with own.write() as session:
        booking_changes.cancel(
            session, made.id, viewer, reason="Not needed", now=world.now
        )

    assert moved.id == made.id
    with world.database.read() as session:
        booking = session.get_one(Booking, made.id)
        assert (booking.status, booking.starts.hour) == ("cancelled", 15)
        assert catalogue.read(session)
        assert not facts.holds(session, FIRST, UNTIL)


def test_the_same_room_twice_is_refused_whoever_has_it(
    busy: World, sign_in: SignIn
) -> None:
    own = sign_in("practitioner.05")
    asked = busy.request(references=("WA-20418",), worker_ids=(2,))

    with pytest.raises(Refused) as refused:
        attempts.book(own, asked, busy.colleague, now=busy.now)

    assert [each.rule for each in refused.value.findings] == ["R1"]
    with pytest.raises(VenuesError), own.write() as session:  # past the rules
        session.connection().exec_driver_sql(
            "INSERT INTO hold (space_id, starts, ends, booking_id) SELECT 1, "
            "'2026-11-26 15:00', '2026-11-26 16:00', id FROM booking"
        )


def test_people_are_kept_apart_by_the_one_sentence_with_a_code(
    world: World, sign_in: SignIn
) -> None:
    scene.link(world)
    scene.for_the_victim(world)
    own = sign_in("practitioner.04")

    with pytest.raises(Refused) as refused:
        attempts.book(own, world.request(), world.practitioner, now=world.now)

    assert refused.value.code
    with own.write() as session:
        request = world.request()
        asked = asking.ask(
            session, request, world.practitioner, now=world.now, code=refused.value.code
        )
    manager = sign_in("manager.01")
    with manager.read() as session:
        (waiting,) = queue.read(session, world.manager, world.now)
        assert waiting.key[0] == asked
    with manager.write() as session:
        deciding.sign_off(
            session,
            waiting.key,
            world.manager,
            "They will not meet",
            now=world.now,
        )
    with own.read() as session:
        (booking,) = session.scalars(select(Booking))
        assert booking.made_by == world.practitioner.staff_id


def test_a_reference_is_looked_up_alike(world: World, sign_in: SignIn) -> None:
    own = sign_in("practitioner.04")

    with own.read() as session:
        for text in ("WA-20417", "WA-20418", "WA-20466", "WA-99999"):
            said = cases.look_up(session, text, world.practitioner, date(2026, 11, 23))
            with world.database.read() as whole:
                assert said == cases.look_up(
                    whole, text, world.practitioner, date(2026, 11, 23)
                )
    with pytest.raises(WrongInput), own.write() as session:
        bookings.book(
            session,
            world.request(references=("WA-20418",)),
            world.practitioner,
            now=world.now,
        )


def test_a_new_reference_is_ones_own_from_then_on(
    world: World, sign_in: SignIn
) -> None:
    own = sign_in("practitioner.04")
    asked = world.request(references=("WA-55555",))

    attempts.book(own, asked, world.practitioner, now=world.now)

    with own.read() as session:
        assert "WA-55555" in cases.mine(session, world.practitioner, date(2026, 11, 23))


def test_a_room_in_use_is_asked_for_and_answered(busy: World, sign_in: SignIn) -> None:
    asker, keeper = sign_in("practitioner.05"), sign_in("coordinator.01")
    holder, now = sign_in("practitioner.04"), busy.now

    with asker.write() as session:
        (id_,) = room_requests.ask(
            session, busy.colleague, WILLOW, scene.at(15), now=now
        )
    with holder.read() as session:
        assert room_requests.to_answer(session, busy.practitioner, now) == ()
    with keeper.write() as session:
        room_requests.decide(session, id_, "asked", busy.coordinator)
    with holder.write() as session:
        (wanted,) = room_requests.to_answer(session, busy.practitioner, now)
        room_requests.decide(session, wanted.id, "yes", busy.practitioner)
    with asker.read() as session:
        (said,) = room_requests.mine(session, busy.colleague, now)

    assert said.state == "yes"


def test_what_a_coordinator_moves_its_worker_sees(busy: World, sign_in: SignIn) -> None:
    keeper = sign_in("coordinator.01")
    with busy.database.read() as session:
        id_ = session.scalar(select(Booking.id).where(Booking.note != ""))

    with keeper.write() as session:
        booking_changes.move(
            session,
            id_,
            busy.coordinator,
            now=busy.now,
            room_ids=(HALL_A,),
            period=scene.at(15),
            accepted={telling.NAME: "They agreed"},
        )

    with sign_in("practitioner.04").read() as session:
        (review,) = session.scalars(select(Review))
        (seen,) = diary.mine(session, busy.practitioner, first=FIRST, until=UNTIL)
    assert (review.cause, seen.room_id) == ("moved", HALL_A)


def test_what_its_worker_is_not_told_of_is_settled_when_it_moves(
    world: World, sign_in: SignIn
) -> None:
    reviews.watch(world.database, lambda: world.now)
    id_ = scene.book(world)
    scene.for_the_victim(world)
    scene.link(world)
    own = sign_in("practitioner.04")

    def told(database: Database, *, settled: bool | None = None) -> int:
        with database.read() as session:
            which = select(func.count()).select_from(Review)
            if settled is not None:
                which = which.where(Review.resolved_at.is_not(None) == settled)
            return session.execute(which.where(Review.booking_id == id_)).scalar_one()

    assert (told(world.database, settled=False), told(own)) == (1, 0)

    with own.write() as session:
        booking_changes.move(
            session, id_, world.practitioner, now=world.now, room_ids=(HALL_A,)
        )

    assert told(world.database, settled=True) == 1


def test_a_clash_of_holds_is_told_in_words(busy: World, sign_in: SignIn) -> None:
    own = sign_in("practitioner.05")

    with pytest.raises(Clash), own.write() as session:
        session.connection().exec_driver_sql(
            "UPDATE hold SET space_id = 1, starts = '2026-11-26 15:00', "
            "ends = '2026-11-26 16:00' WHERE space_id = 5"
        )


def test_what_the_program_does_by_itself_a_keepers_does_for_all(
    busy: World, sign_in: SignIn
) -> None:
    later = datetime(2026, 11, 25, 9)
    own, keeper = sign_in("practitioner.04"), sign_in("coordinator.01")

    for database in (own, keeper):
        assert sweeping.sweep(database, later) == 0
        assert releasing.release(database, later) == 0
    with pytest.raises(NotAllowed, match="looks after the server"):
        retention.run(keeper, datetime.now(UTC).replace(tzinfo=None))


def test_a_role_is_not_changed_in_the_list_of_staff(
    world: World, sign_in: SignIn
) -> None:
    with sign_in("manager.01").write() as session:
        one = members.member(session, world.colleague.staff_id)
        other = replace(one.draft, role=Role.MANAGER)
        with pytest.raises(WrongInput, match="shared add-person"):
            members.change(session, world.manager, one, other, today=date(2026, 11, 23))
        phone = replace(one.draft, work_phone="01925 000 005")
        saved = members.change(
            session, world.manager, one, phone, today=date(2026, 11, 23)
        )

    assert saved.draft.work_phone == "01925 000 005"


def test_a_step_of_a_series_that_is_not_ones_own_is_not_there(
    busy: World, sign_in: SignIn
) -> None:
    with busy.database.read() as session:
        theirs = session.scalars(
            select(Booking.id).where(Booking.made_by != busy.colleague.staff_id)
        ).first()

    with (
        pytest.raises(NotFound, match="no longer yours"),
        sign_in("practitioner.05").write() as session,
    ):
        session.get_one(Booking, theirs)
