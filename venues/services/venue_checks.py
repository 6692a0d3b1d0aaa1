"""What is looked at before a venue is saved: each trouble names its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database.models import Authority, Venue
from venues.database.models.venue import STATUSES
from venues.domain.free_text import private_words
from venues.domain.places import Point
from venues.domain.postcode import read
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.gazetteer import Gazetteer
from venues.services.venue_drafts import VenueDraft

LONGEST_NAME = 120
GRID = 700_000, 1_300_000
"""Metres east and north where the national grid ends."""

NUMBERS = {
    "notice_days": "The notice",
    "rate": "The rate",
    "min_hire": "The shortest hire",
    "charge_days": "The days before it is charged",
}
NAMES = {"kind": "kind", "owner": "owner", "town": "town", "cluster": "name"}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a postcode is, and whose area that is."""

    postcode: str
    point: Point
    authority_id: int | None
    authority: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked about each venue, read once where there are many.

    ``names`` are in small letters, with the id and status of the venue that has each;
    ``authorities`` are by GSS code, with id and name.
    """

    names: Mapping[str, tuple[int, str]]
    authorities: Mapping[str, tuple[int, str]]


def place(
    session: Session,
    gazetteer: Gazetteer | None,
    postcode: str,
    *,
    known: Known | None = None,
) -> Placed:
    """The authority and position that a postcode proposes.

    Outside the four authorities there is a position but no authority.

    Raises:
        WrongInput: there is no such postcode, or the list is not there yet.
    """
    try:
        read(postcode)
        if gazetteer is None:
            raise WrongInput(
                "The list of postcodes is still being made ready. Save again in a "
                "moment, or place the venue by hand.",
                "postcode",
            )
        found = gazetteer.look_up(postcode)
    except NotUnderstood as reason:
        raise WrongInput(str(reason), "postcode") from reason
    if known is not None:
        authority = known.authorities.get(found.council or "")
    else:
        row = session.execute(
            select(Authority.id, Authority.name).where(Authority.gss == found.council)
        ).one_or_none()
        authority = None if row is None else (row.id, row.name)
    id_, name = authority or (None, "")
    return Placed(str(found.postcode), found.point, id_, name)


def checked(
    session: Session,
    draft: VenueDraft,
    *,
    opened: VenueDraft | None,
    gazetteer: Gazetteer | None,
    known: Known | None = None,
) -> VenueDraft:
    """The draft with its texts trimmed and its place found, ready to be stored.

    With ``known`` nothing is looked up in the database.

    Raises:
        WrongInput: something typed cannot be used.
    """
    draft = _trimmed(draft)
    _check_name(session, draft, known)
    for name, words in NAMES.items():
        if len(getattr(draft, name)) > LONGEST_NAME:
            raise WrongInput(f"Shorten the {words} to {LONGEST_NAME} characters.", name)
    for name, words in NUMBERS.items():
        if getattr(draft, name) < 0:
            raise WrongInput(f"{words} cannot be less than 0.", name)
    if draft.status not in STATUSES:
        raise WrongInput("Choose one of the statuses.", "status")
    check_parts(draft)
    return _placed(session, draft, opened, gazetteer, known)


def _trimmed(draft: VenueDraft) -> VenueDraft:
    """Nothing round the edges; lines of lists that say nothing are left out."""
    texts = {
        each.name: getattr(draft, each.name).strip()
        for each in fields(draft)
        if isinstance(getattr(draft, each.name), str)
    }
    texts["name"] = " ".join(texts["name"].split())
    return replace(
        draft,
        **texts,
        contacts=tuple(
            type(each)(*(word.strip() for word in each))
            for each in draft.contacts
            if "".join(each).strip()
        ),
        entrances=tuple(
            each._replace(name=each.name.strip())
            for each in draft.entrances
            if each.name.strip()
        ),
        waiting_spaces=tuple(
            each._replace(name=each.name.strip(), entrance=each.entrance.strip())
            for each in draft.waiting_spaces
            if each.name.strip()
        ),
    )


def _check_name(session: Session, draft: VenueDraft, known: Known | None) -> None:
    if not draft.name:
        raise WrongInput("Give the venue a name.", "name")
    if len(draft.name) > LONGEST_NAME:
        raise WrongInput(f"Shorten the name to {LONGEST_NAME} characters.", "name")
    status = _namesake(session, draft, known)
    if status is not None:
        way_out = (
            "Bring that one back instead."
            if status == "retired"
            else "Choose another, such as one with the town."
        )
        retired = "retired " if status == "retired" else ""
        raise WrongInput(
            f"There is already a {retired}venue with that name. {way_out}", "name"
        )


def _namesake(session: Session, draft: VenueDraft, known: Known | None) -> str | None:
    """The status of another venue that has the name already."""
    if known is not None:
        id_, status = known.names.get(draft.name.lower(), (None, ""))
        return None if id_ in {None, draft.id} else status
    return session.scalar(
        select(Venue.status).where(
            func.lower(Venue.name) == draft.name.lower(), Venue.id != (draft.id or 0)
        )
    )


def check_parts(draft: VenueDraft) -> None:
    """Make sure that the contacts, doors and waiting spaces can be stored.

    Raises:
        WrongInput: one of them cannot; the field is the list it is in.
    """
    for contact in draft.contacts:
        if not contact.role:
            raise WrongInput("Say whose number it is, such as Caretaker.", "contacts")
        if private_words(contact.role):
            raise WrongInput(
                "Write the role, not the person, such as Caretaker.", "contacts"
            )
        if contact.email and "@" not in contact.email.strip("@"):
            raise WrongInput(
                f"“{contact.email}” is not an e-mail address. Type it like "
                "desk@example.org.",
                "contacts",
            )
    for name, parts in (
        ("entrances", draft.entrances),
        ("waiting_spaces", draft.waiting_spaces),
    ):
        names = [part.name.casefold() for part in parts]
        if len(set(names)) < len(names):
            raise WrongInput("Two of them have the same name. Change one.", name)
    doors = {door.name for door in draft.entrances}
    for space in draft.waiting_spaces:
        if space.entrance and space.entrance not in doors:
            raise WrongInput(
                f"There is no entrance “{space.entrance}” here. Add it, or choose "
                "another.",
                "waiting_spaces",
            )
    if any(space.seats < 1 for space in draft.waiting_spaces):
        raise WrongInput("A waiting space has at least 1 seat.", "waiting_spaces")


def _placed(
    session: Session,
    draft: VenueDraft,
    opened: VenueDraft | None,
    gazetteer: Gazetteer | None,
    known: Known | None,
) -> VenueDraft:
    """The draft with its authority and position."""
    if draft.placed_by_hand or not draft.postcode:
        if draft.authority_id is None:
            raise WrongInput(
                "Choose the authority, or type a postcode that tells it.", "authority"
            )
        postcode = draft.postcode
        if postcode:
            try:
                postcode = str(read(postcode))
            except NotUnderstood as reason:
                raise WrongInput(str(reason), "postcode") from reason
        if not draft.placed_by_hand:
            return replace(draft, easting=None, northing=None)
        _check_grid(draft)
        return replace(draft, postcode=postcode)
    stays = opened is not None and (
        opened.postcode,
        opened.placed_by_hand,
        opened.easting,
        opened.northing,
    ) == (draft.postcode, False, draft.easting, draft.northing)
    if stays and draft.authority_id is not None and draft.easting is not None:
        return draft
    found = place(session, gazetteer, draft.postcode, known=known)
    if found.authority_id is None:
        raise WrongInput(
            f"{found.postcode} lies outside the four authorities. Check it, or choose "
            "the authority and place the venue by hand.",
            "postcode",
        )
    return replace(
        draft,
        postcode=found.postcode,
        authority_id=draft.authority_id or found.authority_id,
        easting=found.point.easting,
        northing=found.point.northing,
    )


def _check_grid(draft: VenueDraft) -> None:
    for name, place_, most in (
        ("easting", draft.easting, GRID[0]),
        ("northing", draft.northing, GRID[1]),
    ):
        if place_ is None:
            raise WrongInput(
                "Type both numbers of the grid reference in metres, or let the "
                "postcode place it.",
                name,
            )
        if not 0 <= place_ <= most:
            raise WrongInput(f"That number lies between 0 and {most:,} metres.", name)
