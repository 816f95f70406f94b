"""The rise and fall of the body in time: when feet come down and leave, and how high the body bounces.

1. The motion that repeats with the steps (of a leg, its swing to and fro, with the strides) is followed in phase: the
   wave at the tempo known beforehand, averaged over a step and over a stride, in which all other harmonics cancel. A
   filter without delay; steps are counted by whole turns of the phase, so that one weak bounce loses none.
2. The wave of the one stride around it puts each step where it was: neither the sampling grid nor the average shows.
3. On the trunk, running, a half sine of vertical force carries the body (Morin and others 2005, doi
   10.1123/jab.21.2.167): the higher its first harmonic over body weight, the shorter the contact. No threshold is
   needed, and shocks and soft tissue live in other harmonics.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece
from backstride.gait.tempo import LEGS, TRUNK
from backstride.gait.upright import Upright
from backstride.recording import FloatArray, Placement

LATEST = 0.5 * np.pi  # a step is put no further from its place in the average than a quarter of its cycle
OFF_TEMPO = (0.8, 1.25)
GRID = 2  # a slow wave is drawn at every second sample
SHARES = np.linspace(1.0, 0.2, 161)  # of a step, on the ground
PLACES = (np.arange(24) + 0.5) / 24 - 0.5
NEIGHBOURS = np.array((1.0, 2.0, 3.0, 2.0, 1.0))
TOGETHER = np.bartlett(13)[1:-1]  # leg and bounce keep step while gait and direction last
ANGLES = np.linspace(0, 2 * np.pi, 24, endpoint=False)
ComplexArray = NDArray[np.complex128]


@dataclass(frozen=True, eq=False, slots=True)
class Bounces:
    """What was seen of each step (k,), and of the body's rise and fall (m,).

    contact_s           when the body starts to be caught: about the contact of walking
    landing_s, off_s    contact and off of running; NaN where they are not seen or there is no flight
    sway                complex push away from the foot that stands, in the sensor's heading axes, m/s2; 0: unseen
    alike               (k, 2) how much the rise and fall of this step is like the next one's and like that after it,
                        -1 to 1 (step and stride regularity, Moe-Nilssen and Helbostad 2004); NaN: unseen
    middle_s, rise_m    when the body was lowest, and its height from lowest to highest around that time
    """

    contact_s: FloatArray
    landing_s: FloatArray
    off_s: FloatArray
    sway: ComplexArray
    alike: FloatArray
    middle_s: FloatArray
    rise_m: FloatArray

    @staticmethod
    def chained(parts: Sequence["Bounces"]) -> "Bounces":
        """One after the other."""
        real, both = np.zeros(0), np.zeros(0, complex)
        parts = (Bounces(real, real, real, both, np.zeros((0, 2)), real, real), *parts)
        return Bounces(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in Bounces.__dataclass_fields__)
        )


def find_contacts(upright: Upright, middle_s: FloatArray, step_hz: FloatArray, placement: Placement) -> Bounces:
    """The steps of a piece, where steps a second `step_hz` (w,) are known at `middle_s` (w,), as by `find_tempo`."""
    piece, known = upright.piece, np.isfinite(step_hz)
    if len(upright.lift) < 2 or not known.any():
        return Bounces.chained(())
    hertz = np.exp(np.interp(piece.time_s, middle_s[known], np.log(step_hz[known])))
    turn = 2 * np.pi * np.cumsum(hertz) / piece.rate_hz
    usual = piece.rate_hz / hertz
    by_leg = placement in LEGS and piece.turning is not None
    if by_leg:
        at = _followed(_Wave(_swing(upright), 0.5 * turn, usual), usual, np.pi)
    else:
        at = _followed(_Wave(upright.lift, turn, usual), usual)
    step = _spacing(at, usual)
    if by_leg:
        # The leg counts the steps; the body's bounce, felt through it, tells when they were.
        bounce = _Running((upright.lift - upright.lift.mean()) * np.exp(-1j * turn)).mean(at, 2 * step)
        at = at - _agreed_angle(1j * bounce * np.exp(1j * _at(turn, at))) / (2 * np.pi) * step
        found = _unseen(_seconds(at, piece), _seconds(at, piece))
    elif placement in TRUNK:
        found = _trunk(upright, turn, at, step)
    else:
        found = _unseen(_seconds(at - 0.25 * step, piece), _seconds(at, piece))
    return _kept(found, (found.middle_s >= piece.keep_s[0]) & (found.middle_s < piece.keep_s[1]))


class _Wave:
    """A curve (n,) near the phase `turn` (n,), turned back by it: what remains of its wave changes slowly.

    smooth  (n / GRID,) averaged over a step and over a stride, `step` (n,) samples each
    """

    def __init__(self, moved: FloatArray, turn: FloatArray, step: FloatArray) -> None:
        self.running = _Running((moved - moved.mean()) * np.exp(-1j * turn))
        self.turn, grid = turn[::GRID], np.arange(0, len(moved), GRID)
        rough = _Running(self.running.mean(grid, step[grid]))
        self.smooth = rough.mean(np.arange(len(grid)), 2 * step[grid] / GRID)


def _followed(wave: _Wave, step: FloatArray, half: float = 0.0) -> FloatArray:
    """Where, in samples, a wave is highest, `step` (n,) samples apart or so.

    `half`: pi where it makes half a cycle in a step; then where it crosses zero, up and down.
    """
    cycles = 2.0 if half else 1.0
    # 1.
    at = GRID * _passed(cycles * (wave.turn + np.unwrap(np.angle(wave.smooth))) + half)
    # 2.
    near = np.clip(np.round(at).astype(int), 0, len(step) - 1)
    late = np.angle(wave.running.mean(at, 2 * step[near]) * np.conj(wave.smooth[near // GRID]))
    return np.asarray(at - np.clip(late, -LATEST, LATEST) / (2 * np.pi) * cycles * step[near])


def _spacing(at: FloatArray, step: FloatArray) -> FloatArray:
    """Samples from step to step (k,), as its neighbours are spaced; near the tempo's in any case."""
    usual = step[np.clip(np.round(at).astype(int), 0, len(step) - 1)]
    if len(at) < len(NEIGHBOURS):
        return np.asarray(usual)
    near = np.convolve(np.gradient(at), NEIGHBOURS, "same") / np.convolve(np.ones(len(at)), NEIGHBOURS, "same")
    return np.asarray(np.clip(near, OFF_TEMPO[0] * usual, OFF_TEMPO[1] * usual))


