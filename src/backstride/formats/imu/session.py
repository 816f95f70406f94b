"""Streams from one or several tables made into one Recording on one clock."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from backstride.errors import BadFile
from backstride.formats.clock import repair
from backstride.formats.imu.streams import Stream
from backstride.formats.times import EPOCH, moment, sensible, time_in_name
from backstride.message import say
from backstride.recording import SIGNALS, About, FloatArray, Loss, Note, Pause, Placement, Recording, Signal

_PLACEMENTS: tuple[tuple[str, Placement], ...] = (
    ("foot", Placement.FOOT), ("shoe", Placement.FOOT), ("shank", Placement.SHANK), ("tibia", Placement.SHANK),
    ("ankle", Placement.SHANK), ("pocket", Placement.POCKET), ("thigh", Placement.POCKET), ("waist", Placement.WAIST),
    ("sacrum", Placement.WAIST), ("pelvis", Placement.WAIST), ("lumbar", Placement.WAIST), ("belt", Placement.WAIST),
    ("chest", Placement.CHEST), ("sternum", Placement.CHEST), ("wrist", Placement.WRIST), ("watch", Placement.WRIST),
    ("hand", Placement.HAND), ("head", Placement.HEAD),
)  # fmt: skip
_FAST = ("acceleration", "angular_rate", "magnetic_field")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says besides its samples. epoch_s is the moment of stamp `zero_s`, NaN where unknown."""

    format: str
    name: str
    device: str = ""
    epoch_s: float = math.nan
    zero_s: float = math.nan
    placement: Placement = Placement.UNKNOWN
    time_zone: str = ""
    pauses: tuple[Pause, ...] = ()
    notes: tuple[Note, ...] = ()
    dropped: int = 0
    skipped_bytes: int = 0
    simulated: bool = False
    totals: dict[str, float] = field(default_factory=dict)


def placement_in(text: str) -> Placement:
    """Where the sensor sat, if a file name or a remark says so in English."""
    lower = text.lower()
    return next((where for word, where in _PLACEMENTS if word in lower), Placement.UNKNOWN)


def recording(streams: Sequence[Stream], facts: Facts) -> Recording:
    """One recording: clocks repaired, gravity put back where an app took it out, the first stamp at 0.

    Streams that share one stamps array share its repair. Raises BadFile where nothing usable is left.
    """
    notes = list(facts.notes)
    signals = _signals(_with_gravity(streams, notes), notes)
    if not signals:
        raise BadFile(say("{name} holds no samples that can be used.", name=facts.name))
    zero_s = min(float(signal.time_s[0]) for signal in signals.values())
    start, known = _start(facts, zero_s, notes)
    # Signals of one clock keep sharing one array: half the memory, and writers see that the clock is the same.
    clocks = {id(signal.time_s): signal.time_s - zero_s for signal in signals.values()}
    shifted = {
        name: Signal(clocks[id(signal.time_s)], signal.values, signal.unit, signal.axes)
        for name, signal in signals.items()
    }
    kept = max(len(signal) for signal in signals.values())
    about = About(
        format=facts.format,
        device=facts.device,
        placement=facts.placement if facts.placement is not Placement.UNKNOWN else placement_in(facts.name),
        time_zone=facts.time_zone,
        pauses=tuple(Pause(pause.start_s - zero_s, pause.end_s - zero_s) for pause in facts.pauses),
        totals=facts.totals,
        repairs=_once(notes),
        loss=_loss(facts, kept),
        start_known=known,
        simulated=facts.simulated,
    )
    return Recording(start, shifted, about)


