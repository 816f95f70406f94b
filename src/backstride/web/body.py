"""What going backward does to the body: a map of the muscles, knees and landing, and a calculator of energy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app import read_settings
from backstride.app.body import energy_of_week, own_speeds, practice_before
from backstride.app.cost import CHOICES, RANGES, USUAL, cost, read_asked
from backstride.errors import BadAnswers, NotAllowed
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Study, Topic
from backstride.figures import BODY, body_map
from backstride.message import Message, say
from backstride.physiology.energy import KMH
from backstride.physiology.joints import CLASS, knee, landing
from backstride.physiology.muscles import NAMES, Activity, Change, Finding, activities
from backstride.recording import Direction, Gait
from backstride.web.body_view import KNEECAP, LANDING, Row, costed_rows, row, total_rows
from backstride.web.page import Page, first_upper, page_of, render
from backstride.web.site import site_of
from backstride.words.estimates import CHANGE_GLYPHS, CHANGES, RANGE_MEANS, told
from backstride.words.evidence import by_whom
from backstride.words.names import DIRECTIONS, GAITS

router = APIRouter(prefix="/learn/body", include_in_schema=False)

CLASSES: Mapping[Change, str] = {
    Change.HIGHER: "more",
    Change.LOWER: "less",
    Change.UNCLEAR: "unclear",
    Change.NO_DATA: "unmeasured",
}
TITLES: Mapping[Change, Message] = {
    Change.HIGHER: say("More active backward"),
    Change.LOWER: say("Less active backward"),
    Change.UNCLEAR: say("Unclear: studies disagree, found no difference, or changed more than the direction"),
    Change.NO_DATA: say("Not measured"),
}
MARK_SIZE = 11  # of the 408 that the map is high
EXAMPLE_MPS = {Direction.BACKWARD: 2.0, Direction.FORWARD: 2.8}
_GROUPS = {region.id.rsplit("-", 1)[0]: region.group for region in BODY if region.part is None}
_RUNNING = tuple((way, Gait.RUN) for way in (Direction.BACKWARD, Direction.FORWARD))


@dataclass(frozen=True, slots=True)
class Told:
    """What one study found of a muscle."""

    who: str
    found: str
    people: Message
    beware: Message | None
    promise: str


@dataclass(frozen=True, slots=True)
class MuscleRow:
    key: str
    name: str
    change: Change
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Knees and landing in one direction at one speed."""

    direction: Direction
    title: str
    speed: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the calculator says: rows, or why there are none; faults by field."""

    rows: tuple[Row, ...]
    refused: Message | None
    no_load: Message | None
    faults: Mapping[str, Message]


@router.get("")
def body(request: Request) -> HTMLResponse:
    """The page. `gait` in the address switches the map and is the gait the calculator asks for."""
    page, store = page_of(request), site_of(request).store
    asked = dict(request.query_params)
    gait = Gait.RUN if asked.get("gait") == Gait.RUN.value else Gait.WALK
    mass = read_settings(store).mass_kg
    found, speeds = activities(gait), own_speeds(store)
    tomorrow = datetime.combine(page.today + timedelta(days=1), time(12), UTC)
    form = _form(asked, gait, mass, practice_before(store, tomorrow), _fastest_forward(speeds))
    rows = [_muscle(one, page) for one in found.values()]
    return render(
        request,
        "body.html",
        gait=gait,
        gaits={one: _switched(asked, one) for one in (Gait.WALK, Gait.RUN)},
        gait_names=GAITS,
        maps=[_map(view, found, page) for view in ("front", "back")],
        shelves=[(change, TITLES[change], shelf) for change in Change
                 if (shelf := [one for one in rows if one.change is change])],
        classes=CLASSES,
        change_glyphs=CHANGE_GLYPHS,
        unmeasured=Change.NO_DATA,
        columns=_columns(speeds, mass, page),
        own=any(key in speeds for key in _RUNNING),
        mass_missing=mass is None,
        class_of_estimate=CLASS,
        form=form,
        ranges=RANGES,
        answer=_answer(form, page) if "speed_kmh" in asked else None,
        range_means=RANGE_MEANS,
        week=total_rows(energy_of_week(store, page.today - timedelta(days=6)), page),
    )  # fmt: skip


def _form(
    asked: Mapping[str, str], gait: Gait, mass: float | None, practice: int, forward_mps: float | None
) -> dict[str, str]:
    """What the calculator's fields hold."""
    usual = {**USUAL, "practice": str(practice), "mass_kg": "" if mass is None else f"{mass:g}", "gait": gait.value}
    if forward_mps is not None:
        usual["forward_kmh"] = f"{KMH * forward_mps:.1f}"
    if gait is Gait.RUN:
        usual["speed_kmh"] = "8"
    usual |= {key: asked[key][:20] for key in usual.keys() & asked.keys()}
    return usual | {key: USUAL[key] for key, choices in CHOICES.items() if usual[key] not in choices}


