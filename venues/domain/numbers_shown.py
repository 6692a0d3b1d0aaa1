"""The numbers that can be set, in the order and the words in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from venues.domain.numbers import KEPT, RELEASED

PATTERN, EXAMPLE = "case_pattern", "case_example"
"""The two that have to fit each other."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number that can be set: its name in the program, what it is, its unit.

    Where there are ``choices`` it is one of those: as it is stored, and in words.
    """

    name: str
    title: str
    unit: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that belong together."""

    title: str
    numbers: tuple[Number, ...]


GROUPS = (
    Group(
        "Travel",
        (
            Number(
                "travel_miles",
                "Furthest a family is asked to travel",
                "miles",
                "In a straight line; further away there is a warning.",
            ),
            Number("travel_miles_rural", "The same from rural districts", "miles"),
            Number(
                "rural_districts",
                "Rural districts",
                "",
                "Postcode districts with a space between them, like CW3 CW4.",
            ),
        ),
    ),
    Group(
        "Keeping apart",
        (
            Number(
                "buffer_same_offence",
                "Same offence",
                "minutes",
                "Before and after the other appointment, journeys included. "
                "Whole half-days are kept clear in any case.",
            ),
            Number("buffer_co_defendants", "Co-defendants", "minutes"),
            Number("buffer_group_conflict", "Group conflict", "minutes"),
            Number("buffer_no_contact", "No contact", "minutes"),
            Number("buffer_family", "Family", "minutes"),
            Number(
                "link_months",
                "A link is looked at again within",
                "months",
                "Proposed for each new link, and when links are renewed.",
            ),
            Number(
                "cluster_metres",
                "Venues are neighbours within",
                "metres",
                "So near, they are proposed as a group; people are kept apart over it.",
            ),
        ),
    ),
    Group(
        "Lone working and times",
        (
            Number(
                "overdue_buddy",
                "A missing check-out is shown to the buddy after",
                "minutes",
                "Counted from the end, and never before they were to check out. As "
                "long as the database is a file on this PC, it is shown there alone.",
            ),
            Number("overdue_manager", "To managers after", "minutes"),
            Number(
                "late_from",
                "An appointment is late when it ends after",
                "",
                "Also after sunset, and in the first or last minutes below.",
            ),
            Number("dark_after", "It is dark after sunset by", "minutes"),
            Number(
                "edge_minutes",
                "First and last minutes of a building's day",
                "minutes",
                "An appointment in them needs somebody to check out with.",
            ),
            Number("school_from", "A school day begins at"),
            Number("school_until", "A school day ends at"),
            Number("bus_walk", "Walk to the stop", "minutes"),
        ),
    ),
    Group(
        "Meetings with conditions",
        (
            Number("panel_members", "Panel members from outside", "people"),
            Number(
                "panel_days",
                "A first panel is held within",
                "working days",
                "Counted from the day after the order.",
            ),
            Number(
                "police_remind_days",
                "Today reminds of a police representative",
                "working days before",
            ),
            Number("police_urgent_days", "The same, as urgent", "working days before"),
            Number(
                "provisional_due",
                "Still provisional when it is urgent",
                "",
                "Released means cancelled on the day after, whatever is missing; its "
                "worker is told on Today and can bring it back.",
                (
                    (KEPT, "Kept, and listed as urgent"),
                    (RELEASED, "Released, and its worker told"),
                ),
            ),
        ),
    ),
    Group(
        "Case references",
        (
            Number(
                PATTERN,
                "Pattern",
                "",
                r"Letters as [A-Z], figures as \d, how many in braces.",
            ),
            Number(EXAMPLE, "Example", "", "Shown to whoever mistypes one."),
        ),
    ),
    Group(
        "Assessments",
        (
            Number("review_months", "A room is looked at again after", "months"),
            Number(
                "block_months",
                "A late review stops bookings after",
                "months",
                "Counted from the last assessment, like the review itself.",
            ),
            Number("control_months", "A control is accepted for at most", "months"),
            Number("area_months", "A local area check counts for", "months"),
        ),
    ),
    Group(
        "How long is kept",
        (
            Number(
                "reference_months",
                "A case reference, after the last appointment",
                "months",
                "Then it is taken off the case, and off everything else with it.",
            ),
            Number(
                "ended_months",
                "A link, after its end",
                "months",
                "So are venues not to use and hours that a case could attend.",
            ),
            Number(
                "history_months",
                "History, looks and codes",
                "months",
                "A case on hold keeps all of its own until the hold ends.",
            ),
        ),
    ),
    Group(
        "Venues and paper",
        (
            Number(
                "confirm_within_days",
                "A venue's yes is wanted",
                "days before",
                "From then on Today says that an appointment is not confirmed.",
            ),
            Number("marking", "Marking on team and own sheets"),
            Number(
                "copies_kept_days",
                "Sheets are destroyed after",
                "days",
                "Counted from the last day on the sheet, and written at its foot.",
            ),
        ),
    ),
)
"""Every number, in the order in which it is shown."""

NUMBERS = {each.name: each for group in GROUPS for each in group.numbers}
