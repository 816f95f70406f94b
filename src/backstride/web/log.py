"""After a session: how it felt, where it hurt, what happened; and the page of a session that was logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import Store, show_recording
from backstride.app.balance import FIELDS
from backstride.app.body import energy_of
from backstride.app.planning import plan, planned
from backstride.app.sessions import is_told, log, propose_recordings, remove, session
from backstride.errors import BadAnswers
from backstride.figures.body import BODY, View, body_map, region_id
from backstride.message import Message, say
from backstride.plan.kinds import Focus
from backstride.plan.planned import Planned
from backstride.recording import Direction, Side
from backstride.session import BodyPart, Done, Glances, Measured, Session
from backstride.web.body_view import total_rows
from backstride.web.page import Page, first_upper, page_of, render
from backstride.web.plan_view import minutes_of, whys
from backstride.web.site import site_of
from backstride.words.body import part_name

router = APIRouter(prefix="/plan", include_in_schema=False)

DONE: Mapping[Done, Message] = {
    Done.ALL: say("all of it"),
    Done.PART: say("part of it"),
    Done.SKIPPED: say("left it out"),
}
GLANCES: Mapping[Glances, Message] = {
    Glances.BOTH: say("over both shoulders"),
    Glances.ONE: say("over one shoulder"),
    Glances.FEW: say("too seldom"),
}
STOPS: Mapping[str, Message] = {"yes": say("yes, every time"), "no": say("not every time")}
HIGHEST, MUCH = 10, 4  # of pain
VIEWS: tuple[View, ...] = ("front", "back")
# Every place of the map once, though some are seen from both sides.
PLACES: Mapping[str, tuple[BodyPart, Side]] = {one.id: (one.part, one.side) for one in BODY if one.part is not None}
# Words for the ratings that have one (category-ratio scale).
EXERTION: Mapping[int, Message] = {
    0: say("rest"),
    1: say("very easy"),
    2: say("easy"),
    3: say("moderate"),
    4: say("somewhat hard"),
    5: say("hard"),
    7: say("very hard"),
    10: say("as hard as can be"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the pain list: the region of the map it belongs to, and what the person said."""

    id: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A recording of the session."""

    id: str
    name: str
    when: str
    ribbon: tuple[tuple[float, float, Direction], ...]


@router.get("/sessions/{id_}/log")
def of_planned(request: Request, id_: str) -> Response:
    """The form for a planned session; for one that is logged already, what was said.

    A session that is known by its recording only is still to be told.
    """
    found = planned(site_of(request).store, id_)
    known = found.session
    if known and is_told(known):
        return RedirectResponse(page_of(request).url(f"/plan/done/{known.id}"), 303)
    return _form(request, found.planned, {"recordings": " ".join(known.recordings)} if known else {})


@router.get("/log")
def of_own(request: Request) -> HTMLResponse:
    """The form for a session that was not planned."""
    return _form(request, None, {})


@router.post("/log")
async def keep(request: Request) -> Response:
    """Keep what was said. Every fault is shown beside its field, and nothing that was typed is lost."""
    sent = await request.form()
    form: dict[str, str] = {key: value for key, value in sent.items() if isinstance(value, str)}
    form["recordings"] = " ".join(value for value in sent.getlist("recordings") if isinstance(value, str))
    return await run_in_threadpool(_keep, request, form)


def _keep(request: Request, form: Mapping[str, str]) -> Response:
    here, store = page_of(request), site_of(request).store
    try:
        logged = log(store, form, here.today)
    except BadAnswers as bad:
        one = planned(store, form["planned"]).planned if form.get("planned") else None
        answer = _form(request, one, form, bad.fields)
        answer.status_code = 422
        return answer
    return RedirectResponse(here.url(f"/plan/done/{logged.session.id}"), 303)


@router.get("/done/{id_}")
def logged(request: Request, id_: str) -> HTMLResponse:
    """A session that was logged: what was said, what was measured, what it changed."""
    here, store = page_of(request), site_of(request).store
    one, current = session(store, id_), plan(store)
    meant = next((row for row in current.sessions if row.id == one.planned), None) if current else None
    logged_on = here.preferences.local(one.logged_at).date()
    changed = current is not None and current.version > 1 and current.made_at == logged_on
    return render(
        request,
        "session_done.html",
        session=one,
        name=meant.workout.name if meant else say("Session of your own"),
        pains=[(part_name(pain.part, pain.side), pain.level) for pain in one.pains],
        body=_map({region_id(pain.part, pain.side): pain.level for pain in one.pains}, here),
        done=DONE,
        changes=whys(current.because) if current is not None and changed else (),
        numbers=_numbers(one, here),
        measured=_measured(one.measured, here),
        energy=total_rows(energy_of(store, one.recordings), here),
        recordings=[_recording(store, id_, here) for id_ in one.recordings],
    )


@router.post("/done/{id_}/remove")
def removed(request: Request, id_: str, sure: Annotated[str, Form()] = "") -> Response:
    """Take a log back, once the person is sure."""
    here, store = page_of(request), site_of(request).store
    one = session(store, id_)
    if sure != "yes":
        return render(request, "session_remove.html", session=one)
    remove(store, one.id)
    return RedirectResponse(here.url("/plan"), 303)


def _form(
    request: Request, meant: Planned | None, typed: Mapping[str, str], faults: Mapping[str, Message] | None = None
) -> HTMLResponse:
    here, store = page_of(request), site_of(request).store
    day = min(meant.day, here.today) if meant else here.today
    usual = {"day": day.isoformat(), "done": "all", "minutes": str(minutes_of(meant)) if meant else ""}
    said = {**usual, **typed}
    levels = {id_: _level(said.get(f"pain.{id_}", "")) for id_ in PLACES}
    return render(
        request,
        "session_log.html",
        planned=meant,
        said=said,
        faults=faults or {},
        done=DONE,
        glances=GLANCES,
        stops=STOPS,
        exertion=EXERTION,
        spots=[Place(id_, here.words(part_name(*PLACES[id_])), level) for id_, level in levels.items()],
        body=_map({id_: level for id_, level in levels.items() if level}, here, links=True),
        tests=FIELDS if meant and meant.workout.focus is Focus.TEST else (),
        proposed=propose_recordings(store, meant or day),
        chosen=said.get("recordings", "").split(),
        said_pain=any(levels.values()),
    )


def _level(text: str) -> int:
    """What was typed, as far as it is a level."""
    return int(text) if text.isdecimal() and text.isascii() and int(text) <= HIGHEST else 0


def _map(levels: Mapping[str, int], here: Page, *, links: bool = False) -> Mapping[str, str]:
    """Front and back, with what hurts marked; as links to the list where it can be said."""
    classes = {id_: "hurts" if level >= MUCH else "hurts-some" for id_, level in levels.items()}
    names = {id_: here.words(part_name(part, side)) for id_, (part, side) in PLACES.items()}
    targets = {id_: f"#pain-{id_}" for id_ in PLACES} if links else {}
    wholes = {"front": here.words(say("Your body from the front")), "back": here.words(say("Your body from behind"))}
    return {view: body_map(view, classes, {**names, "": wholes[view]}, targets) for view in VIEWS}


def _numbers(one: Session, here: Page) -> tuple[tuple[Message, str, str], ...]:
    """What was said in numbers, as label, value and what it means."""
    words = here.words
    rows: list[tuple[Message, str, str]] = [(say("Minutes"), words.number(one.minutes), "")]
    if one.rpe is not None:
        means = EXERTION.get(round(one.rpe))
        rows.append((say("Exertion"), f"{one.rpe:g}", words(means) if means else ""))
    if one.load is not None:
        rows.append((say("Load"), words.number(one.load), words(say("exertion times minutes"))))
    rows += [(say("Falls"), words.number(one.falls), ""), (say("Near falls"), words.number(one.near_falls), "")]
    if one.glances is not None:
        rows.append((say("Looked behind"), first_upper(words(GLANCES[one.glances])), ""))
    if one.easy_stops is not None:
        rows.append(
            (say("Stood still before changes"), first_upper(words(STOPS["yes" if one.easy_stops else "no"])), "")
        )
    return tuple(rows)


def _measured(measured: Measured | None, here: Page) -> tuple[tuple[Message, str], ...]:
    """What the recordings say, as label and value."""
    if measured is None:
        return ()
    words = here.words
    rows = [
        (say("Backward"), words.duration(measured.seconds.get(Direction.BACKWARD, 0.0))),
        (say("Longest stretch backward"), words.duration(measured.longest_s)),
    ]
    if measured.distance_backward_m is not None:
        rows.append((say("Distance backward"), str(here.show(measured.distance_backward_m, "m", "distance"))))
    if measured.backward_speed_mps is not None:
        rows.append((say("Speed backward"), str(here.show(measured.backward_speed_mps, "m/s", "speed"))))
    if measured.transitions is not None:
        clean = measured.transitions - (measured.unclean or 0)
        rows.append((say("Changes with a stop"), words(say("{n} of {all}", n=clean, all=measured.transitions))))
    if measured.stumbles is not None:
        rows.append((say("Stumbles"), words.number(measured.stumbles)))
    return tuple(rows)


def _recording(store: Store, id_: str, here: Page) -> Linked:
    shown = show_recording(store, id_)
    start, whole = here.preferences.local(shown.start), shown.duration_s or 1.0
    when = f"{here.words.time(start)}, {here.words.duration(shown.duration_s)}"
    segments = tuple((bout.start_s / whole, bout.end_s / whole, bout.direction) for bout in shown.bouts)
    return Linked(id_, shown.name or here.words(say("Recording")), when, segments)
