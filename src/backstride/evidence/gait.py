"""Claims that finding direction, gait, steps and places rests on."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_ANYONE = say("anyone")
_SIMULATED = say("the simulated runner")
_RUNNERS = say("trained adults, 3 to 17 km/h on a force platform")

STANDARD_GRAVITY = Claim(
    9.80665, "m/s2", 9.78, 9.83, Grade.REPLICATED, say("the surface of the earth"), sources.MECHANICS,
    say("Acceleration of free fall"),
)  # fmt: skip
FLIGHT_FORWARD_S = Claim(
    0.072, "s", 0.061, 0.083, Grade.SINGLE_STUDY, _RUNNERS, sources.CAVAGNA_2012,
    say("Flight time of a step of forward running"),
)  # fmt: skip
FLIGHT_BACKWARD_S = Claim(
    0.098, "s", 0.083, 0.113, Grade.SINGLE_STUDY, _RUNNERS, sources.CAVAGNA_2012,
    say("Flight time of a step of backward running"),
)  # fmt: skip
BACKWARD_CADENCE_RATIO = Claim(
    1.113, "1", 1.05, 1.20, Grade.SINGLE_STUDY, say("13 adults on a treadmill"), sources.LBPP_STUDY,
    say("Cadence of backward running over forward running at the same speed"),
)  # fmt: skip
WALK_CADENCE_SPM = Claim(
    60.0, "steps/min", 40.0, 80.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("Cadence of the slowest walking, from which it rises with speed"),
)  # fmt: skip
WALK_CADENCE_RISE = Claim(
    38.0, "steps/min per m/s", 25.0, 50.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("How much the cadence of walking rises with speed"),
)  # fmt: skip
RUN_CADENCE_SPM = Claim(
    150.0, "steps/min", 135.0, 165.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("Cadence of the slowest running, from which it rises with speed"),
)  # fmt: skip
RUN_CADENCE_RISE = Claim(
    5.0, "steps/min per m/s", 2.0, 10.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("How much the cadence of running rises with speed"),
)  # fmt: skip
WALK_RUN_SPEED_MPS = Claim(
    1.85, "m/s", 1.63, 2.1, Grade.SINGLE_STUDY, say("12 healthy young adults, backward on a treadmill"),
    sources.HRELJAC_2005, say("Speed above which people run rather than walk"),
)  # fmt: skip
WALK_RUN_CADENCE_SPM = Claim(
    138.0, "steps/min", 125.0, 150.0, Grade.ASSUMPTION, say("adults"), sources.JUDGEMENT,
    say("Cadence above which people usually run rather than walk"),
)  # fmt: skip
STANDING_SPEED_MPS = Claim(
    0.4, "m/s", 0.2, 0.6, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("Speed below which a person counts as standing; satellite positions wander about as fast"),
)  # fmt: skip
FASTEST_MPS = Claim(
    12.5, "m/s", 12.3, 13.0, Grade.EXPERT, say("the fastest sprinters"), sources.JUDGEMENT,
    say("Speed that nobody exceeds on foot; faster position jumps are errors"),
)  # fmt: skip
POSITION_SPREAD_M = Claim(
    12.0, "m", 8.0, 25.0, Grade.ASSUMPTION, say("satellite receivers worn on the body"), sources.JUDGEMENT,
    say("A position further than this from the middle of its neighbours is an error"),
)  # fmt: skip
CLIMB_M = Claim(
    2.0, "m", 1.0, 5.0, Grade.ASSUMPTION, say("watches with a barometer"), sources.JUDGEMENT,
    say("A change of height smaller than this is taken for noise"),
)  # fmt: skip
QUICKEST_STEPS_SPM = Claim(
    320.0, "steps/min", 300.0, 340.0, Grade.EXPERT, say("the fastest sprinters"), sources.JUDGEMENT,
    say("Cadence that nobody exceeds"),
)  # fmt: skip
LAP_TRUST = Claim(
    0.97, "1", 0.9, 0.99, Grade.ASSUMPTION, say("people who name their laps"), sources.JUDGEMENT,
    say("How often a lap's name tells the true direction"),
)  # fmt: skip
PLAN_TRUST = Claim(
    0.92, "1", 0.8, 0.98, Grade.ASSUMPTION, say("people who follow a plan on their watch"), sources.JUDGEMENT,
    say("How often a planned step was done in the direction it says"),
)  # fmt: skip
SURE_ENOUGH = Claim(
    0.8, "1", 0.7, 0.95, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("Probability from which a direction is stated rather than left unknown"),
)  # fmt: skip
DWELL_S = Claim(
    5.0, "s", 3.0, 60.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("How long a person keeps one direction and gait on average"),
)  # fmt: skip
BOUNCE_MPS2 = Claim(
    4.2, "m/s2", 3.0, 5.5, Grade.ASSUMPTION, say("the trunk of adults"), sources.MECHANICS,
    say("Vertical acceleration (root mean square) between that of walking and that of running"),
)  # fmt: skip
STILL_MPS2 = Claim(
    0.7, "m/s2", 0.3, 1.2, Grade.ASSUMPTION, say("sensors worn by adults"), sources.JUDGEMENT,
    say("Acceleration (root mean square) below which a person counts as standing"),
)  # fmt: skip
FIRST_FORWARD = Claim(
    0.97, "1", 0.8, 0.99, Grade.ASSUMPTION, say("people who start a recording"), sources.JUDGEMENT,
    say("Probability that the first steady stretch of a recording goes forward"),
)  # fmt: skip
TURNING_RPS = Claim(
    0.8, "rad/s", 0.6, 1.6, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("Turning faster than this counts as a turn rather than a bend"),
)  # fmt: skip
LOWEST_RATE_HZ = Claim(
    20.0, "Hz", 15.0, 40.0, Grade.ASSUMPTION, say("body-worn sensors"), sources.JUDGEMENT,
    say("Sampling rate below which steps and direction are not seen well"),
)  # fmt: skip
FOOT_REST = Claim(
    0.06, "1", 0.04, 0.1, Grade.ASSUMPTION, say("sensors on feet"), sources.MECHANICS,
    say("A sensor whose rests are calmer than this share of its quickest turning sits on a foot"),
)  # fmt: skip
LEG_UNEVENNESS = Claim(
    0.4, "1", 0.25, 0.5, Grade.ASSUMPTION, say("sensors on legs and arms"), sources.LEE_2013,
    say("A sensor whose swing is skewed more than this sits on a leg; simulated arms stay below 0.25"),
)  # fmt: skip
TRUNK_TURNING_RPS = Claim(
    1.0, "rad/s", 0.7, 1.3, Grade.ASSUMPTION, say("sensors on the trunk"), sources.MECHANICS,
    say("A sensor that turns less than this (root mean square) while the person moves sits on the trunk"),
)  # fmt: skip
STANDING_MPS2 = Claim(
    0.5, "m/s2", 0.3, 0.8, Grade.ASSUMPTION, say("sensors worn by adults"), sources.JUDGEMENT,
    say("Acceleration (root mean square over a second) below which the body has no velocity"),
)  # fmt: skip
TYPICAL_SPEED_MPS = Claim(
    1.5, "m/s", 1.0, 3.0, Grade.ASSUMPTION, say("people on foot"), sources.JUDGEMENT,
    say("Usual size of a velocity, standing and running together"),
)  # fmt: skip
SPEED_MEMORY_S = Claim(
    30.0, "s", 10.0, 60.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("How long a velocity says something of the velocity later, where no push is felt"),
)  # fmt: skip
TILT_WANDER = Claim(
    0.05, "m/s2 per root second", 0.02, 0.2, Grade.ASSUMPTION, say("gyroscopes of phones, off by 0.3 degrees a second"),
    sources.MECHANICS, say("How fast a drifting gyroscope lets gravity leak into the horizontal"),
)  # fmt: skip
TILT_MEMORY_S = Claim(
    30.0, "s", 15.0, 60.0, Grade.ASSUMPTION, say("gyroscopes of phones"), sources.MECHANICS,
    say("How long such a leak lasts before the mean of gravity takes it off"),
)  # fmt: skip
PERSONAL_SPREAD = Claim(
    3.0, "1", 1.0, 6.0, Grade.ASSUMPTION, say("people who wear a sensor at the same place"), sources.JUDGEMENT,
    say("How far the weights of one person's stride pattern lie from the general ones"),
)  # fmt: skip
READING_SHARE = Claim(
    0.3, "1", 0.1, 1.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("Share of the likelihood of a reading that counts: errors of neighbouring windows go together"),
)  # fmt: skip
WINDOW_SHARE = Claim(
    0.5, "1", 0.1, 1.0, Grade.ASSUMPTION, _SIMULATED, sources.MECHANICS,
    say("Share of a window of two seconds that the next one, half a second later, does not know yet"),
)  # fmt: skip
VELOCITY_SHARE = Claim(
    0.25, "1", 0.05, 1.0, Grade.ASSUMPTION, _SIMULATED, sources.MECHANICS,
    say("Share of what is felt of the velocity in half a second that is new"),
)  # fmt: skip
WALKING_MPS = Claim(
    1.2, "m/s", 0.8, 1.5, Grade.EXPERT, say("adults who walk, forward or backward"), sources.JUDGEMENT,
    say("Usual speed of walking"),
)  # fmt: skip
RUNNING_MPS = Claim(
    2.5, "m/s", 1.8, 4.0, Grade.EXPERT, say("adults who run, forward or backward"), sources.JUDGEMENT,
    say("Usual speed of running"),
)  # fmt: skip
SPEED_SPREAD = Claim(
    0.7, "m/s", 0.4, 1.0, Grade.ASSUMPTION, say("people on foot, and what a swinging limb adds"), sources.JUDGEMENT,
    say("How far a sensor's velocity lies from the usual of a direction and gait"),
)  # fmt: skip
SHORTEST_LESSON_S = Claim(
    2.0, "s", 1.0, 5.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("A marked stretch shorter than this teaches nothing"),
)  # fmt: skip
GAP_MEMORY_S = Claim(
    2.0, "s", 0.5, 10.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("How long a pause in a recording must be for nothing before it to say which way it goes on"),
)  # fmt: skip
EXPECTED_SHARE = Claim(
    0.1, "1", 0.05, 1.0, Grade.ASSUMPTION, _SIMULATED, sources.JUDGEMENT,
    say("Share of what is believed of the direction that the velocity is told"),
)  # fmt: skip
VELOCITY_ALONE_SHARE = Claim(
    0.1, "1", 0.02, 0.25, Grade.ASSUMPTION, _SIMULATED, sources.MECHANICS,
    say("The same where no shape of strides confirms it: what is felt then is wrong for seconds on end, or right"),
)  # fmt: skip
ABOUT_RPS = Claim(
    1.57, "rad/s", 0.8, 2.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("A quarter turn a second: a body that turns faster is turning round rather than going somewhere in a bend"),
)  # fmt: skip
