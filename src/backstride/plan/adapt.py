"""A plan answers to what was done: criteria move it on, trouble moves it back, and the past stays as it was.

1. Readiness as it holds today: what it allows is never exceeded; where it has ended, only walking goes on.
2. Where the person is on the ladder, from all their sessions (`plan.position`).
3. The stages that the days to come should hold; where the plan holds just these, it stays as it is.
4. Else everything from today on is built anew around what was done and what the person moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backstride.errors import NotAllowed, NotFound
from backstride.evidence import progression, scheduling, training
from backstride.evidence import readiness as claims
from backstride.message import say
from backstride.plan.answers import Health
from backstride.plan.changes import happened, untold
from backstride.plan.content import Load, load_of
from backstride.plan.course import Course, jogs, week_of
from backstride.plan.exercises import EXERCISES
from backstride.plan.grounds import Ground, begins, ground
from backstride.plan.kinds import Focus, Limit, Permit
from backstride.plan.ladder import STAGES
from backstride.plan.make import no_race
from backstride.plan.moving import move
from backstride.plan.planned import Because, Plan, Planned, Week, in_order
from backstride.plan.position import Position, alarming
from backstride.plan.readiness import Readiness
from backstride.plan.reasons import because
from backstride.plan.schedule import WEEK
from backstride.plan.screening import Standing, assess_readiness, standing
from backstride.plan.stage import Stage
from backstride.plan.wants import Setting
from backstride.plan.weeks import build
from backstride.plan.workouts_race import is_race
from backstride.session import Session

__all__ = ["adapt", "hold", "move", "position_of", "stage_of"]

_MISSED = timedelta(days=round(scheduling.MISSED_WEEK_DAYS.value))


def adapt(
    plan: Plan,
    sessions: Sequence[Session],
    today: date,
    readiness: Readiness | Standing | None = None,
    health: Health | None = None,
) -> Plan:
    """The plan as it should go on from today; the same object where nothing changes.

    sessions   everything that was done, before the plan too: it is judged as `make_plan` did
    readiness  what holds today, or why nothing does; None: what the plan's own answers still stand for
    health     as it was answered last; None: as the plan has it
    """
    if today > plan.end:
        return plan
    view = _view(plan, sessions, today, readiness, health)
    differs = _difference(view)
    if differs is None or _is_open(plan, sessions, today, readiness, health):
        return plan
    after = _built(view, (), plan.costs)
    if _coming(after, view.first) == _coming(plan, view.first):
        return plan
    return replace(after, because=tuple(_reasons(view, differs, sessions, after)))


def _is_open(
    plan: Plan, sessions: Sequence[Session], today: date, readiness: Readiness | Standing | None, health: Health | None
) -> bool:
    """Whether the rest of the day can still bring the person to where the plan has them: by sessions that it holds for
    today, and by what they tell of a recording. Falls and pain count at once."""
    silent = untold(plan, sessions)
    told = [one for one in sessions if one.day < today or one.id not in silent or alarming(one)]
    view = _view(plan, told, today, readiness, health, day_is_open=True)
    return view.first == today and _difference(view) is None


def hold(
    plan: Plan,
    sessions: Sequence[Session],
    stage_key: str,
    today: date,
    readiness: Readiness | Standing | None = None,
    health: Health | None = None,
) -> Plan:
    """The person sets their stage: to stay, to go back, or to go on though conditions are open; costs say what of.

    Raises NotFound for a stage that is not on the ladder, NotAllowed for one that readiness or their way does not hold.
    """
    stage = STAGES.get(stage_key)
    if stage is None:
        raise NotFound(say("there is no stage {key}", key=stage_key))
    before = _view(plan, sessions, today, readiness, health)
    if before.course is None or not any(one is stage for one in before.found.way):
        raise NotAllowed(say("The stage {stage} is not open to you at present.", stage=stage.name))
    held = replace(plan, overrides={**plan.overrides, today.isoformat(): stage_key})
    view = _view(held, sessions, today, readiness, health)
    after = _built(view, (), tuple(_costs(before.place, stage)))
    says = because(say("You set your stage to {stage} yourself.", stage=stage.name), training.RAMPS_TESTED)
    return replace(after, because=(says, *_no_race(view, after)))


def position_of(plan: Plan, sessions: Sequence[Session], today: date, health: Health | None = None) -> Position:
    """Where on the ladder the person is, with the record and its judgement."""
    said = health or plan.answers.health
    answers = replace(plan.answers, health=said)
    found = ground(answers, plan.start, assess_readiness(said, plan.answers.day), plan.overrides)
    return found.walker.position(begins(plan.answers, sessions), sessions, today)


def stage_of(plan: Plan, sessions: Sequence[Session], today: date, health: Health | None = None) -> str:
    """Key of the stage the person is on."""
    return position_of(plan, sessions, today, health).stage.key


@dataclass(frozen=True, slots=True)
class _View:
    """A plan as it looks today.

    ended   why readiness holds no more; None: it holds
    course  from where the person is; None: nothing is open
    first   first day that may still be changed
    kept    sessions that stay; `coming`: the others, from `first` on
    """

    plan: Plan
    today: date
    readiness: Readiness
    ended: Because | None
    found: Ground
    place: Position
    course: Course | None
    missed: bool
    first: date
    kept: tuple[Planned, ...]
    coming: tuple[Planned, ...]
    done: frozenset[str]

    def setting(self) -> Setting:
        kept = frozenset(one.id for one in (*self.kept, *self.pins()))
        return Setting(self.plan.id, self.plan.answers, self.plan.start, self.found.contents, self.found.frame, kept)

    def pins(self) -> tuple[Planned, ...]:
        """Sessions to come that the person put on their day."""
        return tuple(one for one in self.coming if one.moved)


def _view(
    plan: Plan,
    sessions: Sequence[Session],
    today: date,
    given: Readiness | Standing | None,
    health: Health | None,
    *,
    day_is_open: bool = False,
) -> _View:
    """day_is_open: whatever was done today, what the plan holds for today besides is still to come."""
    if health is not None:
        plan = replace(plan, answers=replace(plan.answers, health=health))
    held, ended = _readiness(plan, sessions, today, given)
    found = ground(plan.answers, plan.start, held, plan.overrides)
    place = found.walker.position(begins(plan.answers, sessions), sessions, today)
    done = frozenset(one.planned for one in sessions if one.planned)
    begun = not day_is_open and any(one.day == today for one in sessions)
    first = max(plan.start, today + timedelta(days=1) if begun else today)
    kept = tuple(one for one in plan.sessions if one.day < first or one.id in done)
    coming = tuple(one for one in plan.sessions if one.day >= first and one.id not in done)
    missed = _missed_week(kept, done, place, today)
    course = None if not found.way or held.permit is Permit.NOTHING else found.course(place)
    if course is not None and missed:
        course = _repeating(course)
    if course is not None:  # done ahead of its day, practice counts on its day: once
        course = course.practised(-sum(one.day >= first and one.workout.focus is Focus.FALLING for one in kept))
    return _View(plan, today, held, ended, found, place, course, missed, first, kept, coming, done)


def _readiness(
    plan: Plan, sessions: Sequence[Session], today: date, given: Readiness | Standing | None
) -> tuple[Readiness, Because | None]:
    if isinstance(given, Readiness):
        return given, None
    if given is not None and given.last is not None:
        said, held = given.last, given
    else:
        said = assess_readiness(plan.answers.health, plan.answers.day)
        held = standing(said, [one for one in sessions if one.day > plan.answers.day], today)
    if held.readiness is not None or held.why is None:
        return said, None
    return replace(said, permit=held.permit), because(held.why, claims.VALID_DAYS)


def _missed_week(kept: Sequence[Planned], done: frozenset[str], place: Position, today: date) -> bool:
    """Whether a week has passed since the last session though some were planned; before the first one nothing is."""
    if place.last is None or today - place.last < _MISSED:
        return False
    backward = (one for one in kept if one.workout.focus is Focus.BACKWARD and one.id not in done)
    return any(place.last < one.day < today for one in backward)


def _repeating(course: Course) -> Course:
    """One more session of what was done last before anything new."""
    if course.done == 0 and course.at > 0:
        return replace(course, at=course.at - 1, done=course.takes[course.at - 1] - 1, least=0)
    return replace(course, least=max(course.needed, course.done + 1))


def _difference(view: _View) -> int | None:
    """Whether the days to come hold the stages that the course asks for, and nothing unsuitable: None where they do.

    Else how far apart they are where they first differ: below 0 the plan was ahead of the person, above 0 behind, and 0
    where something else is no longer as it should be.
    """
    backward = [one for one in view.coming if one.workout.focus is Focus.BACKWARD]
    if view.course is None:
        return 0 if any(one.workout.focus is not Focus.FORWARD for one in view.coming) else None
    if view.plan.permit is Permit.NOTHING:
        return 0  # nothing was open, and so nothing is planned: it comes back
    course, setting = view.course, view.setting()
    fixed = (*view.coming, *(one for one in view.kept if one.day >= view.first))
    falling = [setting.week_of(one.day) for one in fixed if one.workout.focus is Focus.FALLING]
    for week in range(setting.week_of(view.first), setting.weeks):
        mine = [one.workout for one in backward if setting.week_of(one.day) == week]
        meant = [STAGES[one.stage] for one in mine if not is_race(one)]
        if week == setting.weeks - 1 and (len(meant) < len(mine)) is not _races(view, course):
            return 0
        turns, course = week_of(course, len(meant), easier=setting.is_deload(week))
        for stage, turn in zip(meant, turns, strict=True):
            if stage is not turn.stage:
                return turn.stage.number - stage.number
        course = course.practised(falling.count(week)).went(mine)
    return 0 if any(_unsuitable(one, view.readiness.limits) for one in view.coming) else None


def _races(view: _View, course: Course) -> bool:
    """Whether the last week should still hold a race."""
    setting = view.setting()
    day = setting.race_day()
    return (
        setting.is_taper(setting.weeks - 1, course) and day is not None and setting.start + timedelta(day) >= view.first
    )


def _unsuitable(one: Planned, limits: frozenset[Limit]) -> bool:
    keys = {step.exercise for block in one.workout.blocks for step in block.steps if step.exercise}
    return any(key in EXERCISES and not EXERCISES[key].not_for.isdisjoint(limits) for key in keys)


def _built(view: _View, reasons: tuple[Because, ...], costs: tuple[Because, ...]) -> Plan:
    """The next version: what is kept, and everything from `first` on made anew."""
    plan, setting = view.plan, view.setting()
    week = setting.week_of(view.first)
    if view.course is None or view.first > plan.end:
        own = [one for one in view.coming if one.workout.focus is Focus.FORWARD]
        sessions, weeks = (
            (*view.kept, *own),
            tuple(_emptied(plan, row.number, [*view.kept, *own]) for row in plan.weeks),
        )
    else:
        stays = (*view.kept, *(one for one in view.pins() if one.workout.focus is not Focus.BACKWARD))
        pins = [one for one in view.pins() if one.workout.focus is Focus.BACKWARD]
        built = build(setting, view.course, view.first, stays, pins, _loads(view, setting, week))
        sessions, weeks = (*stays, *built.sessions), (*plan.weeks[:week], *built.weeks)
    return replace(
        plan,
        version=plan.version + 1,
        made_at=view.today,
        permit=view.readiness.permit,
        weeks=weeks,
        sessions=in_order(sessions),
        because=reasons,
        costs=costs,
    )


def _coming(plan: Plan, first: date) -> list[tuple[date, str, str]]:
    """What a person would notice of the days to come."""
    return sorted((one.day, one.workout.key, str(one.place)) for one in plan.sessions if one.day >= first)


def _emptied(plan: Plan, number: int, sessions: Sequence[Planned]) -> Week:
    """A week with what is left in it."""
    row = plan.weeks[number - 1]
    load = sum(load_of(one.workout) for one in sessions if (one.day - plan.start).days // WEEK == number - 1)
    return replace(row, load=round(load, 1))


def _loads(view: _View, setting: Setting, week: int) -> list[Load]:
    """Load of the weeks before, the person's own runs not counted; a week in which nothing was done weighs nothing."""
    mine = [one for one in view.kept if one.workout.focus is not Focus.FORWARD]
    began = {setting.week_of(one.day) for one in mine if one.id in view.done}
    return [
        Load.of(one.workout for one in mine if setting.week_of(one.day) == number) if number in began else Load()
        for number in range(week)
    ]


