"""Which shared database to join, and how to sign in there."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.dialogs.opening_views import View
from ui.theme import M
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.modest import ModestBox
from venues.address import Address
from venues.errors import CannotOpen, VenuesError, WrongInput
from venues.services.joining import JoinDraft

ABOUT = (
    "Several offices use one database on a server. Whoever looks after the server lets "
    "you in, and tells you what to type here."
)
USUAL = "venues"
WAYS = (
    ("With a password", False),
    ("As I am signed in on this PC, without a password", True),
)
NO_KEYRING = (
    "This computer has no keyring, so the password is asked for at each start. Nothing "
    "else keeps it."
)
KEEPS = "The keyring is the system's own store; nothing else keeps the password."


class JoinView(View):
    """The server, the database and a sign-in, to be tried at once.

    Signals:
        given: all of it is typed; carries a ``JoinDraft``.
    """

    given = Signal(JoinDraft)

    def __init__(self, address: Address | None = None) -> None:
        """``address`` is one that was used before."""
        super().__init__("Join a shared database", ABOUT)
        self.server, self.database = QLineEdit(), QLineEdit(USUAL)
        self.server.setPlaceholderText("db1.example.org")
        self.how = ModestBox()
        for words, own in WAYS:
            self.how.addItem(words, own)
        self.login, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = QCheckBox("Keep the password in this computer\u2019s keyring")
        self.keep.setEnabled(False)
        form = QWidget()
        self.fields: dict[str, Field] = lay_out(form, self._rows())
        self.fields["server"].hint("On another machine only an encrypted connection.")
        self.column.setSpacing(M)
        self.column.addWidget(form)
        self.back = LinkButton("Back")
        self.quit = Button("Quit")
        self.connect_ = PrimaryButton("Connect")
        self.end(self.back, self.quit, self.connect_)
        self.begins: QWidget = self.server
        self.how.currentIndexChanged.connect(self._follow)
        self.connect_.clicked.connect(self._give)
        for box in (self.server, self.database, self.login, self.password):
            box.returnPressed.connect(self._give)
        if address is not None:
            self._show(address)

    def _rows(self) -> list[list[Entry]]:
        return [
            [
                Entry("server", "Server", self.server, 3),
                Entry("database", "Database", self.database, 2),
            ],
            [Entry("how", "Sign in", self.how)],
            [
                Entry("login", "Sign-in name", self.login, 3),
                Entry("password", "Password", self.password, 2),
            ],
            [Entry("keep", "", self.keep)],
        ]

    def _show(self, address: Address) -> None:
        whole = "?" in address.words or not address.at
        self.server.setText(address.words if whole else address.at)
        self.database.setText(address.name)
        self.login.setText(address.login)
        self.how.setCurrentIndex(self.how.findData(not address.login))
        self.begins = self.password if address.login else self.connect_

    def draft(self) -> JoinDraft:
        """What is typed now."""
        return JoinDraft(
            server=self.server.text(),
            database=self.database.text(),
            own=bool(self.how.currentData()),
            login=self.login.text(),
            password=self.password.text(),
            keep=self.keep.isEnabled() and self.keep.isChecked(),
        )

    @Slot(object)
    def can_keep(self, there: object) -> None:
        """Whether this computer has a keyring."""
        self.keep.setEnabled(bool(there))
        self.keep.setChecked(bool(there))
        self.fields["keep"].hint(KEEPS if there else NO_KEYRING)

    @Slot()
    def _follow(self) -> None:
        own = bool(self.how.currentData())
        for name in ("login", "password", "keep"):
            self.fields[name].setVisible(not own)

    @Slot()
    def _give(self) -> None:
        self.complaint.hide()
        for field in self.fields.values():
            field.clear()
        self.given.emit(self.draft())

    def complain(self, trouble: VenuesError) -> None:
        """Say what is wrong, beside its field where it has one."""
        field = None
        if isinstance(trouble, WrongInput | CannotOpen):
            field = self.fields.get(trouble.field)
        if field is None or not field.isVisibleTo(self):
            super().complain(trouble)
            return
        field.complain(str(trouble))
        field.entry.setFocus()