def _once(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Notes without repetition: several sensors of one phone often need the same mending."""
    seen: dict[tuple[str, str], Note] = {}
    for note in notes:
        seen.setdefault((note.code, str(note.message)), note)
    return tuple(seen.values())


def _loss(facts: Facts, kept: int) -> Loss | None:
    if not facts.dropped:
        return None
    message = say("Damaged rows, left out: {lost}; rows read: {kept}.", lost=facts.dropped, kept=kept)
    return Loss(message, kept, facts.dropped, facts.skipped_bytes)


def _signals(streams: Sequence[Stream], notes: list[Note]) -> dict[str, Signal]:
    found: dict[str, Signal] = {}
    clocks: dict[int, list[Stream]] = {}
    for stream in streams:
        clocks.setdefault(id(stream.stamps_s), []).append(stream)
    for group in clocks.values():
        stacked = np.column_stack([stream.values for stream in group])
        fast = any(stream.signal in _FAST for stream in group)
        finite = np.isfinite(group[0].stamps_s)
        if not finite.any():
            continue
        clock = repair(group[0].stamps_s, stacked if _has_twins(group[0].stamps_s) else None, even=fast)
        notes += clock.notes
        for stream in group:
            signal = _signal(stream, clock.time_s, stream.values[clock.rows])
            if signal is not None and stream.signal not in found:
                found[stream.signal] = signal
    return found


def _has_twins(stamps_s: FloatArray) -> bool:
    ordered = np.sort(stamps_s)
    return bool((np.diff(ordered) == 0).any())


def _signal(stream: Stream, time_s: FloatArray, values: FloatArray) -> Signal | None:
    """A signal of the rows that hold it. Slow ones repeated on every row of a fast table keep their changes."""
    known = np.isfinite(values) if values.ndim == 1 else np.isfinite(values).all(axis=1)
    if stream.signal not in _FAST and not stream.signal.startswith("developer.") and len(values) > 2:
        rate = (len(time_s) - 1) / max(1e-9, float(time_s[-1] - time_s[0]))
        if rate > 5:
            changes = np.concatenate(([True], (np.diff(values, axis=0) != 0).reshape(len(values) - 1, -1).any(axis=1)))
            second = np.floor(time_s)
            known &= changes | np.concatenate(([True], np.diff(second) != 0))
    if not known.any():
        return None
    kind = SIGNALS.get(stream.signal)
    axes = kind.axes if kind else ("x", "y", "z") if values.ndim == 2 else ()
    unit = kind.unit if kind else "m/s2"
    if known.all():
        return Signal(time_s, np.ascontiguousarray(values), unit, axes)
    return Signal(time_s[known], np.ascontiguousarray(values[known]), unit, axes)


def _with_gravity(streams: Sequence[Stream], notes: list[Note]) -> list[Stream]:
    """Acceleration as an accelerometer feels it. Apps that split off gravity get it added back; without it the motion
    part is kept under a name of its own, because orientation cannot be found from it."""
    by_name = {stream.signal: stream for stream in reversed(streams)}
    rest = [stream for stream in streams if stream.signal not in ("linear", "gravity")]
    linear, gravity = by_name.get("linear"), by_name.get("gravity")
    if linear is None or "acceleration" in by_name:
        return rest
    if gravity is None:
        notes.append(Note("no-gravity", say("The acceleration was recorded without gravity.")))
        return [*rest, Stream("developer.linear_acceleration", linear.stamps_s, linear.values)]
    if linear.stamps_s is gravity.stamps_s:
        total = linear.values + gravity.values
    else:
        order = np.argsort(gravity.stamps_s, kind="stable")
        at, down = gravity.stamps_s[order], gravity.values[order]
        fine = np.isfinite(at) & np.isfinite(down).all(axis=1)
        if not fine.any():
            return rest
        total = linear.values + np.column_stack(
            [np.interp(linear.stamps_s, at[fine], down[fine, axis]) for axis in range(3)]
        )
    notes.append(Note("gravity-added", say("Acceleration without gravity and gravity were added up.")))
    return [*rest, Stream("acceleration", linear.stamps_s, total)]


def _start(facts: Facts, zero_s: float, notes: list[Note]) -> tuple[datetime, bool]:
    """(start, whether the file states it)."""
    epoch_s = facts.epoch_s if math.isnan(facts.zero_s) else facts.epoch_s + zero_s - facts.zero_s
    if sensible(epoch_s):
        return moment(epoch_s), True
    guessed = time_in_name(facts.name)
    if guessed is None:
        return EPOCH, False
    notes.append(Note("start-from-name", say("The start was taken from the file name and read as UTC; it is a guess.")))
    return guessed, True
