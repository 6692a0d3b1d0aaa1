"""What every table has in common: naming, column types and versions."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    Date,
    DateTime,
    Dialect,
    MetaData,
    String,
    Time,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.dialects.sqlite import DATETIME, TIME
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class _ToTheMinute(TypeDecorator[Any]):
    """Lets go of seconds on the way in, as the words in a file do."""

    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> Any:
        """Without what is finer than a minute."""
        return value if value is None else value.replace(second=0, microsecond=0)


class _MomentToTheMinute(_ToTheMinute):
    impl = DateTime


class _ClockToTheMinute(_ToTheMinute):
    impl = Time


MOMENT = (
    DateTime()
    .with_variant(
        DATETIME(  # type: ignore[no-untyped-call]
            storage_format="%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d"
        ),
        "sqlite",
    )
    .with_variant(_MomentToTheMinute(), "postgresql")
)
"""Local wall-clock time to the minute; in SQLite as text that sorts and can be read."""

CLOCK = (
    Time()
    .with_variant(
        TIME(storage_format="%(hour)02d:%(minute)02d"),  # type: ignore[no-untyped-call]
        "sqlite",
    )
    .with_variant(_ClockToTheMinute(), "postgresql")
)
"""A time of day to the minute."""

Key = Annotated[int, mapped_column(primary_key=True)]
Name = Annotated[str, mapped_column(String(120))]
Code = Annotated[str, mapped_column(String(24))]
Moment = Annotated[datetime, mapped_column(MOMENT)]
Stamp = Annotated[datetime, mapped_column(DateTime())]
Clock = Annotated[time, mapped_column(CLOCK)]
Exchange = Annotated[UUID, mapped_column(Uuid(), unique=True, default=uuid4)]


class Base(DeclarativeBase):
    """The root of all tables; it names constraints, so that errors can say them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        date: Date(),
        datetime: MOMENT,
        time: CLOCK,
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        list[int]: JSON(),
    }


def say_to_postgres() -> None:
    """What an index leaves out is said to SQLite; PostgreSQL is to hear it too.

    Said in the models, it would load all of that dialect at each start of the program.
    """
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            where = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = where


class Versioned:
    """A row people edit: saving over somebody else's change is noticed and refused."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Tell the mapper which column counts the versions."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]
