"""Opening what is not shown at once: each look is written down as it is given."""

from __future__ import annotations

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services.apart import access, links, records, references
from venues.services.apart.drafts import Link, Record


def partner(session: Session, link_id: int, viewer: Viewer) -> Link:
    """A link with both its references.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is none.
    """
    found = links.read(session, link_id, viewer)
    access.record(session, viewer, "link", link_id)
    return found


def case(session: Session, case_id: int, viewer: Viewer) -> Record:
    """All that is known of a case.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is none.
    """
    found = records.read(session, case_id, viewer)
    access.record(session, viewer, "case", case_id)
    return found


def by_reference(session: Session, text: str, viewer: Viewer) -> Record:
    """All that is known of the case of that reference.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: there is no such case.
    """
    access.check(viewer)
    return case(session, references.find(session, text).id, viewer)
