"""Polar Sensor Logger: a text file per stream, parted by semicolons.

"Phone timestamp" is the phone's local time without a zone; "sensor timestamp [ns]" is the sensor's own, better clock,
so samples keep that one and take only their date from the phone. R-R intervals arrive in groups: each beat gets the
time that the intervals add up to.
"""

import re
from dataclasses import replace

import numpy as np

from backstride.errors import BadFile
from backstride.formats.imu.generic import read_plain
from backstride.formats.imu.session import Facts
from backstride.formats.imu.streams import signal_of_stem
from backstride.formats.imu.table import Table, as_text, read_table
from backstride.formats.times import sensible
from backstride.message import say
from backstride.recording import FloatArray, Placement, Recording

_HEADER = re.compile(rb"\s*Phone (?:Data RX )?timestamp\s*;", re.IGNORECASE)
_DEVICE = re.compile(r"(Polar[_ ](?:H\d+|OH1|Verity[_ ]?Sense|Sense|[A-Za-z0-9]+))", re.IGNORECASE)
_STREAM = re.compile(r"(?:^|[_\- ])(ACC|GYRO?|MAGN?|MAG|HR|RR|PPI)(?:[_\- .]|$|Data)", re.IGNORECASE)
_LOST_TOUCH_S = 5.0


def sniff(data: bytes) -> bool:
    """Whether the bytes begin with the app's first column."""
    return _HEADER.match(as_text(data[:256])) is not None


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording of one stream. Raises BadFile for streams that are no part of a recording (ECG, PPG)."""
    table = read_table(data)
    lower = [column.lower() for column in table.names]
    if any(column.startswith(("ecg", "channel")) for column in lower):
        raise BadFile(say("{name} holds a raw heart signal (ECG or PPG); import the HR or RR file instead.", name=name))
    interval = next((at for at, column in enumerate(lower) if re.match(r"(rr|pp)-interval", column)), None)
    if interval is not None and 0 in table.dated:
        table = _beats(table, interval)
    device = _DEVICE.search(name)
    stream = _STREAM.search(name)
    facts = Facts(
        format="Polar Sensor Logger",
        name=name,
        device=device[1].replace("_", " ") if device else "Polar",
        # The H straps are worn on the chest; Verity Sense and OH1 go on the arm or the temple.
        placement=Placement.CHEST if re.search(r"polar[_ ]h\d", name, re.IGNORECASE) else Placement.UNKNOWN,
    )
    bare = signal_of_stem(stream[1]) if stream else None
    return (read_plain(replace(table, names=_gauss(table.names, bare)), facts, bare=bare),)


def _gauss(names: tuple[str, ...], bare: str | None) -> tuple[str, ...]:
    """ "X [G]" is gauss in a magnetometer file, not gravity."""
    if bare is None and any("[G]" in name for name in names):
        return tuple(name.replace("[G]", "[gauss]") for name in names)
    return names


def _beats(table: Table, interval: int) -> Table:
    """The table with a beat per row, each at the time its interval ends."""
    values = table.values[np.isfinite(table.values[:, [0, interval]]).all(axis=1)]
    values = values[values[:, interval] > 0].copy()
    if not len(values) or not sensible(float(values[0, 0])):
        return table
    values[:, 0] = _beat_times(values[:, 0], values[:, interval] / 1000)
    return replace(table, values=values)


def _beat_times(arrived_s: FloatArray, interval_s: FloatArray) -> FloatArray:
    """Intervals added up from the first arrival; taken up anew at an arrival where the sum has lost touch with it."""
    beats = np.empty(len(arrived_s))
    at = float(arrived_s[0])
    beats[0] = at
    for index in range(1, len(beats)):
        at += float(interval_s[index])
        if abs(arrived_s[index] - at) > _LOST_TOUCH_S:
            at = max(float(arrived_s[index]), beats[index - 1] + 1e-3)
        beats[index] = at
    return beats
