"""Starts writers one after another, without the wait for what they import.

Each line on standard input is the order for one; "gone" follows its last words.
"""

from __future__ import annotations

import json
import os
import sys

from tests.faults import writer


def main() -> None:
    """Start a writer for each order, and wait until it is gone."""
    for line in sys.stdin:
        if os.fork() == 0:
            writer.work(*json.loads(line))
            os._exit(0)
        os.wait()
        writer.say("gone")


if __name__ == "__main__":
    main()
