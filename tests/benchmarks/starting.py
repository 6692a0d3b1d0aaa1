"""Whole processes, measured from outside: starting, memory, painting and paper.

A child is told when it was started, on the clock that all processes share, and says how
long after that it painted and was usable, and its own peak of memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from floors import __file__ as _here

FOLDER = Path(_here).parent
ROOT = FOLDER.parents[1]
TIMES = 7

PEAK = """
def peak():
    # Not resource.getrusage: its peak is inherited from whoever started the process.
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    return 0
"""

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        said = time.monotonic() - float(os.environ["STARTED"])
        QTimer.singleShot(0, lambda: finish(said))
def finish(said):
    print(said * 1000, said * 1000, peak())
    sys.stdout.flush()
    os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys, time
started = float(os.environ["STARTED"])
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal, Slot
from ui import application
from ui.preferences import LAST_PAGE, Preferences
from ui.program import begin
folder, data, page = sys.argv[1:4]
preferences = Preferences(QSettings(folder + "/p.ini", QSettings.Format.IniFormat))
preferences.sign_in("practitioner.04")
preferences[LAST_PAGE] = page
app = application.build(sys.argv[:1], preferences, late=True)
program = begin(app, preferences, Path(data), "practitioner.04")
painted = []
class Watch(QObject):
    drawn = Signal()
    # Usable: the page is there, its first search answered, and all of it drawn. What
    # was asked of the window before has been done, so it takes what is typed.
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint and not painted:
            painted.append(0)
            self.drawn.emit()  # queued: heard when everything in it is painted too
        if event.type() == QEvent.Type.UpdateRequest and program.window.page(page):
            window.removeEventFilter(self)
            QTimer.singleShot(0, finish)
        return False
    @Slot()
    def note(self):
        painted[0] = time.monotonic() - started
def finish():
    usable = time.monotonic() - started
    deadline = time.monotonic() + (2 if page == "schedule" else 0)
    while time.monotonic() < deadline:
        app.processEvents()
    print(painted[0] * 1000, usable * 1000, peak())
    sys.stdout.flush()
    os._exit(0)
watch = Watch()
watch.drawn.connect(watch.note, Qt.ConnectionType.QueuedConnection)
program.window.installEventFilter(watch)
app.exec()
"""


def measured(path: Path) -> tuple[float, float, float]:
    """Milliseconds: a bare window painted, ours painted, ours with Find usable."""
    bare, painted, usable = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(TIMES + 1):
            first = _child(PEAK + BARE)[0]
            ours = _child(PEAK + OURS, folder, str(path), "find")
            if n:  # the first reads everything from the disk
                bare.append(first)
                painted.append(ours[0])
                usable.append(ours[1])
    return median(bare), median(painted), median(usable)


def memory(path: Path) -> tuple[float, float]:
    """Megabytes at the peak: a bare window's process, ours with the schedule open."""
    with tempfile.TemporaryDirectory() as folder:
        bare = [_child(PEAK + BARE)[2] for _ in range(3)]
        ours = [_child(PEAK + OURS, folder, str(path), "schedule")[2] for _ in range(3)]
    return median(bare) / 1024, median(ours) / 1024


def repaint() -> float:
    """Milliseconds to paint the day again, 60 rooms and 480 bookings in view."""
    from schedule_paint import repaint_ms

    _application()
    return repaint_ms()


def map_repaint() -> tuple[float, float]:
    """Milliseconds to paint the map of 2,000 venues: again, and moved or zoomed."""
    from map_paint import repaint_ms

    _application()
    return repaint_ms()


def typing() -> tuple[float, float]:
    """Milliseconds of a key press in the search of 2,000 venues: median, slowest."""
    from venue_typing import key_ms

    _application()
    return key_ms()


def map_made() -> tuple[float, float]:
    """Milliseconds to make the map from the postcodes, and to read it again."""
    from figures import in_ms

    from venues.atlas.atlas import FILE, Atlas
    from venues.gazetteer import Gazetteer

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Gazetteer.open(folder)

        def make() -> None:
            (folder / FILE).unlink(missing_ok=True)
            Atlas.open(folder)

        return in_ms(make, 5), in_ms(lambda: Atlas.open(folder), 20)


def paper(path: Path) -> float:
    """Milliseconds from the database to the PDF of 60 rooms' team week."""
    from PySide6.QtGui import QGuiApplication

    from ui.paper import write_pdf
    from venues.database.session import Database
    from venues.services import people, printing

    app = _application()
    assert isinstance(app, QGuiApplication)
    database = Database.open(path)
    with tempfile.TemporaryDirectory() as folder, database.read() as session:
        viewer = people.viewer(session, "practitioner.04", date(2026, 11, 22))
        venues = printing.venues(session)
        chosen, rooms = [], 0
        for venue in venues:
            if rooms >= 60:
                break
            chosen.append(venue.id)
            rooms += _rooms(session, venue.id)
        taken = []
        for n in range(4):
            began = time.perf_counter()
            sheets = printing.gather(
                session,
                viewer,
                monday=date(2026, 11, 23),
                venue_ids=chosen,
                sheet="team",
                now=_now(),
            )
            write_pdf(sheets, Path(folder) / f"{n}.pdf")
            taken.append((time.perf_counter() - began) * 1000)
    database.close()
    return median(taken[1:])


def _rooms(session: object, venue_id: int) -> int:
    from venues.database.catalogue import read

    rooms = read(session).rooms.values()  # type: ignore[arg-type]
    return sum(room.venue.id == venue_id and room.bookable for room in rooms)


def _now():  # type: ignore[no-untyped-def]  # noqa: ANN202
    import data

    return data.NOW


def _application() -> object:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(sys.argv[:1])


def _child(source: str, *arguments: str) -> tuple[float, float, float]:
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "STARTED": str(time.monotonic()),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", source, *arguments],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    painted, usable, peak = (float(word) for word in done.stdout.split())
    return painted, usable, peak
