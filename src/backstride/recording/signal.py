"""One quantity over time, on its own clock."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.errors import BadSignal
from backstride.message import Message, say

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Signal:
    """One quantity over time, on its own clock.

    time_s   (n,)            seconds since the recording's start, finite, strictly increasing
    values   (n,) or (n, k)  NaN where a sample is missing
    unit     as printed, e.g. "m/s2"
    axes     k names when values has k columns: "x", "y", "z" in the sensor's own frame, or "lat", "lon"

    Arrays are made read-only. Raises BadSignal where the contract is broken.
    """

    time_s: FloatArray
    values: FloatArray
    unit: str
    axes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.time_s.ndim != 1 or len(self.time_s) != len(self.values):
            raise BadSignal(
                say("{times} time stamps for {values} values", times=len(self.time_s), values=len(self.values))
            )
        if self.axes and self.values.shape[1:] != (len(self.axes),):
            raise BadSignal(
                say(
                    "axes {axes} for values of shape {shape}",
                    axes=str(self.axes),
                    shape=str(self.values.shape),
                )
            )
        if not np.all(np.isfinite(self.time_s)):
            raise BadSignal(say("a time stamp is not a finite number"))
        if not np.all(self.time_s[1:] > self.time_s[:-1]):
            at = int(np.argmin(self.time_s[1:] > self.time_s[:-1]))
            raise BadSignal(say("time does not increase after sample {at}", at=at))
        self.time_s.flags.writeable = False
        self.values.flags.writeable = False

    def __len__(self) -> int:
        return len(self.time_s)

    def axis(self, name: str) -> "Signal":
        """One column as a signal of its own."""
        return Signal(self.time_s, np.ascontiguousarray(self.values[:, self.axes.index(name)]), self.unit)

    def between(self, start_s: float, end_s: float) -> "Signal":
        """The samples with start_s <= time < end_s."""
        first, last = np.searchsorted(self.time_s, (start_s, end_s))
        return Signal(self.time_s[first:last], self.values[first:last], self.unit, self.axes)

    @property
    def rate_hz(self) -> float:
        """Median sampling rate; NaN below two samples."""
        return float(1 / np.median(np.diff(self.time_s))) if len(self.time_s) > 1 else float("nan")


@dataclass(frozen=True, slots=True)
class SignalKind:
    """A row of SIGNALS: what a standard signal name means."""

    name: str
    label: Message
    unit: str
    axes: tuple[str, ...] = ()


_XYZ = ("x", "y", "z")

# Every reader uses these names and units. Signals outside the table (developer fields) are named "developer.<field>".
SIGNALS: Mapping[str, SignalKind] = {
    kind.name: kind
    for kind in (
        SignalKind("acceleration", say("Acceleration"), "m/s2", _XYZ),  # specific force: rest reads +g upward
        SignalKind("angular_rate", say("Angular rate"), "rad/s", _XYZ),
        SignalKind("magnetic_field", say("Magnetic field"), "uT", _XYZ),
        SignalKind("position", say("Position"), "deg", ("lat", "lon")),  # WGS 84
        SignalKind("position_accuracy", say("Position accuracy"), "m"),
        SignalKind("course", say("Course over ground"), "rad"),  # clockwise from true north
        SignalKind("elevation", say("Elevation"), "m"),
        SignalKind("air_pressure", say("Air pressure"), "Pa"),
        SignalKind("speed", say("Speed"), "m/s"),  # as the device states it, never negative
        SignalKind("distance", say("Distance"), "m"),  # cumulative, as the device states it
        SignalKind("heart_rate", say("Heart rate"), "bpm"),
        SignalKind("rr_interval", say("R-R interval"), "s"),  # each value at the time of its second beat
        SignalKind("cadence", say("Cadence"), "steps/min"),
        SignalKind("step_length", say("Step length"), "m"),
        SignalKind("contact_time", say("Contact time"), "s"),
        SignalKind("contact_balance", say("Contact balance, left"), "%"),
        SignalKind("contact_share", say("Contact share of step"), "%"),
        SignalKind("vertical_oscillation", say("Vertical oscillation"), "m"),
        SignalKind("vertical_ratio", say("Vertical ratio"), "%"),
        SignalKind("power", say("Power"), "W"),
        SignalKind("grade", say("Slope"), "%"),
        SignalKind("temperature", say("Temperature"), "degC"),
        SignalKind("core_temperature", say("Core temperature"), "degC"),
        SignalKind("respiration_rate", say("Breathing rate"), "1/min"),
    )
}
