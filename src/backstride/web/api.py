"""The same capabilities as JSON, described at /api/openapi.json. Times are ISO 8601, quantities SI, unknown is null."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Annotated

from fastapi import APIRouter, File, Query, Request, Response, UploadFile
from pydantic import BaseModel

from backstride.app import Job, Learned, Summary, learned, list_recordings, show_recording
from backstride.app.reporting import kept_json
from backstride.web.described import FAULTS_TOLD
from backstride.web.filters import read_filters
from backstride.web.page import page_of
from backstride.web.recordings import hand_in
from backstride.web.site import site_of

router = APIRouter(prefix="/api", responses=FAULTS_TOLD)


class Asked(BaseModel):
    """The filters of the list. What is not understood is as if it were not there.

    since, until  days, both included
    sort          newest, oldest, added, longest, farthest, backward or name
    """

    q: str = ""
    direction: str = ""
    sport: str = ""
    format: str = ""
    since: str = ""
    until: str = ""
    sort: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording in the list.

    seconds  by direction, of those that occur
    twin_of  the recording of the same session that is listed in its place
    """

    id: str
    name: str
    start: datetime | None
    duration_s: float
    sport: str
    device: str
    format: str
    distance_m: float | None
    seconds: dict[str, float]
    simulated: bool
    lossy: bool
    twin_of: str | None


@dataclass(frozen=True, slots=True)
class RecordingPage:
    """One page of the list."""

    total: int
    page: int
    pages: int
    recordings: list[RecordingRow]


@dataclass(frozen=True, slots=True)
class Taught:
    """So many seconds of a direction and a gait."""

    direction: str
    gait: str
    seconds: float


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """What is known of a sensor worn at one place.

    recordings  those whose labels taught it
    behind      recordings that were read without the newest of it
    waiting     how many wait to be read again
    """

    placement: str
    taught: list[Taught]
    recordings: list[str]
    behind: list[str]
    waiting: int


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file."""

    name: str
    became: str
    message: str | None
    ids: list[str]


@dataclass(frozen=True, slots=True)
class ImportJob:
    """One upload; state is waiting, running or done, `done` of `total` counts files."""

    id: str
    name: str
    state: str
    done: int
    total: int
    files: list[ImportedFile]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The ids of the jobs that now wait, one a file."""

    jobs: list[str]


@router.get("/recordings")
def recordings(request: Request, asked: Annotated[Asked, Query()]) -> RecordingPage:
    """The list, with the filters of the page."""
    filters = read_filters({name: str(value) for name, value in asked})
    listing = list_recordings(site_of(request).store, filters.query(page_of(request).preferences))
    return RecordingPage(listing.total, listing.page, listing.pages, [_row(row) for row in listing.rows])


@router.get("/recordings/{id_}")
def recording(request: Request, id_: str, reasoning: bool = False) -> Response:
    """One recording: what was found in it, as `analyse --json` tells it (docs/reference/analyse-json.md).

    reasoning  also what was believed of every moment, and what each source said
    """
    shown = show_recording(site_of(request).store, id_)
    return Response(kept_json(shown, reasoning=reasoning), media_type="application/json")


@router.get("/learned")
def what_was_learned(request: Request) -> list[LearnedRow]:
    """What labelled stretches taught of the person, by where the sensor was worn."""
    return [_learned(row) for row in learned(site_of(request).store)]


@router.post("/recordings", status_code=202)
def upload(request: Request, files: Annotated[list[UploadFile], File()]) -> HandedIn:
    """Hand in files of any kind that can be read, archives too; see /api/jobs for what becomes of them."""
    return HandedIn(hand_in(request, files))


@router.get("/jobs")
def jobs(request: Request) -> list[ImportJob]:
    """What is being imported, what waits, and the newest of what is done."""
    site, words = site_of(request), page_of(request).words

    def files(job: Job) -> list[ImportedFile]:
        return [
            ImportedFile(
                line.name, line.became.name.lower(), words(line.message) if line.message else None, list(line.ids)
            )
            for line in job.lines
        ]

    found = () if site.simulated else site.queue.jobs()
    return [ImportJob(job.id, job.name, job.state, job.done, job.total, files(job)) for job in found]


def _learned(row: Learned) -> LearnedRow:
    taught = [Taught(direction.value, gait.value, seconds) for (direction, gait), seconds in row.seconds.items()]
    ids = [teacher.id for teacher in row.teachers]
    return LearnedRow(row.placement.value, taught, ids, [one.id for one in row.behind], row.waiting)


def _row(row: Summary) -> RecordingRow:
    return RecordingRow(
        id=row.id,
        name=row.name,
        start=row.start if row.start_known else None,
        duration_s=row.duration_s,
        sport=row.sport,
        device=row.device,
        format=row.format,
        distance_m=row.distance_m if isfinite(row.distance_m) else None,
        seconds={direction.value: seconds for direction, seconds in row.by_direction.items()},
        simulated=row.simulated,
        lossy=row.loss,
        twin_of=row.twin_of,
    )
