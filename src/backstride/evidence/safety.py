"""Claims that events which matter for safety rest on: changes of direction, turns, stumbles, falls, glances."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_ANYONE = say("anyone")
_WORN = say("body-worn sensors")
_FALLERS = say("young adults who fell onto mats, older adults at their daily activities")
_TURNERS = say("adults with and without Parkinson's disease, a sensor on the belt")

STOP_TO_FORWARD_S = Claim(
    1.0, "s", 0.5, 2.0, Grade.ASSUMPTION, say("people who run"), sources.JUDGEMENT,
    say("Stop that makes a change from running backward to forward safe"),
)  # fmt: skip
STOP_TO_BACKWARD_S = Claim(
    0.5, "s", 0.3, 1.0, Grade.ASSUMPTION, say("people who run"), sources.JUDGEMENT,
    say("Stop that makes a change from running forward to backward safe"),
)  # fmt: skip
CALM_S = Claim(
    0.5, "s", 0.3, 1.0, Grade.ASSUMPTION, _WORN, sources.JUDGEMENT,
    say("A body that is calm for so long stands; between two steps it never is"),
)  # fmt: skip
TURNED_THROUGH_RAD = Claim(
    1.57, "rad", 1.2, 2.1, Grade.ASSUMPTION, _ANYONE, sources.MECHANICS,
    say("A change with a turn beyond this was turned through, else the motion was reversed on the spot"),
)  # fmt: skip
TURN_RAD = Claim(
    0.785, "rad", 0.52, 0.8, Grade.SINGLE_STUDY, _TURNERS, sources.EL_GOHARY_2014,
    say("Smallest angle about the vertical that counts as a turn"),
)  # fmt: skip
TURN_RPS = Claim(
    0.262, "rad/s", 0.087, 0.35, Grade.SINGLE_STUDY, _TURNERS, sources.EL_GOHARY_2014,
    say("Turning faster than this is not going straight on"),
)  # fmt: skip
TURN_REST_RPS = Claim(
    0.087, "rad/s", 0.05, 0.15, Grade.SINGLE_STUDY, _TURNERS, sources.EL_GOHARY_2014,
    say("Turning slower than this is going straight"),
)  # fmt: skip
TURN_LONGEST_S = Claim(
    10.0, "s", 5.0, 10.0, Grade.SINGLE_STUDY, _TURNERS, sources.EL_GOHARY_2014,
    say("What turns for longer than this is a bend or a circle"),
)  # fmt: skip
TURN_PEAK_RPS = Claim(
    0.52, "rad/s", 0.35, 0.8, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("A turn reaches this rate; bends of wide radius do not"),
)  # fmt: skip
TURN_EDGE_SHARE = Claim(
    0.33, "1", 0.2, 0.5, Grade.ASSUMPTION, say("turns of the smoothest course"), sources.MECHANICS,
    say("Share of its largest rate at which a turn begins and ends: the smoothest turn has 4 % of its angle behind it"),
)  # fmt: skip
RHYTHM_SHARE = Claim(
    0.15, "1", 0.1, 0.35, Grade.ASSUMPTION, say("people who walk or run"), sources.JUDGEMENT,
    say("A step that differs from its neighbours by more than this share of their duration is out of rhythm"),
)  # fmt: skip
JOLT_SHARE = Claim(
    0.3, "1", 0.2, 1.0, Grade.ASSUMPTION, say("people who walk or run"), sources.WEISS_2010,
    say("A stumble's peak force exceeds that of the steps around it by more than this share"),
)  # fmt: skip
STUMBLE_TILT_RAD = Claim(
    0.26, "rad", 0.17, 0.59, Grade.ASSUMPTION, say("people who trip and recover"), sources.JUDGEMENT,
    say("Tilt of the sensor beyond this within a step is more than walking or running gives it"),
)  # fmt: skip
FALL_IMPACT_TRUNK = Claim(
    3.52, "g", 2.0, 3.52, Grade.SINGLE_STUDY, _FALLERS, sources.BOURKE_2007,
    say("Peak force on the trunk that every fall exceeded"),
)  # fmt: skip
FALL_IMPACT_THIGH = Claim(
    2.74, "g", 2.0, 2.74, Grade.SINGLE_STUDY, _FALLERS, sources.BOURKE_2007,
    say("Peak force on the thigh that every fall exceeded"),
)  # fmt: skip
FALL_DIP = Claim(
    0.75, "g", 0.41, 0.8, Grade.ASSUMPTION, _FALLERS, sources.BOURKE_2007,
    say("Mean force of a tenth of a second that a fall goes below; single samples passed 0.41 g (trunk), 0.60 (thigh)"),
)  # fmt: skip
FALL_IMPACT_ARM = Claim(
    3.5, "g", 2.0, 6.0, Grade.ASSUMPTION, say("sensors on the arm, or anywhere"), sources.JUDGEMENT,
    say("Peak force on an arm in a fall"),
)  # fmt: skip
FALL_STANDS_OUT = Claim(
    0.5, "1", 0.2, 1.0, Grade.ASSUMPTION, say("people who walk or run"), sources.JUDGEMENT,
    say("The impact of a fall exceeds that of the steps before it by more than this share"),
)  # fmt: skip
FALL_TILT_RAD = Claim(
    0.785, "rad", 0.59, 1.05, Grade.ASSUMPTION, _ANYONE, sources.BOURKE_2008,
    say("Change of attitude in a fall; the trunk passed 0.59 rad in every one"),
)  # fmt: skip
FALL_STILL_S = Claim(
    2.0, "s", 1.0, 10.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("Stillness that follows a fall"),
)  # fmt: skip
DROPPED_FORCE = Claim(
    0.15, "g", 0.05, 0.3, Grade.ASSUMPTION, say("a sensor that nothing holds"), sources.MECHANICS,
    say("Force below which a sensor falls freely; a body that tips over is held up by the ground almost to the end"),
)  # fmt: skip
DROPPED_S = Claim(
    0.3, "s", 0.25, 0.45, Grade.ASSUMPTION, say("a sensor that nothing holds"), sources.MECHANICS,
    say("A free fall from the height of a hand lasts longer than this, the flight of a running step does not"),
)  # fmt: skip
LAID_DOWN_MPS2 = Claim(
    0.06, "m/s2", 0.02, 0.1, Grade.ASSUMPTION, say("phones and watches"), sources.JUDGEMENT,
    say("A sensor that is calmer than this may lie on a table; a body breathes"),
)  # fmt: skip
GLANCE_RAD = Claim(
    0.44, "rad", 0.3, 0.8, Grade.ASSUMPTION, say("people who look over their shoulder"), sources.JUDGEMENT,
    say("Turn of the head in a glance, after it was averaged over a stride"),
)  # fmt: skip
NECK_RAD = Claim(
    1.3, "rad", 1.0, 1.5, Grade.ASSUMPTION, say("adults"), sources.JUDGEMENT,
    say("How far a head turns on its neck; less does not show a turn of the body"),
)  # fmt: skip
GLANCE_LONGEST_S = Claim(
    4.0, "s", 2.0, 6.0, Grade.ASSUMPTION, say("people who look over their shoulder"), sources.JUDGEMENT,
    say("A glance and the way back take no longer than this"),
)  # fmt: skip
LOOSE_RAD = Claim(
    0.14, "rad", 0.1, 0.25, Grade.ASSUMPTION, say("sensors on trunk and legs"), sources.JUDGEMENT,
    say("A sensor whose attitude wanders by more than this within steady gait is not fixed to the body"),
)  # fmt: skip
REMOUNTED_RAD = Claim(
    0.785, "rad", 0.5, 1.0, Grade.ASSUMPTION, say("sensors on trunk and legs"), sources.JUDGEMENT,
    say("A sensor that hangs differently by more than this after a break was put on anew"),
)  # fmt: skip
VEHICLE_MPS = Claim(
    6.0, "m/s", 5.0, 8.0, Grade.ASSUMPTION, _ANYONE, sources.JUDGEMENT,
    say("Who keeps this speed for long without a step is driven"),
)  # fmt: skip
VEHICLE_ALONE_MPS = Claim(
    9.0, "m/s", 8.5, 10.0, Grade.EXPERT, say("the fastest sprinters"), sources.JUDGEMENT,
    say("Speed that nobody keeps on foot for a minute"),
)  # fmt: skip
COMPASS_RAD = Claim(
    0.35, "rad", 0.15, 0.7, Grade.ASSUMPTION, say("phones and watches outdoors"), sources.JUDGEMENT,
    say("Error of a compass on a moving body, once the magnetism of its own device is taken off"),
)  # fmt: skip
COURSE_M = Claim(
    1.5, "m", 0.8, 4.0, Grade.ASSUMPTION, say("satellite receivers worn on the body"), sources.JUDGEMENT,
    say("Error of the way between two satellite positions some seconds apart"),
)  # fmt: skip
EARTH_FIELD_UT = Claim(
    30.0, "uT", 5.0, 70.0, Grade.REPLICATED, say("the surface of the earth"), sources.MECHANICS,
    say("Strength of the earth's magnetic field across the plane that a compass turns in"),
)  # fmt: skip
FALL_DESCENT_S = Claim(
    0.583, "s", 0.33, 0.84, Grade.SINGLE_STUDY, say("25 falls of older adults, on video"), sources.CHOI_2015,
    say("How long a falling body comes down before the pelvis meets the ground"),
)  # fmt: skip
