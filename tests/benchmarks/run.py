"""Measures speed as a ratio to a floor in the same run, and prints one table.

``--only`` names rows, ``--small`` leaves out the large database, ``--explain`` prints
every floor. Data are made once, in the folder ``bench``, and used again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import data  # noqa: E402 - the path comes first
import rows  # noqa: E402
from figures import Figure  # noqa: E402

FOLDER = ROOT / "bench"


def main() -> int:
    """Measure, print and write; 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", metavar="WORDS")
    parser.add_argument("--small", action="store_true", help="without the large data")
    parser.add_argument("--explain", action="store_true", help="print the floors")
    options = parser.parse_args()
    if options.explain:
        print(rows.explained())
        return 0
    FOLDER.mkdir(exist_ok=True)
    small = data.made(FOLDER, "S")
    large = None if options.small else data.made(FOLDER, "L")
    figures: list[Figure] = []
    print(Figure.heading())
    for measure in rows.MEASURES:
        if options.only not in measure.__name__:
            continue
        for figure in _measured(measure, small, large):
            figures.append(figure)
            print(figure.line(), flush=True)
    missed = [figure for figure in figures if figure.met is False]
    target = FOLDER / "figures.json"
    target.write_text(json.dumps([asdict(each) for each in figures], indent=2))
    print(
        f"{len(figures) - len(missed)} of {len(figures)} met. Figures: {target.name}."
    )
    return 1 if missed else 0


def _measured(
    measure: Callable[[Path, Path | None], list[Figure]],
    small: Path,
    large: Path | None,
) -> list[Figure]:
    return measure(small, large)


if __name__ == "__main__":
    sys.exit(main())
