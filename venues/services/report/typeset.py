"""The report as a tagged PDF that a screen reader reads (PDF/UA-1), set by Typst.

Typst comes with the extra ``pdf`` and is imported only when a report is saved.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import Any, Final

from venues.resources import folder
from venues.services.report.content import Heading, Report, Words

STANDARD: Final = "ua-1"
"""ISO 14289-1, which wants tags, a language and a title."""


def available() -> bool:
    """Whether Typst is there."""
    return find_spec("typst") is not None


def made(report: Report) -> bytes:
    """The file's content; its dates are fixed, so that it tells nothing of when."""
    import typst  # noqa: PLC0415 - as above

    content = typst.compile(
        str(folder() / "report.typ"),
        format="pdf",
        sys_inputs={"report": json.dumps(_said(report))},
        pdf_standards=[STANDARD],
        ignore_system_fonts=True,
        timestamp=0,
    )
    return bytes(content)


def _said(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "foot": report.as_of,
        "blocks": [_block(each) for each in report.blocks],
    }


def _block(block: Any) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "text": block.text, "level": block.level}
    if isinstance(block, Words):
        return {"kind": "words", "text": block.text}
    return {
        "kind": "grid",
        "title": block.title,
        "heads": list(block.heads),
        "rows": [list(row) for row in block.rows],
        "shares": list(block.shares) or [2, *[1] * (len(block.heads) - 1)],
    }
