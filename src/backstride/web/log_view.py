"""How a logged session is shown: what was said in numbers, the body with what hurts, what recordings say."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from backstride.app import Store, show_recording
from backstride.app.balance import FIELDS, balance_of
from backstride.app.load import SessionLoad
from backstride.figures.body import BODY, View, body_map
from backstride.message import Message, say
from backstride.recording import Direction, Side
from backstride.session import BodyPart, Done, Glances, Measured, Session
from backstride.web.page import Page, first_upper
from backstride.words.body import part_name

DONE: Mapping[Done, Message] = {
    Done.ALL: say("all of it"),
    Done.PART: say("part of it"),
    Done.SKIPPED: say("left it out"),
}
GLANCES: Mapping[Glances, Message] = {
    Glances.BOTH: say("over both shoulders"),
    Glances.ONE: say("over one shoulder"),
    Glances.FEW: say("too seldom"),
}
STOPS: Mapping[str, Message] = {"yes": say("yes, every time"), "no": say("not every time")}
HIGHEST, MUCH = 10, 4  # of pain
VIEWS: tuple[View, ...] = ("front", "back")
# Every place of the map once, though some are seen from both sides.
PLACES: Mapping[str, tuple[BodyPart, Side]] = {one.id: (one.part, one.side) for one in BODY if one.part is not None}
# Words for the ratings that have one (category-ratio scale).
EXERTION: Mapping[int, Message] = {
    0: say("rest"),
    1: say("very easy"),
    2: say("easy"),
    3: say("moderate"),
    4: say("somewhat hard"),
    5: say("hard"),
    7: say("very hard"),
    10: say("as hard as can be"),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """A recording of the session."""

    id: str
    name: str
    when: str
    ribbon: tuple[tuple[float, float, Direction], ...]


def marked_body(levels: Mapping[str, int], here: Page, *, links: bool = False) -> Mapping[str, str]:
    """Front and back, with what hurts marked; as links to the list where it can be said."""
    classes = {id_: "hurts" if level >= MUCH else "hurts-some" for id_, level in levels.items()}
    names = {id_: here.words(part_name(part, side)) for id_, (part, side) in PLACES.items()}
    targets = {id_: f"#pain-{id_}" for id_ in PLACES} if links else {}
    wholes = {"front": here.words(say("Your body from the front")), "back": here.words(say("Your body from behind"))}
    return {view: body_map(view, classes, {**names, "": wholes[view]}, targets) for view in VIEWS}


def numbers_of(store: Store, one: Session, here: Page) -> tuple[tuple[Message, str, str], ...]:
    """What was said in numbers, as label, value and what it means."""
    words = here.words
    rows: list[tuple[Message, str, str]] = [(say("Minutes"), _short(one.minutes, here), "")]
    if one.rpe is not None:
        means = EXERTION.get(round(one.rpe))
        rows.append((say("Exertion"), _short(one.rpe, here), words(means) if means else ""))
    if one.load is not None:
        rows.append((say("Load"), words.number(one.load), words(say("exertion times minutes"))))
    rows += [(say("Falls"), words.number(one.falls), ""), (say("Near falls"), words.number(one.near_falls), "")]
    if one.glances is not None:
        rows.append((say("Looked behind"), first_upper(words(GLANCES[one.glances])), ""))
    if one.easy_stops is not None:
        rows.append(
            (say("Stood still before changes"), first_upper(words(STOPS["yes" if one.easy_stops else "no"])), "")
        )
    tested = balance_of(store, one.id)
    rows += [(field.label, _short(tested[field.name], here), "") for field in FIELDS if field.name in tested]
    return tuple(rows)


def _short(value: float, here: Page) -> str:
    return here.words.number(value, 0 if float(value).is_integer() else 1)


def measured_rows(measured: Measured | None, here: Page) -> tuple[tuple[Message, str], ...]:
    """What the recordings say, as label and value; an en dash where they do not tell which way the person faced."""
    if measured is None:
        return ()
    words = here.words
    known = measured.tells_direction or measured.longest_s > 0
    backward_s = measured.seconds.get(Direction.BACKWARD, 0.0) if known else math.nan
    rows = [
        (say("Backward"), words.duration(backward_s)),
        (say("Longest stretch backward"), words.duration(measured.longest_s if known else math.nan)),
    ]
    if measured.distance_backward_m is not None:
        rows.append((say("Distance backward"), str(here.show(measured.distance_backward_m, "m", "distance"))))
    if measured.backward_speed_mps is not None:
        rows.append((say("Speed backward"), str(here.show(measured.backward_speed_mps, "m/s", "speed"))))
    if measured.transitions is not None:
        clean = measured.transitions - (measured.unclean or 0)
        rows.append((say("Changes with a stop"), words(say("{n} of {all}", n=clean, all=measured.transitions))))
    if measured.stumbles is not None:
        rows.append((say("Stumbles"), words.number(measured.stumbles)))
    return tuple(rows)


def heart_rows(load: SessionLoad, here: Page) -> tuple[tuple[Message, str], ...]:
    """What the session asked of the heart; nothing where no heart rate was recorded."""
    loads = ((say("Load by zones (Edwards)"), load.edwards), (say("Load by reserve (Banister)"), load.banister))
    return tuple((label, here.words.number(value)) for label, value in loads if value is not None)


def linked_recording(store: Store, id_: str, here: Page) -> Linked:
    shown = show_recording(store, id_)
    start, whole = here.preferences.local(shown.start), shown.duration_s or 1.0
    when = f"{here.words.time(start)}, {here.words.duration(shown.duration_s)}"
    segments = tuple((bout.start_s / whole, bout.end_s / whole, bout.direction) for bout in shown.bouts)
    return Linked(id_, shown.name or here.words(say("Recording")), when, segments)
