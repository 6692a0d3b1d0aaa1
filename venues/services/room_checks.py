"""What is looked at before a room is saved: each trouble names its field."""

from __future__ import annotations

from dataclasses import replace

from venues.errors import WrongInput
from venues.services.venue_checks import LONGEST_NAME
from venues.services.venue_drafts import RoomDraft
from venues.services.venue_words import REACHED_BY

LONGEST_TURNAROUND = 240
"""Minutes; a longer one is a closure."""

LAYOUTS = ("seats_circle", "seats_table", "seats_rows")


def same_name(status: str) -> WrongInput:
    """The sentence for a name that another room of the venue has, with its status."""
    retired = "retired " if status == "retired" else ""
    return WrongInput(
        f"There is already a {retired}room with that name here. Choose another.", "name"
    )


def checked_alone(draft: RoomDraft) -> RoomDraft:
    """The draft trimmed, after a look at everything but the rooms beside it.

    Raises:
        WrongInput: something typed cannot be used; names the field.
    """
    draft = replace(
        draft,
        name=" ".join(draft.name.split()),
        floor=draft.floor.strip(),
        notes=draft.notes.strip(),
    )
    if not draft.name:
        raise WrongInput("Give the room a name.", "name")
    if len(draft.name) > LONGEST_NAME:
        raise WrongInput(f"Shorten the name to {LONGEST_NAME} characters.", "name")
    _check_numbers(draft)
    if draft.reached_by not in REACHED_BY:
        raise WrongInput("Choose how the room is reached.", "reached_by")
    return draft


def _check_numbers(draft: RoomDraft) -> None:
    for name in LAYOUTS:
        seats = getattr(draft, name)
        if seats is not None and seats < 1:
            raise WrongInput(
                "A room seats at least 1 person. Leave a layout that is not used "
                "empty.",
                name,
            )
    if not draft.seats:
        raise WrongInput("Say how many people it seats.", "seats_circle")
    if draft.fire_capacity is not None and draft.fire_capacity < 1:
        raise WrongInput(
            "The fire notice allows at least 1 person. Leave it empty without one.",
            "fire_capacity",
        )
    if draft.fire_capacity is not None and draft.fire_capacity < draft.seats:
        raise WrongInput(
            f"It has seats for {draft.seats}, more than the fire notice allows.",
            "fire_capacity",
        )
    if not 0 <= draft.turnaround <= LONGEST_TURNAROUND:
        raise WrongInput("Turnaround is between 0 minutes and 4 hours.", "turnaround")
    if draft.rate is not None and draft.rate < 0:
        raise WrongInput("The rate cannot be less than 0.", "rate")
    if draft.area is not None and draft.area < 1:
        raise WrongInput("The area is at least 1 square metre.", "area")
