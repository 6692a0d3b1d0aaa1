"""What a fault leaves behind: nothing that was in the database or in a statement."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from traceback import format_exception

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.privacy import canaries, seat, spoken
from tests.privacy.canaries import MANAGER
from tests.privacy.seat import Seat
from ui.dialogs.crash import CrashDialog
from venues.database.session import Database
from venues.faults import neutral

CANARY = canaries.VICTIMS_CASE


@pytest.fixture
def raised(database: Database) -> DBAPIError:
    """A statement that fails with a reference among its values."""
    with pytest.raises(DBAPIError) as caught, database.read() as session:
        session.execute(text("SELECT no_such(:reference)"), {"reference": CANARY})
    return caught.value


def test_a_statement_that_fails_keeps_its_values_to_itself(raised: DBAPIError) -> None:
    assert CANARY not in str(raised)
    assert CANARY not in "".join(format_exception(raised))


def test_a_report_says_nothing_of_a_whole_chain(raised: DBAPIError) -> None:
    with pytest.raises(LookupError) as caught:
        raise LookupError(CANARY) from raised

    report = neutral(caught.type, caught.tb)

    assert CANARY not in report
    assert "SELECT" not in report


def test_statements_are_not_logged(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    with database.read() as session:
        session.execute(text("SELECT :reference"), {"reference": CANARY})

    assert CANARY not in caplog.text
    assert not database._reading.echo  # noqa: SLF001 - nothing else tells it
    assert not database._writing.echo  # noqa: SLF001 - as above


@pytest.fixture
def manager(filled: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Seat]:
    """Somebody who sees everything, so that a fault may meet anything."""
    path = tmp_path / "Venues.sqlite"
    path.write_bytes(filled.read_bytes())
    with seat.taken(MANAGER, path) as here:
        yield here


def test_the_dialog_of_a_fault_and_what_is_copied_are_neutral(manager: Seat) -> None:
    with pytest.raises(LookupError) as caught:
        raise LookupError(CANARY)
    dialog = CrashDialog(None, neutral(caught.type, caught.tb))
    dialog.show()
    dialog._copy()  # noqa: SLF001 - as its button does

    said = [*spoken.of(dialog), *seat.pasted()]
    dialog.close()

    assert any("LookupError" in line for line in said)
    assert not any(CANARY in line for line in said)
