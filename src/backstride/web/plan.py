"""The plan: its calendar, a planned session, moving one, and how the plan changed."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import Store
from backstride.app.leaving import AUDIO_EXPORTS, SESSION_EXPORTS, calendar_path, has_voice, renew_calendar
from backstride.app.planning import adapt_plan, move, next_session, plan, planned, plans, stage_now, why_not
from backstride.app.readiness import readiness, todays_check
from backstride.app.sessions import sessions
from backstride.errors import BadAnswers, NotAllowed
from backstride.message import Message, say
from backstride.plan.kinds import Focus
from backstride.plan.moving import costs_of
from backstride.plan.planned import Plan, Planned
from backstride.web.ladder import open_tests
from backstride.web.page import Page, page_of, render
from backstride.web.plan_days import ENTRY_NAMES, Entry, entries_by_day, first_day, read_day, weeks_shown
from backstride.web.plan_view import Why, blocks_of, minutes_of, ribbon_of, seconds_of, whys
from backstride.web.ribbon import in_words
from backstride.web.site import site_of
from backstride.web.today import CHECKED
from backstride.words.plan import GOALS, PLACES

router = APIRouter(prefix="/plan", include_in_schema=False)

_NEAR = timedelta(days=14)  # a session may be done days before or after the one it was meant for
VIEWS: tuple[tuple[str, Message], ...] = (("month", say("Month")), ("week", say("Week")))
REMINDERS: Mapping[str, int] = {str(minutes): minutes for minutes in (10, 30, 60, 120)}
# What the files of a session are marked with, by kind.
EXPORT_ICONS: Mapping[str, str] = {"fit": "watch", "ics": "plan", "pdf": "print", "txt": "text"}


@dataclass(frozen=True, slots=True)
class Change:
    """A session that was just put on another day, or could not be.

    refused  why it stays where it is; None where it was moved
    costs    what its day now costs
    before   the day it came from; None: it cannot be put back there
    """

    planned: Planned
    refused: Message | None
    costs: tuple[Why, ...]
    before: date | None


@router.get("")
def calendar(request: Request, view: str = "month", day: str = "") -> Response:
    """The month or the week around `day`; after a move (see `_change`) with what became of it."""
    here, store = page_of(request), site_of(request).store
    if plan(store) is None:
        return render(request, "plan_none.html")
    current = adapt_plan(store, here.today).plan
    coming = next_session(store, here.today)
    now = stage_now(store, here.today)
    asked = read_day(day) or _begins(current, coming, here)
    shown = min(max(asked, date.min + timedelta(days=400)), date.max - timedelta(days=400))
    view = _view(view)
    first, count = _span(shown, view, here.preferences.first_weekday)
    last = first + timedelta(days=7 * count - 1)
    done = sessions(store, since=first - _NEAR, until=last + _NEAR)
    by_day = entries_by_day(current, done, here.today)
    return render(
        request,
        "plan.html",
        **_turning(here, view, shown),
        plan=current,
        standing=readiness(store, here.today),
        aim=say("{goal}, until {end}", goal=GOALS[current.answers.wishes.goal], end=here.words.date(current.end)),
        over=current.end < here.today,
        next=coming.id if coming else "",
        change=_change(request, current),
        changes=whys(current.because),
        open_tests=open_tests(now.judgement) if now else (),
        weeks=weeks_shown(first, count, by_day, current, here.today, shown.month if view == "month" else 0),
        agenda=_agenda(shown, here, by_day, current),
        weekdays=[(here.preferences.first_weekday + n) % 7 for n in range(7)],
        **ENTRY_NAMES,
    )


@router.get("/sessions/{id_}")
def session(request: Request, id_: str) -> HTMLResponse:
    """One planned session."""
    here, store = page_of(request), site_of(request).store
    found = planned(store, id_)
    one, workout = found.planned, found.planned.workout
    seconds = seconds_of(workout)
    return render(
        request,
        "session.html",
        planned=one,
        plan=found.plan,
        session=found.session,
        when=here.words.date(one.day, "full"),
        place=PLACES[one.place] if one.place else None,
        minutes=minutes_of(one),
        blocks=blocks_of(workout, here, found.plan.answers.health.forward_mps),
        band=ribbon_of(workout),
        band_words=in_words(seconds, here.words),
        backward_s=workout.backward_s,
        whys=whys(one.because),
        exports=_exports(),
        spoken=has_voice(),
        due=one.day <= here.today,
        checked=workout.focus not in CHECKED or one.day < here.today or todays_check(store, here.today) is not None,
        movable=one.day >= here.today,
        earliest=max(here.today, found.plan.start),
        change=_change(request, found.plan),
        costs=whys(costs_of(found.plan, one)) if one.moved and found.session is None else (),
        accompanied=workout.focus is Focus.BACKWARD and _supervised(store, here.today),
    )


@router.post("/move")
def moving(
    request: Request,
    id_: Annotated[str, Form(alias="id")] = "",
    to: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Put a session on another day, and go back to where that was asked for.

    back  "session" for its own page; else the view of the calendar
    """
    here, store = page_of(request), site_of(request).store
    day, before = read_day(to), planned(store, id_).planned.day if id_ else None
    if day is None:
        raise BadAnswers({"to": say("a day like 2026-04-25 is expected")})
    became = {"moved": id_, "from": before or day}
    try:
        move(store, id_, day, here.today)
    except NotAllowed:  # the page tells why
        became = {"refused": id_, "to": day}
    path = f"/plan/sessions/{id_}?" if back == "session" else f"/plan?view={_view(back)}&day={day}&"
    return RedirectResponse(here.url(path + urlencode(became)), 303)


