"""The checklist as it is judged by: what may be answered, what passes, who asks it.

A criterion's columns are written for people: *yes|no, with number* or *2|3*. Here they
are read once, and from then on an answer is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Any

SETS: dict[str, str] = {
    "CH": "a one-to-one session",
    "FA": "a family session",
    "GR": "group work",
    "PA": "a panel",
    "VI": "a victim meeting",
    "RD": "a restorative meeting",
    "RM": "a professionals' meeting",
    "ST": "a staff meeting",
}
"""Appointment set → how it is said in "not suitable for …"."""

COUNTED = tuple(SETS)[:7]
"""The sets of "suitable for n of 7"; a staff meeting asks for nearly nothing."""

USUAL_SCORE = 2
"""What M alone asks of a criterion that is answered with a score."""

SCORED = "the number in the set column"
LOWEST = "lowest is"
AUTOMATIC = "automatic"
ANSWERED = "answered"


class Style(StrEnum):
    """How a criterion is answered."""

    CHOICE = "choice"
    SCORE = "score"
    FREE = "free"
    AUTOMATIC = "automatic"


class Strength(IntEnum):
    """How much a set asks of a criterion; the stronger is the larger."""

    NONE = 0
    DESIRED = 1
    KNOWN = 2
    MANDATORY = 3


@dataclass(frozen=True, slots=True)
class Meets:
    """A need that an answer satisfies: any that passes, some, or a distance."""

    need: str
    only: frozenset[str] = frozenset()
    within: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A criterion with its columns read.

    ``ages`` says that an old answer counts as none; ``warns`` are answers that pass and
    are pointed out all the same.
    """

    id: int
    code: str
    group: str
    badge: str
    level: str
    words: str
    style: Style
    options: tuple[str, ...] = ()
    passing: frozenset[str] = frozenset()
    meets: tuple[Meets, ...] = ()
    ages: bool = False
    warns: frozenset[str] = frozenset()
    hint: str = ""

    def option(self, value: str) -> str:
        """Which of the options an answer is; its own words where it is none."""
        said = value.strip()
        fitting = [each for each in self.options if _begins(said, each)]
        return max(fitting, key=len, default=said)

    def score(self, value: str) -> int | None:
        """The lowest score in an answer such as "light 2, echo 3"."""
        return min(map(int, re.findall(r"\d+", value)), default=None)

    def passes(self, value: str, demand: Demand) -> bool:
        """Whether the answer is good enough for that demand."""
        if self.style is Style.FREE:
            return bool(value.strip())
        if self.style is Style.SCORE:
            score = self.score(value)
            least = demand.least or min(map(int, self.passing), default=USUAL_SCORE)
            return score is not None and score >= least
        chosen = self.option(value)
        if demand.only and chosen not in demand.only:
            return False
        return chosen in self.passing

    def satisfies(self, value: str, meets: Meets) -> bool:
        """Whether the answer meets that need."""
        if meets.within is not None:
            number = re.search(r"\d+", value)
            return number is not None and int(number[0]) <= meets.within
        if meets.only:
            return self.option(value) in meets.only
        return self.passes(value, MUST)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a set asks of one criterion.

    ``least`` is a score; ``only`` narrows the answers that pass; ``starred`` makes it
    mandatory in some appointments only (M*).
    """

    strength: Strength
    least: int = 0
    only: frozenset[str] = frozenset()
    starred: bool = False


MUST = Demand(Strength.MANDATORY)
_PLAIN = {
    "M": MUST,
    "M*": Demand(Strength.DESIRED, starred=True),
    "K": Demand(Strength.KNOWN),
    "D": Demand(Strength.DESIRED),
    "-": Demand(Strength.NONE),
}
DEMANDS = (*_PLAIN, "M2", "M3")
"""What a column of a set may hold."""


@dataclass(frozen=True, slots=True)
class Demands:
    """All that one kind of appointment asks; ``key`` tells two of them apart."""

    key: str
    set: str
    asks: Mapping[str, tuple[Question, Demand]]
    needs: Mapping[str, tuple[tuple[Question, Meets], ...]]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Every criterion in use, and what each set asks of it."""

    questions: Mapping[str, Question] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, Demand]] = field(default_factory=dict)
    """Set → criterion → demand."""

    def demands(self, of_set: str, extra: str = "") -> Demands:
        """What a kind of that set asks, with its extra demands on top."""
        column = dict(self.columns.get(of_set, {}))
        for part in filter(None, re.split(r"[;,]\s*", extra.strip())):
            code, more = read_extra(part)
            if code in self.questions:
                column[code] = raised(column.get(code, _PLAIN["-"]), more)
        asks = {
            code: (self.questions[code], demand)
            for code, demand in column.items()
            if demand.strength or demand.starred
        }
        needs: dict[str, tuple[tuple[Question, Meets], ...]] = {}
        for question, _ in asks.values():
            for meets in question.meets:
                needs[meets.need] = (*needs.get(meets.need, ()), (question, meets))
        return Demands(f"{of_set}|{extra}", of_set, asks, needs)


