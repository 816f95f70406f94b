"""Energy of single bouts of a recording."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from backstride.app.body import WAYS, Body, Stretch, speed_of, spent_by, travelled
from backstride.errors import NotAllowed
from backstride.physiology.energy import Move, Spent
from backstride.recording import Bout, Direction
from backstride.store import Store

LEAST_S = 10.0  # a shorter bout has no steady speed


@dataclass(frozen=True, slots=True)
class BoutCost:
    """energy: None where no number can be given; the stretch it belongs to has the reason."""

    bout: Bout
    speed_mps: float
    energy: Spent | None


def bout_costs(store: Store, id_: str, bouts: Iterable[Bout], body: Body) -> tuple[BoutCost, ...]:
    """Forward and backward bouts that are long enough, each at its own speed; none where speed was not recorded.

    Slope and gait are those of the stretch of `body` that the bout belongs to.
    """
    way = travelled(store, id_)
    if way is None:
        return ()
    found = []
    for bout in bouts:
        if bout.direction in WAYS and bout.end_s - bout.start_s >= LEAST_S:
            stretch = _stretch(bout, body)
            if stretch is not None:
                speed = speed_of([bout], way)
                found.append(BoutCost(bout, speed, _energy(bout, stretch, speed, body)))
    return tuple(found)


def _stretch(bout: Bout, body: Body) -> Stretch | None:
    """Of its direction: of its gait, else of the other, which it counts as."""
    own = [cost.stretch for cost in body.costs if cost.stretch.direction is bout.direction]
    return next((one for one in own if one.gait is bout.gait), own[0] if own else None)


def _energy(bout: Bout, stretch: Stretch, speed: float, body: Body) -> Spent | None:
    backward = bout.direction is Direction.BACKWARD
    if not math.isfinite(speed) or (backward and stretch.downhill):
        return None
    move = Move(bout.direction, stretch.gait, speed, stretch.slope or 0.0, body.practice if backward else 0)
    try:
        return spent_by(move, body.mass_kg, bout.end_s - bout.start_s)
    except NotAllowed:
        return None
