"""What a plan stands on: readiness that holds, the way to the goal as far as it is open, and where on it to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from backstride.errors import NotAllowed
from backstride.message import Message, say
from backstride.plan.answers import Answers, Experience
from backstride.plan.content import Contents, contents_for
from backstride.plan.course import Course, Turn, jogs
from backstride.plan.kinds import Permit
from backstride.plan.ladder import STAGES, path
from backstride.plan.position import Position, Walker, nearest
from backstride.plan.readiness import Readiness
from backstride.plan.schedule import WEEK, Frame
from backstride.plan.screening import assess_readiness, standing
from backstride.plan.stage import Stage
from backstride.session import Session

_BEGINS = {
    Experience.NONE: "ready",
    Experience.WALKED: "walk",
    Experience.JOGGED: "walk-jog",
    Experience.RUNS: "jog",
}
"""The stage that experience leads to without being shown."""
_WAITING = max((stage for stage in STAGES.values() if not jogs(stage)), key=lambda stage: stage.number).key


@dataclass(frozen=True, slots=True)
class Ground:
    """A person's way over the ladder.

    way    stages that are open, lowest first
    takes  sessions that each of them takes at least
    whole  the stages that lead to the goal, whatever is allowed or fits
    """

    contents: Contents
    frame: Frame
    way: tuple[Stage, ...]
    takes: tuple[int, ...]
    whole: tuple[Stage, ...]
    walker: Walker

    def course(self, place: Position) -> Course:
        """The course from where the person is. Whoever lacks a condition only has one more session to show it."""
        at = nearest(self.way, place.stage)
        there = self.way[at] is place.stage
        done = place.record.sessions if there else self.takes[at]
        stays = there and done >= self.takes[at] and at + 1 < len(self.way)
        falling = self.contents.falling(0) is not None
        reached = there and bool(place.moves) and not place.moves[-1].why
        longest_s = (place.record.backward_s or 0.0) if there else 0.0
        least = done + 1 if stays else 0
        return Course(self.way, self.takes, at, done, least, place.practices, falling, reached, longest_s)


def ready(answers: Answers, sessions: Sequence[Session], today: date) -> Readiness:
    """The readiness that the answers stand for. Raises NotAllowed where it allows nothing, or holds no more today."""
    readiness = assess_readiness(answers.health, answers.day)
    if readiness.permit is Permit.NOTHING:
        raise NotAllowed(nothing(readiness))
    held = standing(readiness, [one for one in sessions if one.day > answers.day], today)
    if held.readiness is None:
        raise NotAllowed(held.why or nothing(readiness))
    return readiness


def nothing(readiness: Readiness) -> Message:
    """Why nobody may begin, and what would change it."""
    strict = [one for one in readiness.reasons if one.permit is Permit.NOTHING]
    if not strict:
        return say("Going backward waits for now.")
    says = strict[0].says
    for one in strict[1:]:
        says = say("{one} {more}", one=says, more=one.says)
    return say("{why} {change}", why=says, change=strict[0].change) if strict[0].change.template else says


def ground(answers: Answers, start: date, readiness: Readiness, overrides: Mapping[str, str] | None = None) -> Ground:
    """Everything that follows from answers and readiness before any week is looked at."""
    wishes = answers.wishes
    frame = Frame(start, wishes.days, float(wishes.minutes), wishes.forward, wishes.hard)
    hard = any(frame.takes(day, hard=True, new=False) for day in range(WEEK))
    contents = replace(contents_for(wishes, readiness.permit, readiness.limits, answers.health.forward_mps), hard=hard)
    way, takes = _way(contents, frame)
    anywhere = path(wishes.goal, Permit.RUN, readiness.limits, wishes.places)
    falling = contents.falling(0) is not None
    walker = Walker(anywhere, answers.health, falling, overrides or {})
    return Ground(contents, frame, way, takes, path(wishes.goal, Permit.RUN), walker)


def _way(contents: Contents, frame: Frame) -> tuple[tuple[Stage, ...], tuple[int, ...]]:
    """Up to the first stage that days and minutes leave no room for; one that cannot be completed is the last.

    Before a race for which no session is long enough the way ends.
    """
    way: list[Stage] = []
    takes: list[int] = []
    for stage in path(contents.goal, contents.permit, contents.limits, contents.places):
        first = contents.backward(Turn(stage, 1, new=True))
        if first is None or not any(frame.takes(day, hard=first.hard, new=True) for day in range(WEEK)):
            break
        needed = contents.needed(stage)
        if needed is None and contents.prepared_s(stage):
            break
        way.append(stage)
        takes.append(needed or stage.sessions_least)
        if needed is None:
            break
    return tuple(way), tuple(takes)


def begins(answers: Answers, sessions: Sequence[Session]) -> Stage:
    """Where the first session finds the person: what they say they did before, or less where sessions show less.

    The walk of somebody for whom jogging still waits for fall technique shows nothing less.
    """
    said = STAGES[_BEGINS[answers.health.experience]]
    staged = min((one for one in sessions if one.stage), key=lambda one: (one.day, one.logged_at), default=None)
    shown = STAGES.get(staged.stage, said) if staged else said
    if jogs(said) and shown.key == _WAITING:
        return said
    return min(said, shown, key=lambda stage: stage.number)
