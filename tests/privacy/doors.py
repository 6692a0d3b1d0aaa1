"""Through which modules anything may leave at all, and what each of them takes.

``KINDS`` says which calls and names open a door; a module that has one and is not
listed under it fails the test, as does a line here that nothing needs any more. Before
you add a line: what it lets out is made of ``privacy.Seen``, ``Expected`` or
``Invited``, or of values that know nothing of bookings, cases and links.
"""

from __future__ import annotations

NEUTRAL = "constant or catalogue words: venues, rooms, hours, dates, counts"
SEEN = "rows that privacy.see made for whoever looks"
OWN = "what whoever looks has just typed or chosen"

KINDS: dict[str, str] = {
    "clipboard": r"(.*\.)?(QClipboard|clipboard\.copy|setMimeData|clipboard)",
    "printing": (
        r"(.*\.)?(QPrinter|QPdfWriter|QPrintDialog|QPrintPreviewDialog|setDocName)"
    ),
    "files": (
        r"(.*\.)?(write_text|write_bytes|QSaveFile|QFile|fdopen|copyfile|copy2"
        r"|NamedTemporaryFile|mkstemp|Workbook|selectFile)"
        r"|whole_file\.write|os\.open|json\.dump|writing\.put"
    ),
    "logging": (
        r"logging\..*|log\.(debug|info|warning|error|critical|exception|log)"
        r"|warnings\.warn|q(Debug|Warning|Critical|Info)|.*excepthook|traceback\..*"
        r"|.*(print_exc|format_exc|print_exception)"
    ),
    "terminal": r"print|sys\.(stdout|stderr)\..*|(.*\.)?output\..*",
    "remembering": r"(.*\.)?(QSettings|Setting)",
    "other programs": (
        r"(.*\.)?(openUrl|QDesktopServices|QDrag|QSystemTrayIcon|urlopen|Popen|system"
        r"|startfile|QTcpSocket|QNetworkAccessManager|QProcess)|socket\..*"
        r"|subprocess\..*|webbrowser\..*"
    ),
    "undo names": r"(.*[._])?(database\.write|journal\.call)",
    "message bar": r"(.*\.)?host\.say",
    "titles of jobs": r"(.*\.)?(jobs\.run|Job)",
    "spoken and hovering": (
        r"(.*\.)?set(WindowTitle|ToolTip|StatusTip|WhatsThis|AccessibleName"
        r"|AccessibleDescription|WindowFilePath|TabToolTip)"
    ),
}
"""Kind of door → the calls that are one, in full."""

SAID_FIRST = frozenset(
    {"undo names", "message bar", "titles of jobs", "spoken and hovering"}
)
"""Kinds whose first argument is what is said; constant words are no door."""

NAMES: dict[str, str] = {
    "models": (
        r"(.*\.)?(ToolTipRole|StatusTipRole|WhatsThisRole|AccessibleTextRole"
        r"|AccessibleDescriptionRole)"
    ),
    "private columns": (
        r"Case\.(reference|kind|sector)|Override\.(reason|note_reference)"
        r"|Booking\.(note|arrival|cancel_reason|audience|type_id|outcome"
        r"|police_representative)|(Attendance|Separation|CaseVenue|RefusalCode)\..*"
    ),
}
"""Kind of door → names that open it: a model's answers, and columns of the database."""

