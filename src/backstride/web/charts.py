"""Which signals of a recording get a chart, in what order, and on what axis."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstride.message import say
from backstride.recording import SIGNALS
from backstride.web.page import first_upper
from backstride.words import Words
from backstride.words.quantities import METRES_PER_MILE, scale_of, unit_name


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of CHARTS.

    zero   whether the axis begins at zero, because zero means something
    span   the least height of the axis in SI, so that a calm signal looks calm
    first  shown at once; the others wait behind "more signals"
    spikes whether single knocks may leave the chart at its top instead of flattening the rest
    """

    signal: str
    zero: bool = False
    span: float = 0.0
    first: bool = False
    spikes: bool = False


CHARTS: tuple[ChartRow, ...] = (
    ChartRow("speed", zero=True, span=2.0, first=True),
    ChartRow("heart_rate", span=40, first=True),
    ChartRow("cadence", span=40, first=True),
    ChartRow("acceleration", zero=True, span=20, first=True, spikes=True),
    ChartRow("elevation", span=20, first=True),
    ChartRow("power", zero=True, span=100),
    ChartRow("step_length", zero=True, span=0.5),
    ChartRow("contact_time", span=0.1),
    ChartRow("contact_balance", span=4),
    ChartRow("contact_share", span=10),
    ChartRow("vertical_oscillation", zero=True, span=0.05),
    ChartRow("vertical_ratio", zero=True, span=5),
    ChartRow("grade", span=5),
    ChartRow("angular_rate", zero=True, span=2, spikes=True),
    ChartRow("magnetic_field", span=20),
    ChartRow("respiration_rate", span=10),
    ChartRow("rr_interval", span=0.2),
    ChartRow("temperature", span=4),
    ChartRow("core_temperature", span=1),
    ChartRow("air_pressure", span=500),
    ChartRow("position_accuracy", zero=True, span=10),
)
# A line over time says nothing that the map and the totals do not say better.
NOT_CHARTED = frozenset({"position", "course", "distance"})


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as the page and its script need it: `kind` is plain (value * factor) or pace (factor / value)."""

    name: str
    label: str
    unit: str
    factor: float
    digits: int
    kind: str
    zero: bool
    band: bool
    span: float
    first: bool
    spikes: bool


def charts_of(names: Iterable[str], words: Words, *, imperial: bool, pace: bool) -> tuple[Chart, ...]:
    """The charts for the signals there are: the table's order first, then what the device added of its own."""
    there = set(names) - NOT_CHARTED
    known = [row for row in CHARTS if row.signal in there]
    others = [ChartRow(name) for name in sorted(there - {row.signal for row in CHARTS})]
    return tuple(_chart(row, words, imperial, pace) for row in (*known, *others))


def _chart(row: ChartRow, words: Words, imperial: bool, pace: bool) -> Chart:
    kind = SIGNALS.get(row.signal)
    label = words(kind.label) if kind else first_upper(row.signal.removeprefix("developer.").replace("_", " "))
    unit = kind.unit if kind else ""
    if unit == "m/s" and pace:
        factor, digits, shown = (METRES_PER_MILE, 0, "min/mi") if imperial else (1000.0, 0, "min/km")
        label = words(say("Pace"))
    elif unit == "s":
        factor, digits, shown = 1000.0, 0, "ms"
    else:
        factor, digits, shown = scale_of(float("nan"), unit, imperial=imperial, key=row.signal)
    shape = "pace" if unit == "m/s" and pace else "plain"
    return Chart(
        row.signal,
        label,
        unit_name(shown, words),
        factor,
        digits,
        shape,
        row.zero,
        True,
        row.span,
        row.first,
        row.spikes,
    )
