"""The one shape every file and every sensor is turned into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from backstride.errors import BadSignal
from backstride.message import Message, say
from backstride.recording.analysis import Note
from backstride.recording.kinds import Direction, Placement
from backstride.recording.signal import Signal


@dataclass(frozen=True, slots=True)
class Lap:
    """A stretch between two presses of the lap button, with what the device or the person said of it."""

    start_s: float
    end_s: float
    name: str = ""
    distance_m: float = float("nan")
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of a planned workout that the device carried; start and end are NaN where it was not run."""

    start_s: float
    end_s: float
    name: str
    notes: str = ""
    intensity: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """The timer stood still from start_s to end_s."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said about a stretch of a recording."""

    start_s: float
    end_s: float
    direction: Direction


@dataclass(frozen=True, slots=True)
class Loss:
    """What a damaged file lost. `records` is None where it cannot be known."""

    message: Message
    records_kept: int
    records_lost: int | None
    bytes_skipped: int


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a recording besides its signals. Empty text means: not stated.

    totals: the device's own summary in SI units (distance_m, timer_s, elapsed_s, ascent_m, descent_m, energy_kcal,
            steps), kept beside what we compute.
    repairs: what the reader mended or guessed (jitter, duplicate stamps, units), each with a code.
    """

    format: str = ""
    device: str = ""
    sport: str = ""
    name: str = ""
    notes: str = ""
    time_zone: str = ""
    placement: Placement = Placement.UNKNOWN
    laps: tuple[Lap, ...] = ()
    plan_steps: tuple[PlanStep, ...] = ()
    pauses: tuple[Pause, ...] = ()
    totals: Mapping[str, float] = field(default_factory=dict)
    repairs: tuple[Note, ...] = ()
    loss: Loss | None = None
    start_known: bool = True
    simulated: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Recording:
    """What one device, or several, measured during one session.

    start     aware; when the file states no date (a phone's stopwatch CSV), the UNIX epoch with about.start_known False
    signals   by the names of SIGNALS
    """

    start: datetime
    signals: Mapping[str, Signal]
    about: About = field(default_factory=About)

    def __post_init__(self) -> None:
        if self.start.tzinfo is None:
            raise BadSignal(say("a recording's start needs a time zone"))

    @property
    def duration_s(self) -> float:
        """From the start to the last sample, lap or pause; 0 for an empty recording."""
        ends = [float(signal.time_s[-1]) for signal in self.signals.values() if len(signal)]
        ends += [lap.end_s for lap in self.about.laps]
        ends += [pause.end_s for pause in self.about.pauses]
        return max(ends, default=0.0)
