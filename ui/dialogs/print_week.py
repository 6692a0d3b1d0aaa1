"""Prints sheets of a week, or saves them as a PDF, after a look at them."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QStandardPaths, Qt, Slot
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.page_set_up import PageSetUpDialog
from ui.dialogs.print_choice import PrintChoice
from ui.jobs import Job, Work
from ui.paper.document import Document
from ui.paper.order import PrintOrder
from ui.paper.page import a4
from ui.paper.preview import Preview
from ui.preferences import TWENTY_FOUR, Setting
from ui.theme import L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Scroller
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import COMPLAINT, Words, announce
from venues.errors import VenuesError
from venues.services import printing

FOLDER = Setting("print_folder", "")
MOST_COPIES = 50
PREVIEW = "print preview"
NO_PRINTER = "No printer is set up on this PC. Save a PDF instead."


class PrintDialog(QDialog):
    """Choose at the left, look at the right, print or save below.

    Without ``venue_ids`` those of the viewer's authority are ticked; ``monday`` may be
    any day of the week, and is today if it is not given.
    """

    def __init__(
        self,
        desk: Desk,
        venue_ids: tuple[int, ...] = (),
        monday: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = a4()
        self._job: Job | None = None
        self.setWindowTitle("Print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choice = PrintChoice(monday or self._today(), self._today)
        self.preview = Preview()
        self._waiting = WaitOverlay(self.preview)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.stop = Button("Stop")
        self.set_up = Button("Page set-up…")
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setAccessibleName("Copies")
        self.back = Button("Close")
        self.save = Button("Save PDF…", icon="download")
        self.print = PrimaryButton("Print…", icon="printer")
        self._lay_out()
        self._work(on=False)
        with desk.database.read() as session:
            self.choice.offer(printing.venues(session), desk.viewer.authority_id)
        self.choice.tick(venue_ids)
        self.choice.changed.connect(self.reload)
        self.set_up.clicked.connect(self._set_up_page)
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.back.clicked.connect(self.reject)
        self.stop.clicked.connect(self.reject)
        desk.changes.committed.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Make the preview again."""
        order = self._order()
        if order is None:
            self._desk.jobs.forget(PREVIEW)
            self._show(None)
            return
        self._waiting.start("Laying the pages out…")
        self._desk.jobs.latest(PREVIEW, order.document, self._show, failed=self._fail)

    def print_on(self, printer: QPrinter) -> None:
        """Print what is chosen on a printer that was set up in its own dialog."""
        if (order := self._order()) is not None:
            copies = printer.copyCount()
            printer.setCopyCount(1)  # we count them ourselves, to number them
            printer.setFullPage(True)
            printer.setPageMargins(QMarginsF(0, 0, 0, 0))
            self._run("Printing", partial(order.send, printer, copies))

    def save_as(self, path: Path) -> None:
        """Save what is chosen as one PDF."""
        if (order := self._order()) is not None:
            self._run("Saving a PDF", partial(order.save, path))

    def save_each(self, folder: Path) -> None:
        """Save what is chosen in that folder, a PDF for each venue."""
        if (order := self._order()) is not None:
            self._run("Saving PDFs", partial(order.save_each, folder))

    def _today(self) -> date:
        return self._desk.now().date()

    def _order(self) -> PrintOrder | None:
        """What is chosen now; None, and the reason shown, while that is not enough."""
        trouble = self.choice.trouble()
        self._complain(trouble)
        monday = self.choice.monday()
        self.save.setEnabled(not trouble and self._job is None)
        self.print.setEnabled(not trouble and self._job is None)
        if trouble or monday is None:
            return None
        return PrintOrder(
            database=self._desk.database,
            viewer=self._desk.viewer,
            sheets=self.choice.chosen_sheets(),
            monday=monday,
            venue_ids=self.choice.venues.ticked(),
            now=self._desk.now(),
            twenty_four=self._desk.preferences[TWENTY_FOUR],
            layout=self._layout,
        )

    def _lay_out(self) -> None:
        self.resize(1080, 720)
        left = Scroller(self.choice)
        left.setMinimumWidth(self.choice.sizeHint().width() + L)
        left.setMaximumWidth(self.choice.sizeHint().width() + 4 * L)
        columns = QHBoxLayout()
        columns.setSpacing(L)
        columns.addWidget(left)
        columns.addWidget(self.preview, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        for entry in (self.set_up, Words("Copies"), self.copies):
            foot.addWidget(entry)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        for button in (self.back, self.save, self.print):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addLayout(columns, 1)
        layout.addWidget(self.complaint)
        layout.addLayout(foot)

    def _complain(self, sentence: str) -> None:
        if sentence and sentence != self.complaint.text():
            announce(self, sentence)
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _work(self, *, on: bool) -> None:
        """Show that something is being printed, and let nothing else be begun."""
        self.bar.setVisible(on)
        self.stop.setVisible(on)
        self.choice.setEnabled(not on)
        for entry in (self.set_up, self.copies, self.save, self.print):
            entry.setEnabled(not on)

    def _run(self, title: str, work: Work) -> None:
        self.bar.setRange(0, 0)
        self._work(on=True)
        self.stop.setFocus()
        self._job = self._desk.jobs.run(title, work, self._done, failed=self._fail)
        self._job.progressed.connect(self._report)
        self._job.finished.connect(self._end)

    @Slot(object)
    def _show(self, made: object) -> None:
        self._waiting.stop()
        self.preview.show_document(made if isinstance(made, Document) else None)

    @Slot(int, int)
    def _report(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot(object)
    def _done(self, sentence: object) -> None:
        self._desk.host.say(str(sentence))
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
        self.print.setFocus()

    @Slot(frozenset)
    def _follow(self, _tables: frozenset[str]) -> None:
        if self._job is None:
            self.reload()

    @Slot()
    def _set_up_page(self) -> None:
        asking = PageSetUpDialog(self._layout, self)
        asking.chosen.connect(self._take_layout)
        asking.open()

    @Slot(QPageLayout)
    def _take_layout(self, layout: QPageLayout) -> None:
        self._layout = layout
        self.reload()

    @Slot()
    def _choose_printer(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._complain(NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._layout)
        printer.setCopyCount(self.copies.value())
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
            self._complain("The pages are not ready yet. Try again in a moment.")
            return
        alone = self.choice.alone.isEnabled() and self.choice.alone.isChecked()
        asking = QFileDialog(self, "Save PDF", self._folder())
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if alone:
            asking.setFileMode(QFileDialog.FileMode.Directory)
            asking.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            asking.setNameFilter("PDF (*.pdf)")
            asking.setDefaultSuffix("pdf")
            asking.selectFile(f"{document.name}.pdf")
        asking.fileSelected.connect(partial(self._save, alone))
        asking.open()

    def _save(self, alone: bool, chosen: str) -> None:  # noqa: FBT001 - bound before the place is known
        path = Path(chosen)
        folder = path if alone else path.parent
        self._desk.preferences[FOLDER] = str(folder)
        if alone:
            self.save_each(folder)
        else:
            self.save_as(path)

    def _folder(self) -> str:
        kept = self._desk.preferences[FOLDER]
        if kept and Path(kept).is_dir():
            return kept
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return QStandardPaths.writableLocation(documents)

    def done(self, result: int) -> None:
        self._desk.jobs.forget(PREVIEW)
        super().done(result)

    def reject(self) -> None:
        """Stop what is under way; with nothing under way, close."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()
