"""After a session: how it felt, where it hurt, what happened; and the page of a session that was logged.

A form brings along `seen`, the moment of the log it shows (empty: none). Where the session was told otherwise
meanwhile, in another tab or from another device, nothing is overwritten: the form comes back, and saving it again
replaces that log.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import Store
from backstride.app.balance import FIELDS, balance_of
from backstride.app.body import energy_of
from backstride.app.fields import LOOK_BACK, FormReader
from backstride.app.load import load_of_session
from backstride.app.planning import plan, planned
from backstride.app.session_form import PAIN, PAIN_KEYS, read_told, says_the_same, written
from backstride.app.sessions import is_told, log, propose_recordings, remove, session
from backstride.errors import BadAnswers, NotFound
from backstride.figures.body import region_id
from backstride.message import Message, say
from backstride.plan.kinds import Focus
from backstride.plan.planned import Planned
from backstride.session import Session
from backstride.web.body_view import total_rows
from backstride.web.log_view import (
    DONE,
    EXERTION,
    GLANCES,
    HIGHEST,
    PLACES,
    STOPS,
    heart_rows,
    linked_recording,
    marked_body,
    measured_rows,
    numbers_of,
)
from backstride.web.page import Page, page_of, render
from backstride.web.plan_days import read_day
from backstride.web.plan_view import minutes_of, whys
from backstride.web.site import site_of
from backstride.words.body import part_name

router = APIRouter(prefix="/plan", include_in_schema=False)

# What the notice above the form calls its fields.
LABELS: Mapping[str, Message] = {
    "done": say("What you did"),
    "day": say("Day"),
    "minutes": say("Minutes in all"),
    "rpe": say("How hard it was, as a whole"),
    "falls": say("Falls"),
    "near_falls": say("Near falls"),
    "glances": say("You looked behind you"),
    "easy_stops": say("You stood still before each change of direction"),
    "notes": say("Notes"),
    "recordings": say("Recordings of that day"),
    **{one.name: one.label for one in FIELDS},
}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the pain list: the region of the map it belongs to, and what the person said."""

    id: str
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field that could not be read: where it is, what it is called, and why."""

    id: str
    label: Message
    says: Message


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: where it is sent, the planned session (None: an own one), the log that is kept of it."""

    path: str
    meant: Planned | None
    known: Session | None

    @property
    def seen(self) -> str:
        """Stands for the log the form shows; empty where nothing was told yet."""
        return self.known.logged_at.isoformat() if self.known and is_told(self.known) else ""

    @property
    def names(self) -> Mapping[str, str]:
        """How the form names the session."""
        return {"session": self.known.id if self.known else "", "planned": self.meant.id if self.meant else ""}


@router.get("/sessions/{id_}/log")
def of_planned(request: Request, id_: str) -> Response:
    """The form for a planned session; for one that is logged already, what was said.

    A session that is known by its recording only is still to be told.
    """
    about = _of_planned(site_of(request).store, id_)
    if about.known and is_told(about.known):
        return RedirectResponse(page_of(request).url(f"/plan/done/{about.known.id}"), 303)
    return _form(request, about, {"recordings": " ".join(about.known.recordings)} if about.known else {})


@router.get("/log")
def of_own(request: Request) -> HTMLResponse:
    """The form for a session that was not planned."""
    return _form(request, About("/plan/log", None, None), {"new": uuid.uuid4().hex})


@router.get("/done/{id_}/edit")
def again(request: Request, id_: str) -> HTMLResponse:
    """The form with what was said, to be corrected."""
    store = site_of(request).store
    about = _of_logged(store, id_)
    results = {name: f"{value:g}" for name, value in balance_of(store, id_).items()}
    return _form(request, about, {**written(session(store, id_)), **results})


@router.post("/sessions/{id_}/log")
async def keep_planned(request: Request, id_: str) -> Response:
    """Keep what was said of a planned session."""
    return await _keep(request, f"/plan/sessions/{id_}/log")


@router.post("/log")
async def keep_own(request: Request) -> Response:
    """Keep what was said of a session that the form names, or of a new one."""
    return await _keep(request, "/plan/log")


@router.post("/done/{id_}/edit")
async def keep_again(request: Request, id_: str) -> Response:
    """Keep what was corrected."""
    return await _keep(request, f"/plan/done/{id_}/edit")


async def _keep(request: Request, path: str) -> Response:
    """Every fault is shown beside its field, and nothing that was typed is lost."""
    sent = await request.form()
    form: dict[str, str] = {key: value for key, value in sent.items() if isinstance(value, str)}
    ticked = " ".join(value for value in sent.getlist("recordings") if isinstance(value, str))
    # Nothing ticked is an answer only to recordings that were shown, those of that day.
    if ticked or ("shown" in form and form["shown"] == form.get("day")):
        form["recordings"] = ticked
    else:
        form.pop("recordings", None)
    return await run_in_threadpool(_kept, request, path, form)


