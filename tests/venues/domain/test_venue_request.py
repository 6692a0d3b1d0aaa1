"""What a venue is asked, in words that say nothing of ours."""

from __future__ import annotations

from datetime import datetime

from venues.domain.venue_request import Wanted, text

THREE = datetime(2026, 12, 8, 15)


def wanted(day: int = 8, **changed: object) -> Wanted:
    usual: dict[str, object] = {
        "starts": THREE.replace(day=day),
        "ends": THREE.replace(day=day, hour=16, minute=15),
        "rooms": "Willow Room",
        "people": 4,
        "set_up": ("seats in a circle", "step-free access"),
    }
    return Wanted(**usual | changed)  # type: ignore[arg-type]


def test_one_hire_is_asked_for_in_full() -> None:
    assert text("Community Team", "Weaver Hall", [wanted()]) == (
        "Hello\n"
        "\n"
        "Could Community Team hire this at Weaver Hall?\n"
        "\n"
        "- Tuesday 8 December 2026, 3pm to 4:15pm: Willow Room, 4 people, "
        "seats in a circle, step-free access\n"
        "\n"
        "Let us know yes or no, with your booking reference and the cost."
    )


def test_several_stand_in_order_of_time() -> None:
    said = text("Community Team", "Weaver Hall", [wanted(9), wanted(8, people=None)])

    lines = [line for line in said.splitlines() if line.startswith("- ")]
    assert [line[:20] for line in lines] == [
        "- Tuesday 8 December",
        "- Wednesday 9 Decemb",
    ]
    assert "people" not in lines[0]
    assert "yes or no for each" in said


def test_a_name_that_would_tell_is_left_out() -> None:
    assert "Could we hire" in text("Youth Justice Service", "Weaver Hall", [wanted()])
    assert "Could we hire" in text(" ", "Weaver Hall", [wanted()])


def test_of_nothing_nothing_is_said() -> None:
    assert text("Community Team", "Weaver Hall", []) == ""
