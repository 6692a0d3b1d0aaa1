"""Somebody of the paper scene at a desk, and a window that remembers what it hears."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSettings

from tests import paper_scene as scene
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.messagebar import Offer
from venues.database.session import Database


@dataclass
class Window:
    """Stands in for the window."""

    said: list[str] = field(default_factory=list)

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Remember the sentence."""
        self.said.append(message)

    def show_page(self, key: str, **hint: Any) -> None:
        """Nobody asks for a page here."""


def desk(database: Database, who: int = scene.OWN) -> Desk:
    """The desk of that person; whoever made it closes its jobs."""
    jobs, changes = Jobs(), Changes()
    database.listen(changes.announce)
    return Desk(
        database=database,
        viewer=scene.viewer(who),
        now=lambda: scene.NOW,
        changes=changes,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=Preferences(QSettings()),
        host=Window(),
        gazetteer=lambda: None,
    )


def said(at: Desk) -> list[str]:
    """What the window of that desk was told."""
    assert isinstance(at.host, Window)
    return at.host.said
