"""The table of readers."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.formats import gpx, tcx
from backstride.formats.imu import generic, movella, phyphox, polar, sensor_logger, sensorlog
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


# Tried in this order: the more a format demands of its bytes, the earlier it stands.
READERS: tuple[Reader, ...] = (
    Reader("tcx", (".tcx",), tcx.sniff, tcx.read, say("Training Center (TCX)")),
    Reader("gpx", (".gpx",), gpx.sniff, gpx.read, say("GPS track (GPX)")),
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
