"""The table setting: a value a key, meaning given by `app.settings`."""

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, insert, select

from backstride.store.database import Database
from backstride.store.schema import setting

SettingValue = str | int | float | bool | None


class KeptSettings:
    """Reading and writing all settings at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, keys: Iterable[str] | None = None) -> Mapping[str, SettingValue]:
        """The values of these keys, as far as they are kept; without keys of all, among them long ones."""
        query = select(setting) if keys is None else select(setting).where(setting.c.key.in_(list(keys)))
        with self._database.reading() as db:
            return {row.key: row.value for row in db.execute(query)}

    def get(self, key: str) -> SettingValue:
        """The value of one key; None: nothing is kept."""
        return self.read((key,)).get(key)

    def write(self, values: Mapping[str, SettingValue]) -> None:
        """Change the given keys and leave the others."""
        with self._database.writing() as db:
            db.execute(delete(setting).where(setting.c.key.in_(list(values))))
            if values:
                db.execute(insert(setting), [{"key": key, "value": value} for key, value in values.items()])
