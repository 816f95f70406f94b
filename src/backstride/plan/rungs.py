"""The rungs of the ladder from the first steps backward to twenty minutes in one go.

No study has tested this way as such. Where a study used a dose like that of a rung, the rung says which.
"""

from dataclasses import replace

from backstride.evidence import progression, training
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan import criteria as c
from backstride.plan import cues
from backstride.plan.doses import AMOUNTS
from backstride.plan.kinds import Goal, Limit, Permit, Place
from backstride.plan.planned import Because
from backstride.plan.stage import Criterion, Stage

STUDY_LEARNING = Because(
    say(
        "Studied: four weeks of {minutes} min, three times a week, and the same speed took {percent} % less oxygen",
        minutes=round(training.LEARNING_MINUTES.value),
        percent=round(training.LEARNING_GAIN.value * 100),
    ),
    key_of(training.LEARNING_GAIN),
)
STUDY_LEARNING_DOSE = Because(
    say("Studied: {minutes} min in a session, three times a week", minutes=round(training.LEARNING_MINUTES.value)),
    key_of(training.LEARNING_MINUTES),
)
STUDY_GENTLE = Because(
    say("Studied: {minutes} min, three times a week, with painful knees", minutes=round(training.GENTLE_MINUTES.value)),
    key_of(training.GENTLE_MINUTES),
)
STUDY_SELF_PACED = Because(
    say(
        "Studied: {low} to {high} min at one's own pace, four days a week",
        low=round(training.SELF_PACED_MINUTES.low),
        high=round(training.SELF_PACED_MINUTES.high),
    ),
    key_of(training.SELF_PACED_MINUTES),
)
STUDY_FAMILIAR = Because(
    say("Studied: the first session of running is for getting used to it; times settle after that"),
    key_of(training.FAMILIAR_SESSIONS),
)
STUDY_RUN_IN = Because(
    say(
        "Studied: trained runners took {weeks} weeks at {speed} m/s before they went on",
        weeks=round(training.RUN_IN_WEEKS.value),
        speed=training.RUN_IN_MPS.value,
    ),
    key_of(training.RUN_IN_WEEKS),
)
STUDY_RUN_IN_SPEED = Because(
    say("Studied: {speed} m/s for five weeks, then faster", speed=training.RUN_IN_MPS.value),
    key_of(training.RUN_IN_MPS),
)
NO_STUDY = Because(
    say("Expert design: no study has tested the way from walking to running backward"), key_of(training.RAMPS_TESTED)
)

UNSTEADY = frozenset(
    {
        Limit.BALANCE,
        Limit.VISION,
        Limit.DIZZINESS,
        Limit.FEELING,
        Limit.BONES,
        Limit.BLEEDING,
        Limit.CONCUSSION,
        Limit.PREGNANCY,
        Limit.NECK,
    }
)
"""With these a fall is likelier or worse, or a glance hurts: no running backward."""

RUNNERS = frozenset(Goal) - {Goal.BALANCE}
LONGER = RUNNERS - {Goal.FIRST_10_MIN, Goal.AGILITY}
STRAIGHTS = (Place.TRACK, Place.FIELD, Place.PATH, Place.GYM)
ANY_PLACE = (Place.GYM, Place.FIELD, Place.TRACK, Place.PATH, Place.HOME, Place.TREADMILL)

DOWN = (c.FELL, c.HURT, c.NEARLY_FELL, c.LONG_BREAK, c.HASTY, c.TOO_HARD)
SAFE = (c.NO_PAIN, c.NO_FALL, c.NO_NEAR_FALL, c.CLEAN_STOPS, c.BOTH_SHOULDERS, c.AS_MEANT)


def dose(key: str) -> Because:
    """How often and how much, in words."""
    one = AMOUNTS[key]
    often = one.often
    return Because(
        say(
            "{few} to {many} times a week, {low} to {high} min backward, in stretches of {short} up to {long}",
            few=round(often.low),
            many=round(often.high),
            low=_plain(one.minutes.low),
            high=_plain(one.minutes.high),
            short=c.length(one.stretch_s.low),
            long=c.length(one.stretch_s.high),
        ),
        key_of(one.minutes),
    )


def _plain(value: float) -> int | float:
    return round(value) if value == round(value) else value


def up(key: str, *more: Criterion) -> tuple[Criterion, ...]:
    """What every rung asks for, then what this one adds."""
    one = AMOUNTS[key]
    return (c.sessions(one.sessions), c.stretch(one.stretch_s), *SAFE, *more)


