"""What goes into the tables and comes out of them, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from backstride.message import Message
from backstride.physiology.heart import Heard
from backstride.recording import About, Analysis, Direction, Label, Placement
from backstride.store.files import PackedOriginal
from backstride.store.packing import PackedRecording, SignalRow

Ribbon = tuple[tuple[float, float, Direction], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What lists and sums read of an analysis; NaN where it is not known.

    ribbon          share of the duration where a stretch starts and ends, direction
    backward_m      distance backward
    backward_run_s  of the seconds backward those that were run
    """

    distance_m: float
    seconds: Mapping[Direction, float]
    ribbon: Ribbon
    backward_m: float = float("nan")
    backward_run_s: float = float("nan")


@dataclass(frozen=True, eq=False, slots=True)
class Analysed:
    """An analysis by one recipe, or the reason why there is none.

    worn    where the motion sensor was said to be; None where there is none, so that no lesson helps
    taught  stands for the lessons of other recordings that were given
    heard   what the recording tells of the heart
    """

    recipe: str
    analysis: Analysis | None
    error: Message | None
    digest: Digest
    worn: Placement | None = None
    taught: str = ""
    heard: Heard = field(default_factory=Heard)


@dataclass(frozen=True, eq=False, slots=True)
class NewRecording:
    """One of the recordings in a file, read and analysed, ready to be kept."""

    packed: PackedRecording
    analysed: Analysed


@dataclass(frozen=True, slots=True)
class Said:
    """What a person had said of one of a file's recordings, as a lossless export carries it."""

    part: int
    name: str
    notes: str
    labels: tuple[Label, ...]
    placement: Placement | None = None


@dataclass(frozen=True, eq=False, slots=True)
class NewFile:
    """A file with all its recordings, ready to be kept: what a worker sends to the writer."""

    original: PackedOriginal
    recordings: tuple[NewRecording, ...]
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What `Recordings.add` made of a file.

    fresh     False where the file was there already
    restored  whether names, notes and labels of an export were taken over
    """

    ids: tuple[str, ...]
    twins: tuple[str, ...]
    fresh: bool
    restored: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """Which recordings a list shows, in which order. Empty text and None: all.

    twins    whether the second recording of one session is listed too
    ribbons  whether they are read; of thousands of rows they take longer than all the rest
    """

    text: str = ""
    sport: str = ""
    direction: Direction | None = None
    format: str = ""
    since: datetime | None = None
    until: datetime | None = None
    twins: bool = False
    sort: str = "start"
    descending: bool = True
    offset: int = 0
    limit: int = 50
    ribbons: bool = True


@dataclass(frozen=True, slots=True)
class ListRow:
    """A recording as a list shows it."""

    id: str
    name: str
    start: datetime
    start_known: bool
    duration_s: float
    sport: str
    device: str
    format: str
    simulated: bool
    lossy: bool
    twin_of: str | None
    twins: tuple[str, ...]
    digest: Digest


@dataclass(frozen=True, slots=True)
class Moved:
    """A recording with movement forward or backward: what is cheap to read of thousands."""

    id: str
    start: datetime
    duration_s: float
    backward_s: float
    forward_s: float


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that occur, for the filters of a list."""

    sports: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRow:
    """A Parquet file of a recording, by its hash."""

    sha: str
    bytes: int
    rows: int
    signals: tuple[SignalRow, ...]


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """A recording without its samples. `name` and `notes` are the person's own where they changed them.

    again   whether it waits to be analysed again
    taught  stands for the lessons of other recordings that its analysis was given; empty: none
    """

    id: str
    sha: str
    part: int
    name: str
    notes: str
    start: datetime
    duration_s: float
    about: About
    placement: Placement | None
    edition: int
    again: bool
    taught: str
    original_name: str
    original_bytes: int
    added_at: datetime
    files: tuple[FileRow, ...]
    labels: tuple[Label, ...]
    twins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something `verify` found wrong. `code` is stable; `subject` is an id or a path inside the data folder."""

    code: str
    subject: str
    message: Message
