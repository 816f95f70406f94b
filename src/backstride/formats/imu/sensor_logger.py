"""Sensor Logger (Kelvin Choi): a zip of one CSV per sensor with Metadata.csv, or one of those CSVs alone.

Accelerometer.csv is without gravity, Gravity.csv is gravity, TotalAcceleration.csv (Android) is both. Unless the app
was told to standardise, an iPhone reports accelerations with the opposite sign, and the uncalibrated ones in g.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from backstride.errors import BadFile
from backstride.formats.imu.generic import read_plain
from backstride.formats.imu.session import Facts, recording
from backstride.formats.imu.streams import Stream, streams
from backstride.formats.imu.table import Table, as_text, cells, find_layout, read_table
from backstride.formats.zips import Zip, names_in, open_zip
from backstride.message import say
from backstride.recording import Note, Placement, Recording

_METADATA = "Metadata.csv"


@dataclass(frozen=True, slots=True)
class _Source:
    """A table of the app: what its x, y, z are, on which body part, how its columns are renamed, and its rank.

    Of tables that give the same quantity the lowest rank counts.
    """

    stem: str
    bare: str = "acceleration"
    group: str = "phone"
    rename: tuple[tuple[str, str], ...] = ()
    in_g: bool = False
    rank: int = 0


_SPLIT = (
    ("accelerationX", "userAccelerationX"),
    ("accelerationY", "userAccelerationY"),
    ("accelerationZ", "userAccelerationZ"),
)
_SOURCES: tuple[_Source, ...] = (
    _Source("TotalAcceleration"),
    _Source("Accelerometer", "linear"),
    _Source("Gravity", "gravity"),
    _Source("AccelerometerUncalibrated", "acceleration", in_g=True, rank=1),
    _Source("Gyroscope", "angular_rate"),
    _Source("GyroscopeUncalibrated", "angular_rate", rank=1),
    _Source("Magnetometer", "magnetic_field"),
    _Source("MagnetometerUncalibrated", "magnetic_field", rank=1),
    _Source("Location"),
    _Source("Barometer"),
    _Source("HeartRate"),
    _Source("Heart Rate"),
    _Source("WristMotion", group="watch", rename=_SPLIT, in_g=True),
    _Source("Headphone", group="head", rename=_SPLIT, in_g=True),
)  # fmt: skip
_GROUPS: Mapping[str, Placement] = {
    "phone": Placement.UNKNOWN,
    "watch": Placement.WRIST,
    "head": Placement.HEAD,
}


def _source(path: str) -> _Source | None:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return next((source for source in _SOURCES if source.stem == stem), None)


def is_export(names: tuple[str, ...]) -> bool:
    """Whether an archive's files are those of a Sensor Logger export in CSV."""
    stems = {name.rpartition("/")[2] for name in names}
    known = sum(name.lower().endswith(".csv") and _source(name) is not None for name in names)
    return bool(known) and _METADATA in stems


def sniff_zip(data: bytes) -> bool:
    """Whether the bytes are a zip that Sensor Logger wrote."""
    return is_export(names_in(data))


def sniff_csv(data: bytes) -> bool:
    """Whether the bytes are one of the app's tables."""
    layout = find_layout(as_text(data)) if b"seconds_elapsed" in data[:4096] else None
    return layout is not None and {"time", "seconds_elapsed"} <= set(layout.names)


def read_csv(name: str, data: bytes) -> tuple[Recording, ...]:
    """One table alone; its name says what it measures, and nothing says which system wrote it."""
    source = _source(name) or _Source(name)
    table = _renamed(read_table(data), source)
    facts = Facts(format="Sensor Logger", name=name, placement=_GROUPS[source.group])
    return (read_plain(table, facts, bare=source.bare),)


def read_zip(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording of the phone and one of each wearable. Raises BadFile where no table can be read."""
    archive = open_zip(name, data)
    said = _metadata(archive)
    apple = said.get("platform", "").lower().startswith("ios") and said.get("standardisation", "").lower() != "true"
    sources = [(path, source) for path in archive.names if (source := _source(path)) and path.lower().endswith(".csv")]
    notes: list[Note] = []
    recordings = []
    for group, placement in _GROUPS.items():
        chosen = sorted(((path, one) for path, one in sources if one.group == group), key=lambda pair: pair[1].rank)
        found = _read_group(archive, chosen, name, said, apple=apple, placement=placement, notes=notes)
        if found is not None:
            recordings.append(found)
    if not recordings:
        why = str(notes[0].message) if notes else ""
        raise BadFile(say("None of the sensor tables in {name} can be read. {why}", name=name, why=why))
    return tuple(recordings)


def _read_group(
    archive: Zip, sources: list[tuple[str, _Source]], name: str, said: Mapping[str, str], *,
    apple: bool, placement: Placement, notes: list[Note],
) -> Recording | None:  # fmt: skip
    found: dict[str, Stream] = {}
    here: list[Note] = []
    epoch_s, zero_s, dropped, skipped = math.nan, math.nan, 0, 0
    for path, source in sources:
        try:
            table = _renamed(read_table(archive.content(path)), source, in_g=apple and source.in_g)
            part = streams(table, bare=source.bare, sign=-1.0 if apple else 1.0)
        except BadFile as error:
            here.append(Note("table-unread", say("{table} was left out: {why}", table=source.stem, why=str(error))))
            continue
        if math.isnan(epoch_s):
            epoch_s, zero_s = part.epoch_s, float(part.streams[0].stamps_s[0])
        dropped, skipped = dropped + table.dropped, skipped + table.skipped_bytes
        here += part.notes
        for stream in part.streams:
            found.setdefault(stream.signal, stream)
    notes += here
    if not found:
        return None
    if apple:
        here.append(
            Note(
                "sign-turned",
                say("An iPhone or Apple Watch gives acceleration with the sign turned; it was turned back."),
            )
        )
    facts = Facts(
        format="Sensor Logger", name=name, device=said.get("device name", ""), epoch_s=epoch_s, zero_s=zero_s,
        placement=placement, time_zone=said.get("recording timezone", ""), notes=tuple(here), dropped=dropped,
        skipped_bytes=skipped,
    )  # fmt: skip
    return recording(tuple(found.values()), facts)


def _renamed(table: Table, source: _Source, *, in_g: bool = False) -> Table:
    """The table with the names our roles know, and with the units the app's manual states."""
    names = [dict(source.rename).get(name, name) for name in table.names]
    units = {
        "linear": "m/s2",
        "gravity": "m/s2",
        "acceleration": "m/s2",
        "angular_rate": "rad/s",
        "magnetic_field": "uT",
    }
    for at, name in enumerate(names):
        if name in ("x", "y", "z"):
            names[at] = f"{name} [{'g' if in_g else units[source.bare]}]"
        elif name.startswith(("userAcceleration", "gravity")):
            names[at] = f"{name} [{'g' if in_g else 'm/s2'}]"
        elif name.startswith("rotationRate"):
            names[at] = f"{name} [rad/s]"
    return replace(table, names=tuple(names))


def _metadata(archive: Zip) -> dict[str, str]:
    path = next((name for name in archive.names if name.rpartition("/")[2] == _METADATA), None)
    if path is None:
        return {}
    try:
        lines = as_text(archive.content(path, 1 << 20)).decode("utf-8", "replace").splitlines()
    except BadFile:
        return {}
    if len(lines) < 2:
        return {}
    return dict(zip(cells(lines[0], ","), cells(lines[1], ","), strict=False))
