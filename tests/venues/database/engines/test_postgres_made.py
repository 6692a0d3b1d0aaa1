"""What a server is given beside its tables can be given again."""

from __future__ import annotations

from tests.people import Raw
from venues.database.engines import postgres_made

ALL = """
SELECT 'policy', tablename || policyname || cmd || roles::text || coalesce(qual, '')
    || coalesce(with_check, '') FROM pg_policies
UNION ALL SELECT 'function', proname || coalesce(proacl::text, '') || prosrc
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT 'table', relname || coalesce(relacl::text, '')
    FROM pg_class WHERE relnamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgname || tgrelid::regclass FROM pg_trigger
    WHERE NOT tgisinternal
ORDER BY 1, 2
"""


def test_to_make_it_again_changes_nothing_and_leaves_nothing_over(keeper: Raw) -> None:
    before = keeper.execute(ALL).fetchall()
    keeper.execute("GRANT ALL ON booking TO venues_board")
    keeper.execute("CREATE POLICY over ON booking TO venues_board USING (true)")
    assert keeper.execute(ALL).fetchall() != before

    with keeper.transaction():
        for statement in postgres_made.statements():
            keeper.execute(statement)

    assert keeper.execute(ALL).fetchall() == before
