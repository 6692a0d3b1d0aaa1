"""What somebody asked a manager in the sample, and was told."""

from __future__ import annotations

from tests.venues.services.sample.weeks import weeks
from venues.database.models import SignOff
from venues.domain.free_text import private_words


def test_one_was_declined_by_a_manager_with_a_reason() -> None:
    people = {person.id: person.login for person in weeks().parts.world.people}

    (asked,) = weeks().of(SignOff)

    assert (asked["state"], people[asked["decided_by"]]) == ("no", "manager.01")
    assert people[asked["asked_by"]] != "practitioner.04"
    assert not private_words(f"{asked['why']} {asked['reason']}")