DOORS: dict[str, dict[str, tuple[str, ...]]] = {
    "clipboard": {
        "the one that puts anything there; words come from those below": (
            "ui/clipboard.py",
        ),
        SEEN: ("ui/pages/schedule_actions.py",),
        "words made of Invited, the same for a child and a victim": (
            "ui/pages/today_moved.py",
            "ui/pages/schedule_asides.py",
        ),
        "a request to a venue, made of Expected": ("ui/dialogs/ask_venues.py",),
        "rooms and their times: nothing of whom they are for": ("ui/pages/find.py",),
        "the kind of a fault and lines of our own files": ("ui/dialogs/crash.py",),
        "all that is held on one case, for a manager; the look is written down": (
            "ui/dialogs/holdings.py",
        ),
        "the cells that the table shows": ("ui/widgets/table.py",),
        "figures as the viewer is told them": ("ui/widgets/drawn_table.py",),
        NEUTRAL: (
            "ui/dialogs/import_preview.py",
            "ui/pages/venue_asides.py",
            "ui/widgets/venue_history.py",
        ),
    },
    "printing": {
        "sheets of Seen, Expected or Invited, under a neutral name": (
            "ui/dialogs/print_sheet.py",
            "ui/dialogs/print_week.py",
            "ui/paper/order.py",
            "ui/paper/output.py",
        ),
        "the board's report, whose numbers are banded": ("ui/paper/board_report.py",),
    },
    "files": {
        "the board's report, whose numbers are banded": (
            "ui/dialogs/report.py",
            "ui/paper/board_report.py",
            "venues/commands/report.py",
            "venues/services/report/workbook.py",
        ),
        "sheets as PDF, whole or not at all": ("ui/paper/output.py",),
        "names of files to be: of a sheet, a venue or a day": (
            "ui/dialogs/files.py",
            "ui/dialogs/print_sheet.py",
            "ui/dialogs/print_week.py",
        ),
        "one's own appointments, from Seen": (
            "venues/services/calendar_file.py",
            "venues/services/road.py",
        ),
        "the catalogue, which holds no bookings": (
            "venues/services/spreadsheets/writing.py",
        ),
        "the whole database, only its owner may read": (
            "venues/database/engines/copies.py",
            "venues/services/backups.py",
        ),
        "what it is handed, only its owner may read": ("venues/whole_file.py",),
        "the public list of postcodes, made smaller": ("venues/cached.py",),
        "a command's answer on its own channel": ("venues/commands/desk.py",),
        "nowhere: the channel of a reader who has left": ("main.py",),
    },
    "logging": {
        "the kind of a fault and lines of our own files": ("ui/dialogs/crash.py",),
        "hands a fault on to the hook that makes it neutral": ("ui/window.py",),
        "nothing: the driver is told to keep quiet": (
            "venues/database/engines/postgres.py",
        ),
    },
    "terminal": {
        "a command's answer, which each command makes of Seen rows": (
            "venues/commands/desk.py",
        ),
        "sheets as text": (
            "venues/commands/directions.py",
            "venues/commands/schedule.py",
        ),
        "the demonstration on sample data": ("ui/showing.py",),
        "the kind of a fault and lines of our own files": ("venues/faults.py",),
        "what is missing on this PC": ("main.py",),
    },
    "remembering": {
        "folders and files that were chosen on this PC": (
            "ui/backed_up.py",
            "ui/calendar_saving.py",
            "ui/dialogs/print_week.py",
            "ui/program.py",
        ),
        "venues, rooms and orders: no case, audience or postcode": (
            "ui/favourites.py",
            "ui/models/venue_rows.py",
            "ui/pages/find_form.py",
            "ui/pages/find_results.py",
            "ui/pages/schedule.py",
            "ui/pages/venues.py",
        ),
        "how things look, and who sat here last": (
            "ui/preferences.py",
            "ui/showing.py",
        ),
        "what surrounds a question while it is asked: kept nowhere": (
            "ui/dialogs/assessment_editor.py",
        ),
        "numbers of the rules and columns of lists, in the database": (
            "venues/services/server_backups.py",
            "venues/services/settings.py",
            "venues/services/spreadsheets/matching.py",
        ),
    },
    "other programs": {
        "a constant sentence at the edge of the screen: look into Venues": (
            "ui/overdue.py",
        ),
        "photos of a place, which somebody asked to see": ("ui/photos.py",),
        "the system's own list of what is mounted, on macOS": ("venues/drives.py",),
        "the server's own program, told the address and where to write": (
            "venues/services/server_backups.py",
        ),
    },
    "undo names": {
        "a room and a time of one's own change; never a reference": (
            "venues/services/naming.py",
            "ui/pages/displaced_work.py",
            "ui/dialogs/reviews.py",
            "ui/dialogs/sign_offs.py",
            "ui/pages/room_asking.py",
            "ui/pages/schedule_changes.py",
            "ui/pages/today_lists.py",
        ),
        "the name that it is handed": (
            "ui/saving.py",
            "ui/outing_work.py",
            "ui/pages/apart_actions.py",
            "ui/pages/today_moved.py",
            "ui/pages/venue_actions.py",
            "ui/pages/venue_assessing.py",
            "venues/commands/desk.py",
            "venues/services/venue_noting.py",
        ),
        NEUTRAL: (
            "ui/dialogs/assessment_editor.py",
            "ui/pages/what_if_work.py",
            "ui/dialogs/block_editor.py",
            "ui/dialogs/block_hires.py",
            "ui/dialogs/case_editor.py",
            "ui/dialogs/closure_editor.py",
            "ui/dialogs/criterion_editor.py",
            "ui/dialogs/dated_hours_editor.py",
            "ui/dialogs/hours_editor.py",
            "ui/dialogs/importing.py",
            "ui/dialogs/link_editor.py",
            "ui/dialogs/not_to_use_editor.py",
            "ui/dialogs/outing_editor.py",
            "ui/dialogs/renewing.py",
            "ui/dialogs/room_editor.py",
            "ui/dialogs/staff_editor.py",
            "ui/dialogs/venue_copy.py",
            "ui/dialogs/venue_editor.py",
        ),
    },
    "message bar": {
        "a room and a time of one's own change": (
            "ui/pages/booking_work.py",
            "ui/pages/displaced_work.py",
            "ui/dialogs/reviews.py",
            "ui/dialogs/sign_offs.py",
            "ui/pages/longer.py",
            "ui/pages/schedule_changes.py",
            "ui/pages/series_changing.py",
            "ui/pages/series_ending.py",
            "ui/pages/series_work.py",
            "ui/putting_back.py",
        ),
        "the hold that the block shows": (
            "ui/pages/schedule_actions.py",
            "ui/pages/schedule_dragging.py",
        ),
        "the name of a colleague": (
            "ui/dialogs/acting.py",
            "ui/pages/settings_people.py",
        ),
        "who is out, to whoever waits for them": (
            "ui/dialogs/outing_editor.py",
            "ui/outing_work.py",
            "ui/overdue.py",
        ),
        "a sentence of VenuesError, which a refusal shows as well": (
            "ui/daily.py",
            "ui/pages/booking.py",
            "ui/pages/room_asking.py",
            "ui/pages/today_lists.py",
            "ui/pages/today_moved.py",
            "ui/pages/today_needs.py",
            "ui/pages/unmet_asking.py",
        ),
        OWN: ("ui/dialogs/outcomes.py",),
        NEUTRAL: (
            "ui/pages/evidence_options.py",
            "ui/calendar_saving.py",
            "ui/dialogs/report.py",
            "ui/pages/what_if_work.py",
            "ui/dialogs/ask_venues.py",
            "ui/dialogs/block_hires.py",
            "ui/dialogs/print_sheet.py",
            "ui/dialogs/print_week.py",
            "ui/pages/apart_actions.py",
            "ui/pages/settings_checklist.py",
            "ui/pages/settings_backups.py",
            "ui/pages/settings_list.py",
            "ui/pages/venue_actions.py",
            "ui/pages/venue_assessing.py",
            "ui/pages/venue_sheets.py",
        ),
    },
    "titles of jobs": {
        "constant words, and names of files that somebody chose": (
            "ui/dialogs/print_sheet.py",
            "ui/dialogs/print_week.py",
            "ui/jobs.py",
            "ui/looking_again.py",
            "ui/pages/settings_backups.py",
            "ui/pages/venue_sheets.py",
            "ui/restoring.py",
        ),
    },
    "spoken and hovering": {
        SEEN: ("ui/dialogs/details.py", "ui/pages/today_rows.py"),
        "a room and a time, or a number, that a list shows as well": (
            "ui/dialogs/handing_over.py",
            "ui/dialogs/queue.py",
            "ui/pages/today_queues.py",
            "ui/widgets/datefates.py",
        ),
        "figures as the viewer is told them, and what they mean": (
            "ui/dialogs/measure.py",
            "ui/widgets/drawn_table.py",
            "ui/widgets/figure_card.py",
        ),
        "a check of one's own booking, as it stands beside it": (
            "ui/pages/checks_card.py",
            "ui/widgets/checkrow.py",
            "ui/widgets/checks.py",
            "ui/widgets/datechips.py",
            "ui/widgets/wrapcheck.py",
        ),
        "a case or a booking on a page that only its keepers have": (
            "ui/widgets/apart_about.py",
            "ui/widgets/touched_rows.py",
        ),
        "the words of a printed page": ("ui/paper/preview.py",),
        "a group of rooms that do not fit, as its line says it": (
            "ui/widgets/reasons.py",
        ),
        "who is out, to whoever waits for them": (
            "ui/pages/today_outings.py",
            "ui/widgets/alertbar.py",
        ),
        "a question of the checklist, and its answer for a place": (
            "ui/widgets/answer_choice.py",
            "ui/widgets/answer_line.py",
            "ui/widgets/assessment_lines.py",
            "ui/widgets/question_row.py",
        ),
        OWN: (
            "ui/dialogs/import_matching.py",
            "ui/dialogs/outcomes.py",
            "ui/dialogs/row_form.py",
            "ui/widgets/casefield.py",
            "ui/widgets/choice.py",
            "ui/widgets/datepicks.py",
            "ui/widgets/field.py",
            "ui/widgets/menuchip.py",
            "ui/widgets/repeatfield.py",
            "ui/widgets/weekform.py",
        ),
        "the very words that the widget shows": (
            "ui/dialogs/message.py",
            "ui/widgets/alternatives.py",
            "ui/widgets/badge.py",
            "ui/widgets/grid_headers.py",
            "ui/widgets/text.py",
        ),
        NEUTRAL: (
            "ui/dialogs/editor.py",
            "ui/dialogs/feature_form.py",
            "ui/dialogs/print_choice.py",
            "ui/dialogs/print_sheet.py",
            "ui/dialogs/versions.py",
            "ui/pages/schedule_bar.py",
            "ui/pages/schedule_table.py",
            "ui/rail.py",
            "ui/widgets/buttons.py",
            "ui/widgets/checklist.py",
            "ui/widgets/chipchoice.py",
            "ui/widgets/chips.py",
            "ui/widgets/cover.py",
            "ui/widgets/dayrows.py",
            "ui/widgets/jobsbar.py",
            "ui/widgets/map_canvas.py",
            "ui/widgets/reading.py",
            "ui/widgets/roomchips.py",
            "ui/widgets/sections.py",
            "ui/widgets/segmented.py",
            "ui/widgets/sideform.py",
            "ui/widgets/table.py",
            "ui/widgets/venue_head.py",
            "ui/window.py",
        ),
    },
    "models": {
        SEEN: ("ui/models/grid.py",),
        "rooms that fit, with their badges": ("ui/models/matches.py",),
        "what the table's columns make of its rows": ("ui/models/table.py",),
    },
    "private columns": {
        "makes Stay, which leaves through privacy.see only": (
            "venues/services/stays.py",
        ),
        "windows for the rules: case, venue and half-day, nothing else": (
            "venues/database/apart_among.py",
            "venues/database/no_go.py",
        ),
        "numbers for the search of places, which gives back places alone": (
            "venues/database/apart_among.py",
        ),
        "facts of the asked cases for the rules: hours, lists, places they know": (
            "venues/database/case_facts.py",
        ),
        "a booking for those who may change it": (
            "venues/services/booking_edits.py",
            "venues/services/booking_reading.py",
            "venues/services/booking_rewriting.py",
        ),
        "what came of a booking, for those who see all of it": (
            "venues/services/outcomes.py",
        ),
        "what kinds of room would be asked for: only numbers come out, banded": (
            "venues/services/what_if/reading.py",
        ),
        "a reference as whoever typed it may know it": ("venues/services/cases.py",),
        "kept by coordinators and managers; access.check comes first": (
            "venues/services/apart/holdings.py",
            "venues/services/apart/links.py",
            "venues/services/apart/merging.py",
            "venues/services/apart/newcomers.py",
            "venues/services/apart/not_to_use.py",
            "venues/services/apart/overview.py",
            "venues/services/apart/reasons.py",
            "venues/services/apart/record_checks.py",
            "venues/services/apart/references.py",
            "venues/services/apart/touched.py",
            "venues/services/apart/watching.py",
        ),
        "keys of what is let go of, or is on hold: nothing comes out": (
            "venues/database/forgetting.py",
            "venues/database/held.py",
            "venues/database/past.py",
        ),
        "keys of cases, to find what a change hits, to hand over, and to make a code": (
            "venues/services/apart/announcing.py",
            "venues/services/codes.py",
            "venues/services/reviews/concerned.py",
            "venues/services/reviews/kept_apart.py",
            "venues/services/reviews/known.py",
            "venues/services/reviews/ties.py",
            "venues/services/signed.py",
            "venues/services/signing.py",
            "venues/services/team/handing_over.py",
        ),
        "what a keeper is told of a person: a manager, or a coordinator by a code": (
            "venues/services/reviews/reasons.py",
            "venues/services/sign_offs/queue.py",
        ),
        "whether the calendar released it: compared with one sentence, never read": (
            "venues/services/rehousing/telling.py",
        ),
        "counts by authority, told as measures.banded says": (
            "venues/services/evidence/booked.py",
            "venues/services/evidence/refusals.py",
        ),
        "which bookings a figure counts; each leaves through privacy.see": (
            "venues/services/evidence/behind.py",
        ),
        "set-up and clearing of a kind, to hold the room again": (
            "venues/services/holds_again.py",
        ),
    },
}
"""Kind of door → what comes out of it → the modules that have one."""