def rung(key: str, number: int, name: Message, permit: Permit, purpose: Message) -> Stage:
    """A stage whose amounts come from its row of claims, with what holds for nearly all; the rest is replaced."""
    one = AMOUNTS[key]
    return Stage(
        key=key,
        number=number,
        name=name,
        permit=permit,
        purpose=purpose,
        dose=dose(key),
        cues=cues.RUNNING,
        safety=(*cues.ALWAYS, cues.PARTNER),
        up=up(key),
        down=DOWN,
        sessions_least=round(one.sessions.value),
        minutes_backward=(one.minutes.low, one.minutes.high),
        rpe=(one.exertion.low, one.exertion.high),
        studies=(NO_STUDY,),
        places=STRAIGHTS,
    )


SPEED = (training.SPEED_SHARE.low, training.SPEED_SHARE.high)

READY = replace(
    rung(
        "ready",
        1,
        say("Get ready"),
        Permit.WALK,
        say("Find your place, wake up balance and ankles, and take the first steps backward along a wall or rail."),
    ),
    cues=(cues.SHORT, cues.TOES_FIRST, cues.TALL, cues.GLANCE),
    safety=(*cues.ALWAYS, cues.RAIL, cues.PARTNER),
    up=(c.sessions(AMOUNTS["ready"].sessions), c.NO_PAIN, c.NO_FALL, c.stance(progression.STANCE_WALK_S)),
    down=(c.FELL, c.HURT, c.NEARLY_FELL),
    places=ANY_PLACE,
)
WALK = replace(
    rung(
        "walk",
        2,
        say("Walk backward"),
        Permit.WALK,
        say("Learn to trust the ground behind you: calm steps, stops and glances until they need no thought."),
    ),
    cues=cues.WALKING,
    safety=(*cues.ALWAYS, cues.PARTNER, cues.BELT),
    up=up("walk", c.minutes(AMOUNTS["walk"].minutes)),
    tested=True,
    studies=(STUDY_GENTLE, STUDY_SELF_PACED),
    needs=("ready",),
    places=ANY_PLACE,
)
BRISK = replace(
    rung(
        "brisk",
        3,
        say("Walk briskly"),
        Permit.WALK,
        say("Walk backward as briskly as stays clean. It trains heart and thighs and gets cheaper with practice."),
    ),
    cues=cues.WALKING,
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.BELT),
    up=up("brisk", c.minutes(AMOUNTS["brisk"].minutes)),
    tested=True,
    studies=(STUDY_LEARNING_DOSE, STUDY_LEARNING),
    needs=("walk",),
    places=(*STRAIGHTS, Place.TREADMILL),
)
WALK_JOG = replace(
    rung(
        "walk-jog",
        4,
        say("Walk and jog in turn"),
        Permit.JOG,
        say("Slip a few jogging steps into the walk, so that tendons and calves get used to landing on the forefoot."),
    ),
    cues=(cues.LET_COME, *cues.RUNNING),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    up=up("walk-jog", c.stance(progression.STANCE_JOG_S), c.THREE_METRES, c.FALL_PRACTICE),
    not_for=UNSTEADY,
    goals=RUNNERS,
    studies=(NO_STUDY, STUDY_FAMILIAR),
    needs=("brisk",),
)
JOG = replace(
    rung(
        "jog",
        5,
        say("Jog backward"),
        Permit.JOG,
        say("Jog in pieces with walking forward between, until a minute or two feels steady."),
    ),
    cues=(*cues.RUNNING, cues.PACE),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    speed=SPEED,
    not_for=UNSTEADY,
    goals=RUNNERS,
    needs=("walk-jog",),
)
TEN = replace(
    rung(
        "ten",
        6,
        say("Ten minutes"),
        Permit.JOG,
        say("Join the pieces until ten minutes of jogging backward hold together."),
    ),
    cues=(*cues.RUNNING, cues.PACE),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    speed=SPEED,
    not_for=UNSTEADY,
    goals=RUNNERS,
    needs=("jog",),
)
FIFTEEN = replace(
    rung("fifteen", 7, say("Fifteen minutes"), Permit.JOG, say("The same ease for a quarter of an hour.")),
    cues=(*cues.RUNNING, cues.PACE),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    speed=SPEED,
    not_for=UNSTEADY,
    goals=LONGER,
    needs=("ten",),
)
TWENTY = replace(
    rung(
        "twenty",
        8,
        say("Twenty minutes"),
        Permit.JOG,
        say("Twenty minutes backward in one go: the usual full dose, and the base for everything faster or longer."),
    ),
    cues=(*cues.RUNNING, cues.PACE),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    speed=SPEED,
    not_for=UNSTEADY,
    goals=LONGER,
    studies=(NO_STUDY, STUDY_RUN_IN, STUDY_RUN_IN_SPEED),
    needs=("fifteen",),
)

RUNGS = (READY, WALK, BRISK, WALK_JOG, JOG, TEN, FIFTEEN, TWENTY)
