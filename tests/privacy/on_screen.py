"""Ways out of the window: every page, what is copied there, and what dialogs say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QTabWidget, QWidget

from tests.paper_scene import MILLBROOK, OAK, WILLOW
from tests.privacy import canaries, scene, spoken
from tests.privacy.seat import Seat, pasted
from tests.privacy.ways import Out, Roll
from ui.entries import PAGES
from ui.models.grid import Cell
from ui.pages.displaced import DisplacedPage
from ui.pages.today_rows import DIRECT, NeedRows
from ui.widgets.sections import Sections
from venues.domain.people import Audience, Role
from venues.domain.period import Period
from venues.domain.reporting import Dates
from venues.domain.what_if import AddRooms, CloseVenue
from venues.services.rehousing.values import Closing

ROLL: Roll[Seat] = Roll()
LABEL = QFileDialog.DialogLabel.FileName
VIEWS = ("day", "week", "room")
FEW = 3  # masked cells of a view that are opened


@ROLL.way("page")
def pages(seat: Seat) -> Out:
    """Every page that the role has, with each of its tabs and sections."""
    for key, page in PAGES.items():
        if not seat.has(key):
            continue
        shown = seat.turn(key)
        name = f"page {key.replace('_', ' ')}"
        yield name, seat.window()
        if page.title != "Help":
            yield f"{name}, picture", spoken.picture(shown)
        for tabs in shown.findChildren(QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                seat.rest()
                yield f"{name}, tab {tabs.tabText(number)}", seat.window()
            tabs.setCurrentIndex(0)
        for sections in shown.findChildren(Sections):
            for number in range(sections.count()):
                sections.setCurrentRow(number)
                seat.rest()
                yield f"{name}, section {number}", seat.window()


@ROLL.way("find")
def find(seat: Seat) -> Out:
    """Looking for a room: what fits, what does not and why, and the list copied."""
    for case in _cases(seat):
        page: Any = _asked(seat, case)
        yield f"find for {case or 'a meeting'}", seat.window()
        yield f"find for {case or 'a meeting'}, picture", spoken.picture(page)
        page.copying.click()
        yield f"find for {case or 'a meeting'}, copied", pasted()


@ROLL.way("refusal")
def refusals(seat: Seat) -> Out:
    """Booking where something stands in the way: what is said, and offered instead."""
    for case in _cases(seat):
        for room, hour in ((WILLOW, 13), (OAK, 14)):
            starts = scene.moment(hour)
            ends = starts.replace(hour=hour + 1)
            shown: Any = seat.turn("find", room=room, starts=starts, ends=ends)
            if not shown.booking.isVisible():
                continue
            if case:
                _enter(shown.booking.form.subject.case.edit, case)
            seat.rest()
            shown.booking.try_to_save()
            seat.rest()
            name = f"refusal of {case or 'a meeting'} in room {room}"
            yield name, seat.window()
            yield f"{name}, picture", spoken.picture(shown.booking)
            while seat.desk.undo.can_undo:
                seat.desk.undo.undo()
                seat.rest()
            yield f"{name}, undone", seat.window()


@ROLL.way("schedule")
def schedule(seat: Seat) -> Out:
    """Every view, each cell by key, by mouse and by menu, and what is copied."""
    if not seat.has("schedule"):
        return
    for view in VIEWS:
        page: Any = seat.turn(
            "schedule", view=view, scope="all", day=scene.moment(9).date()
        )
        name = f"schedule by {view}"
        yield name, seat.window()
        yield f"{name}, picture", spoken.picture(page)
        entered = 0
        for number, cell in enumerate(_booked(page)):
            page.table.grid.choice.make_current(cell)
            yield f"{name}, menu {number}", spoken.of_menu(page.acts.menu())
            page.acts.copy()
            yield f"{name}, copied {number}", pasted()
            if cell.seen is not None and cell.seen.masked and entered < FEW:
                entered += 1
                page.acts.enter(cell)
                yield f"{name}, opened {number}", seat.window()
            obstacle = page.table.sheet.obstacle(cell.room_id, _period(cell))
            yield f"{name}, in the way {number}", [obstacle]


@ROLL.way(
    "dialog of a booking",
    "DetailsDialog",
    "MoveDialog",
    "CancelDialog",
    "AskVenuesDialog",
    "DirectionsDialog",
    "SeriesEditor",
    "SeriesDatesDialog",
)
def of_bookings(seat: Seat) -> Out:
    """What can be opened of a booking, as far as it can."""
    if not seat.has("schedule"):
        return
    for day in (scene.THURSDAY, scene.FRIDAY):
        page: Any = seat.turn(
            "schedule", view="day", scope="all", day=scene.moment(9, day=day).date()
        )
        for number, cell in enumerate(_booked(page)):
            if cell.seen is None or cell.seen.masked:
                continue
            for key in ("open", "move", "cancel"):
                page.table.grid.choice.make_current(cell)
                page.acts.follow()
                if page.acts.actions[key].isEnabled():
                    page.acts.actions[key].trigger()
                    yield from _dialog(seat, f"dialog {key} {day} {number}")
            row, room = cell.seen, page.table.sheet.rooms[cell.room_id]
            for key, _ in page.acts._asides.offered(row, room):  # noqa: SLF001 - as its buttons do
                page.acts._do(row, key)  # noqa: SLF001 - as its buttons do
                yield from _aside(seat, key, f"{day} {number}")


def _aside(seat: Seat, key: str, name: str) -> Out:
    """What a step aside from a booking shows or copies."""
    seat.rest()
    if key == "words":
        yield f"words {name}", [*pasted(), *seat.window()]
    elif key == "elsewhere":
        yield f"elsewhere {name}", seat.window()
        shown: Any = seat.program.window.page("venues")
        shown.findChild(DisplacedPage).leave()
        seat.turn("schedule")
    elif seat.shows_dialog:
        yield from _dialog(seat, f"dialog {key} {name}")
    else:
        yield f"{key} {name}", seat.window()


@ROLL.way(
    "dialog, others",
    "PrintDialog",
    "SwitchUserDialog",
    "GoToDateDialog",
    "OutingEditor",
    "ReviewsDialog",
    "SeeingTo",
    "SignOffsDialog",
    "WhoIsOutDialog",
    "OutcomesDialog",
)
def others(seat: Seat) -> Out:
    """Dialogs that are not of one booking."""
    settings: Any = seat.turn("settings", section="me")
    settings.section("me").switch.click()
    yield from _dialog(seat, "dialog switch user")
    if seat.has("schedule"):
        page: Any = seat.turn("schedule", view="week", day=scene.moment(9).date())
        page.print_page()
        yield from _dialog(seat, "dialog print")
        page.go_to_date()
        yield from _dialog(seat, "dialog go to a date")
    if seat.has("today"):
        today: Any = seat.turn("today")
        today._ask_venues()  # noqa: SLF001 - as its button does
        yield from _dialog(seat, "dialog ask venues")
        today.new_outing.click()
        yield from _dialog(seat, "dialog new outing")
        for number, button in enumerate(_direct(today)):
            button.click()
            yield from _dialog(seat, f"dialog seeing to {number}")
        manages = seat.desk.viewer.role is Role.MANAGER
        for key in ("reviews", "outcomes", *(["sign_offs"] if manages else [])):
            today._lists.open(key)  # noqa: SLF001 - as its buttons do
            yield from _dialog(seat, f"dialog {key}")
        if seat.desk.viewer.watches_outings:
            today.outings.show_who()
            yield from _dialog(seat, "dialog who is out")


@ROLL.way(
    "keep apart",
    "LinkEditor",
    "NotToUseEditor",
    "CaseEditor",
    "ConfirmDialog",
    "RenewDialog",
    "WatchingDialog",
    "MergeDialog",
    "HoldingsDialog",
)
def keep_apart(seat: Seat) -> Out:
    """Each record as it is chosen and as it is opened, and what its buttons open."""
    if not seat.has("keep_apart"):
        return
    page: Any = seat.turn("keep_apart")
    name = "page keep apart"
    page.tasks.new_link()
    yield from _dialog(seat, f"{name}, new link")
    page.tasks.new_case()
    yield from _dialog(seat, f"{name}, new case")
    page.renew.click()
    yield from _dialog(seat, f"{name}, renewing")
    if page.watch.isVisible():
        page.watch.click()
        yield from _dialog(seat, f"{name}, looks")
    keys = [row.key for row in page.list.model.rows]
    for number, key in enumerate(keys):
        page.list.choose(key)
        seat.rest()
        yield f"{name}, chosen {number}", seat.window()
        for button in ("edit", "confirm"):
            if getattr(page.detail, button).isVisible():
                getattr(page.detail, button).click()
                yield from _dialog(seat, f"{name}, {button} {number}")
        page.detail.show_.click()
        seat.rest()
        yield f"{name}, asked for {number}", seat.window()
    if page.watch.isVisible():  # a manager's
        page.tasks.do("merge", canaries.KIN)
        yield from _dialog(seat, f"{name}, merging")
        page.tasks.do("everything", canaries.KIN)
        yield from _dialog(seat, f"{name}, asked for everything")
    page.list.search.setText(scene.CODE)
    page.list.search.textEdited.emit(scene.CODE)
    yield from _dialog(seat, f"{name}, asked for by code")


@ROLL.way(
    "evidence",
    "MeasureDialog",
    "OtherDatesDialog",
    "OptionEditor",
    "ReportDialog",
    "WhatIfChangeEditor",
)
def evidence(seat: Seat) -> Out:
    """Each measure with its parts and its rows, over the days of the scene."""
    if not seat.has("evidence"):
        return
    page: Any = seat.turn("evidence")
    if seat.desk.viewer.role is not Role.BOARD:
        page.period.asked.emit()
        yield from _dialog(seat, "evidence, other dates")
        day = scene.moment(9).date()
        page.period.choose(Dates(day, day + timedelta(days=1)))
        seat.rest()
        yield "evidence of two days", seat.window()
    for key in page.evidence.measures:
        page.figures.opened.emit(key, "")
        dialog: Any = seat.dialog()
        for number in range(dialog.which.count()):
            dialog.which.setCurrentIndex(number)
            yield f"evidence, {key}, part {number}", spoken.of(dialog)
        dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
        seat.rest()
        yield f"evidence, {key}, rows", spoken.of(dialog)
        if dialog.copy.isEnabled():
            dialog.copy.click()
            yield f"evidence, {key}, copied", pasted()
        seat.close(dialog)
    page.figures.heat.copy()
    yield "evidence, copied", pasted()
    page.views.choose("coverage")
    seat.rest()
    yield "evidence, coverage", seat.window()
    page.views.choose("options")
    seat.rest()
    yield "evidence, options", seat.window()
    if page.options.new.isVisible():
        page.options.new.click()
        yield from _dialog(seat, "evidence, new option")
    page.report.click()
    dialog = seat.dialog()
    # Without a picture: a long text is laid out bit by bit, and it would show how far.
    yield "evidence, report", [dialog.windowTitle(), *spoken.of(dialog)]
    seat.close(dialog)
    if page.what_if is not None:
        yield from _what_if(seat, page)


def _what_if(seat: Seat, page: Any) -> Out:
    """What a change and the best of them would have solved, and what is kept."""
    page.views.choose("what if")
    page.what_if.add.click()
    yield from _dialog(seat, "what if, change")
    page.what_if.changes = [CloseVenue(venue_id=1), AddRooms(town="Millbrook")]
    page.what_if.show_changes()
    page.what_if.play.click()
    seat.rest()
    yield "what if, replayed", seat.window()
    page.what_if.rank.click()
    seat.rest()
    yield "what if, ranked", seat.window()


@ROLL.way("closing", "RehousingChoice")
def closing(seat: Seat) -> Out:
    """Where the bookings of a place that closes would go, each as it is opened.

    Where a booking fits may tell its kind, so a coordinator asks for it, on the record:
    docs/decisions/0016-where-it-fits.md.
    """
    if not seat.desk.viewer.edits_venues:
        return
    opens = datetime.combine(scene.moment(9).date(), time())
    cause = Closing(
        venue_id=MILLBROOK,
        starts=max(opens, scene.NOW),
        ends=opens + timedelta(days=1),
        reason="heating repairs",
    )
    page: Any = seat.turn("venues", displaced=cause)
    seat.rest()
    yield "closing", seat.window()
    plan: Any = page.findChild(DisplacedPage)
    name = "closing"
    if plan.question.isVisible():
        name = canaries.LOOKED
        plan.question.button.click()
        seat.rest()
        yield name, seat.window()
    for row in range(min(plan.table.ordered.rowCount(), FEW)):
        plan.table.select(plan.table.ordered.index(row, 0))
        yield f"{name}, chosen {row}", seat.window()
        plan.choose.click()
        seat.rest()
        yield from _dialog(seat, f"{name}, places {row}")
    plan.leave()


@ROLL.way("remembered")
def remembered(seat: Seat) -> Out:
    """What the PC keeps of a day's work, and what was logged meanwhile."""
    seat.desk.preferences.save()
    kept = seat.folder / "settings.ini"
    yield "preferences", [kept.read_text(encoding="utf-8")]
    yield "log", list(seat.logged)
    yield "names of files", sorted(each.name for each in seat.folder.iterdir())


