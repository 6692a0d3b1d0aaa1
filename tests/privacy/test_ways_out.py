"""What each role gets out of every way: nothing that is not theirs, and all alike.

Both halves are in one file, since they look at the same gathered answers.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.privacy import canaries, scene
from tests.privacy.conftest import Gather
from tests.privacy.scene import Variant
from tests.privacy.ways import Said

pytestmark = pytest.mark.timeout(600)  # a person's whole day, twice

WITHOUT = (
    canaries.OWN,
    canaries.OTHER_VICTIM_WORKER,
    canaries.COORDINATOR,
    canaries.BOARD,
)
"""Who may not know of the victims' bookings whose they are."""

ON_THE_RECORD = (*canaries.KEEPING, *canaries.PLANNED)
"""Where a coordinator works with cases, and is told whether each is a victim's; and
where they asked to see where bookings fit, which may tell their kind."""


@pytest.mark.parametrize("who", sorted(scene.LOGINS), ids=scene.LOGINS.get)
def test_nobody_is_told_what_is_not_theirs(gather: Gather, who: int) -> None:
    found = gather(who, Variant.VICTIM)

    leaks = [
        leak
        for name, said in found.items()
        if not isinstance(said, bytes)
        for leak in canaries.leaks(who, name, said)
    ]

    assert not leaks, "\n".join(leaks)


@pytest.mark.parametrize("who", WITHOUT, ids=scene.LOGINS.get)
def test_a_child_in_a_victims_place_changes_nothing(gather: Gather, who: int) -> None:
    """The same worker, room, hold and links; only whose it is differs."""
    found = different(gather(who, Variant.VICTIM), gather(who, Variant.CHILD))

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "who",
    [each for each in WITHOUT if each != canaries.COORDINATOR],
    ids=scene.LOGINS.get,
)
def test_nor_does_another_worker_in_another_role(gather: Gather, who: int) -> None:
    """A coordinator's and a manager's copies name the worker, on every row."""
    found = different(gather(who, Variant.VICTIM), gather(who, Variant.OTHER))

    assert not found, "\n".join(found)


def different(one: dict[str, Said], other: dict[str, Said]) -> list[str]:
    """Where two people's answers differ, and how."""
    return [
        f"{name}: {how}"
        for name in dict.fromkeys([*one, *other])
        if not name.startswith(ON_THE_RECORD)
        if (how := _how(one.get(name), other.get(name)))
    ]


def _how(one: Said | None, other: Said | None) -> str:
    if one == other:
        return ""
    if one is None or other is None:
        return "is there for one of them only"
    if isinstance(one, bytes) or isinstance(other, bytes):
        return "is another picture or file"
    return "; ".join(_lines(one, other))[:600]


def _lines(one: list[str], other: list[str]) -> Iterator[str]:
    if len(one) != len(other):
        yield f"{len(one)} and {len(other)} texts"
    for before, after in zip(one, other, strict=False):
        if before != after:
            yield f"{before!r} became {after!r}"
