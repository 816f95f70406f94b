"""Questions as form fields: what is shown, what was answered, what is wrong; and a posted form as text by key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import Request

from backstride.message import Message, say
from backstride.plan.asking import NO, NONE, YES, Form, Kind, Question
from backstride.web.page import Page, first_upper
from backstride.words import Words

PAIR = 28
"""Two labels of up to so many characters stand side by side on a phone, if need be in two lines,"""
THIRD = 18
"""and three of up to so many,"""
WORD = 12
"""if no word is longer than this."""
FEW_DIGITS = 8
YES_NO: Mapping[str, Message] = {YES: say("yes"), NO: say("no")}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to tap. alone: it rules out the others."""

    value: str
    label: str
    spoken: str
    checked: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question as a page shows it. shape: how its choices lie (row, digits, list, chips, days); empty: a field."""

    question: Question
    value: str
    choices: tuple[Choice, ...]
    shape: str
    fault: Message | None

    @property
    def several(self) -> bool:
        return self.question.kind in (Kind.ANY_OF, Kind.WEEKDAYS)


def fields(questions: Iterable[Question], form: Form, faults: Mapping[str, Message], page: Page) -> tuple[Field, ...]:
    """The questions with what was answered."""
    return tuple(_field(one, form, faults.get(one.key), page) for one in questions)


async def posted(request: Request, keys: Iterable[str]) -> dict[str, str]:
    """What was sent under these keys; several answers to one are joined by commas, nothing chosen is empty."""
    async with request.form() as sent:
        return {key: ",".join(text for text in sent.getlist(key) if isinstance(text, str)) for key in keys}


def _field(question: Question, form: Form, fault: Message | None, page: Page) -> Field:
    value = form.get(question.key, "") or question.default
    choices = _choices(question, form, frozenset(value.split(",")), page)
    return Field(question, value, choices, _shape(question, choices), fault)


def _choices(question: Question, form: Form, chosen: frozenset[str], page: Page) -> tuple[Choice, ...]:
    words = page.words
    if question.kind is Kind.YES_NO:
        return tuple(_choice(key, first_upper(words(label)), chosen) for key, label in YES_NO.items())
    if question.kind is Kind.WEEKDAYS:
        return _days(question, form, chosen, page)
    rows = [_choice(key, first_upper(words(label)), chosen) for key, label in question.offered(form).items()]
    if question.none is not None:
        label = first_upper(words(question.none))
        rows.append(Choice(NONE, label, label, NONE in chosen, alone=True))
    return tuple(rows)


def _choice(key: str, label: str, chosen: frozenset[str]) -> Choice:
    return Choice(str(key), label, label, key in chosen)


def _days(question: Question, form: Form, chosen: frozenset[str], page: Page) -> tuple[Choice, ...]:
    words: Words = page.words
    first = page.preferences.first_weekday
    keys = sorted(question.offered(form), key=lambda key: (int(key) - first) % 7)
    return tuple(Choice(key, words.weekday(int(key)), words.weekday(int(key), "wide"), key in chosen) for key in keys)


def _shape(question: Question, choices: tuple[Choice, ...]) -> str:
    if not choices:
        return ""
    if question.kind is Kind.WEEKDAYS:
        return "days"
    if all(choice.label.isdigit() for choice in choices):
        return "digits" if len(choices) > FEW_DIGITS else "digits few"
    longest = max(len(choice.label) for choice in choices)
    word = max(len(word) for choice in choices for word in choice.label.split())
    if question.kind is not Kind.ANY_OF and (len(choices) == 2 or (len(choices) == 3 and longest <= THIRD)):
        return "row" if word <= WORD else "list"
    return "chips" if longest <= PAIR else "list"
