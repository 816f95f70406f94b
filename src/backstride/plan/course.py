"""Where on the way a plan stands, and which stage each backward session to come is meant for.

The plan never counts on more than the least: a stage takes its least number of sessions, one new stage a week begins
at most, none in an easier week, and none with jogging before fall technique was practised. What really happens is
judged by criteria (`plan.position`), and the plan follows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from backstride.evidence import progression, scheduling
from backstride.plan.kinds import Permit
from backstride.plan.stage import Stage
from backstride.plan.workout import Workout
from backstride.plan.workouts_race import is_race

PRACTICES = round(progression.FALL_PRACTICES.value)
_NEW_A_WEEK = round(scheduling.STAGES_PER_WEEK.value)


def jogs(stage: Stage) -> bool:
    """Whether the stage is more than walking."""
    return stage.permit >= Permit.JOG


@dataclass(frozen=True, slots=True)
class Course:
    """A place on the way.

    way        the stages to the goal, lowest first; never empty
    takes      sessions that each of them takes
    at         number of the stage in `way`
    done       sessions on it so far
    least      sessions that this one takes, where that is more after a setback
    practices  sessions of fall technique so far
    falling    whether fall technique is asked for before jogging
    reached    the stage was reached by what was done, and not begun yet
    longest_s  most time backward in one session on the stage so far
    """

    way: tuple[Stage, ...]
    takes: tuple[int, ...]
    at: int = 0
    done: int = 0
    least: int = 0
    practices: int = 0
    falling: bool = True
    reached: bool = False
    longest_s: float = 0.0

    @property
    def stage(self) -> Stage:
        return self.way[self.at]

    @property
    def needed(self) -> int:
        return max(self.least, self.takes[self.at])

    @property
    def is_over(self) -> bool:
        """Whether the last stage has had its sessions."""
        return self.at == len(self.way) - 1 and self.done >= self.needed

    def may_jog(self) -> bool:
        return not self.falling or self.practices >= PRACTICES

    def practised(self, sessions: int) -> "Course":
        return replace(self, practices=self.practices + sessions)

    def went(self, workouts: Iterable[Workout]) -> "Course":
        """After these workouts: those on the stage show how long a session on it has been. A race prepares nothing."""
        mine = (one.backward_s for one in workouts if one.stage == self.stage.key and not is_race(one))
        return replace(self, longest_s=max(self.longest_s, *mine, 0.0))

    def sessions_to_jog(self) -> int | None:
        """Backward sessions until the first one with jogging; None: none comes, or it is open already."""
        first = next((number for number, stage in enumerate(self.way) if jogs(stage)), None)
        if first is None:
            return None
        if first <= self.at:
            return None if self.may_jog() else 0
        return max(0, self.needed - self.done) + sum(self.takes[self.at + 1 : first])


@dataclass(frozen=True, slots=True)
class Turn:
    """One backward session of the course: the `number`th on its stage, from 1; new: the first one of a higher stage."""

    stage: Stage
    number: int
    new: bool


def week_of(course: Course, sessions: int, *, easier: bool) -> tuple[tuple[Turn, ...], Course]:
    """The backward sessions of a week, and where the course stands after them."""
    turns: list[Turn] = []
    begun = 0
    for _ in range(sessions):
        if easier and course.reached and course.at and not course.done:
            turns.append(Turn(course.way[course.at - 1], course.takes[course.at - 1], new=False))
            continue
        ready = course.done >= course.needed and course.at + 1 < len(course.way)
        first = course.at + 1 if ready else course.at
        gated = jogs(course.way[first]) and not course.may_jog()
        if ready and not easier and not gated and begun < _NEW_A_WEEK:
            course = replace(course, at=first, done=0, least=0, longest_s=0.0)
        if jogs(course.stage) and gated:
            course = replace(course, done=0)
            turns.append(_waiting(course))
            continue
        new = course.done == 0
        begun += new
        course = replace(course, done=course.done + 1)
        turns.append(Turn(course.stage, course.done, new))
    return tuple(turns), _after(course, easier=easier)


def _after(course: Course, *, easier: bool) -> Course:
    """The dose of an easier week does not complete a stage: one session more shows what it asks for."""
    if easier and course.done >= course.needed and course.at + 1 < len(course.way):
        return replace(course, least=course.done + 1)
    return course


def _waiting(course: Course) -> Turn:
    """A walked session for whom jogging is still closed though they were further before; they begin there anew."""
    below = [stage for stage in course.way[: course.at] if not jogs(stage)]
    return Turn(below[-1], below[-1].sessions_least, new=False)


def passed(course: Course, turns: Sequence[Turn], done: int, *, easier: bool) -> Course:
    """Where the course stands when of the turns of a week only the first `done` found a day."""
    for turn in turns[:done]:
        number = course.way.index(turn.stage)
        if number < course.at:
            course = replace(course, done=0)
            continue
        if number != course.at:
            course = replace(course, at=number, least=0, longest_s=0.0)
        course = replace(course, done=turn.number)
    return _after(course, easier=easier)
