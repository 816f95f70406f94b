"""What `analyse --json` prints and /api/recordings/ID answers: an interface, described in the reference."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

import orjson

from backstride.app.recordings import Shown, Summary
from backstride.formats.writers.found import event_json, reasoning_json
from backstride.recording import About, Analysis, Bout, MetricValue, Recording


def report(name: str, recording: Recording, analysis: Analysis, *, reasoning: bool = False) -> dict[str, object]:
    """One recording of a file as plain values; NaN is None, sentences are English, times are seconds from the start.

    reasoning  whether what was believed of every moment is told too
    """
    signals = [
        {"name": key, "unit": one.unit, "rate_hz": one.rate_hz, "samples": len(one)}
        for key, one in recording.signals.items()
    ]
    made = _head(name, recording.start, recording.duration_s, recording.about)
    made["signals"] = signals
    return _whole(made, recording.about, analysis, reasoning)


def report_kept(shown: Shown, *, reasoning: bool = False) -> dict[str, object]:
    """The same of a recording that is kept, with what is known of it besides."""
    kept = {
        "id": shown.id,
        "name": shown.name,
        "notes": shown.notes,
        "labels": [
            {"start_s": one.start_s, "end_s": one.end_s, "direction": one.direction.value} for one in shown.labels
        ],
        "recipe": shown.recipe,
        "stale": shown.stale or shown.again,
    }
    made = _head(shown.original_name, shown.start, shown.duration_s, shown.about)
    made["signals"] = [
        {"name": one.name, "unit": one.unit, "rate_hz": one.rate_hz, "samples": one.samples} for one in shown.signals
    ]
    found = Analysis(
        shown.recipe, shown.bouts, shown.steps, shown.metrics, shown.quality, shown.events, shown.reasoning
    )
    return kept | _whole(made, shown.about, found, reasoning)


def _head(name: str, start: datetime, duration_s: float, about: About) -> dict[str, object]:
    return {
        "file": name,
        "format": about.format,
        "start": start.isoformat() if about.start_known else None,
        "duration_s": duration_s,
        "device": about.device,
        "placement": about.placement.value,
    }


def _whole(made: dict[str, object], about: About, analysis: Analysis, reasoning: bool) -> dict[str, object]:
    made |= {
        "laps": [
            {
                "start_s": lap.start_s,
                "end_s": lap.end_s,
                "name": lap.name,
                "distance_m": lap.distance_m,
                "trigger": lap.trigger,
            }
            for lap in about.laps
        ],
        "bouts": [_bout(bout) for bout in analysis.bouts],
        "events": [event_json(event) for event in analysis.events],
        "metrics": [_metric(metric) for metric in analysis.metrics],
        "quality": [{"code": note.code, "message": str(note.message)} for note in (*about.repairs, *analysis.quality)],
        "loss": _loss(about),
    }
    if reasoning:
        made["reasoning"] = reasoning_json(analysis.reasoning)
    return {key: _finite(value) for key, value in made.items()}


def report_json(name: str, recording: Recording, analysis: Analysis, *, reasoning: bool = False) -> str:
    """`report` as one line of JSON."""
    return orjson.dumps(report(name, recording, analysis, reasoning=reasoning)).decode()


def kept_json(shown: Shown, *, reasoning: bool = False) -> str:
    """`report_kept` as one line of JSON."""
    return orjson.dumps(report_kept(shown, reasoning=reasoning)).decode()


def summary_json(row: Summary) -> str:
    """A row of the list as one line of JSON."""
    made = {
        "id": row.id,
        "name": row.name,
        "start": row.start.isoformat() if row.start_known else None,
        "duration_s": row.duration_s,
        "sport": row.sport,
        "device": row.device,
        "format": row.format,
        "distance_m": row.distance_m,
        "seconds_by_direction": {direction.value: seconds for direction, seconds in row.by_direction.items()},
        "simulated": row.simulated,
        "loss": row.loss,
        "twin_of": row.twin_of,
    }
    return orjson.dumps({key: _finite(value) for key, value in made.items()}).decode()


def _bout(bout: Bout) -> dict[str, object]:
    return {
        "start_s": bout.start_s,
        "end_s": bout.end_s,
        "direction": bout.direction.value,
        "gait": bout.gait.value,
        "confidence": bout.confidence,
        "evidence": [
            {
                "source": one.source.value,
                "says": one.says.value,
                "confidence": one.confidence,
                "why": str(one.why),
            }
            for one in bout.evidence
        ],
    }


def _metric(metric: MetricValue) -> dict[str, object]:
    return {
        "key": metric.key,
        "label": str(metric.label),
        "value": metric.value,
        "unit": metric.unit,
        "low": metric.low,
        "high": metric.high,
        "grade": metric.grade.name.lower(),
        "direction": metric.direction.value if metric.direction is not None else None,
    }


def _loss(about: About) -> dict[str, object] | None:
    if about.loss is None:
        return None
    return {
        "message": str(about.loss.message),
        "records_kept": about.loss.records_kept,
        "records_lost": about.loss.records_lost,
        "bytes_skipped": about.loss.bytes_skipped,
    }


def _finite(value: object) -> object:
    """The same with None for every float that is no number, numpy's floats as Python's."""
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_finite(entry) for entry in value]
    return value
