"""The columns of the staff list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from ui.models.table import Column, Weight
from venues.services.team.members import Member

EVERYWHERE = "All four"


def columns(
    places: Callable[[], Mapping[str, str]], today: Callable[[], date]
) -> tuple[Column[Member], ...]:
    """Who somebody is, and whether they work here; ``places`` are names by code."""

    def place(one: Member) -> str:
        where = places().get(one.draft.authority, EVERYWHERE)
        return f"{one.draft.agency}, {where}" if one.draft.agency else where

    def role(one: Member) -> str:
        duty = ", duty manager" if one.draft.duty_manager else ""
        return f"{one.draft.role.words}{duty}"

    def standing(one: Member) -> str:
        return one.standing(today())

    def name(one: Member) -> str:
        return one.draft.name

    texts: tuple[tuple[str, Callable[[Member], str]], ...] = (
        ("Role", role),
        ("Works for", place),
        ("Standing", standing),
        ("Login", lambda one: one.draft.login),
        ("Work phone", lambda one: one.draft.work_phone),
    )
    first = Column("Name", name, name, weight=Weight.STRONG)
    return (first, *(Column(title, text, text) for title, text in texts))
