"""Who is kept from whom and from where: one reference a row, looks written down."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.apart_actions import ApartActions
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M
from ui.widgets.apart_detail import ApartDetail
from ui.widgets.apart_list import CURRENT, NEW, VIEWS, ApartList
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.header import PageHeader
from ui.widgets.notice import Notice
from ui.widgets.twopanes import TwoPanes
from venues.domain.people import Role
from venues.errors import NotFound
from venues.services.apart import glances, looking, overview, reasons
from venues.services.apart.ending import CASE, LINK, Key
from venues.services.apart.glances import Glance, Opened
from venues.services.apart.overview import Row

SHOWS = frozenset(
    {
        "booking",
        "case",
        "case_hours",
        "case_staff",
        "case_venue",
        "separation",
        "setting",
        "venue",
    }
)
SUBTITLE = "Only coordinators and managers see this page. Each look is recorded."
ALL, ADD, OPEN = "Show all", "Add this case", "Open this case"
SIDE_BY_SIDE = 118
"""Letters; a page narrower than so many has the detail under the list."""

SHARES = 13, 7
PAUSE = 120  # milliseconds between a key and the search


class KeepApartPage(QWidget):
    """For coordinators and managers.

    A partner is shown when somebody asks, and hidden again when they go elsewhere.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened: dict[Key, Opened] = {}
        self._stale: set[Key] = set()
        self._nothing: glances.Nothing | None = None
        manager = desk.viewer.role is Role.MANAGER
        self.header = PageHeader("Keep apart", SUBTITLE)
        self.watch = Button("Looks…")
        self.watch.setVisible(manager)
        self.renew = Button("Renew…")
        self.add_case = Button("New case")
        self.new = PrimaryButton("New link")
        self.new.setToolTip("Ctrl+N")
        self.list = ApartList(self._partner)
        self.detail = ApartDetail(manager=manager)
        self.notice = Notice()
        self.tasks = ApartActions(desk, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._lay_out()

        self._timer.timeout.connect(self.reload)
        self.watch.clicked.connect(self.tasks.watch)
        self.renew.clicked.connect(self._renew)
        self.add_case.clicked.connect(partial(self._new_case, ""))
        self.new.clicked.connect(self.tasks.new_link)
        self.list.typed.connect(self._type)
        self.list.views.changed.connect(self.reload)
        self.list.chosen.connect(self._show)
        self.list.shown.connect(self._look_at)
        self.list.acted.connect(self._act)
        self.detail.asked.connect(self._do)
        self.tasks.refused.connect(self.notice.say)
        self.tasks.added.connect(self._show_added)
        desk.changes.committed.connect(self._reload_if_shown)
        desk.preferences.changed.connect(self._follow_preference)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.tasks.new_link)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.detail.edit.click)
        self.reload()

    def take(self, chip: str = "") -> None:
        """Show one of the chips; no reference is ever part of a hint."""
        if chip:
            self.list.views.choose(chip)
            self.reload()

    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_focus(self) -> None:
        """The same, with what is typed there marked."""
        self.focus_first()
        self.list.search.selectAll()

    @Slot()
    def reload(self) -> None:
        """Look everything up again; what is chosen stays chosen."""
        text = self.list.search.text()
        desk = self._desk
        today = desk.now().date()
        with desk.database.read() as session:
            rows = overview.rows(session, desk.viewer, today=today, text=text)
            self._nothing = glances.nothing(session, text, desk.viewer)
        self._stale = set(self._opened)
        self._explain(text, any_=bool(rows))
        self.list.show_rows(rows)

    def _explain(self, text: str, *, any_: bool) -> None:
        """What stands in the place of an empty list."""
        found, view = self._nothing, self.list.views.value()
        if found is not None and found.case_id is None:
            self.list.explain(
                f"There is no case {found.reference} yet",
                "Check the reference, or add the case to record something for it.",
                ADD,
            )
        elif found is not None and not any_:
            self.list.explain(found.reference, found.words, OPEN)
        elif text.strip():
            self.list.explain(
                "Nothing like that here", "Check what is typed, or look again.", ALL
            )
        elif view == CURRENT:
            self.list.explain(
                "Nothing is recorded",
                "That does not mean that anybody is safe beside anybody. Link two "
                "cases to keep them apart.",
            )
        else:
            words = VIEWS[view][0].lower()
            what = "case" if view == NEW else "record"
            self.list.explain(f"No {what} is listed here", f"This is for: {words}.")

    def _partner(self, key: Key) -> str:
        """The other reference of a link that was shown, or nothing."""
        opened = self._opened.get(key)
        return opened.about[1].reference if opened else ""

    @Slot(str)
    def _type(self, text: str) -> None:
        self.notice.clear()
        code = reasons.is_code(text)
        if code is not None:
            self.list.search.clear()  # before anything is said of it
            self.tasks.reason(code)
        else:
            self._timer.start()

    @Slot(object)
    def _show(self, row: object) -> None:
        if not isinstance(row, Row):
            self.detail.show_record(None, None)
            return
        desk, key = self._desk, row.key
        try:
            with desk.database.read() as session:
                found = glances.glance(
                    session,
                    key,
                    row.case_id,
                    desk.viewer,
                    today=desk.now().date(),
                )
        except NotFound:
            self.detail.show_record(None, None)
            return
        self.detail.show_record(found, self._opened.get(key))
        if key in self._stale:
            self._stale.discard(key)
            self.tasks.read(
                partial(self._read_opened, key, row.case_id),
                partial(self._show_opened, key),
            )

    @Slot(object)
    def _look_at(self, row: Row) -> None:
        self._look(row.key, row.case_id)

    def _look(self, key: Key, case_id: int) -> None:
        """Show all of a record, once it is written down who looked."""
        if key not in self._opened:
            self.tasks.write(
                partial(self._write_look, key, case_id),
                partial(self._open, key, case_id),
            )

    def _write_look(self, key: Key, case_id: int, session: Any) -> None:
        if key.what == LINK:
            looking.partner(session, key.id, self._desk.viewer)
        else:
            looking.case(session, case_id, self._desk.viewer)

    def _open(self, key: Key, case_id: int, _: object) -> None:
        self.tasks.read(
            partial(self._read_opened, key, case_id), partial(self._show_opened, key)
        )

    def _read_opened(self, key: Key, case_id: int, session: Any) -> Opened:
        viewer, now = self._desk.viewer, self._desk.now()
        return glances.opened(session, key, case_id, viewer, now=now)

    def _show_opened(self, key: Key, opened: Opened) -> None:
        if self.isVisible():
            self._opened[key] = opened
            self.list.refresh()
            self._show(self.list.table.current())

    @Slot(str, object)
    def _do(self, what: str, about: object) -> None:
        self.notice.clear()
        if what != "show":
            self.tasks.do(what, about)
        elif isinstance(about, Glance):
            self._look(about.key, about.about.case_id)

    @Slot()
    def _renew(self) -> None:
        with self._desk.database.read() as session:
            rows = overview.rows(
                session, self._desk.viewer, today=self._desk.now().date()
            )
        soon = [row.key for row in overview.soon(rows)]
        chosen = self.list.key()
        ticked = soon or ([chosen] if chosen is not None else [])
        self.tasks.renew(overview.current(rows), ticked)

    def _new_case(self, reference: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.tasks.new_case(reference)

    @Slot(str)
    def _act(self, action: str) -> None:
        found = self._nothing
        if action == ALL or found is None:
            self.list.search.clear()
        elif found.case_id is None:
            self.tasks.new_case(found.reference)
        else:
            self.tasks.do("case", found.case_id)

    @Slot(object)
    def _show_added(self, key: Key) -> None:
        self.list.search.clear()
        self.list.views.choose(NEW if key.what == CASE else CURRENT)
        self.reload()
        self.list.choose(key)

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key == TWENTY_FOUR.key:
            self.reload()

    def _lay_out(self) -> None:
        for button in (self.watch, self.renew, self.add_case, self.new):
            self.header.add(button)
        wide = self.fontMetrics().averageCharWidth()
        self.list.setMinimumWidth(wide * 44)
        self.detail.setMinimumWidth(wide * 44)
        self.detail.setMinimumHeight(self.fontMetrics().height() * 16)
        panes = TwoPanes(self.list, self.detail, letters=SIDE_BY_SIDE, shares=SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, L)
        layout.setSpacing(M)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addWidget(panes, 1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._opened:
            self._opened.clear()
            self._stale.clear()
            self.list.refresh()
            self._show(self.list.table.current())
