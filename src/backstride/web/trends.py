"""Trends: what weeks, months and years hold, by direction, planned beside done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app.trends import Period, Span, Trends, trends
from backstride.message import Message, say
from backstride.plan.compare import Amount
from backstride.recording import Direction
from backstride.web.page import Page, page_of, render
from backstride.web.plan_days import read_day
from backstride.web.ribbon import in_words
from backstride.web.site import site_of
from backstride.web.trend_view import Chart, by_direction, load_line, name_of, planned_beside_done, recordings_path
from backstride.words import MISSING
from backstride.words.names import DIRECTIONS
from backstride.words.quantities import Shown

router = APIRouter(prefix="/progress", include_in_schema=False)

_MINUTE = 60.0
SPANS: Mapping[Span, Message] = {Span.WEEK: say("Weeks"), Span.MONTH: say("Months"), Span.YEAR: say("Years")}
NOW: Mapping[Span, Message] = {
    Span.WEEK: say("This week so far"),
    Span.MONTH: say("This month so far"),
    Span.YEAR: say("This year so far"),
}
USUAL: Mapping[Span, Message] = {
    Span.WEEK: say("before: {amount} a week"),
    Span.MONTH: say("before: {amount} a month"),
    Span.YEAR: say("before: {amount} a year"),
}
MORE: Mapping[Span, Message] = {
    Span.WEEK: say("{amount} more time backward than in the week before."),
    Span.MONTH: say("{amount} more time backward than in the month before."),
    Span.YEAR: say("{amount} more time backward than in the year before."),
}
LESS: Mapping[Span, Message] = {
    Span.WEEK: say("{amount} less time backward than in the week before."),
    Span.MONTH: say("{amount} less time backward than in the month before."),
    Span.YEAR: say("{amount} less time backward than in the year before."),
}
SAME: Mapping[Span, Message] = {
    Span.WEEK: say("As much time backward as in the week before."),
    Span.MONTH: say("As much time backward as in the month before."),
    Span.YEAR: say("As much time backward as in the year before."),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A sum of the newest stretch. usual: the mean of those before, in words; why: the reason where it is missing."""

    label: str
    shown: Shown
    usual: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch in the table. until: the last day of a week, which a narrow table leaves out."""

    name: str
    until: str
    path: str
    running: bool
    backward: str
    distance: str
    time: str
    directions: str
    recordings: str
    sessions: str
    load: str


@router.get("/trends")
def page(request: Request, span: str = "", until: str = "") -> HTMLResponse:
    """The stretches that end with the one `until` lies in."""
    here, store = page_of(request), site_of(request).store
    wanted = Span(span) if span in set(Span) else Span.WEEK
    zone, first_weekday = here.preferences.zone, here.preferences.first_weekday
    found = trends(store, wanted, read_day(until) or here.today, zone, first_weekday, here.today)
    planned = any(one.planned for one in found.periods)
    return render(
        request,
        "trends.html",
        found=found,
        spans=SPANS,
        title=_title(found, here),
        newest=here.words(NOW[wanted]) if found.last.running else name_of(wanted, found.last, here),
        numbers=_numbers(found, here),
        growth=_growth(found, here),
        times=by_direction(found, here),
        shown_directions=[way for way in DIRECTIONS if any(one.recorded.seconds[way] for one in found.periods)],
        plans=_plans(found, here) if planned else (),
        loads=load_line(found, here),
        rows=tuple(
            _row(one, wanted, here)
            for one in reversed(found.periods)
            if not one.is_empty or one.last >= (found.begins or date.max)
        ),
        empty=all(one.is_empty for one in found.periods),
    )


def _numbers(found: Trends, here: Page) -> tuple[Number, ...]:
    last = found.last
    recorded = last.recorded
    far = say("No recording of it knows how far.") if last.backward_s else say("Nothing backward was recorded.")
    planned = last.planned
    of_planned = say("{n} planned", n=here.words.number(planned.sessions)) if planned else None
    unrated = say("{n} not rated", n=last.sessions - last.rated) if last.rated < last.sessions else None
    return (
        (
            _number(say("Time backward"), found, here, lambda one: one.backward_s, _time),
            _number(say("Distance backward"), found, here, lambda one: one.recorded.backward_m, _distance, far),
            _number(say("Of it run"), found, here, lambda one: one.recorded.backward_run_s, _time),
            _number(say("Recorded in all"), found, here, lambda one: one.recorded.duration_s, _time),
            _number(say("Recordings"), found, here, lambda one: one.recorded.recordings, _count),
            _number(say("Sessions"), found, here, lambda one: one.done.sessions, _count, aside=of_planned),
            _number(say("Load"), found, here, lambda one: one.load, _count, say("No session was rated."), unrated),
        )
        if recorded.recordings or last.sessions or found.before
        else ()
    )


def _number(
    label: Message,
    found: Trends,
    here: Page,
    value: Callable[[Period], float | None],
    show: Callable[[float, Page], Shown],
    why: Message | None = None,
    aside: Message | None = None,
) -> Number:
    mine, usual = value(found.last), found.usual(value)
    parts = [here.words(aside)] if aside and mine is not None else []
    if usual is not None:
        parts.append(here.words(USUAL[found.span].template, amount=str(show(usual, here))))
    missing = Shown(MISSING, "")
    return Number(
        here.words(label),
        missing if mine is None else show(mine, here),
        " · ".join(parts),
        here.words(why) if why is not None and mine is None else "",
    )


def _time(seconds: float, here: Page) -> Shown:
    return here.show(seconds, "s", "time_s")


def _distance(metres: float, here: Page) -> Shown:
    return here.show(metres, "m", "distance")


def _count(value: float, here: Page) -> Shown:
    return Shown(here.words.number(value, 1 if value < 10 and value % 1 else 0), "")


def _growth(found: Trends, here: Page) -> str:
    """The plain change; of a stretch that is not over, only once there is more."""
    growth_s = found.growth_s
    if growth_s is None or (growth_s <= 0 and found.last.running) or not any(one.backward_s for one in found.periods):
        return ""
    says = MORE if growth_s > 0 else LESS if growth_s < 0 else SAME
    return here.words(says[found.span].template, amount=str(_time(abs(growth_s), here)))


def _plans(found: Trends, here: Page) -> tuple[tuple[str, Chart], ...]:
    """Backward minutes, minutes and sessions: planned beside done."""

    def minutes(one: Amount | None) -> float:
        return one.minutes * _MINUTE if one else 0.0

    def backward(one: Amount | None) -> float:
        return one.backward_min * _MINUTE if one else 0.0

    def count(one: Amount | None) -> float:
        return one.sessions if one else 0.0

    sums: tuple[tuple[Message, Callable[[Amount | None], float], str], ...] = (
        (say("Time backward"), backward, Direction.BACKWARD.value),
        (say("Time in all"), minutes, "done"),
        (say("Sessions"), count, "done"),
    )
    return tuple(
        (here.words(label), planned_beside_done(found, here, amount, kind, seconds=amount is not count))
        for label, amount, kind in sums
    )


def _row(one: Period, span: Span, here: Page) -> Row:
    recorded, planned = one.recorded, one.planned
    sessions = here.words.number(one.done.sessions)
    if planned is not None:
        sessions = here.words(say("{done} of {planned}", done=sessions, planned=here.words.number(planned.sessions)))
    return Row(
        name=_whole(here.words.day_of_month(one.first)) if span is Span.WEEK else name_of(span, one, here),
        until=_whole(here.words.day_of_month(one.last)) if span is Span.WEEK else "",
        path=recordings_path(one, here),
        running=one.running,
        backward=_or_missing(here.words.duration(one.backward_s), one.backward_s > 0),
        distance=MISSING if recorded.backward_m is None else str(_distance(recorded.backward_m, here)),
        time=_or_missing(here.words.duration(recorded.duration_s), recorded.recordings > 0),
        directions=in_words(recorded.seconds, here.words),
        recordings=here.words.number(recorded.recordings),
        sessions=sessions,
        load=MISSING if one.load is None else here.words.number(one.load),
    )


def _whole(text: str) -> str:
    """The same on one line; months may take two."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _or_missing(text: str, known: bool) -> str:
    return text if known else MISSING


def _title(found: Trends, here: Page) -> str:
    first, last = found.periods[0].first, found.last.last
    if found.span is Span.YEAR:
        return f"{first.year} \N{EN DASH} {last.year}"
    if found.span is Span.MONTH:
        return f"{here.words.month(first)} \N{EN DASH} {here.words.month(last)}"
    return f"{here.words.date(first)} \N{EN DASH} {here.words.date(last)}"