def question(row: Mapping[str, Any], id_: int = 0) -> Question:
    """Read one row of the checklist."""
    options = _options(row["answers"])
    style = Style.CHOICE if options else Style.FREE
    if row["passes"].startswith(ANSWERED):
        style = Style.FREE
    if row["answers"].startswith(AUTOMATIC):
        style = Style.AUTOMATIC
    elif style is Style.CHOICE and all(re.fullmatch(r"\d", each) for each in options):
        style = Style.SCORE
    return Question(
        id=id_,
        code=row["code"],
        group=row["group"],
        badge=row["badge"],
        level=row["level"],
        words=row["words"],
        style=style,
        options=options,
        passing=_passing(row["passes"], style),
        meets=tuple(_meets(row["satisfies_need"])),
        ages="older than" in row["passes"],
        warns=frozenset(
            _plain(each) for each in row["passes"].split("|") if "warns)" in each
        ),
        hint=row["answers"],
    )


def read_demand(words: str) -> Demand:
    """Read what stands in the column of a set: M, M2, M3, M*, K, D or a dash."""
    said = words.strip() or "-"
    if said in _PLAIN:
        return _PLAIN[said]
    return Demand(Strength.MANDATORY, least=int(said.removeprefix("M")))


def read_extra(part: str) -> tuple[str, Demand]:
    """Read an extra demand of a kind: "C1>=3", "W4=low" or "P4" alone."""
    if ">=" in part:
        code, least = part.split(">=")
        return code.strip(), Demand(Strength.MANDATORY, least=int(least))
    if "=" in part:
        code, only = part.split("=")
        return code.strip(), Demand(Strength.MANDATORY, only=frozenset({only.strip()}))
    return part.strip(), MUST


def raised(usual: Demand, more: Demand) -> Demand:
    """The stronger of the two in everything: a kind never asks less than its set."""
    return replace(
        usual,
        strength=max(usual.strength, more.strength),
        least=max(usual.least, more.least),
        only=usual.only & more.only
        if usual.only and more.only
        else usual.only | more.only,
    )


def _options(answers: str) -> tuple[str, ...]:
    if "|" not in answers:
        return ()
    return tuple(_plain(each) for each in answers.split("|"))


def _plain(option: str) -> str:
    """One option without what is said about it: "yes, with number" is "yes"."""
    said = re.split(r"[,;(]", option)[0].strip()
    return re.sub(r"^(\d) (?:for|by) .*", r"\1", said)


def _passing(passes: str, style: Style) -> frozenset[str]:
    if style in {Style.FREE, Style.AUTOMATIC} or passes.startswith(SCORED):
        return frozenset()
    if passes.startswith(LOWEST):
        return frozenset(re.findall(r"\d", passes))
    return frozenset(
        re.split(r" for the ", _plain(each))[0] for each in passes.split("|")
    )


def _meets(words: str) -> Iterable[Meets]:
    for part in filter(None, (each.strip() for each in words.split(";"))):
        need, _, answer = re.sub(r"\s*\(.*\)", "", part).partition("=")
        within = re.search(r"within (\d+) metres", answer)
        if within:
            yield Meets(need.strip(), within=int(within[1]))
        else:
            only = frozenset({answer.strip()} - {""})
            yield Meets(need.strip(), only=only)


def _begins(said: str, option: str) -> bool:
    """Whether the words begin with the option; "seen on 4 June" is "seen on a date"."""
    start = option.removesuffix(" a date")
    return said.startswith(start) and not said[len(start) : len(start) + 1].isalnum()
