"""Nothing leaves but through the modules that are listed, each with its reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.privacy.doors import DOORS, KINDS, NAMES, SAID_FIRST
from tests.test_tree import calls, dotted, nodes, under

OURS = [*under("venues/", "ui/"), "main.py"]


@pytest.mark.parametrize("kind", [*KINDS, *NAMES])
def test_only_listed_modules_let_anything_out(kind: str) -> None:
    found = {name: line for name in OURS for line in _opened(kind, name)}

    listed = {name for names in DOORS[kind].values() for name in names}
    unlisted = [
        f"{name}:{line} opens a door of the kind “{kind}”"
        for name, line in sorted(found.items())
        if name not in listed
    ]
    unused = [f"{name}: no longer a door" for name in sorted(listed - found.keys())]

    assert not unlisted + unused, "\n".join([*unlisted, *unused])


def _opened(kind: str, name: str) -> Iterator[int]:
    """The lines at which a module has such a door."""
    if kind in NAMES:
        yield from (
            node.lineno
            for node in nodes(name)
            if isinstance(node, ast.Attribute)
            if re.fullmatch(NAMES[kind], dotted(node))
        )
        return
    for called, node in calls(name):
        if re.fullmatch(KINDS[kind], called) and not _constant(kind, node):
            yield node.lineno
    if kind == "files":
        yield from (
            node.lineno for called, node in calls(name) if _writes(called, node)
        )


def _constant(kind: str, node: ast.Call) -> bool:
    """Whether it says the same to everybody, whatever is in the database."""
    return kind in SAID_FIRST and all(_is_fixed(each) for each in node.args[:1])


def _is_fixed(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_fixed(node.body) and _is_fixed(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return all(
            _is_fixed(each.value if isinstance(each, ast.FormattedValue) else each)
            for each in node.values
        )
    return isinstance(node, ast.Constant) or dotted(node).isupper()


def _writes(called: str, node: ast.Call) -> bool:
    """Whether it opens a file to write into it."""
    if not re.fullmatch(r"(.*\.)?open", called):
        return False
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    return any(
        isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and re.fullmatch(r"[rwax]b?t?\+?b?", each.value)
        and set(each.value) & set("wax+")
        for each in given
    )
