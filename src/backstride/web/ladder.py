"""The ladder: where a person stands, what is missing to move up, what would move them back, and every stage in full."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from backstride.app import planning
from backstride.app.readiness import readiness
from backstride.errors import NotFound
from backstride.evidence import progression
from backstride.evidence.table import CLAIMS
from backstride.figures import FIGURES, draw
from backstride.message import Message, say
from backstride.plan.criteria import length
from backstride.plan.doses import AMOUNTS
from backstride.plan.kinds import Limit, Permit
from backstride.plan.ladder import LADDER, STAGES, leads_to, next_stage, path
from backstride.plan.planned import Because, Plan
from backstride.plan.record import Judgement
from backstride.plan.stage import Criterion, Stage
from backstride.web.page import Page, page_of, render
from backstride.web.plan_view import speeds
from backstride.web.site import site_of
from backstride.words.exercises import LIMITS
from backstride.words.plan import GOALS, PERMITS, PLACES

router = APIRouter(prefix="/plan/ladder", include_in_schema=False)

# Where a stage lies, seen from where the person stands; what lies ahead on the way needs no word.
BEHIND, HERE, NEXT, AHEAD, ASIDE, PLAIN = "behind", "here", "next", "ahead", "aside", "plain"
PLACE_NAMES: Mapping[str, Message] = {
    BEHIND: say("behind you"),
    HERE: say("you are here"),
    NEXT: say("next"),
    ASIDE: say("not on your way"),
}
# What shows that a criterion is met, where nothing is known of it yet.
HOW_TO_KNOW: Mapping[str, Message] = {
    "stance": say("Do the test and enter what came out"),
    "three-metres": say("Do the test and enter what came out"),
    "glances": say("Say it when you log a session"),
    "stops": say("Say it when you log a session, or record one"),
    "exertion": say("Rate the session when you log it"),
    "stretch": say("Log a planned session as done, or record one"),
    "minutes": say("Log a planned session as done, or record one"),
    "fall-practice": say("Log a session of fall technique"),
}
# Where that is entered, by criterion: pages of tests.
ENTERED: Mapping[str, str] = {"stance": "/progress/tests/stance-open", "three-metres": "/progress/tests/walk-3m"}
_AFTER_A_SESSION = say("Known once a session on this stage is logged")
_FIGURES: Mapping[str, tuple[str, Message]] = {
    "ready": ("glance", say("Looking over a shoulder")),
    "walk": ("backward-walk", say("Walking backward")),
    "brisk": ("stop-before-turn", say("Stopping before a turn")),
    "jog": ("backward-run", say("Running backward")),
}


@dataclass(frozen=True, slots=True)
class Why:
    """A line and the claim it rests on, with its grade."""

    says: Message
    claim: str
    grade: int | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A criterion. mark: met, missing, unknown, against, or empty where nobody is judged by it.

    how, link  what would show that it is met, and where that is entered
    """

    key: str
    says: Message
    claim: str
    mark: str
    how: Message | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A stage as the page shows it. closed: why it is not on the way; speed: in the reader's own numbers."""

    stage: Stage
    place: str
    place_name: Message | None
    closed: tuple[str, ...]
    brief: Message
    dose: Why
    cues: tuple[Why, ...]
    studies: tuple[Why, ...]
    up: tuple[Condition, ...]
    down: tuple[Condition, ...]
    permit: Message
    places: tuple[Message, ...]
    not_for: tuple[Message, ...]
    speed: str
    figure: str


@router.get("")
def page(request: Request, done: str = "") -> HTMLResponse:
    """The whole ladder; with a plan, where the person stands on it, after an override with what it costs."""
    here, store = page_of(request), site_of(request).store
    plan = planning.plan(store)
    now = planning.stage_now(store, here.today) if plan else None
    ready = readiness(store, here.today).readiness
    permit = ready.permit if ready else plan.permit if plan else Permit.NOTHING
    limits = ready.limits if ready else plan.answers.health.limits if plan else frozenset()
    way = path(plan.answers.wishes.goal, permit, limits, plan.answers.wishes.places) if plan else ()
    judgement = now.judgement if now else None
    at = now.stage.key if now else ""
    beyond = next((stage for stage in way if now and stage.number > now.stage.number), None)
    own = plan.answers.health.forward_mps if plan else None
    rungs = tuple(
        _rung(
            stage,
            _where(stage, at, way, beyond, plan),
            _closed(stage, plan, permit, limits, here),
            judgement,
            _speed(stage, own, here),
            here,
        )
        for stage in LADDER
    )
    return render(
        request,
        "ladder.html",
        plan=plan,
        now=now,
        here=next((rung for rung in rungs if rung.place == HERE), None),
        beyond=beyond,
        waiting=None if beyond else _waiting(plan, at, rungs),
        rungs=rungs,
        goal=GOALS[plan.answers.wishes.goal] if plan else None,
        held=done == "held",
        costs=tuple(_why(cost) for cost in plan.costs) if plan else (),
    )


@router.get("/hold")
def ask(request: Request, stage: str = "") -> HTMLResponse:
    """Ask before the plan is set to a stage whatever the conditions say: which of them are open."""
    now = planning.stage_now(site_of(request).store, page_of(request).today)
    if now is None or stage not in STAGES:
        raise NotFound(say("there is no stage {key}", key=stage))
    wanted = STAGES[stage]
    forward = wanted.number > now.stage.number
    lacking = tuple(_conditions((*now.judgement.missing, *now.judgement.unknown), now.judgement)) if forward else ()
    against = tuple(_conditions(now.judgement.against, now.judgement)) if wanted.number >= now.stage.number else ()
    between = tuple(one.name for one in LADDER if now.stage.number < one.number < wanted.number)
    return render(
        request, "ladder_hold.html", wanted=wanted, now=now, lacking=lacking, against=against, between=between
    )


