"""What would change, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from tests.ui.venue_scene import HUB
from venues.services.spreadsheets import plan
from venues.services.spreadsheets.lines import Trouble
from venues.services.spreadsheets.plan import Change, Item, Plan, State
from venues.services.venue_drafts import ContactDraft, FeatureDraft

TROUBLE = Trouble("Venues", 3, "Name (B)", "Give the venue a name.")


def test_each_field_that_differs_is_said_as_people_say_it() -> None:
    other = replace(
        HUB,
        id=7,
        rate=1600,
        last_bus=time(22, 15),
        authority_id=2,
        contacts=(ContactDraft("Caretaker", "01632 960001"),),
        entrances=(),
        features=(FeatureDraft("screen", present=False),),
    )
    names = {"authority_id": {2: "Halton"}}

    said = [each.words for each in plan.changes("venue", HUB, other, names)]

    assert said == [
        "Authority: \N{EN DASH} → Halton",
        "Rate: £14.00 → £16.00",
        "Last bus, Monday to Friday: 21:05 → 22:15",
        (
            "Contacts: Reception 01632 960000 desk@example.org 9 to 4 → Caretaker "
            "01632 960001"
        ),
        "Entrances: Main door yes → \N{EN DASH}",
        "Features: hearing-loop no Being mended and blue-badge yes → screen no",
    ]


def test_an_item_says_its_changes_or_what_is_new() -> None:
    changed = Item(
        "Venue", "Mill", State.CHANGED, "Venues", 2, (Change("Rate", "£1", "£2"),)
    )
    new = Item("Venue", "Hall", State.NEW, "Venues", 3, about="Widnes")

    assert changed.words == "Rate: £1 → £2"
    assert new.words == "Widnes"


def test_a_plan_counts_its_rows_and_gathers_their_troubles() -> None:
    made = Plan(
        [
            Item("Venue", "Mill", State.NEW, "Venues", 2),
            Item("Venue", "", State.PROBLEM, "Venues", 3, (), (TROUBLE,)),
        ]
    )

    assert (made.count(State.NEW), made.count(State.PROBLEM)) == (1, 1)
    assert made.troubles == [TROUBLE]
    assert not made.does_something
