"""Garmin's Training Center XML, version 2, as Garmin, Polar, Huawei, Suunto, Strava and others write it.

One recording per activity. A lap's tracks are stretches with the timer running. An activity without any track point, as
some indoor devices export it, is read from its laps alone.
"""

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

from backstride.errors import BadFile
from backstride.formats.times import moment, parse_time
from backstride.formats.track import Points, loss_of, number, sport_of, track
from backstride.formats.xmlstream import looks_like, read_xml
from backstride.message import say
from backstride.recording import About, Lap, Note, Pause, Recording, Signal

_FIELDS = {
    "time": "time",
    "latitudedegrees": "lat",
    "longitudedegrees": "lon",
    "altitudemeters": "elevation",
    "distancemeters": "distance",
    "cadence": "cadence",
    "runcadence": "cadence",
    "speed": "speed",
    "watts": "power",
}
_LAP_TEXTS = ("totaltimeseconds", "distancemeters", "calories", "intensity", "triggermethod", "notes")
_SHORTEST_PAUSE_S = 5.0
_FURTHEST_S = 7 * 86_400.0


@dataclass(slots=True)
class _Activity:
    """One activity being read."""

    sport: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    laps: list[dict[str, str]] = field(default_factory=list)
    points: Points = field(default_factory=Points)


@dataclass(slots=True)
class _Document:
    """What has been read so far; `path` holds the open elements that matter."""

    activities: list[_Activity] = field(default_factory=list)
    courses: int = 0
    in_lap: bool = False
    in_creator: bool = False
    in_heart: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "trackpoint":
            if not self.activities:
                self.activities.append(_Activity())
            self.activities[-1].points.begin()
            self.in_heart = False
        elif name == "heartratebpm":
            self.in_heart = True
        elif name == "activity":
            self.activities.append(_Activity(sport_of(attributes.get("Sport", ""))))
            self.in_lap = False
        elif name == "lap" and self.activities:
            self.activities[-1].laps.append({"starttime": attributes.get("StartTime", "")})
            self.in_lap = True
        elif name == "track" and self.activities:
            self.activities[-1].points.cut()
        elif name == "creator":
            self.in_creator = True
        elif name == "course":
            self.courses += 1

    def end(self, name: str, text: str) -> None:
        activity = self.activities[-1] if self.activities else None
        if activity is None:
            return
        if activity.points.open:
            self._point(activity.points, name, text)
        elif name == "lap":
            self.in_lap = False
        elif name == "creator":
            self.in_creator = False
        elif text and self.in_lap and name in _LAP_TEXTS:
            activity.laps[-1].setdefault(name, text)
        elif text and self.in_creator and name == "name":
            activity.texts.setdefault("device", text)
        elif text and not self.in_lap and name in ("id", "notes"):
            activity.texts.setdefault(name, text)

    def _point(self, points: Points, name: str, text: str) -> None:
        if name == "trackpoint":
            points.finish()
        elif name == "heartratebpm":
            self.in_heart = False
        elif text and name == "value":
            if self.in_heart:
                points.add("heart_rate", text)
        elif text and name in _FIELDS:
            points.add(_FIELDS[name], text)


def sniff(data: bytes) -> bool:
    """Whether the bytes begin like a TCX document."""
    return looks_like(data, b"TrainingCenterDatabase")


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording per activity. Raises BadFile where no activity holds a timed point or lap, and for a DTD."""
    document = _Document()
    wrap = b"<TrainingCenterDatabase><Activities><Activity><Lap><Track>"
    damage = read_xml(data, document, sample=b"<Trackpoint", wrap=wrap)
    for activity in document.activities:
        activity.points.discard()
    loss = loss_of(damage, (activity.points for activity in document.activities))
    recordings = []
    for activity in document.activities:
        if "time" in activity.points.fields:
            recordings.append(_recorded(activity))
        elif any(math.isfinite(parse_time(lap["starttime"])) for lap in activity.laps):
            recordings.append(_summarised(activity))
    if not recordings:
        raise BadFile(
            say(
                "{name} holds no activity with times (planned courses: {courses}); a recorded activity was expected.",
                name=name,
                courses=document.courses,
            )
        )
    return tuple(Recording(one.start, one.signals, replace(one.about, loss=loss)) for one in recordings)


def _recorded(activity: _Activity) -> Recording:
    starts = [parse_time(lap["starttime"]) for lap in activity.laps]
    found = track(activity.points, activity.sport, begin_s=min(starts, default=math.nan))
    end_s = found.stretches[-1][1]
    pairs = pairwise(found.stretches)
    usual_s = _usual_step_s(found.signals)
    longest = max(_SHORTEST_PAUSE_S, 2 * usual_s)
    pauses = tuple(Pause(one[1], two[0]) for one, two in pairs if two[0] - one[1] > longest)
    about = _about(activity, _laps(activity, found.start_s, end_s), found.notes)
    return Recording(moment(found.start_s), found.signals, replace(about, pauses=pauses))


def _usual_step_s(signals: dict[str, Signal]) -> float:
    rates = [signal.rate_hz for signal in signals.values() if len(signal) > 2]
    return 1 / max(rates) if rates else 1.0


def _summarised(activity: _Activity) -> Recording:
    """An activity of laps without points: nothing was sampled, but time and distance are known."""
    starts = [parse_time(lap["starttime"]) for lap in activity.laps]
    start_s = min(start for start in starts if math.isfinite(start))
    note = Note("no-samples", say("The file holds laps only, no samples."))
    return Recording(moment(start_s), {}, _about(activity, _laps(activity, start_s, math.inf), (note,)))


def _laps(activity: _Activity, start_s: float, end_s: float) -> tuple[Lap, ...]:
    """Laps in order. A lap lasts to the next one's start; the last as long as it says, or to the last sample."""
    rows = [(parse_time(lap["starttime"]) - start_s, lap) for lap in activity.laps]
    # A lap of another day is a broken clock, and would make a recording of a minute last for years.
    latest_s = (end_s if math.isfinite(end_s) else 0.0) + _FURTHEST_S
    rows = sorted(((at, lap) for at, lap in rows if 0 <= at <= latest_s), key=lambda row: row[0])
    laps = []
    for index, (at, lap) in enumerate(rows):
        length = min(number(lap.get("totaltimeseconds", "")), _FURTHEST_S)
        stated = at + length if length >= 0 else at
        if index + 1 < len(rows):
            # A pause at the lap's end belongs to no lap, so long as the device states the lap's time.
            end = rows[index + 1][0] if not length >= 0 else min(max(stated, at), rows[index + 1][0])
        else:
            end = max(stated, end_s) if math.isfinite(end_s) else stated
        name = lap.get("notes", "")
        laps.append(Lap(at, max(at, end), name, number(lap.get("distancemeters", "")), _word(lap)))
    return tuple(laps)


def _word(lap: dict[str, str]) -> str:
    return lap.get("triggermethod", "").lower()


def _about(activity: _Activity, laps: tuple[Lap, ...], notes: tuple[Note, ...]) -> About:
    totals = {}
    for key, name in (("distance_m", "distancemeters"), ("timer_s", "totaltimeseconds"), ("energy_kcal", "calories")):
        values = [number(lap.get(name, "")) for lap in activity.laps]
        known = [value for value in values if math.isfinite(value)]
        if known and sum(known) > 0:
            totals[key] = sum(known)
    return About(
        format="TCX",
        device=activity.texts.get("device", ""),
        sport=activity.sport,
        notes=activity.texts.get("notes", ""),
        laps=laps,
        totals=totals,
        repairs=notes,
    )
