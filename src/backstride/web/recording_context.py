"""Everything the templates of the recording page are given."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import isfinite

from backstride.app.digest import ribbon as thinned
from backstride.app.exporting import EXPORT_KINDS
from backstride.app.learned import Learned
from backstride.app.recordings import Shown
from backstride.message import Message, say
from backstride.recording import SIGNALS, Direction, Gait, Placement, Spoke
from backstride.web import recording_reasons as reasons
from backstride.web import recording_view as view
from backstride.web.charts import Chart, charts_of
from backstride.web.page import Page, first_upper
from backstride.web.ribbon import in_words
from backstride.words.events import EVENTS
from backstride.words.names import DIRECTIONS, GAITS, GLYPHS, PLACEMENTS, sport_name
from backstride.words.quantities import Shown as Quantity
from backstride.words.quantities import unit_name

FIRST_POINTS = 1024
MOST_LISTED = 300  # bouts in the list; all of them are on the time line
MOST_DRAWN = 1000
# What the page loads is named here so that the browser fetches all of it at once.
MODULES = (
    "page.js", "axis.js", "binary.js", "bouts.js", "chart.js", "editor.js", "elements.js", "levels.js", "loading.js",
    "phrases.js", "readout.js", "ribbon.js", "time.js", "touch.js", "view.js", "band.js", "events.js", "reasons.js",
)  # fmt: skip

# Sentences the scripts say, by the names the scripts know them under.
SENTENCES: Mapping[str, Message] = {
    "ribbon": say("Time line by direction"),
    "edge_start": say("Start of the stretch"),
    "edge_end": say("End of the stretch"),
    "sure": say("{share} % sure"),
    "bout": say("{what}, {start} to {end}"),
    "choose": say("Choose a stretch in the time line, drag over one, or type its times."),
    "chosen": say("{what}, {length} long. What was it?"),
    "marked": say("{length} marked. What was it?"),
    "bad_times": say("Write times as 4:05 or 1:02:03, the end after the start, at most {end}."),
    "stretch": say("visible stretch"),
    "whole": say("whole recording"),
    "saving": say("Saving, and analysing again"),
    "saved": say("Saved: {what} from {start} to {end}."),
    "undone": say("Undone."),
    "not_saved": say("Not saved. {why}"),
    "start": say("Start"),
    "finish": say("End"),
    "band": say("How probable each direction was"),
    "chance": say("{share}%"),
    "silent": say("silent here"),
    "even": say("undecided here"),
    "leans": say("{what} {share}%"),
    "closer": say("Zoom in to 30 seconds or less to see single steps."),
    "no_steps": say("No steps were seen here."),
    "left": say("left"),
    "right": say("right"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """Time in one direction, and its share of the whole."""

    direction: Direction
    time: Quantity
    share: str


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SignalFact:
    label: str
    unit: str
    rate: str
    samples: str


@dataclass(frozen=True, slots=True)
class PlacementChoice:
    value: str
    label: str
    chosen: bool


def context_of(
    shown: Shown, page: Page, *, changed: str | None = None, known: Iterable[Learned] = ()
) -> dict[str, object]:
    """The names the template recording.html uses.

    changed  what the last correction changed, as `recording_reasons.write_moved` wrote it
    known    what has been learned of the person
    """
    here = page.url(f"/recordings/{shown.id}")
    return {
        "here": here,
        **_head(shown, page),
        **_reasoned(shown, page, changed, known),
        **_drawn(shown, page, here),
        **_counted_up(shown, page),
        **_told(shown, page),
    }


def _head(shown: Shown, page: Page) -> dict[str, object]:
    """What it is called, where it came from, what it can leave as."""
    has_track = _has_track(shown)
    return {
        "id": shown.id,
        "title": shown.name or _unnamed(shown, page),
        "name": shown.name,
        "notes": shown.notes,
        "about": shown.about,
        "meta": _meta(shown, page),
        "twins": shown.twins,
        "stale": shown.stale or shown.again,
        "stale_says": _stale_says(shown, page),
        "error": shown.error,
        "exports": [
            {"kind": kind.name, "label": page.words(kind.label)}
            for kind in EXPORT_KINDS
            if has_track or kind.name != "gpx"
        ],
        "original_size": page.words.size(shown.original_bytes),
        "duration_s": shown.duration_s,
        "duration_text": page.words.duration(shown.duration_s),
    }


def _reasoned(shown: Shown, page: Page, changed: str | None, known: Iterable[Learned]) -> dict[str, object]:
    """Why it is believed, what happened, what was corrected."""
    return {
        "news": reasons.news(changed, shown, known, page),
        "taught": shown.taught,
        "sources": reasons.sources(shown, page),
        "ways": reasons.ways(shown),
        "happened": reasons.happened(shown.events, page),
        "question": reasons.question(shown.doubt, shown.duration_s, page),
        "has_steps": len(shown.steps.contact_s) > 0,
        "advice": None if shown.stale or shown.error else view.advice(shown.bouts, _has_sensor(shown)),
        "labels": shown.labels,
        "corrections": _corrections(len(shown.labels), page),
    }


def _drawn(shown: Shown, page: Page, here: str) -> dict[str, object]:
    """The ribbon, the charts, the track, and what their scripts are given."""
    chosen, has_track = page.preferences, _has_track(shown)
    names = [row.name for row in shown.signals]
    charts = charts_of([*names, *_counted(shown)], page.words, imperial=chosen.imperial, pace=chosen.pace)
    first = tuple(chart for chart in charts if chart.first)
    segments = view.ribbon(shown.bouts, 0.0, shown.duration_s)
    if len(segments) > MOST_DRAWN:  # it stands there until the scripts come
        segments = thinned(shown.bouts, shown.duration_s)
    return {
        "segments": segments,
        "directions_order": view.ORDER,
        "first_charts": first,
        "more_charts": tuple(chart for chart in charts if not chart.first),
        "first_url": _first_url(here, first, shown.duration_s),
        "has_track": has_track,
        "modules": MODULES,
        "confidence": view.confidence(shown.bouts[:MOST_DRAWN], shown.duration_s),
        "data": _data(shown, page, here, charts, has_track),
    }


def _counted_up(shown: Shown, page: Page) -> dict[str, object]:
    """Numbers of the whole, by direction, by bout and by lap."""
    seconds = view.seconds_by_direction(shown.bouts)
    listed, left_out = view.found(shown.bouts, page, MOST_LISTED)
    return {
        "main_numbers": view.main_numbers(shown.metrics, page),
        "other_numbers": view.other_numbers(shown.metrics, page),
        "shares": _shares(seconds, page),
        "says": in_words(seconds, page.words),
        "by_direction": view.table(shown.metrics, page),
        "bouts": listed,
        "bouts_left_out": left_out,
        "laps": view.laps(shown.about.laps, shown.bouts, page),
        "laps_have_distance": any(isfinite(lap.distance_m) for lap in shown.about.laps),
        "speed_label": page.words(say("Pace") if page.preferences.pace else say("Speed")),
        "speed_unit": page.show(1.0, "m/s").unit,
    }


def _told(shown: Shown, page: Page) -> dict[str, object]:
    """What the file told of itself, and what was lost."""
    return {
        "notes_on_quality": shown.quality,
        "loss_says": _loss_says(shown, page),
        "facts": _facts(shown, page),
        "signals": _signals(shown, page),
        "placements": _placements(shown, page) if _has_sensor(shown) else (),
    }


def _has_track(shown: Shown) -> bool:
    return any(row.name == "position" for row in shown.signals)


def _has_sensor(shown: Shown) -> bool:
    return any(row.name == "acceleration" for row in shown.signals)


def _counted(shown: Shown) -> tuple[str, ...]:
    """Cadence has a chart too where the analysis counted steps and no device said it."""
    steps = next((one.value for one in shown.metrics if one.key == "steps" and one.direction is None), 0.0)
    return ("cadence",) if steps > 0 else ()


def _first_url(here: str, charts: Iterable[Chart], duration_s: float) -> str:
    names = ",".join(chart.name for chart in charts)
    return f"{here}/series?signals={names}&start=0&end={duration_s:.3f}&points={FIRST_POINTS}"


def _data(shown: Shown, page: Page, here: str, charts: Iterable[Chart], has_track: bool) -> dict[str, object]:
    """What the scripts of the page read."""
    words = page.words
    return {
        "id": shown.id,
        "duration": shown.duration_s,
        "locale": words.language,
        "imperial": page.preferences.imperial,
        "tiles": page.preferences.tile_url,
        "attribution": "",
        "stale": shown.stale or shown.again,
        "version": shown.version,
        "urls": {name: f"{here}/{name}" for name in ("series", "track", "label", "undo", "reasons")},
        "events": reasons.marked(shown.events),
        "kinds": {kind.value: page.words(name) for kind, name in EVENTS.items()},
        "has_track": has_track,
        "directions": [{"key": one.value, "glyph": GLYPHS[one], "label": words(DIRECTIONS[one])} for one in view.ORDER],
        "gaits": {gait.value: words(GAITS[gait]) for gait in Gait if gait is not Gait.NONE},
        "charts": [asdict(chart) for chart in charts],
        "bouts": [
            {
                "start": round(bout.start_s, 3),
                "end": round(bout.end_s, 3),
                "direction": bout.direction.value,
                "gait": bout.gait.value if bout.gait is not Gait.NONE else "",
                "confidence": round(bout.confidence, 2),
                "user": any(one.source is Spoke.USER for one in bout.evidence),
            }
            for bout in shown.bouts
        ],
        "strings": {name: words.catalogue.gettext(sentence.template) for name, sentence in SENTENCES.items()},
    }


def _unnamed(shown: Shown, page: Page) -> str:
    return sport_name(shown.about.sport, page.words) or page.words(say("Recording"))


def _meta(shown: Shown, page: Page) -> list[str]:
    about, words = shown.about, page.words
    start = page.preferences.local(shown.start)
    when = f"{words.date(start, 'full')}, {words.time(start)}" if shown.start_known else ""
    sat = words(PLACEMENTS[about.placement]) if about.placement is not Placement.UNKNOWN else ""
    sport = sport_name(about.sport, words) if shown.name else ""
    return [part for part in (when or first_upper(words(say("date unknown"))), sport, about.device, sat) if part]


def _stale_says(shown: Shown, page: Page) -> str:
    if shown.again and not shown.stale:
        return page.words(say("This is being read again with what was learned since, and may change."))
    if shown.bouts:
        return page.words(say("Better rules have come since this was analysed; it is being done again and may change."))
    return page.words(say("Still being analysed. The signals can be looked at already; directions follow."))


def _shares(seconds: Mapping[Direction, float], page: Page) -> list[Share]:
    total = sum(seconds.values()) or 1.0
    wanted = (Direction.BACKWARD, Direction.FORWARD)
    there = [one for one in wanted if one in seconds] or list(seconds)[:2]
    return [
        Share(one, page.show(seconds[one], "s", "time_s"), page.words.percent(seconds[one] / total)) for one in there
    ]


def _corrections(count: int, page: Page) -> str:
    if count == 1:
        return page.words(say("one correction by you"))
    return page.words(say("{count} corrections by you", count=count))


def _loss_says(shown: Shown, page: Page) -> str:
    loss = shown.about.loss
    if loss is None or loss.records_lost == 0:
        return ""
    if loss.records_lost is None:
        return page.words(say("{kept} records were saved; how many were lost cannot be known.", kept=loss.records_kept))
    return page.words(say("{kept} records saved, {lost} lost.", kept=loss.records_kept, lost=loss.records_lost))


def _facts(shown: Shown, page: Page) -> list[Fact]:
    about, words = shown.about, page.words
    rows = (
        (say("File"), shown.original_name),
        (say("Format"), about.format),
        (say("Device"), about.device),
        (say("Sensor"), words(PLACEMENTS[about.placement]) if about.placement is not Placement.UNKNOWN else ""),
        (say("Time zone"), about.time_zone),
        (say("Analysis rules"), shown.recipe or ""),
    )
    return [Fact(words(label), text) for label, text in rows if text]


def _signals(shown: Shown, page: Page) -> list[SignalFact]:
    rows = []
    for row in shown.signals:
        kind = SIGNALS.get(row.name)
        label = page.words(kind.label) if kind else row.name.removeprefix("developer.").replace("_", " ")
        rate = page.words.number(row.rate_hz, 0 if row.rate_hz >= 10 else 1)
        unit = unit_name(row.unit, page.words)
        samples = page.words.number(row.samples)
        rows.append(SignalFact(label, unit, f"{rate} Hz" if isfinite(row.rate_hz) else rate, samples))
    return rows


def _placements(shown: Shown, page: Page) -> list[PlacementChoice]:
    return [
        PlacementChoice(one.value, first_upper(page.words(PLACEMENTS[one])), one is shown.about.placement)
        for one in Placement
    ]
