"""Settings: the numbers of the rules, set by managers and read by everybody."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.saving import Saving
from ui.theme import XL, L, M
from ui.widgets.card import Card
from ui.widgets.facts import FactList
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from venues.domain.numbers import Numbers
from venues.domain.numbers_shown import EXAMPLE, GROUPS, NUMBERS, PATTERN, Group, Number
from venues.services import settings

COLUMNS = 2
LONG = frozenset({"rural_districts", PATTERN, EXAMPLE, "marking"})
"""These are words, and want the width of a column; the others are short numbers."""

SHORT = 14  # characters of a number's field


class NumbersSection(QWidget):
    """A card for each group; a number is saved when its field is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stored: dict[str, str] = {}
        self.fields: dict[str, Field] = {}
        self.facts: dict[str, FactList] = {}
        self.notice = Notice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        may = settings.may_set(desk.viewer)
        who = (
            "Saved when you leave a field. They hold for everybody who uses this "
            "database, from the next booking on."
            if may
            else "Managers set these. They hold for everybody who uses this database."
        )
        self._column.addWidget(muted(who, wrap=True))
        self._column.addWidget(self.notice)
        for group in GROUPS:
            self._column.addWidget(self._form(group) if may else self._list(group))
        self._column.addStretch(1)
        # A field that is left is saved in passing: nothing waits for it.
        self.saving = Saving(
            desk, self, self.notice, self.fields, still=(), goes_back=False
        )
        desk.changes.committed.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Show the numbers as they are set; what is being typed is left alone."""
        with self._desk.database.read() as session:
            numbers = settings.read(session)
        stored = {name: settings.as_typed(numbers, name) for name in NUMBERS}
        for name, field in self.fields.items():
            if not self._stored or _typed(field) == self._stored[name]:
                _put(field, stored[name])
        self._stored = stored
        for group in GROUPS:
            if group.title in self.facts:
                said = [(each.title, _said(each, stored)) for each in group.numbers]
                self.facts[group.title].show_facts([("", said)])

    def _form(self, group: Group) -> Card:
        card = Card(group.title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(M)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        for place, number in enumerate(group.numbers):
            title = f"{number.title}, {number.unit}" if number.unit else number.title
            field = Field(title, self._entry(group, number), hint=number.hint)
            if isinstance(field.entry, QLineEdit):
                field.entry.textEdited.connect(field.clear)
            self.fields[number.name] = field
            grid.addWidget(field, place // COLUMNS, place % COLUMNS)
        card.body.addLayout(grid)
        return card

    def _entry(self, group: Group, number: Number) -> QWidget:
        if number.choices:
            choice = QComboBox()
            for value, words in number.choices:
                choice.addItem(words, value)
            choice.activated.connect(partial(self._save, group))
            return choice
        box = QLineEdit()
        if number.name not in LONG:
            box.setMaximumWidth(box.fontMetrics().averageCharWidth() * SHORT)
        box.editingFinished.connect(partial(self._save, group))
        return box

    def _list(self, group: Group) -> Card:
        card = Card(group.title)
        self.facts[group.title] = FactList()
        card.add(self.facts[group.title])
        return card

    def _save(self, group: Group, _index: int | None = None) -> None:
        """Save whatever is different in the group: some numbers go together."""
        typed = {each.name: _typed(self.fields[each.name]) for each in group.numbers}
        changed = {
            name: text for name, text in typed.items() if text != self._stored[name]
        }
        if changed and not self.saving.busy:
            before = {name: self._stored[name] for name in changed}
            title = NUMBERS[next(iter(changed))].title
            self.saving.start(
                partial(_save, viewer=self._desk.viewer, typed=changed),
                partial(self._saved, before),
                f"change of “{title}”",
            )

    def _saved(self, before: Mapping[str, str], numbers: Numbers) -> None:
        """Show them as they were understood, and let them be taken back."""
        after = {name: settings.as_typed(numbers, name) for name in before}
        for name, value in after.items():
            _put(self.fields[name], value)
        self._stored |= after
        if after != before:
            self._desk.host.say("Saved.", undoable=True)
        for group in GROUPS:  # what was left while this was being saved
            self._save(group)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self.reload()


def _typed(field: Field) -> str:
    box = field.entry
    if isinstance(box, QComboBox):
        return str(box.currentData() or "")
    return box.text() if isinstance(box, QLineEdit) else ""


def _put(field: Field, value: str) -> None:
    box = field.entry
    if isinstance(box, QComboBox):
        box.setCurrentIndex(box.findData(value))
    elif isinstance(box, QLineEdit):
        box.setText(value)


def _said(number: Number, stored: Mapping[str, str]) -> str:
    if number.choices:
        return dict(number.choices).get(stored[number.name], "")
    return f"{stored[number.name]} {number.unit}".strip() or "none"


def _save(session: Any, **known: Any) -> Numbers:
    return settings.save(session, **known)
