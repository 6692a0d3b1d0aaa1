"""The tagged PDF, as an independent reader finds it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pypdf import PdfReader

from tests.venues.services.report.scene import SECRETS, gathered, summer
from tests.venues.services.report.test_content import GRID, REPORT
from tests.world import World
from venues.services.report import typeset
from venues.services.report.content import Words


def tags(node: Any) -> Iterator[str]:
    """The names of the tags below one, from the first to the last."""
    if isinstance(node, list):
        for each in node:
            yield from tags(each.get_object())
        return
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield str(node["/S"])
    if "/K" in node:
        yield from tags(node["/K"].get_object())


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def test_headings_paragraphs_and_tables_are_tagged() -> None:
    root = read(typeset.made(REPORT)).trailer["/Root"]

    found = Counter(tags(root["/StructTreeRoot"]["/K"].get_object()))

    assert root["/MarkInfo"]["/Marked"]
    assert found["/Table"] == 1
    assert found["/TH"] == len(GRID.heads)
    assert found["/TD"] == len(GRID.rows) * len(GRID.heads)
    assert found["/H1"] == 1
    assert found["/P"] >= 1
    assert found["/Caption"] == 1


def test_it_says_its_title_its_language_and_its_standard() -> None:
    reader = read(typeset.made(REPORT))
    root = reader.trailer["/Root"]

    assert reader.metadata is not None
    assert reader.metadata.title == REPORT.title
    assert str(root["/Lang"]).startswith("en")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_every_page_has_its_number_and_the_day() -> None:
    long = replace(REPORT, blocks=(Words("word " * 3000), *REPORT.blocks))

    pages = [page.extract_text() for page in read(typeset.made(long)).pages]

    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert REPORT.as_of in text


def test_what_is_typed_is_never_read_as_code() -> None:
    odd = replace(REPORT, blocks=(Words('#panic("no") *bold* <label> @ref $x$'),))

    text = read(typeset.made(odd)).pages[0].extract_text()

    assert '#panic("no") *bold* <label> @ref $x$' in text.replace("“", '"').replace(
        "”", '"'
    )


def test_the_whole_report_is_set_and_names_nobody(world: World) -> None:
    summer(world)
    content = typeset.made(gathered(world, world.manager))

    said = "\n".join(page.extract_text() for page in read(content).pages)

    assert "fewer than 5" in said
    assert [each for each in SECRETS if each in said] == []
    assert content == typeset.made(gathered(world, world.board))
