"""The help that comes with the program."""

from __future__ import annotations

import re

import pytest

from venues.services import help_pages
from venues.services.evidence import measures
from venues.services.help_pages import TOPICS, HelpPage

PAGES = help_pages.pages()
NEVER = (
    "young offender",
    "perpetrator",
    "no-show",
    "absconded",
    "invalid",
    "error",
    "oops",
    "please",
)


def test_every_topic_has_a_title_and_text() -> None:
    assert [page.topic for page in PAGES] == list(TOPICS)
    assert all(page.title and len(page.text) > 300 for page in PAGES)
    assert PAGES[1].title == "Find a room"


@pytest.mark.parametrize("page", PAGES, ids=TOPICS)
def test_it_uses_the_products_words(page: HelpPage) -> None:
    used = [word for word in NEVER if word in page.text.lower()]

    assert used == []


@pytest.mark.parametrize("page", PAGES, ids=TOPICS)
def test_its_links_lead_to_other_topics(page: HelpPage) -> None:
    links = re.findall(r"\]\(([^)]*)\)", page.text)

    assert set(links) <= set(TOPICS)


def test_a_search_wants_every_word_somewhere() -> None:
    page = HelpPage("keys", "Keys", "# Keys\n\nCtrl+L blanks the screen.")

    assert page.has("screen ctrl")
    assert page.has("")
    assert not page.has("screen printer")


def test_evidence_explains_each_measure_in_the_very_words_of_the_page() -> None:
    page = next(page for page in help_pages.pages() if page.topic == "evidence")
    text = " ".join(page.text.split())

    for measure in measures.MEASURES.values():
        said = measure.definition
        assert f"**{said.title}**: {said.words}" in text
