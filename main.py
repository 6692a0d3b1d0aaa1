"""Venues: finds, books and prints rooms that are safe, confidential and accessible.

    main.py [--data FILE] [--as LOGIN] [COMMAND …]

Without a command the window opens; with one, the same services do their work without
it. ``--help`` lists the commands.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from venues.domain.sheets import SheetData
    from venues.services.report.content import Report

NEEDED = ("PySide6", "sqlalchemy", "dateutil")
WINDOW = ("demo", "screens")
"""Commands that belong to the window, and are not among those for scripts."""


def main(arguments: Sequence[str], *, alone: bool = False) -> int:
    """Open the window, or do the command; returns the exit code.

    ``alone`` says that the process is ours, and what nobody catches is told neutrally.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        sys.stderr.write(
            "The packages Venues needs are not set up for this Python: "
            "run  python3 dev.py run  in this folder, which sets them up.\n"
        )
        return 2
    if alone:
        from venues import faults

        faults.install()
    data, login, rest = _leading(arguments)
    if not rest:
        # The window comes first and everything else after it: see ui/program.py.
        from ui import program
        from venues.errors import WrongInput

        try:
            return program.run(data, login)
        except WrongInput as trouble:  # of an address, before there is a window
            sys.stderr.write(f"{trouble}\n")
            return 2
    if rest[0] in WINDOW:
        from ui import showing

        return showing.run(rest)
    return _command(list(arguments))


def _leading(arguments: Sequence[str]) -> tuple[str, str, list[str]]:
    """``--data``, ``--as`` and what comes after them, without loading a parser."""
    given = {"--data": "", "--as": ""}
    rest = list(arguments)
    while rest:
        name, _, value = rest[0].partition("=")
        if name not in given:
            break
        rest.pop(0)
        given[name] = value or (rest.pop(0) if rest else "")
    return given["--data"], given["--as"], rest


def _command(arguments: list[str]) -> int:
    from venues.commands import run
    from venues.commands.desk import Desk
    from venues.commands.options import Parser

    parser = Parser(prog="venues", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--data",
        metavar="FILE",
        help="the database, or postgresql://server/database; this PC's without",
    )
    parser.add_argument("--as", dest="login", metavar="LOGIN", help="who is asking")
    run.add(
        parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    )
    options = parser.parse_args(arguments)
    try:
        return run.run(Desk(options, run.now(), sys.stdin, sys.stdout, _write_pdf))
    except BrokenPipeError:
        # Whoever read the answer, such as "head", has had enough of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _write_pdf(what: Sequence[SheetData | Report], path: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from ui.paper import board_report, write_pdf
    from venues.services.report.content import Report

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    app.setApplicationName("Venues")
    reports = [each for each in what if isinstance(each, Report)]
    if reports:
        return board_report.write(reports[0], path)
    return write_pdf([each for each in what if not isinstance(each, Report)], path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], alone=True))
