"""A page to read: headings, paragraphs, lists and tables in the product's own look."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Signal, Slot
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit

from ui import theme
from ui.theme import XL, XS, L, M, S, Size

MOST = 200  # places marked; more would only slow the typing down
LINES = 125.0  # per cent of a line's height
PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


class Reading(QTextBrowser):
    """Shows Markdown; its links name other pages.

    Signals:
        wanted: a link was followed; carries the page it names.
    """

    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        self._text = ""
        self._sought = ""
        self.anchorClicked.connect(self._follow)

    def show_text(self, markdown: str) -> None:
        """Show another page, from its top."""
        self._text = markdown
        self._dress()
        # Qt shows the place of the cursor first, and new text leaves it at the end.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> None:
        """Mark every place where one of the words stands, and go to the first."""
        self._sought = words
        c = theme.colours(self.palette())
        look = QTextCharFormat()
        look.setBackground(c.warn.fill)
        look.setForeground(c.warn.ink)
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words.split():
            found = self.document().find(word)
            while not found.isNull() and len(marks) < MOST:
                place = QTextEdit.ExtraSelection()
                place.cursor = found
                place.format = look
                marks.append(place)
                found = self.document().find(word, found)
        self.setExtraSelections(marks)
        if marks:
            first = min(mark.cursor.position() for mark in marks)
            cursor = self.textCursor()
            cursor.setPosition(first)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _dress(self) -> None:
        """Markdown says what is a heading or a table, and nothing of its look."""
        document = self.document()
        document.setDefaultFont(QApplication.font())
        feature = QTextDocument.MarkdownFeature
        features = feature.MarkdownDialectGitHub | feature.MarkdownNoHTML
        document.setMarkdown(self._text, features)
        document.setDocumentMargin(L)
        document.setIndentWidth(XL)
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            level = block.blockFormat().headingLevel()
            if level:
                self._head(cursor, level)
            elif cursor.currentTable() is None:
                shape = QTextBlockFormat()
                shape.setLineHeight(LINES, PROPORTIONAL)
                listed = block.textList() is not None
                shape.setBottomMargin(XS if listed else S)
                QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        if self._sought:
            self.mark(self._sought)

    def _head(self, cursor: QTextCursor, level: int) -> None:
        words = QTextCharFormat()
        # Qt itself makes a heading larger, the more so the higher its level.
        words.setFont(theme.sized(QApplication.font(), Size.BODY, strong=True))
        place = QTextCursor(cursor.block())
        place.select(QTextCursor.SelectionType.BlockUnderCursor)
        place.mergeCharFormat(words)
        shape = QTextBlockFormat()
        shape.setTopMargin(0 if level == 1 else L)
        shape.setBottomMargin(M if level == 1 else XS)
        QTextCursor(cursor.block()).mergeBlockFormat(shape)

    def _rule(self, table: QTextTable) -> None:
        """Hairlines, and the first column as wide as its words."""
        c = theme.colours(self.palette())
        shape = table.format()
        shape.setBorderBrush(c.hairline)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorder(1)
        shape.setBorderCollapse(True)
        shape.setCellPadding(S - 2)
        shape.setCellSpacing(0)
        shape.setBottomMargin(M)
        shape.setRightMargin(XL)
        variable = QTextLength(QTextLength.Type.VariableLength, 0)
        shape.setColumnWidthConstraints([variable] * table.columns())
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.wanted.emit(link.toString())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        dressed = (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange)
        if event.type() in dressed and self._text:
            bar = self.verticalScrollBar()
            place = bar.value()
            self._dress()
            bar.setValue(place)
