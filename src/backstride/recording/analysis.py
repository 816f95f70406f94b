"""What was found in a recording."""

from dataclasses import dataclass, field

import numpy as np

from backstride.message import Message
from backstride.recording.kinds import Direction, Gait, Grade, Spoke
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
    """

    contact_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    off_s: FloatArray = field(default_factory=lambda: np.zeros(0))


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
    """All that `gait.analyse` found. `recipe` names the version of the rules that found it."""

    recipe: str
    bouts: tuple[Bout, ...]
    steps: Steps
    metrics: tuple[MetricValue, ...]
    quality: tuple[Note, ...]
