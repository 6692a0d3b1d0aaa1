"""Which rooms of the sample are suitable for which kinds of appointment."""

from __future__ import annotations

from functools import cache

from tests.venues.services.sample.world import CRITERIA, TODAY, Parts, make
from venues.services.sample import assessments, suited
from venues.services.sample.assessments import Assessors


@cache
def parts() -> Parts:
    made = make()
    who = Assessors(coordinator=1, manager=2)
    assessments.add(made.rows, made.spots, who, CRITERIA, TODAY)
    assessments.add_incidents(made.rows, made.spots, who, TODAY)
    return made


@cache
def found() -> dict[int, frozenset[str]]:
    return suited.kinds(parts().rows, CRITERIA, TODAY)


def share(code: str) -> float:
    return sum(code in kinds for kinds in found().values()) / len(found())


def of_venue(name: str) -> set[str]:
    rooms = [s.room.id for s in parts().world.sites if s.room.venue.name == name]
    return {code for id_ in rooms for code in found().get(id_, ())}


def test_most_rooms_are_suitable_for_most_kinds() -> None:
    assert share("SUP") > 0.7
    assert share("PAR") > 0.7
    assert share("GRP") > 0.6


def test_fewer_are_suitable_where_more_is_asked() -> None:
    assert 0.2 < share("VIC") < share("SUP")
    assert share("HLT") < share("SUP")


def test_a_police_station_is_for_staff() -> None:
    assert of_venue("Dee Street Police Station") == {"OCP", "RMM", "PRO", "TRN", "OUT"}


def test_a_venue_that_is_suspended_is_for_nobody() -> None:
    assert of_venue("Spinners Community Centre") == {"OUT"}  # which needs no room


def test_a_venue_that_nobody_has_seen_is_not_there() -> None:
    assert of_venue("St Bride's Church Hall") == set()


def test_where_a_clinic_waits_on_wednesdays_no_child_is_seen_on_any_day() -> None:
    assert "SUP" not in of_venue("Bobbin Health Centre")


def test_what_is_sure_is_suitable_at_any_hour_and_without_conditions() -> None:
    sure = suited.surely(parts().rows, CRITERIA, TODAY)

    assert all(sure[id_] <= found()[id_] for id_ in found())
    assert 0.3 < sum("SUP" in kinds for kinds in sure.values()) / len(sure) < 0.9
