"""Series under a power cut, and two programs that race for one: all or nothing."""
# ruff: noqa: S311 - dice, not secrets

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults import arena, trial, weekly
from tests.faults.player import Player
from tests.faults.trial import Trial

KILLS, ROUNDS = 40, 25
LONGEST_LIFE = 2.5
"""Times as long as a series takes, after the first that was saved."""

WHOLE = (
    "SELECT series.id, "
    "(SELECT count(*) FROM series_date WHERE series_id = series.id), "
    "(SELECT count(*) FROM booking JOIN hold ON hold.booking_id = booking.id "
    "JOIN worker ON worker.booking_id = booking.id "
    "JOIN series_date ON series_date.booking_id = booking.id "
    "WHERE booking.series_id = series.id) FROM series"
)
"""For each series: its dates, and its bookings with all that belongs to them."""


def run(folder: Path, *, seed: int, kills: int = KILLS, rounds: int = ROUNDS) -> Trial:
    """Kill a program in the middle of series, then let two race for the same ones."""
    with trial.timed("series", seed) as made:
        _kill(made, folder / "killed.db", random.Random(seed), kills)
        _race(made, folder / "raced.db", rounds)
    return made


def _kill(made: Trial, path: Path, dice: random.Random, kills: int) -> None:
    arena.build(path)
    said = number = 0
    with Player("weekly", path, 1) as player:
        player.hear()
        for _ in range(kills):
            player.tell("die", dice.uniform(0.0, LONGEST_LIFE), number)
            while (line := player.hear()) != ["gone"]:
                said += line[2] == "won"
                number = line[1] + 1
            there = _whole(made, path)
            made.expect(said <= there, f"{said} were said to be saved, {there} are")
            number = max(number, there + 1)
            said = there
    made.figures |= {"kills": kills, "series after kills": said}


def _race(made: Trial, path: Path, rounds: int) -> None:
    arena.build(path)
    lost: set[str] = set()
    with Player("weekly", path, 1) as one, Player("weekly", path, 3) as other:
        for player in (one, other):
            player.hear()
        for round_ in range(rounds):
            for player in (one, other):
                player.tell("race", round_)
            answers = [player.hear()[0] for player in (one, other)]
            made.expect(answers.count("won") == 1, f"round {round_}: {answers}")
            lost |= {answer for answer in answers if answer != "won"}
    there = _whole(made, path)
    made.expect(there == rounds, f"{there} series after {rounds} rounds")
    made.expect(lost <= {"DatesRefused"}, f"unexpected answers {lost}")
    made.expect(trial.overlaps(path) == 0, "two hold one room")
    made.figures |= {"rounds": rounds, "series after rounds": there}


def _whole(made: Trial, path: Path) -> int:
    """See that no series is half there; returns how many there are."""
    made.faults += trial.sound(path)
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute(WHOLE).fetchall()
        (loose,) = raw.execute(
            "SELECT count(*) FROM booking WHERE series_id IS NULL"
        ).fetchone()
    half = [id_ for id_, *counts in rows if set(counts) != {weekly.DATES}]
    made.expect(not half, f"series {half} are half there")
    made.expect(loose == 0, f"{loose} bookings belong to no series")
    return len(rows)
