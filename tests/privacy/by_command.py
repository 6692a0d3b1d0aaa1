"""Ways out by command: every one of them, said in lines and as JSON, with its files."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from tests.privacy import canaries, scene
from tests.privacy.clerk import Clerk, mark, printed
from tests.privacy.ways import Out, Roll

ROLL: Roll[Clerk] = Roll()
AT_ONE = ["--on", "2026-11-26", "--from", "13:00", "--to", "14:00"]
AT_TWO = ["--on", "2026-11-26", "--from", "14:30", "--to", "15:30"]
MEETING = ["--for", "staff", "--people", "2"]
OF_A_CHILD = ["--for", "child", "--case", canaries.OWN_LINKED]
BOOKED = (
    scene.OWN_BOOKING,
    scene.VICTIMS,
    scene.PANEL,
    scene.SECOND,
    scene.CANCELLED_VICTIMS,
    "B-99999",
)

CLOSING = [
    *("Millbrook", "--from", "2026-11-26", "--until", "2026-12-04"),
    *("--reason", "heating repairs"),
]

SUMMER = ["--from", "2026-07-01", "--until", "2026-09-30"]

TRIED: dict[str, list[list[str]]] = {
    "sample": [[]],
    "find": [[*AT_ONE, *MEETING], [*AT_ONE, *OF_A_CHILD]],
    "book": [
        [*AT_ONE, *MEETING, "--room", "1"],
        [*AT_TWO, *OF_A_CHILD, "--room", "2"],
        [*AT_ONE, *MEETING, "--room", "2", "--second", "victim.02"],
    ],
    "show": [[each] for each in BOOKED],
    "schedule": [
        ["--sheet", sheet, way]
        for sheet in ("door", "reception", "team", "own")
        for way in ("--text", "--pdf")
    ],
    "calendar": [["--mine", "--ics"], *([each, "--ics"] for each in BOOKED)],
    "directions": [
        ["--venue", "Millbrook", "--text"],
        ["--venue", "Millbrook", "--booking", scene.VICTIMS, "--text"],
    ],
    "venues list": [[]],
    "venues export": [["FILE.xlsx"], ["FILE.csv"]],
    "report": [[*SUMMER, "--what-if", "--pdf"], [*SUMMER, "--xlsx", "FILE.xlsx"]],
    "venues import": [["--dry-run", "list.csv"]],
    "case show": [[canaries.KIN], [canaries.OWN_CASE]],
    "case set": [[canaries.KIN, "--two-workers", "yes"]],
    "case rename": [[canaries.OTHER_KIN, canaries.OTHER_KIN]],
    "case merge": [[canaries.KIN, canaries.KIN]],
    "case everything": [[canaries.KIN]],
    "apart list": [[], ["--partners"], ["--case", canaries.KIN]],
    "apart add": [[canaries.KIN, canaries.OWN_CASE, "--kind", "no contact"]],
    "apart close": [[canaries.KIN, canaries.OWN_CASE]],
    "reason": [[scene.CODE], ["K-333333"]],
    "outings": [[]],
    "review list": [[]],
    "staff list": [[]],
    "staff add": [["new.01", "--name", "New 01", "--role", "practitioner"]],
    "staff leave": [["new.01"]],
    "series show": [["1"], ["99"]],
    "check": [[]],
    "shared create": [["--login", "coordinator.99"]],
    "retain": [[]],
    "shared add-person": [["victim.99", "--role", "victim_worker"]],
    "shared remove-person": [["victim.99"]],
    "shared asked": [[]],
    "shared backed-up": [[]],
    "shared dump": [["FILE.sqlite"]],
    "shared import": [["list.csv"]],
    "shared export": [["FILE.sqlite"]],
    "backup": [["FILE.sqlite"], []],
    "backups": [[]],
    "restore": [["list.csv"]],
    "series change": [
        [each, "--scope", "all", "--people", "4", "--dry-run"] for each in BOOKED
    ],
    "series extend": [[each, "--times", "1", "--dry-run"] for each in BOOKED],
    "series hand-over": [
        [each, "--scope", "this", "--to", "practitioner.05", "--dry-run"]
        for each in BOOKED
    ],
    "ask room": [["--room", "1", *AT_ONE], ["--room", "2", *AT_TWO]],
    "series end": [["1", "--last", "2026-11-25", "--reason", "Over"]],
    "move": [
        [each, "--room", "2", "--on", "2026-11-27", *more]
        for each in BOOKED
        for more in (
            [],
            ["--ask-manager", "Near"],
            ["--accept", "appointment=Agreed"],
        )
    ],
    "outcome": [[each, "--was", "attended"] for each in BOOKED],
    "cancel": [[each, "--reason", "The room is needed"] for each in BOOKED],
    "close": [
        [*CLOSING, "--plan"],
        ["--look", *CLOSING, "--plan"],
        ["--look", *CLOSING, "--room", "1", "--plan"],
        ["--look", *CLOSING],
    ],
}
"""Command → what it is given. Those that change something come last."""


@ROLL.way("command", *TRIED)
def commands(clerk: Clerk) -> Out:
    """Each command in turn, and what it wrote."""
    (clerk.folder / "list.csv").write_text("Name,Town\nNew House,Warrington\n")
    for command, given in TRIED.items():
        for words in given:
            name = " ".join(["command", command, *words])
            line, path = _line(clerk, words)
            yield name, clerk.command(*command.split(), *line)
            yield from _file(name, path)


def _line(clerk: Clerk, words: list[str]) -> tuple[list[str], Path | None]:
    """The words with a file's name where one is wanted."""
    if words and words[-1] in {"--pdf", "--ics"}:
        path = clerk.new(words[-1].removeprefix("--"))
        return [*words, str(path)], path
    if words and words[-1].startswith("FILE."):
        path = clerk.new(words[-1].removeprefix("FILE."))
        return [*words[:-1], str(path)], path
    if words and words[-1] == "list.csv":
        return [*words[:-1], str(clerk.folder / "list.csv")], None
    return words, None


def _file(name: str, path: Path | None) -> Out:
    if path is None or not path.exists():
        return
    if path.suffix == ".pdf":
        yield f"{name}, printed", printed(path)
        yield f"{name}, file", mark(path)
    elif path.suffix == ".xlsx":
        yield f"{name}, sheets", _unpacked(path)
    elif path.suffix != ".sqlite":
        yield f"{name}, written", [path.read_bytes().decode("utf-8")]
    yield f"{name}, name", [path.name]


def _unpacked(path: Path) -> list[str]:
    """The parts of a spreadsheet, but for when it was made."""
    with ZipFile(path) as book:
        return [
            book.read(part).decode("utf-8", "replace")
            for part in sorted(book.namelist())
            if part != "docProps/core.xml"
        ]
