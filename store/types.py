"""Column types that mean the same on SQLite (STRICT tables know five types) and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, Boolean, ColumnElement, Date, DateTime, Dialect, Integer, Text, Time, literal_column
from sqlalchemy.types import TypeDecorator, TypeEngine

E = TypeVar("E", bound=StrEnum)

BigInt = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment in time. Aware, in UTC; a naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text that sorts as time does, on SQLite."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Raises ValueError for a naive datetime."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.isoformat(timespec="microseconds") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Back as an aware datetime in UTC."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class Flag(TypeDecorator[bool]):
    """Yes or no."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """0 or 1 on SQLite."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:  # noqa: FBT001 - SQLAlchemy's own
        """As 0 or 1 on SQLite."""
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Back as a bool."""
        return None if value is None else bool(value)


class Day(TypeDecorator[date]):
    """A date on somebody's own calendar."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """ISO text on SQLite."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """As ISO text on SQLite."""
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Back as a date."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class LocalTime(TypeDecorator[time]):
    """A time on somebody's own clock, to the minute."""

    impl = Time
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """ISO text on SQLite."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Time())

    def process_bind_param(self, value: time | None, dialect: Dialect) -> Any:
        """As ISO text on SQLite."""
        return value.isoformat("minutes") if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:
        """Back as a time."""
        return time.fromisoformat(value) if isinstance(value, str) else value


class Word(TypeDecorator[E], Generic[E]):
    """One of the words of an enumeration."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """The word itself."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """Back as the enumeration's own value. Raises ValueError for a word it does not know."""
        return None if value is None else self.words(value)


def written(word: StrEnum) -> ColumnElement[Any]:
    """A word that stands in the statement itself, for what is asked all day long. Of a column with an index for some of
    its words alone, SQLite would otherwise plan the statement anew each time it is told which word is meant: that took
    ten times as long as the answer."""
    return literal_column(f"'{word.value}'")
