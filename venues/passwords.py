"""The password of a shared database: in the system's keyring, and nowhere of ours.

One that is not to be kept is held in mind as long as the program runs. It never stands
in an address, an argument, a file or a sentence.
"""

from __future__ import annotations

from venues.address import Address
from venues.errors import VenuesError

SERVICE = "Venues"
"""Under which name the keyring has them."""

NOT_TAKEN = (
    "This computer's keyring did not take the password. Unlock it, or connect without "
    "keeping the password; it is asked for again next time."
)

_in_mind: dict[str, str] = {}


def of(address: Address) -> str:
    """The password for that address, or nothing.

    The keyring is asked once, and only where a sign-in name is said: without one the
    server knows us by how we are signed in on this PC.
    """
    if not address.login:
        return ""
    if address.words not in _in_mind:
        _in_mind[address.words] = _look_up(address)
    return _in_mind[address.words]


def use(address: Address, password: str) -> None:
    """Hold it in mind from now on, in the place of what the keyring has."""
    _in_mind[address.words] = password


def forget(address: Address) -> None:
    """Hold it in mind no longer; what the keyring has, it keeps."""
    _in_mind.pop(address.words, None)


def forget_all() -> None:
    """Hold none in mind any longer, as in a program that just started."""
    _in_mind.clear()


def keep(address: Address, password: str) -> None:
    """Put it into the keyring, for the next start.

    Raises:
        VenuesError: there is none, or it was not unlocked.
    """
    import keyring  # noqa: PLC0415 - a tenth of a second, and only here
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        keyring.set_password(SERVICE, address.words, password)
    except (KeyringError, OSError) as trouble:
        raise VenuesError(NOT_TAKEN) from trouble


def can_keep() -> bool:
    """Whether this computer has a keyring at all."""
    try:
        import keyring  # noqa: PLC0415 - as above
    except ImportError:  # the packages of a single PC leave it out
        return False
    return bool(keyring.get_keyring().priority > 0)


def _look_up(address: Address) -> str:
    try:
        import keyring  # noqa: PLC0415 - as above
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, address.words) or ""
    except (KeyringError, OSError):
        return ""  # no keyring, or it stays locked: the server will ask
