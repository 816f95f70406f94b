"""The lossless export: JSON with the original file inside, what the person said of it, and everything readable beside.

Reading it back takes the original (base64 of gzip), the labels, the name and the notes; signals, bouts and metrics are
there for other programs and are made anew from the original. NaN is null.
"""

import base64
import binascii
import gzip
import re
from collections.abc import Mapping

import orjson

from backstride.errors import BadFile
from backstride.formats.writers.found import event_json, reasoning_json
from backstride.formats.writers.kept import Exported, Kept
from backstride.formats.zips import gunzip
from backstride.message import Message, say
from backstride.recording import Direction, Label, MetricValue, Placement, Recording

VERSION = 1
_SNIFF = re.compile(rb'\s*\{\s*"backstride"\s*:')


def write_json(kept: Kept) -> bytes:
    """The recording with its original, as UTF-8 JSON."""
    packed = gzip.compress(kept.original, 6, mtime=0)
    document = {
        "backstride": VERSION,
        "name": kept.name,
        "notes": kept.notes,
        "labels": [
            {"start_s": label.start_s, "end_s": label.end_s, "direction": label.direction.value}
            for label in kept.labels
        ],
        "original": {
            "name": kept.original_name,
            "index": kept.part,
            "encoding": "base64 of gzip",
            "data": base64.b64encode(packed).decode(),
        },
        "recording": _recording(kept.recording),
        "analysis": {
            "recipe": kept.analysis.recipe,
            "bouts": [
                {
                    "start_s": bout.start_s,
                    "end_s": bout.end_s,
                    "direction": bout.direction.value,
                    "gait": bout.gait.value,
                    "confidence": bout.confidence,
                }
                for bout in kept.analysis.bouts
            ],
            "events": [event_json(event) for event in kept.analysis.events],
            "steps": {
                "contact_s": kept.analysis.steps.contact_s,
                "off_s": kept.analysis.steps.off_s,
                "side": kept.analysis.steps.side,
            },
            "reasoning": reasoning_json(kept.analysis.reasoning),
            "metrics": [_metric(value) for value in kept.analysis.metrics],
            "quality": [{"code": note.code, "message": str(note.message)} for note in kept.analysis.quality],
        },
    }
    return orjson.dumps(document, option=orjson.OPT_SERIALIZE_NUMPY)


def sniff(data: bytes) -> bool:
    """Whether the bytes begin like a lossless export."""
    return _SNIFF.match(data) is not None


def read_export(data: bytes) -> Exported:
    """The original file and what the person said of it. Raises BadFile for anything that is not a lossless export."""
    try:
        document = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise BadFile(say("The export is not complete JSON ({why}).", why=str(error)[:100])) from error
    version = document.get("backstride") if isinstance(document, dict) else None
    if version != VERSION:
        raise BadFile(
            say(
                "The export has version {version}; version {known} was expected.",
                version=str(version)[:20],
                known=VERSION,
            )
        )
    original = document.get("original")
    if not isinstance(original, dict):
        raise _missing("original")
    name = _text(original, "name")
    part = original.get("index", 0)
    if not isinstance(part, int) or isinstance(part, bool) or not 0 <= part < 100_000:
        raise _missing("original.index")
    try:
        packed = base64.b64decode(_text(original, "data"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadFile(say("The original file inside the export is damaged.")) from error
    content, complete = gunzip(name, packed)
    if not complete:
        raise BadFile(say("The original file inside the export is damaged."))
    labels = document.get("labels", [])
    if not isinstance(labels, list):
        raise _missing("labels")
    return Exported(
        name,
        content,
        part,
        tuple(_label(label) for label in labels),
        _text(document, "name"),
        _text(document, "notes"),
        _placement(document),
    )


def _missing(field: str) -> BadFile:
    return BadFile(say("The export lacks a usable field {field}.", field=field))


def _text(mapping: Mapping[str, object], field: str) -> str:
    found = mapping.get(field, "")
    if not isinstance(found, str):
        raise _missing(field)
    return found


def _placement(document: Mapping[str, object]) -> Placement:
    recording = document.get("recording", {})
    said = recording.get("placement", Placement.UNKNOWN.value) if isinstance(recording, dict) else None
    if not isinstance(said, str) or said not in set(Placement):
        raise _missing("recording.placement")
    return Placement(said)


def _label(found: object) -> Label:
    if not isinstance(found, dict):
        raise _missing("labels")
    start_s, end_s, direction = found.get("start_s"), found.get("end_s"), found.get("direction")
    if not isinstance(start_s, int | float) or not isinstance(end_s, int | float):
        raise _missing("labels")
    if not isinstance(direction, str) or direction not in set(Direction):
        raise _missing("labels")
    return Label(float(start_s), float(end_s), Direction(direction))


def _recording(recording: Recording) -> dict[str, object]:
    about = recording.about
    return {
        "start": recording.start.isoformat(),
        "start_known": about.start_known,
        "duration_s": recording.duration_s,
        "format": about.format,
        "device": about.device,
        "sport": about.sport,
        "name": about.name,
        "notes": about.notes,
        "placement": about.placement.value,
        "simulated": about.simulated,
        "totals": dict(about.totals),
        "laps": [
            {"start_s": lap.start_s, "end_s": lap.end_s, "name": lap.name, "distance_m": lap.distance_m}
            for lap in about.laps
        ],
        "pauses": [{"start_s": pause.start_s, "end_s": pause.end_s} for pause in about.pauses],
        "repairs": [{"code": note.code, "message": str(note.message)} for note in about.repairs],
        "loss": None if about.loss is None else str(about.loss.message),
        "signals": [
            {
                "name": name,
                "unit": signal.unit,
                "axes": list(signal.axes),
                "time_s": signal.time_s,
                "values": signal.values,
            }
            for name, signal in recording.signals.items()
        ],
    }


def _metric(value: MetricValue) -> dict[str, object]:
    return {
        "key": value.key,
        "label": str(value.label),
        "value": value.value,
        "unit": value.unit,
        "low": value.low,
        "high": value.high,
        "grade": value.grade.name.lower(),
        "direction": None if value.direction is None else value.direction.value,
        "spread": _said(value.spread),
        "reason": _said(value.reason),
    }


def _said(message: Message | None) -> str | None:
    return None if message is None else str(message)
