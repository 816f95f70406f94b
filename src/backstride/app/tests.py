"""Tests: keeping tries, what they came to, when a test is due again, and what of them the ladder asks for.

The form of a try, as pages and commands hand it in: text under names.

test       key of the test
value      in the test's unit; seconds also as m:ss
side       left or right, where the test has sides
condition  one of the test's choices, where it has some; left out: the one of the last try, else the first choice
practice   yes or no; left out: the first tries ever, and after a long break, are practice
day        YYYY-MM-DD; left out: today, or the day of the recording
notes
temperature, surface, grade   what was around, as `assess.surroundings` lists it; left out: not known
cues       for reactions from a recording: seconds of the calls, with spaces between them; left out: its laps
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from math import isfinite
from typing import ClassVar
from uuid import uuid4

from backstride.app import fields
from backstride.app.fields import FormReader
from backstride.app.linking import local_day
from backstride.app.readiness import readiness
from backstride.assess import TESTS, Better, Result, Symmetry, Test, Trial, results, symmetry
from backstride.assess.dual import ALONE, DUAL, cost
from backstride.assess.reaction import reactions
from backstride.assess.result import counts_as_practice
from backstride.assess.running import heart_rate_at_pace
from backstride.assess.surroundings import SURROUNDINGS, Surrounding
from backstride.assess.sway import sways
from backstride.errors import NotAllowed, NotFound
from backstride.message import Message, say
from backstride.plan.answers import Health
from backstride.plan.kinds import Limit, Permit
from backstride.plan.screening import may_train
from backstride.recording import Recording, Side
from backstride.store import Store
from backstride.words.exercises import LIMITS, NEEDS

NOTES_LENGTH = 1000
FROM_RECORDING = frozenset({"sway", "reaction", "economy"})
_STANCE, _WALK = "stance-open", "walk-3m"


@dataclass(frozen=True, slots=True)
class TestState:
    """A test in the list. last: results of its newest day, one a side; due: when it may be repeated; None: never done.

    against  what speaks against doing it now
    """

    test: Test
    last: tuple[Result, ...]
    due: date | None
    against: tuple[Message, ...]

    __test__: ClassVar[bool] = False  # its name makes pytest look into it


@dataclass(frozen=True, slots=True)
class History:
    """Everything of one test: results oldest first, tries newest first.

    both       both sides beside each other, on the newest day they were tested
    slowed     how much longer the newest walk with counting took than the walk alone on that day, as a share
    """

    test: Test
    results: tuple[Result, ...]
    trials: tuple[Trial, ...]
    due: date | None
    both: Symmetry | None = None
    slowed: float | None = None


def the_test(key: str) -> Test:
    """Raises NotFound."""
    if key not in TESTS:
        raise NotFound(say("there is no test {key}", key=key))
    return TESTS[key]


def record_trial(store: Store, form: Mapping[str, str], today: date) -> Trial:
    """Keep a try. Raises NotFound for the test, BadAnswers with everything that is wrong with the form."""
    test = the_test(str(form.get("test") or ""))
    before = store.measuring.trials(test.key)
    reader = FormReader(form)
    value = reader.read("value", lambda text: value_of(text, test), None)
    if value is None and "value" not in reader.faults:
        reader.faults["value"] = say("a value is needed")
    side, condition = _side(reader, test), _condition(reader, test, before)
    day = reader.read("day", fields.day_until(today), today)
    practice = reader.read("practice", fields.yes_or_no, None)
    notes = reader.read("notes", fields.notes(NOTES_LENGTH), "")
    around = _around(reader, test)
    reader.refuse()
    if practice is None:
        practice = counts_as_practice(test, before, day, side)
    at = store.coach.clock()
    one = Trial(uuid4().hex, test.key, value or 0.0, day, at, side, practice, "", notes, condition, around)
    store.measuring.save_trial(one)
    return one


def from_recording(store: Store, recording_id: str, form: Mapping[str, str], today: date) -> tuple[Trial, ...]:
    """Compute tries from a recording and keep them; once more puts them in the place of those before.

    Raises NotFound, BadAnswers, and NotAllowed with words why the recording is not fit for it.
    """
    test = the_test(str(form.get("test") or ""))
    if test.key not in FROM_RECORDING:
        raise NotAllowed(say("this test is not read from a recording"))
    reader = FormReader(form)
    condition = _condition(reader, test, store.measuring.trials(test.key))
    cues: tuple[float, ...] = reader.read("cues", _cues, ())
    said_day: date | None = reader.read("day", fields.day_until(today), None)
    around = _around(reader, test)
    reader.refuse()
    id_ = store.recordings.resolve(recording_id)
    recording = store.recordings.load(id_)
    day = said_day or (min(local_day(store, recording.start), today) if recording.about.start_known else today)
    found = _READ[test.key](recording, condition, cues)
    began = recording.start if recording.about.start_known else store.coach.clock()
    made = tuple(
        Trial(
            _id(test, id_, number), test.key, value, day, began + timedelta(seconds=details.get("start_s", number)),
            recording=id_, condition=condition, details=details | around,
        )
        for number, (value, details) in enumerate(found)
    )  # fmt: skip
    for old in store.measuring.trials(test.key):
        if old.recording == id_ and old.id not in {one.id for one in made}:
            store.measuring.remove_trial(old.id)
    for one in made:
        store.measuring.save_trial(one)
    return made


def remove_trial(store: Store, id_: str) -> Trial:
    """Take a try back. Raises NotFound."""
    one = store.measuring.trial(id_)
    store.measuring.remove_trial(id_)
    return one


def history(store: Store, key: str) -> History:
    """Raises NotFound."""
    test = the_test(key)
    trials = store.measuring.trials(key)
    found = results(test, trials)
    due = _due(test, found)
    return History(test, found, tuple(reversed(trials)), due, symmetry(test, found), _slowed(store, found))


def _slowed(store: Store, found: Sequence[Result]) -> float | None:
    if not found or found[-1].test not in {test.key for test in DUAL}:
        return None
    day = found[-1].day
    alone = results(TESTS[ALONE], store.measuring.trials(ALONE, since=day, until=day))
    return cost(found[-1], alone[-1]) if alone else None


def overview(store: Store, today: date) -> tuple[TestState, ...]:
    """All tests with what they came to last, in the order of the table."""
    every = store.measuring.trials()
    speaks = against(store, today)
    states = []
    for test in TESTS.values():
        found = results(test, every)
        last = tuple(one for one in found if one.day == found[-1].day)
        states.append(TestState(test, last, _due(test, found), speaks(test)))
    return tuple(states)


def against(store: Store, today: date) -> Callable[[Test], tuple[Message, ...]]:
    """What speaks against a test for this person, by what they answered last; nothing where they never did."""
    stands = readiness(store, today)
    last, noticed = stands.last, stands.meanwhile is Permit.NOTHING

    def of(test: Test) -> tuple[Message, ...]:
        if last is None:
            return ()
        if noticed or not may_train(last):
            return (say("Tests wait until a doctor has looked at what you noticed."),)
        says: list[Message] = []
        needs = Permit[test.permit]
        if last.permit < needs:
            says.append(say("It opens {when}.", when=NEEDS[needs]))
        says += [
            say("Leave it out, or do it with a professional: {limit}.", limit=LIMITS[limit])
            for limit in Limit
            if limit in last.limits and limit.value in test.limits
        ]
        return tuple(says)

    return of


def balance_known(store: Store, health: Health, said_on: date) -> Health:
    """Answers about health with the newest balance tests in place of what was typed before them.

    Both legs count as the weaker one does.
    """
    stance = _newest(store, _STANCE, said_on)
    walk = _newest(store, _WALK, said_on)
    return replace(
        health,
        stance_s=health.stance_s if stance is None else stance,
        backward_3m_s=health.backward_3m_s if walk is None else walk,
    )


def _newest(store: Store, key: str, since: date) -> float | None:
    """What a test came to on its newest day from `since` on; of several sides the worst."""
    found = results(TESTS[key], store.measuring.trials(key, since=since))
    values = [one.value for one in found if one.day == found[-1].day]
    worst = min if TESTS[key].better is Better.HIGHER else max
    return worst(values) if values else None


def _due(test: Test, found: Sequence[Result]) -> date | None:
    return found[-1].day + timedelta(days=test.every) if found else None


def _id(test: Test, recording_id: str, number: int) -> str:
    return sha256(f"{test.key} {recording_id} {number}".encode()).hexdigest()[:32]


Read = tuple[float, dict[str, float]]


def _read_sway(recording: Recording, _: str, __: Sequence[float]) -> tuple[Read, ...]:
    return tuple((one.rms_mps2 * 1000, one.details) for one in sways(recording))


def _read_reaction(recording: Recording, _: str, cues: Sequence[float]) -> tuple[Read, ...]:
    found = reactions(recording, cues)
    return ((found.median_s, {"spread_s": found.spread_s, "count": float(len(found.times_s))}),)


def _read_economy(recording: Recording, condition: str, _: Sequence[float]) -> tuple[Read, ...]:
    return ((heart_rate_at_pace(recording, condition), {}),)


_READ: Mapping[str, Callable[[Recording, str, Sequence[float]], tuple[Read, ...]]] = {
    "sway": _read_sway,
    "reaction": _read_reaction,
    "economy": _read_economy,
}


def value_of(text: str, test: Test) -> float | Message:
    """A number in the test's unit, with a point or a comma; m:ss or h:mm:ss where seconds are asked for."""
    try:
        parts = [float(part.replace(",", ".")) for part in text.split(":")]
    except ValueError:
        return fields.no_number(text)
    value = parts[0]
    if len(parts) > 1:
        if test.unit != "s" or len(parts) > 3:
            return fields.no_number(text)
        value = sum(part * 60**power for power, part in enumerate(reversed(parts)))
    return fields.within(value, test.low, test.high)


