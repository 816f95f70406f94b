"""Everything the inertial sensor says, frame by frame."""

from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.bounce import Bounces, find_contacts
from backstride.gait.compass import Compass
from backstride.gait.events import remounts, turning
from backstride.gait.frames import Frames
from backstride.gait.motion import Piece, pieces, usual_rate
from backstride.gait.placement import recognise
from backstride.gait.rhythm import TRUNK, Rhythm, Shape, read_rhythm
from backstride.gait.strides import Strides, find_strides
from backstride.gait.tempo import find_tempo
from backstride.gait.trace import Trace, trace_of
from backstride.gait.upright import dot, set_upright
from backstride.gait.velocity import Pushes, pushes_of
from backstride.recording import FloatArray, Placement, Recording

FOOT_RATE_HZ = 100.0
NEAR_S = 1.3
SHARE = 0.5  # following windows overlap: each adds this share of what it would say alone
LIVELY_S = 1.0
SHORTEST_WAY_M = 0.15
STRIDE_SPEED_WIDTH_MPS = 0.15
STRIDE_RATE_WIDTH_SPM = 10.0
STRIDE_ODDS = 4.0
TURN_ODDS = 3.0  # that a frame within a turn is one, and that one outside is none
MOST_BLOCKS = 2000
LEAST_RANGE_MPS2 = 15.0  # no sensor ends below 1.5 g
MOST_PIECES = 3  # enough to recognise where the sensor sits


@dataclass(frozen=True, eq=False, slots=True)
class Heard:
    """What the sensor said in each frame, all (n,); NaN or zero where it was silent.

    axis      (3,) of the sensor, that stays near the horizontal: the heading axis
    seen      whether there was motion data
    lively    root mean square of the acceleration's change, m/s2
    running   log-odds of running over walking
    yaw       rad/s
    line      complex, angle doubled: the fore-aft line in the sensor's heading axes
    shape     (n, 6, harmonics) of the strides
    pushes    what velocity is found from, piece by piece
    strides   of a foot sensor
    bounces   rise and fall of the body in time, for steps
    trace     ten times a second, for events
    remounted_s  (k,) when the sensor was put on anew
    told      whether someone said where the sensor was worn
    compass   the way of travel by compass and course; None without
    """

    axis: FloatArray
    placement: Placement
    seen: NDArray[np.bool_]
    lively: FloatArray
    running: FloatArray
    yaw: FloatArray
    line: NDArray[np.complex128]
    shape: Shape
    pushes: tuple[Pushes, ...]
    strides: Strides
    bounces: Bounces
    trace: Trace
    remounted_s: FloatArray
    clipped: float
    rate_hz: float
    turns: bool
    told: bool
    compass: Compass | None = None

    def within(self, frames: slice) -> "Heard":
        """The same for some of the frames alone."""
        own = {name: getattr(self, name)[frames] for name in ("seen", "lively", "running", "yaw", "line", "shape")}
        compass = self.compass and Compass(self.compass.travel[frames], self.compass.concentration[frames])
        return replace(self, **own, compass=compass)

    @property
    def moving(self) -> NDArray[np.bool_]:
        """(n,) where there is enough motion to ask which way it goes."""
        return np.asarray(np.nan_to_num(self.lively) > 2 * claims.STILL_MPS2.value)


@dataclass(slots=True)
class _Parts:
    """What the pieces gave so far."""

    rhythms: list[Rhythm]
    lively: list[tuple[FloatArray, FloatArray]]
    bounces: list[Bounces]
    pushes: list[Pushes]
    traces: list[Trace]


