"""Steps that are kept nowhere but in a list, for a window without a database."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from venues.services.undoing.steps import Step, Steps, Turned

Work = Callable[[], object]


class Remembered:
    """What was done, each with what takes it back and what does it again."""

    def __init__(self) -> None:
        self._did: dict[int, tuple[str, Work, Work]] = {}
        self._undone: list[int] = []

    def did(self, name: str, undo: Work = int, redo: Work = int) -> Remembered:
        """Somebody did that."""
        self._did[len(self._did) + 1] = (name, undo, redo)
        return self

    def read(self) -> Steps:
        """What can be undone and done again by now."""
        steps = [Step(id_, name) for id_, (name, *_) in self._did.items()]
        left = (each for each in reversed(steps) if each.id not in self._undone)
        again = (each for each in steps if each.id in self._undone)
        return Steps(tuple(left), tuple(again))

    def turn(self, id_: int, _references: Mapping[int, str]) -> Turned:
        """Undo that, or do it again."""
        name, undo, redo = self._did[id_]
        if id_ in self._undone:
            redo()
            self._undone.remove(id_)
        else:
            undo()
            self._undone.append(id_)
        return Turned(name)
