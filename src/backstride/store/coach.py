"""What the coach keeps: answers, checks of a day, plans in all their versions; sessions are in `store.sessions`.

A plan is never changed: a new version takes its place, and the old one stays with the time until which it held.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from backstride.errors import Conflict, NotFound
from backstride.message import say
from backstride.plan.answers import Answers
from backstride.plan.check import Check
from backstride.plan.planned import Kept, Plan
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.plans import pack_plan, unpack_plan
from backstride.store.schema import answers, day_check, plan, session, setting
from backstride.store.sessions import Sessions

_DRAFT = "coach_draft"
_CALENDAR = "calendar_token"
_TOKEN_BYTES = 24


class Coach(Sessions):
    """The tables answers, plan and day_check, and with them those of sessions. Each method is one transaction.

    clock  tells when something is said; the demo sets it back while it makes a past
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def draft(self) -> Mapping[str, str]:
        """The form that was begun and is not answered to the end; empty where there is none."""
        kept = self._note(_DRAFT)
        return {str(key): str(value) for key, value in kept.items()} if isinstance(kept, dict) else {}

    def keep_draft(self, form: Mapping[str, str]) -> None:
        """In the place of the one before. An empty form is none."""
        self._keep_note(_DRAFT, {_plain(name): _plain(value) for name, value in form.items()})

    def save_answers(self, said: Answers) -> None:
        """The newest answers hold; those of before are kept."""
        with self._database.writing() as db:
            db.execute(insert(answers).values(at=self.clock(), body=to_json(said)))

    def answers(self) -> Answers | None:
        """The newest."""
        with self._database.reading() as db:
            body = db.execute(
                select(answers.c.body).order_by(answers.c.at.desc(), answers.c.id.desc()).limit(1)
            ).scalar()
        return None if body is None else from_json(Answers, body)

    def answered(self) -> tuple[tuple[datetime, Answers], ...]:
        """All answers ever given, oldest first, with when."""
        with self._database.reading() as db:
            rows = db.execute(select(answers).order_by(answers.c.at, answers.c.id)).all()
        return tuple((row.at, from_json(Answers, row.body)) for row in rows)

    def bring_answers(self, at: datetime, said: Answers) -> bool:
        """Keep answers that were given in another store, unless they are kept already. Returns whether."""
        body = to_json(said)
        with self._database.writing() as db:
            if db.execute(select(answers.c.id).where(answers.c.at == at, answers.c.body == body)).first() is not None:
                return False
            db.execute(insert(answers).values(at=at, body=body))
        return True

    def save_check(self, check: Check) -> None:
        """What a person said of themselves on a day; the last word of the day holds."""
        with self._database.writing() as db:
            db.execute(delete(day_check).where(day_check.c.day == check.day))
            db.execute(insert(day_check).values(day=check.day, at=self.clock(), body=to_json(check)))

    def bring_check(self, check: Check) -> bool:
        """Keep the check of another store where there is none of that day. Returns whether."""
        with self._database.writing() as db:
            if db.execute(select(day_check.c.day).where(day_check.c.day == check.day)).first() is not None:
                return False
            db.execute(insert(day_check).values(day=check.day, at=self.clock(), body=to_json(check)))
        return True

    def check(self, day: date) -> Check | None:
        """The check of a day; None where there is none."""
        with self._database.reading() as db:
            body = db.execute(select(day_check.c.body).where(day_check.c.day == day)).scalar()
        return None if body is None else from_json(Check, body)

    def checks(self, since: datetime | None = None) -> tuple[Check, ...]:
        """The checks of all days, oldest first; since: only those that were kept after it."""
        wanted = select(day_check.c.body).order_by(day_check.c.day)
        if since is not None:
            wanted = wanted.where(day_check.c.at > since)
        with self._database.reading() as db:
            bodies = db.execute(wanted).scalars()
            return tuple(from_json(Check, body) for body in bodies)

    def save_plan(self, made: Plan, instead_of: Plan | None = None) -> bool:
        """Keep a plan: it holds from now on, and the one that held until now becomes history.

        instead_of  the version it was made from: where another has come meanwhile, nothing is kept
        Returns whether it was kept. Raises Conflict where this version of this plan is kept already.
        """
        now = self.clock()
        with self._database.writing() as db:
            holds = db.execute(_holding(plan.c.plan_id, plan.c.version)).first()
            if instead_of is not None and (
                holds is None or (holds.plan_id, holds.version) != (instead_of.id, instead_of.version)
            ):
                return False
            if db.execute(_version(made.id, made.version, plan.c.id)).first() is not None:
                raise Conflict(say("version {version} of this plan is kept already", version=made.version))
            db.execute(update(plan).where(plan.c.until.is_(None)).values(until=now))
            _insert(db, Kept(made, now, None))
        return True

    def bring_plan(self, kept: Kept) -> bool:
        """Keep a plan of another store as history, or as the one that holds where none does. Returns whether."""
        with self._database.writing() as db:
            if db.execute(_version(kept.plan.id, kept.plan.version, plan.c.id)).first() is not None:
                return False
            until = kept.until
            if until is None and db.execute(_holding(plan.c.id)).first() is not None:
                until = max(self.clock(), kept.at)
            _insert(db, Kept(kept.plan, kept.at, until))
        return True

    def plan(self) -> Plan | None:
        """The one that holds."""
        with self._database.reading() as db:
            body = db.execute(_holding(plan.c.body)).scalar()
        return None if body is None else unpack_plan(body)

    def plans(self) -> tuple[Kept, ...]:
        """Every version of every plan, newest first."""
        with self._database.reading() as db:
            rows = db.execute(select(plan).order_by(plan.c.at.desc(), plan.c.id.desc())).all()
        return tuple(_kept(row) for row in rows)

    def newest_versions(self, since: datetime) -> tuple[Kept, ...]:
        """The newest version of every plan that held at `since` or later, in the order in which they came."""
        newest = select(plan.c.plan_id, func.max(plan.c.version).label("version")).group_by(plan.c.plan_id).subquery()
        same = (plan.c.plan_id == newest.c.plan_id) & (plan.c.version == newest.c.version)
        held = plan.c.until.is_(None) | (plan.c.until >= since)
        with self._database.reading() as db:
            rows = db.execute(select(plan).join(newest, same).where(held).order_by(plan.c.at, plan.c.id)).all()
        return tuple(_kept(row) for row in rows)

    def plan_version(self, id_: str, version: int) -> Kept:
        """Raises NotFound."""
        with self._database.reading() as db:
            row = db.execute(_version(id_, version, *plan.c)).first()
        if row is None:
            raise NotFound(say("there is no version {version} of the plan {id}", version=version, id=id_))
        return _kept(row)

    def newest_version(self, id_: str) -> int:
        """The number of a plan's newest version; 0 where there is none."""
        with self._database.reading() as db:
            return int(db.execute(select(func.max(plan.c.version)).where(plan.c.plan_id == id_)).scalar() or 0)

    def state(self) -> str:
        """Stands for sessions, answers and checks as they are: it changes with each of them."""
        with self._database.reading() as db:
            told = db.execute(select(func.count(), func.sum(session.c.edition), func.max(session.c.kept_at))).one()
            checked = select(func.max(day_check.c.at)).scalar_subquery()
            said = db.execute(select(func.count(), func.max(answers.c.at), checked)).one()
        return " ".join(str(value) for value in (*told, *said))

    def plan_naming(self, planned_id: str) -> Plan | None:
        """The newest version of any plan in which a session has this id."""
        named = plan.c.planned.contains(f"\n{planned_id}\n", autoescape=True)
        with self._database.reading() as db:
            body = db.execute(select(plan.c.body).where(named).order_by(plan.c.id.desc()).limit(1)).scalar()
        return None if body is None else unpack_plan(body)

    def end_plan(self) -> bool:
        """No plan holds from now on; the one that did becomes history. Returns whether there was one."""
        with self._database.writing() as db:
            ended = update(plan).where(plan.c.until.is_(None)).values(until=self.clock())
            return bool(db.execute(ended).rowcount)

    def forget(self) -> None:
        """Everything: answers, plans, checks, sessions, the draft. Recordings stay."""
        with self._database.writing() as db:
            for table in (answers, plan, day_check, session):
                db.execute(delete(table))
            db.execute(delete(setting).where(setting.c.key.startswith("coach_", autoescape=True)))

    def calendar_token(self) -> str:
        """The secret in the calendar's address; made the first time it is asked for."""
        kept = self._note(_CALENDAR)
        return kept if isinstance(kept, str) and kept else self._keep_token(keep_known=True)

    def new_calendar_token(self) -> str:
        """Another secret: the address given out before stops working."""
        return self._keep_token(keep_known=False)

    def _keep_token(self, *, keep_known: bool) -> str:
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._database.writing() as db:
            known = db.execute(select(setting.c.value).where(setting.c.key == _CALENDAR)).scalar()
            if keep_known and isinstance(known, str) and known:
                return known
            _write_note(db, _CALENDAR, token)
        return token

    def _note(self, key: str) -> Any:
        with self._database.reading() as db:
            return db.execute(select(setting.c.value).where(setting.c.key == key)).scalar()

    def _keep_note(self, key: str, value: object) -> None:
        with self._database.writing() as db:
            _write_note(db, key, value)


def _plain(text: str) -> str:
    """Text that JSON takes: nothing can encode a lone surrogate."""
    return text.encode("utf-8", "replace").decode()


def _write_note(db: Connection, key: str, value: object) -> None:
    db.execute(delete(setting).where(setting.c.key == key))
    db.execute(insert(setting).values(key=key, value=value))


def _holding(*columns: Any) -> Select[Any]:
    return select(*columns).where(plan.c.until.is_(None)).order_by(plan.c.id.desc()).limit(1)


def _version(id_: str, version: int, *columns: Any) -> Select[Any]:
    return select(*columns).where(plan.c.plan_id == id_, plan.c.version == version)


def _insert(db: Connection, kept: Kept) -> None:
    one = kept.plan
    ids = "".join(f"{session.id}\n" for session in one.sessions)
    values = {"plan_id": one.id, "version": one.version, "at": kept.at, "until": kept.until}
    db.execute(insert(plan).values(values | {"planned": f"\n{ids}", "body": pack_plan(one)}))


def _kept(row: Row[Any]) -> Kept:
    return Kept(unpack_plan(row.body), row.at, row.until)
