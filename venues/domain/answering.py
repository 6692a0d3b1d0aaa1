"""How a question of the checklist is answered, and how an answer is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import time
from itertools import pairwise

from venues.domain.checklist import Question, Style
from venues.domain.hours_words import say_days
from venues.domain.record import EVERY_DAY, LAST
from venues.domain.words import clock

HOURLY = frozenset({"S1", "S8", "S12", "A7"})
"""Questions whose answer is another at other hours of the day or week."""

PLAIN = frozenset({"yes", "no"})
"""Answers that say no more than the mark beside them does."""

_PARTS = re.compile(r"\|\d (for|by) (.+)$")


def parts(question: Question) -> tuple[str, ...]:
    """What is scored one by one: light, echo, noise; nothing for a single score."""
    found = _PARTS.search(question.hint) if question.style is Style.SCORE else None
    if found is None:
        return ()
    names = [each.removeprefix("and ") for each in found[2].split(", ")]
    if found[1] == "by":
        names[0] = f"by {names[0]}"
    return tuple(names)


def read_parts(question: Question, value: str) -> dict[str, str]:
    """Part → score, from "light 3, echo 2"; a bare score is that of every part."""
    if value.strip() in question.options:
        return dict.fromkeys(parts(question), value.strip())
    found = {}
    for name in parts(question):
        score = re.search(rf"\b{re.escape(name)} (\d)\b", value)
        if score is not None:
            found[name] = score[1]
    return found


def write_parts(scores: Mapping[str, str]) -> str:
    """The answer "light 3, echo 2"; parts without a score are left out."""
    return ", ".join(f"{name} {score}" for name, score in scores.items() if score)


def value_words(question: Question, value: str) -> str:
    """An answer as it stands beside its mark, which says yes and no already."""
    said = value.strip()
    if said in PLAIN:
        return ""
    if question.style is Style.SCORE and said in question.options:
        return f"{said} of {question.options[-1]}"
    return said


def hours_words(weekdays: int, opens: time, closes: time) -> str:
    """When an answer holds: "Until 6pm", "Wed 9am to 12pm"; nothing for always."""
    days = "" if weekdays == EVERY_DAY else _days(weekdays)
    if opens == time() and closes >= LAST:
        return days
    if opens == time():
        hours = f"until {clock(closes)}"
    elif closes >= LAST:
        hours = f"from {clock(opens)}"
    else:
        hours = f"{clock(opens)} to {clock(closes)}"
    return f"{days} {hours}" if days else hours[:1].upper() + hours[1:]


def _days(weekdays: int) -> str:
    """Say "Mon to Fri", "Mon, Wed"; days that follow one another are said together."""
    days = [day for day in range(7) if weekdays & (1 << day)]
    return ", ".join(say_days(run) for run in _runs(days))


def _runs(days: list[int]) -> Iterable[list[int]]:
    runs = [days[:1]]
    for before, day in pairwise(days):
        if day == before + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
