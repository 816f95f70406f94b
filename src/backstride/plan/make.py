"""A plan from answers: readiness, the way to the goal, and its weeks."""

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

from backstride.errors import BadAnswers
from backstride.evidence import progression, scheduling, training
from backstride.message import Message, say
from backstride.plan.answers import Answers
from backstride.plan.course import PRACTICES, Course, jogs
from backstride.plan.grounds import Ground, begins, ground, ready
from backstride.plan.kinds import Focus
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Because, Plan, Planned, in_order
from backstride.plan.readiness import Readiness
from backstride.plan.reasons import because
from backstride.plan.schedule import WEEK
from backstride.plan.wants import RACES, Setting
from backstride.plan.weeks import Built, build
from backstride.plan.workouts import least_minutes
from backstride.plan.workouts_race import is_race
from backstride.session import Session

LEAST_WEEKS, MOST_WEEKS = 4, 26
_NAME_LETTERS = 12


def make_plan(answers: Answers, start: date, sessions: Sequence[Session] = ()) -> Plan:
    """A plan from `start` on.

    sessions  everything that was done before: it shows the stage to begin on
    Raises NotAllowed where readiness lets nobody begin or holds no more, BadAnswers where days, minutes or places
    leave no room. Equal input gives an equal plan.
    """
    _check_weeks(answers)
    readiness = ready(answers, sessions, start)
    found = ground(answers, start, readiness)
    _check_room(answers, found)
    course = found.course(found.walker.position(begins(answers, sessions), sessions, start))
    setting = Setting(_name(answers, start, course), answers, start, found.contents, found.frame)
    built = build(setting, course, start)
    if not any(one.workout.focus is Focus.BACKWARD for one in built.sessions):
        raise BadAnswers({"days": say("Between your runs and a day of rest no day is left: name one more day")})
    return Plan(
        id=setting.plan,
        version=1,
        answers=answers,
        start=start,
        end=start + timedelta(days=WEEK * answers.wishes.weeks - 1),
        made_at=start,
        permit=readiness.permit,
        stage=course.stage.key,
        weeks=built.weeks,
        sessions=in_order(built.sessions),
        because=tuple(_because(setting, readiness, found, course, built)),
    )


def _check_weeks(answers: Answers) -> None:
    wishes = answers.wishes
    faults: dict[str, Message] = {}
    if not LEAST_WEEKS <= wishes.weeks <= MOST_WEEKS:
        faults["weeks"] = say("a plan has {low} to {high} weeks", low=LEAST_WEEKS, high=MOST_WEEKS)
    if not wishes.days:
        faults["days"] = say("Name at least one day for sessions")
    if len(wishes.forward) > WEEK - scheduling.REST_DAYS.value:
        faults["forward"] = say("Leave one day a week free of running: without rest there is no room for anything new")
    if faults:
        raise BadAnswers(faults)


def _check_room(answers: Answers, found: Ground) -> None:
    """A way of no stage at all has one of three causes; each names what to change."""
    if found.way:
        return
    days = range(WEEK)
    if not any(found.frame.takes(day, hard=False, new=True) for day in days):
        why = say(
            "Each of your days lies within {hours} h after a hard run: add a day, or let one of these runs be easy",
            hours=round(scheduling.NEW_STAGE_AFTER_HARD_H.value),
        )
        raise BadAnswers({"days": why})
    if not answers.wishes.places:
        raise BadAnswers({"places": say("Name a place where you can go backward")})
    raise BadAnswers({"minutes": say("That is too short for a session: {least} min would do", least=_SESSION_MIN)})


_SESSION_MIN = 15


def _name(answers: Answers, start: date, course: Course) -> str:
    """The same for the same answers, start and place on the ladder."""
    told = (_plain(answers), start.isoformat(), course.stage.key, course.done, course.practices)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:_NAME_LETTERS]


def _plain(value: object) -> object:
    """A value in a form that is written alike in every process: sets have no order of their own."""
    if is_dataclass(value):
        return [(field.name, _plain(getattr(value, field.name))) for field in fields(value)]
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    return str(value)


def _because(setting: Setting, readiness: Readiness, found: Ground, course: Course, built: Built) -> Iterator[Because]:
    """What shaped the plan: how far it leads, what limits it, what gave way."""
    yield from _how_far(setting.answers, readiness, found, built)
    yield because(say("You begin on the stage {stage}.", stage=course.stage.name), training.RAMPS_TESTED)
    yield from no_race(setting, built.course, built.sessions)
    yield from _falling(found, course)
    yield from what_gave_way(found, built)
    yield from _how_often(setting)
    yield from _load(built)


def _how_often(setting: Setting) -> Iterator[Because]:
    """That fewer backward sessions are planned than wished for."""
    wished, few = setting.answers.wishes.sessions, round(progression.SESSIONS_BEGIN.high)
    if wished > few:
        yield because(
            say("You wished for {wished} backward sessions a week: the plan holds {few} at most on the first stages of "
                "walking and of jogging, and {most} after them.", wished=wished, few=few,
                most=setting.contents.sessions), progression.SESSIONS_BEGIN,
        )  # fmt: skip


