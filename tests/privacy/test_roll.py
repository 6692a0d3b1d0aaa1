"""The roll of ways out is whole: a page, dialog, sheet or command is not forgotten."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator

from tests.privacy import clerk, roll
from tests.privacy.by_command import TRIED
from tests.test_tree import dotted, nodes, under
from venues.domain.sheets import Sheet

NOT_OF_BOOKINGS = {
    "ActingDialog": "who acts for whom among the staff",
    "AnswerForm": "what a venue has said, typed by whoever saw its booking",
    "AssessmentEditor": "what was found of a place",
    "BeingAway": "from when until when; the plan has a way of its own",
    "BlockEditor": "terms of hire",
    "BlockHiresDialog": "terms of hire",
    "ClosureEditor": "a place's own dates; what is in the way is the refusal to close",
    "ControlEditor": "what was agreed of a place",
    "CrashDialog": "test_faults.py: the kind of a fault and lines of our own files",
    "CriterionEditor": "a question of the checklist",
    "DatedHoursEditor": "a place's own hours",
    "Editor": "the frame of the editors",
    "FixesDialog": "what of a place, put right, would open rooms",
    "GrowingDialog": "the frame of those that grow with what they say",
    "HandingOver": "when and where, for a keeper: test_handing_over.py has its words",
    "HoursEditor": "a place's own hours",
    "IncidentEditor": "a place's own record",
    "ImportDialog": "the catalogue from a file; test_importing.py has its problems",
    "MessageDialog": "the frame of questions",
    "NeighboursDialog": "groups of venues",
    "OpeningDialog": "files of this PC",
    "OwnNeedsDialog": "weeks and what was missing: no case, no day, one's own alone",
    "PageSetUpDialog": "paper and margins",
    "PatienceDialog": "that the server takes its time, in constant words",
    "QueueDialog": "the frame of the lists of Today",
    "ReasonForm": "what a manager types",
    "RestoreDialog": "files of this PC",
    "RoadDialog": "the copy of test_road.py: one's own, when and where",
    "RoomEditor": "the catalogue",
    "SheetDialog": "the frame of those that show a page before it is printed",
    "StaffEditor": "one of the staff",
    "StaffLeaving": "one of the staff",
    "UnmetNeedEditor": "a week and what was missing: no case, no person, no day",
    "VenueCopying": "the catalogue",
    "VenueEditor": "the catalogue",
    "VersionsDialog": "two versions of what whoever looks has open already",
}
"""Dialogs that show nothing of a booking, a case or a link, and why not."""


def test_every_command_is_tried() -> None:
    assert set(_leaves(clerk.parser())) == TRIED.keys()


def test_every_sheet_is_printed() -> None:
    assert set(Sheet) <= _tried()


def test_every_dialog_is_looked_into_or_shows_nothing_of_a_booking() -> None:
    dialogs = set(_dialogs())

    forgotten = dialogs - _tried() - NOT_OF_BOOKINGS.keys()
    gone = NOT_OF_BOOKINGS.keys() - dialogs

    assert not forgotten | gone


def _tried() -> set[str]:
    ways = (*roll.SEATED, *roll.ALONE)
    return {each for way in ways for each in way.tries}


def _leaves(parser: argparse.ArgumentParser, path: str = "") -> Iterator[str]:
    inner = [
        each
        for each in parser._actions  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(each, argparse._SubParsersAction)  # noqa: SLF001 - as above
    ]
    if not inner:
        yield path
    for each in inner:
        for name, below in each.choices.items():
            yield from _leaves(below, f"{path} {name}".strip())


def _dialogs() -> Iterator[str]:
    """Classes that come of QDialog, by way of one another."""
    bases = {
        node.name: {dotted(base) for base in node.bases}
        for name in under("ui/")
        for node in nodes(name)
        if isinstance(node, ast.ClassDef)
    }
    found = {"QDialog"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    yield from found - {"QDialog"}
