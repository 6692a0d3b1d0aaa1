"""A dialog that tells one thing and offers what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.kinds import Kind
from ui.theme import XL, L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.checkrow import KindBox
from ui.widgets.text import Words, announce, strong

WIDE = 52  # characters of a line


class MessageDialog(QDialog):
    """What happened, what to do, and a verb for each way on.

    ``primary`` is the button that Enter presses; ``cancel`` the one that Escape does.
    """

    def __init__(self, parent: QWidget | None, heading: str, sentence: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Venues")
        self.setAccessibleName(heading)
        self._spoken = f"{heading}. {sentence}"
        self._mark = KindBox(Kind.QUIET)
        self._mark.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(S)
        self.body.addWidget(strong(heading, wrap=True))
        self.sentence = Words(sentence, wrap=True)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.body.addWidget(self.sentence)
        upper = QHBoxLayout()
        upper.setSpacing(L)
        upper.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(self.body, 1)
        self.buttons = QDialogButtonBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, XL, XL, L)
        layout.setSpacing(L)
        layout.addLayout(upper, 1)
        layout.addSpacing(M)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)

    def mark(self, kind: Kind) -> None:
        """Show how grave it is."""
        self._mark.say(kind)
        self._mark.show()

    def primary(
        self, verb: str, run: Callable[[], object] | None = None
    ) -> QPushButton:
        """The thing to do; it closes the dialog, then does it."""
        button = PrimaryButton(verb)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        button.setFocus()
        if run is not None:
            self.accepted.connect(run)
        return button

    def cancel(self, verb: str) -> QPushButton:
        """The way out that changes nothing."""
        button = Button(verb)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.RejectRole)
        return button

    def open(self) -> None:
        """Show it over its window, which waits; nothing else of the program does."""
        super().open()
        announce(self, self._spoken)


def tell(
    parent: QWidget | None,
    heading: str,
    sentence: str,
    *,
    action: str = "",
    run: Callable[[], object] | None = None,
    cancel: str = "",
    kind: Kind | None = None,
) -> MessageDialog:
    """Open a dialog that tells one thing, and return at once.

    Without an ``action`` it has one button, "Close". With one it has that verb, which
    calls ``run``, and ``cancel`` ("Cancel" if not said otherwise) beside it.
    """
    dialog = MessageDialog(parent, heading, sentence)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if kind is not None:
        dialog.mark(kind)
    if action:
        dialog.cancel(cancel or "Cancel")
        dialog.primary(action, run)
    else:
        dialog.primary("Close")
    dialog.open()
    return dialog