def _side(reader: FormReader, test: Test) -> Side:
    def read(text: str) -> Side | Message:
        if text not in (Side.LEFT, Side.RIGHT):
            return say("one of {choices} is expected", choices="left, right")
        return Side(text)

    side = reader.read("side", read, Side.UNKNOWN)
    if test.sides and side is Side.UNKNOWN and "side" not in reader.faults:
        reader.faults["side"] = say("say which side it was")
    return side if test.sides else Side.UNKNOWN


def _condition(reader: FormReader, test: Test, before: Sequence[Trial]) -> str:
    if test.condition is None:
        return ""
    known = [kept for kept, _ in test.condition.choices]

    def read(text: str) -> str | Message:
        return text if text in known else say("one of {choices} is expected", choices=", ".join(known))

    return reader.read("condition", read, before[-1].condition if before else known[0])


def _around(reader: FormReader, test: Test) -> dict[str, float]:
    """What was said of heat, ground and slope, by name."""
    read = {key: reader.read(key, partial(_surrounding, SURROUNDINGS[key]), None) for key in test.around}
    return {key: value for key, value in read.items() if value is not None}


def _surrounding(of: Surrounding, text: str) -> float | Message:
    keys = [key for key, _ in of.choices]
    if keys:
        return float(keys.index(text)) if text in keys else say("one of {choices} is expected", choices=", ".join(keys))
    return fields.number(of.low, of.high)(text)


def _cues(text: str) -> tuple[float, ...] | Message:
    try:
        cues = tuple(float(part.replace(",", ".")) for part in text.split())
    except ValueError:
        return fields.no_number(text)
    return cues if all(isfinite(cue) and cue >= 0 for cue in cues) else fields.no_number(text)
