"""Questions as rows, and how what a person answered is read. All faults of a form are found at once.

A form is text by key, as it comes from a page. Several answers to one question are joined by commas; "none" says that
none of them fits, and is not the same as no answer.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from backstride.message import Message, say

NONE = "none"
YES, NO = "yes", "no"
MOST_TEXT = 400
"""Longer answers are not read: no question asks for as much."""

Form = Mapping[str, str]
Answered = bool | int | float | str | frozenset[str] | None


class Kind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes or no"
    ONE_OF = "one of"
    ANY_OF = "any of"
    WHOLE = "whole number"
    NUMBER = "number"
    PACE = "minutes and seconds"
    TIME = "time of day"
    WEEKDAYS = "weekdays"


def _always(_: Form) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """A row of questions.

    part        the step in which it is asked
    choices     value -> what it is called; for ANY_OF and WEEKDAYS they may be combined
    none        what "none of these" is called; None: at least one has to be chosen
    low, high   bounds of numbers, in `unit`
    needed      whether it has to be answered
    default     answer that is offered
    asked_when  whether it is asked, given what was answered before
    timed       a number of seconds that can be taken with a stopwatch, and which of the tries counts: most or least
    of          the choices that are offered, given what was answered before; empty: all
    """

    key: str
    part: str
    label: Message
    kind: Kind
    help: Message | None = None
    choices: Mapping[str, Message] = field(default_factory=dict)
    none: Message | None = None
    low: float = -math.inf
    high: float = math.inf
    unit: str = ""
    needed: bool = True
    default: str = ""
    asked_when: Callable[[Form], bool] = _always
    of: Callable[[Form], frozenset[str]] | None = None
    timed: Literal["", "most", "least"] = ""

    def offered(self, form: Form) -> Mapping[str, Message]:
        """The choices that are offered, given what was answered before."""
        if self.of is None:
            return self.choices
        some = self.of(form)
        return {value: label for value, label in self.choices.items() if value in some}


def asked(questions: Iterable[Question], form: Form) -> tuple[Question, ...]:
    """Those of the questions that are asked, given what was answered so far."""
    return tuple(one for one in questions if one.asked_when(form))


def chosen(form: Form, key: str) -> frozenset[str]:
    """The answers given to a question with several; empty for none of them."""
    text = form.get(key, "")
    return frozenset(text.split(",")) - {"", NONE} if isinstance(text, str) else frozenset()


def read_all(questions: Iterable[Question], form: Form) -> tuple[dict[str, Answered], dict[str, Message]]:
    """What was answered to the questions that are asked, by key, and what is wrong, by key."""
    values: dict[str, Answered] = {}
    faults: dict[str, Message] = {}
    for question in asked(questions, form):
        value = read_one(question, form)
        if isinstance(value, Message):
            faults[question.key] = value
        else:
            values[question.key] = value
    return values, faults


def read_one(question: Question, form: Form) -> Answered | Message:
    """One answer, or what is wrong with it. None: not answered, and it did not have to be."""
    text = form.get(question.key, "")
    if not isinstance(text, str) or len(text) > MOST_TEXT:
        return say("this is longer than any answer can be")
    text = text.strip()
    if not text:
        return say("please answer this") if question.needed else None
    return _READERS[question.kind](question, text, form)


def _yes_no(_question: Question, text: str, _form: Form) -> Answered | Message:
    return text == YES if text in (YES, NO) else say("yes or no is expected")


def _one_of(question: Question, text: str, form: Form) -> Answered | Message:
    return text if text in question.offered(form) else say("one of the answers offered is expected")


def _any_of(question: Question, text: str, form: Form) -> Answered | Message:
    parts = [part for part in text.split(",") if part]
    some = frozenset(parts) - {NONE}
    if NONE in parts and (some or question.none is None):
        return say("choose either some or none of them")
    if not parts or not some <= frozenset(question.choices):
        return say("one or more of the answers offered are expected")
    left = some & frozenset(question.offered(form))  # what was chosen before may be offered no more
    return left if left or NONE in parts or not question.needed else say("please answer this")


def _number(question: Question, text: str, _form: Form) -> Answered | Message:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return say("{text} is not a number", text=text[:40])
    if not question.low <= value <= question.high:
        return say("a number from {low} to {high} is expected", low=f"{question.low:g}", high=f"{question.high:g}")
    return value


def _whole(question: Question, text: str, form: Form) -> Answered | Message:
    value = _number(question, text, form)
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else say("{text} is not a whole number", text=text[:40])


def _pace(question: Question, text: str, form: Form) -> Answered | Message:
    """Seconds, from "6:30" or "6" (minutes)."""
    minutes, colon, seconds = text.partition(":")
    if not (_digits(minutes) and (_digits(seconds) or not colon) and int(seconds or 0) < 60):
        return say("minutes and seconds are expected, like 6:30")
    value = 60 * int(minutes) + int(seconds or 0)
    if not question.low <= value <= question.high:
        return say(
            "between {low} and {high} minutes is expected", low=int(question.low / 60), high=int(question.high / 60)
        )
    return float(value)


def _time(_question: Question, text: str, _form: Form) -> Answered | Message:
    hour, _, minute = text.partition(":")
    if not (_digits(hour) and _digits(minute) and len(minute) == 2 and int(hour) < 24 and int(minute) < 60):
        return say("a time of day is expected, like 18:30")
    return f"{int(hour):02d}:{minute}"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 3


_READERS: Mapping[Kind, Callable[[Question, str, Form], Answered | Message]] = {
    Kind.YES_NO: _yes_no,
    Kind.ONE_OF: _one_of,
    Kind.ANY_OF: _any_of,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.PACE: _pace,
    Kind.TIME: _time,
    Kind.WEEKDAYS: _any_of,
}
