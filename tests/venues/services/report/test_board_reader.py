"""The report of a board reader who signs in at a server by themselves."""

from __future__ import annotations

import pytest

from tests.people import BOARD, MANAGER, PEOPLE
from tests.server import Kept, Server
from tests.venues.services.report.scene import SCOPE
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.services.report import gathering
from venues.services.report.content import Block, Heading, Words


def after(title: str, blocks: tuple[Block, ...]) -> Block:
    """What stands beneath a heading."""
    return blocks[blocks.index(Heading(title, 2)) + 1]


@pytest.mark.parametrize(
    ("login", "says"),
    [(MANAGER, "Fewer than 5 (risk meetings)"), (BOARD, "your sign-in reads no")],
)
def test_it_says_what_a_sign_in_does_not_read(
    server: Server, peopled: Kept, login: str, says: str
) -> None:
    name = peopled.reset().name
    id_, role = PEOPLE[login]
    database = Database.open(server.address(name, login))

    with database.read() as session:
        viewer = Viewer(id_, login, login, role, 1)
        report = gathering.gather(session, SCOPE, viewer)
    database.close()

    said = after("Police at risk meetings", report.blocks)
    assert isinstance(said, Words)
    assert says in said.text
