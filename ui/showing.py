"""Shows the program at work: the demonstration, and the pictures for the guide."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QSettings

from ui import application, demonstration
from ui.pictures import Camera
from ui.preferences import Preferences
from ui.program import Program
from ui.wall_clock import wall_clock

FOLDER = "demo"
LOGIN = "practitioner.04"
GUIDE_VENUE = "Millbrook Family Hub"
GUIDE_DAY = datetime(2026, 11, 26, 10, 42)
"""The moment at which the guide's pictures are taken, so that they stay alike."""


def run(arguments: Sequence[str]) -> int:
    """``demo`` or ``screens``; returns the exit code."""
    parser = argparse.ArgumentParser(prog="venues")
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help="the main job on sample data")
    demo.add_argument("--folder", type=Path, default=Path(FOLDER), metavar="DIR")
    demo.add_argument("--no-window", action="store_true", help="even with a screen")
    screens = commands.add_parser("screens", help="a picture of every page")
    screens.add_argument("--into", type=Path, required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    if options.command == "screens":
        return _screens(options.into.resolve())
    return _demo(options.folder.resolve(), window=not options.no_window and _screen())


def _screen() -> bool:
    """Whether there is a screen to show a window on."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _demo(folder: Path, *, window: bool) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "Venues.sqlite"
    demonstration.fill(path, date.today(), say)
    if not window:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    preferences = _preferences(folder)
    app = application.build(sys.argv[:1], preferences)
    if window:
        say("Opening the window. You are Practitioner 04; all of it is invented.")
        program = Program(app, preferences, path, LOGIN)
        program.start()
        return app.exec()
    demonstration.main_job(path, LOGIN, wall_clock(), folder, say)
    camera = Camera(app, preferences, path, now=wall_clock)
    pictures = camera.every_page(folder / "pictures", LOGIN)
    camera.close()
    say(f"Saved {len(pictures)} pictures of the pages in {folder / 'pictures'}.")
    say("Done. Start it again with a screen to see the window.")
    return 0


def _screens(folder: Path) -> int:
    scratch = folder / ".making"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        path = scratch / "Venues.sqlite"
        demonstration.fill(path, GUIDE_DAY.date(), say)
        preferences = _preferences(scratch)
        app = application.build(sys.argv[:1], preferences)
        camera = Camera(app, preferences, path, now=_guide_clock)
        pictures = camera.every_page(folder, LOGIN)
        pictures += camera.every_sheet(folder, GUIDE_VENUE)
        camera.close()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for picture in pictures:
        say(str(picture))
    return 0


def _preferences(folder: Path) -> Preferences:
    """Preferences of its own, so that nobody's are read or changed."""
    path = str(folder / "preferences.ini")
    return Preferences(QSettings(path, QSettings.Format.IniFormat))


def _guide_clock() -> datetime:
    return GUIDE_DAY


def say(line: str) -> None:
    """One step, one line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
