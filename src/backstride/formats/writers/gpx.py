"""GPX 1.1 of the positions, with heart rate and more as Garmin's TrackPointExtension, and the direction."""

from datetime import timedelta
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from backstride.errors import NotAllowed
from backstride.formats.writers.kept import SIMULATED, Kept
from backstride.formats.writers.wide import direction_at
from backstride.message import say
from backstride.recording import FloatArray, Recording

_NEAREST_S = 1.5
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gpx version="1.1" creator={creator} xmlns="http://www.topografix.com/GPX/1/1"\n'
    ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v2" xmlns:backstride="urn:backstride:gpx:1">\n'
    " <trk>\n  <name>{name}</name>\n  <desc>{notes}</desc>\n  <type>{sport}</type>\n"
)
# Signal, element, factor, format. Garmin's cadence counts one foot.
_EXTENSIONS = (
    ("temperature", "atemp", 1.0, "{:.1f}"),
    ("heart_rate", "hr", 1.0, "{:.0f}"),
    ("cadence", "cad", 0.5, "{:.0f}"),
    ("speed", "speed", 1.0, "{:.3f}"),
)


def write_gpx(kept: Kept) -> bytes:
    """The track, a segment for every stretch between pauses. Raises NotAllowed where there is no position."""
    recording = kept.recording
    position = recording.signals.get("position")
    if position is None or not np.isfinite(position.values).all(axis=1).any():
        raise NotAllowed(
            say("This recording has no positions, so it cannot become a GPX track. Choose CSV, Parquet or JSON.")
        )
    known = np.isfinite(position.values).all(axis=1)
    time_s, place = position.time_s[known], position.values[known]
    points = _points(recording, time_s, place, direction_at(time_s, kept.analysis.bouts))
    stops = np.array([pause.start_s for pause in recording.about.pauses])
    segment = np.searchsorted(np.sort(stops), time_s, side="left")
    parts = np.split(np.arange(len(points)), np.flatnonzero(np.diff(segment)) + 1)
    about = recording.about
    head = _HEAD.format(
        creator=quoteattr(SIMULATED if about.simulated else "backstride"),
        name=escape(_clean(kept.name or about.name)),
        notes=escape(_clean(kept.notes or about.notes)),
        sport=escape(_clean(about.sport)),
    )
    body = "".join("  <trkseg>\n" + "".join(points[at] for at in part) + "  </trkseg>\n" for part in parts)
    return f"{head}{body} </trk>\n</gpx>\n".encode()


def _clean(text: str) -> str:
    """Text without the control characters XML forbids."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n").encode("utf-8", "replace").decode()


def _nearest(recording: Recording, name: str, time_s: FloatArray) -> FloatArray:
    """(n,) the sample of a signal nearest to each time, NaN where none lies within 1.5 s."""
    signal = recording.signals.get(name)
    if signal is None or not len(signal):
        return np.full(len(time_s), np.nan)
    after = np.clip(np.searchsorted(signal.time_s, time_s), 0, len(signal) - 1)
    before = np.maximum(after - 1, 0)
    closer = np.where(np.abs(signal.time_s[before] - time_s) < np.abs(signal.time_s[after] - time_s), before, after)
    near = np.abs(signal.time_s[closer] - time_s) <= _NEAREST_S
    return np.where(near, signal.values[closer], np.nan)


def _points(recording: Recording, time_s: FloatArray, place: FloatArray, directions: list[str]) -> list[str]:
    height = _nearest(recording, "elevation", time_s)
    extensions = [(name, scale, form, _nearest(recording, signal, time_s)) for signal, name, scale, form in _EXTENSIONS]
    lines = []
    for at, second in enumerate(time_s.tolist()):
        when = (recording.start + timedelta(seconds=second)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        ele = f"<ele>{height[at]:.2f}</ele>" if np.isfinite(height[at]) else ""
        inner = "".join(
            f"<gpxtpx:{name}>{form.format(scale * values[at])}</gpxtpx:{name}>"
            for name, scale, form, values in extensions
            if np.isfinite(values[at])
        )
        sensors = f"<gpxtpx:TrackPointExtension>{inner}</gpxtpx:TrackPointExtension>" if inner else ""
        lines.append(
            f'   <trkpt lat="{place[at, 0]:.7f}" lon="{place[at, 1]:.7f}">{ele}<time>{when}</time><extensions>{sensors}'
            f"<backstride:direction>{directions[at]}</backstride:direction></extensions></trkpt>\n"
        )
    return lines
