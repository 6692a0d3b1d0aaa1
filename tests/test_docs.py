"""What is written for people is true of the program: links, pictures, commands, words.

Pictures are made by ``python3 dev.py screens`` and kept with the guide.
"""

from __future__ import annotations

import io
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import dev
import main
from tests.world import World
from ui import entries
from venues.commands import run
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.gazetteer import ATTRIBUTION
from venues.services import help_pages
from venues.services.sample import Summary

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
}
GUIDE = [name for name in PAGES if name.startswith("docs/guide/")]
FOR_USERS = ["README.md", *GUIDE]

PICTURES = {
    *("today", "find", "find-dark", "booking", "venues", "settings", "help"),
    *("schedule-day", "schedule-week", "schedule-room", "venues-map", "keep-apart"),
    *("evidence", "evidence-map", "evidence-options"),
    *(
        "lone-working",
        "outcomes",
        "evidence-what-if",
        "today-manager",
        "refusal",
        "sign-offs",
        "needs-review",
        "booking-panel",
        "booking-series",
        "venues-assessment",
        "venues-opening",
    ),
    *("settings-checklist", "settings-people", "restore", "print-directions"),
    *("first-start", "join", "connection-lost", "displaced"),
    *("print-team", "print-door", "print-reception", "print-own"),
}
"""What the program makes pictures of, and nothing else may be linked."""

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEVER = re.compile(
    r"\b(?:young offender|perpetrator|no-show|FTA|absconded|gang member|"
    r"disabled toilet|invalid|(?<!standard )error|oops|please)s?\b",
    re.IGNORECASE,
)


def links(name: str) -> Iterator[str]:
    """Where a page leads: relative paths, with no place inside a page."""
    for target in LINK.findall(PAGES[name]):
        path = target.partition("#")[0]
        if path and "://" not in path:
            yield path


def commands(name: str) -> Iterator[list[str]]:
    """The words of each command that a page shows, without those left open."""
    for language, block in FENCE.findall(PAGES[name]):
        for line in block.splitlines() if language == "sh" else ():
            if line.strip() and "…" not in line:
                yield shlex.split(line)


@cache
def parser() -> Parser:
    """The arguments of the program, as ``main.py`` makes them."""
    made = Parser(prog="venues")
    made.add_argument("--data")
    made.add_argument("--as", dest="login")
    run.add(made.add_subparsers(required=True, parser_class=Parser))
    return made


def answer(path: Path, line: str, login: str = "practitioner.04") -> Any:
    """What a command answers early on the Monday of the small world."""
    options = parser().parse_args(
        ["--data", str(path), "--as", login, *shlex.split(line)]
    )
    said = io.StringIO()
    run.run(Desk(options, datetime(2026, 11, 23, 8), io.StringIO(), said, len))
    return json.loads(said.getvalue())


def keys(value: Any, of: str = "") -> set[tuple[str, str]]:
    """The keys of an answer and of what is in it, each with whose key it is."""
    if isinstance(value, list):
        return {pair for each in value for pair in keys(each, of)}
    if not isinstance(value, dict):
        return set()
    within = {pair for name, each in value.items() for pair in keys(each, name)}
    return within | {(of, name) for name in value}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_file(name: str) -> None:
    folder = (ROOT / name).parent

    missing = [path for path in links(name) if not (folder / path).exists()]

    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_only_pictures_that_the_program_makes_are_shown(name: str) -> None:
    shown = {Path(path).stem for path in links(name) if path.endswith(".png")}

    assert shown <= PICTURES


@pytest.mark.parametrize("name", FOR_USERS)
def test_every_command_can_be_typed_as_it_is_shown(name: str) -> None:
    for start, script, *words in commands(name):
        assert (start, script) == ("python3", "dev.py")
        command, *rest = words
        assert command in dev.COMMANDS
        if command == "run" and rest:
            assert rest[0] not in main.WINDOW
            assert parser().parse_args(rest).work


def test_the_readme_and_the_guide_show_every_command() -> None:
    shown = {
        word
        for name in FOR_USERS
        for words in commands(name)
        for word in words
        if words[2] == "run"
    }
    known = re.search(r"\{([\w,]+)\}", parser().format_usage())

    assert known is not None
    assert set(known[1].split(",")) <= shown


@pytest.mark.parametrize(
    "command",
    [
        *(
            "sample",
            "find",
            "book",
            "show",
            "move",
            "cancel",
            "schedule",
            "outings",
            "close",
        ),
        *("venues list", "venues import", "venues export"),
    ],
)
def test_the_guide_tells_of_every_option(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([*command.split(), "--help"])

    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    page = PAGES["docs/guide/commands.md"]
    assert {option for option in options if option not in page} == set()


def test_the_answers_in_the_guide_have_the_shape_of_real_ones(world: World) -> None:
    path, when = world.database.path, "--on 2026-11-26 --from 15:00 --to 16:00"
    book = f"book {when} --for child --room 1 --json"

    booked = answer(path, book)
    answers = [
        answer(path, f"find {when} --for child --json", login="practitioner.05"),
        booked,
        answer(path, book, login="practitioner.05"),
        answer(path, f"show {booked['booking']} --json"),
    ]

    sample, *shown = (
        json.loads(block)
        for language, block in FENCE.findall(PAGES["docs/guide/commands.md"])
        if language == "json"
    )
    assert list(sample) == [field.name for field in fields(Summary)]
    assert [keys(each) for each in shown] == [keys(each) for each in answers]


def test_the_guide_leads_to_every_one_of_its_pages() -> None:
    listed = {f"docs/guide/{path}" for path in links("docs/guide/index.md")}

    assert set(GUIDE) - {"docs/guide/index.md"} <= listed


def test_every_page_of_the_program_has_its_help() -> None:
    pages = set(entries.PAGES) - {"help"}

    assert pages <= {page.topic for page in help_pages.pages() if page.text}


def test_the_source_of_the_postcodes_is_named() -> None:
    assert ATTRIBUTION in " ".join(PAGES["README.md"].split())


@pytest.mark.parametrize("name", PAGES)
def test_no_page_sends_anybody_to_an_address(name: str) -> None:
    web = r"\b(?!postgresql:)\w+://\S+|\bwww\.\S+"
    assert re.findall(web, PAGES[name]) == []


@pytest.mark.parametrize("name", FOR_USERS)
def test_the_words_are_the_products_own(name: str) -> None:
    assert NEVER.findall(PAGES[name]) == []
