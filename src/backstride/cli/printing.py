"""One recording on the terminal: head, numbers by direction, bouts, what was lost."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from rich.text import Text

from backstride.app.importing import Became
from backstride.app.labels import Changed
from backstride.app.learned import Learned
from backstride.app.recordings import Listing, Shown
from backstride.cli.terminal import COLOURS, console, reader, table
from backstride.message import Message, say
from backstride.recording import (
    SIGNALS,
    About,
    Analysis,
    Bout,
    Direction,
    Event,
    EventKind,
    MetricValue,
    Note,
    Recording,
)
from backstride.words import MISSING
from backstride.words.events import EVENTS, event_says, is_warning, verdict
from backstride.words.lessons import lessons_in_words, seconds_in_words
from backstride.words.names import DIRECTIONS, GAITS, GLYPHS, GRADES, PLACEMENTS, sport_name
from backstride.words.quantities import show

RIBBON_CELLS = 60
ROOM_FOR_SPORTS = 100
BECAME: Mapping[Became, tuple[Message, str]] = {
    Became.IMPORTED: (say("imported"), "green"),
    Became.ALREADY_THERE: (say("already there"), "bright_black"),
    Became.RECOVERED: (say("recovered"), "yellow"),
    Became.FAILED: (say("failed"), "red"),
}


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
    facts = [when, w.duration(duration_s), sport_name(about.sport, w), about.device, about.format]
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


def print_events(events: Sequence[Event]) -> None:
    """What happened, in the order of time; of turns and glances only how many there were."""
    w = reader()
    told = [event for event in events if is_warning(event) or event.kind is EventKind.TRANSITION]
    for event in sorted(told, key=lambda one: one.start_s):
        judged = verdict(event)
        line = f"{w.duration(event.start_s):>8}  {w(event_says(event))}"
        line += f" ({w(judged)})" if judged else ""
        console().print(Text(line, style="red" if is_warning(event) else "default"))
    others = Counter(event.kind for event in events if event not in told)
    if others:
        console().print(", ".join(f"{w(EVENTS[kind])}: {count}" for kind, count in others.items()))


def print_learned(rows: Iterable[Learned]) -> None:
    """What is known of the person, a row a place."""
    w = reader()
    shown = table(w("Place"), w("Known"), w("From"), w("Read without it"), right=(3,))
    for row in rows:
        known = seconds_in_words(row.seconds, w)
        names = "\n".join(f"{teacher.id}  {teacher.name}" for teacher in row.teachers)
        shown.add_row(w(PLACEMENTS[row.placement]), known or MISSING, Text(names or MISSING), str(len(row.behind)))
    console().print(shown)


def print_changed(changed: Changed) -> None:
    """What a correction changed, and what it teaches."""
    w = reader()
    for (before, after), seconds in changed.moved.items():
        names = {"before": w(DIRECTIONS[before]), "after": w(DIRECTIONS[after])}
        console().print(w("{length} changed from {before} to {after}.", length=w.duration(seconds), **names))
    for line in lessons_in_words(changed.analysis.lessons if changed.analysis else (), w):
        console().print(line)


def print_notes(about: About, quality: Sequence[Note]) -> None:
    """What was lost, repaired or doubtful."""
    w = reader()
    if about.loss is not None:
        console().print(Text(w("Recovered with loss: {what}", what=about.loss.message), style="yellow"))
    for note in (*about.repairs, *quality):
        console().print(f"{note.code}: {w(note.message)}", style="bright_black")


def print_found(name: str, recording: Recording, analysis: Analysis) -> None:
    """A file that was analysed and is not kept."""
    print_head(name, recording.start, recording.about, recording.duration_s)
    print_signals((key, one.unit, one.rate_hz, len(one)) for key, one in recording.signals.items())
    print_bouts(analysis.bouts, recording.duration_s)
    print_events(analysis.events)
    print_metrics(analysis.metrics)
    print_notes(recording.about, analysis.quality)


def print_shown(shown: Shown) -> None:
    """A recording that is kept."""
    print_head(f"{shown.name}  {shown.id}", shown.start, shown.about, shown.duration_s)
    if shown.notes:
        console().print(shown.notes)
    print_bouts(shown.bouts, shown.duration_s)
    print_events(shown.events)
    print_metrics(shown.metrics)
    print_notes(shown.about, shown.quality)


def print_listing(listing: Listing) -> None:
    """One page of the list. A narrow terminal leaves out the sport, so that names can be read."""
    w = reader()
    sports = (w("Sport"),) if console().width >= ROOM_FOR_SPORTS else ()
    heads = ("ID", w("Date"), w("Time"), w("Distance"), w("Backward"), w("Name"), *sports)
    shown = table(*heads, right=(2, 3, 4), whole=(0, 1))
    for row in listing.rows:
        backward = row.by_direction.get(Direction.BACKWARD, 0.0)
        shown.add_row(
            row.id,
            w.date(row.start.date(), "short") if row.start_known else MISSING,
            w.duration(row.duration_s),
            str(show(row.distance_m, "m", w)) if row.distance_m == row.distance_m else MISSING,
            w.duration(backward) if backward else MISSING,
            Text(row.name),
            *(sport_name(row.sport, w) for _ in sports),
        )
    console().print(shown)
    console().print(
        w("Page {page} of {pages}, recordings: {total}", page=listing.page, pages=listing.pages, total=listing.total)
    )
