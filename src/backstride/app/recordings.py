"""The list of recordings, one recording, and what a person can change about it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from backstride import gait
from backstride.app.analysing import analyse_now
from backstride.app.doubt import Doubt, doubt
from backstride.app.series import Level, Series, Track, series, track
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.recording import (
    About,
    Analysis,
    Bout,
    Direction,
    Event,
    Label,
    Lesson,
    MetricValue,
    Note,
    Placement,
    Reasoning,
    Steps,
)
from backstride.store import SORTS, Filter, ListRow, RecordingRow, Ribbon, SignalRow, Store

__all__ = [
    "Level",
    "Listing",
    "Query",
    "Series",
    "Shown",
    "Summary",
    "Track",
    "Twin",
    "apart",
    "describe",
    "list_recordings",
    "original",
    "remove",
    "resolve",
    "series",
    "show_recording",
    "track",
]

_LONGEST_NAME = 500
_LONGEST_NOTES = 100_000


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows. Empty text and None: all. A row of `sort` is a key of SORTS; `page` counts from 1.

    until  the first moment that is too late
    twins  whether the second recording of one session has a row of its own
    """

    text: str = ""
    sport: str = ""
    direction: Direction | None = None
    format: str = ""
    since: datetime | None = None
    until: datetime | None = None
    sort: str = "start"
    descending: bool = True
    page: int = 1
    per_page: int = 50
    twins: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A recording as a list shows it.

    distance_m    NaN where nothing tells
    by_direction  seconds, of the directions that occur
    ribbon        (where a stretch starts, where it ends, direction), as shares of the duration
    loss          whether the file was damaged and a part of it is lost
    twin_of       the recording that leads where two devices recorded one session; `twins` are those it leads
    """

    id: str
    name: str
    start: datetime
    start_known: bool
    duration_s: float
    sport: str
    device: str
    format: str
    distance_m: float
    by_direction: Mapping[Direction, float]
    ribbon: Ribbon
    simulated: bool
    loss: bool
    twin_of: str | None
    twins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and what its filters can be set to."""

    rows: tuple[Summary, ...]
    total: int
    page: int
    pages: int
    sports: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """Another recording of the same session."""

    id: str
    name: str
    device: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One recording without its samples.

    about   as the file says, with the placement that the person said
    recipe  of the analysis shown; empty where there is none
    stale   whether an analysis by the present recipe is still to come
    again   whether it waits to be analysed again for another reason: something was said, or learned elsewhere
    error   why the analysis failed
    doubt   a question about direction that only the person can answer
    lessons what its marked stretches teach for other recordings
    taught  whether what other recordings taught was used for this one
    version changes whenever what was found may have changed
    """

    id: str
    name: str
    notes: str
    start: datetime
    start_known: bool
    duration_s: float
    about: About
    signals: tuple[SignalRow, ...]
    bouts: tuple[Bout, ...]
    metrics: tuple[MetricValue, ...]
    quality: tuple[Note, ...]
    labels: tuple[Label, ...]
    twins: tuple[Twin, ...]
    original_name: str
    original_bytes: int
    recipe: str
    stale: bool
    again: bool
    error: Message | None
    events: tuple[Event, ...]
    steps: Steps
    reasoning: Reasoning
    doubt: Doubt | None
    lessons: tuple[Lesson, ...]
    taught: bool
    version: str


def list_recordings(store: Store, query: Query = Query()) -> Listing:
    """One page; a page beyond the last is the last. Raises BadAnswers for an order that does not exist."""
    rows, total = store.lists.page(_wanted(query))
    pages = max(1, -(-total // query.per_page))
    if query.page > pages:
        return list_recordings(store, replace(query, page=pages))
    choices = store.lists.choices()
    return Listing(tuple(_summary(row) for row in rows), total, query.page, pages, choices.sports, choices.formats)


def some_recordings(store: Store, query: Query) -> tuple[Summary, ...]:
    """The rows of one page alone: nothing is counted over all recordings. Raises BadAnswers as `list_recordings`."""
    return tuple(_summary(row) for row in store.lists.rows(_wanted(query)))


def _wanted(query: Query) -> Filter:
    if query.sort not in SORTS:
        raise BadAnswers({"sort": say("one of {choices} is expected", choices=", ".join(SORTS))})
    return Filter(
        text=query.text,
        sport=query.sport,
        direction=query.direction,
        format=query.format,
        since=query.since,
        until=query.until,
        twins=query.twins,
        sort=query.sort,
        descending=query.descending,
        offset=(query.page - 1) * query.per_page,
        limit=query.per_page,
    )


def show_recording(store: Store, id_: str) -> Shown:
    """All that is known of a recording. Raises NotFound."""
    row = store.recordings.get(id_)
    kept = store.analyses.of(id_, gait.RECIPE)
    found = (kept.analysis if kept else None) or Analysis("", (), Steps(), (), ())
    return Shown(
        id=row.id,
        name=row.name,
        notes=row.notes,
        start=row.start,
        start_known=row.about.start_known,
        duration_s=row.duration_s,
        about=about_of(row),
        signals=tuple(signal for file in row.files for signal in file.signals),
        bouts=found.bouts,
        metrics=found.metrics,
        quality=found.quality,
        labels=row.labels,
        twins=tuple(Twin(twin.id, twin.name, twin.about.device) for twin in map(store.recordings.get, row.twins)),
        original_name=row.original_name,
        original_bytes=row.original_bytes,
        recipe=kept.recipe if kept else "",
        stale=kept is None or kept.recipe != gait.RECIPE,
        again=row.again,
        error=kept.error if kept else None,
        events=found.events,
        steps=found.steps,
        reasoning=found.reasoning,
        doubt=doubt(found.bouts, found.reasoning, row.duration_s),
        lessons=found.lessons,
        taught=row.taught != "",
        version=f"{kept.made_at:%Y%m%d%H%M%S%f}" if kept else "",
    )


def about_of(row: RecordingRow) -> About:
    """What is known about a recording: the file's word, the person's where they said otherwise."""
    return row.about if row.placement is None else replace(row.about, placement=row.placement)


def resolve(store: Store, prefix: str) -> str:
    """The id that begins with `prefix`, as a person types it. Raises NotFound where that is none or several."""
    return store.recordings.resolve(prefix)


def original(store: Store, id_: str) -> tuple[str, bytes]:
    """Name and bytes of the file that the recording came from. Raises NotFound."""
    return store.recordings.original(id_)


def describe(store: Store, id_: str, name: str, notes: str, placement: Placement | None = None) -> None:
    """Change what a person said of a recording; saying where the sensor sat analyses it again.

    Raises NotFound, and BadAnswers where name or notes are too long for a list to show.
    """
    faults: dict[str, Message] = {}
    if len(name) > _LONGEST_NAME:
        faults["name"] = say(
            "a name has at most {most} characters; here are {count}", most=_LONGEST_NAME, count=len(name)
        )
    if len(notes) > _LONGEST_NOTES:
        faults["notes"] = say(
            "notes have at most {most} characters; here are {count}", most=_LONGEST_NOTES, count=len(notes)
        )
    if faults:
        raise BadAnswers(faults)
    if store.recordings.describe(id_, name=name, notes=notes, placement=placement):
        analyse_now(store, id_)


def apart(store: Store, id_: str) -> None:
    """The person says that this recording is a session of its own, not a twin."""
    store.recordings.apart(id_)


def remove(store: Store, id_: str) -> None:
    """Forget a recording, and its file when no other recording is of it. Raises NotFound."""
    store.recordings.remove(id_)


def _summary(row: ListRow) -> Summary:
    return Summary(
        id=row.id,
        name=row.name,
        start=row.start,
        start_known=row.start_known,
        duration_s=row.duration_s,
        sport=row.sport,
        device=row.device,
        format=row.format,
        distance_m=row.digest.distance_m,
        by_direction={direction: seconds for direction, seconds in row.digest.seconds.items() if seconds},
        ribbon=row.digest.ribbon,
        simulated=row.simulated,
        loss=row.lossy,
        twin_of=row.twin_of,
        twins=row.twins,
    )
