"""R31: nothing that names a person is written down."""

from __future__ import annotations

from collections.abc import Callable

from venues.domain.proposal import Proposal
from venues.domain.rules.free_text import FreeText


def test_a_name_in_a_note_is_refused_beside_that_note(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(texts=(("arrival", "Side door"), ("note", "Mrs Hughes comes")))

    (found,) = FreeText().examine(proposal)

    assert found.refuses
    assert found.field == "note"
    assert found.message.startswith("Use the case reference only.")


def test_set_up_words_pass(propose: Callable[..., Proposal]) -> None:
    assert not list(FreeText().examine(propose(texts=(("note", "12 chairs"),))))


def test_no_text_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(FreeText().examine(propose()))
