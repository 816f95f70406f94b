"""Sessions as they went: logged by the person, linked with what they recorded."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from backstride import gait
from backstride.app import linking
from backstride.app.balance import keep_balance, read_balance
from backstride.app.fields import FormReader
from backstride.app.measuring import measured, renew
from backstride.app.planning import Adapted, adapted_or_none, find_planned
from backstride.app.session_form import Told, read_told
from backstride.errors import NotFound
from backstride.message import say
from backstride.plan.kinds import Focus
from backstride.plan.planned import Planned
from backstride.recording import Direction
from backstride.session import Done, Session
from backstride.store import Loose, Store

__all__ = [
    "Logged",
    "Proposed",
    "count",
    "is_told",
    "link",
    "log",
    "measured",
    "propose_recordings",
    "remove",
    "session",
    "session_of",
    "sessions",
]


@dataclass(frozen=True, slots=True)
class Logged:
    """A session that was kept, and what became of the plan by it; None where there is no plan."""

    session: Session
    adapted: Adapted | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A recording that may be of a session. fits: time and direction speak for it, or it is known to be of it."""

    id: str
    name: str
    start: datetime
    duration_s: float
    backward_s: float
    fits: bool = True


def log(store: Store, form: Mapping[str, str], today: date) -> Logged:
    """Keep how a session went (see `app.session_form`), then let the plan answer to it.

    The form names a planned session (`planned`), one that was logged before (`session`) and is told anew, or neither;
    then it may bring the id of a `new` one.
    A planned session has one log: telling it again replaces what was said, and keeps its recordings unless the form
    names others. What a test session came to is kept beside it (`app.balance`). Raises BadAnswers with every fault at
    once, NotFound where the form names what is not there.
    """
    linking.settle(store)
    before, planned = _meant(store, form)
    reader = FormReader(form)
    told = read_told(form, today, reader)
    recorded_s = _recorded_s(store, told.recordings or (before.recordings if before else ()), reader)
    minutes = told.minutes if told.minutes is not None else _usual_minutes(told, recorded_s, before, planned)
    if minutes is None and "minutes" not in reader.faults:
        reader.faults["minutes"] = say("say how many minutes it took")
    tested = read_balance(reader) if planned is not None and planned.workout.focus is Focus.TEST else {}
    reader.refuse()
    now = store.coach.clock()
    base = replace(before, logged_at=now) if before else _begun(planned, _new_id(form), now, today)
    made = _made(told, minutes or 0.0, base, planned)
    store.coach.save_session(made, chosen=_chosen(store, told, before, made.day))
    keep_balance(store, tested, made.id, made.day)
    linking.settle(store)
    renew(store)
    adapted = adapted_or_none(store, today)
    return Logged(store.coach.session(made.id), adapted)


def sessions(store: Store, since: date | None = None, until: date | None = None) -> tuple[Session, ...]:
    """Those of these days, both included, oldest first."""
    linking.settle(store)
    return store.coach.sessions(since, until)


def count(store: Store) -> int:
    """How many sessions are kept."""
    return store.coach.count_sessions()


def session(store: Store, id_: str) -> Session:
    """Raises NotFound."""
    linking.settle(store)
    return store.coach.session(id_)


def session_of(store: Store, recording_id: str) -> Session | None:
    """The session a recording belongs to."""
    id_ = store.coach.session_of(recording_id)
    return None if id_ is None else store.coach.session(id_)


def remove(store: Store, id_: str) -> None:
    """Forget what was said of a session; its recordings stay. Raises NotFound."""
    store.coach.remove_session(id_)


def is_told(one: Session) -> bool:
    """Whether the person said how it went; else it is known by its recording only."""
    felt = one.rpe is not None or one.pains or one.notes or one.glances is not None or one.easy_stops is not None
    return bool(felt or one.stage or not one.recordings)


def propose_recordings(
    store: Store, wanted: Planned | date, known: Session | None = None, day: date | None = None
) -> tuple[Proposed, ...]:
    """The recordings of a day that belong to no session, those that fit first; before them the session's own.

    known  the session as it is kept; the planned one's where none is given
    day    the day it was on, where that is another than it was meant for
    """
    linking.settle(store)
    planned = wanted if isinstance(wanted, Planned) else None
    if planned is not None and known is None:
        known = store.coach.session_of_planned(planned.id)
    own = tuple(_own(store, id_) for id_ in known.recordings) if known else ()
    meant_for = wanted.day if isinstance(wanted, Planned) else wanted
    if planned is None:
        return own + tuple(_proposed(one) for one in linking.loose_on(store, (day or meant_for,))[day or meant_for])
    found = linking.fitting(store, day or meant_for, planned, linking.minutes_of(planned))
    return own + tuple(_proposed(one, linking.fits(one, planned)) for one in found)


