"""All tables, so that importing this makes the metadata whole."""

from __future__ import annotations

from venues.database.models.assessment import Answer, Assessment, Criterion, Incident
from venues.database.models.authority import Authority, ClosedDay, Term
from venues.database.models.base import Base
from venues.database.models.booking import (
    AppointmentType,
    Attendance,
    Booking,
    BookingRoom,
    Condition,
    Hold,
    Offer,
    Outing,
    Override,
    Request,
    Review,
    Series,
    SeriesDate,
    Worker,
)
from venues.database.models.case import (
    Case,
    CaseHours,
    CaseStaff,
    CaseVenue,
    Separation,
    Tie,
)
from venues.database.models.demand import (
    OptionExplored,
    Scenario,
    Search,
    UnmetNeed,
)
from venues.database.models.history import (
    Done,
    History,
    Look,
    RefusalCode,
    Retention,
    Revision,
    Setting,
)
from venues.database.models.hours import BlockHire, Closure, Hours
from venues.database.models.notice import Notice
from venues.database.models.sign_off import SignOff
from venues.database.models.staff import Acting, Staff
from venues.database.models.venue import (
    Cluster,
    Contact,
    Entrance,
    Feature,
    Room,
    RoomSpace,
    Space,
    Venue,
    WaitingSpace,
)

__all__ = [
    "Acting",
    "Answer",
    "AppointmentType",
    "Assessment",
    "Attendance",
    "Authority",
    "Base",
    "BlockHire",
    "Booking",
    "BookingRoom",
    "Case",
    "CaseHours",
    "CaseStaff",
    "CaseVenue",
    "ClosedDay",
    "Closure",
    "Cluster",
    "Condition",
    "Contact",
    "Criterion",
    "Done",
    "Entrance",
    "Feature",
    "History",
    "Hold",
    "Hours",
    "Incident",
    "Look",
    "Notice",
    "Offer",
    "OptionExplored",
    "Outing",
    "Override",
    "RefusalCode",
    "Request",
    "Retention",
    "Review",
    "Revision",
    "Room",
    "RoomSpace",
    "Scenario",
    "Search",
    "Separation",
    "Series",
    "SeriesDate",
    "Setting",
    "SignOff",
    "Space",
    "Staff",
    "Term",
    "Tie",
    "UnmetNeed",
    "Venue",
    "WaitingSpace",
    "Worker",
]
