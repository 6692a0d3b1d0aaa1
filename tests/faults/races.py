"""Many programs race for the same rooms: nobody shares one, somebody gets it."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.faults import arena, trial
from tests.faults.player import Player
from tests.faults.trial import Trial
from tests.server import Server, programs
from venues.address import Address, Place

PLAYERS, CLIENTS = 8, 16
"""How many race in a file, and on a server."""

TRIES = 2000
APART = 250
"""Rounds in which those who are kept apart want the same venue."""

ALLOWED = {"won", "cancelled", "Refused", "Clash", "Busy"}


def run(folder: Path, *, seed: int, budget: float | None = None) -> Trial:
    """Half of the tries in rounds for one prize, half at random.

    With a ``budget`` they stop after so many seconds, otherwise after ``TRIES`` each.
    """
    return race(folder / "races.db", PLAYERS, seed=seed, budget=budget)


def on_a_server(folder: Path, *, seed: int, budget: float | None = None) -> Trial:
    """The same on a server of our own, with twice as many."""
    running = Server(Path(tempfile.mkdtemp(prefix="venues-")), programs())
    try:
        address = running.create("races")
        return race(address, CLIENTS, seed=seed, budget=budget)
    finally:
        running.stop()


def race(place: Place, number: int, *, seed: int, budget: float | None = None) -> Trial:
    """So many programs race in that database, which is new."""
    arena.build(place)
    words = place.words if isinstance(place, Address) else place
    name = "clients" if isinstance(place, Address) else "races"
    with trial.timed(name, seed) as made, ExitStack() as stack:
        players = [
            stack.enter_context(Player("rival", words, each, seed))
            for each in range(1, number + 1)
        ]
        for player in players:
            player.hear()
        outcomes: Counter[str] = Counter()
        longest = _rounds(made, players, outcomes, budget)
        _apart(made, players, outcomes, budget)
        storm = budget * 0.4 if budget else 3600.0
        for player in players:
            player.tell("storm", TRIES // 2, storm)
        for answer in [player.hear() for player in players]:
            outcomes.update(answer["outcomes"])
            longest = max(longest, answer["longest"])
        for player in players:
            player.tell("tell")
        said = {row[0]: tuple(row[1:]) for p in players for row in p.hear()["mine"]}
    _compare(made, place, said)
    strange = {name: n for name, n in outcomes.items() if name not in ALLOWED}
    made.expect(not strange, f"unexpected answers {strange}")
    tries, sent_away = sum(outcomes.values()), outcomes["Busy"]
    made.expect(sent_away * 100 <= tries, f"{sent_away} of {tries} were sent away")
    made.figures |= {
        "processes": number,
        "tries": tries,
        **{name: outcomes[name] for name in sorted(ALLOWED)},
        "longest wait": f"{longest:.2f} s",
    }
    return made


def _rounds(
    made: Trial, players: list[Player], outcomes: Counter[str], budget: float | None
) -> float:
    """All want one prize at once, again and again; returns the longest wait."""
    until = time.monotonic() + budget * 0.6 if budget else float("inf")
    longest, round_ = 0.0, 0
    while round_ < TRIES // 2 and time.monotonic() < until:
        for player in players:
            player.tell("race", round_)
        answers = [player.hear() for player in players]
        outcomes.update(answer["outcome"] for answer in answers)
        longest = max(longest, *(answer["seconds"] for answer in answers))
        rooms = [answer["room"] for answer in answers if answer["outcome"] == "won"]
        spaces = [space for room in rooms for space in arena.SPACES[room]]
        made.expect(rooms, f"nobody got the room in round {round_}")
        made.expect(
            len(spaces) == len(set(spaces)), f"round {round_} had two winners: {rooms}"
        )
        round_ += 1
    made.figures["rounds"] = round_
    return longest


def _apart(
    made: Trial, players: list[Player], outcomes: Counter[str], budget: float | None
) -> None:
    """Each two who are kept apart want different rooms of one venue: never both."""
    rounds = 5 if budget else APART
    for round_ in range(rounds):
        for player in players:
            player.tell("apart", round_)
        answers = [player.hear()["outcome"] for player in players]
        outcomes.update(answers)
        for first in range(0, len(players), 2):
            both = answers[first] == answers[first + 1] == "won"
            made.expect(not both, f"{first + 1} and {first + 2} met in round {round_}")
        made.expect("won" in answers, f"nobody came to the venue in round {round_}")
    made.figures["rounds of those kept apart"] = rounds


def _compare(made: Trial, place: Place, said: dict[int, tuple[int, str]]) -> None:
    """Look from outside: is everything there that somebody was told?"""
    rows = trial.stored(place)
    live = {
        id_: row[:2]
        for id_, row in rows.items()
        if row[2] in {"provisional", "confirmed"}
    }
    made.expect(live == said, f"{len(live.items() ^ said.items())} bookings differ")
    made.figures["bookings"] = len(live)
    for name, found in (
        ("overlaps", trial.overlaps(place)),
        ("brought together", trial.together(place)),
    ):
        made.figures[name] = found
        made.expect(found == 0, f"{found} {name}")
    made.faults += trial.sound(place)
