"""A plan: which workout on which day, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from backstride.message import Message
from backstride.plan.answers import Answers
from backstride.plan.kinds import Focus, Permit, Place
from backstride.plan.workout import Workout

IN_A_DAY = (Focus.TEST, Focus.FALLING, Focus.BACKWARD, Focus.FORWARD, Focus.STRENGTH, Focus.MOBILITY)
"""What comes first on one day: tests while rested, then what asks for skill, then what tires; stretching last."""


@dataclass(frozen=True, slots=True)
class Because:
    """A reason. `claim` is the key of the claim it rests on (`evidence.table.CLAIMS`); empty: the person's own wish."""

    says: Message
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """A session on a day. `id` stays the same when the session is moved or the plan is made anew around it."""

    id: str
    day: date
    workout: Workout
    place: Place | None
    because: tuple[Because, ...]
    moved: bool = False  # put on this day by the person


@dataclass(frozen=True, slots=True)
class Week:
    """What holds for seven days from `first` on.

    stage     key of the ladder's stage that is meant to be reached by then
    deload    a week with less, on purpose
    load      sum of the mean meant exertion times minutes over its sessions
    """

    number: int
    first: date
    stage: str
    deload: bool
    load: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Days of sessions from `start` to `end` (both included).

    stage    key of the stage the person is on when the plan begins
    permit   what readiness allowed when it was made
    made_at  the day from which this version counts: what lies before is history and is never changed by `adapt`
    because  why this version was made: for the first one, what shaped it; then, what changed and the reason
    costs    what the person overrode last, and what that costs
    version  counts from 1 within the same plan
    """

    id: str
    version: int
    answers: Answers
    start: date
    end: date
    made_at: date
    permit: Permit
    stage: str
    weeks: tuple[Week, ...]
    sessions: tuple[Planned, ...]
    because: tuple[Because, ...] = ()
    costs: tuple[Because, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Planned, ...]:
        """The sessions of a day."""
        return tuple(one for one in self.sessions if one.day == day)


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan as it is kept: when it was made, and when another took its place (None: it holds)."""

    plan: Plan
    at: datetime
    until: datetime | None


def in_order(sessions: Iterable[Planned]) -> tuple[Planned, ...]:
    """By day, and within a day as they are best done."""
    return tuple(sorted(sessions, key=lambda one: (one.day, IN_A_DAY.index(one.workout.focus), one.id)))
