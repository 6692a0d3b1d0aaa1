"""How Alembic reaches the database: over the connection that ``run`` hands it."""

from __future__ import annotations

from alembic import context

from venues.database.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
