"""Movella (Xsens) DOT: a CSV per sensor with lines of facts before the header.

SampleTimeFine counts microseconds in 32 bits and starts anew after 71.6 minutes. Measurement modes differ in what they
hold: Acc and Gyr (deg/s), or dv and dq (changes of velocity and orientation per sample), or FreeAcc (without gravity,
in the frame of the room) with the orientation that leads back to the sensor's frame. Magnetic field is in units of the
field at calibration, which cannot be made microtesla, and is left out.
"""

import math
import re
from datetime import UTC, datetime

import numpy as np

from backstride.errors import BadFile
from backstride.formats.imu.generic import read_plain
from backstride.formats.imu.session import Facts
from backstride.formats.imu.table import Table, as_text, read_table
from backstride.formats.imu.units import STANDARD_GRAVITY
from backstride.message import say
from backstride.recording import FloatArray, Note, Recording

_WRAP_US = 2.0**32
_START = re.compile(r"StartTime:?\s*,?\s*(\d{4})-(\d\d)-(\d\d)[_ ](\d\d):(\d\d):(\d\d)(?:[_.](\d+))?\s*(\w*)")
_UNITS = (("Acc_", " [m/s2]"), ("Gyr_", " [deg/s]"))


def sniff(data: bytes) -> bool:
    """Whether the bytes hold the two columns every DOT export begins with."""
    head = as_text(data[:8192])
    return re.search(rb"(^|\n)PacketCounter\s*,\s*SampleTimeFine", head) is not None


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording. Raises BadFile where the mode holds neither acceleration nor what leads to it."""
    table = read_table(data)
    notes: list[Note] = []
    columns = {column: table.values[:, at] for at, column in enumerate(table.names)}
    time_us = columns.get("SampleTimeFine")
    if time_us is None:
        raise BadFile(say("{name} has no readable SampleTimeFine column.", name=name))
    time_s = _unwrapped(time_us) / 1e6
    made: dict[str, FloatArray] = {"time_s": time_s}
    made |= _measured(columns, time_s, notes)
    if len(made) == 1:
        raise BadFile(say("{name} holds orientation only; record acceleration and angular rate.", name=name))
    if "Mag_X" in columns:
        notes.append(Note("magnetic-field-unitless", say("The magnetic field has no unit and was left out.")))
    said = "\n".join(table.preamble)
    tag = re.search(r"DeviceTag:\s*,\s*(\S+)", said)
    facts = Facts(
        format="Movella DOT",
        name=name,
        device=f"Movella DOT {tag[1]}" if tag else "Movella DOT",
        epoch_s=_start_s(said, notes),
        notes=tuple(notes),
    )
    plain = Table(tuple(made), np.column_stack(list(made.values())), (), table.dropped, table.skipped_bytes)
    return (read_plain(plain, facts),)


def _unwrapped(time_us: FloatArray) -> FloatArray:
    known = np.flatnonzero(np.isfinite(time_us))
    unwrapped = time_us.copy()
    wraps = np.concatenate(([0], np.cumsum(np.diff(time_us[known]) < -_WRAP_US / 2)))
    unwrapped[known] += wraps * _WRAP_US
    return unwrapped


def _measured(columns: dict[str, FloatArray], time_s: FloatArray, notes: list[Note]) -> dict[str, FloatArray]:
    found: dict[str, FloatArray] = {}
    for prefix, unit in _UNITS:
        if all(prefix + axis in columns for axis in "XYZ"):
            found |= {f"{prefix}{axis}{unit}": columns[prefix + axis] for axis in "XYZ"}
    steps = np.diff(time_s)
    step_s = float(np.median(steps[steps > 0])) if (steps > 0).any() else math.nan
    velocity = [columns.get(f"dv[{axis}]") for axis in "123"]
    if "Acc_X [m/s2]" not in found and all(part is not None for part in velocity) and step_s > 0:
        found |= {
            f"Acc_{axis} [m/s2]": part / step_s for axis, part in zip("XYZ", velocity, strict=True) if part is not None
        }
    turn = [columns.get(f"dq_{axis}") for axis in "WXYZ"]
    if "Gyr_X [deg/s]" not in found and all(part is not None for part in turn) and step_s > 0:
        rate = _rate(np.column_stack([part for part in turn if part is not None]), step_s)
        found |= {f"Gyr_{axis} [rad/s]": rate[:, at] for at, axis in enumerate("XYZ")}
    if not any(name.startswith("Acc_X") for name in found):
        found |= _from_orientation(columns, notes)
    return found


def _rate(turn: FloatArray, step_s: float) -> FloatArray:
    """(n, 3) angular rate in rad/s of (n, 4) changes of orientation, scalar first."""
    vector = turn[:, 1:] * np.where(turn[:, :1] < 0, -1.0, 1.0)
    sine = np.sqrt((vector * vector).sum(axis=1))
    angle = 2 * np.arctan2(sine, np.abs(turn[:, 0]))
    scale = np.where(sine > 1e-12, angle / np.maximum(sine, 1e-12), 2.0)
    return vector * (scale / step_s)[:, None]


def _from_orientation(columns: dict[str, FloatArray], notes: list[Note]) -> dict[str, FloatArray]:
    """Acceleration in the sensor's frame from FreeAcc and the orientation quaternion (sensor to room, scalar first)."""
    names = [*(f"Quat_{axis}" for axis in "WXYZ"), *(f"FreeAcc_{axis}" for axis in "XYZ")]
    if any(name not in columns for name in names):
        return {}
    w, x, y, z, east, north, up = (columns[name] for name in names)
    room = np.column_stack((east, north, up + STANDARD_GRAVITY))
    vector = -np.column_stack((x, y, z))
    turned = 2 * np.cross(vector, room)
    sensor = room + w[:, None] * turned + np.cross(vector, turned)
    notes.append(Note("acceleration-from-orientation",
                      say("Acceleration was turned back into the sensor's frame from its orientation.")))  # fmt: skip
    return {f"Acc_{axis} [m/s2]": sensor[:, at] for at, axis in enumerate("XYZ")}


def _start_s(said: str, notes: list[Note]) -> float:
    found = _START.search(said)
    if not found:
        return math.nan
    try:
        year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
        when = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return math.nan
    if found[8] not in ("UTC", "GMT", "Z"):
        notes.append(Note("zone-assumed", say("The times say no time zone; UTC was assumed.")))
    return when.timestamp() + float(f"0.{found[7] or 0}")