def _reasons(view: _View, differs: int, sessions: Sequence[Session], after: Plan) -> Iterator[Because]:
    """What changed the plan, the weightiest first."""
    if view.ended is not None:
        yield view.ended
        walks = say("Until you have answered again the plan keeps to walking.")
        nothing = say("Until then nothing is planned backward.")
        yield because(walks if view.readiness.permit else nothing, claims.VALID_DAYS)
        return
    if view.readiness.permit < view.plan.permit:
        yield from (Because(one.says, one.claim) for one in view.readiness.reasons[:2])
    elif view.readiness.permit > view.plan.permit:
        yield because(say("Your answers allow more again."), claims.VALID_DAYS)
    # A fall of yesterday that is told today is news, though the plan was looked at since.
    told_late = {one.day for one in sessions if one.logged_at.date() >= view.plan.made_at}
    recent = [one for one in view.place.moves if one.day >= view.plan.made_at or one.day in told_late]
    last = recent[-1] if recent else None
    if last is not None and last.why and differs < 0:
        for criterion in last.why:
            yield Because(say("Back to {stage}: {why}.", stage=last.after.name, why=criterion.says), criterion.claim)
    elif last is not None and not last.why and differs > 0:
        says = say(
            "You met every condition of {before}: on to {after}.", before=last.before.name, after=last.after.name
        )
        yield because(says, training.RAMPS_TESTED)
    elif view.missed:
        yield because(
            say("A week without a session: what you did last comes once more before anything new."),
            scheduling.MISSED_WEEK_DAYS,
        )
    else:
        yield from _staying(view, sessions)
    if any(is_race(one.workout) for one in view.coming):
        yield from _no_race(view, after)


