"""Passwords are in the system's keyring, or in mind, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests import keyrings
from tests.keyrings import Keyring
from venues import passwords
from venues.address import Address
from venues.errors import VenuesError

ADDRESS = Address("postgresql://me@db1/venues")
WITHOUT = Address("postgresql://db1/venues")


@pytest.fixture
def ring() -> Iterator[Keyring]:
    with keyrings.in_place() as made:
        yield made


def test_what_was_kept_is_there_at_the_next_start(ring: Keyring) -> None:
    passwords.keep(ADDRESS, "secret")
    passwords.forget_all()

    assert passwords.of(ADDRESS) == "secret"
    assert ring.kept == {("Venues", ADDRESS.words): "secret"}


def test_what_is_only_in_mind_is_gone_then(ring: Keyring) -> None:
    passwords.use(ADDRESS, "secret")
    now = passwords.of(ADDRESS)
    passwords.forget(ADDRESS)

    assert (now, passwords.of(ADDRESS), ring.kept) == ("secret", "", {})


def test_without_a_sign_in_name_nothing_is_looked_up(ring: Keyring) -> None:
    ring.locked = True

    assert passwords.of(WITHOUT) == ""


def test_a_keyring_that_stays_locked_is_told_when_it_should_keep_one(
    ring: Keyring,
) -> None:
    ring.locked = True

    with pytest.raises(VenuesError, match="keyring did not take the password"):
        passwords.keep(ADDRESS, "secret")
    assert passwords.of(ADDRESS) == ""


def test_whether_there_is_a_keyring_is_known(
    ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert passwords.can_keep()
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert not passwords.can_keep()
    assert passwords.of(ADDRESS) == ""


def test_a_computer_without_one_keeps_nothing() -> None:
    passwords.forget_all()

    assert not passwords.can_keep()
    assert passwords.of(ADDRESS) == ""
