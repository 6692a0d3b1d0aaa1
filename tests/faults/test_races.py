"""To a budget of seconds, the rest of the trial as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import races
from tests.server import Server

SEED = 20_261_126


def test_nobody_shares_a_room_and_somebody_gets_it(tmp_path: Path) -> None:
    made = races.run(tmp_path, seed=SEED, budget=8.0)

    assert made.faults == [], made.line()
    assert made.figures["won"], made.line()


@pytest.mark.timeout(300)  # sixteen programs have to start
def test_neither_do_the_clients_of_a_server(server: Server) -> None:
    address = server.create("races")

    made = races.race(address, races.CLIENTS, seed=SEED, budget=8.0)

    assert made.faults == [], made.line()
    assert made.figures["won"], made.line()
