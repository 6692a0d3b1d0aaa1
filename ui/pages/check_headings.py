"""What the checks of a booking are called, and which rule belongs to which."""

from __future__ import annotations

from venues.domain.rules import no_go
from venues.services import signed

FREE, HOURS, CASE, NEEDS = "Free", "Opening hours", "This case", "Needs"
SEATS, DIARY, JOURNEY, NOTES = "Seats", "Your diary", "Getting there", "Notes"
VENUE, COST, OTHER = "The venue", "Cost", "Also"

SUITABLE, REVIEW, CHOICE = "Safe, confidential, accessible", "Review", "Whose choice"
ROUTE, STANDING, CONDITION = "The way there", "In use", "Condition"

ATTENDS, STAFFED, WORKERS = "When it can come", "Staff in the building", "Workers"
CHECK_OUT, SCHOOL, BUS = "Checking out", "School", "Last bus"
POLICE, PANEL, IN_TIME = "Police", "The panel", "In time"
ARRIVING, SIGN_OFF = "Arriving", "Sign-off"
FIRST_TIME, THAT_DAY = "First time", "On that day"
BESIDE = (ATTENDS, WORKERS, CHECK_OUT, SCHOOL, ARRIVING, POLICE, PANEL, IN_TIME)
"""Checks that are there only when there is something to say."""

RULES: dict[str, str] = {
    "R1": FREE,
    "R34": STANDING,
    "R8": SUITABLE,
    "R10": SUITABLE,
    "R11": REVIEW,
    "R33": CHOICE,
    "R9": CONDITION,
    "R23": ROUTE,
    "R2": HOURS,
    no_go.FINDING.rule: CASE,
    "R20": CASE,
    "case": CASE,
    "reference": CASE,
    "R12": NEEDS,
    "R17": SEATS,
    "R19": DIARY,
    "R21": JOURNEY,
    "R29": VENUE,
    "R30": COST,
    "R31": NOTES,
    signed.NOTE.rule: CASE,
    "R7": ATTENDS,
    "R13": STAFFED,
    "R14": WORKERS,
    "R15": CHECK_OUT,
    "R18": SCHOOL,
    "R22": BUS,
    "R24": POLICE,
    "R25": PANEL,
    "R25 DUE": IN_TIME,
    "R26": ARRIVING,
    "R27": SIGN_OFF,
    "R28": FIRST_TIME,
    "R32": THAT_DAY,
}
"""Rule → the check that it belongs to; any other stands under "Also"."""
