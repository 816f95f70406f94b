"""What a person measured of themselves and what that is judged by: trial, outcome, alternation, body_setting.

Outcomes, alternations and settings keep a body of the caller's own making: JSON text, by `store.codec`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, Select, Table, delete, func, insert, select, update

from backstride.assess.trial import Trial
from backstride.errors import NotFound
from backstride.message import say
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.schema import alternation, body_setting, outcome, trial


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What was chosen to judge a plan by (its id; empty: without a plan), and when. body: JSON text."""

    id: int
    plan_id: str
    chosen_at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class AlternationRow:
    """Weeks with and without, by lot. body: JSON text."""

    id: int
    begun: date
    body: str


@dataclass(frozen=True, slots=True)
class BodySettingRow:
    """Something of the body that holds from a day on, until the next of the same key. body: JSON text."""

    key: str
    from_day: date
    body: str


class Measuring:
    """Reading and writing these four tables. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_trial(self, one: Trial, *, only_new: bool = False) -> bool:
        """Keep a try, in the place of one with the same id unless `only_new`. Returns whether it was kept."""
        values = {"test": one.test, "day": one.day, "at": one.at, "side": one.side.value, "value": one.value}
        with self._database.writing() as db:
            known = db.execute(select(trial.c.id).where(trial.c.id == one.id)).first() is not None
            if known and only_new:
                return False
            change = update(trial).where(trial.c.id == one.id) if known else insert(trial)
            db.execute(change.values(values | {"id": one.id, "body": to_json(one)}))
        return True

    def trial(self, id_: str) -> Trial:
        """Raises NotFound."""
        with self._database.reading() as db:
            body = db.execute(select(trial.c.body).where(trial.c.id == id_)).scalar()
        if body is None:
            raise NotFound(say("there is no try {id} at a test", id=id_))
        return from_json(Trial, body)

    def trials(
        self, test: str | None = None, since: date | None = None, until: date | None = None
    ) -> tuple[Trial, ...]:
        """Oldest first; of one test, or of all; of days from `since` to `until`, both among them."""
        query: Select[Any] = select(trial.c.body).order_by(trial.c.at, trial.c.id)
        if test is not None:
            query = query.where(trial.c.test == test)
        if since is not None:
            query = query.where(trial.c.day >= since)
        if until is not None:
            query = query.where(trial.c.day <= until)
        with self._database.reading() as db:
            return tuple(_trial(body) for body in db.execute(query).scalars())

    def remove_trial(self, id_: str) -> bool:
        """Returns whether there was one."""
        with self._database.writing() as db:
            return bool(db.execute(delete(trial).where(trial.c.id == id_)).rowcount)

    def save_outcome(self, plan_id: str, chosen_at: datetime, body: str, *, only_new: bool = False) -> int | None:
        """Keep what was chosen. Returns its number; None where `only_new` and the same was kept before."""
        return self._add(outcome, {"plan_id": plan_id, "chosen_at": chosen_at, "body": body}, only_new=only_new)

    def outcomes(self, plan_id: str | None = None) -> tuple[OutcomeRow, ...]:
        """In the order they were chosen; of one plan, or of all."""
        query = select(outcome).order_by(outcome.c.chosen_at, outcome.c.id)
        if plan_id is not None:
            query = query.where(outcome.c.plan_id == plan_id)
        with self._database.reading() as db:
            return tuple(OutcomeRow(row.id, row.plan_id, row.chosen_at, row.body) for row in db.execute(query))

    def save_alternation(self, begun: date, body: str, *, only_new: bool = False) -> int | None:
        """Begin one. Returns its number; None where `only_new` and the same was kept before."""
        return self._add(alternation, {"begun": begun, "body": body}, only_new=only_new)

    def alternations(self) -> tuple[AlternationRow, ...]:
        """Oldest first."""
        query = select(alternation).order_by(alternation.c.begun, alternation.c.id)
        with self._database.reading() as db:
            return tuple(AlternationRow(row.id, row.begun, row.body) for row in db.execute(query))

    def remove_alternation(self, id_: int) -> bool:
        """Returns whether there was one."""
        with self._database.writing() as db:
            return bool(db.execute(delete(alternation).where(alternation.c.id == id_)).rowcount)

    def save_setting(self, key: str, from_day: date, body: str, *, only_new: bool = False) -> bool:
        """Let a setting hold from a day on, in the place of one of that day unless `only_new`. Returns whether."""
        same = (body_setting.c.key == key) & (body_setting.c.from_day == from_day)
        with self._database.writing() as db:
            if only_new and db.execute(select(body_setting.c.key).where(same)).first() is not None:
                return False
            db.execute(delete(body_setting).where(same))
            db.execute(insert(body_setting).values(key=key, from_day=from_day, body=body))
        return True

    def settings(self, key: str | None = None) -> tuple[BodySettingRow, ...]:
        """Oldest first; of one key, or of all."""
        query = select(body_setting).order_by(body_setting.c.from_day, body_setting.c.key)
        if key is not None:
            query = query.where(body_setting.c.key == key)
        with self._database.reading() as db:
            return tuple(_setting(row) for row in db.execute(query))

    def setting_on(self, key: str, day: date) -> BodySettingRow | None:
        """The one that holds on a day; None before the first."""
        holding = (body_setting.c.key == key) & (body_setting.c.from_day <= day)
        query = select(body_setting).where(holding).order_by(body_setting.c.from_day.desc()).limit(1)
        with self._database.reading() as db:
            row = db.execute(query).first()
        return None if row is None else _setting(row)

    def remove_setting(self, key: str, from_day: date) -> bool:
        """Returns whether there was one."""
        same = (body_setting.c.key == key) & (body_setting.c.from_day == from_day)
        with self._database.writing() as db:
            return bool(db.execute(delete(body_setting).where(same)).rowcount)

    def state(self) -> str:
        """Stands for the tries as they are: it changes with each of them."""
        with self._database.reading() as db:
            length = func.sum(func.length(trial.c.body))  # practice or not, a side, a note
            told = db.execute(select(func.count(), func.sum(trial.c.value), func.max(trial.c.at), length)).one()
        return " ".join(str(value) for value in told)

    def forget(self) -> None:
        """Everything of these tables."""
        with self._database.writing() as db:
            for table in (trial, outcome, alternation, body_setting):
                db.execute(delete(table))

    def _add(self, table: Table, values: dict[str, object], *, only_new: bool) -> int | None:
        same = [table.c[name] == value for name, value in values.items()]
        with self._database.writing() as db:
            if only_new and db.execute(select(table.c.id).where(*same)).first() is not None:
                return None
            key = db.execute(insert(table).values(values)).inserted_primary_key
        return None if key is None else int(key[0])


def _setting(row: Row[Any]) -> BodySettingRow:
    return BodySettingRow(row.key, row.from_day, row.body)


@lru_cache(maxsize=4096)
def _trial(text: str) -> Trial:
    """Equal texts are read once, as those of sessions are."""
    return from_json(Trial, text)