def _trunk(upright: Upright, turn: FloatArray, at: FloatArray, step: FloatArray) -> Bounces:
    """All that a trunk shows of steps whose lowest points, in samples, are known."""
    piece = upright.piece
    course = _courses(upright.lift, at, step)
    # 3.
    first, second = _harmonic(course, step, 1), _harmonic(course, step, 2)
    share = contact_share(np.abs(first) / claims.STANDARD_GRAVITY.value)
    return Bounces(
        _seconds(at - 0.25 * step, piece),
        _seconds(at - 0.5 * share * step, piece),
        _seconds(at + 0.5 * share * step, piece),
        _sway(upright, turn, at + 0.25 * step, step),
        _alike(course),
        _seconds(at, piece),
        _rise(first, second, step / piece.rate_hz),
    )


def _seconds(at: FloatArray, piece: Piece) -> FloatArray:
    return np.asarray(piece.start_s + at / piece.rate_hz, np.float64)


def _at(values: FloatArray, at: FloatArray) -> FloatArray:
    return np.interp(at, np.arange(len(values)), values)


def contact_share(first: FloatArray) -> FloatArray:
    """(k,) share of the step that a runner is on the ground, by the first harmonic of vertical force in body weights.

    A half sine that lasts the share d of the step and carries the body's weight has the first harmonic
    2 cos(pi d) / (1 - 4 d^2). NaN where it is too low for a flight (or higher than anyone's).
    """
    inside = np.abs(SHARES - 0.5) > 1e-9
    height = np.full(len(SHARES), 0.5 * np.pi)
    height[inside] = 2 * np.cos(np.pi * SHARES[inside]) / (1 - 4 * SHARES[inside] ** 2)
    return np.interp(first, height, SHARES, left=np.nan, right=np.nan)


class _Running:
    """Means of a curve (n,) over any width around any place, in samples, from its running sum."""

    def __init__(self, values: ComplexArray) -> None:
        self._total = np.concatenate((np.zeros(1, values.dtype), np.cumsum(values)))

    def mean(self, at: NDArray, width: FloatArray) -> ComplexArray:  # type: ignore[type-arg]
        """At the ends only what is there counts."""
        last = len(self._total) - 1.0
        early = np.clip(at + 0.5 - 0.5 * width, 0.0, last)
        late = np.clip(at + 0.5 + 0.5 * width, 0.0, last)
        return np.asarray((self._sum(late) - self._sum(early)) / np.maximum(late - early, 1e-9))

    def _sum(self, edge: FloatArray) -> ComplexArray:
        whole = np.minimum(edge.astype(int), len(self._total) - 2)
        low = self._total[whole]
        return np.asarray(low + (edge - whole) * (self._total[whole + 1] - low))