def _direct(today: Any) -> list[Any]:
    """The buttons that see to a condition from Today."""
    rows = today.findChildren(NeedRows)
    names = [each for row in rows if row.isVisible() for each in row.buttons]
    return [each for each in names if each.text() in DIRECT.values()]


def _dialog(seat: Seat, name: str) -> Out:
    dialog = seat.dialog()
    if isinstance(dialog, QFileDialog):  # the rest of it shows the PC's own folders
        chosen = [Path(each).name for each in dialog.selectedFiles()]
        yield name, [dialog.windowTitle(), dialog.labelText(LABEL), *chosen]
        seat.close(dialog)
        return
    yield name, [dialog.windowTitle(), *spoken.of(dialog)]
    yield f"{name}, picture", spoken.picture(dialog)
    seat.close(dialog)


def _cases(seat: Seat) -> tuple[str, ...]:
    """References that this person has: one for whom nothing is recorded, two with."""
    if seat.who == canaries.OWN:
        return (canaries.OWN_CASE, canaries.OWN_LINKED, canaries.OWN_BARRED)
    if seat.who == canaries.VICTIM_WORKER:
        return (canaries.VICTIMS_CASE,)
    return ("",) if seat.has("find") else ()


def _asked(seat: Seat, case: str) -> QWidget:
    """Find a room that Thursday at 1pm, for whom this person may book."""
    page: Any = seat.turn("find")
    form = page.form
    audience = Audience.STAFF
    if case:
        victim = seat.who == canaries.VICTIM_WORKER
        audience = Audience.VICTIM if victim else Audience.CHILD
    kind = {Audience.CHILD: "SUP", Audience.VICTIM: "VIC"}.get(audience, "PRO")
    form.subject.choose(audience, kind, (case,) if case else ())
    form.date.choose(scene.moment(13).date())
    form.start.choose(time(13))
    form.authorities.choose(())
    page.search()
    seat.rest()
    return page


def _enter(edit: Any, text: str) -> None:
    edit.setText(text)
    edit.textEdited.emit(text)
    edit.editingFinished.emit()


def _booked(page: Any) -> Iterator[Cell]:
    return (cell for cell in page.table.sheet.cells() if cell.seen is not None)


def _period(cell: Cell) -> Period:
    assert cell.seen is not None
    return Period(cell.seen.starts, cell.seen.ends)