def _fastest_forward(speeds: Mapping[tuple[Direction, Gait], float]) -> float | None:
    """How fast the person runs forward, else walks; None where no recording shows it."""
    return speeds.get((Direction.FORWARD, Gait.RUN), speeds.get((Direction.FORWARD, Gait.WALK)))


def _answer(form: Mapping[str, str], page: Page) -> Answer:
    try:
        found = cost(read_asked(form))
    except BadAnswers as wrong:
        return Answer((), None, None, wrong.fields)
    except NotAllowed as refused:
        return Answer((), refused.message, None, {})
    return Answer(costed_rows(found, page), None, found.load.missing, {})


def _switched(asked: Mapping[str, str], gait: Gait) -> str:
    """The address of the same page for a gait."""
    kept = {key: asked[key] for key in USUAL if key in asked} | {"gait": gait.value}
    return f"/learn/body?{urlencode(kept)}"


def _map(view: str, found: Mapping[str, Activity], page: Page) -> str:
    """One view, coloured and marked by what is known of each muscle."""
    words = page.words
    side = words(say("Muscles, front") if view == "front" else say("Muscles, back"))
    titles = {key: f"{first_upper(words(NAMES[key]))}: {words(CHANGES[one.change])}" for key, one in found.items()} | {
        "": side
    }
    links = {key: f"#muscle-{key}" for key in found}
    drawn = body_map(
        "front" if view == "front" else "back",
        {key: CLASSES[one.change] for key, one in found.items()},
        titles,
        links,
        layer="muscles",
    )
    return drawn.replace("</svg>", _marks(view, found) + "</svg>")


def _marks(view: str, found: Mapping[str, Activity]) -> str:
    """A glyph on every muscle of which something is known, so that colour is never alone."""
    marks = []
    for region in BODY:
        key = region.id.rsplit("-", 1)[0]
        if region.view == view and region.part is None and found[key].change is not Change.NO_DATA:
            x, y = region.anchor
            change = found[key].change
            mark = f'<text class="mark {CLASSES[change]}" font-size="{MARK_SIZE}" x="{x:g}" y="{y:g}">'
            marks.append(f"{mark}{CHANGE_GLYPHS[change]}</text>")
    return f'<g aria-hidden="true">{"".join(marks)}</g>'


def _muscle(one: Activity, page: Page) -> MuscleRow:
    told = tuple(_told(finding, _GROUPS[one.muscle], page) for finding in one.findings)
    return MuscleRow(one.muscle, first_upper(page.words(NAMES[one.muscle])), one.change, told)


def _told(finding: Finding, group: str, page: Page) -> Told:
    words, study = page.words, finding.study
    found = words(say("no difference") if finding.found is Change.UNCLEAR else CHANGES[finding.found])
    if finding.amount:
        found = words(say("{what}, by {amount} %", what=found, amount=words.number(finding.amount.value, 0)))
    if finding.when:
        found = f"{found}, {words(finding.when)}"
    who = first_upper(by_whom(study.source, words))
    who = f"{who}, {study.source.year}" if study.source.year else who
    return Told(who, found, study.people, study.beware, _promise(study, group))


def _promise(study: Study, group: str) -> str:
    """Key of a promise under which the study can be read: that of the group of muscles, else one about muscles."""
    telling = [one for one in PROMISES.values() if study in one.studies]
    telling.sort(key=lambda one: (one.key != group, one.topic is not Topic.MUSCLES))
    return telling[0].key if telling else ""


def _columns(speeds: Mapping[tuple[Direction, Gait], float], mass: float | None, page: Page) -> tuple[Column, ...]:
    """Backward at the person's speed, forward at the same, and forward at their own."""
    backward, forward = (speeds.get(key, EXAMPLE_MPS[key[0]]) for key in _RUNNING)
    wanted = (
        (Direction.BACKWARD, backward, say("{direction} at {speed}")),
        (Direction.FORWARD, backward, say("{direction} at the same {speed}")),
        (Direction.FORWARD, forward, say("{direction} at {speed}")),
    )
    return tuple(column for way, speed, title in wanted if (column := _column(way, speed, title, mass, page)))


def _column(way: Direction, speed: float, title: Message, mass: float | None, page: Page) -> Column | None:
    try:
        load, impact = knee(way, Gait.RUN, speed, mass_kg=mass), landing(way, Gait.RUN, speed)
    except NotAllowed:
        return None
    shown = str(page.show(speed, "m/s", "speed_mps"))
    name = first_upper(page.words(DIRECTIONS[way]))
    rows = (
        row(KNEECAP, load.peak_bw, page, str(told(load.peak_n, page.words)) if load.peak_n else ""),
        row(say("The peaks of a kilometre added up"), load.per_km_bw, page),
        row(LANDING, impact, page),
    )
    return Column(way, page.words(Message(title.template, {"direction": name, "speed": shown})), shown, rows)
