"""What can go wrong is drawn as a tree, and says what its caller needs."""

from __future__ import annotations

import inspect
import re

from venues import errors
from venues.domain.findings import Finding, Severity
from venues.errors import Refused, VenuesError, WrongInput


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    classes = [
        name
        for name, made in inspect.getmembers(errors, inspect.isclass)
        if issubclass(made, VenuesError) and made is not VenuesError
    ]

    assert sorted(drawn) == sorted(classes)


def test_wrong_input_names_the_field_it_belongs_beside() -> None:
    wrong = WrongInput("Choose a later end.", "ends")

    assert (str(wrong), wrong.field) == ("Choose a later end.", "ends")


def test_wrong_input_of_no_field_belongs_to_the_whole_form() -> None:
    assert WrongInput("Choose a room first.").field == ""


def test_a_refusal_says_all_that_is_wrong_and_keeps_the_findings() -> None:
    full = Finding("R2", Severity.REFUSAL, "Oak seats 6.")
    shut = Finding("R12", Severity.REFUSAL, "Bridge House is shut.")

    refused = Refused((full, shut), code="K-7Q2M4X")

    assert str(refused) == "Oak seats 6. Bridge House is shut."
    assert refused.findings == (full, shut)
    assert refused.code == "K-7Q2M4X"


def test_a_refusal_has_no_code_unless_it_is_given_one() -> None:
    assert Refused(()).code is None
