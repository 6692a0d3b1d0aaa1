"""The shape of a way out: a name, and what comes out of it for one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

At = TypeVar("At")
"""Where it is taken: before the window, or without one."""

Said = list[str] | bytes
Out = Iterator[tuple[str, Said]]


@dataclass(frozen=True, slots=True)
class Way(Generic[At]):
    """One way out. It yields a name and what was said, shown or written under it.

    Words are searched for what should not be there; bytes (pictures, files) are only
    compared with those of the other variants.
    """

    name: str
    take: Callable[[At], Out]
    tries: frozenset[str] = field(default_factory=frozenset)
    """What of the program it goes through: dialogs, commands, sheets by their names."""


class Roll(Generic[At]):
    """The ways out, in the order in which they are taken."""

    def __init__(self) -> None:
        self.ways: list[Way[At]] = []

    def way(
        self, name: str, *tries: str
    ) -> Callable[[Callable[[At], Out]], Callable[[At], Out]]:
        """Put a function on the roll."""

        def put(take: Callable[[At], Out]) -> Callable[[At], Out]:
            self.ways.append(Way(name, take, frozenset(tries)))
            return take

        return put
