"""How it is said that a criterion is not met, after "Not suitable for …:"."""

from __future__ import annotations

from venues.domain.checklist import Demand, Question

SAID: dict[str, str] = {
    "S1": "nobody else is in the building for all of that time",
    "S2": "there is no clear way out",
    "S3": "a call for help would not be answered",
    "S4": "the mobile signal in the room is {value}",
    "S5": "nobody can see from outside that all is well",
    "S6": "people who arrive could meet each other",
    "S7": "there are not two waiting spaces",
    "S8": "the waiting space is shared then with adults it should not be",
    "S9": "it is an official building or known for one",
    "S10": "the local area check says “{value}”",
    "S11": "the way in is poorly lit",
    "S13": "fire capacity and the way out in a fire are not known",
    "S14": "the venue's policies and insurance have not been seen",
    "S15": "the room is not kept clear",
    "S16": "an incident is open",
    "C1": "the sound test is {score} and needs {least}",
    "C2": "people can see in",
    "C3": "arriving gives the reason away",
    "C4": "visitors sign an open book",
    "C5": "the door display cannot stay blank",
    "C6": "people walk through the room",
    "C7": "the inside of the room is recorded",
    "C8": "the venue's staff have not been briefed",
    "C9": "the venue's own diary does not show a neutral name",
    "C10": "people who know somebody could see them arrive",
    "A1": "it is not step-free",
    "A2": "the narrowest door is {value} mm wide",
    "A3": "it is up stairs with no lift",
    "A4": "there is no accessible toilet",
    "A5": "a Changing Places toilet is more than 10 minutes away",
    "A6": "there is no hearing loop",
    "A7": "light, echo, noise, smell or warmth is {score} and needs {least}",
    "A8": "there is no quiet place to step out to",
    "A9": "seats cannot be moved",
    "A10": "photos and directions are not ready",
    "A11": "Blue Badge parking is more than 50 metres away",
    "A14": "there is no toilet",
    "A15": "there is nothing to drink",
    "A16": "there is no space for a pushchair",
    "A17": "the Wi-Fi is not good enough for an interpreter",
    "W2": "it does not feel ordinary and warm",
    "W3": "there is only room for chairs",
    "W4": "being seen here labels a child",
    "P1": "its seats are not recorded",
    "P4": "there is no screen, power or Wi-Fi for joining from elsewhere",
    "P6": "its review is overdue",
}
"""Code → words; ``{value}`` is the answer, ``{score}`` and ``{least}`` its scores."""

NARROWED: dict[tuple[str, str], str] = {
    ("S2", "second-exit"): "there is no second exit",
    ("S6", "separate-entrance"): "there is no separate entrance",
}
"""Criterion and need → words, where the need asks for more than the criterion."""


def said(question: Question, value: str, demand: Demand, need: str = "") -> str:
    """Why the criterion is not met, as the end of a sentence, without a full stop."""
    words = NARROWED.get((question.code, need)) or SAID.get(question.code)
    if words is None:
        return f"“{question.words}” is answered “{value}”"
    usual = min(map(int, question.passing), default=2) if "{least}" in words else 0
    return words.format(
        value=value, score=question.score(value), least=demand.least or usual
    )
