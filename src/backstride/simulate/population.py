"""Many people, each with a short varied session: what statistics of motion are fitted from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from backstride.recording import Direction, EventKind, Gait, Placement, Recording, Side
from backstride.simulate.make import record
from backstride.simulate.parts import Happening, Part, Truth, Worn
from backstride.simulate.style import Person, draw_person

# Speeds that people are drawn at, m/s.
SPEEDS: dict[tuple[Direction, Gait], tuple[float, float]] = {
    (Direction.FORWARD, Gait.WALK): (0.5, 2.2),
    (Direction.FORWARD, Gait.RUN): (1.8, 5.0),
    (Direction.BACKWARD, Gait.WALK): (0.3, 1.5),
    (Direction.BACKWARD, Gait.RUN): (0.8, 3.5),
    (Direction.SIDEWAYS, Gait.WALK): (0.3, 0.9),
    (Direction.SIDEWAYS, Gait.RUN): (0.8, 2.0),
}
RATES_HZ = (25.0, 50.0, 60.0, 100.0, 100.0, 100.0, 200.0)
WORN = (
    Placement.FOOT, Placement.SHANK, Placement.POCKET, Placement.WAIST,
    Placement.CHEST, Placement.WRIST, Placement.HAND, Placement.HEAD,
)  # fmt: skip
LOOSE_RAD = {Placement.POCKET: 0.08, Placement.HAND: 0.06, Placement.CHEST: 0.02, Placement.WRIST: 0.03}
GLANCES = {Direction.FORWARD: 0.08, Direction.BACKWARD: 0.35}  # how often somebody looks over a shoulder


@dataclass(frozen=True, eq=False, slots=True)
class Session:
    """One person and what they do; `recordings` makes it heard by sensors."""

    person: Person
    parts: tuple[Part, ...]
    seed: int
    facing_rad: float = field(default=0.0)

    def recordings(self, worn: Sequence[Worn]) -> tuple[tuple[Recording, Truth], ...]:
        """What each of several sensors on this person recorded of the same motion, and what is true of it."""
        return record(self.parts, self.person, worn, seed=self.seed, facing_rad=self.facing_rad)


def population(count: int, seed: int = 0, seconds: float = 60.0) -> Iterator[Session]:
    """`count` people, a session of about `seconds` each. Session k is the same however many are asked for."""
    for k in range(count):
        generator = np.random.default_rng((seed, k))
        person = draw_person(generator)
        yield Session(person, draw_parts(generator, seconds), int(generator.integers(2**31)),
                      float(generator.uniform(-np.pi, np.pi)))  # fmt: skip


def draw_worn(generator: np.random.Generator, placement: Placement, rate_hz: float | None = None) -> Worn:
    """A sensor at that place as people wear them: any attitude, either side, looser or tighter, coarser or finer."""
    slack = LOOSE_RAD.get(placement, 0.0)
    return Worn(
        placement=placement,
        rate_hz=rate_hz or float(generator.choice(RATES_HZ)),
        decimals=1 if generator.random() < 0.25 else None,
        noise=float(generator.uniform(0.3, 1.5)),
        side=Side.LEFT if generator.random() < 0.5 else Side.RIGHT,
        held_up=bool(generator.random() < 0.4),
        loose_rad=float(abs(generator.normal(0, slack))) if generator.random() < 0.6 else 0.0,
    )


def draw_parts(generator: np.random.Generator, seconds: float) -> tuple[Part, ...]:
    """A short session: stretches each way at drawn speeds, joined as people join them."""
    parts = [_stretch(generator, *_KINDS[generator.choice(len(_KINDS), p=_ODDS)])]
    if generator.random() < 0.6:
        parts.insert(0, _still(generator, parts[0]))
    while sum(part.duration_s for part in parts) < seconds:
        parts += _joined(generator, parts[-1], _stretch(generator, *_KINDS[generator.choice(len(_KINDS), p=_ODDS)]))
    return tuple(parts)


_KINDS = tuple(SPEEDS)
_ODDS = (0.24, 0.2, 0.24, 0.2, 0.07, 0.05)


def _stretch(g: np.random.Generator, direction: Direction, gait: Gait) -> Part:
    low, high = SPEEDS[direction, gait]
    seconds = float(g.uniform(5, 15))
    speed = float(low + (high - low) * g.beta(1.6, 1.8))
    bends = g.random() < 0.3 and direction is not Direction.SIDEWAYS
    turned = float(g.normal(0, 0.25) * seconds / max(1.0, 0.5 * speed)) if bends else 0.0
    either = Side.LEFT if g.random() < 0.5 else Side.RIGHT
    looks = g.random() < GLANCES.get(direction, 0.0)
    glance = (Happening(EventKind.GLANCE, float(g.uniform(1, seconds - 2)), either),) if looks else ()
    return Part(direction, gait, seconds, speed, turned_rad=turned, leftward=bool(g.random() < 0.5), happens=glance)


def _still(g: np.random.Generator, *beside: Part) -> Part:
    """Long enough to come to a stand from the speed before and to gather that of the part after."""
    return Part(Direction.STILL, Gait.NONE, float(g.uniform(1.5, 6)) + 0.4 * sum(part.speed_mps for part in beside))


def _joined(g: np.random.Generator, before: Part, after: Part) -> list[Part]:
    """A stop, a turn on the spot, a turn under way, or nothing between the two."""
    way = g.random()
    either = float(g.choice((-1, 1)))
    reverses = {before.direction, after.direction} == {Direction.FORWARD, Direction.BACKWARD}
    if reverses and way < 0.45:
        # The body turns under its travel, which keeps its way and changes its speed little.
        speed = 0.5 * (before.speed_mps + after.speed_mps)
        turn = Part(Direction.TURNING, after.gait, float(g.uniform(0.6, 1.6)), speed,
                    turned_rad=either * np.pi, travels_on=True)  # fmt: skip
        return [turn, after]
    if way < 0.6:
        return [_still(g, before, after), after]
    if way < 0.8:
        turned = either * float(g.choice((0.5 * np.pi, np.pi, 2 * np.pi), p=(0.35, 0.55, 0.1)))
        span = abs(turned) / float(g.uniform(1.2, 3.5))
        spot = Part(Direction.TURNING, Gait.WALK, max(0.7, span), turned_rad=turned)
        return [_still(g, before), spot, after] if way < 0.7 else [spot, after]
    return [after]
