"""SensorLog for iPhone and Apple Watch: one CSV with a row per sample and a column per sensor axis.

Columns look like accelerometerAccelerationX(G), motionUserAccelerationX(G), motionGravityX(G), gyroRotationX(rad/s),
locationLatitude(WGS84); loggingTime(txt) is the wall clock. Apple's accelerations have the sign of the force on the
sensor's mass, so a phone lying face up reads -1 g: all are turned.
"""

from backstride.formats.imu.generic import read_plain
from backstride.formats.imu.session import Facts
from backstride.formats.imu.table import as_text, find_layout, read_table
from backstride.message import say
from backstride.recording import Note, Recording

_MARKS = (b"accelerometerAcceleration", b"motionUserAcceleration", b"accelerometerTimestamp_sinceReboot")


def sniff(data: bytes) -> bool:
    """Whether the bytes are a table with SensorLog's column names."""
    head = as_text(data[:16_384])
    return any(mark in head for mark in _MARKS) and find_layout(as_text(data)) is not None


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording. Raises BadFile where no sensor was logged."""
    turned = Note(
        "sign-turned", say("An iPhone or Apple Watch gives acceleration with the sign turned; it was turned back.")
    )
    facts = Facts(format="SensorLog", name=name, notes=(turned,))
    return (read_plain(read_table(data), facts, sign=-1.0),)
