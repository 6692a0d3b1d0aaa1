"""The rows about what a venue has several of: contacts, doors, waiting spaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from venues.domain.free_text import private_words
from venues.errors import WrongInput
from venues.services import venue_checks
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.stored import in_order
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    VenueDraft,
    WaitingDraft,
)

DRAFTS: dict[str, Any] = {
    "contacts": ContactDraft,
    "entrances": EntranceDraft,
    "waiting_spaces": WaitingDraft,
    "features": FeatureDraft,
}
MAIN = {"contacts": "role", "features": "need"}
"""The column of a list that names a row; it is the name for the others."""

FREE = ("role", "when", "note")


def read(
    key: str, lines: Sequence[Line], doors: tuple[EntranceDraft, ...]
) -> tuple[Any, ...]:
    """The contacts, doors … that the rows say; what is wrong stands with its row.

    ``doors`` are those of the venue, one of which a waiting space may name.
    """
    found: dict[str, Any] = {}
    main = MAIN.get(key, "name")
    for line in lines:
        part = _part(key, line)
        if part is None:
            continue
        name = getattr(part, main).casefold()
        if key != "contacts" and name in found:
            line.trouble(main, "An earlier row says the same. Keep one of the two.")
        _check(key, line, part, doors)
        found[name if key != "contacts" else str(len(found))] = part
    parts = found.values()
    return in_order(parts) if key == "features" else tuple(parts)


def no_persons(line: Line, key: str, text: str) -> bool:
    """Whether a text seems to tell who somebody is; then it says so."""
    kind = private_words(text)
    if kind is None or kind == "a postcode":  # places have one
        return False
    line.trouble(
        key, f"This looks like {kind}. Write nothing here that tells who somebody is."
    )
    return True


def _part(key: str, line: Line) -> Any:
    """The row as a draft; None when what names it is missing or cannot be read."""
    draft, main = DRAFTS[key], MAIN.get(key, "name")
    values = {name: line.values[name] for name in draft._fields if name in line.values}
    if not values.get(main):
        if not line.amiss(main):
            line.trouble(main, "Fill this in, or delete the row.")
        return None
    if key == "features":
        values.setdefault("present", True)
    for name in FREE:
        if values.get(name) and not (key == "contacts" and name == "role"):
            no_persons(line, name, values[name])
    return draft(**values)


def _check(key: str, line: Line, part: Any, doors: tuple[EntranceDraft, ...]) -> None:
    if key == "features":
        return
    venue = VenueDraft(entrances=doors) if key == "waiting_spaces" else VenueDraft()
    only: dict[str, Any] = {key: (part,)}
    try:
        venue_checks.check_parts(replace(venue, **only))
    except WrongInput as trouble:
        said = str(trouble)
        column = MAIN.get(key, "name")
        if "e-mail" in said:
            column = "email"
        elif "entrance" in said:
            column = "entrance"
        elif "seat" in said:
            column = "seats"
        line.trouble(column, said)
