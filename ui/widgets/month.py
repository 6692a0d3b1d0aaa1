"""A month to pick a day from, in the product's own look."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from ui import icons, theme


class Month(QCalendarWidget):
    """Weeks begin on Monday, weekends look like other days, and today stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Calendar")
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        header = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self.setVerticalHeaderFormat(header)

    def mark(self, today: date) -> None:
        """Let that day stand out, in the colours that hold now."""
        c = theme.colours(self.palette())
        plain, heading, now = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        heading.setForeground(c.muted)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)  # Qt has them red
        self.setHeaderTextFormat(heading)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            step = self.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(step, QToolButton):  # Qt draws these black on any ground
                step.setIcon(icons.icon(icon, self.palette()))
        now.setFontWeight(700)
        now.setForeground(c.accent_ink)
        self.setDateTextFormat(QDate(), plain)
        self.setDateTextFormat(QDate(today.year, today.month, today.day), now)

    def choose(self, day: date) -> None:
        """Show that day's month, with the day chosen."""
        self.setSelectedDate(QDate(day.year, day.month, day.day))
