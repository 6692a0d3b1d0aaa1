"""Which options of different bookings do not go together, as bits of whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from venues.domain.rehousing.values import Claim, Displaced, Key

_Owners = dict[Claim, dict[int, int]]
"""Claim → which bookings have it, and in which of their options, as bits."""


class Clashes:
    """What every option of every booking rules out of the others, worked out once.

    Bookings and options go by their places. A booking's last option is to stay. Two
    that both stay are as they are now, and never clash.
    """

    def __init__(self, bookings: Sequence[Displaced]) -> None:
        self.claims = [
            (*(option.claims for option in each.options), each.stay)
            for each in bookings
        ]
        self.stays = [1 << len(each.options) for each in bookings]
        self._owners: dict[Key, _Owners] = defaultdict(dict)
        for n, options in enumerate(self.claims):
            for m, claims in enumerate(options):
                for claim in claims:
                    bits = self._owners[claim.key].setdefault(claim, {})
                    bits[n] = bits.get(n, 0) | 1 << m
        self._known: dict[Claim, dict[int, int]] = {}

    def ruled_out(self, booking: int, option: int) -> dict[int, int]:
        """Booking → the options that do not go together with that option."""
        staying = bool(self.stays[booking] >> option & 1)
        found: dict[int, int] = {}
        for claim in self.claims[booking][option]:
            for other, bits in self._against(claim).items():
                if other != booking:
                    found[other] = found.get(other, 0) | bits
        if staying:
            found = {
                n: left for n, bits in found.items() if (left := bits & ~self.stays[n])
            }
        return found

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Bookings of which one may stand in the other's way."""
        for owners in self._owners.values():
            for claim, bits in owners.items():
                for other in self._against(claim):
                    for n in bits:
                        if n < other:
                            yield n, other

    def _against(self, claim: Claim) -> dict[int, int]:
        """Booking → its options that clash with the claim, its own among them."""
        known = self._known.get(claim)
        if known is None:
            known = self._known[claim] = {}
            for other, bits in self._owners[claim.key].items():
                if claim.clashes(other):
                    for n, mask in bits.items():
                        known[n] = known.get(n, 0) | mask
        return known


def groups(bookings: Sequence[Displaced], clashes: Clashes) -> list[list[int]]:
    """The bookings that have to be looked at together, in their order.

    Those of one series are, since it should not be split.
    """
    root = list(range(len(bookings)))

    def find(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for one, other in (*clashes.pairs(), *_in_series(bookings)):
        first, second = sorted((find(one), find(other)))
        root[second] = first
    found: dict[int, list[int]] = defaultdict(list)
    for n in range(len(bookings)):
        found[find(n)].append(n)
    return list(found.values())


def _in_series(bookings: Sequence[Displaced]) -> Iterator[tuple[int, int]]:
    first: dict[int, int] = {}
    for n, each in enumerate(bookings):
        if each.series is not None:
            yield first.setdefault(each.series, n), n