def listen(recording: Recording, placement: Placement, frames: Frames, axis: FloatArray | None = None) -> Heard | None:
    """Read the inertial signals piece by piece; None where there are none to read. `axis` (3,): the heading axis, where
    it is known already."""
    axis = heading_axis(recording) if axis is None else axis
    if axis is None or not len(frames):
        return None
    told = placement is not Placement.UNKNOWN
    if not told:
        placement = recognise(list(islice(pieces(recording, FOOT_RATE_HZ), MOST_PIECES)), axis)
    parts = _Parts([], [], [], [], [])
    for number, piece in enumerate(pieces(recording)):
        upright = set_upright(piece, axis)
        tempo = find_tempo(upright, placement)
        rhythm = read_rhythm(upright, placement, tempo)
        parts.bounces.append(find_contacts(upright, *tempo, placement))
        parts.rhythms.append(rhythm.between(*piece.keep_s))
        parts.lively.append(_lively(piece))
        parts.pushes.append(pushes_of(upright))
        parts.traces.append(trace_of(upright, number))
    if not parts.rhythms:
        return None
    strides: list[Strides] = []
    if placement is Placement.FOOT:
        strides = [find_strides(piece, axis).between(*piece.keep_s) for piece in pieces(recording, FOOT_RATE_HZ)]
    return _heard(recording, axis, placement, told, frames, parts, Strides.chained(strides))


