"""Runs the engine on a trial and sets what it said beside the truth, second by second and event by event."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backstride.gait import Options, analyse
from backstride.recording import (
    Analysis,
    Bout,
    Direction,
    Event,
    EventKind,
    FloatArray,
    Gait,
    Label,
    Lesson,
    Placement,
)
from benchmarks.accuracy.trial import BY_OTHERS, Change, Protocol, Stretch, Trial, calibration
from benchmarks.accuracy.worn import Device, wear

IntArray = NDArray[np.int64]
DIRECTIONS = tuple(Direction)
GAITS = tuple(Gait)
NO_GAIT_LABEL = -1
MOVES = (Direction.FORWARD, Direction.BACKWARD)
ALARMS = (EventKind.STUMBLE, EventKind.FALL)

LOOKS_A_SECOND = 20
CHANGE_REACH_S = 3.0
TURN_REACH_S = 0.5
SHORTEST_TURN_S = 0.6
CADENCE_BOUT_S = 4.0
FEWEST_CONTACTS = 5
UNEVEN_STRIDE, UNEVEN_STEP = 1.6, 1.9  # so much longer than its neighbour: the truth missed a contact


@dataclass(frozen=True, eq=False, slots=True)
class Seconds:
    """Each whole second of each labelled stretch (n,): truth, what was said, how surely, and how long its stretch is.

    Directions and gaits are places in DIRECTIONS and GAITS; true_gait is NO_GAIT_LABEL where the labels do not say.
    """

    true_direction: IntArray
    true_gait: IntArray
    said_direction: IntArray
    said_gait: IntArray
    confidence: FloatArray
    stretch_s: FloatArray

    def __len__(self) -> int:
        return len(self.true_direction)


@dataclass(frozen=True, eq=False, slots=True)
class Verdict:
    """What came out of one trial, on one device, under one protocol.

    change_delay_s   (n,) for each true change; inf where none was found
    false_changes    changes stated where none was
    change_event_s   (n,) the same of the transitions among the events
    turn_onset_s     (n,) error of each true turn's onset; inf where none was found; turn_rad: how far it turned
    false_turns      turns stated in the midst of a stretch of going forward or backward: bends, or none at all
    alarms           how many stumbles and falls were stated
    others           whether the same person's other recordings teach enough to be of use
    cadence_spm      (n, 2) true and stated, for each even bout of 4 s or more; stated NaN where none came
    reference_spm    (n, 2) of the same bouts: the truth, and a second reference with nothing of the first in it
    contact_s        (n, 2) true and stated duration of each contact, NaN where none was stated
    flight_s         (n, 2) the same for flights
    distance_m       {direction: (true, stated)}
    """

    source: str
    person: str
    name: str
    placement: Placement
    device: str
    protocol: Protocol
    placement_told: bool
    steady: bool
    duration_s: float
    took_s: float
    seconds: Seconds
    change_delay_s: FloatArray
    change_event_s: FloatArray
    false_changes: int
    turn_onset_s: FloatArray
    turn_rad: FloatArray
    false_turns: int
    cadence_spm: FloatArray
    reference_spm: FloatArray
    contact_s: FloatArray
    flight_s: FloatArray
    distance_m: dict[Direction, tuple[float, float]] = field(default_factory=dict)
    alarms: dict[EventKind, int] = field(default_factory=dict)
    others: bool = False


def judge(
    trial: Trial,
    device: Device,
    protocol: Protocol,
    placement_told: bool = True,
    others: tuple[Lesson, ...] = (),
) -> Verdict | None:
    """None where the trial does not hold the stretches that the protocol tells the engine of.

    others  what the same person's other recordings taught; told only where the protocol says so
    """
    labels = calibration(trial.stretches, protocol)
    if labels is None:
        return None
    recording = wear(trial, device)
    began = time.perf_counter()
    options = Options(
        placement=trial.placement if placement_told else None, lessons=others if protocol in BY_OTHERS else ()
    )
    analysis = analyse(recording, labels, options)
    took_s = time.perf_counter() - began
    bouts = analysis.bouts
    true_changes = untold(trial.changes, labels)
    delays, false_changes = changes(true_changes, bouts)
    contact_s, flight_s = durations(trial, analysis)
    turns = [s for s in trial.stretches if s.direction is Direction.TURNING and s.length_s >= SHORTEST_TURN_S]
    return Verdict(
        source=trial.source,
        person=trial.person,
        name=trial.name,
        placement=trial.placement,
        device=device.name,
        protocol=protocol,
        placement_told=placement_told,
        steady=trial.steady,
        duration_s=recording.duration_s,
        took_s=took_s,
        seconds=seconds(trial.stretches, bouts, labels),
        change_delay_s=delays,
        change_event_s=changes_told(true_changes, analysis.events),
        false_changes=false_changes,
        turn_onset_s=np.array([turn_onset(turn, bouts, analysis.events) for turn in turns]),
        turn_rad=np.array([abs(turn.turned_rad) for turn in turns]),
        false_turns=false_turns(trial.stretches, analysis.events),
        cadence_spm=cadences(trial, analysis.steps.contact_s),
        reference_spm=cadences(trial, trial.swing_s) if len(trial.swing_s) else np.zeros((0, 2)),
        contact_s=contact_s,
        flight_s=flight_s,
        distance_m={way: (true, stated_distance(analysis, way)) for way, true in trial.distance_m.items()},
        alarms={kind: sum(event.kind is kind for event in analysis.events) for kind in ALARMS},
        others=bool(others),
    )


def seconds(stretches: Sequence[Stretch], bouts: Sequence[Bout], labels: Sequence[Label] = ()) -> Seconds:
    """Whole seconds, centred in their stretches, that no label told of; what is said for most of one counts."""
    cells = [
        (start, stretch)
        for stretch in stretches
        for start in stretch.start_s + 0.5 * (stretch.length_s % 1.0) + np.arange(math.floor(stretch.length_s))
        if not any(label.start_s < start + 1.0 and start < label.end_s for label in labels)
    ]
    starts = np.array([start for start, _ in cells])
    looks = starts[:, None] + (np.arange(LOOKS_A_SECOND) + 0.5) / LOOKS_A_SECOND
    which = np.searchsorted([bout.end_s for bout in bouts], looks.ravel(), side="right").reshape(looks.shape)
    which = np.minimum(which, len(bouts) - 1)
    ways = np.array([DIRECTIONS.index(bout.direction) for bout in bouts])
    gaits = np.array([GAITS.index(bout.gait) for bout in bouts])
    sure = np.array([bout.confidence for bout in bouts])
    count = len(cells)
    said = np.full(count, DIRECTIONS.index(Direction.UNKNOWN))
    said_gait = np.full(count, GAITS.index(Gait.NONE))
    confidence = np.full(count, np.nan)
    for k in range(count if bouts else 0):
        said[k] = np.bincount(ways[which[k]]).argmax()
        said_gait[k] = np.bincount(gaits[which[k]]).argmax()
        confidence[k] = sure[which[k]][ways[which[k]] == said[k]].mean()
    return Seconds(
        np.array([DIRECTIONS.index(s.direction) for _, s in cells], dtype=np.int64),
        np.array([NO_GAIT_LABEL if s.gait is None else GAITS.index(s.gait) for _, s in cells], dtype=np.int64),
        said.astype(np.int64),
        said_gait.astype(np.int64),
        confidence,
        np.array([s.length_s for _, s in cells]),
    )


def untold(true: Sequence[Change], labels: Sequence[Label]) -> tuple[Change, ...]:
    """The changes that lie a second or more away from everything the engine was told."""
    return tuple(
        change
        for change in true
        if not any(label.start_s - 1.0 < change.late_s and change.early_s < label.end_s + 1.0 for label in labels)
    )


def changes(true: Sequence[Change], bouts: Sequence[Bout]) -> tuple[FloatArray, int]:
    """How far from each true change the engine states the same change to be complete (0: within it), and how many
    it states that are none. What lies between forward and backward (a stop, a turn, unknown) does not matter."""
    moves = [bout for bout in bouts if bout.direction in MOVES]
    stated = [
        (after.start_s, before.direction, after.direction)
        for before, after in pairwise(moves)
        if before.direction is not after.direction
    ]
    delays = []
    for change in true:
        near = [_away(at, change) for at, was, becomes in stated if (was, becomes) == (change.before, change.after)]
        best = min(near, default=math.inf)
        delays.append(best if best <= CHANGE_REACH_S else math.inf)
    false = sum(
        not any((was, becomes) == (c.before, c.after) and _away(at, c) <= CHANGE_REACH_S for c in true)
        for at, was, becomes in stated
    )
    return np.array(delays), false


def _away(at_s: float, change: Change) -> float:
    return max(change.early_s - at_s, at_s - change.late_s, 0.0)


def changes_told(true: Sequence[Change], events: Sequence[Event]) -> FloatArray:
    """(n,) how far from each true change a transition of the same directions is told; inf where none is."""
    told = [event for event in events if event.kind is EventKind.TRANSITION]

    def nearest(change: Change) -> float:
        same = [e for e in told if (e.before, e.after) == (change.before, change.after)]
        best = min((min(_away(e.start_s, change), _away(e.end_s, change)) for e in same), default=math.inf)
        return best if best <= CHANGE_REACH_S else math.inf

    return np.array([nearest(change) for change in true])


def turn_onset(turn: Stretch, bouts: Sequence[Bout], events: Sequence[Event] = ()) -> float:
    """Seconds between the true onset of a turn and the stated one nearest; inf where no turn is stated around it.

    A turn is stated as an event; where there is none around it, a bout of turning will do.
    """

    def near(stated: Sequence[Event | Bout]) -> float:
        return min(
            (
                abs(one.start_s - turn.start_s)
                for one in stated
                if one.start_s <= turn.end_s + TURN_REACH_S and one.end_s >= turn.start_s - TURN_REACH_S
            ),
            default=math.inf,
        )

    told = near([event for event in events if event.kind is EventKind.TURN])
    return told if math.isfinite(told) else near([bout for bout in bouts if bout.direction is Direction.TURNING])


def false_turns(stretches: Sequence[Stretch], events: Sequence[Event]) -> int:
    """Turns told in the midst of a stretch that the labels call going forward or backward: bends, or none at all."""
    return sum(
        event.kind is EventKind.TURN
        and any(s.start_s < event.start_s and event.end_s < s.end_s for s in stretches if s.direction in MOVES)
        for event in events
    )


def cadences(trial: Trial, stated_s: FloatArray) -> FloatArray:
    """(n, 2) true and stated steps a minute of each forward or backward stretch of 4 s or more with even truth.

    The engine states contacts of either foot, wherever the sensor sits.
    """
    if not trial.steady or not len(trial.contact_s):
        return np.zeros((0, 2))
    feet = 2.0 if trial.one_foot else 1.0
    found = []
    for stretch in trial.stretches:
        if stretch.direction not in MOVES or stretch.length_s < CADENCE_BOUT_S:
            continue
        true = within(trial.contact_s, stretch.start_s, stretch.end_s)
        if len(true) < FEWEST_CONTACTS or not even(true, trial.one_foot):
            continue
        stated = between(true, stated_s)
        found.append((feet * rate_per_minute(true), rate_per_minute(stated)))
    return np.array(found).reshape(-1, 2)


def even(contact_s: FloatArray, one_foot: bool) -> bool:
    """Whether the truth holds every contact: no stride of a foot is much longer than the one before or after it, nor a
    step of both feet nearly twice as long."""
    feet = (contact_s,) if one_foot else (contact_s[::2], contact_s[1::2])
    gaps = [(np.diff(foot), UNEVEN_STRIDE) for foot in feet]
    gaps.append((np.diff(contact_s), UNEVEN_STRIDE if one_foot else UNEVEN_STEP))
    return all(np.all(np.maximum(g[1:] / g[:-1], g[:-1] / g[1:]) < limit) for g, limit in gaps)


def within(contact_s: FloatArray, start_s: float, end_s: float) -> FloatArray:
    return contact_s[(contact_s >= start_s) & (contact_s <= end_s)]


def between(true: FloatArray, stated: FloatArray) -> FloatArray:
    """The stated contacts that belong to the true ones, from half a step before the first to half a step after the
    last: edges of labels cut steps in two, and a fixed delay shall cost nothing."""
    return within(stated, true[0] - 0.5 * (true[1] - true[0]), true[-1] + 0.5 * (true[-1] - true[-2]))


def rate_per_minute(contact_s: FloatArray) -> float:
    """Slope of the least-squares line of contact number over time: every contact counts, not only the outermost two,
    which are each good to a frame or two. NaN below two contacts."""
    if len(contact_s) < 2:
        return math.nan
    number = np.arange(len(contact_s)) - 0.5 * (len(contact_s) - 1)
    return float(60.0 * (number @ number) / (number @ contact_s))


def durations(trial: Trial, analysis: Analysis) -> tuple[FloatArray, FloatArray]:
    """(n, 2) true and stated contact times and flight times. A stated contact belongs to the true one that began within
    half a step of it; flight is from off to the next contact."""
    if not len(trial.off_s):
        return np.zeros((0, 2)), np.zeros((0, 2))
    steps = analysis.steps
    contacts, flights = [], []
    reach_s = 0.5 * float(np.median(np.diff(trial.contact_s)))
    for k, (on, off) in enumerate(zip(trial.contact_s, trial.off_s, strict=True)):
        near = int(np.argmin(np.abs(steps.contact_s - on))) if len(steps.contact_s) else -1
        found = near >= 0 and abs(steps.contact_s[near] - on) < reach_s
        stated_off = float(steps.off_s[near]) if found else math.nan
        contacts.append((off - on, stated_off - steps.contact_s[near] if found else math.nan))
        if k + 1 < len(trial.contact_s):
            followed = found and near + 1 < len(steps.contact_s)
            flights.append(
                (trial.contact_s[k + 1] - off, steps.contact_s[near + 1] - stated_off if followed else math.nan)
            )
    return np.array(contacts).reshape(-1, 2), np.array(flights).reshape(-1, 2)


def stated_distance(analysis: Analysis, way: Direction) -> float:
    return next((m.value for m in analysis.metrics if m.key == "distance_m" and m.direction is way), math.nan)
