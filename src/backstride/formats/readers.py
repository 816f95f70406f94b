"""The table of readers."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from backstride.errors import BadFile
from backstride.formats import fit, gpx, tcx
from backstride.formats.imu import generic, movella, phyphox, polar, sensor_logger, sensorlog
from backstride.formats.writers import lossless
from backstride.message import Message, say
from backstride.recording import Recording


@dataclass(frozen=True, slots=True)
class Reader:
    """A format. `sniff` looks at content, `read(name, content)` gives at least one recording or raises BadFile."""

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[str, bytes], tuple[Recording, ...]]
    label: Message


def _read_export(name: str, data: bytes) -> tuple[Recording, ...]:
    """The recording of a lossless export, with the person's name and notes for it."""
    exported = lossless.read_export(data)
    if lossless.sniff(exported.original):
        raise BadFile(say("{name} holds another export instead of a recorded file.", name=name))
    reader = next((one for one in READERS if one.sniff(exported.original)), None)
    recordings = () if reader is None else reader.read(exported.original_name, exported.original)
    if exported.part >= len(recordings):
        raise BadFile(say("The original file inside {name} is of no format we know.", name=name))
    one = recordings[exported.part]
    said = replace(one.about, name=exported.name or one.about.name, notes=exported.notes or one.about.notes)
    return (Recording(one.start, one.signals, said),)


# Tried in this order: the more a format demands of its bytes, the earlier it stands.
READERS: tuple[Reader, ...] = (
    Reader("fit", (".fit",), fit.sniff, fit.read, say("Activity file (FIT)")),
    Reader("tcx", (".tcx",), tcx.sniff, tcx.read, say("Training Center (TCX)")),
    Reader("gpx", (".gpx",), gpx.sniff, gpx.read, say("GPS track (GPX)")),
    Reader("backstride-json", (".json",), lossless.sniff, _read_export, say("Backstride export (JSON)")),
    Reader("phyphox", (".zip",), phyphox.sniff_zip, phyphox.read_zip, say("phyphox export (zip)")),
    Reader(
        "sensor-logger", (".zip",), sensor_logger.sniff_zip, sensor_logger.read_zip, say("Sensor Logger export (zip)")
    ),
    Reader("movella-dot", (".csv",), movella.sniff, movella.read, say("Movella DOT (CSV)")),
    Reader("polar-sensor-logger", (".txt", ".csv"), polar.sniff, polar.read, say("Polar Sensor Logger (text)")),
    Reader("phyphox-csv", (".csv",), phyphox.sniff_csv, phyphox.read_csv, say("phyphox table (CSV)")),
    Reader(
        "sensor-logger-csv",
        (".csv",),
        sensor_logger.sniff_csv,
        sensor_logger.read_csv,
        say("Sensor Logger table (CSV)"),
    ),
    Reader("sensorlog", (".csv",), sensorlog.sniff, sensorlog.read, say("SensorLog (CSV)")),
    Reader("csv", (".csv", ".txt", ".tsv"), generic.sniff, generic.read, say("Sensor table (CSV)")),
)
