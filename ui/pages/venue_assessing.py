"""What the Assessment tab asks for: the form, controls, incidents and suspensions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.assessment_editor import AssessmentEditor
from ui.dialogs.control_editor import ControlEditor
from ui.dialogs.editor import Editor
from ui.dialogs.incident_editor import IncidentEditor
from ui.jobs import Lane, Progress
from ui.widgets import venue_assessment as ways
from venues.domain.people import Role
from venues.domain.words import listing
from venues.errors import VenuesError
from venues.services import assessments, controls, incidents
from venues.services.assessment_sheet import Control
from venues.services.incidents import Recorded
from venues.services.venue_details import VenueDetails


class VenueAssessing(QObject):
    """Does what the tab asks for, and tells how it came out.

    Signals:
        busy: something is being written, or no longer is.
        refused: it was not done; carries the sentence that says why.
    """

    busy = Signal(bool)
    refused = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._ways: dict[str, Callable[[VenueDetails, Any], object]] = {
            ways.START: self._start,
            ways.CHANGE: self._change,
            ways.TRIGGER: self._trigger,
            ways.RECORD: self._record,
            ways.CLOSE: self._close,
            ways.SUSPEND: self._suspend,
            ways.LIFT: self._lift,
            ways.ACCEPT: self._accept,
            ways.DECLINE: self._decline,
            ways.TAKE_BACK: self._take_back,
        }

    def knows(self, what: str) -> bool:
        """Whether it is one of the tab's own wishes."""
        return what in self._ways

    def do(self, what: str, found: VenueDetails, about: Any = None) -> None:
        """Do what was asked for with that venue, or with a part of it."""
        viewer = self._desk.viewer
        if what == ways.RECORD:
            allowed = viewer.role is not Role.BOARD
        elif what in {ways.ACCEPT, ways.DECLINE, ways.TAKE_BACK}:
            allowed = viewer.role is Role.MANAGER
        else:
            allowed = viewer.edits_venues
        if allowed:
            self._ways[what](found, about)

    def _start(self, found: VenueDetails, room_id: int | None) -> None:
        with self._desk.database.read() as session:
            draft = assessments.start(
                session, found.id, room_id, self._desk.viewer, now=self._desk.now()
            )
        self._edit(found, draft, None)

    def _change(self, found: VenueDetails, room_id: int | None) -> None:
        with self._desk.database.read() as session:
            draft = assessments.current(session, found.id, room_id)
        if draft is not None:
            self._edit(found, draft, draft)

    def _edit(self, found: VenueDetails, draft: Any, opened: Any) -> None:
        name = found.whose(draft.room_id)
        editor = AssessmentEditor(self._desk, name, draft, opened, self._page)
        self._open(editor, partial(self._assessed, found, name))

    def _assessed(self, found: VenueDetails, name: str, result: Any) -> None:
        before, after = result
        if before is None:
            self._say(f"Saved the assessment of {name}. {self._to_do(found)}".strip())
        elif before != after:
            self._say(f"Saved the assessment of {name}.")

    def _to_do(self, found: VenueDetails) -> str:
        """What of the venue nobody has assessed yet."""
        with self._desk.database.read() as session:
            left = [
                room.name
                for room in found.rooms
                if room.status == "active"
                and assessments.current(session, found.id, room.id) is None
            ]
        return f"Still to assess: {listing(left)}." if left else ""

    def _trigger(self, found: VenueDetails, what: str) -> None:
        store = partial(self._store, "review asked for", assessments.trigger)
        self._write(
            partial(store, found.id, None, what, now=self._desk.now()),
            partial(self._triggered, found.venue.name),
        )

    def _triggered(self, name: str, _: object) -> None:
        self._say(f"A review of {name} is due from today.")

    def _record(self, found: VenueDetails, _about: object) -> None:
        rooms = {
            room.id: room.name
            for room in found.rooms
            if room.id is not None and room.status == "active"
        }
        editor = IncidentEditor(self._desk, found.id, rooms, self._page)
        self._open(editor, partial(self._recorded, found.venue.name))

    def _recorded(self, name: str, incident: Recorded) -> None:
        stops = " No more bookings there until it is closed." * incident.suspends
        self._say(f"Recorded an incident at {name}.{stops}")

    def _close(self, found: VenueDetails, incident: Recorded) -> None:
        store = partial(self._store, "closing of an incident", incidents.close)
        self._write(
            partial(store, incident.id, now=self._desk.now()),
            partial(self._closed, found.venue.name),
        )

    def _closed(self, name: str, _: object) -> None:
        self._say(f"Closed the incident at {name}.")

    def _suspend(self, found: VenueDetails, _about: object) -> None:
        name = f"suspension of {found.venue.name}"
        self._write(
            partial(self._store, name, incidents.suspend, found.id),
            partial(self._suspended, found, lifted=False),
        )

    def _lift(self, found: VenueDetails, _about: object) -> None:
        name = f"lifting of the suspension of {found.venue.name}"
        self._write(
            partial(self._store, name, incidents.lift, found.id),
            partial(self._suspended, found, lifted=True),
        )

    def _suspended(self, found: VenueDetails, _: object, *, lifted: bool) -> None:
        name = found.venue.name
        self._say(
            f"{name} can be booked again."
            if lifted
            else f"Suspended {name}. Its bookings stay until somebody moves them."
        )

    def _accept(self, _found: VenueDetails, control: Control) -> None:
        editor = ControlEditor(self._desk, control, self._page)
        self._open(editor, self._accepted)

    def _accepted(self, _result: object) -> None:
        self._say("Accepted the control.")

    def _decline(self, _found: VenueDetails, control: Control) -> None:
        store = partial(self._store, "declining of a control", controls.decline)
        self._answered(control, store, "Declined")

    def _take_back(self, _found: VenueDetails, control: Control) -> None:
        store = partial(self._store, "taking back of a control", controls.take_back)
        self._answered(control, store, "No longer accepted:")

    def _answered(
        self, control: Control, store: Callable[..., object], verb: str
    ) -> None:
        def done(_: object) -> None:
            self._say(f"{verb} “{control.words}”.")

        self._write(partial(store, control.answer_id), done)

    def _open(self, editor: Editor, saved: Callable[[Any], object]) -> None:
        editor.saved.connect(saved)
        editor.open()

    def _store(
        self, name: str, change: Callable[..., object], *what: Any, **more: Any
    ) -> object:
        """One change in a unit of work of its own; called on a thread of its own."""
        with self._desk.database.write(name) as session:
            return change(session, *what, self._desk.viewer, **more)

    def _write(
        self, work: Callable[[], object], done: Callable[[object], object]
    ) -> None:
        self.busy.emit(True)  # noqa: FBT003 - what the signal carries
        self._desk.jobs.run(
            "",
            partial(_without_report, work),
            partial(self._written, done),
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _written(self, done: Callable[[object], object], result: object) -> None:
        self.busy.emit(False)  # noqa: FBT003 - as above
        done(result)

    def _failed(self, trouble: Exception) -> None:
        self.busy.emit(False)  # noqa: FBT003 - as above
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.refused.emit(str(trouble))

    def _say(self, message: str) -> None:
        self._desk.host.say(message, undoable=True)


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
