"""Two versions of one record, field by field: what I typed and what they saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol, TypeVar


class Record(Protocol):
    """A frozen dataclass, such as a draft or a request."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which there are two versions, each in words; empty is nothing.

    ``changed`` says whether I changed it since the record was opened. Where I did not,
    theirs is what is proposed.
    """

    name: str
    label: str
    mine: str
    theirs: str
    changed: bool = True


def differences(
    labels: Mapping[str, str],
    opened: R,
    mine: R,
    theirs: R,
    words: Callable[[str, Any], str],
) -> tuple[Difference, ...]:
    """What differs between mine and theirs, in the order of ``labels``.

    ``labels`` are the names of the fields and what they are called; others are not
    compared. ``words(name, value)`` is a value as it is read.
    """
    return tuple(
        Difference(
            name,
            label,
            words(name, getattr(mine, name)),
            words(name, getattr(theirs, name)),
            changed=getattr(mine, name) != getattr(opened, name),
        )
        for name, label in labels.items()
        if getattr(mine, name) != getattr(theirs, name)
    )


def merged(mine: R, theirs: R, kept: Collection[str]) -> R:
    """Theirs, with the fields of mine that are to be kept."""
    changes = {name: getattr(mine, name) for name in kept}
    return replace(theirs, **changes) if changes else theirs
