"""Every figure, counted again from plain SQL and by hand, without any of our own.

What is read here are rows as they lie in the tables; all else is worked out below.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from math import hypot
from typing import Any

import pytest
from sqlalchemy import event, text

from tests.venues.services.evidence.conftest import TODAY
from venues.database.session import Database
from venues.domain.figures import Part, Tally, together
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed
from venues.services import suitability
from venues.services.evidence import measures
from venues.services.evidence.scope import Scope

Rows = list[Any]
CAME = {"attended", "left early"}
MISSED = {"did not attend", "was not brought"}


def plain(demo: Database, statement: str, **given: Any) -> Rows:
    with demo.read() as session:
        return list(session.connection().execute(text(statement), given))


def day(value: Any) -> date:
    """A file keeps days and moments as text."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value[:10])


def moment(value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def listed(value: Any) -> list[str]:
    found: list[str] = json.loads(value) if isinstance(value, str) else value
    return found


def within(scope: Scope, value: Any) -> bool:
    return scope.dates.first <= day(value) <= scope.dates.last


def tally(demo: Database, scope: Scope, key: str) -> dict[int, Tally]:
    with demo.read() as session:
        return measures.tallies(session, scope)[key]


@pytest.fixture
def standing(demo: Database, scope: Scope) -> Rows:
    """Bookings of the period that stood, with their main room and its venue."""
    rows = plain(
        demo,
        "SELECT b.id, b.starts, b.ends, b.outcome, b.cost, b.travel, b.audience, "
        'b.venues_offered, b.due_by, b.police_representative, t.code, t."set", '
        "r.id AS room_id, r.rate AS room_rate, v.rate, v.min_hire, v.authority_id, "
        "v.kind, v.name FROM booking b "
        "JOIN appointment_type t ON t.id = b.type_id "
        "JOIN booking_room br ON br.booking_id = b.id AND br.role = 'main' "
        "JOIN room r ON r.id = br.room_id JOIN venue v ON v.id = r.venue_id "
        "WHERE b.status IN ('provisional', 'confirmed')",
    )
    return [row for row in rows if within(scope, row.starts)]


def minutes(row: Any) -> int:
    return int((moment(row.ends) - moment(row.starts)).total_seconds()) // 60


def cost(row: Any) -> int:
    if row.cost is not None:
        return int(row.cost)
    rate = row.rate if row.room_rate is None else row.room_rate
    return int(rate * max(minutes(row), row.min_hire) // 60)


def test_bookings_kept_and_attended(
    demo: Database, scope: Scope, standing: Rows
) -> None:
    over = [row for row in standing if row.outcome in CAME | MISSED]
    came = Counter(row.authority_id for row in over if row.outcome in CAME)
    everybody = Counter(row.authority_id for row in over)
    far = Counter(
        "none"
        if row.travel is None
        else "near"
        if row.travel <= 1609
        else "walk"
        if row.travel <= 4828
        else "ride"
        if row.travel <= 8047
        else "far"
        for row in over
    )

    attendance = tally(demo, scope, "attendance")
    kept = tally(demo, scope, "kept")

    assert {id_: each.all[:2] for id_, each in attendance.items()} == {
        id_: (came[id_], everybody[id_]) for id_ in everybody
    }
    assert {id_: each.all for id_, each in kept.items()} == {
        id_: each.all for id_, each in attendance.items()
    }
    whole = together(attendance.values())
    assert {key: part.of for key, part in whole.parts["travel"].items()} == far
    venues = Counter(row.name for row in over if row.outcome in CAME)
    assert {k: p.number for k, p in whole.parts["venue"].items() if p.number} == venues
    whole = together(kept.values())
    assert {key: part.number for key, part in whole.parts["what"].items()} == Counter(
        row.outcome for row in over
    )


def test_hire_for_an_hour_booked_and_an_hour_kept(
    demo: Database, scope: Scope, standing: Rows
) -> None:
    paid = [row for row in standing if cost(row)]
    over = [row for row in paid if row.outcome in CAME | MISSED]

    booked = together(tally(demo, scope, "cost").values())
    kept = together(tally(demo, scope, "cost_kept").values())

    assert paid
    assert booked.all == Part(sum(map(cost, paid)), sum(map(minutes, paid)), len(paid))
    assert kept.all == Part(
        sum(map(cost, over)),
        sum(minutes(row) for row in over if row.outcome in CAME),
        len(over),
    )
    by_kind: Counter[str] = Counter()
    for row in paid:
        by_kind[row.kind] += cost(row)
    assert {key: each.number for key, each in booked.parts["kind"].items()} == by_kind


def test_meetings_with_a_choice_with_the_police_and_in_time(
    demo: Database, scope: Scope, standing: Rows
) -> None:
    victims = [r for r in standing if r.set == "VI" and r.audience == "victim"]
    panels = [r for r in standing if r.set == "PA" and r.due_by is not None]
    risk = [r for r in standing if r.code == "RMM"]
    workers = plain(demo, "SELECT booking_id, attended FROM worker WHERE part='police'")
    named = {row.booking_id for row in workers}
    there = {row.booking_id for row in workers if row.attended}

    def counted(key: str) -> Tally:
        return together(tally(demo, scope, key).values())

    assert counted("choice").all[:2] == (
        sum((row.venues_offered or 0) >= 2 for row in victims),
        len(victims),
    )
    assert counted("panels").all[:2] == (
        sum(day(row.starts) <= day(row.due_by) for row in panels),
        len(panels),
    )
    police = counted("police")
    assert police.all[:2] == (sum(r.id in there for r in risk), len(risk))
    assert police.part("police", "planned").number == sum(
        bool(row.police_representative) or row.id in named for row in risk
    )
    assert len(victims) * len(panels) * len(risk) > 0


def test_minutes_booked_in_every_part_of_a_building(
    demo: Database, scope: Scope
) -> None:
    rows = plain(
        demo,
        "SELECT b.id, b.starts, b.ends, br.role, rs.space_id, v.kind, v.authority_id "
        "FROM booking b JOIN booking_room br ON br.booking_id = b.id "
        "JOIN room_space rs ON rs.room_id = br.room_id "
        "JOIN room r ON r.id = br.room_id JOIN venue v ON v.id = r.venue_id "
        "WHERE b.status IN ('provisional', 'confirmed')",
    )
    booked: Counter[tuple[int, str]] = Counter()
    for row in rows:
        if within(scope, row.starts):
            booked[row.authority_id, row.kind] += minutes(row)

    found = tally(demo, scope, "use")

    assert {
        (id_, kind): part.number
        for id_, each in found.items()
        for kind, part in each.parts["kind"].items()
        if part.number
    } == booked


def test_searches_and_needs(demo: Database, scope: Scope) -> None:
    searches = plain(demo, 'SELECT week, "set", band, authority_id, ended FROM search')
    left = [r for r in searches if within(scope, r.week) and r.ended == "left"]
    needs = plain(
        demo,
        'SELECT week, "set", band, authority_id, reasons FROM unmet_need '
        "WHERE withdrawn_on IS NULL",
    )
    needs = [row for row in needs if within(scope, row.week)]
    questions = dict(plain(demo, "SELECT code, words FROM criterion"))
    reasons = Counter(each for row in needs for each in listed(row.reasons))

    found = tally(demo, scope, "unmet")
    recorded = tally(demo, scope, "needs")

    assert {
        (id_, key): part.number
        for id_, each in found.items()
        for key, part in each.parts["band"].items()
    } == Counter((row.authority_id or 0, row.band) for row in left)
    whole = together(found.values())
    assert {key: part.number for key, part in whole.parts["set"].items()} == Counter(
        row.set for row in left
    )
    whole = together(recorded.values())
    assert whole.all.number == len(needs)
    parts = {key: part.number for key, part in whole.parts["reason"].items()}
    parts |= {
        f"criterion {code}": whole.part("criterion", words).number
        for code, words in questions.items()
        if whole.part("criterion", words).number
    }
    assert parts == reasons
    assert whole.parts["band"].keys() == {row.band for row in needs}


def test_refusals_exceptions_and_sign_offs(demo: Database, scope: Scope) -> None:
    counted: Counter[str] = Counter()
    for statement in (
        "SELECT at, 'person' AS what FROM code",
        "SELECT at, kind AS what FROM override",
        "SELECT made_at AS at, state AS what FROM sign_off",
    ):
        for row in plain(demo, statement):
            if within(scope, row.at):
                counted[
                    {"open": "asked", "withdrawn": "asked"}.get(row.what, row.what)
                ] += 1

    found = together(tally(demo, scope, "refusals").values())

    assert {key: part.number for key, part in found.parts["what"].items()} == counted
    assert found.all.number == counted.total()


def test_rooms_with_a_current_assessment(demo: Database, scope: Scope) -> None:
    def year_on(made: date) -> date:
        return made.replace(year=made.year + 1)

    last: dict[tuple[int, int | None], tuple[date, int, date]] = {}
    for row in plain(
        demo, "SELECT id, venue_id, room_id, made_on, review_by FROM assessment"
    ):
        made = (
            day(row.made_on),
            row.id,
            min(day(row.review_by), year_on(day(row.made_on))),
        )
        if made[0] <= TODAY:
            key = (row.venue_id, row.room_id)
            last[key] = max(last.get(key, made), made)
    states: Counter[tuple[int, str]] = Counter()
    for row in plain(
        demo,
        "SELECT r.id, r.venue_id, v.authority_id FROM room r "
        "JOIN venue v ON v.id = r.venue_id "
        "WHERE r.status = 'active' AND v.status = 'active'",
    ):
        visits = [last.get((row.venue_id, each)) for each in (None, row.id)]
        if None in visits:
            states[row.authority_id, "never"] += 1
        else:
            current = all(each is not None and each[2] >= TODAY for each in visits)
            states[row.authority_id, "current" if current else "overdue"] += 1

    found = tally(demo, scope, "reviews")

    assert {
        (id_, state): part.number
        for id_, each in found.items()
        for state, part in each.parts["state"].items()
    } == states
    assert sum(each.all.number for each in found.values()) == sum(
        number for (_, state), number in states.items() if state == "current"
    )


def test_sectors_with_a_room_in_reach_and_pairs_that_suit(
    demo: Database, scope: Scope
) -> None:
    """The same states as the list of venues; hours and distances from the rows."""
    hours: dict[tuple[int, int | None], list[Any]] = defaultdict(list)
    for row in plain(
        demo,
        "SELECT venue_id, room_id, weekday, opens, closes, season FROM hours "
        "WHERE \"use\" = 'usable' AND valid_from IS NULL AND valid_until IS NULL",
    ):
        if row.season in {"always", "term"}:
            hours[row.venue_id, row.room_id].append(row)
    rooms = plain(
        demo,
        "SELECT r.id, r.venue_id, v.easting, v.northing, v.authority_id FROM room r "
        "JOIN venue v ON v.id = r.venue_id "
        "WHERE r.status = 'active' AND v.status = 'active' AND easting IS NOT NULL",
    )
    rural = {"CW3", "CW4", "CW5", "CW6", "CH3", "SY13", "SY14", "WA16"}
    with demo.read() as session:
        stands = suitability.of_all(session, today=TODAY)

    def open_(row: Any) -> bool:
        known = hours[row.venue_id, row.id] or hours[row.venue_id, None]
        return any(
            (_clock(each.closes) - _clock(each.opens)) >= 60 and each.weekday < 6
            for each in known
        )

    suit = {
        row.venue_id: (row.easting, row.northing)
        for row in rooms
        if stands[row.venue_id].rooms[row.id]["VI"].state.fits and open_(row)
    }
    near: Counter[int] = Counter()
    for name, sector in scope.sectors.items():
        limit = (5 if name.split()[0] in rural else 3) * 1609.344
        near[sector.authority_id] += any(
            hypot(x - sector.point.easting, y - sector.point.northing) <= limit
            for x, y in suit.values()
        )

    found = tally(demo, scope, "coverage")
    suitable = tally(demo, scope, "suitable")

    assert {id_: each.part("VI", "any").number for id_, each in found.items()} == near
    assert {id_: each.part("VI", "any").of for id_, each in found.items()} == Counter(
        each.authority_id for each in scope.sectors.values()
    )
    every = list(rooms)
    assert sum(each.part("set", "PA").number for each in suitable.values()) == sum(
        stands[row.venue_id].rooms[row.id]["PA"].state.fits for row in every
    )


def _clock(value: Any) -> int:
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    hour, minute = value.split(":")[:2]
    return int(hour) * 60 + int(minute)


def test_all_of_it_takes_the_same_statements_however_long_it_is(
    demo: Database, scope: Scope
) -> None:
    numbers = []
    for days in (1, 60):
        dates = type(scope.dates)(TODAY - timedelta(days=days), TODAY)
        sent: list[str] = []
        with demo.read() as session:
            measures.tallies(session, scope)  # the catalogue is read by now
            event.listen(
                session.connection(),
                "before_cursor_execute",
                lambda _c, _k, statement, *_, sent=sent: sent.append(statement),
            )
            measures.tallies(session, scope.over(dates))
        numbers.append(len(sent))

    assert numbers == [7, 7]


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.VICTIM_WORKER])
def test_evidence_is_not_for_everybody(role: Role) -> None:
    with pytest.raises(NotAllowed, match="coordinators, managers and board readers"):
        measures.check(Viewer(1, "somebody", "Somebody", role))


def test_every_measure_says_what_it_means() -> None:
    for key, measure in measures.MEASURES.items():
        said = measure.definition

        assert said.key == key
        assert said.words.endswith(".")
        assert said.title
        assert len({each.key for each in said.splits}) == len(said.splits)
