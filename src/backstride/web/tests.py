"""Tests: the list with what is due, and each on its page: how it is done, a stopwatch, today's tries, its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import Query, some_recordings
from backstride.app import tests as app
from backstride.app.heart import birth_year
from backstride.assess import Test
from backstride.assess.result import counts_as_practice
from backstride.assess.surroundings import SURFACES, SURROUNDINGS, surface_of
from backstride.errors import BadAnswers, NotAllowed
from backstride.evidence import Claim
from backstride.evidence.table import key_of
from backstride.figures import draw
from backstride.message import Message, say
from backstride.plan.kinds import Limit
from backstride.recording import Side
from backstride.web.page import Page, page_of, render
from backstride.web.site import site_of
from backstride.web.trial_view import charts, tried
from backstride.words import Words
from backstride.words.exercises import LIMITS
from backstride.words.tests import (
    BETTER,
    SIDES,
    alike,
    detectable,
    group_of,
    in_one_line,
    kept,
    slowed,
    unit_of,
    value_of,
)

router = APIRouter(prefix="/progress/tests", include_in_schema=False)
_RECORDINGS = 20
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A test in the list. figure: SVG; when: when it was done last, and when it is due."""

    test: Test
    figure: str
    value: str
    when: str
    due: bool
    closed: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim on how far a test can be trusted, or on what others reach."""

    key: str
    claim: Claim
    value: str
    group: Message | None = None


@router.get("")
def every(request: Request) -> HTMLResponse:
    here, store = page_of(request), site_of(request).store
    rows = [_row(state, here) for state in app.overview(store, here.today)]
    return render(request, "tests.html", rows=rows, due=[row for row in rows if row.due])


@router.get("/{key}")
def one(request: Request, key: str) -> HTMLResponse:
    return _page(request, app.the_test(key), {})


@router.post("/{key}")
async def keep(request: Request, key: str) -> Response:
    """Keep a try. Every fault is shown beside its field, and nothing that was typed is lost."""
    return await run_in_threadpool(_keep, request, key, await _sent(request))


@router.post("/{key}/recording")
async def read(request: Request, key: str) -> Response:
    """Compute tries from a recording."""
    return await run_in_threadpool(_read, request, key, await _sent(request))


@router.post("/{key}/remove")
async def take_back(request: Request, key: str) -> Response:
    """Take a try back."""
    form = await _sent(request)
    await run_in_threadpool(app.remove_trial, site_of(request).store, form.get("id", ""))
    return RedirectResponse(page_of(request).url(f"/progress/tests/{key}#tries"), 303)


async def _sent(request: Request) -> dict[str, str]:
    return {key: value for key, value in (await request.form()).items() if isinstance(value, str)}


def _keep(request: Request, key: str, form: Mapping[str, str]) -> Response:
    here, test = page_of(request), app.the_test(key)
    try:
        trial = app.record_trial(site_of(request).store, {**form, "test": key}, here.today)
    except BadAnswers as bad:
        return _again(request, test, form, bad.fields)
    side = f"?side={trial.side.value}" if test.sides else ""
    return RedirectResponse(here.url(f"/progress/tests/{key}{side}#try"), 303)


def _read(request: Request, key: str, form: Mapping[str, str]) -> Response:
    here, store, test = page_of(request), site_of(request).store, app.the_test(key)
    chosen = form.get("recording", "")
    if not chosen:
        return _again(request, test, form, {"recording": say("choose a recording")})
    try:
        app.from_recording(store, chosen, {**form, "test": key}, here.today)
    except BadAnswers as bad:
        return _again(request, test, form, bad.fields)
    except NotAllowed as refused:
        return _again(request, test, form, {"recording": refused.message})
    return RedirectResponse(here.url(f"/progress/tests/{key}#tries"), 303)


def _again(request: Request, test: Test, form: Mapping[str, str], faults: Mapping[str, Message]) -> HTMLResponse:
    answer = _page(request, test, form, faults)
    answer.status_code = 422
    return answer


def _page(
    request: Request, test: Test, typed: Mapping[str, str], faults: Mapping[str, Message] | None = None
) -> HTMLResponse:
    here, store = page_of(request), site_of(request).store
    seen = app.history(store, test.key)
    counted = {trial.id for result in seen.results for trial in result.counted}
    rows = [(trial.day, tried(test, trial, trial.id in counted, here.words)) for trial in seen.trials]
    usual = {"side": request.query_params.get("side", "left"), "condition": _usual_condition(seen)}
    usual |= _usual_ground(seen)
    return render(
        request,
        "test.html",
        test=test,
        figure=draw(test.figure, title=here.words(test.name)),
        said={**usual, "day": here.today.isoformat(), **typed},
        faults=faults or {},
        against=app.against(store, here.today)(test),
        unit=unit_of(test, here.words),
        kept=kept(test),
        better=BETTER[test.better],
        limits=[LIMITS[limit] for limit in Limit if limit.value in test.limits],
        around=[SURROUNDINGS[key] for key in test.around],
        sides=SIDES if test.sides else {},
        practises=_practises(test, seen, here.today),
        todays=[row for day, row in rows if day == here.today],
        before=[(day, row) for day, row in rows if day != here.today],
        charts=charts(test, seen.results, here.words),
        says=_says(seen, here.words),
        due=_due(seen.due, here),
        norms=_norms(test, request),
        detectable=detectable(test, here.words),
        rules=[_ground(claim, test, here.words) for claim in test.rules],
        grounds=[_ground(claim, test, here.words) for claim in (test.mdc, test.sem, *test.beside) if claim is not None],
        recordings=_recordings(request) if test.key in app.FROM_RECORDING else None,
    )


def _row(state: app.TestState, here: Page) -> Row:
    test, words = state.test, here.words
    value = in_one_line(test, state.last, words)
    when = ""
    if state.last and state.due is not None:
        done, today = words.date(state.last[-1].day), here.today
        again = (
            words(say("due again")) if state.due <= today else words(say("again from {day}", day=words.day(state.due)))
        )
        when = f"{done} · {again}"
    due = bool(state.due and state.due <= here.today and not state.against)
    closed = " ".join(words(one) for one in state.against)
    return Row(test, draw(test.figure, title=words(test.name)), value, when, due, closed)


def _usual_condition(seen: app.History) -> str:
    if seen.test.condition is None:
        return ""
    return seen.trials[0].condition if seen.trials else seen.test.condition.choices[0][0]


def _usual_ground(seen: app.History) -> dict[str, str]:
    """The ground of the last try: a test is mostly done where it was done."""
    last = seen.trials[0].details.get("surface") if seen.trials else None
    return {} if last is None or surface_of(last) is None else {"surface": SURFACES[int(last)][0]}


def _practises(test: Test, seen: app.History, today: date) -> bool:
    """Whether the next try would be taken as practice, on any side."""
    sides = (Side.LEFT, Side.RIGHT) if test.sides else (Side.UNKNOWN,)
    return any(counts_as_practice(test, seen.trials, today, side) for side in sides)


def _says(seen: app.History, words: Words) -> list[Message]:
    """What there is to say of all results together."""
    both = [alike(seen.both, words)] if seen.both else []
    return both + ([slowed(seen.slowed, words)] if seen.slowed is not None else [])


def _due(due: date | None, here: Page) -> Message | None:
    if due is None:
        return None
    if due <= here.today:
        return say("It is time to repeat it.")
    return say("Best repeated from {day} on.", day=here.words.day(due))


def _norms(test: Test, request: Request) -> list[Ground]:
    here, year = page_of(request), birth_year(site_of(request).store)
    age = None if year is None else here.today.year - year
    rows = test.norms_of(age)
    return [
        Ground(key_of(norm.claim), norm.claim, value_of(test, norm.claim.value, here.words), group_of(norm))
        for norm in rows
    ]


def _ground(claim: Claim, test: Test, words: Words) -> Ground:
    """A claim with its number; of a share the range in which it is believed to lie."""
    if claim.unit == "1" and claim.low < claim.high:
        return Ground(key_of(claim), claim, f"{_plain(claim.low, words)}–{_plain(claim.high, words)}")
    if claim.unit == test.unit:
        return Ground(key_of(claim), claim, value_of(test, claim.value, words))
    return Ground(key_of(claim), claim, f"{_plain(claim.value, words)} {claim.unit.removesuffix('1')}".strip())


def _plain(value: float, words: Words) -> str:
    """With as many digits as were printed, three at most."""
    return words.number(
        value, next(digits for digits in range(4) if digits == _DIGITS or round(value, digits) == value)
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """A recording to choose."""

    id: str
    says: str


def _recordings(request: Request) -> list[Choice]:
    here, store = page_of(request), site_of(request).store
    rows = some_recordings(store, Query(per_page=_RECORDINGS))
    starts = [(row, here.preferences.local(row.start)) for row in rows]
    return [
        Choice(
            row.id,
            f"{here.words.date(start.date())}, {here.words.time(start)}: {row.name or here.words(say('Recording'))}",
        )
        for row, start in starts
    ]
