"""The heart over time: highest and resting rate, zones with their days, heart rate at one pace, load by week."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import Store
from backstride.app.heart import heart_history, is_provisional
from backstride.app.heart_settings import FIELDS, form_of, hold, let_go
from backstride.app.load import weekly_load
from backstride.errors import BadAnswers
from backstride.message import Message
from backstride.physiology.zones import grounds
from backstride.web import heart_view as view
from backstride.web import heart_weeks as weekly
from backstride.web.page import Page, page_of, render
from backstride.web.site import site_of
from backstride.words.estimates import RANGE_MEANS, told
from backstride.words.heart import BASES, SEXES

router = APIRouter(prefix="/progress/heart", include_in_schema=False)

WEEKS = 12


@router.get("")
def heart(request: Request, saved: str = "") -> HTMLResponse:
    return _page(request, None, {}, saved == "yes")


@router.post("")
async def keep(request: Request) -> Response:
    """Let what was said hold from its day on; nothing that was typed is lost where it cannot."""
    async with request.form() as form:
        sent = {name: value for name in FIELDS if isinstance(value := form.get(name), str)}
    return await run_in_threadpool(_keep, request, sent)


@router.post("/remove")
async def remove(request: Request) -> Response:
    """Forget what was said from a day on."""
    async with request.form() as form:
        text = str(form.get("from") or "")
    return await run_in_threadpool(_remove, request, text)


def _keep(request: Request, sent: Mapping[str, str]) -> Response:
    page = page_of(request)
    try:
        hold(site_of(request).store, sent, page.today)
    except BadAnswers as error:
        return _page(request, sent, error.fields, saved=False)
    return RedirectResponse(page.url("/progress/heart?saved=yes#zones"), 303)


def _remove(request: Request, text: str) -> Response:
    with suppress(ValueError):  # no such day: there is nothing to forget
        let_go(site_of(request).store, date.fromisoformat(text))
    return RedirectResponse(page_of(request).url("/progress/heart#zones"), 303)


def _page(request: Request, sent: Mapping[str, str] | None, faults: Mapping[str, Message], saved: bool) -> HTMLResponse:
    page, store = page_of(request), site_of(request).store
    today = page.today
    found = heart_history(store, today)
    person = found.person
    load = _load(store, page)
    empty = dict.fromkeys(FIELDS, "")
    answer = render(
        request,
        "heart.html",
        any=found.recordings or load["columns"] or person.highest.seen,
        highest=view.known_row(person.highest, page),
        highest_beyond=person.highest.beyond and sent is None,
        resting=view.known_row(person.resting, page) if person.resting else None,
        least=found.least,
        least_text="" if found.least is None else page.words.number(found.least.bpm),
        least_day="" if found.least is None else page.words.date(found.least.day),
        uptake=told(found.uptake, page.words) if found.uptake else None,
        uptake_claim=found.uptake.claims[0] if found.uptake else "",
        range_means=page.words(RANGE_MEANS),
        provisional=is_provisional(person),
        zones=view.current_zones(person, page),
        zones_apart=bool(person.told.backward),
        basis=page.words(BASES[person.told.basis]),
        zone_grounds=view.grounds_of(grounds(person.told.basis)),
        held=[(one, page.words(BASES[one.told.basis])) for one in reversed(found.held)],
        form=empty | (dict(sent) if sent is not None else form_of(person.told) | {"from": today.isoformat()}),
        faults=faults,
        saved=saved,
        bases=view.bases(page),
        sexes=[("" if key.value == "not said" else key.value, page.words(name)) for key, name in SEXES.items()],
        paced=view.paced(found, page),
        misread=view.misreadings(),
        newest=today.isoformat(),
        **load,
    )
    answer.status_code = 422 if faults else 200
    return answer


def _load(store: Store, page: Page) -> dict[str, object]:
    """The newest weeks, drawn and as a table."""
    first = page.today - timedelta(days=page.today.weekday() + 7 * (WEEKS - 1))
    weeks = weekly_load(store, first, WEEKS)
    columns, ticks = weekly.week_columns(weeks, page)
    ways, by_way = weekly.week_ways(weeks, page)
    rows, grounds_of_load = weekly.week_rows(weeks, page), weekly.evidence_of_load()
    return {
        "columns": columns,
        "ticks": ticks,
        "weeks": rows,
        "ways": ways,
        "weeks_by_way": by_way,
        "load_grounds": grounds_of_load,
    }
