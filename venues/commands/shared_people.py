"""``shared add-person``, ``remove-person`` and ``asked``: who signs in at a server."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from venues.commands.desk import Desk
from venues.database.session import Database
from venues.domain.people import Role
from venues.domain.words import day_month
from venues.services.apart import counting
from venues.services.staffing import StaffDraft
from venues.services.team import logins
from venues.services.team.logins import Entered

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "add-person", add_person, "let somebody sign in")
    add_ = parser.add_argument
    add_("staff", metavar="LOGIN")
    add_("--role", required=True, choices=[role.value for role in Role])
    add_("--name", default="", metavar="NAME", help="the login without")
    add_("--authority", default="", metavar="CODE", help="WAR; all of them without")
    about_password(parser)
    parser = named(commands, "remove-person", remove_person, "let them no longer")
    parser.add_argument("staff", metavar="LOGIN")
    named(commands, "asked", asked, "how much people asked about others")


def about_password(parser: ArgumentParser) -> None:
    """How somebody proves who they are; never typed where others could read it."""
    parser.add_argument(
        "--password",
        choices=["-"],
        metavar="-",
        help="read one from standard input; none with Windows sign-in",
    )


def enter(desk: Desk, login: str, role: Role) -> Entered:
    """Enter somebody as staff and let them sign in, with what the command was given."""
    given = desk.options
    draft = StaffDraft(
        login=login, name=given.name, role=role, authority=given.authority.upper()
    )
    password = desk.typed(given.password) or ""
    return logins.add(desk.address, draft, desk.now.date(), password=password)


def add_person(desk: Desk) -> int:
    """Enter somebody as staff, or anew with another role, and let them sign in."""
    entered = enter(desk, desk.options.staff, Role(desk.options.role))
    now = "can sign in now" if entered.new_login else "can sign in as before"
    desk.answer(
        {
            "login": entered.login,
            "name": entered.name,
            "role": entered.role.value,
            "new_login": entered.new_login,
            "new_person": entered.new_person,
        },
        [f"{entered.login} {now}, as {entered.role.words.lower()}."],
    )
    return 0


def remove_person(desk: Desk) -> int:
    """Let somebody sign in no longer, from this moment on."""
    login = desk.options.staff.strip().lower()
    removed = logins.remove(desk.address, login, desk.now.date())
    said = "does not sign in any more" if removed else "could not sign in any more"
    desk.answer({"login": login, "removed": removed}, [f"{login} {said}."])
    return 0


def asked(desk: Desk) -> int:
    """How much each worker asked the server about other people; for managers."""
    database = Database.open(desk.address)
    try:
        with database.read() as session:
            found = counting.questions(session, desk.viewer(session)) or ()
    finally:
        database.close()
    desk.answer(
        {"asked": [asdict(each) for each in found]},
        [
            f"{each.who}: {each.most} on {day_month(each.most_on)}, "
            f"{each.asked} on {day_month(each.last)}."
            for each in found
        ],
    )
    return 0
