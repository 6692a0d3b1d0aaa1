"""How a venue is booked and what it costs: a tab of its editor."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.dialogs import entries
from ui.widgets.fieldrows import Entry, lay_out
from venues.domain.amounts import say_money
from venues.domain.words import minutes
from venues.services.venue_drafts import VenueDraft
from venues.services.venue_words import BOOKED_BY


class HireForm(QWidget):
    """Who says yes, how long before, and at what price."""

    def __init__(self) -> None:
        super().__init__()
        self.booked_by = QComboBox()
        for key, words in BOOKED_BY.items():
            self.booked_by.addItem(words, key)
        self.notice_days, self.charge_days = QLineEdit(), QLineEdit()
        self.rate, self.min_hire = QLineEdit(), QLineEdit()
        self.terms = entries.several_lines()
        self.neutral_name = QLineEdit()
        self.fields = lay_out(
            self,
            [
                [
                    Entry("booked_by", "How to book", self.booked_by),
                    Entry("notice_days", "Notice in days", self.notice_days),
                ],
                [
                    Entry("rate", "Rate an hour", self.rate),
                    Entry("min_hire", "Shortest hire", self.min_hire),
                    Entry("charge_days", "Charged within days", self.charge_days),
                ],
                [Entry("terms", "Hire terms", self.terms)],
                [
                    Entry(
                        "neutral_name",
                        "Name in the venue's own diary",
                        self.neutral_name,
                    )
                ],
            ],
        )
        self.fields["rate"].hint("Like £14.50, or free.")
        self.fields["min_hire"].hint("Like 2 hours, or none.")
        self.fields["charge_days"].hint(
            "Cancelled later than this, it is paid in full."
        )
        self.fields["neutral_name"].hint("Nothing that tells what we meet for.")

    def show_venue(self, venue: VenueDraft) -> None:
        """Show what is known of the venue."""
        self.booked_by.setCurrentIndex(self.booked_by.findData(venue.booked_by))
        self.notice_days.setText(str(venue.notice_days))
        self.charge_days.setText(str(venue.charge_days))
        self.rate.setText(say_money(venue.rate))
        self.min_hire.setText(minutes(venue.min_hire) if venue.min_hire else "none")
        self.terms.setPlainText(venue.terms)
        self.neutral_name.setText(venue.neutral_name)

    def values(self) -> dict[str, Any]:
        """What is typed, as values of a draft; what is left empty is 0.

        Raises:
            WrongInput: a number or an amount cannot be read.
        """
        return {
            "booked_by": self.booked_by.currentData(),
            "notice_days": entries.whole(self.notice_days, "notice_days") or 0,
            "charge_days": entries.whole(self.charge_days, "charge_days") or 0,
            "rate": entries.pence(self.rate, "rate") or 0,
            "min_hire": entries.minutes(self.min_hire, "min_hire"),
            "terms": self.terms.toPlainText(),
            "neutral_name": self.neutral_name.text(),
        }
