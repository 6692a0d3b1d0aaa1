# ruff: noqa: S608 - words of our own, nothing from outside
"""Who may sign in at a shared database: a login for each person, and their groups.

A person's rights are those of the group they are in, and what is theirs is told by
their login: the ``staff`` row of that name. Nobody signs in as the owner.
"""

from __future__ import annotations

from venues.domain.people import Role

OWNER = "venues_owner"
"""Whose all tables and functions are, and who never signs in."""

GROUPS = {role: f"venues_{role.value}" for role in Role}
"""Role → the group whose rights it has."""

EVERYBODY = tuple(GROUPS.values())
KEEPERS = (GROUPS[Role.COORDINATOR], GROUPS[Role.MANAGER])
"""Those who see all bookings, cases and links."""

MANAGERS = (GROUPS[Role.MANAGER],)
WORKERS = (GROUPS[Role.PRACTITIONER], GROUPS[Role.VICTIM_WORKER])
"""Those who see what is theirs, and when rooms are taken."""

STAFF = (*WORKERS, *KEEPERS)
"""All who book."""

# Roles belong to the server, not to a database: another one of ours may have made them.
_ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}')
    THEN CREATE ROLE {name} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
"""


def groups() -> tuple[str, ...]:
    """The statements that make the owner and the groups, where they are missing.

    Whoever does it becomes a member of the owner: a superuser needs no such thing.
    """
    join = """
DO $$ BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
        AND NOT pg_has_role(current_user, '{owner}', 'USAGE')
    THEN EXECUTE format('GRANT {owner} TO %I', current_user); END IF; END $$
"""
    made = (_ROLE.format(name=name) for name in (OWNER, *EVERYBODY))
    return (*made, join.format(owner=OWNER))


def hand_over() -> str:
    """The statement by which all that is ours becomes the owner's."""
    return f"""
DO $$ DECLARE each record; BEGIN
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO {OWNER}',
        current_database());
    GRANT USAGE, CREATE ON SCHEMA public TO {OWNER};
    FOR each IN SELECT oid::regclass AS name, relkind FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
            AND pg_get_userbyid(relowner) <> '{OWNER}'
    LOOP EXECUTE format('ALTER %s %s OWNER TO {OWNER}',
        CASE each.relkind WHEN 'r' THEN 'TABLE' ELSE 'VIEW' END, each.name);
    END LOOP;
    FOR each IN SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace
            AND pg_get_userbyid(proowner) <> '{OWNER}'
            AND NOT EXISTS (SELECT FROM pg_depend
                WHERE objid = p.oid AND deptype = 'e')
    LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO {OWNER}', each.name);
    END LOOP;
END $$
"""
