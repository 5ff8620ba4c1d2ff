"""Opening the database, with a sentence for each reason why it does not open."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.exc import DatabaseError

from bot.ending import CannotGoOn, NoPlace, WrongSetting
from bot.out_of_use import out_of_use
from store.database import Database, make_private
from store.fit import see_that_key_fits
from store.sealed import CannotUnseal
from store.version import Form, form


async def bring_up_to_date(database: Database) -> None:
    """See that it is there, private, in today's form, and ours. Raises CannotGoOn."""
    if database.path is not None:
        _make(database.path)
    try:
        await _to_todays_form(database)
        await see_that_key_fits(database)
    except CannotUnseal:
        raise WrongSetting("SPOOR_KEY does not open this database: give the key that it was made with.") from None
    except (OSError, DatabaseError) as error:
        raise out_of_use(error) or CannotGoOn(
            f"The database at {database.url} does not open: see that DATABASE_URL is right and yours to write."
        ) from None


def _make(path: Path) -> None:
    """A folder in its place would be made private too, and then nobody could enter it."""
    if path.is_dir():
        raise NoPlace(path)
    try:
        make_private(path)
    except OSError:
        raise NoPlace(path) from None


async def _to_todays_form(database: Database) -> None:
    match await form(database):
        case Form.NEWER:
            raise CannotGoOn("A newer Spoor worked on this database: bring this one up to date first.")
        case Form.OLDER:
            from store.migrate import migrate  # Alembic takes long to load, and is seldom needed

            await migrate(database)
        case Form.TODAYS:
            return
