"""All signals of a recording as one table: a row per instant at which any was sampled, empty where one was not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.recording import Bout, Direction, FloatArray, Recording, Signal

_SHORT = {"acceleration": "acc", "angular_rate": "gyr", "magnetic_field": "mag"}
_FASTEST_S = 1e-6


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """One column: its name, its unit as in SIGNALS, and (n,) values with NaN where nothing was sampled."""

    name: str
    unit: str
    values: FloatArray

    @property
    def heading(self) -> str:
        """The name with its unit in brackets, as the sensor table reader takes it."""
        return f"{self.name} [{self.unit}]" if self.unit else self.name


@dataclass(frozen=True, eq=False, slots=True)
class Wide:
    """time_s (n,) since the recording's start, increasing; columns in the order of the recording's signals."""

    time_s: FloatArray
    columns: tuple[Column, ...]


def wide(recording: Recording) -> Wide:
    """The table of a recording. Stamps closer than a microsecond are one row."""
    clocks = {id(signal.time_s): signal.time_s for signal in recording.signals.values()}
    if not clocks:
        return Wide(np.zeros(0), ())
    stamps = [np.round(clock / _FASTEST_S).astype(np.int64) for clock in clocks.values()]
    rows = stamps[0] if len(stamps) == 1 and (np.diff(stamps[0]) > 0).all() else np.unique(np.concatenate(stamps))
    places = {key: np.searchsorted(rows, stamp) for key, stamp in zip(clocks, stamps, strict=True)}
    columns = []
    for name, signal in recording.signals.items():
        for part, values in _parts(name, signal):
            column = np.full(len(rows), np.nan)
            column[places[id(signal.time_s)]] = values
            columns.append(Column(part, signal.unit, column))
    return Wide(np.round(rows * _FASTEST_S, 6), tuple(columns))


def _parts(name: str, signal: Signal) -> list[tuple[str, FloatArray]]:
    if signal.values.ndim == 1:
        return [(name, signal.values)]
    if name == "position":
        return [(axis, signal.values[:, at]) for at, axis in enumerate(signal.axes)]
    names = signal.axes or tuple(str(at) for at in range(signal.values.shape[1]))
    return [(f"{_SHORT.get(name, name)}_{axis}", signal.values[:, at]) for at, axis in enumerate(names)]


def direction_at(time_s: FloatArray, bouts: Sequence[Bout]) -> list[str]:
    """The direction of the bout each time falls into; "unknown" outside all bouts."""
    names = [bout.direction.value for bout in bouts] + [Direction.UNKNOWN.value]
    if not bouts:
        return names * len(time_s)
    starts = np.array([bout.start_s for bout in bouts])
    ends = np.array([bout.end_s for bout in bouts])
    at = np.searchsorted(starts, time_s, side="right") - 1
    # The last bout ends at the last sample, which belongs to it.
    inside = (at >= 0) & (time_s <= ends[np.maximum(at, 0)])
    return [names[index] for index in np.where(inside, at, len(bouts)).tolist()]
