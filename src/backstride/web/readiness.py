"""Onboarding a part a step, what follows from it, and today's check."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import planning
from backstride.app import readiness as ready
from backstride.errors import BadAnswers, NotFound
from backstride.evidence.table import CLAIMS
from backstride.message import Message, say
from backstride.plan.asking import Form
from backstride.plan.check import CHECK_QUESTIONS, Check
from backstride.plan.kinds import Permit
from backstride.plan.questions import (
    PARTS,
    QUESTIONS,
    Part,
    faults_of,
    questions_of,
)
from backstride.plan.readiness import Readiness, Reason
from backstride.plan.screening import may_train
from backstride.web.asking import fields, posted
from backstride.web.page import page_of, render
from backstride.web.site import site_of
from backstride.words.exercises import LIMITS

router = APIRouter(prefix="/plan", include_in_schema=False)
START, RESULT, CHECK = "/plan/start", "/plan/readiness", "/plan/check"
_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_KEYS = tuple(part.key for part in PARTS)

ALLOWED: Mapping[Permit, tuple[Message, Message]] = {
    Permit.NOTHING: (say("Not yet"), say("Something should be looked at before you go backward.")),
    Permit.WALK: (say("You may walk backward"), say("Walking backward is open to you; faster waits for now.")),
    Permit.JOG: (
        say("You may jog backward"),
        say("Walking and jogging are open to you; the plan takes you there step by step."),
    ),
    Permit.RUN: (
        say("You may run backward"),
        say("Nothing holds you back; the plan takes you there step by step, from walking on."),
    ),
}
STEPS: Mapping[Permit, Message] = {Permit.WALK: say("Walk"), Permit.JOG: say("Jog"), Permit.RUN: say("Run")}


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason as a page shows it."""

    permit: Permit
    says: Message
    change: Message | None
    claim: str
    grade: int


@router.get("/start")
def start(request: Request) -> RedirectResponse:
    """Go on where it was left: at the first part that something is missing in."""
    page, store = page_of(request), site_of(request).store
    left = ready.parts_left(ready.draft(store), page.today)
    if left:
        return RedirectResponse(page.url(f"{START}/{left[0]}"), 303)
    return RedirectResponse(page.url(f"{START}/{_KEYS[-1]}" if ready.begun(store) else RESULT), 303)


@router.post("/start/again")
def again(request: Request) -> RedirectResponse:
    """Ask for the body again; wishes stay."""
    ready.begin_again(site_of(request).store)
    return RedirectResponse(page_of(request).url(f"{START}/{_KEYS[0]}"), 303)


@router.get("/start/{key}")
def step(request: Request, key: str, missing: bool = False) -> HTMLResponse:
    """One part with what was answered so far. missing: say at once what is."""
    part, form = _part(key), ready.draft(site_of(request).store)
    return _step(request, part, form, faults_of(key, form, page_of(request).today) if missing else {})


@router.post("/start/{key}/keep")
async def keep(request: Request, key: str) -> Response:
    """Keep a part as it stands, whatever is missing. Where other questions follow from it, the answer shows them."""
    part = _part(key)
    sent = await posted(request, (*_questions(key), "shown"))
    form = await run_in_threadpool(ready.keep_draft, site_of(request).store, sent)
    if sent["shown"] == _shown(key, form):
        return Response(status_code=204)  # nothing is drawn anew under the reader's finger
    return await run_in_threadpool(_step, request, part, form, {})


@router.post("/start/{key}")
async def take(request: Request, key: str) -> Response:
    """Keep a part and go on; stay where something is missing. The last part ends the questions."""
    part = _part(key)
    sent = await posted(request, (*_questions(key), "finish", "back"))
    if sent["back"]:
        return await run_in_threadpool(_back, request, part, sent)
    return await run_in_threadpool(_take, request, part, sent, bool(sent["finish"]) or key == _KEYS[-1])


@router.get("/readiness")
def result(request: Request) -> Response:
    """What a person may do, why, what would change it, and until when that holds."""
    page, store = page_of(request), site_of(request).store
    stands = ready.readiness(store, page.today)
    if stands.last is None:
        return RedirectResponse(page.url(START), 303)
    shown: Readiness = stands.last
    return render(
        request,
        "readiness.html",
        why=stands.why,
        shown=shown,
        allowed=ALLOWED[shown.permit],
        steps=[(label, shown.permit >= permit) for permit, label in STEPS.items()],
        deciding=[_row(reason) for reason in shown.reasons if reason.permit == shown.permit],
        more=[_row(reason) for reason in shown.reasons if reason.permit > shown.permit],
        advice=[_row(reason) for reason in shown.advice],
        careful=", ".join(sorted(page.words(LIMITS[limit]) for limit in shown.limits)),
        may_train=may_train(shown),
        has_plan=planning.plan(store) is not None,
        permits=STEPS,
    )


