"""CSV and Parquet: one wide table with the unit in every heading and the direction on every row.

A spreadsheet wants one sheet, so all clocks share the rows: a cell is empty where its signal was not sampled at that
instant. `time_s` counts from the start; `utc` is there when the start is known. The CSV is read back by `formats.read`.
"""

import io

import numpy as np
from arro3 import io as arrow
from arro3.core import Array, DataType, Field, Schema, Table

from backstride.formats.times import moment
from backstride.formats.writers.kept import SIMULATED, Kept
from backstride.formats.writers.wide import Wide, direction_at, wide
from backstride.recording import FloatArray, Placement, Recording

_MARK = f"# {SIMULATED}"


def write_csv(kept: Kept) -> bytes:
    """All signals as one CSV in UTF-8 with full precision."""
    table = wide(kept.recording)
    columns: dict[str, Array] = {"time_s": _floats(table.time_s)}
    if kept.recording.about.start_known:
        columns["utc"] = _texts(_utc(kept.recording, table.time_s))
    columns |= {column.heading: _floats(column.values) for column in table.columns}
    columns["direction"] = _texts(direction_at(table.time_s, kept.analysis.bouts))
    comments = (_MARK,) if kept.recording.about.simulated else ()
    return _csv(columns, comments)


def write_parquet(kept: Kept) -> bytes:
    """The same table as Parquet (zstd). Units are in the field metadata, facts of the recording in the schema's."""
    table = wide(kept.recording)
    about = kept.recording.about
    arrays = [_floats(table.time_s), *(_floats(column.values) for column in table.columns)]
    fields = [Field("time_s", DataType.float64(), metadata={"unit": "s"})]
    fields += [Field(column.name, DataType.float64(), metadata={"unit": column.unit}) for column in table.columns]
    arrays.append(_texts(direction_at(table.time_s, kept.analysis.bouts)))
    fields.append(Field("direction", DataType.utf8()))
    facts = {
        "start": kept.recording.start.isoformat() if about.start_known else "",
        "name": kept.name or about.name,
        "notes": kept.notes,
        "device": about.device,
        "sport": about.sport,
        "placement": about.placement.value,
        "recipe": kept.analysis.recipe,
        "simulated": str(about.simulated).lower(),
    }
    buffer = io.BytesIO()
    arrow.write_parquet(Table.from_arrays(arrays, schema=Schema(fields, metadata=facts)), buffer, compression="zstd(3)")
    return buffer.getvalue()


def write_imu_csv(recording: Recording) -> bytes:
    """The documented sensor table of a recording, with what is known of it in comment lines.

    Values as float32, positions and times in full. `formats.read` gives the same recording back, to float32.
    """
    about = recording.about
    comments = [_MARK] if about.simulated else []
    if about.start_known:
        comments.append(f"# start: {recording.start.isoformat()}")
    if about.placement is not Placement.UNKNOWN:
        comments.append(f"# placement: {about.placement.value}")
    if about.device:
        comments.append(f"# device: {' '.join(about.device.split())}")
    table: Wide = wide(recording)
    columns: dict[str, Array] = {"time_s": _floats(table.time_s)}
    for column in table.columns:
        narrow = column.values if column.name in ("lat", "lon") else column.values.astype(np.float32)
        columns[column.heading] = _floats(narrow)
    return _csv(columns, tuple(comments))


def _csv(columns: dict[str, Array], comments: tuple[str, ...]) -> bytes:
    buffer = io.BytesIO()
    table = Table.from_arrays(list(columns.values()), names=list(columns))
    arrow.write_csv(table, buffer)
    # No text column can hold "NaN"; an empty cell is what a spreadsheet takes for "no value".
    body = buffer.getvalue().replace(b"NaN", b"")
    return "".join(f"{line}\n" for line in comments).encode() + body


def _floats(values: FloatArray | np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Array:
    return Array.from_numpy(np.ascontiguousarray(values))


def _texts(values: list[str]) -> Array:
    return Array(values, DataType.utf8())


def _utc(recording: Recording, time_s: FloatArray) -> list[str]:
    start = np.datetime64(recording.start.astimezone(moment(0).tzinfo).replace(tzinfo=None), "us")
    stamps = start + np.round(time_s * 1e6).astype("timedelta64[us]")
    return [f"{stamp}Z" for stamp in np.datetime_as_string(stamps, unit="ms").tolist()]
