"""Commands as a script would run them, on the small world."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from venues.commands import run
from venues.commands.desk import Desk
from venues.commands.options import Parser


@dataclass
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer as facts."""
        return json.loads(self.out)


def _as_pages(sheets: Any, path: Path) -> int:
    """Stands in for the painter, which needs Qt: a page for each sheet."""
    path.write_text("\n".join(type(sheet).__name__ for sheet in sheets))
    return len(sheets)


@pytest.fixture
def command(world: Any, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command on the small world at 8am on Monday 23 November 2026."""
    path = world.database.path

    def run_it(
        *words: str,
        typed: str = "",
        data: Path | None = path,
        login: str | None = "practitioner.04",
        now: datetime = datetime(2026, 11, 23, 8),
    ) -> Said:
        parser = Parser(prog="venues")
        parser.add_argument("--data")
        parser.add_argument("--as", dest="login")
        run.add(parser.add_subparsers(required=True, parser_class=Parser))
        leading = [] if data is None else ["--data", str(data)]
        leading += ["--as", login] if login else []
        out = io.StringIO()
        try:
            options = parser.parse_args([*leading, *words])
            desk = Desk(
                options,
                now,
                io.StringIO(typed),
                out,
                _as_pages,
            )
            code = run.run(desk)
        except SystemExit as left:
            code = int(left.code or 0)
        return Said(code, out.getvalue(), capsys.readouterr().err)

    return run_it
