"""Whom a case is kept from, through every reference of either."""

from __future__ import annotations

from datetime import date

from venues.services.reviews.ties import Link, Shunned, Ties

DAY = date(2026, 11, 26)
LONG_AGO = date(2026, 1, 1)


def link(id_: int, one: int, other: int, kind: str = "family") -> Link:
    return Link(id_, one, other, kind, court=False, since=LONG_AGO, until=None)


def same(id_: int, one: int, other: int) -> Link:
    return link(id_, one, other, "same person")


def test_a_link_counts_for_every_reference_of_both() -> None:
    ties = Ties([link(1, 1, 2), same(2, 1, 3), same(3, 2, 4)], [])

    assert sorted(ties.kept_from(3, DAY)) == [2, 4]
    assert sorted(ties.kept_from(4, DAY)) == [1, 3]
    assert ties.around([3]) == {1, 2, 3, 4}


def test_a_link_counts_on_its_days_only() -> None:
    over = link(1, 1, 2)._replace(until=date(2026, 11, 25))
    later = link(2, 1, 3)._replace(since=date(2026, 11, 27))
    ties = Ties([over, later], [])

    assert ties.kept_from(1, DAY) == {}
    assert sorted(ties.kept_from(1, date(2026, 11, 25))) == [2]


def test_a_venue_counts_for_every_reference_on_its_days() -> None:
    shunned = Shunned(7, 3, 1, court=True, since=LONG_AGO, until=DAY)
    ties = Ties([same(1, 1, 3)], [shunned])

    assert [*ties.not_at(1, DAY)] == [shunned]
    assert not ties.not_at(1, date(2026, 11, 27))
    assert not ties.not_at(2, DAY)
    assert ties.cases == {1, 3}