def link(store: Store, session_id: str, recording_ids: Sequence[str]) -> Session:
    """Say which recordings are of a session, in the place of those that were; a recording belongs to one session only.

    Raises NotFound.
    """
    for id_ in recording_ids:
        store.recordings.get(id_)
    store.coach.link(session_id, recording_ids)
    renew(store)
    return store.coach.session(session_id)


def _meant(store: Store, form: Mapping[str, str]) -> tuple[Session | None, Planned | None]:
    """The log that is told anew, and the planned session it is of."""
    id_, planned_id = (str(form.get(name) or "").strip() for name in ("session", "planned"))
    before = store.coach.session(id_) if id_ else store.coach.session_of_planned(planned_id)
    if not (id_ or planned_id):
        before = _kept(store, _new_id(form))
    planned_id = planned_id or (before.planned if before else "")
    if not planned_id:
        return before, None
    try:
        return before, find_planned(store, planned_id)[0]
    except NotFound:
        if before is None:
            raise
        return before, None  # its plan was made in another store; what was logged can be told anew all the same


def _kept(store: Store, id_: str) -> Session | None:
    try:
        return store.coach.session(id_)
    except NotFound:
        return None


def _recorded_s(store: Store, ids: Sequence[str], reader: FormReader) -> float:
    """How long these recordings are in all; one that is not kept is a fault."""
    total = 0.0
    for id_ in ids:
        try:
            total += store.recordings.get(id_).duration_s
        except NotFound as error:
            reader.faults["recordings"] = error.message
    return total


def _usual_minutes(told: Told, recorded_s: float, before: Session | None, planned: Planned | None) -> float | None:
    """Where nobody said it: as long as recorded, as said before, or as meant; None where nothing of that is known."""
    if told.done is Done.SKIPPED:
        return 0.0
    if recorded_s:
        return round(recorded_s / 60, 1)
    if before is not None and before.minutes:
        return before.minutes
    if planned is not None and told.done is Done.ALL:
        return round(linking.minutes_of(planned), 1)
    return None


def _new_id(form: Mapping[str, str]) -> str:
    """The id a form brings along for what is neither planned nor kept; empty where it brings none."""
    given = str(form.get("new") or "")
    return given if re.fullmatch(r"[0-9a-f]{32}", given) else ""


def _begun(planned: Planned | None, new_id: str, now: datetime, today: date) -> Session:
    """A session of which nothing is told yet."""
    if planned is not None:
        return Session(id=planned.id, day=min(planned.day, today), logged_at=now)
    return Session(id=new_id or uuid.uuid4().hex, day=today, logged_at=now)


def _made(told: Told, minutes: float, base: Session, planned: Planned | None) -> Session:
    if planned is not None:
        base = replace(base, planned=planned.id, stage=planned.workout.stage, workout=planned.workout.key)
    return replace(
        base,
        day=told.day or base.day,
        done=told.done,
        minutes=minutes,
        rpe=told.rpe,
        pains=told.pains,
        falls=told.falls,
        near_falls=told.near_falls,
        glances=told.glances,
        easy_stops=told.easy_stops,
        notes=told.notes,
        recordings=base.recordings if told.recordings is None else told.recordings,
    )


def _chosen(store: Store, told: Told, before: Session | None, day: date) -> bool:
    """Whether the person said which recordings are of it. None of none is no choice: one may come later."""
    if told.recordings is None:
        return before is not None and store.coach.session_row(before.id).chosen
    had = before is not None and bool(before.recordings)
    return bool(told.recordings or had or linking.loose_on(store, (day,))[day])


def _own(store: Store, id_: str) -> Proposed:
    row = store.recordings.get(id_)
    kept = store.analyses.of(id_, gait.RECIPE)
    bouts = kept.analysis.bouts if kept and kept.analysis else ()
    backward_s = sum(bout.end_s - bout.start_s for bout in bouts if bout.direction is Direction.BACKWARD)
    return Proposed(row.id, row.name, row.start, row.duration_s, backward_s)


def _proposed(one: Loose, fits: bool = True) -> Proposed:
    return Proposed(one.id, one.name, one.start, one.duration_s, one.backward_s, fits)
