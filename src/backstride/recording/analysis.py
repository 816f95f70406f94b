"""What was found in a recording."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstride.message import Message
from backstride.recording.kinds import Direction, EventKind, Gait, Grade, Placement, Side, Spoke
from backstride.recording.signal import FloatArray


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing about the quality of a recording. `code` is stable, lower-case, with dashes."""

    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source said about one bout, and how sure it was (0.5 = no idea, 1 = certain)."""

    source: Spoke
    says: Direction
    confidence: float
    why: Message


@dataclass(frozen=True, slots=True)
class Bout:
    """A stretch of one direction and one gait. Bouts of an analysis tile the recording without gap or overlap."""

    start_s: float
    end_s: float
    direction: Direction
    gait: Gait
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Steps:
    """Foot contacts of either foot, in order.

    contact_s  (n,) when each contact began, increasing
    off_s      (n,) when it ended; NaN where the sensor does not show it
    side       (n,) 1 left, -1 right, 0 where the sensor does not show it; one value for every contact, or none at all
    """

    contact_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    off_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    side: NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that matters for safety.

    TRANSITION  from `before` to `after`; `stop_s` between them, 0 when there was none; `clean`: the change was safe
    TURN        `turned_rad` counter-clockwise seen from above; `side` is the shoulder it went over
    STUMBLE     one or more steps out of rhythm, kept upright
    FALL        an impact, then stillness
    GLANCE      the head looked over the shoulder `side`

    What does not apply to a kind is NaN, None or UNKNOWN. `confidence` from 0.5 (no idea) to 1.
    """

    kind: EventKind
    start_s: float
    end_s: float
    confidence: float
    why: Message
    before: Direction = Direction.UNKNOWN
    after: Direction = Direction.UNKNOWN
    stop_s: float = float("nan")
    clean: bool | None = None
    turned_rad: float = float("nan")
    side: Side = Side.UNKNOWN


@dataclass(frozen=True, eq=False, slots=True)
class Voice:
    """One source that spoke all along: log-odds of forward over backward (n,) at the times of its Reasoning.

    NaN where it was silent."""

    source: Spoke
    why: Message
    odds: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Reasoning:
    """What was believed of every moment before a direction was stated, and who said what.

    edge_s   (n + 1,) the short stretches that are reasoned about tile the recording
    chance   (n, 5)   probability of FORWARD, BACKWARD, SIDEWAYS, TURNING, STILL, in the order of WAYS; NaN where
                      nothing was recorded
    voices            each source's own opinion
    front             probability that the sensor's front was taken for the body's front; NaN where that does not matter
    """

    edge_s: FloatArray = field(default_factory=lambda: np.zeros(1))
    chance: FloatArray = field(default_factory=lambda: np.zeros((0, 5)))
    voices: tuple[Voice, ...] = ()
    front: float = float("nan")


WAYS = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS, Direction.TURNING, Direction.STILL)


@dataclass(frozen=True, slots=True)
class Lesson:
    """How one person moves, with a sensor worn there, as the labelled stretches of one recording show it.

    pattern  what `gait` remembers of it, plain numbers; only the recipe that made them can read them
    """

    placement: Placement
    direction: Direction
    gait: Gait
    seconds: float
    pattern: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MetricValue:
    """A number as it is shown: value with unit, spread and grade; `direction` None means the whole recording.

    low, high  the middle 90 % of the samples the value was made of (`spread` says so), or the interval of an
               estimate; NaN where there is no spread
    value      NaN where it could not be measured; `reason` then says why
    """

    key: str
    label: Message
    value: float
    unit: str
    low: float
    high: float
    grade: Grade
    direction: Direction | None = None
    spread: Message | None = None
    reason: Message | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Analysis:
    """All that `gait.analyse` found. `recipe` names the version of the rules that found it.

    lessons  what the labels of this recording teach for the person's next ones
    """

    recipe: str
    bouts: tuple[Bout, ...]
    steps: Steps
    metrics: tuple[MetricValue, ...]
    quality: tuple[Note, ...]
    events: tuple[Event, ...] = ()
    reasoning: Reasoning = field(default_factory=Reasoning)
    lessons: tuple[Lesson, ...] = ()
