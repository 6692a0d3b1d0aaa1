"""``staff list``, ``staff add`` and ``staff leave``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from venues.address import Address
from venues.commands import options
from venues.commands.desk import Desk
from venues.domain.people import Role
from venues.domain.words import count, short_day, span
from venues.services import people, staffing
from venues.services.staffing import StaffDraft
from venues.services.team import handing_over, in_hand, members
from venues.services.team.in_hand import Item
from venues.services.team.members import Member

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "list", list_, "who works here")
    parser.add_argument("--left", action="store_true", help="also those who left")
    parser = named(commands, "add", add, "enter somebody")
    add_ = parser.add_argument
    add_("staff", metavar="LOGIN")
    add_("--name", required=True, metavar="NAME")
    add_("--role", required=True, choices=[role.value for role in Role])
    add_("--authority", default="", metavar="CODE", help="WAR; all of them without")
    add_("--ask-for", default="", metavar="NAME", help="what reception is given")
    add_("--agency", default="", metavar="NAME")
    add_("--phone", default="", metavar="NUMBER", help="a work phone")
    add_("--duty-manager", action="store_true")
    parser = named(commands, "leave", leave, "let somebody leave, and hand on")
    add_ = parser.add_argument
    add_("staff", metavar="LOGIN")
    add_("--on", metavar="DATE", help="no sign-in from then on; today without")
    add_("--to", metavar="LOGIN", help="who takes all that they have in hand")


def list_(desk: Desk) -> int:
    """Everybody, with roles and standing."""
    today = desk.now.date()
    database = desk.open()
    try:
        with database.read() as session:
            found = members.everybody(session, desk.viewer(session))
    finally:
        database.close()
    shown = [each for each in found if desk.options.left or each.works_on(today)]
    desk.answer(
        {"staff": [_facts(each) for each in shown]},
        [
            f"{each.draft.login}  {each.draft.name}, {each.draft.role.words}. "
            f"{each.standing(today)}."
            for each in shown
        ],
    )
    return 0


def add(desk: Desk) -> int:
    """Enter somebody."""
    given = desk.options
    draft = StaffDraft(
        login=given.staff,
        name=given.name,
        role=Role(given.role),
        authority=given.authority.upper(),
        ask_for=given.ask_for,
        agency=given.agency,
        work_phone=given.phone,
        duty_manager=given.duty_manager,
    )
    with desk.writing("entry of a colleague") as (session, viewer):
        added = staffing.add(session, viewer, draft, today=desk.now.date())
        entered = members.member(session, added.staff_id)
    shared = isinstance(desk.place, Address)
    desk.answer(_facts(entered), [members.welcome(entered, shared=shared)])
    return 0


def leave(desk: Desk) -> int:
    """Let somebody leave; what they have in hand goes to a colleague, or is listed."""
    today, given = desk.now.date(), desk.options
    on = options.day(given.on, today) if given.on else today
    with desk.writing("leaving of a colleague") as (session, viewer):
        opened = members.by_login(session, given.staff, viewer)
        gone = members.leave(session, viewer, opened, on, today=today)
        found = in_hand.items(session, viewer, gone.id, since=on, now=desk.now)
        if given.to:
            taker = people.staff_id(session, given.to, today)
            plan = {each.key: taker for each in found}
            handing_over.hand_over(session, viewer, gone.id, plan, now=desk.now)
    did = f"Handed to {given.to}" if given.to else "Still to hand over"
    desk.answer(
        _facts(gone)
        | {"in_hand": [_item(each) for each in found], "handed_to": given.to},
        [
            f"{gone.draft.name} does not sign in from {short_day(on)} on.",
            *(f"{did}: {_words(each)}." for each in found),
        ],
    )
    return 0


def _facts(each: Member) -> dict[str, Any]:
    draft = each.draft
    return {
        "login": draft.login,
        "name": draft.name,
        "role": draft.role.value,
        "authority": draft.authority,
        "agency": draft.agency,
        "work_phone": draft.work_phone,
        "ask_for": draft.ask_for,
        "duty_manager": draft.duty_manager,
        "left_on": each.left_on,
    }


def _item(each: Item) -> dict[str, Any]:
    return {
        "what": each.key[0],
        "starts": each.starts,
        "ends": each.ends,
        "place": each.place,
        "reference": each.reference,
        "many": each.many,
    }


def _words(each: Item) -> str:
    if each.starts is None or each.ends is None:
        return f"{count(each.many, 'case')} on the list"
    when = f"{short_day(each.starts)}, {span(each.starts, each.ends)}"
    return " ".join(part for part in (each.reference, when, each.place) if part)