def _kept(request: Request, path: str, form: Mapping[str, str]) -> Response:
    here, store = page_of(request), site_of(request).store
    about = _named(store, path, form)
    if about.known and "seen" in form and form["seen"] != about.seen:
        if says_the_same(about.known, read_told(form, here.today, FormReader(form))):
            return RedirectResponse(here.url(f"/plan/done/{about.known.id}"), 303)  # sent twice
        return _form(request, about, form, status=409)
    try:
        logged = log(store, {**form, **about.names}, here.today)
    except BadAnswers as bad:
        return _form(request, about, form, bad.fields, status=422)
    changed = f"?version={logged.adapted.plan.version}" if logged.adapted and logged.adapted.changed else ""
    return RedirectResponse(here.url(f"/plan/done/{logged.session.id}{changed}"), 303)


def _named(store: Store, path: str, form: Mapping[str, str]) -> About:
    """What a form that was sent is about: the address says it, or the form itself does."""
    id_ = path.split("/")[3] if path != "/plan/log" else ""
    if path.endswith("/edit") or form.get("session"):
        return _of_logged(store, id_ or form["session"])
    if id_ or form.get("planned"):
        return _of_planned(store, id_ or form["planned"])
    try:
        return About("/plan/log", None, session(store, form["new"]) if form.get("new") else None)
    except NotFound:
        return About("/plan/log", None, None)


def _of_planned(store: Store, id_: str) -> About:
    found = planned(store, id_)
    return About(f"/plan/sessions/{id_}/log", found.planned, found.session)


def _of_logged(store: Store, id_: str) -> About:
    """Raises NotFound. Its plan may have been made in another store: it is told without it then."""
    known = session(store, id_)
    try:
        meant = planned(store, known.planned).planned if known.planned else None
    except NotFound:
        meant = None
    return About(f"/plan/done/{id_}/edit", meant, known)


@router.get("/done/{id_}")
def logged(request: Request, id_: str, version: int = 0) -> HTMLResponse:
    """A session that was logged: what was said, what was measured, what it changed.

    version  of the plan that the log led to; 0: to none
    """
    here, store = page_of(request), site_of(request).store
    one, current = session(store, id_), plan(store)
    meant = next((row for row in current.sessions if row.id == one.planned), None) if current else None
    return render(
        request,
        "session_done.html",
        session=one,
        name=meant.workout.name if meant else say("Session of your own"),
        told=is_told(one),
        stays=current is not None and not version,
        pains=[(part_name(pain.part, pain.side), pain.level) for pain in one.pains],
        body=marked_body({region_id(pain.part, pain.side): pain.level for pain in one.pains}, here),
        done=DONE,
        changes=whys(current.because) if current is not None and version > 1 and current.version == version else (),
        numbers=numbers_of(store, one, here),
        measured=(*measured_rows(one.measured, here), *heart_rows(load_of_session(store, one), here)),
        unknown=one.measured is not None and not one.measured.tells_direction,
        energy=total_rows(energy_of(store, one.recordings), here),
        recordings=[linked_recording(store, id_, here) for id_ in one.recordings],
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
    request: Request,
    about: About,
    typed: Mapping[str, str],
    faults: Mapping[str, Message] | None = None,
    *,
    status: int = 200,
) -> HTMLResponse:
    here, store, meant = page_of(request), site_of(request).store, about.meant
    day = about.known.day if about.known else min(meant.day, here.today) if meant else here.today
    usual = {"day": day.isoformat(), "done": "all", "minutes": str(minutes_of(meant)) if meant else ""}
    said = {**usual, **typed}
    shown = read_day(said["day"]) or day
    if not here.today - LOOK_BACK <= shown <= here.today:
        shown = day
    spots = _spots(said, here)
    focus = meant.workout.focus if meant else Focus.BACKWARD
    answer = render(
        request,
        "session_log.html",
        about=about,
        meanwhile=status == 409,
        said=said,
        faults=faults or {},
        wrong=[_wrong(key, why) for key, why in (faults or {}).items()],
        done=DONE,
        glances=GLANCES,
        stops=STOPS,
        exertion=EXERTION,
        spots=spots,
        body=marked_body({spot.id: spot.level for spot in spots if spot.level}, here, links=True),
        tests=FIELDS if focus is Focus.TEST else (),
        behind=focus is Focus.BACKWARD,
        shown=shown.isoformat(),
        proposed=propose_recordings(store, meant or day, about.known, shown),
        chosen=said["recordings"].split() if "recordings" in said else None,
        said_pain=any(spot.level for spot in spots),
    )
    answer.status_code = status
    return answer


def _spots(said: Mapping[str, str], here: Page) -> tuple[Place, ...]:
    """Every place of the map; behind them those on no side, which only a command or an export can have named."""
    named = {key.removeprefix(PAIN): place for key, place in PAIN_KEYS.items() if _level(said.get(key, ""))}
    every = {**PLACES, **{id_: place for id_, place in named.items() if place not in PLACES.values()}}
    return tuple(
        Place(id_, here.words(part_name(*place)), _level(said.get(PAIN + id_, ""))) for id_, place in every.items()
    )


def _level(text: str) -> int:
    """What was typed, as far as it is a level."""
    return int(text) if text.isdecimal() and text.isascii() and int(text) <= HIGHEST else 0


def _wrong(key: str, why: Message) -> Wrong:
    if key.startswith(PAIN):
        place = PAIN_KEYS.get(key)
        return Wrong("pain-title", part_name(*place) if place else say("Does anything hurt?"), why)
    return Wrong(key, LABELS.get(key, say("Does anything hurt?")), why)
