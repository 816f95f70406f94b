"""The library of exercises: by kind, muscle, equipment and what the person may do; and each on its own page."""

from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.errors import NotFound
from backstride.message import say
from backstride.plan.exercises import EXERCISES, Equipment
from backstride.plan.kinds import Permit
from backstride.plan.readiness import Readiness
from backstride.web.exercise_view import NOTHING_NEEDED, read_wanted, shelves, show_exercise
from backstride.web.page import page_of, render
from backstride.web.site import site_of
from backstride.words.exercises import EQUIPMENT, KINDS, MUSCLES, NEEDS

router = APIRouter(prefix="/learn/exercises", include_in_schema=False)
USED = frozenset(thing for row in EXERCISES.values() for thing in row.equipment)


@router.get("")
def library(request: Request) -> HTMLResponse:
    page, wanted, readiness = page_of(request), read_wanted(request.query_params), _readiness(request)
    found = shelves(wanted, readiness, page)
    answer = render(
        request,
        "exercises.html",
        wanted=wanted,
        shelves=found,
        count=sum(len(shelf.cards) for shelf in found),
        readiness=readiness,
        kinds=KINDS,
        muscles=MUSCLES,
        equipment={NOTHING_NEEDED: say("a wall, chair or shoes at most")}
        | {key: EQUIPMENT[key] for key in Equipment if key in USED},
        nothing=Permit.NOTHING,
    )
    answer.headers["hx-push-url"] = page.url("/learn/exercises") + wanted.address()
    return answer


@router.get("/{key}")
def exercise(request: Request, key: str) -> HTMLResponse:
    if key not in EXERCISES:
        raise NotFound(say("There is no exercise of that name in the library."))
    page = page_of(request)
    shown = show_exercise(EXERCISES[key], _readiness(request), page)
    return render(request, "exercise.html", shown=shown, row=shown.row, needs=NEEDS)


def _readiness(request: Request) -> Readiness | None:
    """What the person may do today; None where nothing is known or it has expired."""
    return None