@router.post("/hold")
def hold(request: Request, stage: Annotated[str, Form()] = "") -> RedirectResponse:
    """Set the plan to a stage."""
    here = page_of(request)
    planning.hold(site_of(request).store, stage, here.today)
    return RedirectResponse(here.url("/plan/ladder?done=held"), 303)


def _where(stage: Stage, at: str, way: Collection[Stage], beyond: Stage | None, plan: Plan | None) -> str:
    """Where a stage lies, seen from the one the person is on."""
    if plan is None or not at:
        return PLAIN
    if stage.key == at:
        return HERE
    if stage is beyond:
        return NEXT
    if stage not in way:
        return ASIDE
    return BEHIND if stage.number < STAGES[at].number else AHEAD


def _waiting(plan: Plan | None, at: str, rungs: Collection[Rung]) -> Rung | None:
    """The next stage to the goal where it is closed at present; None at the goal."""
    if plan is None or not at:
        return None
    after = next_stage(at, path(plan.answers.wishes.goal, Permit.RUN))
    return next((one for one in rungs if one.stage is after), None)


def _closed(stage: Stage, plan: Plan | None, permit: Permit, limits: Collection[Limit], here: Page) -> tuple[str, ...]:
    """Why a stage is not on a person's way."""
    if plan is None:
        return ()
    words, wishes = here.words, plan.answers.wishes
    why: list[Message] = []
    if not leads_to(stage, wishes.goal):
        why.append(say("Your goal does not lead over it: {goal}.", goal=GOALS[wishes.goal]))
    if stage.permit > permit:
        why.append(say("Your readiness does not open {what} yet.", what=PERMITS[stage.permit]))
    against = [words(LIMITS[limit]) for limit in Limit if limit in stage.not_for and limit in limits]
    if against:
        why.append(say("It is left out because of what you told: {limits}.", limits=", ".join(against)))
    if set(stage.places).isdisjoint(wishes.places):
        why.append(say("None of your places suits it."))
    if not why:
        why.append(say("It builds on a stage that is closed to you."))
    return tuple(words(one) for one in why)


def _rung(
    stage: Stage, place: str, closed: tuple[str, ...], judgement: Judgement | None, speed: str, here: Page
) -> Rung:
    figure, title = _FIGURES.get(stage.key, ("", say("Backward")))
    return Rung(
        stage=stage,
        place=place,
        place_name=PLACE_NAMES.get(place),
        closed=closed if place == ASIDE else (),
        brief=_brief(stage),
        dose=_why(stage.dose),
        cues=tuple(_why(cue) for cue in stage.cues),
        studies=tuple(_why(study) for study in stage.studies),
        up=tuple(_conditions(stage.up, judgement if place == HERE else None)),
        down=tuple(_conditions(stage.down, judgement if place == HERE else None)),
        permit=PERMITS[stage.permit],
        places=tuple(PLACES[one] for one in stage.places),
        not_for=tuple(LIMITS[limit] for limit in Limit if limit in stage.not_for),
        speed=speed,
        figure=draw(figure, title=here.words(title)) if figure in FIGURES else "",
    )


def _brief(stage: Stage) -> Message:
    """The dose on one line of a phone."""
    low, high = (one if one % 1 else round(one) for one in stage.minutes_backward)
    return say(
        "{low} to {high} min backward, up to {longest} in one go",
        low=low,
        high=high,
        longest=length(AMOUNTS[stage.key].stretch_s.high),
    )


def _why(one: Because) -> Why:
    return Why(one.says, one.claim, int(CLAIMS[one.claim].grade) if one.claim else None)


def _conditions(criteria: Iterable[Criterion], judgement: Judgement | None) -> Iterable[Condition]:
    """Criteria with their marks, those that ask for something first."""
    for one in criteria:
        mark = _mark(one, judgement)
        link = ENTERED.get(one.key, "") if mark in ("unknown", "missing") else ""
        how = HOW_TO_KNOW.get(one.key, _AFTER_A_SESSION) if mark == "unknown" or link else None
        yield Condition(one.key, one.says, one.claim, mark, how, link)


def open_tests(judgement: Judgement) -> tuple[Condition, ...]:
    """Tests that the next stage waits for; sessions alone never show them."""
    lacking = _conditions((*judgement.missing, *judgement.unknown), judgement)
    return tuple(one for one in lacking if one.link)


def _mark(one: Criterion, judgement: Judgement | None) -> str:
    if judgement is None:
        return ""
    lists = {
        "met": judgement.met,
        "missing": judgement.missing,
        "unknown": judgement.unknown,
        "against": judgement.against,
    }
    return next((mark for mark, criteria in lists.items() if one in criteria), "")


def _speed(stage: Stage, own_mps: float | None, here: Page) -> str:
    """The stage's speed in the person's own numbers. Empty where their easy speed forward is not known, and for fast
    stages, which go by feel."""
    if stage.speed is None or own_mps is None or stage.rpe[0] >= progression.EXERTION_HARD.low:
        return ""
    return speeds(stage.speed, here, own_mps)
