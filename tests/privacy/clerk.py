"""Somebody without the window: their commands, their sheets, and the folder of both."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from main import _write_pdf as write_pdf
from tests import pdf
from tests.paper_scene import NOW
from tests.privacy import scene
from venues.commands import run
from venues.commands.desk import Desk
from venues.commands.options import Parser

MADE = re.compile(
    rb"/(Creation|Mod)Date \([^)]*\)|xmp:\w+Date=\"[^\"]*\""
    rb"|/ID \[[^]]*\]|uuid:[-0-9a-f]*"
)
"""What a PDF says of when it was made, and by which of all makings."""


@cache
def parser() -> Parser:
    """Every command and its options, as the program has them."""
    made = Parser(prog="venues")
    made.add_argument("--data")
    made.add_argument("--as", dest="login")
    run.add(made.add_subparsers(required=True, parser_class=Parser))
    return made


class Both(Desk):
    """What a command says, in lines and then as JSON: one run tells both."""

    def answer(self, facts: dict[str, Any], lines: list[str]) -> None:
        """Say it in both ways."""
        for way in (False, True):
            self.options.json = way
            super().answer(facts, lines)


@dataclass
class Clerk:
    """A person, the file they work on, and how many files they have asked for."""

    who: int
    path: Path
    asked: int = 0

    @property
    def folder(self) -> Path:
        """Where everything that they write goes."""
        return self.path.parent

    def new(self, end: str) -> Path:
        """A name for a file that is to be written."""
        self.asked += 1
        return self.folder / f"written-{self.asked}.{end}"

    def command(self, *words: str) -> list[str]:
        """Run a command and give what it says on both channels and in both ways."""
        leading = ["--data", str(self.path), "--as", scene.LOGINS[self.who]]
        out, trouble = io.StringIO(), io.StringIO()
        with redirect_stderr(trouble):
            options = parser().parse_args([*leading, *words])
            desk = Both(options, NOW, io.StringIO(), out, write_pdf)
            code = run.run(desk)
        return [f"{code}", out.getvalue(), trouble.getvalue()]


def printed(path: Path) -> list[str]:
    """The words of a PDF and what it says of itself, if there is one."""
    if not path.exists():
        return []
    return [
        pdf.text(path),
        *(f"{key}: {value}" for key, value in pdf.title(path).items()),
    ]


def mark(path: Path) -> bytes:
    """A mark of the whole PDF, but for when it was made."""
    return sha256(MADE.sub(b"", path.read_bytes()) if path.exists() else b"").digest()
