"""One recording on the terminal: head, numbers by direction, bouts, what was lost."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.text import Text

from backstride.cli.terminal import COLOURS, console, reader, table
from backstride.recording import SIGNALS, About, Bout, Direction, MetricValue, Note
from backstride.words.names import DIRECTIONS, GAITS, GLYPHS, GRADES
from backstride.words.quantities import show

RIBBON_CELLS = 60


def direction_text(direction: Direction) -> Text:
    return Text(f"{GLYPHS[direction]} {reader()(DIRECTIONS[direction])}", style=COLOURS[direction])


def ribbon(bouts: Sequence[Bout], duration_s: float) -> Text:
    """The time line in one row of glyphs: each cell shows the direction at its middle."""
    line = Text()
    for cell in range(RIBBON_CELLS if bouts and duration_s > 0 else 0):
        at = (cell + 0.5) / RIBBON_CELLS * duration_s
        found = next((bout for bout in bouts if bout.start_s <= at < bout.end_s), None)
        if found is not None:
            line.append(GLYPHS[found.direction], COLOURS[found.direction])
    return line


def print_head(name: str, start: datetime, about: About, duration_s: float) -> None:
    w = reader()
    when = f"{w.date(start.date())} {w.time(start)}" if about.start_known else w("date unknown")
    facts = [when, w.duration(duration_s), about.sport, about.device, about.format]
    console().print(Text(name, style="bold"))
    console().print(" · ".join(fact for fact in facts if fact))
    if about.simulated:
        console().print(Text(w("Simulated: no person made this recording."), style="yellow"))


def print_signals(rows: Iterable[tuple[str, str, float, int]]) -> None:
    """Rows of name, unit, rate_hz, samples."""
    w = reader()
    shown = table(w("Signal"), w("Unit"), w("Rate"), w("Samples"), right=(2, 3))
    for name, unit, rate_hz, samples in rows:
        label = w(SIGNALS[name].label) if name in SIGNALS else name
        shown.add_row(label, unit, f"{w.number(rate_hz, 1)} Hz", w.number(samples))
    console().print(shown)


def print_metrics(metrics: Sequence[MetricValue]) -> None:
    """Numbers by direction with spread and grade; a number that is missing gives its reason."""
    w = reader()
    shown = table("", w("Direction"), w("Value"), w("Spread"), w("Grade"), right=(2, 3))
    for metric in metrics:
        if metric.value != metric.value and metric.direction is not None:
            continue
        value = show(metric.value, metric.unit, w, key=metric.key)
        spread = ""
        if metric.low == metric.low and metric.high == metric.high:
            ends = (show(end, metric.unit, w, key=metric.key).text for end in (metric.low, metric.high))
            spread = " … ".join(ends)
        missing = metric.value != metric.value and metric.reason is not None
        shown.add_row(
            w(metric.label),
            direction_text(metric.direction) if metric.direction else w("all"),
            str(value),
            spread,
            w(metric.reason) if missing and metric.reason else w(GRADES[metric.grade]),
        )
    console().print(shown)


def print_bouts(bouts: Sequence[Bout], duration_s: float) -> None:
    w = reader()
    console().print(ribbon(bouts, duration_s))
    shown = table(w("From"), w("To"), w("Direction"), w("Gait"), w("Confidence"), w("Because"), right=(0, 1, 4))
    for bout in bouts:
        because = "; ".join(w(evidence.why) for evidence in bout.evidence)
        shown.add_row(
            w.duration(bout.start_s),
            w.duration(bout.end_s),
            direction_text(bout.direction),
            w(GAITS[bout.gait]),
            w.percent(bout.confidence),
            because,
        )
    console().print(shown)


def print_notes(about: About, quality: Sequence[Note]) -> None:
    """What was lost, repaired or doubtful."""
    w = reader()
    if about.loss is not None:
        console().print(Text(w("Recovered with loss: {what}", what=about.loss.message), style="yellow"))
    for note in (*about.repairs, *quality):
        console().print(f"{note.code}: {w(note.message)}", style="bright_black")
