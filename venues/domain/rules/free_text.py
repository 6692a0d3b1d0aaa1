"""R31: nothing that names a person is written down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.free_text import private_words
from venues.domain.proposal import Visit


class FreeText:
    """Notes hold no name, date of birth, postcode, phone number or e-mail address."""

    name: ClassVar[str] = "R31"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse each text that looks as if it named somebody."""
        texts = visit.appointment.texts
        if not texts:
            return ()
        return tuple(
            Finding(
                "R31",
                Severity.REFUSAL,
                f"Use the case reference only. This looks like {kind}.",
                field=field,
            )
            for field, text in texts
            if (kind := private_words(text)) is not None
        )
