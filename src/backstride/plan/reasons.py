"""Why a session is in the plan, and why on this day: in words, each with the claim it rests on."""

from collections.abc import Iterator, Sequence

from backstride.evidence import Claim, progression, scheduling, training
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan.course import jogs
from backstride.plan.kinds import Focus, Goal
from backstride.plan.planned import Because
from backstride.plan.schedule import Placed
from backstride.plan.wants import Setting, Want

_APART = round(scheduling.BACKWARD_APART_H.value / 24)
_STRENGTH_APART = round(scheduling.STRENGTH_APART_H.value / 24)
_FRESH = round(scheduling.NEW_STAGE_AFTER_HARD_H.value / 24)


def because(says: Message, claim: Claim) -> Because:
    """A reason with its claim."""
    return Because(says, key_of(claim))


def reasons_for(setting: Setting, want: Want, day: int, there: Sequence[Placed]) -> tuple[Because, ...]:
    """First why it is there at all, then why then. `there`: what else has its day."""
    before = max((one.day for one in there if one.slot.focus is want.focus and one.day < day), default=None)
    gap = None if before is None else day - before
    return (*_why(setting, want, day), *_when(setting, want, day, gap))


def _why(setting: Setting, want: Want, day: int) -> Iterator[Because]:
    week = day // 7
    if want.race:
        yield because(say("The race that you have been getting ready for."), training.RAMPS_TESTED)
    elif want.turn is not None:
        yield from _stage(setting, want)
    elif want.focus is Focus.FALLING:
        yield because(
            say("Falling well is practised before the first jogging, and kept up later."), progression.FALL_PRACTICES
        )
    elif want.focus is Focus.STRENGTH:
        yield because(
            say("Twice a week makes beginners stronger; it is there for calves, thighs, hips and trunk."),
            scheduling.STRENGTH_PER_WEEK,
        )
    elif want.focus is Focus.TEST:
        yield because(
            say("At the start, every {weeks} weeks and at the end: so you see what has changed.",
                weeks=round(scheduling.TEST_EVERY.value)), scheduling.TEST_EVERY,
        )  # fmt: skip
    elif setting.contents.goal is Goal.BALANCE and want.number % 2 == 0:
        yield because(
            say("Balance is what you want: it is practised as often as joints."), scheduling.MOBILITY_PER_WEEK
        )
    else:
        yield because(
            say("Short, beside other sessions: it keeps the range of your joints."), scheduling.MOBILITY_PER_WEEK
        )
    if setting.is_deload(week) and want.focus in (Focus.BACKWARD, Focus.STRENGTH):
        yield because(say("An easier week on purpose: less of everything, nothing new."), scheduling.DELOAD_EVERY)


def _stage(setting: Setting, want: Want) -> Iterator[Because]:
    turn = want.turn
    if turn is None:
        return
    if turn.new and turn.stage.number > 1:
        says = say("A new stage begins, if what you did before meets its conditions: {stage}.", stage=turn.stage.name)
    else:
        says = say("Session {number} on the stage {stage}.", number=turn.number, stage=turn.stage.name)
    yield Because(says, turn.stage.dose.claim)
    if turn.new and jogs(turn.stage):
        yield because(say("No study has tested this step; it is expert design."), training.RAMPS_TESTED)


def _when(setting: Setting, want: Want, day: int, gap: int | None) -> Iterator[Because]:
    frame = setting.frame
    if want.turn is not None and want.turn.new and frame.hard:
        yield because(
            say("At least {hours} h after your hard run: something new asks for fresh legs.",
                hours=round(scheduling.NEW_STAGE_AFTER_HARD_H.value)), scheduling.NEW_STAGE_AFTER_HARD_H,
        )  # fmt: skip
        if frame.runs_hard(day + 1):
            yield because(
                say("Your hard run is the day after, as your days leave no other: with sore calves let it be easy."),
                scheduling.NEW_STAGE_AFTER_HARD_H,
            )
    elif want.workout.hard:
        yield because(say("No hard day lies before or after it, your own runs counted."), scheduling.HARD_APART_H)
    if want.focus is Focus.BACKWARD and gap is not None:
        if gap >= _APART:
            yield because(say("With a day between, calves and thighs have recovered."), scheduling.BACKWARD_APART_H)
        else:
            yield because(say("The day after the last one: your days leave no more room."), scheduling.BACKWARD_APART_H)
    if want.focus is Focus.STRENGTH and frame.runs_hard(day):
        yield because(
            say("On the day of your hard run, after it: so the days between stay easy."), scheduling.HARD_APART_H
        )
    if want.focus is Focus.STRENGTH and gap is not None and gap >= _STRENGTH_APART:
        yield because(say("With a day between, the muscles have recovered."), scheduling.STRENGTH_APART_H)
