"""What a person says of their heart, from a day on: zones, highest and resting rate. Older sayings stay for older days.

The form, as pages hand it in: text under names.

from        YYYY-MM-DD: the day from which it holds; empty: today
basis       highest, reserve, threshold or own
highest, resting, threshold   beats a minute; empty: not said
own, backward                 five lower bounds with spaces or commas between them; empty: none
sex         female, male, or empty
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.physiology.zones import Basis, HeartSettings, Sex, check_settings
from backstride.store import Store
from backstride.store.codec import to_json, understood

KEY = "heart"
FIELDS = ("from", "basis", "highest", "resting", "threshold", "own", "backward", "sex")
_LOOK_BACK = timedelta(days=36600)
_LONGEST = 200  # characters of a field


@dataclass(frozen=True, slots=True)
class Held:
    """Settings, and the day from which they hold."""

    from_day: date
    told: HeartSettings


@dataclass(frozen=True, slots=True)
class History:
    """All that was said, oldest first."""

    held: tuple[Held, ...]

    def on(self, day: date) -> HeartSettings:
        """What holds on a day: before the first saying the first one, for nothing better is known."""
        if not self.held:
            return HeartSettings()
        at = bisect_right([one.from_day for one in self.held], day)
        return self.held[max(0, at - 1)].told


def history(store: Store) -> History:
    """Sayings that cannot be read, or that the form would not have taken, are left out: files bring in any."""
    read = ((row.from_day, understood(HeartSettings, row.body)) for row in store.measuring.settings(KEY))
    return History(tuple(Held(day, told) for day, told in read if told is not None and _believed(told)))


def hold(store: Store, form: Mapping[str, str], today: date) -> Held:
    """Keep what was said. Raises BadAnswers with every fault, and keeps nothing then."""
    faults: dict[str, Message] = {}
    fields = {name: str(form.get(name) or "").strip()[:_LONGEST] for name in FIELDS}
    from_day = _day(fields["from"], today, faults)
    told = HeartSettings(
        basis=_basis(fields["basis"], faults),
        highest=_number("highest", fields, faults),
        resting=_number("resting", fields, faults),
        threshold=_number("threshold", fields, faults),
        own=_bounds("own", fields, faults),
        backward=_bounds("backward", fields, faults),
        sex=Sex(fields["sex"]) if fields["sex"] in set(Sex) else Sex.NOT_SAID,
    )
    try:
        check_settings(told)
    except BadAnswers as error:
        faults = error.fields | faults
    if faults:
        raise BadAnswers(faults)
    store.measuring.save_setting(KEY, from_day, to_json(told))
    return Held(from_day, told)


def let_go(store: Store, from_day: date) -> bool:
    """Forget what was said from that day on. Returns whether there was something."""
    return store.measuring.remove_setting(KEY, from_day)


def form_of(told: HeartSettings) -> dict[str, str]:
    """What was said, as a form."""

    def number(value: float | None) -> str:
        return "" if value is None else f"{value:g}"

    def bounds(values: Sequence[float]) -> str:
        return " ".join(f"{value:g}" for value in values)

    return {
        "basis": told.basis.value,
        "highest": number(told.highest),
        "resting": number(told.resting),
        "threshold": number(told.threshold),
        "own": bounds(told.own),
        "backward": bounds(told.backward),
        "sex": "" if told.sex is Sex.NOT_SAID else told.sex.value,
    }


def _believed(told: HeartSettings) -> bool:
    try:
        check_settings(told)
    except BadAnswers:
        return False
    return True


def _day(text: str, today: date, faults: dict[str, Message]) -> date:
    try:
        day = date.fromisoformat(text) if text else today
    except ValueError:
        faults["from"] = say("{text} is not a date", text=text)
        return today
    if not today - _LOOK_BACK <= day <= today:
        faults["from"] = say("choose a day that has come")
    return day


def _basis(text: str, faults: dict[str, Message]) -> Basis:
    if not text:
        return Basis.HIGHEST
    if text not in set(Basis):
        faults["basis"] = say("choose one of them")
        return Basis.HIGHEST
    return Basis(text)


def _number(name: str, fields: Mapping[str, str], faults: dict[str, Message]) -> float | None:
    text = fields[name].replace(",", ".")
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        faults[name] = say("{text} is not a number", text=fields[name])
        return None


def _bounds(name: str, fields: Mapping[str, str], faults: dict[str, Message]) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in re.split(r"[\s,;]+", fields[name]) if part)
    except ValueError:
        faults[name] = say("five rising numbers are expected, each the lowest heart rate of a zone")
        return ()
