"""Prints one sheet, or saves it as a PDF, after a look at it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths, Qt, Slot
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.print_week import FOLDER, NO_PRINTER
from ui.jobs import Job, Work
from ui.paper.document import Document
from ui.paper.order import Order
from ui.paper.page import a4
from ui.paper.preview import Preview
from ui.theme import L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import COMPLAINT, Words, announce
from venues.errors import VenuesError

PREVIEW = "sheet preview"


class SheetDialog(QDialog):
    """A page as it will be printed; whoever is a sheet says what to print."""

    def __init__(
        self, desk: Desk, title: str, parent: QWidget | None, *, upright: bool
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._upright = upright
        self._job: Job | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview = Preview()
        self._waiting = WaitOverlay(self.preview)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.complaint.hide()
        self.back = Button("Close")
        self.save = Button("Save PDF…", icon="download")
        self.print = PrimaryButton("Print…", icon="printer")
        self._lay_out()
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.back.clicked.connect(self.reject)

    def begin(self) -> None:
        """Lay the page out."""
        self._waiting.start("Laying the page out…")
        self.desk.jobs.latest(
            PREVIEW, self.order().document, self._show, failed=self._fail
        )

    def save_as(self, path: Path) -> None:
        """Save it as a PDF."""
        self._run("Saving a PDF", partial(self.order().save, path))

    def print_on(self, printer: QPrinter) -> None:
        """Print it on a printer that was set up in its own dialog."""
        copies = printer.copyCount()
        printer.setCopyCount(1)
        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._run("Printing", partial(self.order().send, printer, copies))

    def order(self) -> Order:
        """What is to be printed, as things stand now."""
        raise NotImplementedError

    def paper(self) -> QPageLayout:
        """The paper."""
        return a4(upright=self._upright)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        for button in (self.back, self.save, self.print):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.complaint)
        layout.addLayout(foot)
        self._work(on=False)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * (96 if self._upright else 130))
        wanted.setHeight(metrics.height() * 46)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.92))

    def _run(self, title: str, work: Work) -> None:
        self._work(on=True)
        self._job = self.desk.jobs.run(title, work, self._done, failed=self._fail)
        self._job.finished.connect(self._end)

    def _work(self, *, on: bool) -> None:
        ready = self.preview.document is not None
        for button in (self.save, self.print):
            button.setEnabled(ready and not on)

    @Slot(object)
    def _show(self, made: object) -> None:
        self._waiting.stop()
        self.preview.show_document(made if isinstance(made, Document) else None)
        self._work(on=False)
        self.print.setFocus()

    @Slot(object)
    def _done(self, sentence: object) -> None:
        self.desk.host.say(str(sentence))
        self.accept()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._waiting.stop()
        if not isinstance(error, VenuesError):
            raise error
        self._complain(str(error))

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._work(on=False)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.show()
        announce(self, sentence)

    @Slot()
    def _choose_printer(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._complain(NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self.paper())
        asking = QPrintDialog(printer, self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.finished.connect(partial(self._print, printer))
        QDialog.open(asking)

    def _print(self, printer: QPrinter, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    @Slot()
    def _choose_place(self) -> None:
        document = self.preview.document
        if document is None:
            return
        asking = QFileDialog(self, "Save PDF", self._folder())
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setNameFilter("PDF (*.pdf)")
        asking.setDefaultSuffix("pdf")
        asking.selectFile(f"{document.name}.pdf")
        asking.fileSelected.connect(self._save)
        asking.open()

    @Slot(str)
    def _save(self, chosen: str) -> None:
        self.desk.preferences[FOLDER] = str(Path(chosen).parent)
        self.save_as(Path(chosen))

    def _folder(self) -> str:
        kept = self.desk.preferences[FOLDER]
        if kept and Path(kept).is_dir():
            return kept
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return QStandardPaths.writableLocation(documents)

    def done(self, result: int) -> None:
        self.desk.jobs.forget(PREVIEW)
        super().done(result)

    def reject(self) -> None:
        """Stop what is under way; with nothing under way, close."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()
