"""One record that keeps people apart, as facts."""

from __future__ import annotations

from datetime import date

from ui.models.apart_facts import facts
from venues.services.apart.drafts import Link, NotToUse
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.glances import About, Glance

ABOUT = About(case_id=1, reference="WA-20391", words="", confirmed=True)
LINKED = Link(
    id=1,
    kind="same offence",
    court_condition=True,
    since=date(2026, 11, 12),
    until=date(2027, 5, 12),
    review_on=date(2027, 5, 12),
    confirmed_on=date(2026, 11, 12),
    confirmed_by_role="manager",
    set_by="manager.02",
)


def test_a_link_says_how_where_and_until_when() -> None:
    found = Glance(
        key=Key(LINK, 1),
        about=ABOUT,
        link=LINKED,
        before_and_after="60 min",
        where="The whole venue",
    )

    assert facts(found) == [
        ("Kind", "Same offence"),
        ("Court condition", "Yes"),
        ("Before and after", "60 min, and the whole half-day"),
        ("Where", "The whole venue"),
        ("Set by", "manager.02, 12 November 2026"),
        ("Until", "12 May 2027"),
        ("Review by", "12 May 2027"),
        ("Confirmed", "12 November 2026 by a manager"),
    ]


def test_what_is_not_known_is_said_so() -> None:
    bare = Link(id=1, kind="same person")

    told = dict(facts(Glance(key=Key(LINK, 1), about=ABOUT, link=bare)))

    assert told["Before and after"] == ""
    assert (told["Until"], told["Review by"]) == ("No end", "Not said")
    assert told["Confirmed"] == "Not confirmed yet"


def test_a_venue_not_to_use_says_when_it_was_closed() -> None:
    kept = NotToUse(
        id=1, venue="Dee Street", since=date(2026, 1, 2), closed_on=date(2026, 3, 4)
    )

    told = dict(facts(Glance(key=Key(VENUE, 1), about=ABOUT, venue=kept)))

    assert told["Venue not to use"] == "Dee Street"
    assert (told["Set by"], told["Closed"]) == ("From 2 January 2026", "4 March 2026")


def test_a_case_has_no_facts_of_this_sort() -> None:
    assert facts(Glance(key=Key(CASE, 1), about=ABOUT)) == []
