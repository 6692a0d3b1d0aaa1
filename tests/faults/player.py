"""A program that a trial starts, talks to in lines, and ends."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]


class Player:
    """One process of our own; its lines are JSON in both directions."""

    def __init__(self, module: str, *words: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", f"tests.faults.{module}", *map(str, words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_trouble: object) -> None:
        """Let it come to its end, or end it if it does not."""
        try:
            self._close()
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        finally:
            if self.process.stdout:
                self.process.stdout.close()

    def tell(self, *order: object) -> None:
        """Send an order without waiting for the answer."""
        if self.process.stdin:
            print(json.dumps(order), file=self.process.stdin, flush=True)

    def hear(self) -> Any:
        """Wait for the next line it says; None once it has ended."""
        line = self.process.stdout.readline() if self.process.stdout else ""
        return json.loads(line) if line.endswith("\n") else None

    def _close(self) -> None:
        with suppress(BrokenPipeError):  # it was killed with an order on the way
            if self.process.stdin:
                self.process.stdin.close()