def heading_axis(recording: Recording) -> FloatArray | None:
    """The sensor axis (3,) that gravity pulls on least: it stays near the horizontal."""
    force = recording.signals.get("acceleration")
    if force is None or force.values.ndim != 2 or force.values.shape[1] != 3 or len(force) < 2:
        return None
    # Only while moving: a phone in the pocket of a person who sits lies along another axis.
    size = max(1, round(usual_rate(force))) if len(force) > 2 else 1
    blocks = len(force) // size
    some = force.values[: blocks * size].reshape(blocks, size, 3)[:: max(1, blocks // MOST_BLOCKS)]
    mean, spread = some.mean(axis=1), some.std(axis=1).sum(axis=1)
    moving = mean[spread > claims.STILL_MPS2.value]
    mean = moving if len(moving) else mean[np.isfinite(mean).all(axis=1)]
    axis = np.zeros(3)
    axis[int(np.argmin(np.abs(mean.mean(axis=0)))) if len(mean) else 0] = 1.0
    return axis


def _heard(
    recording: Recording,
    axis: FloatArray,
    placement: Placement,
    told: bool,
    frames: Frames,
    parts: _Parts,
    strides: Strides,
) -> Heard:
    # Each is put together and its parts let go, one after the other: a day of them counts.
    trace, rhythm = Trace.chained(parts.traces), Rhythm.chained(parts.rhythms)
    parts.traces.clear()
    parts.rhythms.clear()
    where, near = nearest(rhythm.middle_s, frames.middle_s)
    quick, quick_near = nearest(np.concatenate([t for t, _ in parts.lively]), frames.middle_s)

    def at(values: NDArray, missing: float) -> NDArray:  # type: ignore[type-arg]
        if not len(values):
            return np.full((len(frames), *values.shape[1:]), missing, values.dtype)
        found = values[where]
        found[~near] = missing
        return found

    force = recording.signals["acceleration"]
    turns = any(len(part.time_s) for part in parts.pushes)
    return Heard(
        axis=axis,
        placement=placement,
        seen=quick_near,
        lively=np.where(quick_near, np.concatenate([v for _, v in parts.lively])[quick], np.nan),
        running=run_odds(at(rhythm.bounce, np.nan), at(rhythm.step_hz, np.nan), placement),
        yaw=at(rhythm.yaw, 0.0),
        line=at(rhythm.line, 0.0),
        shape=at(rhythm.shape, 0.0),
        pushes=tuple(parts.pushes),
        strides=strides,
        bounces=Bounces.chained(parts.bounces),
        trace=trace,
        remounted_s=remounts(trace, placement),
        clipped=_clipped(force.values),
        rate_hz=usual_rate(force),
        turns=turns,
        told=told,
    )


def run_odds(bounce: FloatArray, step_hz: FloatArray, placement: Placement) -> FloatArray:
    """Log-odds of running over walking from how hard the body bounces and how quick the steps are.

    In running the body takes off: its vertical acceleration reaches -g in each flight, and half-sine bounces of
    such a size have a root mean square near 0.7 g; walking stays near 0.25 g. A limb adds its own swing to both.
    """
    middle = claims.BOUNCE_MPS2.value * LIMB_BOUNCE.get(placement, 1.0)
    by_bounce = 6.0 * np.log(np.maximum(bounce, 1e-3) / middle)
    by_rate = (60 * step_hz - claims.WALK_RUN_CADENCE_SPM.value) / 10.0
    return np.asarray(np.clip(by_bounce, -3, 3) + np.where(np.isfinite(by_rate), np.clip(by_rate, -2, 2), 0.0))


# How much livelier than the trunk a limb moves up and down.
LIMB_BOUNCE = {
    Placement.FOOT: 2.0,
    Placement.SHANK: 1.5,
    Placement.POCKET: 1.4,
    Placement.WRIST: 1.5,
    Placement.HAND: 1.5,
    Placement.UNKNOWN: 1.3,
}


def nearest(time: FloatArray, wanted: FloatArray) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Index of the nearest time and whether it is near enough."""
    if not len(time):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    right = np.clip(np.searchsorted(time, wanted), 0, len(time) - 1)
    left = np.maximum(right - 1, 0)
    best = np.where(np.abs(time[left] - wanted) <= np.abs(time[right] - wanted), left, right)
    return best, np.abs(time[best] - wanted) <= NEAR_S


def _lively(piece: Piece) -> tuple[FloatArray, FloatArray]:
    """Every tenth of a second: the spread of the force over LIVELY_S, all axes together."""
    width = max(2, round(LIVELY_S * piece.rate_hz))
    if len(piece.force) < width + 1:
        return np.zeros(0), np.zeros(0)
    centred = piece.force - piece.force.mean(axis=0)
    total = np.concatenate((np.zeros((1, 3)), np.cumsum(centred, axis=0)))
    square = np.concatenate(([0.0], np.cumsum(dot(centred, centred))))
    mean = (total[width:] - total[:-width]) / width
    spread = np.sqrt(np.maximum((square[width:] - square[:-width]) / width - dot(mean, mean), 0.0))
    time = np.asarray(piece.start_s + (np.arange(len(spread)) + 0.5 * width) / piece.rate_hz, np.float64)
    keep = (time >= piece.keep_s[0] - 0.6 * LIVELY_S) & (time < piece.keep_s[1] + 0.6 * LIVELY_S)
    every = max(1, round(0.1 * piece.rate_hz))
    # Indices copy: a slice would keep all that it was cut from.
    at = np.flatnonzero(keep)[::every]
    return time[at], np.asarray(spread[at], np.float64)


def _clipped(force: FloatArray) -> float:
    """Share of samples that sit at the sensor's largest value on some axis."""
    share = []
    for column in force.T:
        top = max(np.nanmax(column, initial=0.0), -np.nanmin(column, initial=0.0))
        if top > LEAST_RANGE_MPS2:
            share.append(float(np.mean(column >= 0.999 * top) + np.mean(column <= -0.999 * top)))
    return max(share, default=0.0)


def motion_evidence(heard: Heard, frames: Frames) -> FloatArray:
    """(n, 7) log-likelihoods of still, turning, walking and running, and of the strides of a foot sensor."""
    total = np.zeros((len(frames), len(states.STATES)))
    lively = np.where(np.isfinite(heard.lively), np.maximum(heard.lively, 1e-3), claims.STILL_MPS2.value)
    total[:, states.STILL] += np.clip(3.0 * np.log(claims.STILL_MPS2.value / lively), -6.0, 5.0)[:, None]
    running = np.where(np.isfinite(heard.running), heard.running, 0.0) * SHARE
    if len(heard.strides.way):
        running = 0.5 * running + _by_strides(heard.strides, frames)
    total[:, states.RUN] += 0.5 * running[:, None]
    total[:, states.WALK] -= 0.5 * running[:, None]
    turned = _share_within(turning(heard.trace, heard.placement), frames)
    total[:, states.TURNING] += np.where(heard.seen, TURN_ODDS * (2 * turned - 1), 0.0)[:, None]
    strides = heard.strides
    along, aside = toe_sense(strides)
    for start, end, ahead, side, way in zip(
        strides.start_s, strides.end_s, along, aside, np.abs(strides.way), strict=True
    ):
        where = frames.between(float(start), float(end))
        if way < SHORTEST_WAY_M:
            continue
        # Only what does not fit loses: a stride says nothing about standing still before or after it.
        aside_odds = STRIDE_ODDS * (side - abs(ahead))
        total[where, states.FORWARD] += min(0.0, STRIDE_ODDS * ahead) - max(0.0, aside_odds)
        total[where, states.BACKWARD] += min(0.0, -STRIDE_ODDS * ahead) - max(0.0, aside_odds)
        total[where, states.SIDEWAYS] += min(0.0, aside_odds)
    return total


def _share_within(spans: FloatArray, frames: Frames) -> FloatArray:
    """(n,) share of each frame that lies within one of the spans (k, 2), which do not overlap."""
    within = np.zeros(len(frames.edge_s))
    for start, end in spans:
        within += np.clip(frames.edge_s - start, 0.0, end - start)
    return np.asarray(np.diff(within) / np.maximum(frames.length_s, 1e-9))


def _by_strides(strides: Strides, frames: Frames) -> FloatArray:
    """(n,) log-odds of running from each stride's speed and duration."""
    odds = np.zeros(len(frames))
    length = strides.end_s - strides.start_s
    by_speed = (np.abs(strides.way) / length - claims.WALK_RUN_SPEED_MPS.value) / STRIDE_SPEED_WIDTH_MPS
    by_rate = (120 / length - claims.WALK_RUN_CADENCE_SPM.value) / STRIDE_RATE_WIDTH_SPM
    each = np.clip(by_speed, -3, 3) + np.clip(by_rate, -2, 2)
    for start, end, said in zip(strides.start_s, strides.end_s, each, strict=True):
        odds[frames.between(float(start), float(end))] = said
    return odds


def speaks(heard: Heard | None, frames: Frames) -> NDArray[np.bool_]:
    """(n,) where the sensor can tell directions at all."""
    if heard is None:
        return np.zeros(len(frames), bool)
    return heard.seen & bool(
        heard.turns or len(heard.strides.way) or (heard.placement in TRUNK and np.any(heard.shape))
    )


def walked(heard: Heard | None) -> tuple[FloatArray, FloatArray]:
    """Cumulative distance (k,) by the strides of a foot sensor, and its times; empty for other sensors."""
    if heard is None or not len(heard.strides.way):
        return np.zeros(0), np.zeros(0)
    start, end, way = heard.strides.start_s, heard.strides.end_s, np.abs(heard.strides.way)
    total = np.cumsum(way)
    # Each stride's way is spread over its own duration; between strides that do not touch nothing is gained.
    time = np.stack((start, end), axis=1).ravel()
    keep = np.concatenate(([True], np.diff(np.maximum.accumulate(time)) > 0))
    return time[keep], np.stack((total - way, total), axis=1).ravel()[keep]


def toe_sense(strides: Strides) -> tuple[FloatArray, FloatArray]:
    """How far each stride went along the toes (-1 to 1) and aside (0 to 1)."""
    toes = -1j * np.sum(strides.heel)
    if not np.abs(toes) > 0:
        return np.zeros(len(strides.way)), np.zeros(len(strides.way))
    way = strides.way * np.conj(toes) / np.abs(toes) / np.maximum(np.abs(strides.way), 1e-6)
    return np.asarray(way.real), np.abs(way.imag)


def unheld(heard: Heard | None, frames: Frames) -> FloatArray:
    """(n,) how little the frame before says of each, where motion was recorded at all but not here.

    Whoever stops a recording may turn round before going on with it."""
    if heard is None:
        return np.zeros(len(frames))
    return np.where(heard.seen, 0.0, np.minimum(frames.length_s / claims.GAP_MEMORY_S.value, 1.0))
