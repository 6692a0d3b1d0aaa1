"""What must not stand in a note: anything that tells who somebody is."""

from __future__ import annotations

import re
from collections.abc import Callable

from venues.domain.postcode import SHAPE
from venues.domain.words import DAYS, MONTHS

_TITLED = re.compile(
    r"\b(?P<title>mrs?|miss|ms|mx|dr|master)\b(?:\.\s*|\s+)(?P<name>[^\W\d_]\w*)",
    re.IGNORECASE,
)
_ALWAYS_TITLES = frozenset({"mr", "mrs"})
"""In whatever case they are typed, they mean nothing else."""

_TITLES = frozenset({"Miss", "MISS", "Ms", "Mx", "MX", "Dr", "DR", "dr", "Master"})
"""As typed, and before a capital letter; "MS Teams" and "miss the bus" are neither."""

_NO_NAMES = frozenset(
    {word.lower() for word in (*DAYS, *MONTHS)} | {"key", "keys", "switch", "copy"}
)
"""What may follow "Miss" or "Master" with a capital without being a name."""

_BIRTH = re.compile(r"\bd\.?o\.?b\b|\bdate of birth\b|(?<![\w-])born\b", re.IGNORECASE)
_MONTH = "|".join(("Sept", *(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)))
_FULL_DATE = re.compile(
    r"(?<!\d)\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?,?\s+\d{{4}}(?!\d)"
    rf"|\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}(?!\d)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    # "Room C2 1st floor" and "B1 2hr before" only look like postcodes
    rf"\b{SHAPE[0]}\s*(?!(?-i:[0-9](?:st|nd|rd|th|hr))\b){SHAPE[1]}\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+])(?:(?:\+|00)44[\s.-]?(?:\(0\))?|\(?0)(?:[\s().-]{0,3}\d){9,10}(?![\w])"
)
# begun where a word begins only, or a long text without any would take minutes
_MAIL = re.compile(
    r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE
)


def private_words(text: str) -> str | None:
    """What the text seems to give away about somebody, or None.

    It finds a name with a title, a date of birth (or any date with its year, for a
    booking has its own), a whole postcode, a British phone number and an e-mail
    address; the answer completes "This looks like …". A name without a title is not
    found: nobody can tell Rose from a rose.
    """
    return next((kind for kind, found in _KINDS if found(text)), None)


def _names_somebody(text: str) -> bool:
    return any(_is_name(found) for found in _TITLED.finditer(text))


def _is_name(found: re.Match[str]) -> bool:
    """Whether a title and the word after it are a name, not "miss the bus"."""
    title, name = found["title"], found["name"]
    return title.lower() in _ALWAYS_TITLES or (
        title in _TITLES and name[0].isupper() and name.lower() not in _NO_NAMES
    )


_KINDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("a name", _names_somebody),
    ("a date of birth", _BIRTH.search),
    ("a date of birth", _FULL_DATE.search),
    ("a postcode", _POSTCODE.search),
    ("a phone number", _PHONE.search),
    ("an e-mail address", _MAIL.search),
)
