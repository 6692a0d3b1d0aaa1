"""The pages of the built-in help, as they come with the program."""

from __future__ import annotations

from dataclasses import dataclass

from venues.resources import folder

TOPICS = (
    "today",
    "find",
    "booking",
    "schedule",
    "venues",
    "keep_apart",
    "evidence",
    "printing",
    "settings",
    "keys",
    "privacy",
)
"""In the order in which they are listed; each is a file of that name."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One topic: its title is the first line of its text, which is Markdown."""

    topic: str
    title: str
    text: str

    def has(self, words: str) -> bool:
        """Whether each of the words stands in it, whole or in part."""
        text = self.text.lower()
        return all(word in text for word in words.lower().split())


def pages() -> tuple[HelpPage, ...]:
    """All topics, read from their files."""
    return tuple(_page(topic) for topic in TOPICS)


def _page(topic: str) -> HelpPage:
    text = (folder() / "help" / f"{topic}.md").read_text(encoding="utf-8")
    return HelpPage(topic, text.partition("\n")[0].removeprefix("# "), text)
