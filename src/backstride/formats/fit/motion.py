"""Inertial samples: messages that carry a block of samples with millisecond offsets, and their calibration."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backstride.formats.fit.clock import stamps_of
from backstride.formats.fit.columns import Messages
from backstride.formats.fit.decode import FitFile
from backstride.formats.fit.samples import Column
from backstride.message import say
from backstride.recording import FloatArray, Note

STANDARD_GRAVITY = 9.80665  # m/s2, CGPM 1901
_ORIENTATION_SIZE = 9
_AXES = ("x", "y", "z")


class _Sensor(NamedTuple):
    """A kind of block message. `calibrated` are rows of (field prefix, factor to the signal's unit), best first."""

    message: str
    signal: str
    unit: str
    raw: str
    kind: int
    raw_factor: float
    calibrated: tuple[tuple[str, float], ...]


_SENSORS = (
    _Sensor(
        "accelerometer_data",
        "acceleration",
        "m/s2",
        "accel_",
        0,
        STANDARD_GRAVITY,
        (("calibrated_accel_", STANDARD_GRAVITY), ("compressed_calibrated_accel_", STANDARD_GRAVITY / 1000)),
    ),
    _Sensor("gyroscope_data", "angular_rate", "rad/s", "gyro_", 1, np.pi / 180, (("calibrated_gyro_", np.pi / 180),)),
    _Sensor("magnetometer_data", "magnetic_field", "uT", "mag_", 2, 100.0, (("calibrated_mag_", 100.0),)),
)


class Samples(NamedTuple):
    """A column on a clock of its own: seconds since the FIT epoch, strictly increasing."""

    time_s: FloatArray
    column: Column


def motion_of(file: FitFile) -> tuple[dict[str, Samples], list[Note]]:
    """Acceleration, angular rate, magnetic field and air pressure, as far as the file holds them."""
    found: dict[str, Samples] = {}
    notes: list[Note] = []
    for sensor in _SENSORS:
        messages = file.messages(sensor.message)
        if not len(messages):
            continue
        values, is_calibrated = _values(file, messages, sensor)
        samples = _on_clock(file, messages, values)
        if samples is not None:
            unit = sensor.unit if is_calibrated else ""
            name = sensor.signal if is_calibrated else f"developer.raw_{sensor.signal}"
            found[name] = Samples(samples[0], Column(samples[1], unit, _AXES))
            if not is_calibrated:
                text = say("{signal} came without a calibration and is kept in the sensor's own counts", signal=name)
                notes.append(Note("no-calibration", text))
    pressure = file.messages("barometer_data")
    if len(pressure):
        samples = _on_clock(file, pressure, _block(pressure, "baro_pres")[:, :, None])
        if samples is not None:
            found["air_pressure"] = Samples(samples[0], Column(samples[1][:, 0], "Pa"))
    return found, notes


def _block(messages: Messages, name: str) -> FloatArray:
    """(messages, samples) of a field."""
    values = messages.numbers(name)
    return values if values.ndim == 2 else values[:, None]


def _values(file: FitFile, messages: Messages, sensor: _Sensor) -> tuple[FloatArray, bool]:
    """(messages, samples, 3) in the signal's unit, or raw counts and False where no calibration is known."""
    for prefix, factor in sensor.calibrated:
        if messages.has(prefix + "x"):
            values = _three(messages, prefix) * factor
            if np.isfinite(values).any():
                return values, True
    raw = _three(messages, sensor.raw)
    calibrated = _calibrated(file, messages, raw, sensor.kind)
    return (raw, False) if calibrated is None else (calibrated * sensor.raw_factor, True)


def _three(messages: Messages, prefix: str) -> FloatArray:
    parts = [_block(messages, prefix + axis) for axis in _AXES]
    shortest = min(part.shape[1] for part in parts)
    return np.stack([part[:, :shortest] for part in parts], axis=2)


def _calibrated(file: FitFile, messages: Messages, raw: FloatArray, kind: int) -> FloatArray | None:
    """Each block by the last calibration of its sensor before it, or the first one there is:
    orientation . (raw - level shift - offset) * factor / divisor. None without any."""
    calibrations = file.messages("three_d_sensor_calibration")
    if not len(calibrations):
        return None
    chosen = np.flatnonzero(calibrations.firsts("sensor_type") == kind)
    if not len(chosen):
        return None
    gain = calibrations.firsts("calibration_factor") / calibrations.firsts("calibration_divisor")
    shift = np.nan_to_num(calibrations.firsts("level_shift"))
    offset = np.nan_to_num(_block(calibrations, "offset_cal"))
    turn = _block(calibrations, "orientation_matrix")
    before = np.searchsorted(calibrations.positions[chosen], messages.positions) - 1
    found = np.full(raw.shape, np.nan)
    for at, row in enumerate(chosen):
        mine = (before == at) | ((before < 0) & (at == 0))
        level = shift[row] + (offset[row] if offset.shape[1] == len(_AXES) else 0.0)
        found[mine] = (raw[mine] - level) * gain[row]
        if turn.shape[1] == _ORIENTATION_SIZE and np.all(np.isfinite(turn[row])):
            found[mine] = found[mine] @ turn[row].reshape(3, 3).T
    return found


def _on_clock(file: FitFile, messages: Messages, values: FloatArray) -> tuple[FloatArray, FloatArray] | None:
    """Flatten (messages, samples, k) blocks to (n,) times and (n, k) values; None when no sample has a time."""
    start = stamps_of(file, messages) + np.nan_to_num(messages.firsts("timestamp_ms")) / 1000
    offsets = _block(messages, "sample_time_offset") / 1000
    count = min(offsets.shape[1], values.shape[1])
    time_s = (start[:, None] + offsets[:, :count]).ravel()
    flat = values[:, :count].reshape(-1, values.shape[2])
    kept = _increasing(time_s, ~np.all(np.isnan(flat), axis=1))
    return (time_s[kept], flat[kept]) if len(kept) else None


def _increasing(time_s: FloatArray, valid: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Indexes of the valid samples in order of time, each time once."""
    usable = np.flatnonzero(valid & np.isfinite(time_s))
    _, first = np.unique(time_s[usable], return_index=True)
    return usable[first]
