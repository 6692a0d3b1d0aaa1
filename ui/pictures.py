"""Takes pictures of the program's own pages, for the guide and the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui import outing_words
from ui.desk import Desk
from ui.dialogs.opening import OpeningDialog
from ui.dialogs.outcomes import OutcomesDialog
from ui.dialogs.queue import QueueDialog
from ui.dialogs.restore import RestoreDialog
from ui.pages.booking import BookingPage
from ui.pages.displaced import DisplacedPage
from ui.palettes import Look
from ui.paper import Document
from ui.preferences import LOOK, Preferences
from ui.program import Program
from ui.widgets.alertbar import AlertBar
from ui.widgets.lostbar import LostBar
from venues.domain import words
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.rules.no_go import FINDING
from venues.domain.sheets import WEEKLY, Sheet
from venues.domain.what_if import AddRooms
from venues.errors import CannotOpen
from venues.services import (
    daily_backups,
    diary,
    directions,
    finding,
    outings,
    people,
    printing,
)
from venues.services.rehousing.values import Closing

SIZE = QSize(1366, 800)
PAPER_WIDTH = 1400
NO_SERVER = "There is no server called db1.example.org. Check its name."
PATIENCE = 20_000
"""Milliseconds a page may take to come to rest."""

TYPED = 1_000  # milliseconds: then what was typed has been judged
DIALOG = QSize(1100, 560)
PERSON = FINDING.rule
SECOND, BUDDY = 11, 9  # who works along in sample data, and who is rung

HOURS = (15, 14, 13, 11, 10, 16, 17)
"""Starts that are tried, at half past, until a room fits the example."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the page, what the page is told, and its look.

    ``prepare`` is what is done on the page before it is taken, and may give back a
    dialog to be taken instead; ``login`` is whose it is where it is somebody else's
    than the other pictures'.
    """

    name: str
    page: str
    hint: dict[str, Any] = field(default_factory=dict)
    look: Look = Look.LIGHT
    prepare: Callable[[Any, Desk], QWidget | None] | None = None
    login: str = ""


def _ask(page: Any, _desk: Desk) -> None:
    """Fill in Find as somebody would for a supervision session after school."""
    form = page.form
    form.subject.choose(Audience.CHILD, "SUP", ("WA-20417",))
    form.near.setText("WA2 9AA")
    form.near.editingFinished.emit()
    form.needs.choose(("step-free", "quiet-space"))
    form.date.choose(form.wish().period.day + timedelta(days=1))
    for hour in HOURS:
        form.start.choose(time(hour, 30))
        page.search()
        if page.results.shown:
            break


def _willow_room(page: Any, desk: Desk) -> None:
    """Show the week of the room that sample data uses most."""
    with desk.database.read() as session:
        week = diary.read(session, desk.viewer, first=desk.now().date())
    room = next(each for each in week.rooms if each.name == "Willow Room")
    page.take(view="room", room=room.id)


def _open_first(page: Any, _desk: Desk) -> None:
    """Go on to booking the first room that was found."""
    page.results.choose_first()
    page.results.opened.emit(page.results.shown[0])


def _panel(page: Any, _desk: Desk) -> None:
    """Make a late panel of it, which has more checks than any other."""
    form = page.window().findChild(BookingPage).form
    asked = form.request({})
    day = asked.period.day
    late = Period(
        datetime.combine(day, time(17, 30)), datetime.combine(day, time(18, 30))
    )
    form.show_request(replace(asked, kind="ROP", period=late))


def _series(page: Any, _desk: Desk) -> None:
    """Repeat an appointment over the end of the year, when some days are closed."""
    form = page.window().findChild(BookingPage).form
    asked = form.request({})
    usual = Period.lasting(asked.period.starts.replace(hour=15), 60)
    form.show_request(replace(asked, kind="SUP", period=usual))
    form.repeating.editor.choose("weekly")
    dates = page.window().findChild(BookingPage).section.chips
    deadline = QDeadlineTimer(PATIENCE)
    while not dates.chips and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _settle() -> None:
    """Let what is typed be looked at."""
    deadline = QDeadlineTimer(TYPED)
    while not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _map(page: Any, _desk: Desk) -> None:
    """Show the venues on the map; its outline is drawn in a moment."""
    page.list.view.choose("map")


def _attention(page: Any, _desk: Desk) -> None:
    """Show the venues that need attention, and why the first of them does."""
    page.list.view.choose("list")
    page.list.filters.attention.click()
    page.list.choose_first()


def _opening(page: Any, _desk: Desk) -> None:
    """Show the hours of a hub that tries Saturdays for some months."""
    page.list.filters.clear()
    page.list.search.setText("Alder Family Hub")
    page.list.choose_first()
    page.detail.tabs.setCurrentWidget(page.detail.opening)


def _assessment(page: Any, _desk: Desk) -> None:
    """Show how a library was assessed, whose rooms are not all suitable."""
    page.list.search.setText("Birchgrove Library")
    page.list.choose_first()
    page.detail.tabs.setCurrentWidget(page.detail.assessment)


def _pair(page: Any, _desk: Desk) -> None:
    """Show both cases of the link that sample data has something to show for."""
    rows = page.list.table.ordered
    known = rows.find(lambda row: row.case == "WA-20391" and not row.kept_from)
    page.list.table.select(known)
    page.detail.show_.click()


def _displaced(page: Any, desk: Desk) -> None:
    """Close the venue that sample data uses most for some days, and plan."""
    with desk.database.read() as session:
        rooms = diary.read(session, desk.viewer, first=desk.now().date()).rooms
    venue = next(room.venue for room in rooms if room.name == "Willow Room")
    starts = datetime.combine(desk.now().date() + timedelta(days=4), time())
    page.take(
        displaced=Closing(
            venue_id=venue.id,
            starts=starts,
            ends=starts + timedelta(days=5),
            reason="heating repairs",
        )
    )
    shown = page.findChild(DisplacedPage)
    deadline = QDeadlineTimer(PATIENCE)
    while shown.plan is None and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _figures(page: Any, _desk: Desk) -> None:
    """Wait until everything has been counted."""
    deadline = QDeadlineTimer(PATIENCE)
    while page.evidence is None and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _coverage(page: Any, _desk: Desk) -> None:
    """Show which sectors have a room for a victim meeting after 6pm."""
    page.coverage.set.setCurrentIndex(page.coverage.set.findData("VI"))
    page.coverage.when.setCurrentIndex(page.coverage.when.findData("18"))
    page.views.choose("coverage")
    deadline = QDeadlineTimer(PATIENCE)
    while not page.coverage.map.atlas.areas and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _restore(page: Any, desk: Desk) -> QWidget | None:
    """Look at a backup of some days ago."""
    for back in (1, 2, 3, 6):
        daily_backups.make(desk.database, desk.now() - timedelta(days=back, hours=2))
    page.section("database").copies.restore.click()
    dialog: QWidget | None = page.findChild(RestoreDialog)
    return dialog


def _outcomes(page: Any, desk: Desk) -> QWidget:
    """Show what came of appointments, those that are noted as well."""
    dialog = OutcomesDialog(desk, page)
    dialog.noted.setChecked(True)
    dialog.show()
    return dialog


def _first_start(page: Any, desk: Desk) -> QWidget:
    """The ways to begin, where there is no database yet."""
    dialog = OpeningDialog(
        Path("Venues.sqlite"), CannotOpen(""), desk.jobs, desk.now, page
    )
    dialog.open()
    return dialog


def _join(page: Any, desk: Desk) -> QWidget:
    """A server whose name was mistyped."""
    dialog = OpeningDialog(
        Path("Venues.sqlite"), CannotOpen(""), desk.jobs, desk.now, page, join=True
    )
    dialog.open()
    view = dialog.join
    view.server.setText("db1.example.org")
    view.login.setText(desk.viewer.login)
    view.complain(CannotOpen(NO_SERVER, "server"))
    return dialog


def _connection_lost(page: Any, desk: Desk) -> None:
    """Show what a lost connection looks like; the bar stays, as the one before."""
    window = page.window()
    window.findChild(AlertBar).clear()
    bar = LostBar()
    window.middle.insertWidget(0, bar)
    bar.say(words.clock(desk.now().time()))


def _refused(page: Any, desk: Desk) -> None:
    """Try to book where somebody is whom the case is kept from."""
    form = page.form
    form.authorities.choose(())
    form.near.setText("")
    form.needs.choose(())
    form.subject.choose(Audience.CHILD, "SUP", ("WA-20391",))
    look = partial(finding.rooms, viewer=desk.viewer, today=desk.now())
    first = desk.now().date()
    for number in range(1, 28):
        form.date.choose(first + timedelta(days=number))
        form.start.choose(time(16, 30))
        wish = form.wish()
        with desk.database.read() as session:
            kept = look(session, wish).misfits
            fits = look(session, replace(wish, references=())).matches
        refused = {each.room.id for each in kept if each.gravest.rule == PERSON}
        free = (each.room.id for each in fits if not each.warnings)
        room = next((each for each in free if each in refused), None)
        if room is not None:
            page.take(room=room, starts=wish.period.starts, ends=wish.period.ends)
            asked = page.booking.form.request({})
            page.booking.form.show_request(
                replace(
                    asked,
                    kind="SUP",
                    people=2,
                    references=wish.references,
                    worker_ids=(*asked.worker_ids[:1], SECOND),
                    buddy_id=BUDDY,
                )
            )
            _settle()
            page.booking.try_to_save()
            return


def _list(key: str, page: Any, _desk: Desk) -> QWidget | None:
    """Open one of the lists over Today."""
    page._lists.open(key)  # noqa: SLF001 - as its buttons do
    dialog: QWidget | None = page.findChild(QueueDialog)
    if dialog is not None:
        dialog.resize(DIALOG)
    return dialog


def _what_if(page: Any, _desk: Desk) -> None:
    """Two rooms tried in Runcorn, on the quarter that is shown."""
    page.views.choose("what if")
    page.what_if.changes = [
        AddRooms(town="Runcorn", number=2, opens=time(15), closes=time(19), pence=1500)
    ]
    page.what_if.show_changes()
    page.what_if.play.click()


def _not_checked_out(page: Any, desk: Desk) -> None:
    """Show what a missing check-out looks like; one of the last, for the bar stays."""
    with desk.database.read() as session:
        found = outings.of_today(session, desk.viewer, desk.now())
    now = desk.now()
    due = now - timedelta(minutes=15 + now.minute % 15)
    for out in [each for each in found if each.buddy_of][:1]:
        said = outing_words.alert(replace(out, check_out=due), now)
        page.window().findChild(AlertBar).say(said, out.name, 0)


SHOTS: tuple[Shot, ...] = (
    Shot("today", "today"),
    Shot("today-manager", "today", login="manager.01"),
    Shot("outcomes", "today", prepare=_outcomes),
    Shot("find", "find", prepare=_ask),
    Shot("find-dark", "find", look=Look.DARK),
    Shot("booking", "find", prepare=_open_first),
    Shot("booking-panel", "find", prepare=_panel),
    Shot("booking-series", "find", prepare=_series),
    Shot("schedule-day", "schedule", {"view": "day"}),
    Shot("schedule-week", "schedule", {"view": "week"}),
    Shot("schedule-room", "schedule", prepare=_willow_room),
    Shot("venues", "venues"),
    Shot("venues-map", "venues", prepare=_map),
    Shot("venues-attention", "venues", prepare=_attention),
    Shot("venues-opening", "venues", prepare=_opening),
    Shot("venues-assessment", "venues", prepare=_assessment),
    Shot("displaced", "venues", prepare=_displaced, login="manager.01"),
    Shot("keep-apart", "keep_apart", prepare=_pair, login="manager.01"),
    Shot("refusal", "find", prepare=_refused),
    Shot("sign-offs", "today", prepare=partial(_list, "sign_offs"), login="manager.01"),
    Shot(
        "needs-review", "today", prepare=partial(_list, "reviews"), login="manager.01"
    ),
    Shot("evidence", "evidence", prepare=_figures, login="manager.01"),
    Shot("evidence-map", "evidence", prepare=_coverage, login="manager.01"),
    Shot("evidence-what-if", "evidence", prepare=_what_if, login="manager.01"),
    Shot("evidence-options", "evidence", {"view": "options"}, login="manager.01"),
    Shot("settings", "settings"),
    Shot("settings-checklist", "settings", {"section": "checklist"}),
    Shot("settings-people", "settings", {"section": "people"}, login="manager.01"),
    Shot(
        "restore",
        "settings",
        {"section": "database"},
        prepare=_restore,
        login="manager.01",
    ),
    Shot("help", "help"),
    Shot("first-start", "settings", prepare=_first_start),
    Shot("join", "settings", prepare=_join),
    Shot("lone-working", "today", prepare=_not_checked_out),
    Shot("connection-lost", "today", prepare=_connection_lost),
)


def _photograph(document: Document, path: Path) -> Path:
    """The document's first page, as black on white as it will be printed."""
    size = document.paper.size
    height = round(PAPER_WIDTH * size.height() / size.width())
    picture = QImage(PAPER_WIDTH, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    document.paint(painter, 0, QRectF(picture.rect()))
    painter.end()
    picture.save(str(path))
    return path


class Camera:
    """A window offscreen, turned from page to page."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        path: Path,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._app = app
        self._preferences = preferences
        self._program = Program(app, preferences, path, now=now)
        self._program.window.resize(SIZE)

    def every_page(self, folder: Path, login: str) -> list[Path]:
        """A picture of each page in the folder, as that person sees it."""
        folder.mkdir(parents=True, exist_ok=True)
        self._program.login = login
        self._program.start()
        self._wait(lambda: self._program.desk is not None)
        self._wait(lambda: self._program.gazetteer() is not None)
        return [self._take(folder, shot) for shot in SHOTS]

    def every_sheet(self, folder: Path, venue: str) -> list[Path]:
        """A picture of the first page of each sheet of this week at that venue."""
        desk = self._program.desk
        if desk is None:
            raise LookupError("Take the pages first.")
        today = desk.now().date()
        monday = today - timedelta(days=today.weekday())
        taken = []
        with desk.database.read() as session:
            chosen = [
                each.id for each in printing.venues(session) if each.name == venue
            ]
            way = directions.sheet(session, desk.viewer, chosen[0], now=desk.now())
        for sheet in WEEKLY:
            with desk.database.read() as session:
                sheets = printing.gather(
                    session,
                    desk.viewer,
                    monday=monday,
                    venue_ids=chosen,
                    sheet=sheet,
                    now=desk.now(),
                )
            taken.append(_photograph(Document(sheets), folder / f"print-{sheet}.png"))
        file = folder / f"print-{Sheet.DIRECTIONS}.png"
        return [*taken, _photograph(Document([way]), file)]

    def close(self) -> None:
        """Put the window away."""
        self._program.window.close()

    def _take(self, folder: Path, shot: Shot) -> Path:
        usual = self._program.login
        self._sit(shot.login or usual)
        self._preferences[LOOK] = shot.look.value
        self._program.show_page(shot.page, **shot.hint)
        self._rest()
        dialog = None
        if shot.prepare is not None and self._program.desk is not None:
            page = self._program.window.page(shot.page)
            dialog = shot.prepare(page, self._program.desk)
            self._rest()
        path = folder / f"{shot.name}.png"
        (dialog or self._program.window).grab().save(str(path))
        if dialog is not None:
            dialog.close()
        self._preferences[LOOK] = Look.LIGHT.value
        self._sit(usual)
        return path

    def _sit(self, login: str) -> None:
        """Let that person sit there, if it is not who sits there already."""
        desk = self._program.desk
        if desk is None or login == desk.viewer.login:
            return
        with desk.database.read() as session:
            viewer = people.viewer(session, login, desk.now().date())
        self._program.sign_in(viewer)
        self._rest()

    def _rest(self) -> None:
        """Let timers run out and jobs finish."""
        deadline = QDeadlineTimer(600)
        while not deadline.hasExpired():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _wait(self, ready: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE)
        while not ready():
            if deadline.hasExpired():
                raise TimeoutError("The window did not come to rest.")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
