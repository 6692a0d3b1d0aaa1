"""Who is out, as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from operator import attrgetter

from ui.models.table import Column, Weight
from ui.outing_words import KINDS
from venues.domain.outings import Out
from venues.services import outing_sheet
from venues.services.outing_sheet import TITLES


def columns(now: Callable[[], datetime]) -> tuple[Column[Out], ...]:
    """The same columns as on paper; the last is a badge."""

    def cell(number: int, out: Out) -> str:
        return outing_sheet.row(out, now())[number]

    def kind(out: Out) -> str:
        return KINDS[out.standing(now())]

    *plain, last = (
        (title, partial(cell, number)) for number, title in enumerate(TITLES)
    )
    made = [
        Column(
            title,
            text,
            attrgetter("check_out"),
            weight=Weight.PLAIN if number else Weight.STRONG,
        )
        for number, (title, text) in enumerate(plain)
    ]
    return (*made, Column(last[0], last[1], attrgetter("check_out"), kind=kind))
