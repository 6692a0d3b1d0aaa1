"""Who signed in at a server, as a session of ours knows it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from venues.database.engines.postgres_roles import OWNER

ACTOR = "actor"
"""Under which a session knows on whose behalf it writes."""

KEEPER = (
    "On a shared database that is done by whoever looks after the server. Ask them."
)
AS_OWNER = text(f"SET LOCAL ROLE {OWNER}")
"""Until the end of the transaction; whoever looks after the server may."""

_ACTOR = text("SELECT set_config('venues.actor', :actor, true)")
_LOGIN = text(
    "SELECT venues_me(), venues_keeps(), "
    f"pg_has_role(session_user, '{OWNER}', 'MEMBER')"
)


class Login(NamedTuple):
    """Whose of the staff it is, if anybody's; whether they see, and keep, all of it."""

    staff_id: int | None
    keeps: bool
    looks_after: bool


def read(engine: Engine) -> Login:
    """Whoever signed in through this engine."""
    with engine.connect() as connection:
        return Login(*connection.execute(_LOGIN).one())


def say_who(session: Session, _begun: object, connection: Connection) -> None:
    """Let history know on whose behalf it is written, as nobody else may."""
    actor = session.info.get(ACTOR)
    connection.execute(_ACTOR, {"actor": "" if actor is None else str(actor)})
