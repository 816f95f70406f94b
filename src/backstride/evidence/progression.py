"""Claims of the ladder: how much on which stage, what lets a person move up and what asks them to step back.

Nobody has tested a way from walking to running backward, so nearly all of it is judgement and says so. In a dose, the
lower end is where a stage begins, the upper end where it leads, and the value what has to be reached to leave it.
"""

from backstride.evidence import Claim, Grade, sources
from backstride.message import Message, say

_RETRO = say("people who run backward")
_FIRST = say("people who begin")


def _judged(value: float, unit: str, low: float, high: float, says: Message, whom: Message = _RETRO) -> Claim:
    return Claim(value, unit, low, high, Grade.EXPERT, whom, sources.JUDGEMENT, says)


# What lets a person move up, and what asks them to step back
PAIN_MOVE_ON = _judged(2, "1", 1, 3, say("Worst pain, of ten, with which the next stage may begin"))
PAIN_BACK = _judged(4, "1", 3, 5, say("Pain, of ten, from which the stage before is done again"))
FALL_MEMORY_DAYS = _judged(28, "d", 14, 42, say("How long a fall keeps a stage closed"))
NEAR_FALLS_BACK = _judged(
    2, "1", 2, 3, say("Near falls within four sessions from which the stage before is done again")
)
NEAR_FALL_SESSIONS = _judged(4, "sessions", 2, 6, say("How many sessions back near falls count"))
BREAK_DAYS = _judged(21, "d", 14, 28, say("Days without going backward from which the stage before is done again"))
CLEAN_MOVE_ON = _judged(0.9, "1", 0.8, 1, say("Share of changes of direction with a stop that the next stage asks for"))
CLEAN_STAY = _judged(0.5, "1", 0.3, 0.7, say("Share of changes with a stop below which the stage before is done again"))
EXERTION_MORE = _judged(1, "1", 0.5, 1.5, say("How far exertion, of ten, may lie above what was meant to move on"))
EXERTION_FAR = _judged(
    3, "1", 2, 4, say("How far exertion, of ten, lies above what was meant when a stage is too much")
)
STANCE_WALK_S = _judged(5, "s", 5, 10, say("One-leg stance, eyes open, that brisk backward walking asks for"))
STANCE_JOG_S = _judged(
    10, "s", 5, 30, say("One-leg stance, eyes open, that jogging asks for: each step is a one-leg stance")
)
STANCE_FAST_S = _judged(20, "s", 10, 45, say("One-leg stance, eyes open, that fast running and turns ask for"))
BACKWARD_3M_JOG_S = Claim(
    3.5, "s", 3.5, 5.5, Grade.SINGLE_STUDY, say("483 adults of about 76 years; applied to all ages by judgement"),
    sources.POLO_FERRERO_2025, say("Time for three metres backward that 98 of 100 who had fallen did not reach"),
)  # fmt: skip
FALL_PRACTICES = _judged(2, "sessions", 1, 4, say("Sessions of fall technique that jogging asks for"))
SESSIONS_READY = _judged(2, "sessions", 1, 4, say("Sessions that get body and place ready"), _FIRST)
SESSIONS_WALK = _judged(3, "sessions", 2, 6, say("Sessions that a stage of walking takes at least"), _FIRST)
SESSIONS_RUN = _judged(4, "sessions", 3, 8, say("Sessions that a stage of running takes at least"))
SESSIONS_RACE = _judged(6, "sessions", 4, 12, say("Sessions that getting ready for a race takes at least"))
STAGE_WEEKS = _judged(
    2, "weeks", 1, 4, say("Weeks over which the dose of a stage grows from its lower end to its upper")
)
RACE_WEEKS = _judged(6, "weeks", 4, 12, say("Weeks over which the dose before a race grows"))

# How often, and how the parts of a session lie
SESSIONS_WEEK = _judged(
    2, "sessions", 1, 3, say("Backward sessions a week once the first stages are behind: studies used two to four")
)
SESSIONS_BEGIN = _judged(
    2, "sessions", 1, 2, say("Backward sessions a week on the first stages of walking and of jogging"), _FIRST
)
COUNTED_STOP_S = _judged(2, "s", 1, 3, say("Stop before a change between backward and forward, counted aloud"))
LOOK_S = _judged(5, "s", 3, 10, say("Stand before going backward: look over both shoulders, breathe"))
TURN_S = _judged(4, "s", 3, 6, say("A turn on the spot, in small steps"))
WARM_UP_SHARE = _judged(0.25, "1", 0.15, 0.3, say("Share of a session that warming up takes, ten minutes at most"))
WARM_UP_MINUTES = _judged(6, "min", 1.5, 10, say("Warming up: walking forward, then loosening up"))
COOL_DOWN_SHARE = _judged(0.15, "1", 0.1, 0.25, say("Share of a session that walking it out and stretching take"))
COOL_DOWN_MINUTES = _judged(4, "min", 1, 6, say("Cooling down: walking forward, then stretching"))
REST_SHORT = _judged(0.5, "1", 0.3, 1, say("Easy walking forward between stretches, as a share of the stretch before"))
REST_EVEN = _judged(
    1, "1", 0.5, 2, say("Easy walking forward after jogging backward, as a share of the stretch before")
)
REST_LONG = _judged(3, "1", 2, 5, say("Walking after a fast stretch, as a share of it: the next one begins fresh"))
REST_FEW = _judged(0.1, "1", 0.05, 0.2, say("Forward breaks in long runs, as a share of the stretch before"))
DELOAD_SHARE_BACKWARD = _judged(0.6, "1", 0.5, 0.75, say("Share of the backward minutes that an easier week keeps"))
SHORTER_SHARE = _judged(
    0.6, "1", 0.4, 0.75, say("Stretches of the session with shorter ones, as a share of the long ones")
)

