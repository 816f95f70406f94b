"""What it has learned of you: by where the sensor was worn, with the recordings it came from; read again, forget."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from backstride.app import Learned, forget, forget_recording, learned, read_again
from backstride.app.learned import Teacher
from backstride.errors import BadAnswers, NotFound
from backstride.message import say
from backstride.recording import Direction, Placement
from backstride.web.page import Page, first_upper, page_of, render
from backstride.web.site import site_of
from backstride.words.lessons import seconds_in_words
from backstride.words.names import PLACEMENTS

router = APIRouter(prefix="/recordings/learned", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class TeacherRow:
    """A recording that taught something."""

    id: str
    name: str
    when: str
    says: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What is known of a sensor worn at one place."""

    placement: Placement
    title: str
    seconds: tuple[tuple[Direction, str], ...]
    says: str
    teachers: tuple[TeacherRow, ...]
    behind: tuple[tuple[str, str], ...]
    waiting: int


@router.get("")
def page(request: Request, done: str = "", back: str = "") -> HTMLResponse:
    """The page, after an answer with what came of it and the way back to the recording `back`."""
    here = page_of(request)
    rows = [_place(row, here) for row in learned(site_of(request).store)]
    return render(request, "learned.html", rows=rows, done=done, back=_read_id(back))


@router.post("/again")
def again(
    request: Request, placement: Annotated[str, Form()] = "", back: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Let the queue read the recordings again that were read before."""
    site = site_of(request)
    read_again(site.store, _read_placement(placement))
    site.queue.look()
    return RedirectResponse(page_of(request).url(f"/recordings/learned?done=again&back={_read_id(back)}"), 303)


@router.get("/forget")
def ask(request: Request, placement: str = "", recording: str = "") -> HTMLResponse:
    """Ask before anything is forgotten: of a placement, or of one recording."""
    here, rows = page_of(request), learned(site_of(request).store)
    if recording:
        taught = tuple(one for row in rows for one in row.teachers if one.id == recording)
        if not taught:
            raise NotFound(say("nothing has been learned from the recording {id}", id=recording))
        return render(request, "learned_forget.html", row=None, teachers=[_teacher(taught[0], here)])
    chosen = _read_placement(placement)
    row = next((row for row in rows if row.placement is chosen and row.teachers), None)
    if row is None:
        raise NotFound(say("nothing has been learned for a sensor {place}", place=PLACEMENTS[chosen]))
    return render(
        request, "learned_forget.html", row=_place(row, here), teachers=[_teacher(one, here) for one in row.teachers]
    )


@router.post("/forget")
def forgotten(
    request: Request,
    placement: Annotated[str, Form()] = "",
    recording: Annotated[str, Form()] = "",
    sure: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Forget once the person is sure."""
    here, site = page_of(request), site_of(request)
    chosen = None if recording else _read_placement(placement)
    if sure != "yes":
        asked = f"placement={chosen.value}" if chosen else f"recording={_read_id(recording)}"
        return RedirectResponse(here.url(f"/recordings/learned/forget?{asked}"), 303)
    if chosen is None:
        forget_recording(site.store, recording)
    else:
        forget(site.store, chosen)
    site.queue.look()
    return RedirectResponse(here.url("/recordings/learned?done=forgotten"), 303)


def _read_id(text: str) -> str:
    """A recording's id, or nothing."""
    return text if text.replace("-", "").isalnum() and text.isascii() else ""


def _read_placement(text: str) -> Placement:
    if text not in set(Placement):
        raise BadAnswers({"placement": say("one of {choices} is expected", choices=", ".join(Placement))})
    return Placement(text)


def _place(row: Learned, here: Page) -> PlaceRow:
    by_direction: dict[Direction, float] = {}
    for (direction, _), seconds in row.seconds.items():
        by_direction[direction] = by_direction.get(direction, 0.0) + seconds
    return PlaceRow(
        placement=row.placement,
        title=first_upper(here.words(PLACEMENTS[row.placement])),
        seconds=tuple((direction, here.words.duration(seconds)) for direction, seconds in by_direction.items()),
        says=first_upper(seconds_in_words(row.seconds, here.words)),
        teachers=tuple(_teacher(one, here) for one in row.teachers),
        behind=tuple((one.id, one.name or here.words(say("Recording"))) for one in row.behind),
        waiting=row.waiting,
    )


def _teacher(row: Teacher, here: Page) -> TeacherRow:
    start = here.preferences.local(row.start)
    when = f"{here.words.date(start)}, {here.words.time(start)}" if row.start_known else ""
    return TeacherRow(row.id, row.name or here.words(say("Recording")), when, seconds_in_words(row.seconds, here.words))
