"""One record that keeps people apart, as facts: names at the left, words right."""

from __future__ import annotations

from collections.abc import Iterator

from venues.domain.apart import KINDS, confirmed, date_words
from venues.services.apart.drafts import Link, NotToUse
from venues.services.apart.glances import Glance


def facts(found: Glance) -> list[tuple[str, str]]:
    """What is known of a link or a venue not to use; nothing of a case."""
    if found.link is not None:
        return [*_link(found, found.link)]
    if found.venue is not None:
        return [*_venue(found, found.venue)]
    return []


def _link(found: Glance, link: Link) -> Iterator[tuple[str, str]]:
    yield "Kind", KINDS[link.kind]
    yield "Court condition", "Yes" if link.court_condition else "No"
    buffer = found.before_and_after
    yield "Before and after", f"{buffer}, and the whole half-day" if buffer else ""
    yield from _common(found, link)
    when = confirmed(link.confirmed_on, link.confirmed_by_role)
    yield "Confirmed", when.removeprefix("Last confirmed ")


def _venue(found: Glance, kept: NotToUse) -> Iterator[tuple[str, str]]:
    yield "Venue not to use", kept.venue
    yield "Court condition", "Yes" if kept.court_condition else "No"
    yield from _common(found, kept)


def _common(found: Glance, kept: Link | NotToUse) -> Iterator[tuple[str, str]]:
    yield "Where", found.where
    since = date_words(kept.since) if kept.since else ""
    yield "Set by", f"{kept.set_by}, {since}" if kept.set_by else f"From {since}"
    yield "Until", date_words(kept.until) if kept.until else "No end"
    yield "Review by", date_words(kept.review_on) if kept.review_on else "Not said"
    if kept.closed_on is not None:
        yield "Closed", date_words(kept.closed_on)
