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

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain, Session

NOTES_LENGTH = 4000
MOST_MINUTES = 24 * 60
MOST_FALLS = 99
HIGHEST = 10
LOOK_BACK = timedelta(days=3660)
PAIN = "pain."
ONE_RECORDING = "recording."

_ANSWERS: Mapping[str, bool] = {
    "yes": True,
    "on": True,
    "true": True,
    "1": True,
    "no": False,
    "false": False,
    "0": False,
}
_SIDES: Mapping[str, Side] = {"": Side.UNKNOWN, "-both": Side.UNKNOWN, "-left": Side.LEFT, "-right": Side.RIGHT}

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


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


class FormReader:
    """Reads field after field and remembers what is wrong with each."""

    def __init__(self, form: Mapping[str, str]) -> None:
        self._form = form
        self.faults: dict[str, Message] = {}

    def read(self, name: str, how: Callable[[str], Value | Message], missing: Value) -> Value:
        """`missing` where the field is not there, is empty, or cannot be read."""
        text = str(self._form.get(name) or "").strip().encode("utf-8", "replace").decode()
        if not text:
            return missing
        value = how(text)
        if isinstance(value, Message):
            self.faults[name] = value
            return missing
        return value

    def has(self, name: str) -> bool:
        """Whether the form has the field, be it empty."""
        return name in self._form

    def refuse(self) -> None:
        """Raises BadAnswers with all that was found wrong."""
        if self.faults:
            raise BadAnswers(self.faults)


def read_told(form: Mapping[str, str], today: date, reader: FormReader) -> Told:
    """Every field; faults are left with the reader."""
    return Told(
        done=reader.read("done", _choice(Done), Done.ALL),
        day=reader.read("day", lambda text: _day(text, today), None),
        minutes=reader.read("minutes", _number(0, MOST_MINUTES), None),
        rpe=reader.read("rpe", _number(0, HIGHEST), None),
        pains=_pains(form, reader),
        falls=round(reader.read("falls", _whole(MOST_FALLS), 0.0)),
        near_falls=round(reader.read("near_falls", _whole(MOST_FALLS), 0.0)),
        glances=reader.read("glances", _choice(Glances), None),
        easy_stops=reader.read("easy_stops", _yes_or_no, None),
        notes=reader.read("notes", _notes, ""),
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
        level = round(reader.read(name, _whole(HIGHEST), 0.0))
        worst[place] = max(level, worst.get(place, 0))
    return tuple(Pain(part, side, level) for (part, side), level in worst.items() if level)


def _recordings(form: Mapping[str, str]) -> tuple[str, ...] | None:
    single = [
        name.removeprefix(ONE_RECORDING)
        for name, value in form.items()
        if name.startswith(ONE_RECORDING) and _ANSWERS.get(str(value).strip().lower(), False)
    ]
    if "recordings" not in form and not any(name.startswith(ONE_RECORDING) for name in form):
        return None
    listed = str(form.get("recordings") or "").replace(",", " ").split()
    return tuple(dict.fromkeys([*listed, *single]))


def _number(low: float, high: float) -> Callable[[str], float | Message]:
    def read(text: str) -> float | Message:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            return say("{text} is not a number", text=text[:40])
        if not low <= value <= high:
            return say("a number from {low} to {high} is expected", low=f"{low:g}", high=f"{high:g}")
        return value

    return read


def _whole(high: int) -> Callable[[str], float | Message]:
    def read(text: str) -> float | Message:
        value = _number(0, high)(text)
        if isinstance(value, Message) or value.is_integer():
            return value
        return say("{text} is not a whole number", text=text[:40])

    return read


def _choice(kind: type[Choice]) -> Callable[[str], Choice | Message]:
    by_name = {member.name.lower(): member for member in kind} | {member.value: member for member in kind}

    def read(text: str) -> Choice | Message:
        chosen = by_name.get(text.lower())
        names = ", ".join(member.name.lower() for member in kind)
        return say("one of {choices} is expected", choices=names) if chosen is None else chosen

    return read


def _yes_or_no(text: str) -> bool | Message:
    answer = _ANSWERS.get(text.lower())
    return say("one of {choices} is expected", choices="yes, no") if answer is None else answer


def _day(text: str, today: date) -> date | Message:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return say("a day like 2026-04-25 is expected")
    if day > today:
        return say("this day has not come yet")
    if day < today - LOOK_BACK:
        return say("a day of the last ten years is expected")
    return day


def _notes(text: str) -> str | Message:
    if len(text) > NOTES_LENGTH:
        return say("at most {count} characters are expected; these are {length}", count=NOTES_LENGTH, length=len(text))
    return text
