"""GPX 1.0 and 1.1 with the extensions in use: Garmin's TrackPointExtension, ClueTrust's gpxdata, Strava's power.

One recording per track. Segments of a track are stretches with the timer running; the time between them is a pause.
Extension elements are known by their names, whoever's namespace they carry.
"""

import math
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from backstride.errors import BadFile
from backstride.formats.times import moment
from backstride.formats.track import Points, Track, loss_of, number, sport_of, track
from backstride.formats.writers.kept import SIMULATED
from backstride.formats.xmlstream import looks_like, read_xml
from backstride.message import say
from backstride.recording import About, Pause, Recording

_FIELDS = {
    "time": "time",
    "ele": "elevation",
    "speed": "speed",
    "course": "course",
    "bearing": "course",
    "hr": "heart_rate",
    "heartrate": "heart_rate",
    "heart_rate": "heart_rate",
    "cad": "cadence",
    "cadence": "cadence",
    "runcadence": "cadence",
    "atemp": "temperature",
    "temp": "temperature",
    "temperature": "temperature",
    "power": "power",
    "watts": "power",
    "powerinwatts": "power",
    "distance": "distance",
    "accuracy_horizontal": "position_accuracy",
}
_SHORTEST_PAUSE_S = 5.0
# FitoTrack writes what it knows into the name: Workout(id=..., start=..., distance=4995.4, comment=..., ...).
_FITOTRACK = re.compile(r"Workout\(id=.*\)", re.DOTALL)


@dataclass(slots=True)
class _Part:
    """One track being read."""

    points: Points = field(default_factory=Points)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Document:
    """What has been read so far."""

    tracks: list[_Part] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    creator: str = ""
    other_points: int = 0
    in_track: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "trkpt":
            if not self.tracks:
                self.tracks.append(_Part())
            self.in_track = True
            points = self.tracks[-1].points
            points.begin()
            points.add("lat", attributes.get("lat", ""))
            points.add("lon", attributes.get("lon", ""))
        elif name == "trk":
            self.tracks.append(_Part())
            self.in_track = True
        elif name == "trkseg" and self.tracks:
            self.tracks[-1].points.cut()
        elif name == "gpx":
            self.creator = attributes.get("creator", "")
        elif name in ("wpt", "rtept"):
            self.other_points += 1

    def end(self, name: str, text: str) -> None:
        points = self.tracks[-1].points if self.in_track else None
        if points is not None and points.open:
            wanted = _FIELDS.get(name)
            if wanted is not None and text:
                points.add(wanted, text)
            elif name == "trkpt":
                points.finish()
        elif name == "trk":
            self.in_track = False
        elif text and name in ("name", "desc", "cmt", "type", "activity", "time"):
            texts = self.tracks[-1].texts if self.in_track else self.texts
            if not self.in_track and self.other_points:
                return
            texts.setdefault(name, text)


def sniff(data: bytes) -> bool:
    """Whether the bytes begin like a GPX document."""
    return looks_like(data, b"gpx")


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording per track with times. Raises BadFile for documents without any, and for a DTD."""
    document = _Document()
    damage = read_xml(data, document, sample=b"<trkpt", wrap=b"<gpx><trk><trkseg>")
    for part in document.tracks:
        part.points.discard()
    filled = [part for part in document.tracks if part.points.count]
    if not filled:
        raise BadFile(
            say(
                "{name} holds no track points (way or route points: {others}); a recorded track was expected.",
                name=name,
                others=document.other_points,
            )
        )
    loss = loss_of(damage, (part.points for part in document.tracks))
    timed = [part for part in filled if "time" in part.points.fields]
    if not timed:
        count = sum(part.points.count for part in filled)
        raise BadFile(
            say("No point in {name} has a time (points: {count}): a route, not a recording.", count=count, name=name)
        )
    recordings = (_recording(document, part, len(timed)) for part in timed)
    return tuple(Recording(one.start, one.signals, replace(one.about, loss=loss)) for one in recordings)


def _recording(document: _Document, part: _Part, tracks: int) -> Recording:
    stated = _fitotrack(document.texts.get("name", ""))
    sport = sport_of(part.texts.get("type") or part.texts.get("activity") or stated.get("workoutTypeId", ""))
    found = track(part.points, sport)
    name = part.texts.get("name") or (stated.get("comment", "") if stated else document.texts.get("name", ""))
    notes = part.texts.get("desc") or part.texts.get("cmt") or document.texts.get("desc", "")
    about = About(
        format="GPX",
        device=document.creator,
        sport=sport,
        name=name.strip(),
        notes=notes.strip(),
        pauses=_pauses(found),
        totals=_totals(stated, found) if tracks == 1 else {},
        repairs=found.notes,
        simulated=SIMULATED in document.creator.lower(),
    )
    return Recording(moment(found.start_s), found.signals, about)


def _pauses(found: Track) -> tuple[Pause, ...]:
    pairs = pairwise(found.stretches)
    return tuple(Pause(one[1], two[0]) for one, two in pairs if two[0] - one[1] > _SHORTEST_PAUSE_S)


def _fitotrack(name: str) -> dict[str, str]:
    if not _FITOTRACK.fullmatch(name):
        return {}
    return dict(re.findall(r"(\w+)=(.*?)(?=, \w+=|\)$)", name, re.DOTALL))


def _totals(stated: dict[str, str], found: Track) -> dict[str, float]:
    """FitoTrack's own totals, where they are plausible beside the track."""
    timer_s = number(stated.get("activeDuration", "")) / 1000
    distance_m = number(stated.get("distance", ""))
    elapsed_s = (number(stated.get("end", "")) - number(stated.get("start", ""))) / 1000
    length_s = found.stretches[-1][1]
    totals = {}
    if 0 < timer_s <= elapsed_s + 1 and elapsed_s + 1 >= length_s:
        totals["timer_s"] = timer_s
    if math.isfinite(distance_m) and distance_m > 0:
        totals["distance_m"] = distance_m
    return totals
