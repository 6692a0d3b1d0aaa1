"""From a typed reference to its case."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene
from venues.database.models import Case
from venues.errors import NotFound, WrongInput
from venues.services.apart import references


def find(world: Any, text: str) -> int:
    with world.database.read() as session:
        return references.find(session, text, "first").id


def test_a_reference_is_found_however_it_is_typed(world: Any) -> None:
    assert find(world, "wa 20417") == scene.CHILD


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Rose", "not a case reference"), ("WA-29999", "no case WA-29999 yet")],
)
def test_what_cannot_be_found_says_what_to_do(
    world: Any, typed: str, said: str
) -> None:
    with pytest.raises(WrongInput, match=said) as wrong:
        find(world, typed)

    assert wrong.value.field == "first"


def test_a_merged_reference_says_which_one_to_use(world: Any) -> None:
    with world.database.write() as session:
        session.get(Case, scene.OTHER).merged_into = scene.CHILD

    with pytest.raises(WrongInput, match="merged into WA-20417"):
        find(world, scene.THIRD)


def test_a_merged_reference_whose_other_one_is_gone_says_so(world: Any) -> None:
    with world.database.write() as session:
        session.get(Case, scene.OTHER).merged_into = scene.CHILD
        session.get(Case, scene.CHILD).reference = None

    with pytest.raises(WrongInput, match="merged into Reference removed"):
        find(world, scene.THIRD)


def test_a_case_that_is_not_there_is_said_so(world: Any) -> None:
    with world.database.read() as session, pytest.raises(NotFound, match="no longer"):
        references.by_id(session, 99)


def test_whether_a_reference_is_known_can_be_asked(world: Any) -> None:
    with world.database.read() as session:
        assert references.known(session, "WA-29999") is None
        assert references.known(session, "wa20417").id == scene.CHILD
