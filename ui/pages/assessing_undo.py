"""Takes assessments, controls and incidents back and does them again, each checked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ui.desk import Desk
from venues.services import assessments, controls, incidents
from venues.services.assessment_drafts import AssessmentDraft
from venues.services.incidents import Recorded


class AssessingUndo:
    """Puts a step on the stack for each change that came about."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def assessment(
        self, before: AssessmentDraft | None, after: AssessmentDraft, name: str
    ) -> None:
        """An assessment was made (there was none before) or changed."""
        what = f"assessment of {name}"
        if before is None:
            kept = [after]
            self._desk.undo.push(
                what, partial(self._withdraw, kept), partial(self._add, kept)
            )
        elif before != after:
            self._desk.undo.push(f"change of the {what}", *self._swap(before, after))

    def review(self, before: AssessmentDraft, after: AssessmentDraft) -> None:
        """A review was asked for."""
        if before != after:
            self._desk.undo.push("review asked for", *self._swap(before, after))

    def accepted(self, after: AssessmentDraft, answer_id: int) -> None:
        """A manager accepted a control."""
        self._desk.undo.push(
            "accepting of a control",
            partial(self._write, controls.take_back, answer_id),
            self._accepting(after, answer_id),
        )

    def no_longer(self, before: AssessmentDraft, answer_id: int) -> None:
        """A manager accepts a control no longer."""
        self._desk.undo.push(
            "taking back of a control",
            self._accepting(before, answer_id),
            partial(self._write, controls.take_back, answer_id),
        )

    def declined(self, before: AssessmentDraft, after: AssessmentDraft) -> None:
        """A manager declined a control."""
        self._desk.undo.push("declining of a control", *self._swap(before, after))

    def recorded(self, incident: Recorded) -> None:
        """An incident was written down."""
        kept = [incident]
        self._desk.undo.push(
            "record of an incident",
            partial(self._forget, kept),
            partial(self._record, kept),
        )

    def closed(self, incident: Recorded) -> None:
        """An incident was closed."""
        now = self._desk.now()
        self._desk.undo.push(
            "closing of an incident",
            partial(self._write, incidents.reopen, incident.id),
            partial(self._write, incidents.close, incident.id, now=now),
        )

    def suspended(self, venue_id: int, name: str, *, lifted: bool) -> None:
        """A venue was suspended, or its suspension lifted."""
        on = partial(self._write, incidents.suspend, venue_id)
        off = partial(self._write, incidents.lift, venue_id)
        what = "lifting of the suspension" if lifted else "suspension"
        steps = (on, off) if lifted else (off, on)
        self._desk.undo.push(f"{what} of {name}", *steps)

    def _swap(self, before: AssessmentDraft, after: AssessmentDraft) -> tuple[Any, Any]:
        """Two steps that put either in the place of the other."""
        kept = {"before": before, "after": after}
        return (
            partial(self._put, kept, "before", "after"),
            partial(self._put, kept, "after", "before"),
        )

    def _put(self, kept: dict[str, AssessmentDraft], wanted: str, stored: str) -> None:
        kept[wanted] = self._write(
            assessments.save, kept[wanted], opened=kept[stored], now=self._desk.now()
        )

    def _withdraw(self, kept: list[AssessmentDraft]) -> None:
        self._write(assessments.withdraw, kept[0])

    def _add(self, kept: list[AssessmentDraft]) -> None:
        kept[0] = self._write(assessments.save, kept[0], now=self._desk.now())

    def _accepting(
        self, assessment: AssessmentDraft, answer_id: int
    ) -> Callable[[], Any]:
        """The step that accepts a control until the day that it says there."""
        until = {each.id: each.control_until for each in assessment.answers}[answer_id]
        return partial(
            self._write,
            controls.accept,
            answer_id,
            until=until,
            now=self._desk.now(),
        )

    def _forget(self, kept: list[Recorded]) -> None:
        self._write(incidents.withdraw, kept[0])

    def _record(self, kept: list[Recorded]) -> None:
        one = kept[0]
        kept[0] = self._write(
            incidents.record,
            one.venue_id,
            words=one.words,
            happened_on=one.happened_on,
            room_id=one.room_id,
            suspends=one.suspends,
            now=self._desk.now(),
        )

    def _write(self, change: Any, *what: Any, **more: Any) -> Any:
        with self._desk.database.write() as session:
            return change(session, *what, self._desk.viewer, **more)
