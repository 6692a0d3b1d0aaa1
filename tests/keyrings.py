"""A keyring for as long as a test takes, in the place of the system's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from venues import passwords


class Keyring(KeyringBackend):
    """Keeps passwords in a dictionary; a ``locked`` one gives and takes nothing."""

    priority = 1  # type: ignore[assignment] # a property of the class in the library

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """As the system would."""
        self._knock()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """As the system would."""
        self._knock()
        self.kept[service, username] = password

    def _knock(self) -> None:
        if self.locked:
            raise KeyringLocked


@contextmanager
def in_place() -> Iterator[Keyring]:
    """That keyring, and nothing in mind before and after."""
    before, made = keyring.get_keyring(), Keyring()
    keyring.set_keyring(made)
    passwords.forget_all()
    yield made
    keyring.set_keyring(before)
    passwords.forget_all()