@router.post("/new")
def new_plan(request: Request) -> RedirectResponse:
    """Make a plan from the answers."""
    page = page_of(request)
    planning.new_plan(site_of(request).store, page.today)
    return RedirectResponse(page.url("/plan"), 303)


@router.get("/check")
def check(request: Request, again: bool = False, then: str = "") -> HTMLResponse:
    """Today's check: its questions, or its outcome where it was done. then: the session that comes after it."""
    page = page_of(request)
    done = ready.todays_check(site_of(request).store, page.today)
    if done is None or again:
        return _check_form(request, {}, {}, _id(then))
    return _outcome(request, done, _id(then))


@router.post("/check")
async def checked(request: Request) -> Response:
    """Judge and keep it."""
    sent = await posted(request, (*(question.key for question in CHECK_QUESTIONS), "then"))
    return await run_in_threadpool(_checked, request, sent)


def _part(key: str) -> Part:
    part = next((part for part in PARTS if part.key == key), None)
    if part is None:
        raise NotFound(say("there is no step of this name"))
    return part


def _questions(key: str) -> tuple[str, ...]:
    return tuple(question.key for question in QUESTIONS if question.part == key)


def _back(request: Request, part: Part, sent: Form) -> Response:
    """Nothing is lost on the way back, and nothing has to be complete."""
    ready.keep_draft(site_of(request).store, sent)
    before = _KEYS[max(0, _KEYS.index(part.key) - 1)]
    return RedirectResponse(page_of(request).url(f"{START}/{before}"), 303)


def _shown(key: str, form: Form) -> str:
    """Which questions of a part are asked, and what is offered in those that follow from others."""
    return " ".join(
        f"{one.key}:{'/'.join(one.offered(form)) if one.of else ''}".replace(" ", "-")
        for one in questions_of(key, form)
    )


def _take(request: Request, part: Part, sent: Form, finish: bool) -> Response:
    page, store = page_of(request), site_of(request).store
    form = ready.keep_draft(store, sent)
    faults = faults_of(part.key, form, page.today)
    if faults:
        drawn = _step(request, part, form, faults)
        drawn.status_code = 422
        return drawn
    if not finish:
        return RedirectResponse(page.url(f"{START}/{_KEYS[_KEYS.index(part.key) + 1]}"), 303)
    try:
        ready.finish(store, page.today)
    except BadAnswers:
        left = ready.parts_left(ready.draft(store), page.today)
        return RedirectResponse(page.url(f"{START}/{left[0]}?missing=1"), 303)
    return RedirectResponse(page.url(RESULT), 303)


def _step(request: Request, part: Part, form: Form, faults: Mapping[str, Message]) -> HTMLResponse:
    page, at = page_of(request), _KEYS.index(part.key)
    others = set(ready.parts_left(form, page.today)) - {part.key}
    return render(
        request,
        "plan_start.html",
        part=part,
        number=at + 1,
        count=len(PARTS),
        fields=fields(questions_of(part.key, form), form, faults, page),
        shown=_shown(part.key, form),
        last=at == len(PARTS) - 1,
        may_finish=not others and ready.answers(site_of(request).store) is not None,
        kept=bool(form),
    )


def _checked(request: Request, sent: Form) -> Response:
    page = page_of(request)
    try:
        ready.check(site_of(request).store, sent, page.today)
    except BadAnswers as bad:
        drawn = _check_form(request, sent, bad.fields, _id(sent["then"]))
        drawn.status_code = 422
        return drawn
    then = _id(sent["then"])
    return RedirectResponse(page.url(f"{CHECK}?then={then}" if then else CHECK), 303)


def _id(text: str) -> str:
    """The id of a planned session, or nothing."""
    return text if _ID.fullmatch(text) else ""


def _check_form(request: Request, form: Form, faults: Mapping[str, Message], then: str) -> HTMLResponse:
    shown = fields(CHECK_QUESTIONS, form, faults, page_of(request))
    return render(request, "check.html", check=None, fields=shown, whys=(), then=then)


def _outcome(request: Request, done: Check, then: str) -> HTMLResponse:
    whys = tuple((reason, int(CLAIMS[reason.claim].grade)) for reason in done.reasons)
    stands = ready.readiness(site_of(request).store, page_of(request).today)
    rests = done.rests or (stands.last is not None and not may_train(stands.last))
    shown = {"whys": whys, "then": then, "standing": stands, "permits": STEPS, "rests": rests}
    return render(request, "check.html", check=done, fields=(), **shown)


def _row(reason: Reason) -> ReasonRow:
    change = reason.change if reason.change.template else None
    return ReasonRow(reason.permit, reason.says, change, reason.claim, int(CLAIMS[reason.claim].grade))
