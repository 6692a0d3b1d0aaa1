"""A judgement in words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.venues.domain.assessing import TODAY, demands, full, question, record
from venues.domain import verdict
from venues.domain.judgement import Asked, Judgement, State
from venues.domain.record import Happening, Reply, Visit
from venues.domain.suitability import judge
from venues.domain.verdict import Badge

KNOWN = full().questions
BLINDS = Reply(
    "no", control="Blinds must be down", control_until=date(2027, 1, 4), accepted=True
)


def judged(
    column: str = "M", visit: Visit | None = None, **answers: object
) -> Judgement:
    asks = demands(*((KNOWN[code], column) for code in [*answers, "P6"]))
    seen = {"visit": visit} if visit else {}
    given = {code: said for code, said in answers.items() if said}
    return judge(record(**seen, **given), asks, Asked(TODAY))  # type: ignore[arg-type]


def test_all_three_badges_are_good_where_nothing_is_wrong() -> None:
    assert verdict.badges(judged(S2="2 exits")) == (
        Badge("Safe", good=True),
        Badge("Confidential", good=True),
        Badge("Accessible", good=True),
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"C2": BLINDS}, "Confidential: blinds must be down"),
        ({"C2": "no"}, "Confidential: people can see in"),
        ({"C2": ""}, "Confidential: 1 question not answered"),
        ({"S2": "no clear way"}, "Safe: there is no clear way out"),
        (
            {"A14": "no", "A4": ""},
            "Accessible: there is no toilet and 1 question not answered",
        ),
    ],
)
def test_a_badge_says_what_is_not_as_it_should_be(
    answers: dict[str, object], said: str
) -> None:
    found = [each for each in verdict.badges(judged(**answers)) if not each.good]

    assert [each.said for each in found] == [said]


def test_a_badge_with_many_reasons_says_three_and_counts_the_rest() -> None:
    found = judged(C2="no", C4="open book", C6="no", C5="cannot", C7="inside room")

    words = verdict.badges(found)[1].words

    assert words.endswith(" and 2 more")
    assert words.count(",") == 2


def test_what_is_only_desired_takes_no_badge_away() -> None:
    assert all(each.good for each in verdict.badges(judged("D", C2="no")))


def test_an_open_incident_takes_the_first_badge() -> None:
    asks = demands((KNOWN["S16"], "M"))
    found = judge(record(happenings=(Happening(TODAY),)), asks, Asked(TODAY))

    assert verdict.badges(found)[0].said == "Safe: an incident is open"


@pytest.mark.parametrize(
    ("column", "answers", "line"),
    [
        ("D", {"W2": "1"}, "Child-centred: it does not feel ordinary and warm"),
        ("M", {"W3": "no"}, "Child-centred: there is only room for chairs"),
        ("M", {"P1": ""}, "Practical: 1 question not answered"),
        (
            "M",
            {"W3": BLINDS, "P4": "no"},
            (
                "Child-centred: blinds must be down. "
                "Practical: there is no screen, power "
                "or Wi-Fi for joining from elsewhere"
            ),
        ),
        ("M", {"W3": "yes"}, ""),
        ("D", {"C2": "no"}, ""),
    ],
)
def test_the_fourth_line_tells_of_the_two_groups_without_a_badge(
    column: str, answers: dict[str, object], line: str
) -> None:
    assert verdict.fourth(judged(column, **answers), TODAY) == line


@pytest.mark.parametrize(
    ("by", "line"),
    [
        (date(2026, 11, 26), "Practical: review due today"),
        (date(2026, 11, 27), "Practical: review due in 1 day"),
        (date(2026, 12, 26), "Practical: review due in 30 days"),
        (date(2026, 12, 27), ""),
        (date(2026, 11, 3), ""),
    ],
)
def test_the_fourth_line_tells_of_a_review_that_is_near(by: date, line: str) -> None:
    seen = Visit(date(2026, 1, 4), by)

    assert verdict.fourth(judged(visit=seen), TODAY) == line


def test_why_not_is_a_sentence_with_the_kind_of_meeting() -> None:
    found = judged(C1="1")

    assert verdict.not_suitable("VI", found.failed) == (
        "Not suitable for a victim meeting: the sound test is 1 and needs 2."
    )
    assert verdict.not_suitable("none", found.failed).startswith(
        "Not suitable for this:"
    )


@pytest.mark.parametrize(
    ("answers", "visited", "said"),
    [
        ({"C1": ""}, False, "Not assessed yet."),
        ({"C1": ""}, True, "Not assessed: 1 question of its checklist not answered."),
        (
            {"C1": "", "C2": ""},
            True,
            "Not assessed: 2 questions of its checklist not answered.",
        ),
        (
            {"S10": Reply("no concern", found_on=date(2025, 1, 1))},
            True,
            "Not assessed: the local area check is too old.",
        ),
    ],
)
def test_what_nobody_found_out_is_a_sentence(
    answers: dict[str, object], said: str, *, visited: bool
) -> None:
    assert verdict.not_assessed(judged(**answers), visited=visited) == said


def test_a_late_review_says_since_when_and_why() -> None:
    plain = judged(visit=Visit(date(2026, 1, 4), date(2026, 3, 3)))
    works = judged(visit=Visit(date(2026, 1, 4), date(2026, 3, 3), "building work"))

    assert verdict.overdue(plain) == "Review overdue since 3 March 2026."
    assert (
        verdict.overdue(works) == "Review overdue since 3 March 2026 (building work)."
    )
    assert verdict.overdue(Judgement(State.SUITABLE)) == ""


def test_a_condition_says_what_to_do_and_until_when_it_was_agreed() -> None:
    (blinds,) = judged(C2=BLINDS).conditions

    assert (
        verdict.condition(blinds) == "Blinds must be down. Agreed until 4 January 2027."
    )
    endless = blinds._replace(reply=blinds.reply._replace(control_until=None))
    assert verdict.condition(endless) == "Blinds must be down."


def test_capital_letters_that_stand_for_words_stay() -> None:
    phone = BLINDS._replace(control="CCTV is switched off")

    assert verdict.badges(judged(C2=phone))[1].words == "CCTV is switched off"
    assert question("X").badge == "Safe"
