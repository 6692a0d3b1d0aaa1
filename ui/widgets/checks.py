"""All checks of a booking, each with the means to pass it where it can be passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.theme import XS, S
from ui.widgets.card import Hairline
from ui.widgets.checkrow import CheckRow
from ui.widgets.text import announce
from ui.widgets.wrapcheck import WrapCheck

GO_ON = "Book all the same, because:"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it is about, how it came out, and the words for that.

    ``accepts`` names the rule whose warning may be ticked with a reason; ``adjusts``
    the one that a manager may pass with a written adjustment.
    """

    heading: str
    kind: Kind
    words: str
    accepts: str = ""
    adjusts: str = ""


class CheckEntry(QWidget):
    """One check on screen; what was typed as its reason is kept while it is needed.

    Signals:
        changed: another reason is given.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._check = Check("", Kind.QUIET, "")
        self.row = CheckRow(Kind.QUIET, "")
        self.tick = WrapCheck(GO_ON)
        self.reason = QLineEdit()
        self._pass = QWidget()
        self._answer = QVBoxLayout(self._pass)
        self._answer.setSpacing(XS)
        self._answer.addWidget(self.tick)
        self._answer.addWidget(self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self._pass)
        layout.addWidget(Hairline())
        self.fit_text()
        self.tick.toggled.connect(self._ticked)
        self.reason.textChanged.connect(self.changed)

    def fit_text(self) -> None:
        """Let the answer begin below the words, at the size of text that holds now."""
        self._answer.setContentsMargins(self.row.indent(), 0, 0, S)

    @property
    def check(self) -> Check:
        """The check that is shown."""
        return self._check

    def say(self, check: Check) -> None:
        """Show how the check came out."""
        grave = check.kind is Kind.BAD and self._check.kind is not Kind.BAD
        self._check = check
        self.row.say(check.kind, check.heading, check.words)
        if grave and self.isVisible():
            announce(self.row, f"{check.heading}: {check.words}")
        self._pass.setVisible(bool(check.accepts or check.adjusts))
        self.tick.setVisible(bool(check.accepts))
        self.reason.setEnabled(bool(check.adjusts) or self.tick.isChecked())
        hint = "Write down the adjustment" if check.adjusts else "Your reason"
        self.reason.setPlaceholderText(hint)
        self.reason.setAccessibleName(f"{check.heading}: {hint.lower()}")
        self.tick.setAccessibleName(f"{check.heading}: {GO_ON}")

    def given(self) -> tuple[str, str] | None:
        """The rule and the reason it is passed for, if one has been given."""
        rule, reason = self._check.accepts or self._check.adjusts, self.reason.text()
        if not rule or not reason.strip() or not self.reason.isEnabled():
            return None
        return rule, reason.strip()

    def give(self, reason: str) -> None:
        """Let that be the reason; an empty one takes it back."""
        with QSignalBlocker(self):
            self.reason.setText(reason)
            self.tick.setChecked(bool(reason))

    @Slot()
    def _ticked(self) -> None:
        self.reason.setEnabled(bool(self._check.adjusts) or self.tick.isChecked())
        if self.tick.isChecked() and self.tick.hasFocus():
            self.reason.setFocus()
        self.changed.emit()


class Checks(QWidget):
    """The checks under one another.

    Signals:
        changed: another reason is given.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, CheckEntry] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(XS)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these, in their order; a heading always comes at the same place."""
        for place, check in enumerate(checks):
            entry = self._entries.get(check.heading)
            if entry is None:
                entry = CheckEntry()
                entry.changed.connect(self.changed)
                self._insert(checks[:place], check.heading, entry)
            entry.say(check)
        shown = {check.heading for check in checks}
        for heading, entry in self._entries.items():
            entry.setVisible(heading in shown)

    def _insert(self, before: Sequence[Check], heading: str, entry: CheckEntry) -> None:
        """Put a new one where it belongs, not below everything that is there."""
        headings = list(self._entries)
        place = headings.index(before[-1].heading) + 1 if before else 0
        headings.insert(place, heading)
        self._layout.insertWidget(place, entry)
        known = {**self._entries, heading: entry}
        self._entries = {each: known[each] for each in headings}

    def given(self) -> dict[str, str]:
        """Rule → the reason for which it is passed."""
        pairs = (entry.given() for entry in self.shown())
        return dict(pair for pair in pairs if pair is not None)

    def give(self, reasons: dict[str, str]) -> None:
        """Let these reasons stand in place of what was typed."""
        for entry in self._entries.values():
            rule = entry.check.accepts or entry.check.adjusts
            entry.give(reasons.get(rule, ""))

    def shown(self) -> list[CheckEntry]:
        """The checks that are shown."""
        return [entry for entry in self._entries.values() if not entry.isHidden()]

    def entry(self, heading: str) -> CheckEntry:
        """The check with that heading."""
        return self._entries[heading]

    def first_open(self) -> CheckEntry | None:
        """The first warning that waits for its tick and reason."""
        waiting = (e for e in self.shown() if e.check.accepts and e.given() is None)
        return next(waiting, None)
