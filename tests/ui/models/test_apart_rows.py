"""What keeps people apart, as rows of a table."""

from __future__ import annotations

from datetime import date

from ui.models.apart_rows import SHOW, apart_columns
from venues.domain.apart import Stage, Standing
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.overview import Row

LINKED = Row(
    key=Key(LINK, 1),
    case="WA-20391",
    case_id=1,
    kind="Same offence",
    before_and_after="60 min",
    court_condition=True,
    until=date(2027, 5, 12),
    standing=Standing(Stage.CURRENT, "Current"),
)
BARRED = Row(
    key=Key(VENUE, 1),
    case="WA-20391",
    case_id=1,
    kept_from="Dee Street",
    standing=Standing(Stage.SOON, "9 days"),
)
NEW = Row(
    key=Key(CASE, 1),
    case="WA-20391",
    case_id=1,
    standing=Standing(Stage.DUE, "New, not confirmed"),
)


def cells(row: Row, partner: str = "") -> list[str]:
    return [column.text(row) for column in apart_columns(lambda _: partner)]


def test_a_partner_is_shown_only_once_somebody_asked() -> None:
    assert cells(LINKED) == [
        "WA-20391",
        SHOW,
        "Same offence",
        "60 min",
        "Yes",
        "12 May 2027",
        "Current",
    ]
    assert cells(LINKED, "WA-20466")[1] == "WA-20466"


def test_a_venue_is_named_and_a_new_case_has_little_to_say() -> None:
    assert cells(BARRED)[1:] == ["Dee Street", "", "", "No", "No end", "9 days"]
    assert cells(NEW)[4:] == ["", "", "New, not confirmed"]


def test_what_presses_most_sorts_first_and_no_end_last() -> None:
    *_, until, state = apart_columns(lambda _: "")

    assert sorted([LINKED, BARRED, NEW], key=state.key) == [NEW, BARRED, LINKED]
    assert until.key(LINKED) < until.key(BARRED)


def test_the_state_is_a_badge_and_a_long_name_has_a_tip() -> None:
    _, kept_from, *_, state = apart_columns(lambda _: "")

    assert state.kind is not None
    assert kept_from.tip is not None
    assert [state.kind(row) for row in (LINKED, BARRED)] == ["good", "warn"]
    assert [kept_from.tip(row) for row in (LINKED, BARRED)] == [None, "Dee Street"]
