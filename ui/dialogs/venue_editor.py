"""Adds a venue, or changes one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs import entries
from ui.dialogs.editor import Editor
from ui.dialogs.feature_form import FeatureForm
from ui.dialogs.row_form import Cell, RowForm
from ui.dialogs.venue_arriving import ArrivingForm
from ui.dialogs.venue_hire import HireForm
from ui.dialogs.venue_place import PlaceForm
from ui.models import venue_versions, versions
from ui.models.venues import need_choices
from ui.preferences import TWENTY_FOUR
from ui.theme import M
from ui.widgets.card import Scroller
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from venues.database import catalogue as catalogues
from venues.services import catalogue_list, venue_details, venue_editing
from venues.services.venue_drafts import ContactDraft, VenueDraft

CONTACT = (Cell("Role", 2), Cell("Phone", 2), Cell("E-mail", 3), Cell("When", 3))


class VenueEditor(Editor):
    """All that can be typed of a venue, in tabs."""

    def __init__(
        self, desk: Desk, venue: VenueDraft, parent: QWidget | None = None
    ) -> None:
        """``venue`` is the one to change, or an empty one for a new venue."""
        super().__init__(desk, venue.name or "New venue", parent)
        self._opened = venue if venue.id is not None else None
        offered = _choices(desk)
        self.place = PlaceForm(desk, **offered)
        self.hire = HireForm()
        self.arriving = ArrivingForm(twenty_four=desk.preferences[TWENTY_FOUR])
        self.features = FeatureForm(need_choices(venue.features, of_room=False))
        self.contacts = RowForm("contact", CONTACT)
        self.photos, self.notes = QLineEdit(), entries.several_lines()
        self.tabs = QTabWidget()
        self._lay_out_form()
        self._show(venue)
        self.begin()
        self.place.name.setFocus()

    def draft(self) -> VenueDraft:
        """What is typed.

        Raises:
            WrongInput: a number, an amount or a time cannot be read.
        """
        return VenueDraft(
            id=self._opened.id if self._opened else None,
            **self.place.values(self._opened),
            **self.hire.values(),
            **self.arriving.values(),
            contacts=tuple(
                ContactDraft(*(str(value) for value in row))
                for row in self.contacts.rows()
            ),
            features=self.features.features(),
            photos=self.photos.text(),
            notes=self.notes.toPlainText(),
        )

    def store(self, draft: Any) -> object:
        """Save the venue; gives back what was before and what is now."""
        verb = "change" if self._opened and self._opened.id else "adding"
        with self.desk.database.write(f"{verb} of {draft.name}") as session:
            saved = venue_editing.save(
                session,
                draft,
                self.desk.viewer,
                now=self.desk.now(),
                opened=self._opened,
                gazetteer=self.desk.gazetteer(),
            )
        return self._opened, saved

    def offer_both(self, draft: Any) -> bool:
        """Show what somebody else saved beside what is typed."""
        if self._opened is None or self._opened.id is None:
            return False
        with self.desk.database.read() as session:
            theirs = venue_details.draft(session, self._opened.id)
            authorities = catalogues.read(session).authorities
        names = {id_: each.name for id_, each in authorities.items()}
        found = venue_versions.of_venue(self._opened, draft, theirs, names)
        self.compare(theirs.name, found, partial(self._take, draft, theirs))
        return True

    def _take(self, mine: VenueDraft, theirs: VenueDraft, kept: frozenset[str]) -> None:
        self._opened = theirs
        self._show(versions.merged(mine, theirs, kept))

    def _show(self, venue: VenueDraft) -> None:
        self.place.show_venue(venue)
        self.hire.show_venue(venue)
        self.arriving.show_venue(venue)
        self.features.show_features(venue.features)
        self.contacts.show_rows(venue.contacts)
        self.photos.setText(venue.photos)
        self.notes.setPlainText(venue.notes)

    def _lay_out_form(self) -> None:
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        field = Field("Contacts", self.contacts)
        field.hint("By role, never by name.")
        rest = QWidget()
        notes = lay_out(
            rest,
            [
                [Entry("photos", "Photos (name of a file or folder)", self.photos)],
                [Entry("notes", "Notes", self.notes)],
            ],
        )
        column.addWidget(field)
        column.addWidget(rest)
        column.addStretch(1)
        self.fields |= self.place.fields | self.hire.fields | self.arriving.fields
        self.fields |= notes | {"contacts": field}
        for title, page in (
            ("Place", self.place),
            ("Booking and hire", self.hire),
            ("Arriving", self.arriving),
            ("Features", self.features),
            ("Contacts and notes", people),
        ):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, M, M, M)
            inner.addWidget(page)
            self.tabs.addTab(Scroller(holder), title)
        self.body.addWidget(self.tabs)
        self.take_size(105, 38)


def _choices(desk: Desk) -> Mapping[str, Any]:
    """What can be chosen from: authorities, and the kinds and neighbours in use."""
    with desk.database.read() as session:
        authorities = catalogues.read(session).authorities.values()
        rows = catalogue_list.venues(session, today=desk.now().date())
        clusters = venue_details.clusters(session)
    return {
        "authorities": [(each.id, each.name) for each in authorities],
        "kinds": sorted({row.kind for row in rows if row.kind}),
        "clusters": clusters,
    }
