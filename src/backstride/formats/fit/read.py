"""From messages to recordings: one recording per session."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

import numpy as np

from backstride.errors import BadFile
from backstride.formats.fit import names
from backstride.formats.fit.beats import beats_of
from backstride.formats.fit.clock import LARGEST_STAMP, SMALLEST_DATE, UNIX_OF_FIT_EPOCH, Timeline, stamps_of, timeline
from backstride.formats.fit.decode import Decoded, FitFile, decode
from backstride.formats.fit.layout import MAGIC, starts_with_file_id
from backstride.formats.fit.motion import Samples, motion_of
from backstride.formats.fit.samples import Column, as_turns, columns_of, sampled
from backstride.formats.fit.sessions import Facts, Session, facts_of, laps_and_plan, pauses_of, sessions_of
from backstride.formats.times import EPOCH
from backstride.message import Message, say
from backstride.recording import About, FloatArray, Loss, Note, Recording, Signal

_FORMAT = "FIT"
# A session that claims to begin longer than this before its first sample does not.
_LARGEST_LEAD_S = 6 * 3600


def sniff(data: bytes) -> bool:
    """Whether the bytes begin like a FIT file: with its header, or with the message that comes first in every file."""
    if data[8:12] == MAGIC:
        return True
    return any(starts_with_file_id(data, start) for start in (0, 12, 14))


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """All sessions of a file, in order. Raises BadFile when it holds none. `name` is not looked at."""
    decoded = decode(data)
    found = [recording for file in decoded.files for recording in _recordings(file, decoded.loss)]
    if not found:
        raise BadFile(_why_none(decoded, data))
    return tuple(found)


def _why_none(decoded: Decoded, data: bytes) -> Message:
    kinds = [kind for file in decoded.files for kind in file.messages("file_id").scalars("type")]
    words = [names.FILE_KINDS[int(kind)] for kind in kinds if kind in names.FILE_KINDS]
    if not any(file.count for file in decoded.files):
        if not sniff(data):
            return say("this is no FIT file: .FIT was expected at byte 8, {found} came", found=repr(data[8:12]))
        return say("this FIT file of {size} bytes holds no readable message", size=len(data))
    if words and words[0] != "activity":
        return say("this FIT file holds {kind} data, not an activity: export the activity itself", kind=words[0])
    return say("this FIT file holds no session and no samples")


@dataclass(frozen=True, eq=False)
class _Content:
    """Everything with a time in one file. Times are seconds since the FIT epoch."""

    when: Timeline
    samples: Mapping[str, Column]
    others: Mapping[str, Samples]
    notes: tuple[Note, ...]


def _recordings(file: FitFile, loss: Loss | None) -> list[Recording]:
    sessions = sessions_of(file)
    content = _content(file)
    has_samples = len(content.when.time_s) > 0 or bool(content.others)
    if not has_samples and not sessions[0].is_stated:
        return []
    facts = facts_of(file)
    return [_recording(facts, session, content, loss) for session in sessions]


def _content(file: FitFile) -> _Content:
    records = file.messages("record")
    stamps = stamps_of(file, records)
    notes: list[Note] = []
    if len(stamps) and np.isnan(stamps).all():
        created = next(iter(file.messages("file_id").scalars("time_created")), np.nan)
        dated = SMALLEST_DATE <= created < LARGEST_STAMP
        stamps = (created if dated else 0.0) + np.arange(len(stamps), dtype=np.float64)
        notes.append(Note("no-time-stamps", say("the samples carry no time; one a second was assumed")))
    when = timeline(stamps)
    motion, motion_notes = motion_of(file)
    others = {
        name: samples
        for name, samples in {**motion, **beats_of(file, stamps)}.items()
        if samples.time_s[0] >= 0 and samples.time_s[-1] < 2 * LARGEST_STAMP
    }
    samples = sampled(columns_of(file), when) if len(records) else {}
    return _Content(when, samples, others, (*notes, *when.repairs, *motion_notes))


def _recording(facts: Facts, session: Session, content: _Content, loss: Loss | None) -> Recording:
    origin = _origin(session, content)
    start_known = origin >= SMALLEST_DATE
    signals = _signals(content, session, origin)
    laps, plan = laps_and_plan(facts, session, origin)
    about = About(
        format=_FORMAT,
        device=facts.device,
        sport=session.sport_name,
        name=facts.workout or session.name or facts.profile,
        time_zone=facts.time_zone,
        laps=laps,
        plan_steps=plan,
        pauses=pauses_of(facts, session, origin),
        totals=session.totals,
        repairs=content.notes,
        loss=loss,
        start_known=start_known,
    )
    seconds = origin + UNIX_OF_FIT_EPOCH if start_known else 0.0
    return Recording(EPOCH + timedelta(seconds=seconds), signals, about)


def _origin(session: Session, content: _Content) -> float:
    """The recording's time 0: the stated start, unless samples begin before it or far after it."""
    clocks = [content.when.time_s, *(samples.time_s for samples in content.others.values())]
    firsts = []
    for clock in clocks:
        at, stop = np.searchsorted(clock, (session.since, session.until))
        if at < stop:
            firsts.append(float(clock[at]))
    earliest = min(firsts, default=session.start if isfinite(session.start) else 0.0)
    return session.start if 0 <= earliest - session.start <= _LARGEST_LEAD_S else earliest


def _signals(content: _Content, session: Session, origin: float) -> dict[str, Signal]:
    found: dict[str, Signal] = {}
    first, last = np.searchsorted(content.when.time_s, (session.since, session.until))
    time_s: FloatArray = content.when.time_s[first:last] - origin
    for name, column in content.samples.items():
        values = column.values[first:last]
        if np.isnan(values).all():
            continue
        if name == "cadence" and not session.has_strides:
            found["developer.turns"] = Signal(time_s, as_turns(values), "1/min")
        else:
            found[name] = Signal(time_s, values, column.unit, column.axes)
    for name, samples in content.others.items():
        first, last = np.searchsorted(samples.time_s, (session.since, session.until))
        values = samples.column.values[first:last]
        if last > first and not np.isnan(values).all():
            time_s = samples.time_s[first:last] - origin
            found[name] = Signal(time_s, values, samples.column.unit, samples.column.axes)
    return found
