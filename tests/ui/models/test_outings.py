"""Who is out, as a table."""

from __future__ import annotations

from tests.venues.domain.test_outings import DUE, out
from ui.kinds import Kind
from ui.models.outings import columns


def test_the_columns_are_those_of_the_paper_and_the_last_is_a_badge() -> None:
    made = columns(lambda: DUE)

    assert [column.title for column in made] == [
        "Who",
        "Where",
        "When",
        "Check out by",
        "Buddy",
        "Now",
    ]
    assert [column.text(out()) for column in made][:2] == [
        "Practitioner 05",
        "Home visit, Runcorn",
    ]
    assert made[-1].text(out()) == "Check-out due"
    assert made[-1].kind is not None
    assert made[-1].kind(out()) == Kind.WARN
    assert made[0].key(out()) == DUE
