"""What everybody asks of running backward, answered for one person: from the newest recordings and from tests.

Nothing here is a verdict: that takes outcomes which were chosen beforehand (`app.progress`). Where one was, its word
stands beside the test.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta

from backstride.app.body import Cost, Known, body_of, days_practised, own_speeds
from backstride.app.heart import Series, Step, heart_history, heart_of
from backstride.app.progress import verdicts
from backstride.app.settings import clock_of
from backstride.assess import TESTS, Result, Test, results
from backstride.errors import NotAllowed
from backstride.physiology.estimate import Estimate, added
from backstride.physiology.joints import knee
from backstride.progress.questions import QUESTIONS, Question, Shows
from backstride.progress.verdict import Word
from backstride.recording import Direction, Gait, Side
from backstride.session import BodyPart
from backstride.store import Filter, Store

DAYS = 28
MOST = 6
"""Recordings looked into: the newest with backward movement of these days."""
PACES = 60
"""Recordings whose heart rate at one pace is compared."""
COMPARED = (Gait.RUN, Gait.WALK)


@dataclass(frozen=True, slots=True)
class EnergyShown:
    """Energy backward, and what the same would have taken forward at the person's own speed, over the stretches for
    which both are known. seconds: how long they were; recordings: how many they are of."""

    backward: Estimate
    same_distance: Estimate
    same_time: Estimate
    seconds: float
    recordings: int


@dataclass(frozen=True, slots=True)
class HeartShown:
    """The heart both ways. step: at a speed gone both ways in one recording, the newest that shows it, else None.

    backward, forward  at the pace of most recordings, in one gait; the newest row of each is the one to show
    """

    step: Step | None
    step_of: str
    backward: Series | None
    forward: Series | None


@dataclass(frozen=True, slots=True)
class KneesShown:
    """Peak force behind the kneecap at the person's own speed backward, and forward at the same; None: not known there.

    pain      the highest of the knees in each of these sessions, mean; None: no session told how it felt
    sessions  that told it, of the last days
    """

    speed_mps: float | None
    backward: Estimate | None
    forward: Estimate | None
    pain: float | None
    sessions: int


@dataclass(frozen=True, slots=True)
class TestShown:
    """The first and the newest result of a test, one side; newest is None where there is one only.

    word  the verdict where this was chosen beforehand
    """

    test: Test
    side: Side
    first: Result
    newest: Result | None
    word: Word | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and what this person's own data say to it; everything is empty where they say nothing."""

    question: Question
    energy: EnergyShown | None = None
    heart: HeartShown | None = None
    knees: KneesShown | None = None
    tests: tuple[TestShown, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is something to show."""
        return any(getattr(self, one.name) for one in fields(self)[1:])


def answers(store: Store, today: date) -> tuple[Answer, ...]:
    """One for each of `QUESTIONS`, in their order."""
    recorded = _recorded(store, today)
    known = Known(days_practised(store, today + timedelta(days=1)), own_speeds(store))
    tried = _tried(store, today)
    shows: Mapping[Shows, Callable[[Question], Answer]] = {
        Shows.ENERGY: lambda one: Answer(one, energy=_energy(store, recorded, known)),
        Shows.HEART: lambda one: Answer(one, heart=_heart(store, recorded, today), tests=_of(one, tried)),
        Shows.KNEES: lambda one: Answer(one, knees=_knees(store, known, today)),
        Shows.NOTHING: lambda one: Answer(one, tests=_of(one, tried)),
    }
    return tuple(shows[one.shows](one) for one in QUESTIONS)


def _recorded(store: Store, today: date) -> tuple[str, ...]:
    """The newest recordings with backward movement of the last days, twins once."""
    since = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(days=DAYS)
    rows = store.lists.rows(Filter(direction=Direction.BACKWARD, since=since, limit=MOST, ribbons=False))
    clock = clock_of(store)
    return tuple(row.id for row in rows if row.start_known and clock(row.start) <= today)


def _energy(store: Store, recorded: Sequence[str], known: Known) -> EnergyShown | None:
    both: list[tuple[Cost, str]] = [
        (cost, id_)
        for id_ in recorded
        for cost in body_of(store, id_, known=known).costs
        if cost.stretch.direction is Direction.BACKWARD and cost.energy and cost.instead
    ]
    if not both:
        return None
    costs = [cost for cost, _ in both]
    return EnergyShown(
        added([one.energy.energy_kj for one in costs if one.energy]),
        added([one.instead.distance.energy_kj for one in costs if one.instead]),
        added([one.instead.time.energy_kj for one in costs if one.instead]),
        sum(one.stretch.seconds for one in costs),
        len({id_ for _, id_ in both}),
    )


def _heart(store: Store, recorded: Sequence[str], today: date) -> HeartShown | None:
    step, step_of = next(((found, id_) for id_ in recorded if (found := heart_of(store, id_).step)), (None, ""))
    series = {(one.direction, one.gait): one for one in heart_history(store, today, PACES).series}
    gait = next((one for one in COMPARED if (Direction.BACKWARD, one) in series), None)
    if step is None and gait is None:
        return None
    backward, forward = (series.get((way, gait)) if gait else None for way in (Direction.BACKWARD, Direction.FORWARD))
    return HeartShown(step, step_of, backward, forward)


def _knees(store: Store, known: Known, today: date) -> KneesShown | None:
    told = [
        max((pain.level for pain in one.pains if pain.part is BodyPart.KNEE), default=0)
        for one in store.coach.sessions(since=today - timedelta(days=DAYS), until=today)
        if one.rpe is not None
    ]
    pain = sum(told) / len(told) if told else None
    speed = known.speeds.get((Direction.BACKWARD, Gait.RUN))
    loads: list[Estimate] = []
    if speed is not None:
        try:
            loads = [knee(way, Gait.RUN, speed).peak_bw for way in (Direction.BACKWARD, Direction.FORWARD)]
        except NotAllowed:
            speed = None
    if speed is None and pain is None:
        return None
    backward, forward = loads or (None, None)
    return KneesShown(speed, backward, forward, pain, len(told))


def _tried(store: Store, today: date) -> Mapping[str, tuple[TestShown, ...]]:
    """By test, one a side: under the condition it was done in last, for others do not compare."""
    trials = [one for one in store.measuring.trials() if one.day <= today]
    cards = verdicts(store, today).cards if store.measuring.outcomes() else ()
    chosen = {card.outcome.test: card.verdict.word for card in cards if card.outcome.test}
    found: dict[str, tuple[TestShown, ...]] = {}
    for key, test in TESTS.items():
        every = results(test, trials)
        last = {one.side: one.condition for one in every}
        rows = {side: [one for one in every if (one.side, one.condition) == (side, last[side])] for side in last}
        found[key] = tuple(
            TestShown(test, side, own[0], own[-1] if len(own) > 1 else None, chosen.get(key))
            for side, own in rows.items()
        )
    return found


def _of(question: Question, tried: Mapping[str, tuple[TestShown, ...]]) -> tuple[TestShown, ...]:
    return tuple(shown for key in question.tests for shown in tried[key])