def _load(built: Built) -> Iterator[Because]:
    """By how much a week grows at most, and where that is not kept."""
    yield because(
        say("The load of a week rises by no more than {percent} %, minutes of running backward by no more than "
            "{running} %. That is judgement: no such bound was ever tested.",
            percent=round(scheduling.WEEKLY_RISE.value * 100), running=round(scheduling.RUNNING_RISE.value * 100)),
        scheduling.WEEKLY_RISE,
    )  # fmt: skip
    if built.eased:
        yield because(say("So in some weeks there is less backward than you wished for."), scheduling.RUNNING_RISE)
    if built.heavy:
        yield because(
            say("Week {week} rises by more all the same: even its shortest sessions are more than the weeks before.",
                week=built.heavy[0]), scheduling.WEEKLY_RISE,
        )  # fmt: skip


def _how_far(answers: Answers, readiness: Readiness, found: Ground, built: Built) -> Iterator[Because]:
    goal, last = found.whole[-1], found.way[-1]
    if built.course.is_over and last is goal:
        week = next(week.number for week in built.weeks if week.stage == goal.key)
        yield because(
            say("If all goes well, the stage {stage} begins in week {week}. Your sessions decide, not the calendar.",
                stage=goal.name, week=week), training.RAMPS_TESTED,
        )  # fmt: skip
        return
    if built.course.stage is not goal:
        yield because(
            say("In {weeks} weeks the plan leads to the stage {stage}; {goal} comes later.",
                weeks=answers.wishes.weeks, stage=built.course.stage.name, goal=goal.name), training.RAMPS_TESTED,
        )  # fmt: skip
    else:
        yield because(
            say("In {weeks} weeks the plan comes to the stage {stage}, but does not complete it.",
                weeks=answers.wishes.weeks, stage=goal.name), training.RAMPS_TESTED,
        )  # fmt: skip
    if last is not goal:
        yield from _why_cut(readiness, found)


def _why_cut(readiness: Readiness, found: Ground) -> Iterator[Because]:
    """Why the way ends before the goal."""
    last = found.way[-1]
    for reason in readiness.reasons:
        if reason.permit is readiness.permit:
            yield Because(reason.says, reason.claim)
    least = _too_short(found)
    if least is not None:
        yield because(
            say("To go on from {stage} a session has to last {least} min.",
                stage=last.name, least=round(least)), progression.COUNTED_STOP_S,
        )  # fmt: skip
    elif found.walker.way[-1] is not found.whole[-1]:
        yield because(
            say("Beyond {stage} your places, or what you take care of, do not lead.", stage=last.name),
            training.RAMPS_TESTED,
        )
    elif last is not found.walker.way[-1] and not readiness.reasons:
        yield because(
            say("Beyond {stage} sessions are hard, and your own hard runs leave no day for one.", stage=last.name),
            scheduling.HARD_APART_H,
        )


def _too_short(found: Ground) -> float | None:
    """How long a session would have to last for the way to go on; None: that is not what ends it, or would not do."""
    last, contents = found.way[-1], found.contents
    needed = least_minutes(last.key, contents.forward_mps)
    if contents.needed(last) is None and needed is not None and contents.minutes < needed:
        return needed
    above = next((one for one in found.walker.way if one.number > last.number), None)
    if above is None or not contents.prepared_s(above) or above.permit > contents.permit:
        return None
    needed = least_minutes(above.key, contents.forward_mps)
    return needed if needed is not None and contents.minutes < needed else None


def no_race(setting: Setting, course: Course, sessions: Sequence[Planned]) -> Iterator[Because]:
    """Why a plan for a race ends without one."""
    goal = RACES.get(setting.answers.wishes.goal)
    if goal is None or any(is_race(one.workout) for one in sessions):
        return
    if setting.is_prepared(course):
        yield because(
            say("There is no race day: your own hard runs leave no day for it in the last week."),
            scheduling.HARD_APART_H,
        )
        return
    least_s = setting.contents.prepared_s(STAGES[goal])
    longest_s = max((one.workout.backward_s for one in sessions), default=0.0)
    if longest_s >= least_s:
        yield because(
            say("There is no race day: the sessions that lead to one are not all done by then."),
            progression.RACE_PREPARED,
        )
        return
    yield because(
        say("There is no race day: before one, a session needs {least} min backward, {percent} % of the time your "
            "race would take. The longest in this plan has {most} min.", least=math.ceil(least_s / 60),
            percent=round(progression.RACE_PREPARED.value * 100), most=int(longest_s / 60)), progression.RACE_PREPARED,
    )  # fmt: skip


def _falling(found: Ground, course: Course) -> Iterator[Because]:
    if not any(jogs(stage) for stage in found.way):
        return
    if not course.falling:
        yield because(
            say("Fall technique is not for you at present: jogging opens by the other conditions alone, so take them "
                "seriously: stops, glances, balance, and somebody beside you."), progression.FALL_PRACTICES,
        )  # fmt: skip
    elif course.practices < PRACTICES and not found.contents.mats:
        yield because(
            say("Before jogging you practise falling, low and soft because there are no mats."),
            progression.FALL_PRACTICES,
        )


def what_gave_way(found: Ground, built: Built) -> Iterator[Because]:
    """What your days leave no room for."""
    if Focus.BACKWARD in built.left_out:
        yield because(
            say("Your days leave no room for {count} backward sessions in every week.",
                count=found.contents.sessions), scheduling.BACKWARD_APART_H,
        )  # fmt: skip
    if Focus.STRENGTH in built.left_out:
        yield because(
            say("In some weeks there is room for one strength session, or none; two would do more."),
            scheduling.STRENGTH_PER_WEEK,
        )
