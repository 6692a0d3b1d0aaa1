"""What is typed of a case, put in order or complained about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue
from venues.database.models import Case, Staff
from venues.domain import far_off
from venues.domain.needs import NEEDS
from venues.domain.words import DAYS
from venues.errors import WrongInput
from venues.services.apart import references
from venues.services.apart.drafts import CanAttend, OnList, Record

_SECTOR = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9])(?:[A-Z]{2})?")


def checked(
    session: Session, draft: Record, case_id: int | None, *, today: date
) -> Record:
    """The draft as it is stored.

    Raises:
        WrongInput: something cannot be used; names the field.
    """
    reference = references.tidy(session, draft.reference, "reference")
    taken = session.scalar(select(Case.id).where(Case.reference == reference))
    if taken not in {None, case_id}:
        raise WrongInput(
            "There is already a case with that reference. Merge the two instead.",
            "reference",
        )
    if draft.kind not in {"child", "victim"}:
        raise WrongInput("Say whether it is a child's or a victim's.", "kind")
    known = catalogue.read(session).authorities
    if draft.authority_id is not None and draft.authority_id not in known:
        raise WrongInput("Choose the local authority from the list.", "authority_id")
    if draft.ends_on and (sentence := far_off.check(draft.ends_on, today)):
        raise WrongInput(sentence, "ends_on")
    _needs(draft.needs)
    _hold(draft, today)
    _hours(draft.hours)
    _lists(session, draft.lists)
    return replace(
        draft,
        reference=reference,
        sector=_sector(draft.sector),
        needs=tuple(dict.fromkeys(draft.needs)),
        hold_until=draft.hold_until if draft.on_hold else None,
    )


def _sector(text: str) -> str:
    """A postcode's first half and one figure; more of it is never kept."""
    tidy = " ".join(text.upper().split())
    if not tidy:
        return ""
    found = _SECTOR.fullmatch(tidy)
    if found is None:
        raise WrongInput("Type a postcode sector, like WA2 9.", "sector")
    return f"{found[1]} {found[2]}"


def _needs(codes: Iterable[str]) -> None:
    for code in codes:
        if code not in NEEDS:
            raise WrongInput("Choose the needs from the list.", "needs")


def _hold(draft: Record, today: date) -> None:
    if not draft.on_hold:
        return
    if draft.hold_until is None:
        raise WrongInput("Say until when it is on hold.", "hold_until")
    if draft.hold_until < today:
        raise WrongInput("That day is past. Choose one to come.", "hold_until")
    if sentence := far_off.check(draft.hold_until, today):
        raise WrongInput(sentence, "hold_until")


def _hours(hours: Iterable[CanAttend]) -> None:
    for each in hours:
        if each.closes <= each.opens:
            raise WrongInput(
                f"{DAYS[each.weekday]}: it must end after it starts.", "hours"
            )
    ordered = sorted(hours, key=lambda each: (each.weekday, each.opens))
    for one, other in pairwise(ordered):
        if one.weekday == other.weekday and other.opens < one.closes:
            raise WrongInput(f"{DAYS[one.weekday]}: two of the hours overlap.", "hours")


def _lists(session: Session, lists: Iterable[OnList]) -> None:
    seen: set[tuple[int, date]] = set()
    for each in lists:
        if session.get(Staff, each.staff_id) is None:
            raise WrongInput("Choose somebody from the list of staff.", "lists")
        if each.until is not None and each.until < each.since:
            raise WrongInput("The last day comes before the first.", "lists")
        if (each.staff_id, each.since) in seen:
            raise WrongInput("Somebody is on the list twice from one day.", "lists")
        seen.add((each.staff_id, each.since))
