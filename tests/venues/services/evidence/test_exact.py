"""Tables with the numbers as they are."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Unit
from venues.services.evidence import exact

HEAT = Split("band", "When", (("am", "Morning"), ("pm", "Afternoon")), heat=True)
KIND = Split("kind", "By kind")
VENUE = Split("venue", "By venue", flat=True)
COUNTED = Definition(
    key="x", title="Things", words="What is counted.", splits=(HEAT, KIND, VENUE)
)
NAMES = {1: "Halton", 2: "Warrington"}
TALLIES = {
    1: Tally(
        Part(3),
        {
            "band": {"pm": Part(3)},
            "kind": {"library": Part(1), "school": Part(2)},
            "venue": {"Study": Part(3)},
        },
    ),
    2: Tally(Part(4), {"kind": {"library": Part(4)}}),
}


def words(shown: exact.Shown, key: str) -> list[tuple[str, ...]]:
    table = shown.table(key)
    assert table is not None
    return [
        table.heads,
        *((line.label, *(cell.words for cell in line.cells)) for line in table.lines),
    ]


def test_authorities_are_set_against_the_parts_of_a_heat_table() -> None:
    shown = exact.show(COUNTED, TALLIES, None, NAMES)

    assert words(shown, "band") == [
        ("Morning", "Afternoon"),
        ("Halton", "0", "3"),
        ("Warrington", "0", "0"),
    ]


def test_other_parts_come_with_all_first_and_the_largest_on_top() -> None:
    shown = exact.show(COUNTED, TALLIES, None, NAMES)

    assert words(shown, "kind") == [
        ("All", "Halton", "Warrington"),
        ("Library", "5", "1", "4"),
        ("School", "2", "2", "0"),
    ]
    assert words(shown, "venue") == [("All",), ("Study", "3")]


def test_one_authority_has_no_columns_of_others() -> None:
    shown = exact.show(COUNTED, {1: TALLIES[1]}, {1: Tally(Part(9))}, {1: "Halton"})

    assert (shown.headline.words, shown.before and shown.before.words) == ("3", "9")
    assert shown.table("authority") is None
    assert words(shown, "kind")[0] == ("Halton",)


def test_what_has_no_hours_at_all_is_left_out_of_a_table_of_shares() -> None:
    share = Definition(
        key="x", title="Use", words="Use.", unit=Unit.HOURS, splits=(KIND,)
    )
    tally = Tally(Part(60, 120), {"kind": {"hall": Part(60, 120), "court": Part()}})

    shown = exact.show(share, {1: tally}, None, {1: "Halton"})

    assert words(shown, "kind") == [("Halton",), ("Hall", "50%")]
