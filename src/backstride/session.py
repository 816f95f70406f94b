"""What a person did and how it went: the log of one session, planned or not. All types are frozen.

What was measured comes from recordings that are linked to the session; what was felt is what the person said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from backstride.recording import Direction, Side


class BodyPart(StrEnum):
    """Where something can hurt; the regions of the pain map."""

    HEAD = "head"
    NECK = "neck"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    CHEST = "chest"
    BELLY = "belly"
    UPPER_BACK = "upper back"
    LOWER_BACK = "lower back"
    HIP = "hip"
    GROIN = "groin"
    BUTTOCK = "buttock"
    THIGH_FRONT = "front of the thigh"
    THIGH_BACK = "back of the thigh"
    KNEE = "knee"
    SHIN = "shin"
    CALF = "calf"
    ACHILLES = "Achilles tendon"
    ANKLE = "ankle"
    HEEL = "heel"
    FOREFOOT = "forefoot"


class Done(StrEnum):
    """How much of a planned session was done."""

    ALL = "all"
    PART = "part"
    SKIPPED = "skipped"


class Glances(StrEnum):
    """How often the person looked over a shoulder, in their own judgement."""

    BOTH = "both shoulders"
    ONE = "one shoulder"
    FEW = "too few"


@dataclass(frozen=True, slots=True)
class Pain:
    """level: 0 (none) to 10 (worst imaginable). Side.UNKNOWN: in the middle, or on both sides."""

    part: BodyPart
    side: Side
    level: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What the linked recordings say, summed over them. None: no recording could tell.

    seconds            by direction
    backward_run_s     of the backward seconds those that were run
    longest_s          the longest stretch backward without a change of direction
    transitions        changes between forward and backward; unclean: those without a stop that makes them safe
    """

    seconds: Mapping[Direction, float] = field(default_factory=dict)
    backward_run_s: float = 0.0
    longest_s: float = 0.0
    distance_backward_m: float | None = None
    backward_speed_mps: float | None = None
    transitions: int | None = None
    unclean: int | None = None
    stumbles: int | None = None
    falls: int | None = None
    glances_left: int | None = None
    glances_right: int | None = None

    @property
    def tells_direction(self) -> bool:
        """Whether most of the time in motion has a direction; else no time backward is not known rather than none."""
        moving = {way: time_s for way, time_s in self.seconds.items() if way is not Direction.STILL}
        return moving.get(Direction.UNKNOWN, 0.0) < sum(moving.values()) / 2


@dataclass(frozen=True, slots=True)
class Session:
    """One session as it went.

    planned     id of the planned session it stands for; empty: not planned
    stage       key of the ladder's stage it belongs to; empty: none
    workout     key of the workout; empty: not planned
    minutes     how long it took in all
    rpe         rating of perceived exertion, 0 to 10 (Borg CR10), asked about half an hour after; None: not said
    easy_stops  whether the person stood still before every change of direction; None: not said
    recordings  ids of recordings that were made of it
    """

    id: str
    day: date
    logged_at: datetime
    planned: str = ""
    stage: str = ""
    workout: str = ""
    done: Done = Done.ALL
    minutes: float = 0.0
    rpe: float | None = None
    pains: tuple[Pain, ...] = ()
    falls: int = 0
    near_falls: int = 0
    glances: Glances | None = None
    easy_stops: bool | None = None
    notes: str = ""
    recordings: tuple[str, ...] = ()
    measured: Measured | None = None

    @property
    def worst_pain(self) -> int:
        """The highest level of any pain; 0 where nothing hurt."""
        return max((pain.level for pain in self.pains), default=0)

    @property
    def load(self) -> float | None:
        """Session-RPE load: rating times minutes (Foster's method); None where no rating was given."""
        return None if self.rpe is None else self.rpe * self.minutes
