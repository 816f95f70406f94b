"""The recording page: one recording read, played with, corrected, exported, removed."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import exporting, labels, learned, recordings
from backstride.app.body import body_of
from backstride.app.bout_costs import bout_costs
from backstride.app.heart import heart_of
from backstride.app.reasons import reasons as reasons_between
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.recording import Direction, Placement
from backstride.web.binary import MEDIA_TYPE, encode_reasons, encode_series, encode_track
from backstride.web.body_view import body_context
from backstride.web.described import file_of
from backstride.web.download import download
from backstride.web.guard import allow_images
from backstride.web.heart_view import recording_context
from backstride.web.page import page_of, render
from backstride.web.recording_context import context_of
from backstride.web.recording_reasons import write_moved
from backstride.web.site import site_of
from backstride.words import read_duration

router = APIRouter(prefix="/recordings/{id_}")

MOST_POINTS = 4096
TRACK_POINTS = 4096
# A signal never changes under its id, but what is computed from it does with the recipe.
_KEPT = {"cache-control": "private, max-age=600"}


@router.get("", include_in_schema=False)
def recording(request: Request, id_: str, changed: str | None = None) -> HTMLResponse:
    """The page. After a correction the address says what it changed."""
    page, store = page_of(request), site_of(request).store
    shown = recordings.show_recording(store, id_)
    tiles = page.preferences.tile_url
    if tiles:
        allow_images(request.scope, [_origin(tiles)])
    known = learned(store) if changed is not None else ()
    body = body_of(store, id_, shown)
    cost = body_context(body, page, bout_costs(store, id_, shown.bouts, body))
    heart = recording_context(heart_of(store, id_), page)
    return render(request, "recording.html", **context_of(shown, page, changed=changed, known=known), **cost, **heart)


@router.get("/series", response_class=Response, responses=file_of(MEDIA_TYPE))
def series(
    request: Request,
    id_: str,
    signals: str,
    start: float = 0.0,
    end: float = float("inf"),
    points: int = 1024,
) -> Response:
    """Signals between two moments (seconds since the start) at a level of detail: at most `points` samples each.

    The bytes are described in backstride.web.binary. Names that the recording does not have are left out.
    """
    names = [name for name in signals.split(",") if name]
    found = recordings.series(site_of(request).store, id_, names, start, end, max(16, min(points, MOST_POINTS)))
    return Response(encode_series(found), media_type=MEDIA_TYPE, headers=_KEPT)


@router.get("/reasons", response_class=Response, responses=file_of(MEDIA_TYPE))
def reasons(request: Request, id_: str, start: float = 0.0, end: float = float("inf"), points: int = 1024) -> Response:
    """What was believed of every moment, what each source said, and in a short stretch single steps.

    The bytes are described in backstride.web.binary.
    """
    found = reasons_between(site_of(request).store, id_, start, end, max(16, min(points, MOST_POINTS)))
    return Response(encode_reasons(found), media_type=MEDIA_TYPE, headers=_KEPT)


@router.get("/track", response_class=Response, responses=file_of(MEDIA_TYPE))
def track(request: Request, id_: str) -> Response:
    """Where the recording went, as bytes described in backstride.web.binary; empty where no position is known."""
    found = recordings.track(site_of(request).store, id_, TRACK_POINTS)
    return Response(encode_track(found), media_type=MEDIA_TYPE, headers=_KEPT)


@router.get("/original", response_class=Response, responses=file_of("application/octet-stream"))
def original(request: Request, id_: str) -> Response:
    """The file the recording came from, byte by byte."""
    name, data = recordings.original(site_of(request).store, id_)
    return download(name, MEDIA_TYPE, data)


@router.get("/export/{kind}", response_class=Response, responses=file_of("application/octet-stream"))
def export(request: Request, id_: str, kind: str) -> Response:
    """The recording in another format."""
    name, media_type, data = exporting.export(site_of(request).store, id_, kind)
    return download(name, media_type, data)


@router.post("/label", include_in_schema=False)
def label(
    request: Request,
    id_: str,
    start: Annotated[str, Form()] = "",
    end: Annotated[str, Form()] = "",
    direction: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Say which direction a stretch was; times as h:mm:ss or seconds."""
    said = read_label(start, end, direction)
    return _after(request, id_, labels.label(site_of(request).store, id_, *said))


@router.post("/undo", include_in_schema=False)
def undo(request: Request, id_: str) -> RedirectResponse:
    """Take back the last correction."""
    return _after(request, id_, labels.undo(site_of(request).store, id_))


@router.post("/describe", include_in_schema=False)
def describe(
    request: Request,
    id_: str,
    name: Annotated[str, Form()] = "",
    notes: Annotated[str, Form()] = "",
    placement: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Name, notes, and where the motion sensor sat."""
    sat = Placement(placement) if placement in set(Placement) else None
    recordings.describe(site_of(request).store, id_, name.strip(), notes.strip(), sat)
    return _back(request, id_)


@router.post("/apart", include_in_schema=False)
def apart(request: Request, id_: str) -> RedirectResponse:
    """The person says that this is a session of its own, not one that another device recorded too."""
    recordings.apart(site_of(request).store, id_)
    return _back(request, id_)


@router.get("/remove", include_in_schema=False)
def ask_remove(request: Request, id_: str) -> HTMLResponse:
    """Ask before anything is removed."""
    shown = recordings.show_recording(site_of(request).store, id_)
    name = shown.name or page_of(request).words(say("this recording"))
    return render(request, "recording_remove.html", name=name, here=page_of(request).url(f"/recordings/{id_}"))


@router.post("/remove", include_in_schema=False)
def remove(request: Request, id_: str, sure: Annotated[str, Form()] = "") -> RedirectResponse:
    """Remove the recording once the person is sure."""
    if sure != "yes":
        return RedirectResponse(page_of(request).url(f"/recordings/{id_}/remove"), 303)
    recordings.remove(site_of(request).store, id_)
    return RedirectResponse(page_of(request).url("/recordings"), 303)


def read_label(start: str, end: str, direction: str) -> tuple[float, float, Direction]:
    """A correction from the form. Raises BadAnswers with every fault."""
    faults: dict[str, Message] = {}
    times = {}
    for field, text in (("start", start), ("end", end)):
        times[field] = read_duration(text)
        if times[field] != times[field]:
            faults[field] = say("{text} is not a time: write 1:02:03 or 4:05", text=text or "–")
    if not faults and times["end"] <= times["start"]:
        faults["end"] = say("the end must come after the start")
    if direction not in set(Direction):
        faults["direction"] = say("choose a direction")
    if faults:
        raise BadAnswers(faults)
    return times["start"], times["end"], Direction(direction)


def _origin(tiles: str) -> str:
    """Scheme and host of a tile address; a {s} in the host stands for any sub-domain."""
    return "/".join(tiles.split("/")[:3]).replace("{s}", "*")


def _back(request: Request, id_: str) -> RedirectResponse:
    return RedirectResponse(page_of(request).url(f"/recordings/{id_}"), 303)


def _after(request: Request, id_: str, changed: labels.Changed) -> RedirectResponse:
    asked = urlencode({"changed": write_moved(changed.moved)})
    return RedirectResponse(page_of(request).url(f"/recordings/{id_}?{asked}"), 303)
