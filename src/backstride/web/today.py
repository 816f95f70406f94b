"""Today: what to do now, what came in, this week by direction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app import Became, Query, Summary, import_log, some_recordings
from backstride.app.planning import adapt_plan, next_session, plan, stage_now
from backstride.app.readiness import readiness, todays_check
from backstride.app.sessions import sessions
from backstride.message import Message, say
from backstride.plan.check import Check
from backstride.plan.kinds import Focus
from backstride.plan.ladder import LADDER
from backstride.plan.screening import Standing
from backstride.plan.stage import Stage
from backstride.recording import Direction
from backstride.web.imports import BECAME, queue_of
from backstride.web.page import Page, page_of, render
from backstride.web.plan_days import ENTRY_NAMES, DayShown, Entry, State, entries_by_day, first_day, weeks_shown
from backstride.web.preferences import Preferences
from backstride.web.site import Site, site_of
from backstride.words.names import DIRECTIONS

router = APIRouter()
LAST = 5
CAME_IN_AT_MOST = 300
# Nobody records more often in a week; beyond it the totals would miss some.
WEEK_AT_MOST = 1000

# How far back how a session felt is still told well; older ones are logged from the plan.
_REMEMBERED = timedelta(days=2)

# What is not begun before today's check.
CHECKED = frozenset({Focus.BACKWARD, Focus.FALLING, Focus.TEST})

# A minute of a session as an example, on the first visit: what the ribbon is.
EXAMPLE: tuple[tuple[float, float, Direction], ...] = (
    (0.00, 0.08, Direction.STILL),
    (0.08, 0.32, Direction.FORWARD),
    (0.32, 0.38, Direction.TURNING),
    (0.38, 0.68, Direction.BACKWARD),
    (0.68, 0.74, Direction.TURNING),
    (0.74, 0.84, Direction.SIDEWAYS),
    (0.84, 0.94, Direction.FORWARD),
    (0.94, 1.00, Direction.UNKNOWN),
)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days by direction. `seconds` holds only directions that occur; shares tile the band 0..1."""

    first: date
    current: bool
    sessions: int
    seconds: Mapping[Direction, float]
    band: tuple[tuple[float, float, Direction], ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next: its sessions, the first one's reason, the days of this week around it, and where that leads.

    due      it is for today
    untold   sessions of the days before of which nothing is said, the newest first
    stage    the one the person is on, of so many `stages`; sessions of this week: so many `planned`, so many `done`
    checked  it asks for today's check first: something is done backward or on mats
    """

    title: str
    entries: tuple[Entry, ...]
    why: Message | None
    due: bool
    checked: bool
    check: Check | None
    days: tuple[DayShown, ...]
    untold: tuple[tuple[date, Entry], ...]
    stage: Stage | None
    stages: int
    planned: int
    done: int


@router.get("/", include_in_schema=False)
def today(request: Request) -> HTMLResponse:
    site, here = site_of(request), page_of(request)
    last = some_recordings(site.store, Query(per_page=LAST))
    queue = queue_of(request)
    planned = plan(site.store) is not None
    if not last and not planned:
        return render(request, "first_visit.html", example=EXAMPLE, queue=queue)
    return render(
        request,
        "today.html",
        last=last,
        week=_week(site, last, here.preferences),
        came_in={} if site.simulated else _came_in(site, here.preferences),
        newest=CAME_IN_AT_MOST,
        became=BECAME,
        queue=queue,
        planned=planned,
        standing=readiness(site.store, here.today) if planned else Standing(),
        coming=_coming(site, here),
        **ENTRY_NAMES,
    )


def _coming(site: Site, here: Page) -> Coming | None:
    """The sessions of the next day that has any, with this week around them."""
    coming = next_session(site.store, here.today)
    if coming is None:
        return None
    current = adapt_plan(site.store, here.today).plan
    first = first_day(here.today, here.preferences.first_weekday)
    since = min(first, coming.day, here.today - _REMEMBERED)
    until = max(first + timedelta(days=7), coming.day + timedelta(days=1))
    by_day = entries_by_day(current, sessions(site.store, since=since, until=until), here.today)
    later = say("Next: {day}", day=here.words.day(coming.day))
    title = say("On your plan today") if coming.day == here.today else later
    week = weeks_shown(first, 1, by_day, current, here.today)[0]
    now = stage_now(site.store, here.today)
    return Coming(
        here.words(title),
        tuple(entry for entry in by_day[coming.day] if entry.state is State.OPEN),
        coming.because[0].says if coming.because else None,
        coming.day <= here.today,
        any(entry.focus in CHECKED for entry in by_day[coming.day]),
        todays_check(site.store, here.today),
        week.days,
        _untold(by_day, here.today),
        now.stage if now else None,
        len(LADDER),
        week.planned,
        week.done,
    )


def _untold(by_day: Mapping[date, Sequence[Entry]], today: date) -> tuple[tuple[date, Entry], ...]:
    """What may have been done and only not been logged yet."""
    days = [day for day in sorted(by_day, reverse=True) if today - _REMEMBERED <= day < today]
    return tuple((day, entry) for day in days for entry in by_day[day] if entry.state is State.MISSED)


def _week(site: Site, newest: Iterable[Summary], preferences: Preferences) -> Week | None:
    """This week, or the last one that anything was recorded in."""
    started = [preferences.local(row.start) for row in newest if row.start_known]
    if not started:
        return None
    now = preferences.local(datetime.now(UTC))
    day = min(max(started), now).date()
    first = first_day(day, preferences.first_weekday)
    since = preferences.local(datetime.combine(first, time()))
    until = preferences.local(datetime.combine(first + timedelta(days=7), time()))
    rows = some_recordings(site.store, Query(since=since, until=until, per_page=WEEK_AT_MOST))
    seconds = totals(rows)
    return Week(first, first == first_day(now.date(), preferences.first_weekday), len(rows), seconds, band(seconds))


def totals(rows: Iterable[Summary]) -> Mapping[Direction, float]:
    """Seconds by direction over many recordings, in the order directions are always shown in."""
    rows = tuple(rows)
    sums = {direction: sum(row.by_direction.get(direction, 0.0) for row in rows) for direction in DIRECTIONS}
    return {direction: seconds for direction, seconds in sums.items() if seconds > 0}


def band(seconds: Mapping[Direction, float]) -> tuple[tuple[float, float, Direction], ...]:
    """Totals laid end to end as shares of the whole."""
    whole, at, pieces = sum(seconds.values()), 0.0, []
    for direction, value in seconds.items():
        pieces.append((at / whole, (at + value) / whole, direction))
        at += value
    return tuple(pieces)


def _came_in(site: Site, preferences: Preferences) -> Mapping[Became, int]:
    """What became of the files since yesterday morning; of very many, of the newest."""
    yesterday = preferences.local(datetime.now(UTC)).date() - timedelta(days=1)
    since = preferences.local(datetime.combine(yesterday, time()))
    counts = Counter(line.became for line in import_log(site.store, CAME_IN_AT_MOST) if line.at >= since)
    return {outcome: counts[outcome] for outcome in BECAME if counts[outcome]}
