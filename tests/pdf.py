"""Reads a printed PDF back: its words, the size of its letters, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page; ``size`` in points, ``picture`` the pixels of what was drawn."""

    text: str
    size: tuple[float, float]
    smallest: float
    picture: bytes


def pages(path: Path) -> list[PrintedPage]:
    """All pages of a PDF."""
    document = pypdfium2.PdfDocument(str(path))
    try:
        return [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def text(path: Path) -> str:
    """The words of all pages, each run of them on a line."""
    return "\n".join(page.text for page in pages(path))


def title(path: Path) -> dict[str, str]:
    """What the file says of itself, but for the dates."""
    document = pypdfium2.PdfDocument(str(path))
    try:
        said = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    return {key: value for key, value in said.items() if not key.endswith("Date")}


def _page(page: pypdfium2.PdfPage) -> PrintedPage:
    words = page.get_textpage()
    bitmap = page.render(scale=1.5)
    return PrintedPage(
        words.get_text_range().replace("\r\n", "\n"),
        page.get_size(),
        min(_sizes(page)),
        bytes(bitmap.buffer),
    )


def _sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = c_float()
        raw.FPDFTextObj_GetFontSize(thing.raw, byref(size))
        yield size.value * thing.get_matrix().d
