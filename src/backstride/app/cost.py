"""What a stretch of moving would cost and load: the calculator of the page and of the command line."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from backstride.app.body import Instead, instead_of, spent_by
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.physiology.energy import KMH, Move, Spent, extra
from backstride.physiology.estimate import Estimate
from backstride.physiology.joints import Load, load
from backstride.recording import Direction, Gait

# What can be asked, in the units people use: lowest and highest that is read at all.
RANGES: Mapping[str, tuple[float, float]] = {
    "speed_kmh": (0.5, 40),
    "grade": (-45, 45),
    "mass_kg": (20, 300),
    "minutes": (0.1, 1440),
    "practice": (0, 1000),
    "forward_kmh": (0.5, 40),
}
_OPTIONAL = ("mass_kg", "forward_kmh")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "direction": (Direction.BACKWARD.value, Direction.FORWARD.value),
    "gait": (Gait.WALK.value, Gait.RUN.value),
}
USUAL: Mapping[str, str] = {
    "direction": Direction.BACKWARD, "gait": Gait.WALK, "speed_kmh": "4", "grade": "0", "mass_kg": "", "minutes": "15",
    "practice": "0", "forward_kmh": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """mass_kg: None asks for energy per kg; forward_mps: own speed forward, None: not asked about."""

    move: Move
    mass_kg: float | None
    minutes: float
    forward_mps: float | None = None


@dataclass(frozen=True, slots=True)
class Costed:
    """forward: the same at the same speed; instead: the same distance and time at the own speed forward. Both None of a
    move forward, the second also where no such speed was said or nothing is known of it."""

    asked: Asked
    energy: Spent
    extra: Estimate | None
    forward: Spent | None
    instead: Instead | None
    load: Load


def read_asked(form: Mapping[str, str]) -> Asked:
    """The question as a form holds it; what it leaves out is as usual. Raises BadAnswers with every fault."""
    given = {key: str(form.get(key, usual)).strip() for key, usual in USUAL.items()}
    faults: dict[str, Message] = {}
    for field, choices in CHOICES.items():
        if given[field] not in choices:
            faults[field] = say("one of {choices} is expected", choices=", ".join(choices))
    numbers = {field: _number(given[field] or "0", *ends, faults, field) for field, ends in RANGES.items()
               if field not in _OPTIONAL or given[field]}  # fmt: skip
    if faults:
        raise BadAnswers(faults)
    move = Move(
        Direction(given["direction"]), Gait(given["gait"]), numbers["speed_kmh"] / KMH, numbers["grade"] / 100,
        round(numbers["practice"]),
    )  # fmt: skip
    own = numbers.get("forward_kmh")
    return Asked(move, numbers.get("mass_kg"), numbers["minutes"], None if own is None else own / KMH)


def cost(asked: Asked) -> Costed:
    """Raises NotAllowed with the reason where no study stands behind a number."""
    move, mass, seconds = asked.move, asked.mass_kg, 60 * asked.minutes
    loaded = load(move.direction, move.gait, move.speed_mps, level=not move.slope, mass_kg=mass)
    energy = spent_by(move, mass, seconds)
    if move.direction is Direction.FORWARD:
        return Costed(asked, energy, None, None, None, loaded)
    forward = spent_by(replace(move, direction=Direction.FORWARD), mass, seconds)
    own = {} if asked.forward_mps is None else dict.fromkeys((Gait.WALK, Gait.RUN), asked.forward_mps)
    return Costed(asked, energy, extra(move), forward, instead_of(move, mass, seconds, own), loaded)


def _number(text: str, low: float, high: float, faults: dict[str, Message], field: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        faults[field] = say("{text} is not a number", text=text)
        return math.nan
    if not low <= value <= high:
        faults[field] = say("a number from {low} to {high} is expected", low=f"{low:g}", high=f"{high:g}")
    return value
