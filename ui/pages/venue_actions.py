"""What is done on the Venues page: dialogs, changes off the screen's thread, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import photos
from ui.desk import Desk
from ui.dialogs.closure_editor import ClosureEditor
from ui.dialogs.dated_hours_editor import DatedHoursEditor
from ui.dialogs.editor import Editor
from ui.dialogs.hours_editor import HoursEditor
from ui.dialogs.room_editor import RoomEditor
from ui.dialogs.venue_copy import VenueCopying
from ui.dialogs.venue_editor import VenueEditor
from ui.dialogs.venue_neighbours import NeighboursDialog
from ui.jobs import Lane, Progress
from ui.pages import venue_asides
from ui.pages.venue_asides import VenueAsides
from ui.pages.venue_assessing import VenueAssessing
from venues import paths
from venues.errors import VenuesError
from venues.services import closures, hours_editing, room_editing, venue_editing
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ClosureDraft, RoomDraft, VenueDraft


class VenueActions(QObject):
    """Does what the page asks for, and tells how it came out.

    Signals:
        busy: something is being written, or no longer is.
        refused: it was not done; carries the sentence that says why.
        added: a venue is new; carries its id.
    """

    busy = Signal(bool)
    refused = Signal(str)
    added = Signal(int)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._asides = VenueAsides(desk, page)
        self.assessing = VenueAssessing(desk, page)
        self.assessing.busy.connect(self.busy)
        self.assessing.refused.connect(self.refused)
        self._ways: dict[str, Callable[[VenueDetails, Any], object]] = {
            "edit": self._edit,
            "clone": self._copy,
            "neighbours": self._show_neighbours,
            "retire": self._retire,
            "bring back": self._bring_back,
            "add room": self._change_room,
            "change room": self._change_room,
            "retire room": self._retire_room,
            "bring back room": self._bring_back_room,
            "hours": self._change_hours,
            "add dates": self._change_dates,
            "change dates": self._change_dates,
            "remove dates": self._remove_dates,
            "add closure": self._change_closure,
            "change closure": self._change_closure,
            "remove closure": self._remove_closure,
        }

    def do(self, what: str, found: VenueDetails, about: Any = None) -> None:
        """Do what was asked for with that venue, or with a part of it."""
        if what == "find":
            self._desk.host.show_page("find", near=found.venue.postcode)
        elif what == "schedule":
            self._desk.host.show_page("schedule", venue=found.id)
        elif what == "photos":
            self._open_photos(found)
        elif what in venue_asides.KEYS:
            self._asides.take(what, found)
        elif self.assessing.knows(what):
            self.assessing.do(what, found, about)
        elif self._desk.viewer.edits_venues:
            self._ways[what](found, about)

    def _open_photos(self, found: VenueDetails) -> None:
        try:
            path = self._desk.database.path or paths.database()
            photos.show(found.venue.photos, path.parent)
        except VenuesError as trouble:
            self.refused.emit(str(trouble))

    def new_venue(self) -> None:
        """Ask for a new venue."""
        self._open(VenueEditor(self._desk, VenueDraft(), self._page), self._venue_saved)

    def _open(self, editor: Editor, saved: Callable[[object], object]) -> None:
        editor.saved.connect(saved)
        editor.open()

    def _edit(self, found: VenueDetails, _about: object) -> None:
        editor = VenueEditor(self._desk, found.venue, self._page)
        self._open(editor, self._venue_saved)

    def _venue_saved(self, result: Any) -> None:
        before, after = result
        if before is None:
            self._say(f"Added {after.name}. Now add its rooms and opening hours.")
            self.added.emit(after.id)
        elif before != after:
            self._say(f"Saved {after.name}.")

    def _copy(self, found: VenueDetails, _about: object) -> None:
        editor = VenueCopying(self._desk, found.venue, self._page)
        self._open(editor, partial(self._copied, found.venue.name))

    def _copied(self, source: str, copy: Any) -> None:
        self._say(f"Added {copy.venue.name}, copied from {source}. Check its address.")
        self.added.emit(copy.venue.id)

    def _show_neighbours(self, found: VenueDetails, _about: object) -> None:
        dialog = NeighboursDialog(self._desk, found.id, self._page)
        dialog.saved.connect(self._neighbours_saved)
        dialog.open()

    def _neighbours_saved(self, name: str, _before: Any, after: Any) -> None:
        made = any(after.values())
        self._say(f"{'Saved' if made else 'Dissolved'} the group {name}.")

    def _change_room(self, found: VenueDetails, about: Any) -> None:
        room = about or RoomDraft(venue_id=found.id)
        editor = RoomEditor(self._desk, room, found.rooms, self._page)
        self._open(editor, self._room_saved)

    def _room_saved(self, result: Any) -> None:
        before, after = result
        if before != after:
            self._say(f"{'Saved' if before else 'Added'} {after.name}.")

    def _change_hours(self, found: VenueDetails, about: Any) -> None:
        name = found.whose(about)
        editor = HoursEditor(
            self._desk, found.id, about, name, found.hours.get(about, ()), self._page
        )
        self._open(editor, partial(self._hours_saved, name))

    def _hours_saved(self, name: str, result: Any) -> None:
        before, after = result
        if before != after:
            self._say(f"Saved the hours of {name}.")

    def _change_dates(self, found: VenueDetails, about: Any) -> None:
        room_id, dates = about
        name, stored = found.whose(room_id), found.hours.get(room_id, ())
        whose = (found.id, room_id)
        editor = DatedHoursEditor(self._desk, whose, name, stored, dates, self._page)
        self._open(editor, partial(self._hours_saved, name))

    def _remove_dates(self, found: VenueDetails, about: Any) -> None:
        room_id, dates = about
        stored = found.hours.get(room_id, ())
        kept = [s for s in stored if (s.valid_from, s.valid_until) != dates]
        change = {"opened": stored, "room_id": room_id, "dated_too": True}
        whose = found.whose(room_id)
        name = f"change of the hours of {whose}"
        self._write(
            partial(self._store, name, hours_editing.save, found.id, kept, **change),
            partial(self._dates_removed, whose, stored),
        )

    def _dates_removed(self, whose: str, before: Any, after: Any) -> None:
        self._hours_saved(whose, (before, after))

    def _change_closure(self, found: VenueDetails, about: Any) -> None:
        editor = ClosureEditor(self._desk, found.id, found.rooms, about, self._page)
        plan = partial(self._desk.host.show_page, "venues")
        editor.displacing.connect(lambda cause: plan(displaced=cause))
        self._open(editor, partial(self._closure_saved, found.venue.name))

    def _closure_saved(self, name: str, result: Any) -> None:
        before, after = result
        if before != after:
            self._say(f"{'Changed' if before else 'Added'} the closure of {name}.")

    def _remove_closure(self, found: VenueDetails, about: ClosureDraft) -> None:
        name = found.venue.name
        self._write(
            partial(self._store, f"opening of {name}", closures.remove, about),
            partial(self._closure_removed, name),
        )

    def _closure_removed(self, name: str, _: object) -> None:
        self._say(f"{name} is open again then.")

    def _retire(self, found: VenueDetails, _about: object) -> None:
        now, name = self._desk.now(), f"retiring of {found.venue.name}"
        self._write(
            partial(self._store, name, venue_editing.retire, found.id, now=now),
            partial(self._venue_standing, found, "Retired"),
        )

    def _bring_back(self, found: VenueDetails, _about: object) -> None:
        name = f"bringing back of {found.venue.name}"
        self._write(
            partial(self._store, name, venue_editing.bring_back, found.id),
            partial(self._venue_standing, found, "Brought back"),
        )

    def _venue_standing(self, found: VenueDetails, verb: str, _: object) -> None:
        self._say(f"{verb} {found.venue.name}.")

    def _retire_room(self, _found: VenueDetails, about: RoomDraft) -> None:
        now, name = self._desk.now(), f"retiring of {about.name}"
        self._write(
            partial(self._store, name, room_editing.retire, about.id, now=now),
            partial(self._room_standing, about, "Retired"),
        )

    def _bring_back_room(self, _found: VenueDetails, about: RoomDraft) -> None:
        name = f"bringing back of {about.name}"
        self._write(
            partial(self._store, name, room_editing.bring_back, about.id),
            partial(self._room_standing, about, "Brought back"),
        )

    def _room_standing(self, room: RoomDraft, verb: str, _: object) -> None:
        self._say(f"{verb} {room.name}.")

    def _store(
        self, name: str, change: Callable[..., object], *what: Any, **more: Any
    ) -> object:
        """One change in a unit of work of its own; called on a thread of its own."""
        with self._desk.database.write(name) as session:
            return change(session, *what, self._desk.viewer, **more)

    def _write(
        self, work: Callable[[], object], done: Callable[[object], object]
    ) -> None:
        self._tell_busy(on=True)
        self._desk.jobs.run(
            "",
            partial(_without_report, work),
            partial(self._written, done),
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _written(self, done: Callable[[object], object], result: object) -> None:
        self._tell_busy(on=False)
        done(result)

    def _failed(self, trouble: Exception) -> None:
        self._tell_busy(on=False)
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.refused.emit(str(trouble))

    def _tell_busy(self, *, on: bool) -> None:
        self.busy.emit(on)

    def _say(self, message: str) -> None:
        self._desk.host.say(message, undoable=True)


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
