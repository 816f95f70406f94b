"""What really happened in a simulated recording."""

from collections.abc import Iterator, Sequence

import numpy as np

from backstride.recording import Bout, Direction, Event, EventKind, FloatArray, Gait, Side, Signal
from backstride.simulate.body import Body
from backstride.simulate.course import Course
from backstride.simulate.feet import crossings
from backstride.simulate.parts import TRAVELLING, Part, Truth
from backstride.simulate.upsets import SIMULATED

STOPPED_MPS = 0.1


def truth_of(parts: tuple[Part, ...], body: Body) -> Truth:
    """All that is true whatever is worn."""
    course = body.course
    events = _events(parts, course)
    contact, off, side = _contacts(body)
    every = max(1, round(0.1 / course.step_s))
    clock = course.time_s[::every].copy()
    speed = np.hypot(course.forward_mps, course.leftward_mps)[::every].copy()
    return Truth(
        bouts=_bouts(parts, [e for e in events if e.kind is EventKind.FALL]),
        contact_s=contact,
        off_s=off,
        side=side.astype(np.int8),
        distance_m=float(course.travelled_m[-1]),
        ascent_m=float(np.sum(np.maximum(np.diff(course.place[:, 2]), 0.0))),
        speed=Signal(clock, speed, "m/s"),
        facing=Signal(clock, course.facing[::every].copy(), "rad"),
        events=events,
    )


def _contacts(body: Body) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Contacts of either foot in order, when each ended (NaN at the end), and of which foot. Who lies has none."""
    found = []
    for side in (1, -1):
        down, up = crossings(body.course, side)
        if body.course.upset:
            down, up = (at[np.interp(at, body.course.time_s, body.course.upset.down) < 0.5] for at in (down, up))
        ended = np.append(up, np.nan)[np.searchsorted(up, down)]
        found.append(np.stack((down, ended, np.full(len(down), side, float))))
    contact, off, side_of = np.concatenate(found, axis=1)
    order = np.argsort(contact, kind="stable")
    return contact[order], off[order], side_of[order]


def _bouts(parts: Sequence[Part], fallen: Sequence[Event]) -> tuple[Bout, ...]:
    """What was asked for, but who has fallen is still."""
    bouts: list[Bout] = []
    for start, end, direction, gait in _stretches(parts, fallen):
        last = bouts[-1] if bouts else None
        if last and (last.direction, last.gait) == (direction, gait):
            start = bouts.pop().start_s
        bouts.append(Bout(start, end, direction, gait, 1.0))
    return tuple(bouts)


def _stretches(parts: Sequence[Part], fallen: Sequence[Event]) -> Iterator[tuple[float, float, Direction, Gait]]:
    now = 0.0
    for part in parts:
        end = now + part.duration_s
        for fall in fallen:
            down, up = min(max(fall.start_s, now), end), min(max(fall.end_s, now), end)
            if up > down:
                if down > now:
                    yield now, down, part.direction, part.gait
                yield down, up, Direction.STILL, Gait.NONE
                now = up
        if end > now:
            yield now, end, part.direction, part.gait
        now = end


def _events(parts: Sequence[Part], course: Course) -> tuple[Event, ...]:
    upsets = course.upset.events if course.upset else []
    found = [*upsets, *_turns(parts), *_transitions(parts, course, [e for e in upsets if e.kind is EventKind.FALL])]
    return tuple(sorted(found, key=lambda event: event.start_s))


def _turns(parts: Sequence[Part]) -> Iterator[Event]:
    now = 0.0
    for part in parts:
        if part.direction is Direction.TURNING and part.turned_rad:
            side = Side.LEFT if part.turned_rad > 0 else Side.RIGHT
            yield Event(EventKind.TURN, now, now + part.duration_s, 1.0, SIMULATED,
                        turned_rad=part.turned_rad, side=side)  # fmt: skip
        now += part.duration_s


def _transitions(parts: Sequence[Part], course: Course, falls: Sequence[Event]) -> Iterator[Event]:
    """From one direction of travel to another, with the time between them in which nothing moved on."""
    last: tuple[Direction, float] | None = None
    now, stood = 0.0, False
    for part in parts:
        if part.direction in TRAVELLING:
            if last and last[0] is not part.direction and not any(last[1] < e.end_s and e.start_s < now for e in falls):
                yield Event(EventKind.TRANSITION, last[1], now, 1.0, SIMULATED, last[0], part.direction,
                            _stopped(course, last[1], now) if stood else 0.0)  # fmt: skip
            last, stood = (part.direction, now + part.duration_s), False
        stood = stood or part.direction is Direction.STILL
        now += part.duration_s


def _stopped(course: Course, start_s: float, end_s: float) -> float:
    slow = np.hypot(course.forward_mps, course.leftward_mps) < STOPPED_MPS
    between = (course.time_s > start_s - 1.0) & (course.time_s < end_s + 1.0)
    return float(np.count_nonzero(slow & between) * course.step_s)
