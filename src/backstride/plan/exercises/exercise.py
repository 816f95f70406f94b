"""What is said of an exercise."""

from dataclasses import dataclass
from enum import StrEnum

from backstride.message import Message
from backstride.plan.kinds import Limit, Permit, Until


class ExerciseKind(StrEnum):
    """What an exercise trains."""

    WARM_UP = "warm-up"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    FALLING = "fall technique"
    BALANCE = "balance"
    COORDINATION = "coordination"
    AGILITY = "agility"
    REACTION = "reaction"
    TRANSITION = "transition"
    PARTNER = "partner"
    FUN = "fun"


class Equipment(StrEnum):
    """What is needed."""

    MAT = "mat"
    WALL = "wall or rail"
    STEP = "step"
    CONES = "cones"
    BAND = "band"
    PARTNER = "partner"
    CHAIR = "chair"
    BALL = "ball"
    BATON = "baton"


class Muscle(StrEnum):
    """Muscles and groups, as on the body map."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    SHINS = "shins"
    HIP_FLEXORS = "hip flexors"
    ADDUCTORS = "adductors"
    ABDUCTORS = "hip abductors"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    BACK = "back extensors"
    SHOULDERS = "shoulders"
    NECK = "neck"
    FEET = "foot muscles"


@dataclass(frozen=True, slots=True)
class Dose:
    """Sets times an amount (seconds, metres or repetitions) with rests between; each_side: the amount is one side's."""

    sets: int
    amount: float
    until: Until
    rest_s: float = 30.0
    each_side: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """A row of the library.

    key        also the name of its figure (`figures.FIGURES`)
    needs      what a person must be allowed to do backward before it; NOTHING: anybody whose limits permit it
    after      keys of exercises to master first
    not_for    limits that rule it out; avoid: the same and more in words
    easier, harder  keys of its regressions and progressions
    usual_s    how long one set takes, about
    claim      key of the claim that the dose or purpose rests on
    """

    key: str
    name: Message
    kind: ExerciseKind
    purpose: Message
    set_up: tuple[Message, ...]
    steps: tuple[Message, ...]
    faults: tuple[Message, ...]
    dose: Dose
    muscles: tuple[Muscle, ...]
    equipment: tuple[Equipment, ...] = ()
    needs: Permit = Permit.NOTHING
    after: tuple[str, ...] = ()
    not_for: frozenset[Limit] = frozenset()
    avoid: tuple[Message, ...] = ()
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    usual_s: float = 30.0
    claim: str = ""
