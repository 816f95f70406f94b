"""Any table with a time column and named sensor columns; also the layout this package writes.

The documented layout is `time_s,acc_x,acc_y,acc_z[,gyr_x,gyr_y,gyr_z][,mag_x,mag_y,mag_z][,heart_rate_bpm]` with units
in brackets. Comment lines may come before it: `# start: 2024-05-01T18:30:00Z`, `# placement: waist`, `# device: ...`,
`# rate_hz: 100` (the only way to read a table without a time column) and `# simulated by backstride`.
"""

import math
import re
from dataclasses import replace

import numpy as np

from backstride.formats.imu.session import Facts, placement_in, recording
from backstride.formats.imu.streams import column_roles, signal_of_stem, streams, time_columns
from backstride.formats.imu.table import Table, as_text, find_layout, read_table
from backstride.formats.times import parse_time
from backstride.formats.writers.kept import SIMULATED
from backstride.message import say
from backstride.recording import Note, Recording

_RATE = re.compile(r"(?:rate|frequency|freq|fs)(?:[ _]?\(?hz\)?)?\s*[:=,;]\s*([\d.]+)", re.IGNORECASE)
_FACT = re.compile(r"^\W*(\w+)\s*[:=]\s*(.+?)\s*$")


def sniff(data: bytes) -> bool:
    """Whether the bytes are a table in which at least one column is a time or a quantity we know."""
    layout = find_layout(as_text(data))
    return layout is not None and bool(column_roles(layout.names) or time_columns(layout.names))


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """One recording. Raises BadFile where time or units cannot be known."""
    table = read_table(data)
    return (read_plain(table, Facts(format="CSV", name=name)),)


def read_plain(table: Table, facts: Facts, *, bare: str | None = None, sign: float = 1.0) -> Recording:
    """One table with what its preamble says. `bare` and `sign` as in `streams`."""
    said = preamble_facts(table.preamble)
    rate_hz = _stated_rate(table)
    if not time_columns(table.names) and rate_hz:
        table = _with_time(table, rate_hz)
    found = streams(table, bare=bare or signal_of_stem(facts.name), sign=sign)
    epoch_s = parse_time(said.get("start", "")) if math.isnan(facts.epoch_s) else facts.epoch_s
    notes = [*facts.notes, *found.notes]
    if math.isnan(epoch_s):
        epoch_s = found.epoch_s
        if table.zoneless and not math.isnan(epoch_s):
            notes.append(Note("zone-assumed", say("The times say no time zone; UTC was assumed.")))
    full = replace(
        facts,
        device=facts.device or said.get("device", ""),
        epoch_s=epoch_s,
        placement=placement_in(said["placement"]) if "placement" in said else facts.placement,
        notes=tuple(notes),
        dropped=table.dropped,
        skipped_bytes=table.skipped_bytes,
        simulated=any(SIMULATED in line.lower() for line in table.preamble),
    )
    return recording(found.streams, full)


def preamble_facts(preamble: tuple[str, ...]) -> dict[str, str]:
    """`# key: value` lines as a dictionary with lower-case keys."""
    matches = (_FACT.match(line) for line in preamble)
    return {found[1].lower(): found[2] for found in matches if found}


def _stated_rate(table: Table) -> float:
    for line in table.preamble:
        found = _RATE.search(line)
        if found and 1.0 <= float(found[1] if found[1].count(".") < 2 else "0") <= 20_000.0:
            return float(found[1])
    return 0.0


def _with_time(table: Table, rate_hz: float) -> Table:
    time_s = np.arange(len(table.values)) / rate_hz
    dated = frozenset(index + 1 for index in table.dated)
    return replace(table, names=("time_s", *table.names), values=np.column_stack((time_s, table.values)), dated=dated)
