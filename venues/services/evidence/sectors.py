"""The postcode sectors of the four authorities, from the list of postcodes."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.gazetteer import COUNCILS, Gazetteer
from venues.services.evidence.scope import Sector


def read(session: Session, gazetteer: Gazetteer) -> Mapping[str, Sector]:
    """Every sector with postcodes in one of the authorities, by name.

    One that lies in two belongs to the authority with most of its postcodes.
    """
    ids = {each.gss: each.id for each in catalogues.read(session).authorities.values()}
    return {
        name: Sector(name, point, ids[COUNCILS[council - 1]])
        for name, point, council in gazetteer.sectors()
        if council and COUNCILS[council - 1] in ids
    }
