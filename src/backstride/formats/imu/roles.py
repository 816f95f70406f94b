"""What a column is, by its name: acc_x, "Acceleration x (m/s^2)", accelerometerAccelerationX(G), x_gyro, gx, lat ..."""

import re
from dataclasses import dataclass

from backstride.formats.imu.units import TIME_UNITS, UNITS, plain_unit
from backstride.recording import SIGNALS

_UNIT_AT_END = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_XYZ = "xyz"


@dataclass(frozen=True, slots=True)
class Role:
    """signal  a name of SIGNALS, or "linear" and "gravity" (acceleration apart), or "time"
    axis    x, y, z, lat, lon or ""
    unit    as `plain_unit` writes it; "" where none is stated
    rank    smaller is better when several columns claim the same"""

    signal: str
    axis: str = ""
    unit: str = ""
    rank: int = 0


_ACC = (
    r"(?:acc|accel|accelerometer|acceleration|accelerometer_acceleration|total_acceleration|accel_total|specific_force)"
)
_GYR = r"(?:gyr|gyro|gyroscope|gyro_rotation|rotation_rate|rotation|angular_rate|angular_velocity|ang_vel|omega)"
_MAG = r"(?:mag|magn|magnet|magnetic|magnetometer|magnetic_field|magneto)"
_LIN = (
    r"(?:lin_?acc|linear_acc|linear_accel|linear_acceleration|linear_accelerometer|user_acceleration|user_acc"
    r"|motion_user_acceleration|free_acc|acceleration_without_g)"
)
_GRA = r"(?:gravity|grav|motion_gravity)"


def _axes(signal: str, word: str, rank: int = 0) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    return (
        (
            re.compile(rf"(?:raw_|cal_|calibrated_|imu_|sensor_)?{word}_?(?:data_|axis_)?([xyz])(?:_axis)?"),
            signal,
            rank,
        ),
        (re.compile(rf"([xyz])_?(?:axis_)?{word}"), signal, rank),
    )


# (pattern on the plain name, signal, rank), tried in order.
_PATTERNS: tuple[tuple[re.Pattern[str], str, int], ...] = (
    *_axes("linear", _LIN),
    *_axes("gravity", _GRA),
    *_axes("acceleration", _ACC),
    *_axes("angular_rate", _GYR),
    *_axes("angular_rate", r"motion_rotation_rate", 1),
    *_axes("magnetic_field", _MAG),
    *_axes("magnetic_field", r"motion_magnetic_field", 1),
    (re.compile(r"a_?([xyz])"), "acceleration", 2),
    (re.compile(r"[gw]_?([xyz])"), "angular_rate", 2),
    (re.compile(r"m_?([xyz])"), "magnetic_field", 2),
    (re.compile(r"(?:location_)?(lat)(?:itude)?"), "position", 0),
    (re.compile(r"(?:location_)?(lon)(?:g|gitude)?"), "position", 0),
    (re.compile(r"(?:location_)?(?:altitude|elevation|ele|height)"), "elevation", 0),
    (re.compile(r"altitude_above_mean_sea_level"), "elevation", 1),
    (re.compile(r"(?:location_)?horizontal_accuracy"), "position_accuracy", 0),
    (re.compile(r"(?:location_)?(?:speed|velocity)"), "speed", 0),
    (re.compile(r"(?:location_)?(?:course|bearing|direction)"), "course", 0),
    (re.compile(r"distance"), "distance", 0),
    (re.compile(r"(?:altimeter_|air_|barometer_)?pressure"), "air_pressure", 0),
    (re.compile(r"(?:heart_?rate|hr|pulse|bpm|heart_beat)"), "heart_rate", 0),
    (re.compile(r"(?:rr|rr_interval|r_r_interval|pp_interval)"), "rr_interval", 0),
    (re.compile(r"cadence"), "cadence", 0),
    (re.compile(r"power"), "power", 0),
    (re.compile(r"(?:temperature|temp)"), "temperature", 0),
    (re.compile(r"(?:seconds_)?elapsed(?:_time|_seconds)?"), "time", 1),
    (re.compile(r"(?:sample_time_fine|sensor_timestamp|accelerometer_timestamp(?:_since_reboot)?)"), "time", 0),
    (re.compile(r"(?:motion_timestamp_since_reboot)"), "time", 1),
    (re.compile(r"(?:time|t|time_?stamp|elapsed_time|unix|unix_time|epoch|epoch_time|unix_timestamp)"), "time", 2),
    (re.compile(r"(?:seconds|sec|secs|millis|milliseconds|ms|micros|us|ns|nanos)"), "time", 3),
    (re.compile(r"(?:date_?time|local_time|utc|utc_time|phone_timestamp|phone_data_rx_timestamp)"), "time", 4),
    (re.compile(r"logging_?time"), "time", 4),
)  # fmt: skip


def plain_name(text: str) -> tuple[str, str]:
    """(name in snake case, unit) of a column name as written; the unit stands in brackets or as a last word."""
    unit = ""
    found = _UNIT_AT_END.match(text.strip())
    if found and found[1]:
        text, unit = found[1], plain_unit(found[2])
    name = re.sub(r"[^a-z0-9]+", "_", _CAMEL.sub("_", text).lower()).strip("_")
    if unit == "txt":
        unit = ""
    if not unit:
        name, unit = _unit_as_last_word(name)
    return name, unit


def _unit_as_last_word(name: str) -> tuple[str, str]:
    for words in (2, 1):
        parts = name.rsplit("_", words)
        if len(parts) == words + 1:
            unit = plain_unit("_".join(parts[1:]))
            if unit in _SUFFIX_UNITS and _by_name(parts[0]) is not None:
                return parts[0], unit
    return name, ""


_SUFFIX_UNITS = ({unit for units in UNITS.values() for unit in units} | set(TIME_UNITS)) - {"", "t", "c", "1/min"}


def role(text: str) -> Role | None:
    """What the column named `text` holds; None where the name says nothing to us."""
    name, unit = plain_name(text)
    found = _by_name(name)
    if found is None:
        return None
    signal, axis, rank = found
    return Role(signal, axis, unit, rank)


def _by_name(name: str) -> tuple[str, str, int] | None:
    for pattern, signal, rank in _PATTERNS:
        found = pattern.fullmatch(name)
        if found:
            return signal, found[1] if found.groups() else "", rank
    return (name, "", 0) if name in SIGNALS and not SIGNALS[name].axes else None


def bare_axis(text: str) -> tuple[str, str] | None:
    """(axis, unit) of a column that is named x, y or z and nothing more; None for others."""
    name, unit = plain_name(text)
    if name in _XYZ and len(name) == 1:
        return name, unit
    return None
