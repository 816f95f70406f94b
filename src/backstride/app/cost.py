"""What a stretch of moving would cost and load: the calculator of the page and of the command line."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from backstride.app.body import spent_by
from backstride.errors import BadAnswers, NotAllowed
from backstride.message import Message, say
from backstride.physiology.energy import KMH, Move, Spent, extra
from backstride.physiology.estimate import Estimate
from backstride.physiology.joints import Knee, knee, landing
from backstride.recording import Direction, Gait

# What can be asked, in the units people use: lowest and highest that is read at all.
RANGES: Mapping[str, tuple[float, float]] = {
    "speed_kmh": (0.5, 40),
    "grade": (-45, 45),
    "mass_kg": (20, 300),
    "minutes": (0.1, 1440),
    "practice": (0, 1000),
}
USUAL: Mapping[str, str] = {
    "direction": Direction.BACKWARD, "gait": Gait.WALK, "speed_kmh": "4", "grade": "0", "mass_kg": "", "minutes": "15",
    "practice": "0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """mass_kg: None asks for energy per kg."""

    move: Move
    mass_kg: float | None
    minutes: float


@dataclass(frozen=True, slots=True)
class Costed:
    """energy and forward: the same move forward (None forward itself); knee and landing None with the reason why."""

    asked: Asked
    energy: Spent
    extra: Estimate | None
    forward: Spent | None
    knee: Knee | None
    landing: Estimate | None
    no_load: Message | None


def read_asked(form: Mapping[str, str]) -> Asked:
    """The question as a form holds it; what it leaves out is as usual. Raises BadAnswers with every fault."""
    given = {key: str(form.get(key, usual)).strip() for key, usual in USUAL.items()}
    faults: dict[str, Message] = {}
    for field, choices in (("direction", ("backward", "forward")), ("gait", ("walk", "run"))):
        if given[field] not in choices:
            faults[field] = say("one of {choices} is expected", choices=", ".join(choices))
    numbers = {field: _number(given[field] or "0", *ends, faults, field) for field, ends in RANGES.items()
               if field != "mass_kg" or given[field]}  # fmt: skip
    if faults:
        raise BadAnswers(faults)
    move = Move(
        Direction(given["direction"]), Gait(given["gait"]), numbers["speed_kmh"] / KMH, numbers["grade"] / 100,
        round(numbers["practice"]),
    )  # fmt: skip
    return Asked(move, numbers.get("mass_kg"), numbers["minutes"])


def cost(asked: Asked) -> Costed:
    """Raises NotAllowed with the reason where no study stands behind a number."""
    move, mass, seconds = asked.move, asked.mass_kg, 60 * asked.minutes
    energy = spent_by(move, mass, seconds)
    backward = move.direction is Direction.BACKWARD
    more = extra(move) if backward else None
    forward = spent_by(replace(move, direction=Direction.FORWARD), mass, seconds) if backward else None
    way = (move.direction, move.gait, move.speed_mps)
    try:
        if move.slope:
            raise NotAllowed(say("the load on joints was measured on the level only"))
        return Costed(asked, energy, more, forward, knee(*way, mass_kg=mass), landing(*way), None)
    except NotAllowed as refused:
        return Costed(asked, energy, more, forward, None, None, refused.message)


def _number(text: str, low: float, high: float, faults: dict[str, Message], field: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        faults[field] = say("{text} is not a number", text=text)
        return math.nan
    if not low <= value <= high:
        faults[field] = say("a number from {low} to {high} is expected", low=f"{low:g}", high=f"{high:g}")
    return value
