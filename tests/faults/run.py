"""Race, kill and damage the program, and count what was lost.

Prints a line for each trial, with its figures and the seed that repeats it, and ends
with 1 if a promise was not kept. It works in a folder of its own in the system's
temporary one, and ends only programs that it started.
"""
# ruff: noqa: S311, T201 - dice, not secrets; it speaks to a terminal

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import (
    closings,
    copies,
    disk,
    kills,
    plans,
    races,
    series,
    spreadsheets,
    timing,
    unusable,
)
from tests.faults.trial import Trial

Run = Callable[..., Trial]

WHOLE: dict[str, Run] = {
    "races": races.run,
    "clients": races.on_a_server,
    "kills": kills.run,
    "series": series.run,
    "disk": disk.run,
    "backups": copies.run,
    "files": unusable.run,
    "sheets": spreadsheets.run,
    "timing": timing.run,
    "plans": plans.run,
    "closings": closings.run,
}
SHORT: dict[str, Run] = WHOLE | {
    "races": partial(races.run, budget=20.0),
    "clients": partial(races.on_a_server, budget=20.0),
    "kills": partial(kills.run, kills=12),
    "series": partial(series.run, kills=10, rounds=10),
    "backups": partial(copies.run, copies=5),
    "sheets": partial(spreadsheets.run, sheets=300),
    "timing": partial(timing.run, tries=200, most=0.62),
    "plans": partial(plans.run, plans=12),
    "closings": partial(closings.run, kills=6),
}


def main(words: list[str] | None = None) -> int:
    """Run the trials that are named, or all."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument("trials", nargs="*", choices=[[], *WHOLE], metavar="TRIAL")
    parser.add_argument("--short", action="store_true", help="to a budget")
    parser.add_argument("--seed", type=int, help="repeat a run")
    parser.add_argument("--kills", type=int, help=f"instead of {kills.KILLS}")
    given = parser.parse_args(words)
    seed = random.randrange(10**9) if given.seed is None else given.seed
    trials = dict(SHORT if given.short else WHOLE)
    if given.kills:
        trials["kills"] = partial(kills.run, kills=given.kills)
    broken = 0
    for name in given.trials or trials:
        with tempfile.TemporaryDirectory(prefix="venues-faults-") as folder:
            made = trials[name](Path(folder), seed=seed)
        print(made.line(), flush=True)
        broken += bool(made.faults)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
