"""A table of named columns made into streams: one quantity each, in our unit, on the table's clock."""

import re
from dataclasses import dataclass

import numpy as np

from backstride.errors import BadFile
from backstride.formats.imu.roles import Role, bare_axis, role
from backstride.formats.imu.table import Table
from backstride.formats.imu.units import factor, time_factor
from backstride.message import say
from backstride.recording import FloatArray, Note

_AXES = {"position": ("lat", "lon")}
_VECTORS = ("acceleration", "linear", "gravity", "angular_rate", "magnetic_field")
_XYZ = ("x", "y", "z")

# What the columns x, y, z of a file mean, by the file's name. "uncalibrated" variants are left to last.
_STEMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"lin.?acc|linear|user.?acc|without.?g|free.?acc"), "linear"),
    (re.compile(r"gravity"), "gravity"),
    (re.compile(r"gyr|rotation|angular"), "angular_rate"),
    (re.compile(r"mag"), "magnetic_field"),
    (re.compile(r"acc"), "acceleration"),
)
# ... and by their unit.
_BY_UNIT = {"rad/s": "angular_rate", "deg/s": "angular_rate", "ut": "magnetic_field", "gauss": "magnetic_field"}


@dataclass(frozen=True, eq=False, slots=True)
class Stream:
    """One quantity: stamps_s (n,) as the file has them, in seconds; values (n,) or (n, k) in the unit of SIGNALS."""

    signal: str
    stamps_s: FloatArray
    values: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Streams:
    """The streams of one table, the moment of its first row (seconds since 1970, NaN where no column says), notes."""

    streams: tuple[Stream, ...]
    epoch_s: float
    notes: tuple[Note, ...] = ()


def signal_of_stem(stem: str) -> str | None:
    """What a file called `stem` measures, for files whose columns are only x, y and z."""
    for pattern, signal in _STEMS:
        if pattern.search(stem.lower()):
            return signal
    return None


def column_roles(names: tuple[str, ...], bare: str | None = None) -> dict[int, Role]:
    """The role of every column that has one; of several claims to one (signal, axis) the best, else the first, wins.

    bare  what columns named only x, y, z measure
    """
    best: dict[tuple[str, str], tuple[int, int]] = {}
    roles: dict[int, Role] = {}
    for index, name in enumerate(names):
        found = role(name)
        plain = bare_axis(name)
        if found is None and plain is not None:
            found = Role(_BY_UNIT.get(plain[1], bare or "acceleration"), plain[0], plain[1], 3)
        if found is None or found.signal == "time":
            continue
        key = (found.signal, found.axis)
        claim = (found.rank, index)
        if key not in best or claim < best[key]:
            if key in best:
                roles.pop(best[key][1], None)
            best[key] = claim
            roles[index] = found
    return roles


def time_columns(names: tuple[str, ...]) -> list[tuple[int, Role]]:
    """The columns that hold time, best first."""
    found = [(index, column) for index, name in enumerate(names) if (column := role(name)) and column.signal == "time"]
    return sorted(found, key=lambda pair: (pair[1].rank, pair[0]))


def streams(table: Table, *, bare: str | None = None, sign: float = 1.0) -> Streams:
    """The streams of a table. `sign` -1 turns accelerations of systems whose rest reads -g upward into specific force.

    Raises BadFile where there is no time column or nothing we know is measured.
    """
    roles = column_roles(table.names, bare)
    whole = {signal: _columns_of(signal, roles) for signal in {column.signal for column in roles.values()}}
    whole = {signal: columns for signal, columns in whole.items() if columns}
    if not whole:
        raise BadFile(
            say("None of the columns {names} is a quantity we know, such as acc_x, acc_y, acc_z.",
                names=", ".join(table.names[:12]))
        )  # fmt: skip
    notes: list[Note] = []
    stamps_s, epoch_s = _clock(table, notes, fast=any(name in whole for name in _VECTORS))
    found: list[Stream] = []
    scales: dict[str, float] = {}
    for signal, columns in sorted(whole.items()):
        values = table.values[:, columns] if len(columns) > 1 else table.values[:, columns[0]]
        scale, note = _scale(signal, roles[columns[0]].unit, values, scales)
        scales[signal] = scale
        if signal in ("acceleration", "linear", "gravity"):
            scale *= sign
        if note is not None:
            notes.append(note)
        if signal in ("speed", "course", "position_accuracy", "heart_rate"):
            values = np.where(values < 0, np.nan, values)
        found.append(Stream(signal, stamps_s, values * scale if scale != 1.0 else values))
    return Streams(tuple(found), epoch_s, tuple(notes))


def _scale(signal: str, unit: str, values: FloatArray, scales: dict[str, float]) -> tuple[float, Note | None]:
    """The factor to our unit. Motion without gravity has no size to guess from: it shares the unit of gravity."""
    if signal != "linear" or unit:
        return factor(signal, unit, values)
    if "gravity" in scales:
        return scales["gravity"], None
    return 1.0, Note("unit-guessed", say("No unit is given for acceleration without gravity; m/s2 was assumed."))


def _columns_of(signal: str, roles: dict[int, Role]) -> list[int]:
    """The columns of a signal in axis order; none where an axis is missing."""
    axes = _AXES.get(signal, _XYZ if signal in _VECTORS else ("",))
    by_axis = {column.axis: index for index, column in roles.items() if column.signal == signal}
    return [by_axis[axis] for axis in axes] if all(axis in by_axis for axis in axes) else []


def _clock(table: Table, notes: list[Note], *, fast: bool) -> tuple[FloatArray, float]:
    """(stamps in seconds, the moment of the first row): the best usable column is the clock, any dated one the date."""
    columns = time_columns(table.names)
    if not columns:
        raise BadFile(
            say("The table has no time column, so its sampling rate is unknown. Add one, for example time_s: row "
                "number divided by the sampling rate. Columns found: {names}.", names=", ".join(table.names[:12]))
        )  # fmt: skip
    chosen: FloatArray | None = None
    epoch_s = float("nan")
    for index, column in columns:
        stamps = table.values[:, index]
        finite = np.isfinite(stamps)
        moves = finite.sum() >= 0.5 * len(stamps) and (len(stamps) < 2 or np.ptp(stamps[finite]) > 0)
        if not moves:
            continue
        seconds, note = (1.0, None) if index in table.dated else time_factor(column.unit, stamps, fast=fast)
        in_s = stamps * seconds if seconds != 1.0 else stamps
        first = float(in_s[finite][0])
        # A sensor's own counter (rank 0, 1) may look like a date and is none.
        if column.rank > 1 and first > 6e8 and (np.isnan(epoch_s) or index in table.dated):
            epoch_s = first
        if chosen is None:
            chosen = in_s
            if note is not None:
                notes.append(note)
    if chosen is None:
        raise BadFile(say("The time column does not advance: it is empty or the same in every row."))
    return chosen, epoch_s
