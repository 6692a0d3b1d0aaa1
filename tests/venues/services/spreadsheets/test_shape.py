"""The table by which everything goes."""

from __future__ import annotations

from dataclasses import fields

import pytest

from venues.services.spreadsheets import shape
from venues.services.venue_drafts import RoomDraft, VenueDraft

NOT_A_CELL = {"id", "version", "venue_id", *shape.PARTS}


@pytest.mark.parametrize(
    ("kind", "draft"), [(shape.VENUES, VenueDraft), (shape.ROOMS, RoomDraft)]
)
def test_everything_that_can_be_typed_has_its_column(
    kind: shape.Kind, draft: type
) -> None:
    columns = {column.key for column in kind.columns}

    assert {each.name for each in fields(draft)} - NOT_A_CELL <= columns


@pytest.mark.parametrize("kind", shape.KINDS, ids=lambda kind: kind.name)
def test_no_two_columns_of_a_sheet_have_the_same_heading(kind: shape.Kind) -> None:
    titles = [column.title.casefold() for column in kind.columns]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("kind", shape.KINDS, ids=lambda kind: kind.name)
def test_every_choice_is_read_as_it_is_offered(kind: shape.Kind) -> None:
    for column in kind.columns:
        for choice in column.choices:
            assert column.say(column.read(choice)) == choice


def test_a_column_is_found_by_its_field() -> None:
    assert shape.ROOMS.column("turnaround").title == "Turnaround (minutes)"
