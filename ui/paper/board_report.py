"""The board's report on paper: tagged by Typst where it is there, else drawn by Qt."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from venues import whole_file
from venues.services.report import typeset
from venues.services.report.content import Grid, Heading, Report, Words

DOTS = 96
"""An inch of the drawn page, in which its text is laid out."""

INK = "#1b1f24"
MARGINS = QMarginsF(20, 18, 20, 20)  # millimetres
FOOT = 40
POINTS = 10.5


def write(report: Report, path: Path) -> int:
    """Save it as a PDF and return how many bytes there are.

    Raises:
        VenuesError: the file cannot be written.
    """
    content = typeset.made(report) if typeset.available() else drawn(report)
    whole_file.write(path, content)
    return len(content)


def html(report: Report) -> str:
    """The report as a page to be looked at, with real headings and tables."""
    parts = [f"<h1>{escape(report.title)}</h1>", f"<p>{escape(report.as_of)}</p>"]
    for block in report.blocks:
        if isinstance(block, Heading):
            level = block.level + 1
            parts.append(f"<h{level}>{escape(block.text)}</h{level}>")
        elif isinstance(block, Words):
            parts.append(f"<p>{escape(block.text)}</p>")
        else:
            parts.append(_table(block))
    return "\n".join(parts)


def drawn(report: Report) -> bytes:
    """The content of a plain PDF: text that can be searched, without tags."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(report.name)
    writer.setCreator("")
    unit = QPageLayout.Unit.Millimeter
    portrait = QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, portrait, MARGINS, unit))
    page = QSizeF(writer.width(), writer.height() - FOOT)
    document = _document(report, page)
    painter = QPainter(writer)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        document.drawContents(
            painter, QRectF(0, number * page.height(), page.width(), page.height())
        )
        painter.restore()
        _foot(
            painter,
            QRectF(0, page.height(), page.width(), FOOT),
            report.as_of,
            (number + 1, pages),
        )
    painter.end()
    return bytes(buffer.data().data())


def _document(report: Report, page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(f"body {{ color: {INK}; }}")
    document.setHtml(f"<body>{html(report)}</body>")
    document.setPageSize(page)
    return document


def _foot(painter: QPainter, box: QRectF, said: str, page: tuple[int, int]) -> None:
    font = QFont()
    font.setPointSizeF(POINTS)
    painter.setFont(font)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(box, bottom | Qt.AlignmentFlag.AlignLeft, said)
    number, pages = page
    words = f"Page {number} of {pages}"
    painter.drawText(box, bottom | Qt.AlignmentFlag.AlignRight, words)


def _table(grid: Grid) -> str:
    heads = "".join(f"<th align='left'>{escape(head)}</th>" for head in grid.heads)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in grid.rows
    )
    return (
        f"<p><b>{escape(grid.title)}</b></p>"
        "<table width='100%' cellpadding='4' cellspacing='0' border='1' "
        f"style='border-collapse: collapse'><thead><tr>{heads}</tr></thead>"
        f"{rows}</table>"
    )