def _swing(upright: Upright) -> FloatArray:
    """Angular rate of a leg about the axis it mostly turns about, either sense of it."""
    axis = np.exp(0.5j * np.angle(np.sum(upright.roll**2)))
    return np.real(upright.roll * np.conj(axis))


def _passed(phase: FloatArray) -> FloatArray:
    """Where, in samples, a phase passes whole turns; it never turns back."""
    ahead = np.maximum.accumulate(phase) / (2 * np.pi)
    turns = np.arange(np.ceil(ahead[0]), np.floor(ahead[-1]) + 1)
    after = np.clip(np.searchsorted(ahead, turns), 1, len(ahead) - 1)
    share = (turns - ahead[after - 1]) / np.maximum(ahead[after] - ahead[after - 1], 1e-12)
    return np.asarray(after - 1 + np.clip(share, 0.0, 1.0))


def _agreed_angle(waves: ComplexArray) -> FloatArray:
    """(k,) angle of the waves, each with its neighbours', going on over whole turns; the middle one is within one."""
    if not len(waves):
        return np.zeros(0)
    kept = slice(len(TOGETHER) // 2, len(TOGETHER) // 2 + len(waves))
    angle = np.unwrap(np.angle(np.convolve(waves, TOGETHER)[kept]))
    return np.asarray(angle - 2 * np.pi * np.round(np.median(angle) / (2 * np.pi)))


def _unseen(contact: FloatArray, middle: FloatArray) -> Bounces:
    nothing = np.full(len(contact), np.nan)
    return Bounces(
        contact, nothing, nothing, np.zeros(len(contact), complex), np.full((len(contact), 2), np.nan), middle, nothing
    )


def _sway(upright: Upright, turn: FloatArray, at: FloatArray, step: FloatArray) -> ComplexArray:
    """Horizontal push at the rate of strides at each of the moments: to one side on one leg, to the other on the other.

    Whichever way a body goes, the leg it stands on pushes it back to the middle: running, when the body is lowest;
    walking, when it is highest, half a step later. In between both have the same sign.
    """
    half = np.exp(-0.5j * turn)
    wave = 0.5 * _at(turn, at)
    one = _Running(upright.push * half).mean(at, 2 * step) * np.exp(1j * wave)
    other = _Running(upright.push * np.conj(half)).mean(at, 2 * step) * np.exp(-1j * wave)
    return np.asarray(one + other)


def _courses(lift: FloatArray, at: FloatArray, step: FloatArray) -> FloatArray:
    """(k, 24) the curve over one step around each place."""
    place = np.clip(at[:, None] + step[:, None] * PLACES, 0, len(lift) - 1.001)
    whole = place.astype(int)
    return np.asarray(lift[whole] + (place - whole) * (lift[whole + 1] - lift[whole]))


def _harmonic(course: FloatArray, step: FloatArray, number: int) -> ComplexArray:
    """(k,) harmonic of each course; what averaging to samples and drawing lines between them took is given back."""
    return np.asarray(2 * (course @ np.exp(-2j * np.pi * number * PLACES)) / len(PLACES) / np.sinc(number / step) ** 3)


def _alike(course: FloatArray) -> FloatArray:
    """(k, 2) correlation of each step's course with that of the next step and of the one after it."""
    alike = np.full((len(course), 2), np.nan)
    course = course - course.mean(axis=1, keepdims=True)
    course /= np.maximum(np.sqrt(np.einsum("kn,kn->k", course, course)), 1e-9)[:, None]
    for further in (1, 2):
        if len(course) > further:
            alike[:-further, further - 1] = np.einsum("kn,kn->k", course[:-further], course[further:])
    return alike


def _rise(first: ComplexArray, second: ComplexArray, seconds: FloatArray) -> FloatArray:
    """(k,) height between lowest and highest of the first two harmonics of acceleration, integrated twice each."""
    turned = second * np.exp(-2j * np.angle(first))
    waves = np.abs(first)[:, None] * np.cos(ANGLES) + 0.25 * np.real(turned[:, None] * np.exp(2j * ANGLES))
    return np.asarray(np.ptp(waves, axis=1) * (seconds / (2 * np.pi)) ** 2)


def _kept(bounces: Bounces, keep: NDArray[np.bool_]) -> Bounces:
    return Bounces(*(getattr(bounces, name)[keep] for name in Bounces.__dataclass_fields__))