# Exertion meant, on the scale from 0 to 10
EXERTION_GENTLE = _judged(1.5, "1", 1, 2, say("Exertion, of ten, that is meant to be very easy"))
EXERTION_EASY = _judged(2.5, "1", 2, 3, say("Exertion, of ten, that is meant to be easy: you can talk"))
EXERTION_STEADY = _judged(4, "1", 3, 5, say("Exertion, of ten, that is meant to be steady: short sentences"))
EXERTION_HARD = _judged(6, "1", 5, 7, say("Exertion, of ten, that is meant to be hard: single words"))
EXERTION_RACE = _judged(8, "1", 7, 9, say("Exertion, of ten, in a race"))

# Minutes backward in a session, stage by stage
READY_MINUTES = _judged(1, "min", 0.5, 2, say("Minutes backward while body and place get ready"), _FIRST)
WALK_MINUTES = _judged(8, "min", 4, 10, say("Minutes of backward walking in a session, to begin with"), _FIRST)
BRISK_MINUTES = _judged(12, "min", 6, 15, say("Minutes of brisk backward walking in a session"), _FIRST)
WALK_JOG_MINUTES = _judged(10, "min", 6, 12, say("Minutes backward in a session of walking and jogging in turn"))
JOG_MINUTES = _judged(8, "min", 6, 10, say("Minutes of backward jogging in a session, in pieces"))
TEN_MINUTES = _judged(10, "min", 8, 10, say("Minutes of backward jogging on the way to ten in one go"))
FIFTEEN_MINUTES = _judged(15, "min", 12, 15, say("Minutes of backward jogging on the way to fifteen in one go"))
TWENTY_MINUTES = _judged(20, "min", 16, 20, say("Minutes of backward jogging on the way to twenty in one go"))
STRIDES_MINUTES = _judged(2.5, "min", 1.5, 4, say("Minutes of fast backward running in a session"))
UPHILL_MINUTES = _judged(6, "min", 4, 8, say("Minutes backward up a slope in a session"))
AGILITY_MINUTES = _judged(4, "min", 2, 6, say("Minutes backward in a session of turns and changes of direction"))
SHORT_RACE_MINUTES = _judged(5, "min", 3, 8, say("Minutes backward in a session for races up to the mile"))
FIVE_KM_MINUTES = _judged(25, "min", 15, 40, say("Minutes backward in a session before a race of 5 km"))
TEN_KM_MINUTES = _judged(40, "min", 20, 60, say("Minutes backward in a session before a race of 10 km"))
HALF_MINUTES = _judged(60, "min", 25, 120, say("Minutes backward in a session before a half marathon"))
MARATHON_MINUTES = _judged(90, "min", 30, 180, say("Minutes backward in a session before a marathon"))

# The longest stretch backward, stage by stage
READY_STRETCH_S = _judged(5, "s", 5, 10, say("First steps backward along a wall or rail"), _FIRST)
WALK_STRETCH_S = _judged(40, "s", 20, 60, say("A stretch of backward walking"), _FIRST)
BRISK_STRETCH_S = _judged(90, "s", 45, 150, say("A stretch of brisk backward walking"), _FIRST)
WALK_JOG_ROUND_S = _judged(60, "s", 40, 80, say("One stretch backward that is walked, jogged and walked"))
JOG_STRETCH_S = _judged(75, "s", 30, 120, say("A stretch of backward jogging"))
TEN_STRETCH_S = _judged(570, "s", 180, 600, say("A stretch on the way to ten minutes of backward jogging in one go"))
FIFTEEN_STRETCH_S = _judged(840, "s", 540, 900, say("A stretch on the way to fifteen minutes in one go"))
TWENTY_STRETCH_S = _judged(1140, "s", 780, 1200, say("A stretch on the way to twenty minutes in one go"))
STRIDES_STRETCH_S = _judged(12, "s", 8, 20, say("A fast stretch backward, short enough to stay quick and clean"))
UPHILL_STRETCH_S = _judged(40, "s", 20, 60, say("A stretch backward up a slope; the way down is walked forward"))
AGILITY_STRETCH_S = _judged(5, "s", 3, 8, say("A stretch backward between two changes of direction"))
SHORT_RACE_STRETCH_S = _judged(40, "s", 20, 90, say("A stretch at the speed of a short race"))
FIVE_KM_STRETCH_S = _judged(900, "s", 300, 1200, say("A stretch without a break before a race of 5 km"))
TEN_KM_STRETCH_S = _judged(1200, "s", 600, 1800, say("A stretch without a break before a race of 10 km"))
HALF_STRETCH_S = _judged(1500, "s", 600, 2400, say("A stretch without a break before a half marathon"))
MARATHON_STRETCH_S = _judged(1800, "s", 600, 2700, say("A stretch without a break before a marathon"))
RACE_TRY_SHARE = _judged(
    0.25, "1", 0.15, 0.4, say("Stretches at racing speed in a long preparation, as a share of the longest")
)
RACE_PREPARED = _judged(
    0.5, "1", 0.4, 0.75, say("Share of the time a race will take that one session before it must have reached")
)
SLOPE_GRADE = _judged(0.06, "1", 0.03, 0.1, say("Slope of a hill to begin with: gentle enough to walk down with ease"))
