"""Import and export of the catalogue, from the head of the Venues page."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.dialogs.files import ask_where
from ui.dialogs.importing import ImportDialog, done_words
from ui.jobs import Progress, Work
from ui.widgets.buttons import Button
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services.spreadsheets import writing
from venues.services.spreadsheets.applying import Imported
from venues.services.spreadsheets.shape import KINDS

WHOLE = "All sheets (*.xlsx)"
TEMPLATE = "Venues template.xlsx"


class VenueSheets(QObject):
    """The two buttons, and what they do; the page shows what changes by itself."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.take_in = Button("Import…")
        self.write = Button("Export…")
        self.take_in.setToolTip("Ctrl+Shift+I")
        self.write.setToolTip("Ctrl+Shift+E")
        self.take_in.setShortcut("Ctrl+Shift+I")
        self.write.setShortcut("Ctrl+Shift+E")
        self.dialog: ImportDialog | None = None
        self.asking: QFileDialog | None = None
        for button in (self.take_in, self.write):
            button.setVisible(desk.viewer.edits_venues)
        self.take_in.clicked.connect(self.open_import)
        self.write.clicked.connect(self.ask_where_to)

    @Slot()
    def open_import(self) -> None:
        """Begin an import."""
        dialog = ImportDialog(self._desk, _documents() / TEMPLATE, self._page)
        dialog.imported.connect(self._imported)
        dialog.template_wanted.connect(self.ask_for_template)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def ask_where_to(self) -> None:
        """Ask where the catalogue is to be written."""
        today = self._desk.now().date()
        kinds = [WHOLE, *(f"Only {kind.name.lower()} (*.csv)" for kind in KINDS)]
        asking = ask_where(
            self._page,
            "Export venues",
            _documents() / f"Venues {today.isoformat()}.xlsx",
            self.export,
            ";;".join(kinds),
        )
        asking.filterSelected.connect(partial(_follow_kind, asking))
        self.asking = asking

    @Slot(str)
    def export(self, chosen: str) -> None:
        """Write the catalogue into that file."""
        said = self.asking.selectedNameFilter() if self.asking is not None else WHOLE
        sheet = next(
            (kind.name for kind in KINDS if f"Only {kind.name.lower()} " in said),
            KINDS[0].name,
        )
        self._run(
            f"Exporting {Path(chosen).name}",
            partial(self._export, Path(chosen), sheet),
        )

    @Slot()
    def ask_for_template(self) -> None:
        """Ask where the empty template is to be written."""
        over = self.dialog if self.dialog is not None else self._page
        ask_where(
            over,
            "Save the template",
            _documents() / TEMPLATE,
            self.save_template,
            WHOLE,
        )

    @Slot(str)
    def save_template(self, chosen: str) -> None:
        """Write the empty template into that file."""
        self._run("", partial(self._template, Path(chosen)))

    def _export(self, path: Path, sheet: str, progress: Progress) -> str:
        with self._desk.database.read() as session:
            venues = writing.export(
                session, path, self._desk.viewer, sheet=sheet, progress=progress
            )
        what = f"the sheet {sheet} of " if path.suffix.lower() == ".csv" else ""
        return f"Exported {what}{count(venues, 'venue')} to {path.name}."

    def _template(self, path: Path, _progress: Progress) -> str:
        with self._desk.database.read() as session:
            writing.template(session, path, self._desk.viewer)
        return f"Saved the template as {path.name}. Fill it in, then import it."

    def _run(self, title: str, work: Work) -> None:
        self._desk.jobs.run(title, work, self._said, failed=self._failed)

    def _said(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.choose.say(sentence)
        self._desk.host.say(sentence)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        if self.dialog is not None:
            self.dialog.choose.notice.say(str(trouble))
        else:
            self._desk.host.say(str(trouble))

    @Slot(object)
    def _imported(self, made: Imported) -> None:
        self._desk.host.say(f"Imported: {done_words(made)}", undoable=True)

    @Slot()
    def _forget(self) -> None:
        self.dialog = None


def _documents() -> Path:
    """Where people keep their papers."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def _follow_kind(asking: QFileDialog, said: str) -> None:
    """Give the file the ending of its kind."""
    asking.setDefaultSuffix("csv" if "*.csv" in said else "xlsx")