def _no_race(view: _View, after: Plan) -> Iterator[Because]:
    """Why a plan for a race holds none, from where the person is."""
    if view.course is not None:
        yield from no_race(view.setting(), view.course, after.sessions)


def _staying(view: _View, sessions: Sequence[Session]) -> Iterator[Because]:
    """Why the stages to come are others than the calendar meant: what happened, and what is open where that is all."""
    stage, judgement = view.place.stage, view.place.judgement
    late = any(one.key == "sessions" for one in judgement.missing) or not (judgement.missing or judgement.unknown)
    if late:
        if _jogging_opens(view):
            yield because(say("Fall technique is practised: jogging begins."), progression.FALL_PRACTICES)
            return
        usual = because(say("The sessions to come follow what you did and answered."), progression.SESSIONS_WALK)
        yield from happened(view.plan, sessions, view.today) or (usual,)
        return
    for criterion in judgement.missing:
        says = say("You stay on {stage}. Still open: {what}.", stage=stage.name, what=criterion.says)
        yield Because(says, criterion.claim)
    for criterion in judgement.unknown:
        says = say("You stay on {stage}. Not known yet: {what}.", stage=stage.name, what=criterion.says)
        yield Because(says, criterion.claim)


def _jogging_opens(view: _View) -> bool:
    """Whether walking only filled in until fall technique was practised."""
    ahead = next((one.workout.stage for one in view.coming if one.workout.focus is Focus.BACKWARD), "")
    course = view.course
    return course is not None and jogs(course.stage) and course.may_jog() and bool(ahead) and not jogs(STAGES[ahead])


def _costs(place: Position, stage: Stage) -> Iterator[Because]:
    """What setting a stage by hand costs."""
    if stage.number > place.stage.number:
        for criterion in (*place.judgement.missing, *place.judgement.unknown):
            yield Because(
                say("You go on to {stage} though this is open: {what}. A fall or a sore calf is likelier.",
                    stage=stage.name, what=criterion.says), criterion.claim,
            )  # fmt: skip
        for skipped in STAGES.values():
            if place.stage.number < skipped.number < stage.number:
                yield because(say("You skip {stage} and what it teaches.", stage=skipped.name), training.RAMPS_TESTED)
    elif stage.number == place.stage.number:
        yield because(say("You stay longer on {stage}: the goal comes later.", stage=stage.name), training.RAMPS_TESTED)
    else:
        yield because(say("You go back to {stage}: the goal comes later.", stage=stage.name), training.RAMPS_TESTED)
