"""Entered as staff and let in at a server, in one go, as often as one likes."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import psycopg
import pytest

from tests.server import Server
from tests.world import TODAY, World
from venues.address import Address
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import NotAllowed, NotFound
from venues.services import people
from venues.services.staffing import StaffDraft
from venues.services.team import logins

pytestmark = pytest.mark.of_a_server
NEW = StaffDraft(login="Victim.09", name="", role=Role.VICTIM_WORKER, authority="WAR")


def place(world: World) -> Address:
    assert isinstance(world.database.place, Address)
    return world.database.place


def signed_in(server: Server, login: str) -> people.Viewer:
    database = Database.open(server.address("world", login))
    try:
        with database.read() as session:
            found = people.signed_in(session, TODAY)
    finally:
        database.close()
    assert found is not None
    return found


def test_one_is_entered_and_signs_in_as_themselves(
    world: World, server: Server
) -> None:
    first = logins.add(place(world), NEW, TODAY)
    again = logins.add(place(world), NEW, TODAY)

    assert (first.login, first.name, first.new_login) == (
        "victim.09",
        "Victim.09",
        True,
    )
    assert (again.new_login, again.new_person) == (False, False)
    viewer = signed_in(server, "victim.09")
    assert (viewer.role, viewer.authority_id) == (Role.VICTIM_WORKER, 1)
    logins.remove(place(world), "victim.09", TODAY)


def test_another_role_keeps_all_else(world: World, server: Server) -> None:
    draft = StaffDraft(login="practitioner.05", name="", role=Role.VICTIM_WORKER)

    logins.add(place(world), draft, TODAY)

    viewer = signed_in(server, "practitioner.05")
    assert (viewer.staff_id, viewer.name) == (2, "Practitioner 05")
    assert (viewer.role, viewer.authority_id) == (Role.VICTIM_WORKER, 1)
    back = StaffDraft(login="practitioner.05", name="", role=Role.PRACTITIONER)
    logins.add(place(world), back, TODAY)


def test_the_list_of_staff_alone_gives_nobody_rights(
    world: World, server: Server
) -> None:
    with closing(psycopg.connect(place(world).words, autocommit=True)) as raw:
        raw.execute("UPDATE staff SET role = 'manager' WHERE id = 1")

    with pytest.raises(NotAllowed, match="another role"):
        signed_in(server, "practitioner.04")


def test_nobody_sits_there_as_somebody_else(world: World, server: Server) -> None:
    database = Database.open(server.address("world", "practitioner.05"))
    later = date(2027, 1, 2)  # from the day before on they act for another

    with database.read() as session:
        assert people.at_this_pc(session, "manager.01", TODAY).staff_id == 2
        assert [each.id for each in people.seats(session, TODAY)] == [2]
        with pytest.raises(NotAllowed, match="may not act for"):
            people.sign_in(session, "practitioner.04", TODAY)
        assert people.sign_in(session, "practitioner.04", later).staff_id == 1
        assert people.at_this_pc(session, "practitioner.04", later).staff_id == 1
        assert {each.id for each in people.seats(session, later)} == {1, 2}
    database.close()
    with world.database.read() as session:  # whoever looks after the server
        assert people.signed_in(session, TODAY) is None
        assert people.sign_in(session, "manager.01", TODAY) == world.manager


def test_one_who_is_removed_has_left_and_is_kept_out(
    world: World, server: Server
) -> None:
    logins.add(place(world), NEW, TODAY)

    assert logins.remove(place(world), "VICTIM.09", TODAY)
    assert not logins.remove(place(world), "victim.09", TODAY)

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.address("world", "victim.09").words)
    with world.database.read() as session, pytest.raises(NotFound):
        people.viewer(session, "victim.09", TODAY)
    with pytest.raises(NotFound, match="Nobody here"):
        logins.remove(place(world), "nobody.09", TODAY)


def test_an_administrator_who_is_no_superuser_looks_after_it_too(
    world: World, server: Server
) -> None:
    admin = server.address("cheshire", "office.admin")
    with closing(psycopg.connect(place(world).words, autocommit=True)) as raw:
        raw.execute('DROP ROLE IF EXISTS "office.admin"')
        raw.execute('CREATE ROLE "office.admin" LOGIN CREATEROLE CREATEDB')
        for group in ("venues_owner", *(f"venues_{role.value}" for role in Role)):
            raw.execute(f'GRANT {group} TO "office.admin" WITH ADMIN OPTION')
    from venues.database.migrations import shared  # noqa: PLC0415 - and the driver

    assert shared.create(admin)
    assert not shared.create(admin)
    entered = logins.add(admin, NEW, TODAY)
    assert entered.new_person
    database = Database.open(server.address("cheshire", "victim.09"))
    with database.read() as session:
        assert people.at_this_pc(session, "", TODAY).login == "victim.09"
    database.close()
    logins.remove(admin, "victim.09", TODAY)
    server.drop(admin)
