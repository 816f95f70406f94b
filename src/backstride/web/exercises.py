"""The library of exercises: by kind, muscle, equipment and what the person may do; and each on its own page."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app import readiness as ready
from backstride.errors import NotFound
from backstride.message import Message, say
from backstride.plan.exercises import EXERCISES, Equipment
from backstride.plan.kinds import Permit
from backstride.plan.screening import Standing, may_train
from backstride.web.exercise_view import NOTHING_NEEDED, read_wanted, shelves, show_exercise
from backstride.web.page import page_of, render
from backstride.web.site import site_of
from backstride.words.exercises import EQUIPMENT, KINDS, MUSCLES, NEEDS

router = APIRouter(prefix="/learn/exercises", include_in_schema=False)
USED = frozenset(thing for row in EXERCISES.values() for thing in row.equipment)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line with the way on."""

    icon: str
    says: Message
    path: str
    onward: Message


@router.get("")
def library(request: Request) -> HTMLResponse:
    page, wanted, standing = page_of(request), read_wanted(request.query_params), _standing(request)
    found = shelves(wanted, standing.last, page)
    answer = render(
        request,
        "exercises.html",
        wanted=wanted,
        shelves=found,
        count=sum(len(shelf.cards) for shelf in found),
        notice=_notice(standing),
        known=standing.last is not None,
        kinds=KINDS,
        muscles=MUSCLES,
        equipment={NOTHING_NEEDED: say("a wall, chair or shoes at most")}
        | {key: EQUIPMENT[key] for key in Equipment if key in USED},
    )
    answer.headers["hx-push-url"] = page.url("/learn/exercises") + wanted.address()
    return answer


@router.get("/{key}")
def exercise(request: Request, key: str) -> HTMLResponse:
    if key not in EXERCISES:
        raise NotFound(say("There is no exercise of that name in the library."))
    page = page_of(request)
    shown = show_exercise(EXERCISES[key], _standing(request).last, page)
    return render(request, "exercise.html", shown=shown, row=shown.row, needs=NEEDS)


def _standing(request: Request) -> Standing:
    return ready.readiness(site_of(request).store, page_of(request).today)


def _notice(standing: Standing) -> Notice | None:
    """What the library says of the person, above all exercises."""
    readiness = standing.last
    if readiness is None:
        says = say("All are shown, for everybody. Once it knows you, the library marks what does not suit you.")
        return Notice("learn", says, "/plan/start", say("Answer the readiness questions"))
    if standing.why is not None:
        return Notice("note", standing.why, "/plan/start", say("Answer again"))
    if not may_train(readiness):
        says = say("Training waits until a doctor has looked at what you noticed. Reading is open.")
    elif readiness.permit is Permit.NOTHING:
        says = say("Going backward waits for now. What is gentle and suits you stays open.")
    else:
        return None
    return Notice("not-today", says, "/plan/readiness", say("Your readiness"))
