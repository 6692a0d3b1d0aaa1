"""R27: what a face-to-face meeting needs before it is sure."""

from __future__ import annotations

import pytest

from tests.venues.domain.rules.conftest import Propose
from venues.domain.meeting import Meeting
from venues.domain.rules.face_to_face import SIGN_OFF, FaceToFace

READY = {
    "code": "RJD",
    "set": "RD",
    "booking": True,
    "worker_ids": (4, 5),
    "break_outs": 2,
    "meeting": Meeting(both_agreed=True),
}


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({}, SIGN_OFF),
        ({"worker_ids": (4,)}, f"{SIGN_OFF} Before that: a second facilitator."),
        ({"break_outs": 1}, f"{SIGN_OFF} Before that: two break-out rooms."),
        ({"meeting": Meeting()}, f"{SIGN_OFF} Before that: a yes from both."),
    ],
)
def test_it_stays_provisional_and_says_what_is_missing(
    propose: Propose, lacking: dict[str, object], words: str
) -> None:
    (found,) = FaceToFace().examine(propose(**(READY | lacking)))

    assert (found.message, found.condition) == (words, "sign-off")


def test_signed_off_and_still_complete_it_is_sure(propose: Propose) -> None:
    rule = FaceToFace()

    assert not rule.examine(propose(**READY, signed_off=True))
    assert rule.examine(propose(**(READY | {"break_outs": 0}), signed_off=True))


@pytest.mark.parametrize("other", [{"code": "RJI"}, {"booking": False}])
def test_other_kinds_and_searches_are_passed(
    propose: Propose, other: dict[str, object]
) -> None:
    assert not FaceToFace().examine(propose(**(READY | other)))
