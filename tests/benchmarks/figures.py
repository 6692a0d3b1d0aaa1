"""One measured thing, and how it stands to its target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

WIDTHS = (44, 12, 12, 9, 22, 8)


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` and ``floor`` in ``unit``; a ratio or a value is held to the target."""

    name: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    most: float | None = None
    most_ratio: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor it takes."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether every target is met; None where there is none."""
        judged = []
        if self.most is not None:
            judged.append(self.value <= self.most)
        if self.most_ratio is not None and self.ratio is not None:
            judged.append(self.ratio <= self.most_ratio)
        return all(judged) if judged else None

    @staticmethod
    def heading() -> str:
        """The table's first line."""
        return _line("what", "median", "floor", "ratio", "target", "met")

    def line(self) -> str:
        """The figure as a line of the table."""
        targets = []
        if self.most is not None:
            targets.append(f"<= {self.most:g} {self.unit}")
        if self.most_ratio is not None:
            targets.append(f"<= {self.most_ratio:g} x")
        met = {True: "yes", False: "NO", None: "-"}[self.met]
        return _line(
            self.name,
            f"{self.value:.2f} {self.unit}",
            f"{self.floor:.3f}" if self.floor else "-",
            f"{self.ratio:.2f} x" if self.ratio else "-",
            ", ".join(targets) or "-",
            f"{met} {self.note}".rstrip(),
        )


def _line(*cells: str) -> str:
    return "  ".join(
        cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)
    ).rstrip()


def in_ms(work: Callable[[], object], times: int = 60, warm: int = 5) -> float:
    """The median time of the work in milliseconds, after some runs to warm up."""
    for _ in range(warm):
        work()
    taken = []
    for _ in range(times):
        began = perf_counter()
        work()
        taken.append((perf_counter() - began) * 1000)
    return median(taken)


def together(
    one: Callable[[], object], other: Callable[[], object], times: int = 40
) -> tuple[float, float]:
    """The medians of two kinds of work done in turn, both amid the same noise."""
    for _ in range(5):
        one()
        other()
    first, second = [], []
    for _ in range(times):
        for work, taken in ((one, first), (other, second)):
            began = perf_counter()
            work()
            taken.append((perf_counter() - began) * 1000)
    return median(first), median(second)
