"""The import log, and what is being imported right now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from backstride.app import Analysing, Became, Job, import_log
from backstride.message import Message, say
from backstride.web.page import render
from backstride.web.site import site_of

router = APIRouter()
LINES = 100
SHOWN_JOBS = 6
MOST_JOBS = 1000


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one outcome of an import is called and drawn."""

    label: Message
    icon: str


BECAME: Mapping[Became, Outcome] = {
    Became.IMPORTED: Outcome(say("Imported"), "done"),
    Became.ALREADY_THERE: Outcome(say("Already there"), "same"),
    Became.RECOVERED: Outcome(say("Recovered with loss"), "mended"),
    Became.FAILED: Outcome(say("Not imported"), "failed"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """The queue as a page shows it.

    shown     jobs under way, then those that wait; `more` of them are not shown
    finished  files that are through, to notice that something came in
    trouble   what keeps the queue from working just now
    """

    shown: tuple[Job, ...] = ()
    more: int = 0
    finished: int = 0
    trouble: Message | None = None
    analysing: Analysing | None = None

    @property
    def busy(self) -> bool:
        return bool(self.shown or self.trouble or self.analysing)


def queue_of(request: Request) -> Waiting:
    """What is under way for the site of this request; nothing in the demo."""
    site = site_of(request)
    if site.simulated:
        return Waiting()
    jobs = site.queue.jobs(MOST_JOBS)
    busy = [job for job in jobs if job.state != "done"]
    finished = sum(job.done for job in jobs)
    return Waiting(
        tuple(busy[:SHOWN_JOBS]),
        max(0, len(busy) - SHOWN_JOBS),
        finished,
        site.queue.trouble if busy else None,
        site.queue.analysing,
    )


@router.get("/recordings/imports", include_in_schema=False)
def imports(request: Request, before: Annotated[int | None, Query(lt=1 << 63)] = None) -> HTMLResponse:
    lines = import_log(site_of(request).store, LINES, before)
    older = lines[-1].id if len(lines) == LINES else None
    return render(
        request,
        "imports.html",
        lines=lines,
        older=older,
        before=before,
        became=BECAME,
        queue=queue_of(request),
    )


@router.get("/recordings/imports/queue", include_in_schema=False)
def queue(request: Request, seen: int = 0) -> HTMLResponse:
    """The queue alone, asked for again and again; says when recordings came in since `seen`."""
    waiting = queue_of(request)
    answer = render(request, "queue.html", queue=waiting)
    if waiting.finished != seen:
        answer.headers["hx-trigger"] = "recordings-changed"
    return answer
