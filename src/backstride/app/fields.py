"""Fields of a form, as a person writes them: one reader for all of them, and how each kind is read.

Each way of reading takes the text of a field and gives its value, or says what is wrong with it.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from backstride.errors import BadAnswers
from backstride.message import Message, say

LOOK_BACK = timedelta(days=3660)
_SHOWN = 40  # characters of what cannot be read
_ANSWERS: Mapping[str, bool] = {
    "yes": True,
    "on": True,
    "true": True,
    "1": True,
    "no": False,
    "false": False,
    "0": False,
}

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


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


def is_yes(text: str) -> bool:
    """Whether that is a yes; anything else is none."""
    return _ANSWERS.get(text.strip().lower(), False)


def yes_or_no(text: str) -> bool | Message:
    """Also as boxes and programs say it: on, true, 1."""
    answer = _ANSWERS.get(text.lower())
    return say("one of {choices} is expected", choices="yes, no") if answer is None else answer


def number(low: float, high: float) -> Callable[[str], float | Message]:
    """With a point or a comma."""

    def read(text: str) -> float | Message:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            return no_number(text)
        return within(value, low, high)

    return read


def whole(high: int) -> Callable[[str], float | Message]:
    """From 0 on."""

    def read(text: str) -> float | Message:
        value = number(0, high)(text)
        if isinstance(value, Message) or value.is_integer():
            return value
        return say("{text} is not a whole number", text=text[:_SHOWN])

    return read


def within(value: float, low: float, high: float) -> float | Message:
    """The value where it lies between finite bounds."""
    if not low <= value <= high:
        return say("a number from {low} to {high} is expected", low=f"{low:g}", high=f"{high:g}")
    return value


def no_number(text: str) -> Message:
    """What is said of a text that should be one."""
    return say("{text} is not a number", text=text[:_SHOWN])


def choice(kind: type[Choice]) -> Callable[[str], Choice | Message]:
    """By the name of a member, or by its value."""
    by_name = {member.name.lower(): member for member in kind} | {member.value: member for member in kind}

    def read(text: str) -> Choice | Message:
        chosen = by_name.get(text.lower())
        names = ", ".join(member.name.lower() for member in kind)
        return say("one of {choices} is expected", choices=names) if chosen is None else chosen

    return read


def day_until(today: date) -> Callable[[str], date | Message]:
    """A day that has come, of the last ten years."""

    def read(text: str) -> date | Message:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return say("a day like 2026-04-25 is expected")
        if day > today:
            return say("this day has not come yet")
        return day if day >= today - LOOK_BACK else say("a day of the last ten years is expected")

    return read


def notes(longest: int) -> Callable[[str], str | Message]:
    """Text of so many characters at the most."""

    def read(text: str) -> str | Message:
        if len(text) <= longest:
            return text
        return say("at most {count} characters are expected; these are {length}", count=longest, length=len(text))

    return read
