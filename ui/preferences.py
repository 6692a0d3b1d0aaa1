"""What the program remembers for a person between one day and the next.

``QSettings`` gives back ``'true'`` for a truth and a bare text for a list of one; here
every setting has a type, and comes back as it went in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from venues.domain.words import READER

Kept = TypeVar("Kept", bool, int, str, tuple[str, ...], QByteArray)

# Rule 8 of the product's privacy rules: these are never remembered.
NEVER = ("case", "audience", "postcode")


class Setting(Generic[Kept]):
    """One thing to remember: its name, what holds until somebody changes it, whose.

    A personal setting belongs to whoever is signed in; the others to the PC.

    Raises:
        ValueError: the name speaks of a case, an audience or a postcode.
    """

    __slots__ = ("default", "key", "personal")

    def __init__(self, key: str, default: Kept, *, personal: bool = True) -> None:
        if any(word in key.lower() for word in NEVER):
            msg = f"{key} must not be remembered"
            raise ValueError(msg)
        self.key = key
        self.default: Kept = default
        self.personal = personal


TEXT_SIZE = Setting("text_size", 100)  # per cent, 100 to 200
LOOK = Setting("look", "system")  # a palettes.Look
TWENTY_FOUR = Setting("twenty_four", default=False)  # 15:30 instead of 3:30pm
IDLE_MINUTES = Setting("idle_minutes", 10)  # until the screen is blanked; 0: never
LAST_PAGE = Setting("last_page", "")
GEOMETRY = Setting("geometry", QByteArray(), personal=False)
LAST_FILE = Setting("last_file", "", personal=False)  # where this PC's own is not used
LAST_LOGIN = Setting("last_login", "", personal=False)
LAST_ROLE = Setting("last_role", "", personal=False)  # whose pages the rail shows first


class Preferences(QObject):
    """Typed settings, each person's apart from everybody else's.

    Signals:
        changed: a setting got another value; carries its key.
        signed_in: another person's settings hold from now on.
    """

    changed = Signal(str)
    signed_in = Signal(str)

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._login = ""
        self._set_clock()

    def sign_in(self, login: str) -> None:
        """Whose personal settings hold from now on."""
        if login != self._login:
            self._login = login
            self._set_clock()
            self.signed_in.emit(login)

    def __getitem__(self, setting: Setting[Kept]) -> Kept:
        stored = self._settings.value(self._path(setting))
        read = _read(stored, setting.default)
        return setting.default if read is None else cast("Kept", read)

    def __setitem__(self, setting: Setting[Kept], value: Kept) -> None:
        if self[setting] == value:
            return
        self._settings.setValue(self._path(setting), _written(value))
        self._set_clock()
        self.changed.emit(setting.key)

    def forget(self, setting: Setting[Kept]) -> None:
        """Let the default hold again."""
        self._settings.remove(self._path(setting))
        self._set_clock()
        self.changed.emit(setting.key)

    def save(self) -> None:
        """Write everything to disk now."""
        self._settings.sync()

    def _set_clock(self) -> None:
        """Every sentence says its times as whoever is signed in reads them."""
        READER.twenty_four = self[TWENTY_FOUR]

    def _path(self, setting: Setting[Kept]) -> str:
        if not setting.personal:
            return f"pc/{setting.key}"
        # A slash would open a group of its own and mix two people's settings.
        login = self._login.replace("%", "%25").replace("/", "%2F") or "nobody"
        return f"people/{login.replace(chr(92), '%5C')}/{setting.key}"


def _written(value: object) -> object:
    """As text wherever QSettings would change the type on the way back."""
    if isinstance(value, QByteArray):
        return value
    if isinstance(value, tuple):
        # The leading mark keeps an empty list apart from a list of one empty text.
        return "".join(f"\n{item.replace(chr(10), ' ')}" for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _read(stored: object, default: object) -> object | None:
    """The stored value in the type of its default; None if it makes no sense."""
    if isinstance(default, QByteArray):
        return stored if isinstance(stored, QByteArray) else None
    if not isinstance(stored, str):
        return None
    if isinstance(default, bool):
        return {"yes": True, "no": False}.get(stored)
    if isinstance(default, int):
        return int(stored) if stored.lstrip("-").isdecimal() else None
    if isinstance(default, Sequence) and not isinstance(default, str):
        return tuple(stored.split("\n")[1:])
    return stored
