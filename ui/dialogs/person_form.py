"""The fields that say who somebody is: name, login, role, authority."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.modest import ModestBox
from venues.domain.people import Role
from venues.errors import WrongInput
from venues.services.staffing import LONGEST, StaffDraft

EVERYWHERE = "All four"
DOES = {
    Role.PRACTITIONER: "Finds and books rooms for their own cases.",
    Role.VICTIM_WORKER: "Finds and books rooms for victims.",
    Role.COORDINATOR: "Keeps venues, hours and closures, and enters staff. Sees who "
    "works where, but no case.",
    Role.MANAGER: "May do everything, sees all bookings, and sets the numbers of the "
    "rules.",
    Role.BOARD: "Reads the evidence and nothing else.",
}


class PersonForm(QWidget):
    """A member of staff to be typed; each complaint stands beside its field."""

    def __init__(
        self,
        roles: Iterable[Role],
        authorities: Sequence[tuple[str, str]],
        *,
        own: bool = False,
        full: bool = False,
    ) -> None:
        """``authorities`` are codes and names; ``own``: whoever types it is meant.

        With ``full`` agency, work phone and duty manager are asked for as well.
        """
        super().__init__()
        self.name = QLineEdit()
        self.login = QLineEdit(computer_login() if own else "")
        for box in (self.name, self.login):
            box.setMaxLength(LONGEST)
        self.role = ModestBox()
        for role in roles:
            self.role.addItem(role.words, role)
        self.authority = ModestBox()
        self.authority.addItem(EVERYWHERE, "")
        for code, words in authorities:
            self.authority.addItem(words, code)
        self.ask_for = QLineEdit()
        self.agency, self.work_phone = QLineEdit(), QLineEdit()
        for box in (self.ask_for, self.agency, self.work_phone):
            box.setMaxLength(LONGEST)
        self.duty_manager = QCheckBox("Duty manager, who sees who is out alone")
        self.fields: dict[str, Field] = lay_out(self, self._rows(own=own, full=full))
        self.fields["login"].hint(
            "The login is that of this computer, so that Venues knows you."
            if own
            else "The login is that of their computer, so that Venues knows them."
        )
        self.fields["ask_for"].hint(
            "A neutral name, such as the team's. Without one it is “Duty worker”."
        )
        self.role.currentIndexChanged.connect(self._explain)
        for key, field in self.fields.items():
            if isinstance(field.entry, QLineEdit):
                field.entry.textEdited.connect(self.fields[key].clear)
        self._explain()

    def _rows(self, *, own: bool, full: bool) -> list[list[Entry]]:
        """The inputs, row by row."""
        your = "Your name" if own else "Name"
        rows = [
            [
                Entry("name", your, self.name),
                Entry("login", "Login", self.login),
            ],
            [
                Entry("role", "Role", self.role),
                Entry("authority", "Local authority", self.authority),
            ],
            [Entry("ask_for", "Name that reception is given", self.ask_for)],
        ]
        if full:
            rows += [
                [
                    Entry("agency", "Agency, if not ours", self.agency),
                    Entry("work_phone", "Work phone", self.work_phone),
                ],
                [Entry("duty_manager", "", self.duty_manager)],
            ]
        return rows

    def draft(self) -> StaffDraft:
        """What is typed now."""
        return StaffDraft(
            name=self.name.text(),
            login=self.login.text(),
            role=Role(self.role.currentData()),
            authority=self.authority.currentData(),
            ask_for=self.ask_for.text(),
            agency=self.agency.text(),
            work_phone=self.work_phone.text(),
            duty_manager=self.duty_manager.isChecked(),
        )

    def show_draft(self, draft: StaffDraft) -> None:
        """Show somebody to be changed; a role that is not offered is added."""
        self.name.setText(draft.name)
        self.login.setText(draft.login)
        if self.role.findData(draft.role) < 0:
            self.role.addItem(draft.role.words, draft.role)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.authority.setCurrentIndex(self.authority.findData(draft.authority))
        self.ask_for.setText(draft.ask_for)
        self.agency.setText(draft.agency)
        self.work_phone.setText(draft.work_phone)
        self.duty_manager.setChecked(draft.duty_manager)

    def complain(self, trouble: WrongInput) -> bool:
        """Show what is wrong beside its field; False if there is no such field."""
        field = self.fields.get(trouble.field)
        if field is None:
            return False
        field.complain(str(trouble))
        field.entry.setFocus()
        return True

    def clear(self) -> None:
        """Nothing is typed any more."""
        for box in (self.name, self.login, self.ask_for):
            box.clear()
        for field in self.fields.values():
            field.clear()

    @Slot()
    def _explain(self) -> None:
        self.fields["role"].clear()
        self.fields["role"].hint(DOES[Role(self.role.currentData())])


def computer_login() -> str:
    """The login of whoever sits at this computer, if it tells."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a service account without a name
        return ""
