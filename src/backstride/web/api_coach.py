"""The plan and the sessions as JSON, beside `web.api`. Texts are in the reader's language, unknown is null."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BeforeValidator

from backstride.app import planning
from backstride.app.sessions import log as log_session
from backstride.app.sessions import session as one_session
from backstride.app.sessions import sessions as all_sessions
from backstride.errors import NotFound
from backstride.message import say
from backstride.plan.planned import Because, Plan, Planned
from backstride.session import Measured, Session
from backstride.web.described import FAULTS_TOLD
from backstride.web.page import page_of
from backstride.web.site import site_of
from backstride.words import Words

router = APIRouter(prefix="/api", responses=FAULTS_TOLD)

# Left to itself, pydantic takes a number for seconds since 1970: 20260101 would be a day of that year.
Day = Annotated[date, BeforeValidator(date.fromisoformat)]


@dataclass(frozen=True, slots=True)
class Reason:
    """claim: key of what is known about it (/learn/evidence/claims/KEY); empty: a wish, or a rule of the house."""

    says: str
    claim: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A planned session. session: id of how it went; null: nothing was said of it."""

    id: str
    day: date
    name: str
    focus: str
    stage: str
    minutes: float
    backward_s: float
    rpe: tuple[float, float]
    hard: bool
    place: str | None
    moved: bool
    because: list[Reason]
    session: str | None


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Seven days of the plan. load: session-RPE load that is meant."""

    number: int
    first: date
    stage: str
    deload: bool
    load: float


@dataclass(frozen=True, slots=True)
class PlanWhole:
    """The plan that holds; because: why this version was made; costs: what overriding it costs."""

    id: str
    version: int
    start: date
    end: date
    made_at: date
    goal: str
    permit: str
    stage: str
    weeks: list[WeekRow]
    sessions: list[PlannedRow]
    because: list[Reason]
    costs: list[Reason]


@dataclass(frozen=True, slots=True)
class PainRow:
    """side: left, right, or unknown where it is in the middle or on both; level: 0 to 10."""

    part: str
    side: str
    level: int


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it went. load: rating times minutes; measured: what its recordings say."""

    id: str
    day: date
    logged_at: datetime
    planned: str
    stage: str
    workout: str
    done: str
    minutes: float
    rpe: float | None
    load: float | None
    pains: list[PainRow]
    falls: int
    near_falls: int
    glances: str | None
    easy_stops: bool | None
    notes: str
    recordings: list[str]
    measured: Measured | None


@router.get("/plan")
def plan(request: Request) -> PlanWhole:
    """The plan that holds; 404 where there is none."""
    store = site_of(request).store
    held = planning.plan(store)
    if held is None:
        raise NotFound(say("there is no plan yet"))
    logged = {one.planned: one.id for one in all_sessions(store) if one.planned}
    return _plan(held, logged, page_of(request).words)


@router.get("/sessions")
def sessions(request: Request, since: Day | None = None, until: Day | None = None) -> list[SessionRow]:
    """How sessions went, oldest first; of these days, both included."""
    return [_session(one) for one in all_sessions(site_of(request).store, since, until)]


@router.post("/sessions", status_code=201)
def log(request: Request, form: dict[str, str]) -> SessionRow:
    """Say how a session went: the fields of the page's form, as text (planned, day, done, minutes, rpe, falls,
    near_falls, glances, easy_stops, notes, recordings, pain.knee-left and so on). The plan answers to it."""
    return _session(log_session(site_of(request).store, form, page_of(request).today).session)


@router.get("/sessions/{id_}")
def session(request: Request, id_: str) -> SessionRow:
    """How one session went."""
    return _session(one_session(site_of(request).store, id_))


def _plan(held: Plan, logged: dict[str, str], words: Words) -> PlanWhole:
    return PlanWhole(
        id=held.id,
        version=held.version,
        start=held.start,
        end=held.end,
        made_at=held.made_at,
        goal=held.answers.wishes.goal.value,
        permit=held.permit.name.lower(),
        stage=held.stage,
        weeks=[WeekRow(one.number, one.first, one.stage, one.deload, one.load) for one in held.weeks],
        sessions=[_planned(one, logged.get(one.id), words) for one in held.sessions],
        because=_reasons(held.because, words),
        costs=_reasons(held.costs, words),
    )


def _planned(one: Planned, session_id: str | None, words: Words) -> PlannedRow:
    workout = one.workout
    return PlannedRow(
        id=one.id,
        day=one.day,
        name=words(workout.name),
        focus=workout.focus.value,
        stage=workout.stage,
        minutes=round(workout.seconds / 60, 1),
        backward_s=workout.backward_s,
        rpe=workout.rpe,
        hard=workout.hard,
        place=one.place.value if one.place else None,
        moved=one.moved,
        because=_reasons(one.because, words),
        session=session_id,
    )


def _reasons(because: tuple[Because, ...], words: Words) -> list[Reason]:
    return [Reason(words(one.says), one.claim) for one in because]


def _session(one: Session) -> SessionRow:
    return SessionRow(
        id=one.id,
        day=one.day,
        logged_at=one.logged_at,
        planned=one.planned,
        stage=one.stage,
        workout=one.workout,
        done=one.done.value,
        minutes=one.minutes,
        rpe=one.rpe,
        load=one.load,
        pains=[PainRow(pain.part.value, pain.side.value, pain.level) for pain in one.pains],
        falls=one.falls,
        near_falls=one.near_falls,
        glances=one.glances.value if one.glances else None,
        easy_stops=one.easy_stops,
        notes=one.notes,
        recordings=list(one.recordings),
        measured=one.measured,
    )
