"""Is it working? A card a claim with what studies found and what the person's own data show; choosing; weeks by lot."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import progress as app
from backstride.app.progress_sheet import progress_sheet
from backstride.errors import BadAnswers
from backstride.evidence.promises import PROMISES
from backstride.message import Message
from backstride.progress.alternation import FEWEST_PAIRS, MOST_PAIRS
from backstride.progress.outcomes import MOST
from backstride.web.download import download
from backstride.web.page import page_of, render
from backstride.web.progress_view import HIGH, shown
from backstride.web.site import site_of
from backstride.words.evidence import STANDINGS
from backstride.words.plan import GOALS
from backstride.words.progress import VERDICTS, amount

router = APIRouter(prefix="/progress", include_in_schema=False)


@router.get("")
def page(request: Request) -> HTMLResponse:
    """The cards."""
    here = page_of(request)
    judged = app.verdicts(site_of(request).store, here.today)
    return render(
        request,
        "progress.html",
        judged=judged,
        cards=[shown(card, judged, here) for card in judged.cards],
        goal=GOALS[judged.goal] if judged.goal else None,
        names=STANDINGS,
        verdicts=VERDICTS,
        high=HIGH,
    )


@router.get("/choose")
def choices(request: Request) -> HTMLResponse:
    """The outcomes to choose from."""
    return _choices(request, None, {})


@router.post("/choose")
def keep(request: Request, outcome: Annotated[list[str] | None, Form(max_length=50)] = None) -> Response:
    """Keep the choice; faults are shown above it."""
    try:
        app.choose(site_of(request).store, outcome or [])
    except BadAnswers as bad:
        answer = _choices(request, outcome or [], bad.fields)
        answer.status_code = 422
        return answer
    return RedirectResponse(page_of(request).url("/progress"), 303)


@router.get("/weeks")
def weeks(request: Request) -> HTMLResponse:
    """Weeks by lot: how it goes, or the form to begin."""
    return _weeks(request, {})


@router.post("/weeks")
def begin(request: Request, outcome: Annotated[str, Form()] = "", pairs: Annotated[int, Form()] = 0) -> Response:
    """Draw weeks with and without."""
    here = page_of(request)
    try:
        app.begin_lot(site_of(request).store, outcome, pairs, here.today)
    except BadAnswers as bad:
        answer = _weeks(request, bad.fields)
        answer.status_code = 422
        return answer
    return RedirectResponse(here.url("/progress/weeks"), 303)


@router.post("/weeks/end")
def end(request: Request, id: Annotated[int, Form(ge=1, le=2**53)]) -> Response:
    """Forget the weeks; the tests stay."""
    app.end_lot(site_of(request).store, id)
    return RedirectResponse(page_of(request).url("/progress/weeks"), 303)


@router.get("/report.pdf")
def report(request: Request, paper: Annotated[str, Query()] = "") -> Response:
    """Everything of the page on paper, for a doctor or a coach."""
    here = page_of(request)
    chosen = paper if paper in ("a4", "letter") else "letter" if here.preferences.imperial else "a4"
    site, imperial = site_of(request), here.preferences.imperial
    made = progress_sheet(site.store, here.words, here.today, chosen, imperial=imperial, simulated=site.simulated)
    answer = download(made.name, made.media_type, made.data, inline=True)
    answer.headers["cache-control"] = "no-store"
    return answer


def _choices(request: Request, ticked: list[str] | None, faults: dict[str, Message]) -> HTMLResponse:
    here, store = page_of(request), site_of(request).store
    judged = app.verdicts(store, here.today)
    now = [one.key for one in judged.choice.outcomes]
    goal = judged.goal
    return render(
        request,
        "progress_choose.html",
        rows=[(one, PROMISES[one.promise], goal is not None and goal in one.goals) for one in app.offered().values()],
        ticked=now if ticked is None else ticked,
        judged=judged,
        most=MOST,
        names=STANDINGS,
        faults=faults,
    )


def _weeks(request: Request, faults: dict[str, Message]) -> HTMLResponse:
    here, store = page_of(request), site_of(request).store
    running = app.lot(store, here.today)
    rows = []
    told = ""
    if running is not None:
        one = running.alternation
        rows = [
            (number, here.words.day(one.begun + timedelta(days=7 * number)), with_, number == running.week)
            for number, with_ in enumerate(one.with_)
        ]
        if running.difference is not None:
            measure = running.outcome.measure
            told = amount(
                measure, running.difference.value, here.words, imperial=here.preferences.imperial, signed=True
            )
    return render(
        request,
        "progress_weeks.html",
        lot=running,
        rows=rows,
        told=told,
        ends=here.words.date(running.alternation.ends) if running is not None else "",
        over=running is not None and running.alternation.ends < here.today,
        offered=[one for one in app.offered().values() if not one.skill],
        fewest=FEWEST_PAIRS,
        most=MOST_PAIRS,
        faults=faults,
    )
