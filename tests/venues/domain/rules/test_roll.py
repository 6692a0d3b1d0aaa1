"""The roll: every rule is on it, and all of them speak at once."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.venues.domain.assessing import SEEN, demands, full, record
from venues.domain import rules
from venues.domain.circumstances import (
    Attendable,
    CaseFacts,
    CaseTime,
    Engagement,
    Window,
)
from venues.domain.findings import Severity
from venues.domain.hire import GivenUp
from venues.domain.numbers import Numbers
from venues.domain.places import Point
from venues.domain.proposal import Proposal, Span, proposed
from venues.domain.record import Reply, Visit

CHECKLIST = full()
NEVER = Attendable(1, court=True)
LATE = Visit(date(2025, 10, 1), date(2026, 10, 1))


def standing(visit: Visit = SEEN, **answers: Any) -> dict[str, Any]:
    """What is on record of the room, where only those criteria and P6 are asked."""
    asked = [*answers, "P6"]
    asks = demands(
        *((CHECKLIST.questions[code], "D" if code == "S9" else "M") for code in asked)
    )
    given = {code: said for code, said in answers.items() if said}
    return {"standing": (asks, record(visit, **given))}


SPOILT: dict[str, dict[str, Any]] = {
    "nothing": {},
    "the person": {
        "no_go": (Window(1, datetime(2026, 11, 26), datetime(2026, 11, 27)),)
    },
    "the worker": {
        "engagements": (
            Engagement(
                4,
                datetime(2026, 11, 26, 14),
                datetime(2026, 11, 26, 14, 50),
                "Railside",
                Point(20_000, 0),
                "You are",
            ),
        ),
    },
    "the case": {
        "case_times": (
            CaseTime(1, datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)),
        )
    },
    "the way": {"near": Point(30_000, 0), "travel_limit": 5_000.0},
    "the reference": {"named": False},
    "the words": {"texts": (("note", "ring 07700 900123"),)},
    "the standing": {"status": "retired"},
    "the hours": {"usable": ()},
    "the room": {
        "busy": (Span(datetime(2026, 11, 26, 14), datetime(2026, 11, 26, 17)),)
    },
    "the seats": {"people": 50},
    "the walls": standing(C1="1"),
    "the forms": standing(C1=""),
    "the review": standing(LATE, C1="3") | {"today": date(2026, 11, 26)},
    "the blinds": standing(
        C2=Reply(
            "no",
            control="Blinds down",
            control_until=date(2027, 1, 4),
            accepted=True,
        )
    ),
    "the building": standing(S9="official"),
    "the road": standing(S10="use with care"),
    "the needs": {"needs": ("screen", "staffed")},
    "the notice": {
        "by_request": True,
        "notice_days": 9,
        "today": date(2026, 11, 23),
    },
    "the hours it can come": {
        "case": CaseFacts(two_workers=True, at_school=True, hours=(NEVER,))
    },
    "the buses": {"last_buses": (time(12), None, None)},
    "the risk": {"code": "RMM", "booking": True},
    "the panel": {"set": "PA", "booking": True},
    "the victim": {"set": "VI", "booking": True},
    "the two of them": {"code": "RJD", "booking": True},
    "a new reference": {"fresh": True, "booking": True},
    "the first time": {"case": CaseFacts(been=frozenset()), "booking": True},
    "the calendar": {"half_terms": frozenset({4})},
    "the empty building": {"staffing_known": True, "worker_ids": (4,)},
    "the dark": {"numbers": Numbers(late_from="00:00"), "booking": True},
    "the charge": {
        "given_up": GivenUp(9, "Library", date(2026, 11, 26), 3600, 9),
        "today": date(2026, 11, 23),
    },
}
"""What is wrong → the facts that make it so; each rule is spoilt by one of them."""


def test_every_module_of_rules_has_its_rule_on_the_roll() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)}

    on_the_roll = {type(rule).__module__.rpartition(".")[2] for rule in rules.RULES}

    assert on_the_roll == modules - {"base"}


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in rules.RULES]

    assert len(set(names)) == len(names)


def test_a_proposal_that_breaks_nothing_gets_no_findings(
    propose: Callable[..., Proposal],
) -> None:
    assert rules.examine(propose()) == ()


def test_all_findings_come_at_once_gravest_first(
    propose: Callable[..., Proposal],
) -> None:
    afternoon = Span(datetime(2026, 11, 26, 14), datetime(2026, 11, 26, 17))
    proposal = propose(
        busy=(afternoon,), people=50, needs=("screen",), named=False, usable=()
    )

    found = rules.examine(proposal)

    assert {each.rule for each in found} == {"R1", "R2", "R12", "R17", "case"}
    assert [each.severity for each in found] == sorted(
        (each.severity for each in found), reverse=True
    )
    assert found[-1].severity is Severity.PROVISIONAL


def all_spoilt() -> dict[str, Any]:
    return {name: fact for facts in SPOILT.values() for name, fact in facts.items()}


def test_each_rule_has_something_to_say_about_one_of_the_spoilt_facts(
    propose: Callable[..., Proposal],
) -> None:
    said = {
        found.rule.partition(" ")[0]
        for facts in SPOILT.values()
        for found in rules.examine(propose(**facts))
    }

    assert said == {rule.name for rule in rules.RULES}


@pytest.mark.parametrize("spoilt", [*SPOILT, "all"])
def test_a_survey_of_many_rooms_says_of_each_what_an_examination_says(
    propose: Callable[..., Proposal], spoilt: str
) -> None:
    proposal = propose(**(all_spoilt() if spoilt == "all" else SPOILT[spoilt]))
    elsewhere = replace(proposal.room.venue, id=2, point=Point(20_000, 0))
    rooms = [
        replace(proposal.room, id=id_, venue=venue, seats={}, capacity=capacity)
        for id_, (venue, capacity) in enumerate(
            [
                (proposal.room.venue, 4),
                (elsewhere, 60),
                (proposal.room.venue, 60),
                (elsewhere, 1),
            ]
        )
    ]
    proposals = [
        proposed(proposal.appointment, room, proposal.day, proposal.about)
        for room in rooms
    ]

    surveyed = list(rules.survey(proposals))

    assert surveyed == [rules.examine(each) for each in proposals]


def test_whatever_is_said_of_rules_by_name_is_said_of_rules_on_the_roll() -> None:
    names = {rule.name for rule in rules.RULES}

    assert {rule.name for rule in rules.OF_VENUE} < names
    assert names > rules.UNTIMED
    assert names > rules.NEVER_REFUSE


@pytest.mark.parametrize("booking", [True, False])
@pytest.mark.parametrize("spoilt", [*SPOILT, "all"])
def test_those_that_never_refuse_do_not(
    propose: Callable[..., Proposal], spoilt: str, *, booking: bool
) -> None:
    facts = all_spoilt() if spoilt == "all" else SPOILT[spoilt]

    found = rules.examine(propose(**facts | {"booking": booking}))

    refused = {each.rule.partition(" ")[0] for each in found if each.refuses}
    assert not refused & rules.NEVER_REFUSE


@pytest.mark.parametrize("spoilt", [*SPOILT, "all"])
def test_those_that_fit_are_those_that_no_rule_refuses(
    propose: Callable[..., Proposal], spoilt: str
) -> None:
    proposal = propose(**(all_spoilt() if spoilt == "all" else SPOILT[spoilt]))
    crowded = replace(proposal.room, id=2, seats={}, capacity=1)
    proposals = [
        proposal,
        proposed(proposal.appointment, crowded, proposal.day, proposal.about),
    ]

    fitting = list(rules.fitting(proposals))

    assert fitting == [
        each
        for each in proposals
        if not any(found.refuses for found in rules.examine(each))
    ]


@pytest.mark.parametrize("spoilt", [*SPOILT, "all"])
def test_the_untimed_rules_say_the_same_at_every_start(
    propose: Callable[..., Proposal], spoilt: str
) -> None:
    proposal = propose(**(all_spoilt() if spoilt == "all" else SPOILT[spoilt]))
    untimed = [rule for rule in rules.RULES if rule.name in rules.UNTIMED]
    midnight = datetime.combine(proposal.day.day, time())
    said = []

    for minutes in range(0, 23 * 60, 15):
        start = midnight + timedelta(minutes=minutes)
        period = proposal.appointment.period
        moved = replace(
            proposal.appointment, period=period.moved(start - period.starts)
        )
        said.append(
            rules.examine(
                proposed(moved, proposal.room, proposal.day, proposal.about), untimed
            )
        )

    assert said == [said[0]] * len(said)


def test_yes_or_no_asks_no_more_rules_than_it_takes(
    propose: Callable[..., Proposal],
) -> None:
    asked = []

    class Asked:
        name = "asked"

        def examine(self, proposal: Proposal) -> tuple[()]:
            asked.append(proposal)
            return ()

    full = propose(people=50)

    assert rules.refused(full, (*rules.RULES, Asked()))
    assert not asked
    assert not rules.refused(propose(named=False), (*rules.RULES, Asked()))
    assert len(asked) == 1


ROOT = Path(__file__).parents[4]
TABLE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\S[^|]*?) \| `(\w+)` \| (.+?) \| .+ \|$", TABLE, re.MULTILINE)
NUMBER = 34
"""Rules in the service's table of them."""


def test_the_table_of_rules_has_all_of_them_once() -> None:
    codes = re.findall(r"^\| (R\d+)(?: to R(\d+))? \|", TABLE, re.MULTILINE)
    found = [
        number
        for first, last in codes
        for number in range(int(first[1:]), int(last or first[1:]) + 1)
    ]

    assert found == list(range(1, NUMBER + 1))
    modules = {each.name for each in pkgutil.iter_modules(rules.__path__)}
    assert {module for _, module, _ in ROWS} == modules - {"base"}


@pytest.mark.parametrize(("code", "module", "words"), ROWS)
def test_each_rule_has_its_module_its_test_and_its_words(
    code: str, module: str, words: str
) -> None:
    of_rule = ROOT / "venues" / "domain" / "rules" / f"{module}.py"
    of_test = Path(__file__).with_name(f"test_{module}.py")
    source, tried = (each.read_text(encoding="utf-8") for each in (of_rule, of_test))
    said = words.rstrip(". …").split()
    runs = [" ".join(said[n : n + 2]) for n in range(max(1, len(said) - 1))]

    name = code.split(maxsplit=1)[0]
    assert any(run in source + tried for run in runs)
    assert re.search(rf'"{name}\b', source) or name in {"R3", "R31"}