@router.get("/subscribe")
def subscribe(request: Request, renewed: bool = False, remind: str = "") -> HTMLResponse:
    """The address under which a calendar program follows the plan, with a reminder (one of REMINDERS) or without."""
    here, store = page_of(request), site_of(request).store
    minutes = int(remind) if remind in REMINDERS else None
    path = here.url(calendar_path(store, here.words.language, minutes))
    host, held = request.url.netloc, plan(store)
    return render(
        request,
        "plan_subscribe.html",
        address=f"{request.url.scheme}://{host}{path}",
        webcal=f"webcal://{host}{path}",
        renewed=renewed,
        timed=held is not None and bool(held.answers.wishes.at),
        zoned=here.preferences.zone is not None,
        reminders=REMINDERS,
        remind=minutes,
    )


@router.post("/subscribe")
def renew(request: Request) -> RedirectResponse:
    """Give the calendar another address; the old one leads nowhere then."""
    renew_calendar(site_of(request).store)
    return RedirectResponse(page_of(request).url("/plan/subscribe?renewed=1"), 303)


@router.get("/history")
def history(request: Request) -> HTMLResponse:
    """Every version of the plan with what changed and why, the newest first."""
    here = page_of(request)
    rows = [
        (kept, here.words.day(here.preferences.local(kept.at).date()), whys(kept.plan.because), whys(kept.plan.costs))
        for kept in plans(site_of(request).store)
    ]
    return render(request, "plan_history.html", rows=rows, goals=GOALS)


def _change(request: Request, current: Plan) -> Change | None:
    """What the address tells of a move: ?moved=ID&from=DAY, or ?refused=ID&to=DAY."""
    here, store, asked = page_of(request), site_of(request).store, request.query_params
    id_ = asked.get("moved") or asked.get("refused", "")
    one = next((one for one in current.sessions if one.id == id_), None)
    if one is None:
        return None
    if "moved" in asked:
        before = read_day(asked.get("from", ""))
        free = before not in (None, one.day) and why_not(store, id_, before or one.day, here.today) is None
        return Change(one, None, whys(costs_of(current, one)), before if free else None)
    refused = why_not(store, id_, read_day(asked.get("to", "")) or one.day, here.today)
    return Change(one, refused, (), None) if refused else None


def _supervised(store: Store, today: date) -> bool:
    """Whether somebody has to be there, as the newest answers say."""
    ready = readiness(store, today).last
    return ready is not None and ready.supervised


def _begins(current: Plan, coming: Planned | None, here: Page) -> date:
    """The day to look at first: today; in a plan that has not begun, its first session."""
    begun = any(one.day < here.today for one in current.sessions)
    return here.today if begun or coming is None else coming.day


def _exports() -> tuple[tuple[str, Message, str], ...]:
    """Kind, label and icon of every file a session can be had as here."""
    files = tuple((one.kind, one.label, EXPORT_ICONS.get(one.kind, "text")) for one in SESSION_EXPORTS)
    spoken = tuple((kind, label, "sound") for kind, label in AUDIO_EXPORTS.items())
    return (*files, *spoken) if has_voice() else files


def _view(asked: str) -> str:
    return asked if asked in dict(VIEWS) else VIEWS[0][0]


def _span(shown: date, view: str, first_weekday: int) -> tuple[date, int]:
    """The first day that is shown, and how many weeks."""
    if view == "week":
        return first_day(shown, first_weekday), 1
    first = first_day(shown.replace(day=1), first_weekday)
    last = shown.replace(day=monthrange(shown.year, shown.month)[1])
    return first, (last - first).days // 7 + 1


def _turning(here: Page, view: str, shown: date) -> Mapping[str, object]:
    """What is looked at, and what lies before and after it."""
    if view == "week":
        first = first_day(shown, here.preferences.first_weekday)
        title = f"{here.words.day(first)} \N{EN DASH} {here.words.day(first + timedelta(days=6))}"
        before, after = shown - timedelta(days=7), shown + timedelta(days=7)
    else:
        title = here.words.month(shown)
        before = shown.replace(day=1) - timedelta(days=1)
        after = shown.replace(day=monthrange(shown.year, shown.month)[1]) + timedelta(days=1)
    return {"view": view, "views": VIEWS, "day": shown, "title": title, "before": before, "after": after}


def _agenda(shown: date, here: Page, by_day: Mapping[date, Sequence[Entry]], current: Plan) -> object:
    first = first_day(shown, here.preferences.first_weekday)
    return weeks_shown(first, 1, by_day, current, here.today)[0]
