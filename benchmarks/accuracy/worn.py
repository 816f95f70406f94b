"""How a sensor is worn and what kind of device it is in: random attitude, sampling rate, rounding."""

import zlib
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from backstride.recording import About, FloatArray, Recording, Signal
from benchmarks.accuracy.trial import Sensor, Trial

START = datetime(2026, 1, 1, tzinfo=UTC)
AXES = ("x", "y", "z")
GAP_S = 0.5


@dataclass(frozen=True, slots=True)
class Device:
    """A kind of device. `decimals` of m/s2 and deg/s that it keeps; None: all. `rate_hz` None: as measured."""

    name: str
    rate_hz: float | None
    decimals: int | None = None


AS_MEASURED = Device("100 Hz", None)
PHONE = Device("phone, 60 Hz, rounded", 60.0, 1)
DEVICES = (AS_MEASURED, PHONE)


def wear(trial: Trial, device: Device) -> Recording:
    """The trial as this device would have recorded it, turned by a rotation that depends on the trial alone."""
    from scipy.spatial.transform import Rotation

    seed = zlib.crc32(f"{trial.source} {trial.name} {trial.placement}".encode())
    attitude = Rotation.random(rng=np.random.default_rng(seed)).as_matrix()
    sensor = trial.sensor if device.rate_hz is None else resampled(trial.sensor, device.rate_hz)
    acceleration = sensor.acceleration @ attitude.T
    rate = None if sensor.angular_rate is None else sensor.angular_rate @ attitude.T
    field = None if sensor.magnetic_field is None else sensor.magnetic_field @ attitude.T
    if device.decimals is not None:
        acceleration = np.round(acceleration, device.decimals)
        rate = None if rate is None else np.radians(np.round(np.degrees(rate), device.decimals))
        field = None  # browsers do not give it
    signals = {"acceleration": Signal(sensor.time_s.copy(), acceleration, "m/s2", AXES)}
    if rate is not None:
        signals["angular_rate"] = Signal(sensor.time_s.copy(), rate, "rad/s", AXES)
    if field is not None:
        signals["magnetic_field"] = Signal(sensor.time_s.copy(), field, "uT", AXES)
    return Recording(START, signals, About(start_known=False))


def resampled(sensor: Sensor, rate_hz: float) -> Sensor:
    """On a regular grid after a low pass at 0.4 of the new rate. Pauses without samples stay without."""
    step = 1 / rate_hz
    time = np.arange(sensor.time_s[0], sensor.time_s[-1], step)
    after = np.clip(np.searchsorted(sensor.time_s, time), 1, len(sensor.time_s) - 1)
    time = time[sensor.time_s[after] - sensor.time_s[after - 1] < GAP_S]

    def on_grid(values: FloatArray | None) -> FloatArray | None:
        if values is None:
            return None
        smooth = _low_pass(values, float(np.median(np.diff(sensor.time_s))), 0.4 * rate_hz)
        return np.stack([np.interp(time, sensor.time_s, smooth[:, k]) for k in range(3)], axis=1)

    acceleration = on_grid(sensor.acceleration)
    assert acceleration is not None
    return Sensor(time, acceleration, on_grid(sensor.angular_rate), on_grid(sensor.magnetic_field))


def _low_pass(values: FloatArray, step_s: float, cutoff_hz: float) -> FloatArray:
    from scipy.signal import butter, sosfiltfilt

    nyquist = 0.5 / step_s
    if cutoff_hz >= 0.9 * nyquist or len(values) < 40:
        return values
    return np.asarray(sosfiltfilt(butter(4, cutoff_hz / nyquist, output="sos"), values, axis=0))
