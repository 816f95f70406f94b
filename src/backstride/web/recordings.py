"""The list of recordings, and the way in for new ones."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from backstride.app import list_recordings
from backstride.errors import BadAnswers, NotAllowed
from backstride.message import say
from backstride.web.filters import ORDERS, read_filters
from backstride.web.imports import queue_of
from backstride.web.page import page_of, render
from backstride.web.site import site_of

router = APIRouter()


@router.get("/recordings", include_in_schema=False)
def recordings(request: Request) -> HTMLResponse:
    filters = read_filters(request.query_params)
    page = page_of(request)
    listing = list_recordings(site_of(request).store, filters.query(page.preferences))
    answer = render(
        request, "recordings.html", filters=filters, listing=listing, orders=ORDERS, queue=queue_of(request)
    )
    answer.headers["hx-push-url"] = page.url("/recordings") + filters.address()
    return answer


@router.post("/recordings", include_in_schema=False)
def upload(request: Request, files: Annotated[list[UploadFile], File()]) -> Response:
    """Hand files in: from the form (an answer to look at), or from the drop zone (JSON)."""
    jobs = hand_in(request, files)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"jobs": jobs}, 202)
    return RedirectResponse(page_of(request).url("/recordings/imports"), 303)


def hand_in(request: Request, files: Iterable[UploadFile]) -> list[str]:
    """Give files to the queue of the site; the ids of their jobs. Raises NotAllowed in the demo."""
    site = site_of(request)
    if site.simulated:
        raise NotAllowed(say("In the demo nothing can be added. Leave the demo to add your own recordings."))
    chosen = [file for file in files if file.filename]
    if not chosen:
        raise BadAnswers({"files": say("No file was chosen.")})
    return [site.queue.submit(str(file.filename), file.file) for file in chosen]
