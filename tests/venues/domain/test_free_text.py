"""What a note gives away, and what it does not."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import words
from venues.domain.free_text import private_words
from venues.domain.postcode import SHAPE

NAME = "a name"
BIRTH = "a date of birth"
POSTCODE = "a postcode"
PHONE = "a phone number"
MAIL = "an e-mail address"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ask for Mr Smith", NAME),
        ("ask for mrs smith", NAME),
        ("Mr. J. Smith at the desk", NAME),
        ("Mr.Smith", NAME),
        ("Miss Ó Briain", NAME),
        ("with Ms Brown", NAME),
        ("Mx Green", NAME),
        ("letter from Dr Grey", NAME),
        ("dr Grey", NAME),
        ("Master White", NAME),
        ("DOB 14 March", BIRTH),
        ("d.o.b. known", BIRTH),
        ("Date of birth on file", BIRTH),
        ("born in 2011", BIRTH),
        ("14/03/2011", BIRTH),
        ("14.3.11", BIRTH),
        ("2011-03-14", BIRTH),
        ("14 March 2011", BIRTH),
        ("14th of Sept 2011", BIRTH),
        ("March 14th, 2011", BIRTH),
        ("lives at WA2 9AA", POSTCODE),
        ("lives at wa29aa", POSTCODE),
        ("M1 1AE", POSTCODE),
        ("ring 07700 900123", PHONE),
        ("ring 07700900123", PHONE),
        ("(01632) 960 123", PHONE),
        ("01632-960123", PHONE),
        ("+44 7700 900123", PHONE),
        ("0044 (0)7700 900123", PHONE),
        ("write to someone@example.org", MAIL),
        ("some.one+note@mail.example.co.uk", MAIL),
    ],
)
def test_what_tells_who_somebody_is_is_found(text: str, kind: str) -> None:
    assert private_words(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 chairs in a circle",
        "Room 3 at 15:30",
        "PA system 2x",
        "Set up by 3pm on 26/11",
        "Set up by 3pm on Thursday 26 November",
        "0900-1030, then 1100-1230",
        "0900-1030 1100-1230",
        "9.30-10.30 and 11.30-12.30",
        "Do not miss the bus at 5:40pm",
        "Miss Tuesday's session if it snows",
        "The Master Key is at the desk",
        "MS Teams on the screen",
        "dr appointment after",
        "Room C2 1st floor",
        "Room B1 2hr before",
        "Room M1 3pm, room E2 9am",
        "3 tables @ 4 chairs",
        "A4 paper, 2 pens",
        "Case WA-20417, booking B-10482",
        "brings a new-born",
        "do B first",
        "Hearing loop, step-free, 1.5 m turning space",
        "ring 999 in a fire",
        "Version 2.4.1 of the form",
    ],
)
def test_a_practical_note_passes(text: str) -> None:
    assert private_words(text) is None


around = st.text(alphabet="abc xyz,;\n", max_size=20)


@given(around, st.from_regex(f"{SHAPE[0]} {SHAPE[1]}", fullmatch=True), around)
def test_a_postcode_is_found_wherever_it_stands(
    before: str, code: str, after: str
) -> None:
    assert private_words(f"{before} {code} {after}") == POSTCODE


@given(around, st.dates(date(1930, 1, 1), date(2029, 12, 31)), around)
def test_a_date_with_its_year_is_found_in_every_form(
    before: str, when: date, after: str
) -> None:
    forms = (
        f"{when:%d/%m/%Y}",
        f"{when:%d.%m.%y}",
        when.isoformat(),
        words.day(when),
        words.short_day(when),
    )

    assert {private_words(f"{before} {form} {after}") for form in forms} == {BIRTH}


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", " ", "-"]), st.integers(2, 7))
def test_a_mobile_number_is_found_however_it_is_spaced(
    number: int, mark: str, gap: int
) -> None:
    digits = f"07{number:09}"

    assert private_words(f"on {digits[:gap]}{mark}{digits[gap:]}.") == PHONE


@given(st.times(), st.times(), st.integers(1, 60), st.integers(1, 30))
def test_times_counts_and_floors_pass(
    starts: time, ends: time, chairs: int, room: int
) -> None:
    note = f"{words.span(starts, ends)}: {chairs} chairs, room {room}, 2nd floor"

    assert private_words(note) is None


@given(st.text(max_size=200))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert private_words(text) in {NAME, BIRTH, POSTCODE, PHONE, MAIL, None}
