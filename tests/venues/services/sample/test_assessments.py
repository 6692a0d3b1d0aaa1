"""What was found at the sample's venues and rooms."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cache

from tests.venues.services.sample.world import CRITERIA, TODAY, Parts, make
from venues.database.models import Answer, Assessment, Incident
from venues.domain.free_text import private_words
from venues.resources import table
from venues.services.sample import assessments
from venues.services.sample.assessments import Assessors

WHO = Assessors(coordinator=1, manager=2)
ROWS = {row["code"]: row for row in table("criteria")}
CODES = {id_: code for code, id_ in CRITERIA.items()}
IN_WORDS = {"S8", "S11", "S12", "S13", "C9", "A7", "A11", "A12", "A13", "A18"} | {
    *("W1", "P1", "P2", "P3", "S1", "A10")
}
"""Criteria whose answers are more than one of a few choices."""


@cache
def assessed() -> Parts:
    parts = make()
    assessments.add(parts.rows, parts.spots, WHO, CRITERIA, TODAY)
    assessments.add_incidents(parts.rows, parts.spots, WHO, TODAY)
    return parts


def test_an_answer_is_one_of_the_choices_of_its_criterion() -> None:
    for row in assessed().rows.of(Answer):
        code = CODES[row["criterion_id"]]
        if code not in IN_WORDS:
            choices = ROWS[code]["answers"].removesuffix(" (mm)").split("|")
            assert row["value"] in [choice.split(",")[0] for choice in choices], code


def test_an_answer_in_words_begins_as_its_criterion_asks() -> None:
    for row in assessed().rows.of(Answer):
        code, value = CODES[row["criterion_id"]], row["value"]
        assert value, code
        if code in {"S1", "S8", "S13", "C9", "A10"}:
            assert value.split(",")[0] in {"yes", "no"}
        if code == "P3":
            assert value.split(",")[0] in {"instant", "by request"}


def test_what_the_program_works_out_itself_is_not_answered() -> None:
    codes = {CODES[row["criterion_id"]] for row in assessed().rows.of(Answer)}

    assert codes == set(ROWS) - {"S16", "P6"}


def test_answers_stand_at_the_level_of_their_criterion() -> None:
    rooms = {row["id"]: row["room_id"] for row in assessed().rows.of(Assessment)}

    for row in assessed().rows.of(Answer):
        of_room = ROWS[CODES[row["criterion_id"]]]["level"] == "room"
        assert of_room is (rooms[row["assessment_id"]] is not None)


def test_answers_agree_with_the_features_on_record() -> None:
    parts = assessed()
    rooms = {site.room.id: site.room for site in parts.world.sites}
    of_room = {row["id"]: row["room_id"] for row in parts.rows.of(Assessment)}

    for row in parts.rows.of(Answer):
        room = rooms.get(of_room[row["assessment_id"]])
        if room is not None and CODES[row["criterion_id"]] == "P4":
            found = row["value"] == "yes"
            assert found is room.features.get("screen", found)
        if room is not None and CODES[row["criterion_id"]] == "A3":
            assert row["value"].startswith(room.reached_by)


def test_nothing_is_answered_twice_for_the_same_hours() -> None:
    keys = Counter(
        (
            row["assessment_id"],
            row["criterion_id"],
            row.get("weekdays", 127),
            row.get("opens"),
            row.get("entrance_id"),
        )
        for row in assessed().rows.of(Answer)
    )

    assert max(keys.values()) == 1


def test_most_rooms_are_assessed_and_reviews_are_due_a_year_later() -> None:
    rows = assessed().rows.of(Assessment)

    assert len({row["room_id"] for row in rows if row["room_id"]}) > 130
    assert all(row["review_by"] - row["made_on"] == timedelta(days=365) for row in rows)
    assert any(row["review_by"] < TODAY for row in rows if row["carried_from"] is None)


def test_some_answers_hold_for_some_hours_only_and_some_have_a_control() -> None:
    rows = assessed().rows.of(Answer)

    assert any(row.get("weekdays") == 4 for row in rows)
    controls = [row for row in rows if row.get("control")]
    assert controls
    assert all(row["accepted_by"] == WHO.manager for row in controls)


def test_incidents_are_open_and_closed_and_one_suspends() -> None:
    rows = assessed().rows.of(Incident)

    assert sum(row["suspends"] for row in rows) == 1
    assert {row["closed_on"] is None for row in rows} == {True, False}


def test_nothing_found_names_anybody() -> None:
    for row in assessed().rows.of(Answer):
        for text in (row["value"], row["evidence"], row.get("control", "")):
            assert private_words(text) is None
    for row in assessed().rows.of(Incident):
        assert private_words(row["words"]) is None
