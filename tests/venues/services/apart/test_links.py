"""Links between two cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST, SECOND, TODAY, day
from venues.database.models import Case, Setting
from venues.domain.apart import KINDS
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services.apart import links
from venues.services.apart.drafts import Link

NEW = Link(
    first="wa 20466",
    second="WA-20417",
    kind="co-defendants",
    since=TODAY,
    until=day(180),
    review_on=day(90),
)


def save(
    world: Any, draft: Link, viewer: Any = None, opened: Link | None = None
) -> Link:
    with world.database.write() as session:
        return links.save(
            session, draft, viewer or world.coordinator, today=TODAY, opened=opened
        )


@pytest.mark.parametrize("kind", KINDS)
def test_two_cases_are_linked_in_each_of_the_six_ways(world: Any, kind: str) -> None:
    made = save(world, replace(NEW, kind=kind, court_condition=True))

    assert (made.first, made.second, made.kind) == (FIRST, SECOND, kind)
    assert made.court_condition
    assert made.set_by == "coordinator.01"
    assert (made.confirmed_on, made.confirmed_by_role) == (TODAY, "coordinator")
    assert scene.read_link(world, made.id or 0) == made


def test_a_new_link_is_proposed_with_a_review_in_six_months(world: Any) -> None:
    with world.database.read() as session:
        proposed = links.proposed(session, TODAY)

    later = date(2027, 5, 23)
    assert proposed == Link(since=TODAY, until=later, review_on=later)


def test_the_months_until_the_review_are_a_setting(world: Any) -> None:
    with world.database.write() as session:
        session.add(Setting(name="link_months", value="3"))
    with world.database.read() as session:
        proposed = links.proposed(session, TODAY)

    assert proposed.review_on == date(2027, 2, 23)


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"first": "Rose"}, "first", "not a case reference"),
        ({"second": "WA-29999"}, "second", "no case WA-29999 yet"),
        ({"second": "WA-20466"}, "second", "joins two cases"),
        ({"kind": "neighbours"}, "kind", "what kind"),
        ({"since": None}, "since", "from which day"),
        ({"until": day(-1)}, "until", "before the first"),
    ],
)
def test_what_cannot_be_linked_is_said_beside_its_field(
    world: Any, changed: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(WrongInput, match=said) as wrong:
        save(world, replace(NEW, **changed))

    assert wrong.value.field == field


def test_the_same_link_is_not_made_twice(world: Any) -> None:
    save(world, NEW)
    other = save(world, replace(NEW, kind="family"))

    with pytest.raises(WrongInput, match="linked that way already"):
        save(world, replace(NEW, first=FIRST, second=SECOND))
    with pytest.raises(WrongInput, match="linked that way already"):
        save(world, replace(other, kind="co-defendants"), opened=other)


def test_a_closed_link_stands_in_nobodys_way(world: Any) -> None:
    closed = scene.link(world, kind="co-defendants", closed_on=day(-1))

    made = save(world, NEW)
    again = scene.read_link(world, closed)
    changed = save(world, replace(again, until=day(300)), opened=again)

    assert made.closed_on is None
    assert (changed.closed_on, changed.until) == (day(-1), day(300))


def test_a_link_is_changed_and_says_since_when_it_was_confirmed(world: Any) -> None:
    opened = scene.read_link(world, scene.link(world, confirmed_on=day(-5)))

    changed = save(world, replace(opened, until=None), opened=opened)

    assert changed == replace(opened, until=None)


def test_a_link_somebody_else_changed_is_not_written_over(world: Any) -> None:
    opened = scene.read_link(world, scene.link(world))
    save(world, replace(opened, until=None), opened=opened)

    with pytest.raises(Stale):
        save(world, replace(opened, until=day(20)), opened=opened)


def test_a_link_that_is_not_there_is_said_so(world: Any) -> None:
    with pytest.raises(NotFound, match="no longer on record"):
        save(world, NEW, opened=Link(id=99))
    with pytest.raises(NotFound):
        save(world, NEW, opened=Link())


def test_others_neither_read_nor_write_a_link(world: Any) -> None:
    link_id = scene.link(world)

    with world.database.read() as session, pytest.raises(NotAllowed):
        links.read(session, link_id, world.practitioner)
    with pytest.raises(NotAllowed):
        save(world, NEW, viewer=world.victim_worker)


def test_a_reference_that_was_taken_off_says_so(world: Any) -> None:
    link_id = scene.link(world)
    with world.database.write() as session:
        session.get(Case, scene.VICTIM).reference = None

    found = scene.read_link(world, link_id)

    assert (found.first, found.second) == ("Reference removed", FIRST)
    assert found.set_by == ""
