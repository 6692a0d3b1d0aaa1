"""Joins a database that several PCs share: from what is typed to one that opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from venues import passwords
from venues.address import SCHEMES, Address
from venues.database.session import Database
from venues.errors import WrongInput


@dataclass(frozen=True, slots=True)
class JoinDraft:
    """What is typed. With ``own`` one signs in as one is signed in on this PC.

    ``keep`` the password in the system's keyring. It shows in no representation.
    """

    server: str
    database: str
    own: bool = False
    login: str = ""
    password: str = field(default="", repr=False)
    keep: bool = False


def address_of(draft: JoinDraft) -> Address:
    """The address that was meant; a whole one may stand in the place of the server.

    Raises:
        WrongInput: something is missing; ``field`` says what.
    """
    server = draft.server.strip()
    if server.startswith(SCHEMES):
        return Address.read(server)
    if not draft.own and not draft.login.strip():
        raise WrongInput("Type your sign-in name for the server.", "login")
    return Address.of(server, draft.database, "" if draft.own else draft.login)


def join(draft: JoinDraft) -> Address:
    """Try it; from then on the database of that address opens.

    Raises:
        WrongInput: something that is typed cannot be used.
        CannotOpen: it cannot be reached or used; ``field`` says by what.
        VenuesError: the keyring did not take the password.
    """
    address = address_of(draft)
    typed = draft.password and not draft.own
    if typed:
        passwords.use(address, draft.password)
    try:
        Database.open(address).close()
        if typed and draft.keep:
            passwords.keep(address, draft.password)
    except BaseException:
        passwords.forget(address)
        raise
    return address
