"""A statement of ours as plain SQL, to stand in a function of the server.

So what crosses people is asked in one set of words, whichever engine asks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy.dialects import postgresql


def plain(statement: Any, names: Mapping[str, str]) -> str:
    """The statement with SQL in the place of each value that is handed in.

    ``names`` maps what a value is called to an expression, of an array where the value
    is a list; values that the statement brings itself stand in it as they are.
    """
    dialect = postgresql.dialect(paramstyle="named")  # type: ignore[no-untyped-call]
    made = statement.compile(dialect=dialect)

    def value(found: re.Match[str]) -> str:
        return _value(found[1], made.params, names)

    said = str(made)
    for verb, how in (("NOT IN", "<> ALL"), ("IN", "= ANY")):
        listed = rf"\b{verb} \(__\[POSTCOMPILE_(\w+)\]\)"
        said = re.sub(listed, partial(_of_list, how, value), said)
    return re.sub(r"(?<![:\w]):([a-z]\w*)", value, said)


def _of_list(
    how: str, value: Callable[[re.Match[str]], str], found: re.Match[str]
) -> str:
    return f"{how}({value(found)})"


def _value(name: str, brought: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if name in names:
        return names[name]
    value = brought[name]
    if isinstance(value, list | tuple):
        return f"ARRAY[{', '.join(map(_literal, value))}]"
    return _literal(value)


def _literal(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "NULL"}[value]
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise TypeError(value)
    return "'" + value.replace("'", "''") + "'"
