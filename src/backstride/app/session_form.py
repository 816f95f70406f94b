"""The form in which a person tells how a session went, as pages and commands hand it in: text under names.

done         all, part or skipped
day          YYYY-MM-DD
minutes      how long it took
rpe          0 to 10
pain.PLACE   0 to 10; PLACE is a part of the body, then -left or -right where it is on one side: pain.knee-left
falls, near_falls
glances      both, one or few
easy_stops   yes or no
notes
new          id to keep a session under that is neither planned nor kept yet: sent twice, it is kept once
recordings   ids with spaces or commas between them; named at all, they are all there are. recording.ID=on says it too

What is left out was not said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backstride.app.fields import FormReader, choice, day_until, is_yes, notes, number, whole, yes_or_no
from backstride.message import say
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain, Session

NOTES_LENGTH = 4000
MOST_MINUTES = 24 * 60
MOST_FALLS = 99
HIGHEST = 10
PAIN = "pain."
ONE_RECORDING = "recording."

_SIDES: Mapping[str, Side] = {"": Side.UNKNOWN, "-both": Side.UNKNOWN, "-left": Side.LEFT, "-right": Side.RIGHT}


def _slug(text: str) -> str:
    return text.lower().replace("_", "-").replace(" ", "-")


PAIN_KEYS: Mapping[str, tuple[BodyPart, Side]] = {
    PAIN + name + ending: (part, side)
    for part in BodyPart
    for name in (_slug(part.name), _slug(part.value))
    for ending, side in _SIDES.items()
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the form says. None: it says nothing of that. `recordings`: ids as they were written."""

    done: Done
    day: date | None
    minutes: float | None
    rpe: float | None
    pains: tuple[Pain, ...]
    falls: int
    near_falls: int
    glances: Glances | None
    easy_stops: bool | None
    notes: str
    recordings: tuple[str, ...] | None


def written(one: Session) -> Mapping[str, str]:
    """The form as it would have been filled in for a session that is kept."""
    fields = {
        "done": one.done.value,
        "day": one.day.isoformat(),
        "minutes": f"{one.minutes:g}",
        "rpe": "" if one.rpe is None else f"{one.rpe:g}",
        "falls": str(one.falls),
        "near_falls": str(one.near_falls),
        "glances": one.glances.value if one.glances else "",
        "easy_stops": "" if one.easy_stops is None else ("yes" if one.easy_stops else "no"),
        "notes": one.notes,
        "recordings": " ".join(one.recordings),
    }
    return fields | {pain_key(pain.part, pain.side): str(pain.level) for pain in one.pains}


def says_the_same(one: Session, told: Told) -> bool:
    """Whether a form says of a session what is kept of it; recordings aside."""
    said = (told.done, told.day, told.minutes, told.rpe, set(told.pains), told.falls, told.near_falls)
    kept = (one.done, one.day, one.minutes, one.rpe, set(one.pains), one.falls, one.near_falls)
    return said == kept and (told.glances, told.easy_stops, told.notes) == (one.glances, one.easy_stops, one.notes)


def pain_key(part: BodyPart, side: Side) -> str:
    """The field of a place: "pain.knee-left"; "pain.knee" where the side is not known."""
    return f"{PAIN}{_slug(part.value)}" + ("" if side is Side.UNKNOWN else f"-{side.value}")


def read_told(form: Mapping[str, str], today: date, reader: FormReader) -> Told:
    """Every field; faults are left with the reader."""
    return Told(
        done=reader.read("done", choice(Done), Done.ALL),
        day=reader.read("day", day_until(today), None),
        minutes=reader.read("minutes", number(0, MOST_MINUTES), None),
        rpe=reader.read("rpe", number(0, HIGHEST), None),
        pains=_pains(form, reader),
        falls=round(reader.read("falls", whole(MOST_FALLS), 0.0)),
        near_falls=round(reader.read("near_falls", whole(MOST_FALLS), 0.0)),
        glances=reader.read("glances", choice(Glances), None),
        easy_stops=reader.read("easy_stops", yes_or_no, None),
        notes=reader.read("notes", notes(NOTES_LENGTH), ""),
        recordings=_recordings(form),
    )


def _pains(form: Mapping[str, str], reader: FormReader) -> tuple[Pain, ...]:
    """The worst said of each place; 0 is no pain."""
    worst: dict[tuple[BodyPart, Side], int] = {}
    for name in form:
        if not name.startswith(PAIN):
            continue
        place = PAIN_KEYS.get(PAIN + _slug(name.removeprefix(PAIN)))
        if place is None:
            reader.faults[name] = say("{name} is not a part of the body that is known here", name=name[:80])
            continue
        level = round(reader.read(name, whole(HIGHEST), 0.0))
        worst[place] = max(level, worst.get(place, 0))
    return tuple(Pain(part, side, level) for (part, side), level in worst.items() if level)


def _recordings(form: Mapping[str, str]) -> tuple[str, ...] | None:
    single = [
        name.removeprefix(ONE_RECORDING)
        for name, value in form.items()
        if name.startswith(ONE_RECORDING) and is_yes(str(value))
    ]
    if "recordings" not in form and not any(name.startswith(ONE_RECORDING) for name in form):
        return None
    listed = str(form.get("recordings") or "").replace(",", " ").split()
    return tuple(dict.fromkeys([*listed, *single]))
