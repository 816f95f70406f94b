"""What everybody asks: each question with the answer of studies beside what one's own recordings and tests show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import isfinite

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.app.heart import Series
from backstride.app.questions import Answer, EnergyShown, HeartShown, KneesShown, TestShown, answers
from backstride.assess import TESTS
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Promise
from backstride.message import Message, say
from backstride.progress.questions import Question, Shows
from backstride.progress.verdict import Word
from backstride.recording import Direction, Grade
from backstride.web.body_view import KNEECAP, Row, row
from backstride.web.page import Page, first_upper, page_of, render
from backstride.web.site import site_of
from backstride.words.estimates import RANGE_MEANS
from backstride.words.evidence import STANDINGS
from backstride.words.names import DIRECTIONS, GAITS
from backstride.words.progress import VERDICTS
from backstride.words.tests import SIDES, value_of

router = APIRouter(prefix="/progress/questions", include_in_schema=False)

_RECORD = say("Record yourself going backward and forward, and your numbers stand here.")
_MISSING: dict[Shows, Message] = {
    Shows.ENERGY: _RECORD,
    Shows.HEART: say("Record both directions with a heart rate strap or watch, and your numbers stand here."),
    Shows.KNEES: say("Record a run backward, or log how a session felt, and your numbers stand here."),
}
_NOT_TESTED = say("You have not tested this yet.")


@dataclass(frozen=True, slots=True)
class Own:
    """A row of one's own, with the verdict where it was chosen beforehand."""

    row: Row
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as it is shown. missing: why there are no rows; to_do: a test to do next, as label and path."""

    question: Question
    promise: Promise
    also: tuple[Promise, ...]
    rows: tuple[Own, ...]
    reckoned: bool
    missing: Message | None
    to_do: tuple[Message, str] | None


@router.get("")
def page(request: Request) -> HTMLResponse:
    """All of them on one page."""
    here = page_of(request)
    found = [shown(one, here) for one in answers(site_of(request).store, here.today)]
    return render(
        request, "questions.html", found=found, names=STANDINGS, verdicts=VERDICTS, range_means=here.words(RANGE_MEANS)
    )


def shown(one: Answer, page: Page) -> Shown:
    """A question with its promises, and one's own rows in the reader's words."""
    question = one.question
    rows = (
        *(_energy(one.energy, page) if one.energy else ()),
        *(_heart(one.heart, page) if one.heart else ()),
        *(_knees(one.knees, page) if one.knees else ()),
        *_tests(one.tests, page),
    )
    tested = {test.test.key for test in one.tests}
    untested = next((TESTS[key] for key in question.tests if key not in tested), None)
    return Shown(
        question,
        PROMISES[question.promise],
        tuple(PROMISES[key] for key in question.also),
        rows,
        any(own.row.claim for own in rows),
        None if rows else _MISSING.get(question.shows, _NOT_TESTED),
        (untested.name, f"/progress/tests/{untested.key}") if untested and not tested else None,
    )


def _energy(one: EnergyShown, page: Page) -> Iterable[Own]:
    words = page.words
    span = say("{time} in {n} recordings of the last four weeks", time=words.duration(one.seconds), n=one.recordings)
    yield Own(row(say("Backward"), one.backward, page, words(span)))
    forward = words(say("at your own forward pace"))
    yield Own(row(say("The same distance forward"), one.same_distance, page, forward))
    yield Own(row(say("The same time forward"), one.same_time, page, forward))


def _heart(one: HeartShown, page: Page) -> Iterable[Own]:
    words = page.words
    if one.step:
        at, speed = one.step.own, str(page.show(one.step.speed_mps, "m/s"))
        ends = words(say("{low} to {high}", low=_signed(at.low, page), high=_signed(at.high, page)))
        label = words(say("Backward against forward at {speed}", speed=speed))
        yield Own(_measured(label, _signed(at.bpm, page), words(say("bpm")), ends))
    for series in (one.backward, one.forward):
        if series:
            yield Own(_paced(series, page))


def _paced(series: Series, page: Page) -> Row:
    words, newest = page.words, series.rows[-1]
    way, pace = words(DIRECTIONS[series.direction]), str(page.show(series.speed_mps, "m/s"))
    label = words(say("{direction}, {gait}, about {speed}", direction=first_upper(way), gait=words(GAITS[series.gait]),
                      speed=pace))  # fmt: skip
    return _measured(label, words.number(newest.bpm), words(say("bpm")), aside=words.day(newest.day))


def _knees(one: KneesShown, page: Page) -> Iterable[Own]:
    words = page.words
    if one.speed_mps and one.backward and one.forward:
        speed = str(page.show(one.speed_mps, "m/s"))
        for way, load in ((Direction.BACKWARD, one.backward), (Direction.FORWARD, one.forward)):
            aside = words(say("{direction}, {speed}", direction=words(DIRECTIONS[way]), speed=speed))
            yield Own(row(KNEECAP, load, page, aside))
    if one.pain is not None:
        label = words(say("Knee pain, mean of {n} logged sessions", n=one.sessions))
        yield Own(_measured(label, words.number(one.pain, 1), words(say("of 10"))))


def _tests(found: Sequence[TestShown], page: Page) -> Iterable[Own]:
    """The verdict is about both sides: it stands below the second."""
    for one, after in zip_longest(found, found[1:]):
        last = after is None or after.test.key != one.test.key
        yield Own(_test(one, page), one.word if last else None)


def _test(one: TestShown, page: Page) -> Row:
    words, test = page.words, one.test
    side = f", {words(SIDES[one.side])}" if one.side in SIDES else ""
    values, days = value_of(test, one.first.value, words), words.day(one.first.day)
    if one.newest:
        values = f"{values} → {value_of(test, one.newest.value, words)}"
        days = f"{days} – {words.day(one.newest.day)}"
    return _measured(words(test.name) + side, values, aside=days)


def _measured(label: str, text: str, unit: str = "", spread: str = "", aside: str = "") -> Row:
    return Row(label, text, unit, spread, Grade.MEASURED, "", aside)


def _signed(value: float, page: Page) -> str:
    if not isfinite(value):
        return page.words.number(value)
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{page.words.number(abs(value))}"
