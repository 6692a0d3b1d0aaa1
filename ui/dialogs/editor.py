"""A form that is filled in and saved: what the editors of the catalogue share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.versions import VersionsDialog
from ui.jobs import Lane, Progress
from ui.models.versions import Difference
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import Words
from venues.errors import Stale, VenuesError, WrongInput

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S")
CHOSEN = "Nothing is saved yet. Save to keep it as it stands here."
ALIKE = "Somebody else saved the very same meanwhile. There is nothing left to save."


class Editor(QDialog):
    """Shows a record to be changed; nothing typed is lost unless somebody says so.

    An editor gives a ``draft`` of what is typed, ``store``s it (off the interface's
    thread) and says in ``fields`` beside which input a complaint belongs.

    Signals:
        saved: it was stored; carries what ``store`` returned.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout()
        self.body.setSpacing(M)
        self.notice = Notice()
        self.cancel = Button("Cancel")
        self.save = PrimaryButton("Save")
        self.save.setToolTip("Ctrl+Enter")
        self.waiting = WaitOverlay(self)
        self._storing = False
        self._start: list[object] = []
        self._lay_out(title)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.try_to_save)
        self.save.clicked.connect(self.try_to_save)
        self.cancel.clicked.connect(self.reject)

    def draft(self) -> Any:
        """What is typed.

        Raises:
            WrongInput: something typed cannot be read; names the field.
        """
        raise NotImplementedError

    def store(self, draft: Any) -> object:
        """Write the draft; called on a thread of its own.

        Raises:
            VenuesError: it cannot be stored; the text says why.
        """
        raise NotImplementedError

    def offer_both(self, draft: Any) -> bool:  # noqa: ARG002 - for those who can
        """Show what somebody else saved beside what is typed; whether it can."""
        return False

    def compare(
        self,
        what: str,
        found: Sequence[Difference],
        go_on: Callable[[frozenset[str]], object],
    ) -> None:
        """Let both versions be chosen from; ``go_on`` is told what stays as typed."""
        if not found:
            go_on(frozenset())
            self._start = contents(self)
            self.notice.say(ALIKE)
            return
        dialog = VersionsDialog(what, found, self)
        dialog.chosen.connect(partial(self._go_on, go_on))
        dialog.open()

    def _go_on(
        self, go_on: Callable[[frozenset[str]], object], kept: frozenset[str]
    ) -> None:
        go_on(kept)
        self.notice.say(CHOSEN)
        self.save.setFocus()

    def begin(self) -> None:
        """Everything is shown as it was: from now on a difference is a change."""
        for entry in self.findChildren(QLineEdit):
            entry.setCursorPosition(0)
        self._start = contents(self)

    def take_size(self, letters: int, lines: int) -> None:
        """Be so wide and so high in the size of the text, as far as the screen goes."""
        metrics = self.fontMetrics()
        wanted = QSize(letters * metrics.averageCharWidth(), lines * metrics.height())
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))

    @property
    def changed(self) -> bool:
        """Whether anything is typed that is not saved."""
        return contents(self) != self._start

    @Slot()
    def try_to_save(self) -> None:
        """Save, or say what is in the way."""
        if self._storing:
            return
        self.notice.clear()
        for field in self.fields.values():
            field.clear()
        try:
            draft = self.draft()
        except WrongInput as wrong:
            self.complain(wrong)
            return
        self._wait(on=True)
        self.desk.jobs.run(
            "",
            partial(self._store, draft),
            self._stored,
            failed=partial(self._refused, draft),
            lane=Lane.QUICK,
        )

    def complain(self, trouble: VenuesError) -> None:
        """Say what is wrong, beside its field if it has one here."""
        name = trouble.field if isinstance(trouble, WrongInput) else ""
        field = self.fields.get(name)
        if field is None:
            self.notice.say(str(trouble))
            return
        field.complain(str(trouble))
        bring_to_front(field)
        field.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self, draft: Any, _progress: Progress) -> object:
        return self.store(draft)

    @Slot(object)
    def _stored(self, result: object) -> None:
        self._wait(on=False)
        self._start = contents(self)
        self.saved.emit(result)
        self.accept()

    def _refused(self, draft: Any, trouble: Exception) -> None:
        self._wait(on=False)
        if not isinstance(trouble, VenuesError):
            raise trouble
        if not (isinstance(trouble, Stale) and self.offer_both(draft)):
            self.complain(trouble)

    def _wait(self, *, on: bool) -> None:
        self._storing = on
        self.save.setDisabled(on)
        self.cancel.setDisabled(on)
        if on:
            self.waiting.start("Saving…")
        else:
            self.waiting.stop()

    def _ask_to_leave(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.windowTitle())
        box.setText("Leave without saving?")
        box.setInformativeText("What you changed here is not saved yet.")
        leave = box.addButton("Leave", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Keep editing", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.clicked.connect(self._leave)
        box.open()

    @Slot()
    def _leave(self) -> None:
        """Close without saving."""
        super().reject()

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words(title, size=Size.TITLE, strong=True, wrap=True))
        layout.addWidget(self.notice)
        layout.addLayout(self.body, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.save)
        layout.addLayout(line)

    def reject(self) -> None:
        if self._storing:
            return
        if self.changed:
            self._ask_to_leave()
        else:
            super().reject()


def contents(form: QWidget) -> list[object]:
    """Everything that is typed or chosen in a form, input by input."""
    found: list[object] = []
    for child in form.findChildren(QWidget):
        if isinstance(child, QLineEdit):
            found.append(child.text())
        elif isinstance(child, QPlainTextEdit):
            found.append(child.toPlainText())
        elif isinstance(child, QComboBox):
            found.append(child.currentText())
        elif isinstance(child, QAbstractButton) and not isinstance(child, QPushButton):
            found.append(child.isChecked())
    return found


def bring_to_front(widget: QWidget) -> None:
    """Open the tab that the widget is in, and scroll to it."""
    around: list[QObject] = [widget]
    while (parent := around[-1].parent()) is not None:
        around.append(parent)
    for one in around:
        if isinstance(one, QTabWidget):
            for number in range(one.count()):
                if one.widget(number) in around:
                    one.setCurrentIndex(number)
        elif isinstance(one, QScrollArea):
            one.ensureWidgetVisible(widget)
