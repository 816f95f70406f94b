"""Verdicts in words: the five words, a change with its unit, and what more tries would do."""

from collections.abc import Mapping

from backstride.assess import Test
from backstride.message import Message, say
from backstride.progress.cautions import Caution
from backstride.progress.outcomes import Number, Outcome
from backstride.progress.points import Part
from backstride.progress.power import Hint, Outlook
from backstride.progress.verdict import Word
from backstride.words import MISSING, Words
from backstride.words.quantities import show
from backstride.words.tests import unit_of

Measure = Test | Number
_SURE = 0.99

VERDICTS: Mapping[Word, Message] = {
    Word.EARLY: say("too early"),
    Word.NOT_SHOWN: say("not shown"),
    Word.PROBABLY: say("probably"),
    Word.SHOWN: say("shown"),
    Word.CONTRADICTED: say("contradicted"),
}
SAYS: Mapping[Word, Message] = {
    Word.EARLY: say("It is too early to say anything of you."),
    Word.NOT_SHOWN: say("No change for the better is shown so far."),
    Word.PROBABLY: say("It probably got better; it is not clear yet."),
    Word.SHOWN: say("It got better: your own data show it."),
    Word.CONTRADICTED: say("It got worse: your own data show it."),
}
PARTS: Mapping[Part, Message] = {
    Part.BEFORE: say("before training"),
    Part.BETWEEN: say("between, not counted"),
    Part.AFTER: say("after training"),
}
CAUTIONS: Mapping[Caution, Message] = {
    Caution.CEILING: say("You reach the most that this test can show: it cannot show that you get better."),
    Caution.RISING: say("Each try before training was better than the one ahead of it: part of a change may be that."),
    Caution.GROUND: say("Most tries after training were done on another ground than before: that can change them."),
}
_HINTS: Mapping[Outlook, Message] = {
    Outlook.BASELINE: say(
        "Too few tests were done before your first backward session, and that cannot be made up for. "
        "Weeks with and without, by lot, can still tell."
    ),
    Outlook.BEFORE: say("Tests still to do before your first backward session: {n}. Later they cannot be made up for."),
    Outlook.AFTER: say("Tests still to do after training, for a first word: {n}."),
    Outlook.SETTLED: say("This is settled as far as tests can settle it."),
    Outlook.MORE: say("About {n} more tests would settle it, if change and ups and downs stay as they are."),
    Outlook.TEST: say("The change lies within the error of the test: more tries of this test will not settle it."),
    Outlook.LONG: say("It would take more tests than anybody should be asked for."),
}
_SKILL_HINTS: Mapping[Outlook, Message] = {
    Outlook.BEFORE: say("Tests still to do for a beginning to compare with: {n}."),
}
_SESSION_HINTS: Mapping[Outlook, Message] = {
    Outlook.BEFORE: say("Recorded or logged sessions still needed for a beginning to compare with: {n}."),
    Outlook.AFTER: say("Recorded or logged sessions still needed for a first word: {n}."),
    Outlook.MORE: say("About {n} more sessions would settle it, if change and ups and downs stay as they are."),
    Outlook.TEST: say("The change is no larger than sessions differ anyway: more of them will not settle it soon."),
    Outlook.LONG: say("It would take more sessions than anybody should wait for."),
}


def hint_in_words(hint: Hint, outcome: Outcome) -> Message:
    """What more tries would do."""
    own = _SESSION_HINTS if outcome.number else _SKILL_HINTS if outcome.skill else {}
    return say({**_HINTS, **own}[hint.outlook].template, n=hint.tries)


def tick(measure: Measure, value: float, words: Words, *, imperial: bool = False) -> str:
    """A value without its unit."""
    return _split(measure, value, words, imperial)[0]


def amount(measure: Measure, value: float, words: Words, *, imperial: bool = False, signed: bool = False) -> str:
    """A value of an outcome with its unit; as a change with its sign."""
    number, unit = _split(measure, value, words, imperial)
    if number == MISSING:
        return MISSING
    sign = ("+" if value > 0 else "−" if value < 0 else "") if signed and any(c in number for c in "123456789") else ""
    return f"{sign}{number.lstrip('-−') if signed else number} {unit}".strip()


def reach(
    measure: Measure, low: float, high: float, words: Words, *, imperial: bool = False, signed: bool = False
) -> str:
    """From one value to another, the unit once."""
    unit = _split(measure, high, words, imperial)[1]
    ends = (amount(measure, end, words, imperial=imperial, signed=signed) for end in (low, high))
    first, last = (end.removesuffix(unit).strip() for end in ends)
    return words(say("{low} to {high} {unit}", low=first, high=last, unit=unit)).strip()


def likely(share: float, words: Words) -> str:
    """A chance; never 0 or 100 %, for nothing is as sure as that."""
    if share > _SURE:
        return f"> {words.percent(_SURE)}"
    return f"< {words.percent(1 - _SURE)}" if share < 1 - _SURE else words.percent(share)


def unit_shown(measure: Measure, words: Words, *, imperial: bool = False) -> str:
    """The unit alone."""
    return _split(measure, 0.0, words, imperial)[1]


def _split(measure: Measure, value: float, words: Words, imperial: bool) -> tuple[str, str]:
    if measure.unit == "m/s":
        shown = show(value, "m/s", words, imperial=imperial)
        return shown.text, shown.unit
    unit = unit_of(measure, words) if isinstance(measure, Test) else "" if measure.unit == "0–10" else measure.unit
    return words.number(value, measure.digits), unit
