"""What is said when a promise of the database would be broken."""

from __future__ import annotations

ENDS = "It must end after it starts."
LAST_DAY = "The last day must not come before the first."
IN_USE = (
    "Another record stands in the way: one that this belongs to is missing, or others "
    "still use it. Look again before you save."
)
CHOICE = "That is not one of the choices."
NOT_NEGATIVE = "That number cannot be less than 0."
ONE_SEAT = "It must have a seat for at least one person."

SENTENCES: dict[str, str] = {
    "tr_hold_no_overlap": "That room was booked by somebody else a moment ago.",
    "tr_history_kept": "History is kept as it was written.",
    "tr_look_kept": "The record of who looked is kept as it was written.",
    "tr_separation_kept": "A link is kept until its time is over. Close it instead.",
    "ck_acting_ends_after_it_starts": LAST_DAY,
    "ck_acting_two_different_people": "Nobody needs leave to act for themselves.",
    "ck_answer_weekdays": "Choose at least one weekday.",
    "ck_appointment_type_lasts": "An appointment lasts at least a minute.",
    "ck_appointment_type_people_not_negative": NOT_NEGATIVE,
    "ck_appointment_type_range": "The longest must not be less than the shortest.",
    "ck_appointment_type_set_up_not_negative": NOT_NEGATIVE,
    "ck_assessment_review_after_it_was_made": (
        "The review must come after the assessment."
    ),
    "ck_block_hire_closes_after_it_opens": ENDS,
    "ck_block_hire_ends_after_it_starts": LAST_DAY,
    "ck_block_hire_weekday": CHOICE,
    "ck_booking_audience": CHOICE,
    "ck_booking_ends_after_it_starts": "A booking must end after it starts.",
    "ck_booking_room_role": CHOICE,
    "ck_booking_somebody_comes": "A booking is for at least 1 person.",
    "ck_booking_status": CHOICE,
    "ck_booking_venue_answer": CHOICE,
    "ck_case_hours_closes_after_it_opens": ENDS,
    "ck_case_hours_weekday": CHOICE,
    "ck_case_kind": "A case is a child's or a victim's.",
    "ck_case_staff_ends_after_it_starts": LAST_DAY,
    "ck_case_venue_ends_after_it_starts": LAST_DAY,
    "ck_closure_ends_after_it_starts": "A closure must end after it starts.",
    "ck_code_half": CHOICE,
    "ck_condition_kind": CHOICE,
    "ck_criterion_level": CHOICE,
    "ck_done_something_changed": "Nothing was changed, so there is nothing to undo.",
    "ck_notice_ends_after_it_starts": "A booking must end after it starts.",
    "ck_notice_was_ends_after_it_starts": "A booking must end after it starts.",
    "ck_hold_ends_after_it_starts": "A booking must end after it starts.",
    "ck_hold_for_one_thing": "A room is held for a booking or for an offer.",
    "ck_hold_not_too_long": "A booking lasts at most a day. Make one for each day.",
    "ck_hold_not_too_long_pg": "A booking lasts at most a day. Make one for each day.",
    "ck_hold_whole_minutes": "A booking starts and ends on a whole minute.",
    "ck_hold_whole_minutes_pg": "A booking starts and ends on a whole minute.",
    "ck_hours_closes_after_it_opens": (
        "Opening hours must end after they start, on the same day."
    ),
    "ck_hours_season": CHOICE,
    "ck_hours_use": CHOICE,
    "ck_hours_valid_forwards": LAST_DAY,
    "ck_hours_weekday": CHOICE,
    "ck_offer_ends_after_it_starts": "An offer must end after it starts.",
    "ck_offer_state": CHOICE,
    "ck_outing_buddy_is_somebody_else": "Choose somebody else to check out with.",
    "ck_outing_ends_after_it_starts": ENDS,
    "ck_override_kind": CHOICE,
    "ck_request_ends_after_it_starts": "A request must end after it starts.",
    "ck_request_state": CHOICE,
    "ck_room_fire_capacity_above_0": "The fire notice allows at least 1 person.",
    "ck_room_rate_not_negative": NOT_NEGATIVE,
    "ck_room_reached_by": CHOICE,
    "ck_room_seats_someone": ONE_SEAT,
    "ck_room_status": CHOICE,
    "ck_room_turnaround": "Turnaround is between 0 minutes and 4 hours.",
    "ck_search_ended": CHOICE,
    "ck_separation_ends_after_it_starts": LAST_DAY,
    "ck_separation_kind": CHOICE,
    "ck_separation_two_cases_in_order": "A link joins two different cases.",
    "ck_series_date_outcome": CHOICE,
    "ck_sign_off_ends_after_it_starts": ENDS,
    "ck_sign_off_state": CHOICE,
    "ck_staff_role": CHOICE,
    "ck_term_ends_after_it_starts": LAST_DAY,
    "ck_venue_booked_by": CHOICE,
    "ck_venue_charge_days_not_negative": NOT_NEGATIVE,
    "ck_venue_min_hire_not_negative": NOT_NEGATIVE,
    "ck_venue_notice_not_negative": NOT_NEGATIVE,
    "ck_venue_rate_not_negative": NOT_NEGATIVE,
    "ck_venue_status": CHOICE,
    "ck_waiting_space_seats_someone": ONE_SEAT,
    "ck_worker_person_or_agency": "A worker is a member of staff or from an agency.",
    "acting.staff_id, acting.for_id, acting.since": "That is recorded already.",
    "appointment_type.code": "There is already a kind of appointment with that code.",
    "attendance.booking_id, attendance.case_id": "That case is in the booking already.",
    "authority.code": "There is already a local authority with that code.",
    "authority.gss": "There is already a local authority with that code.",
    "authority.name": "There is already a local authority with that name.",
    "booking.reference": "That booking reference is taken. Save again.",
    "booking.uuid": "That booking was saved already.",
    "booking_room.booking_id, booking_room.room_id": (
        "That room is in the booking already."
    ),
    "case.reference": "There is already a case with that reference.",
    "case.uuid": "That case was saved already.",
    "case_staff.case_id, case_staff.staff_id, case_staff.since": (
        "That case is on the list already."
    ),
    "tie.case_id, tie.kind, tie.other_id, tie.since, tie.until": "That link is there.",
    "case_venue.case_id, case_venue.venue_id, case_venue.since": (
        "That venue is recorded for the case already."
    ),
    "closed_day.day": "That day is closed already.",
    "closed_day.day, closed_day.authority_id": "That day is closed already.",
    "cluster.name": "There is already a group of neighbours with that name.",
    "code.code": "That code is taken. Try again.",
    "condition.booking_id, condition.kind": "That condition is recorded already.",
    "criterion.code": "There is already a criterion with that code.",
    "entrance.venue_id, entrance.name": "That venue has an entrance of that name.",
    "feature.room_id, feature.need": "That is recorded for the room already.",
    "feature.venue_id, feature.need": "That is recorded for the venue already.",
    "retention.day": "What had to go today has gone already.",
    "review.booking_id, review.cause": "That booking is on the review list already.",
    "revision.name": "That counter exists already.",
    "room.uuid": "That room was saved already.",
    "room.venue_id, room.name": "That venue already has a room with that name.",
    "room_space.room_id, room_space.space_id": "The room has that space already.",
    "scenario.made_by, scenario.name": (
        "You have kept something under that name already. Choose another."
    ),
    "series.uuid": "That series was saved already.",
    "series_date.series_id, series_date.day": "That date is in the series already.",
    "setting.name": "That setting exists already.",
    "space.venue_id, space.name": "That venue has a space of that name.",
    "staff.login": "There is already somebody with that login.",
    "term.authority_id, term.since": "A term starts on that day already.",
    "uq_answer_criterion": "That criterion is answered already for those hours.",
    "venue.name": "There is already a venue with that name.",
    "venue.uuid": "That venue was saved already.",
    "waiting_space.venue_id, waiting_space.name": (
        "That venue has a waiting space of that name."
    ),
    "worker.booking_id, worker.staff_id": "That worker is in the booking already.",
    "FOREIGN KEY": IN_USE,
    "NOT NULL": "Something that must be filled in is missing.",
}
"""Constraint (or, for SQLite's UNIQUE, its columns) → what to tell the user."""


def constraint(complaint: str) -> str | None:
    """The key in ``SENTENCES`` that the driver's words point at, longest first."""
    if complaint.startswith("NOT NULL"):  # it names a column, which may be unique too
        return "NOT NULL"
    found = [name for name in SENTENCES if name in complaint]
    return max(found, key=len, default=None)
