"""What a person may be judged by: outcomes that are named before training, each with what measures it.

Each belongs to a promise (`evidence.promises.PROMISES`) and is measured by a test (`assess.TESTS`) or by a number that
a session shows (`NUMBERS`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backstride.assess import TESTS, Better, Test
from backstride.message import Message, say
from backstride.plan.kinds import Goal
from backstride.recording import Direction
from backstride.session import BodyPart, Session

_ENOUGH_S = 60.0  # backward, for a speed of it to say anything
_ENOUGH_CHANGES = 4


@dataclass(frozen=True, slots=True)
class Number:
    """What one session shows of an outcome. of: its value; None where the session does not show it.

    every  days from one to the next, mostly
    step   what its values are rounded to
    """

    key: str
    name: Message
    unit: str
    better: Better
    digits: int
    of: Callable[[Session], float | None]
    every: int = 3
    step: float = 0.01

    def error(self, _: float) -> float | None:
        """Nobody published how far sessions are off."""
        return None

    def detectable(self, _: float) -> float | None:
        """Nor how large a change must be."""
        return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of `OUTCOMES`.

    promise  key of the promise it is about
    test     key of the test that measures it; empty: `number` does
    goals    the goals that propose it
    beware   what a change of it does not say
    skill    it cannot be measured before somebody goes backward: the first tries stand for before
    """

    key: str
    promise: str
    goals: frozenset[Goal]
    beware: Message
    test: str = ""
    number: str = ""
    skill: bool = False

    @property
    def measure(self) -> Test | Number:
        return TESTS[self.test] if self.test else NUMBERS[self.number]

    @property
    def rising(self) -> bool:
        """Whether a larger value is the better one."""
        return self.measure.better is Better.HIGHER


def _speed(session: Session) -> float | None:
    found = session.measured
    if found is None or found.seconds.get(Direction.BACKWARD, 0.0) < _ENOUGH_S:
        return None
    return found.backward_speed_mps


def _clean(session: Session) -> float | None:
    found = session.measured
    if found is None or found.transitions is None or found.unclean is None or found.transitions < _ENOUGH_CHANGES:
        return None
    return 100.0 * (1.0 - found.unclean / found.transitions)


def _knee_pain(session: Session) -> float | None:
    """Only a session of which it was told how it felt says that nothing hurt."""
    if session.rpe is None:
        return None
    return float(max((one.level for one in session.pains if one.part is BodyPart.KNEE), default=0))


NUMBERS: Mapping[str, Number] = {
    one.key: one
    for one in (
        Number("backward-speed", say("Speed backward"), "m/s", Better.HIGHER, 2, _speed),
        Number("clean-changes", say("Changes of direction with a stop"), "%", Better.HIGHER, 0, _clean, step=1.0),
        Number("knee-pain", say("Knee pain in sessions"), "0–10", Better.LOWER, 1, _knee_pain, step=1.0),
    )
}

_BEGINNERS = frozenset({Goal.FIRST_10_MIN, Goal.FIRST_20_MIN})
_RUNNERS = frozenset({Goal.FIVE_KM, Goal.MARATHON})

OUTCOMES: Mapping[str, Outcome] = {
    one.key: one
    for one in (
        Outcome("backward-walk", "slow-backward-fallers", _BEGINNERS | {Goal.BALANCE},
                say("Walking backward faster is not the same as falling less."), test="walk-3m"),
        Outcome("stance", "balance-runners", _BEGINNERS | {Goal.BALANCE, Goal.KNEES},
                say("Standing longer on one leg is one part of balance, not all of it."), test="stance-closed"),
        Outcome("sway", "balance-patients", frozenset({Goal.BALANCE}),
                say("Studies of patients stand behind the promise; phones measure sway less finely than plates."),
                test="sway"),
        Outcome("turn", "agility", frozenset({Goal.AGILITY}),
                say("Other training of the same weeks may be the cause as well."), test="505"),
        Outcome("t-test", "agility", frozenset({Goal.AGILITY}),
                say("Other training of the same weeks may be the cause as well."), test="t-test"),
        Outcome("hop", "jump", frozenset({Goal.AGILITY}),
                say("The promise is about jumping high; this measures how far one leg hops."), test="hop"),
        Outcome("reach", "flexibility", frozenset({Goal.KNEES}),
                say("Stretching of the same weeks may be the cause as well."), test="sit-and-reach"),
        Outcome("economy", "running-economy", _RUNNERS | {Goal.ECONOMY},
                say("Heart rate at one pace also falls with heat, sleep and fitness from any other running."),
                test="economy"),
        Outcome("time-trial", "learned-fast", _RUNNERS,
                say("Faster times mix skill, fitness and courage."), test="time-trial", skill=True),
        Outcome("speed", "learned-fast", _BEGINNERS | _RUNNERS,
                say("Sessions ask for different speeds: part of a change is what you were told to do."),
                number="backward-speed", skill=True),
        Outcome("clean-changes", "more-falls", _BEGINNERS | _RUNNERS | {Goal.AGILITY},
                say("Stopping before each change is a habit that should lower the risk; it does not count falls."),
                number="clean-changes", skill=True),
        Outcome("knee-pain", "knee-load", frozenset({Goal.KNEES}),
                say("Pain also comes and goes by itself; a knee that was at its worst mostly gets better."),
                number="knee-pain", skill=True),
    )
}  # fmt: skip

MOST = 5
"""Outcomes at once: each further one asks for more tries of all."""


def proposed(goal: Goal) -> tuple[Outcome, ...]:
    """What a goal proposes, in the order of the table, no more than `MOST`."""
    return tuple(one for one in OUTCOMES.values() if goal in one.goals)[:MOST]
