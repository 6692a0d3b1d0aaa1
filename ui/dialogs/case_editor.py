"""Adds a case, or changes what is known of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.apart_dates import read
from ui.dialogs.case_forms import HoursForm, ListsForm
from ui.dialogs.editor import Editor
from ui.theme import M
from ui.widgets.card import Scroller
from ui.widgets.chips import ChipGroup
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.modest import ModestBox
from venues.database import catalogue as catalogues
from venues.domain.needs import NEEDS
from venues.domain.people import Role
from venues.services import people
from venues.services.apart import records
from venues.services.apart.drafts import Record

KINDS = (("", "Choose…"), ("child", "Child"), ("victim", "Victim"))
LETTERS, LINES = 84, 34


class CaseEditor(Editor):
    """A reference and what goes with it: never a name, an address or a reason."""

    def __init__(
        self, desk: Desk, record: Record, parent: QWidget | None = None
    ) -> None:
        """``record`` is the one to change, or an empty one with a reference."""
        super().__init__(desk, "Case" if record.id else "New case", parent)
        self._record = record
        self._opened = record if record.id is not None else None
        self.reference = QLineEdit(record.reference)
        renames = desk.viewer.role is Role.MANAGER
        self.reference.setReadOnly(record.id is not None and not renames)
        self.kind, self.authority = ModestBox(), ModestBox()
        for key, words in KINDS:
            self.kind.addItem(words, key)
        self.authority.addItem("Not said", None)
        with desk.database.read() as session:
            for area in catalogues.read(session).authorities.values():
                self.authority.addItem(area.name, area.id)
            staff = people.logins(session)
        self.sector = QLineEdit(record.sector)
        self.two_workers = QCheckBox("Two workers")
        self.in_education = QCheckBox("In education")
        self.ends, self.held = QCheckBox("Ends on"), QCheckBox("On hold until")
        today = self._today()
        self.ends_on = DateField(record.ends_on or today, self._today)
        self.hold_until = DateField(record.hold_until or today, self._today)
        self.needs = ChipGroup("Needs", list(NEEDS.items()))
        self.hours = HoursForm(record.hours)
        self.lists = ListsForm(record.lists, staff)
        self._show(record)
        self._lay_out_form()
        self.ends.toggled.connect(self._follow)
        self.held.toggled.connect(self._follow)
        self._follow()
        self.begin()
        (self.reference if record.id is None else self.kind).setFocus()

    def draft(self) -> Record:
        """What is typed.

        Raises:
            WrongInput: a date, a time or a login cannot be read.
        """
        today, ends, held = self._today(), self.ends, self.held
        until = read(self.hold_until, "hold_until") if held.isChecked() else None
        return replace(
            self._record,
            reference=self.reference.text(),
            kind=self.kind.currentData(),
            authority_id=self.authority.currentData(),
            sector=self.sector.text(),
            needs=self.needs.chosen(),
            two_workers=self.two_workers.isChecked(),
            in_education=self.in_education.isChecked(),
            ends_on=read(self.ends_on, "ends_on") if ends.isChecked() else None,
            on_hold=held.isChecked(),
            hold_until=until,
            hours=self.hours.hours(today),
            lists=self.lists.lists(today),
        )

    def store(self, draft: Any) -> object:
        """Save the case; gives back what was before, if anything, and what is now."""
        with self.desk.database.write(self._name(draft)) as session:
            saved = records.save(
                session,
                draft,
                self.desk.viewer,
                today=self._today(),
                opened=self._opened,
            )
        return self._opened, saved

    def _name(self, draft: Record) -> str:
        """What it is called; a reference that is put right cannot be put wrong again.

        Nothing keeps what it was.
        """
        if self._opened is None:
            return "new case"
        same = draft.reference.strip().upper() == self._opened.reference
        return "change of a case" if same else ""

    def _today(self) -> date:
        return self.desk.now().date()

    def _show(self, record: Record) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(record.kind)))
        area = self.authority.findData(record.authority_id)
        self.authority.setCurrentIndex(max(0, area))
        self.two_workers.setChecked(record.two_workers)
        self.in_education.setChecked(record.in_education)
        self.ends.setChecked(record.ends_on is not None)
        self.held.setChecked(record.on_hold)
        self.needs.choose(record.needs)

    @Slot()
    def _follow(self) -> None:
        self.ends_on.setEnabled(self.ends.isChecked())
        self.hold_until.setEnabled(self.held.isChecked())

    def _lay_out_form(self) -> None:
        form, needs = QWidget(), Field("Needs", self.needs)
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("reference", "Case reference", self.reference),
                    Entry("kind", "A child's or a victim's", self.kind),
                ],
                [
                    Entry("authority_id", "Local authority", self.authority),
                    Entry("sector", "Postcode sector", self.sector),
                ],
                [
                    Entry("two_workers", "At appointments", self.two_workers),
                    Entry("in_education", "School days", self.in_education),
                ],
                [
                    Entry("ends", "End of the case", self.ends),
                    Entry("ends_on", "", self.ends_on),
                ],
                [
                    Entry("held", "Kept longer", self.held),
                    Entry("hold_until", "", self.hold_until),
                ],
            ],
        )
        self.fields["ends_on"].entry.setAccessibleName("Ends on")
        self.fields["hold_until"].entry.setAccessibleName("On hold until")
        self.fields["sector"].hint("Like WA2 9: no more of it is kept.")
        if self._record.held_by:
            self.fields["held"].hint(f"Put on hold by {self._record.held_by}.")
        self.fields |= {"needs": needs}
        self._add_tabs(form, needs)

    def _add_tabs(self, form: QWidget, needs: Field) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(M, M, M, M)
        column.addWidget(form)
        column.addWidget(needs)
        column.addStretch(1)
        self.fields["hours"] = Field("When it can attend", self.hours)
        self.fields["lists"] = Field("Whose list it is on", self.lists)
        tabs = QTabWidget()
        tabs.setAccessibleName("Parts of the record")
        tabs.addTab(Scroller(first), "Case")
        for key, title in (("hours", "Can attend"), ("lists", "On the list of")):
            page = QWidget()
            inner = QVBoxLayout(page)
            inner.setContentsMargins(M, M, M, M)
            inner.addWidget(self.fields[key])
            tabs.addTab(Scroller(page), title)
        self.body.addWidget(tabs, 1)
        self.take_size(LETTERS, LINES)
