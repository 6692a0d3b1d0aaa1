"""Enters a colleague, or changes who somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.dialogs.person_form import PersonForm
from venues.domain.people import Role
from venues.services import staffing
from venues.services.staffing import StaffDraft
from venues.services.team import members
from venues.services.team.members import Member


class StaffEditor(Editor):
    """One member of staff; ``saved`` carries who they were before, and who now."""

    def __init__(
        self,
        desk: Desk,
        roles: Sequence[Role],
        authorities: Sequence[tuple[str, str]],
        opened: Member | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``roles`` are those that may be given; ``authorities`` codes and names."""
        title = f"Change {opened.draft.name}" if opened else "Add a colleague"
        super().__init__(desk, title, parent)
        self._opened = opened
        self.form = PersonForm(roles, authorities, full=True)
        self.form.duty_manager.setEnabled(Role.MANAGER in roles)
        self.fields = self.form.fields
        self.body.addWidget(self.form, 1)
        if opened is not None:
            self.form.show_draft(opened.draft)
        self.take_size(76, 30)
        self.begin()
        self.form.name.setFocus()

    def draft(self) -> StaffDraft:
        """Who is typed."""
        return self.form.draft()

    def store(self, draft: Any) -> object:
        """Save them; gives back who they were and who they are now."""
        desk, today = self.desk, self.desk.now().date()
        verb = "change" if self._opened else "entry"
        with desk.database.write(f"{verb} of a colleague") as session:
            if self._opened is None:
                added = staffing.add(session, desk.viewer, draft, today=today)
                saved = members.member(session, added.staff_id)
            else:
                saved = members.change(
                    session, desk.viewer, self._opened, draft, today=today
                )
        return self._opened, saved
