"""What the guide says of faults is what the program says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.test_tree import TEXTS, nodes, under

PAGE = "docs/guide/when-something-goes-wrong.md"
HEADING = "## Fault by fault"
LEAST = 35
ANY = "\u2026"


def test_each_sentence_of_the_table_is_one_of_the_programs() -> None:
    said = [*_said()]
    sentences = [*_sentences()]

    missing = [
        sentence
        for sentence in sentences
        if not any(_pattern(sentence).search(words) for words in said)
    ]

    assert not missing, "\n".join(missing)
    assert len(sentences) >= LEAST


def _sentences() -> Iterator[str]:
    """What stands in italics in the second column."""
    _, _, after = TEXTS[PAGE].partition(HEADING)
    table, _, _ = after.partition("\n## ")
    for line in table.splitlines():
        if line.startswith("| ") and (found := re.search(r"\| \*(.+)\*", line)):
            yield found[1]


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in sentence.split(ANY))
    return re.compile(".*?".join(parts))


def _said() -> Iterator[str]:
    """Every text in the program, with what is put into it as three dots."""
    for name in under("venues/", "ui/"):
        for node in nodes(name):
            if isinstance(node, ast.JoinedStr):
                parts = (
                    str(part.value) if isinstance(part, ast.Constant) else ANY
                    for part in node.values
                )
                yield "".join(parts)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.sub(r"\{\w*\}", ANY, node.value)
