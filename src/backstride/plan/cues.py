"""Form in reminders, each with the claim it rests on, and what makes a place safe."""

from backstride.evidence import gait, progression, safety, training
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan.planned import Because

TOES_FIRST = Because(say("Reach back and touch down with the forefoot first"), key_of(training.TOES_SHARE))
HEEL_CLEAR = Because(say("Lift the heel clear of the ground on its way back"), key_of(training.FOOT_LIFT))
TALL = Because(say("Stay tall and do not lean on purpose; which lean is best is not known"), key_of(training.LEAN_DEG))
FIRM = Because(say("Keep belly and back firm, shoulders loose"), key_of(training.TRUNK_STEADY))
GLANCE = Because(
    say(
        "Look over the left, then over the right shoulder, every {seconds} s",
        seconds=round(training.GLANCE_EVERY_S.value),
    ),
    key_of(training.GLANCE_EVERY_S),
)
STOP = Because(
    say("Stop, stand, count to {count}, then change direction", count=round(progression.COUNTED_STOP_S.value)),
    key_of(safety.STOP_TO_FORWARD_S),
)
SHORT = Because(say("Take short, calm steps, about hip-wide"), key_of(training.TRUNK_STEADY))
QUICK = Because(
    say(
        "Take short, quick steps: about {percent} % more a minute than forward at the same speed",
        percent=round((gait.BACKWARD_CADENCE_RATIO.value - 1) * 100),
    ),
    key_of(gait.BACKWARD_CADENCE_RATIO),
)
ELBOWS = Because(
    say("Bend the elbows about {degrees} degrees and keep the arms close", degrees=round(training.ELBOW_DEG.value)),
    key_of(training.ELBOW_DEG),
)
PUSH = Because(
    say("Push off the toes and straighten the knee: the front of the thigh drives you"), key_of(training.THIGH_DRIVE)
)
LET_COME = Because(
    say(
        "Let the jog come by itself: people change from walking at about {speed} m/s",
        speed=training.CHOSEN_RUN_MPS.value,
    ),
    key_of(training.CHOSEN_RUN_MPS),
)
PACE = Because(
    say(
        "At the same effort you are at {low} to {high} % of your forward speed",
        low=round(training.SPEED_SHARE.low * 100),
        high=round(training.SPEED_SHARE.high * 100),
    ),
    key_of(training.SPEED_SHARE),
)
UP_ONLY = Because(
    say(
        "Backward only up; it costs about {percent} % more than forward",
        percent=round(training.UPHILL_COST.value * 100),
    ),
    key_of(training.UPHILL_COST),
)
RACE_SHORT = Because(
    say(
        "Expect {low} to {high} % of your forward racing speed",
        low=round(training.RACE_SHORT_SHARE.low * 100),
        high=round(training.RACE_SHORT_SHARE.high * 100),
    ),
    key_of(training.RACE_SHORT_SHARE),
)
RACE_LONG = Because(
    say(
        "Expect {low} to {high} % of your forward racing speed",
        low=round(training.RACE_LONG_SHARE.low * 100),
        high=round(training.RACE_LONG_SHARE.high * 100),
    ),
    key_of(training.RACE_LONG_SHARE),
)

WALKING = (SHORT, TOES_FIRST, HEEL_CLEAR, TALL, FIRM, GLANCE, STOP)
RUNNING = (QUICK, TOES_FIRST, PUSH, HEEL_CLEAR, TALL, ELBOWS, FIRM, GLANCE, STOP)

# What is safe: lines of a set-up
PLACE = say("Choose a place that is flat, straight, clear, dry and lit; soft ground is kinder")
INSPECT = say("Walk the whole straight forward first, clear it and mark its end")
PARTNER = say("Best with a partner who faces you and sees what is behind you; in a hall, a mirror does it too")
RAIL = say("Stay within reach of a wall or rail")
FULL_STOP = say("Come to a full stop before every turn and every change of direction")
HEADGEAR = say("Think of a helmet: head protection was advised at a world championship of backward running")
SHOES = say("Wear flat shoes with the laces tucked in, and keep your ears free")
QUIT = say(
    "End the session after a fall, with pain above {most} of 10 or dizziness, and when your stops get hasty",
    most=round(progression.PAIN_BACK.value) - 1,
)
FRESH = say("Stop while you still feel fresh")
BELT = say("On a treadmill: clip on the safety cord, keep the rails in reach, and have someone beside the stop button")
GENTLE_SLOPE = say(
    "Choose a slope of about {percent} % at first, even, with room at the top; walk down facing forward",
    percent=round(progression.SLOPE_GRADE.value * 100),
)
OPEN_SPACE = say("Leave two metres around the cones and keep others off the field")
LOOK_OUT = say("Have somebody go with you who watches the way behind you, on foot or by bicycle")
FORWARD_SPARE = say("Turn to forward, after a stop, whenever the way is crowded, steep or out of sight")

ALWAYS = (PLACE, INSPECT, SHOES, FULL_STOP, QUIT)

# Spoken while a step lasts
SAY_GLANCE_LEFT = say("Glance left")
SAY_GLANCE_RIGHT = say("Glance right")
SAY_TOES = say("Toes first")
SAY_SHORT = say("Short steps")
SAY_QUICK = say("Quick feet")
SAY_TALL = say("Stay tall")
SAY_HEELS = say("Heels up")
SAY_ELBOWS = say("Elbows bent")
SAY_PUSH = say("Push off the toes")
SAY_FIRM = say("Belly firm")
SAY_BREATHE = say("Breathe out")

SPOKEN_WALK = (
    SAY_GLANCE_LEFT,
    SAY_SHORT,
    SAY_GLANCE_RIGHT,
    SAY_TOES,
    SAY_GLANCE_LEFT,
    SAY_TALL,
    SAY_GLANCE_RIGHT,
    SAY_HEELS,
)
SPOKEN_RUN = (
    SAY_GLANCE_LEFT, SAY_QUICK, SAY_GLANCE_RIGHT, SAY_TOES, SAY_GLANCE_LEFT, SAY_PUSH, SAY_GLANCE_RIGHT, SAY_ELBOWS,
    SAY_GLANCE_LEFT, SAY_FIRM, SAY_GLANCE_RIGHT, SAY_BREATHE,
)  # fmt: skip
SPOKEN_FAST = (SAY_QUICK, SAY_TOES, SAY_TALL)
