"""Own records by direction and distance beside reported ones; streak and challenges."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app import own_records as app
from backstride.app.own_records import Best
from backstride.evidence.records import FAST_TIMES, HALF_M, MARATHON_M, MILE_M, FastTime, Sex, fastest
from backstride.evidence.study import Checked
from backstride.message import Message, say
from backstride.progress.records import DISTANCES_M
from backstride.recording import Direction
from backstride.web.page import Page, page_of, render
from backstride.web.site import site_of

router = APIRouter(prefix="/progress/records", include_in_schema=False)
_NAMED = {MILE_M: say("1 mile"), HALF_M: say("Half marathon"), MARATHON_M: say("Marathon")}
_SEXES = {Sex.MEN: say("men"), Sex.WOMEN: say("women")}
_TENTHS_BELOW_S = 600.0
_KM_M = 1000.0


@dataclass(frozen=True, slots=True)
class Row:
    """A distance: own time, day and speed; what it is of the fastest reported man's or woman's speed; empty: none."""

    distance: str
    time: str
    speed: str
    day: str
    link: str
    shares: tuple[tuple[Message, str], ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """A row of the table of reported times."""

    one: FastTime
    distance: str
    sex: Message
    time: str
    speed: str
    day: str
    source: str
    checked: bool


@router.get("")
def page(request: Request) -> HTMLResponse:
    """Everything on one page; what was not opened yet is said."""
    here, store = page_of(request), site_of(request).store
    found = app.own_records(store)
    return render(
        request,
        "records.html",
        ways=[(way, [_row(best, way, here) for best in found.bests[way].values()]) for way in found.bests],
        found=found,
        habits=app.habits(store, here.today),
        reported=[_reported(one, here) for one in FAST_TIMES],
        distances=len(DISTANCES_M),
    )


def _row(best: Best, way: Direction, page: Page) -> Row:
    shares = []
    if way is Direction.BACKWARD:
        for sex, name in _SEXES.items():
            top = fastest(best.distance_m, sex)
            if top is not None:
                shares.append((name, page.words.percent(best.speed_mps / top.speed_mps)))
    link = f"/recordings/{best.recording}" if best.recording else "/progress/tests/time-trial"
    return Row(
        _distance(best.distance_m, page),
        _time(best.seconds, page),
        str(page.show(best.speed_mps, "m/s")),
        page.words.date(best.day),
        page.url(link),
        tuple(shares),
    )


def _reported(one: FastTime, page: Page) -> Reported:
    return Reported(
        one,
        _distance(one.distance_m, page),
        _SEXES[one.sex],
        _time(one.seconds, page),
        str(page.show(one.speed_mps, "m/s")),
        one.day,
        one.source.venue,
        one.checked is Checked.SEEN,
    )


def _distance(metres: float, page: Page) -> str:
    """Races are called by their own names, whatever units the reader likes."""
    if metres in _NAMED:
        return page.words(_NAMED[metres])
    return f"{page.words.number(metres)} m" if metres <= 3 * _KM_M else f"{page.words.number(metres / _KM_M)} km"


def _time(seconds: float, page: Page) -> str:
    """Tenths below ten minutes: they matter there."""
    if seconds >= _TENTHS_BELOW_S:
        return page.words.duration(seconds)
    minutes, rest = divmod(round(seconds, 1), 60)
    text = page.words.number(rest, 1)
    return f"{int(minutes)}:{text.zfill(4)}" if minutes else f"{text} s"
