"""Words of the heart: zones, what they rest on, where a number is from, why a stretch is left out."""

from collections.abc import Mapping

from backstride.message import Message, say
from backstride.physiology.beats import Fault
from backstride.physiology.known import How
from backstride.physiology.zones import Basis, Sex

ZONE_NAMES: Mapping[int, Message] = {
    0: say("below the zones"),
    1: say("very easy"),
    2: say("easy"),
    3: say("moderate"),
    4: say("hard"),
    5: say("very hard"),
}
BASES: Mapping[Basis, Message] = {
    Basis.HIGHEST: say("shares of the highest heart rate"),
    Basis.RESERVE: say("shares of the way from resting to highest"),
    Basis.THRESHOLD: say("shares of your threshold"),
    Basis.OWN: say("bounds of your own"),
}
HOW: Mapping[How, Message] = {
    How.SAID: say("you said it"),
    How.SEEN: say("the highest a recording shows; the real one may be higher"),
    How.AGE: say("by your age; it misses a third of people by ten beats and more"),
    How.GUESSED: say("a guess, for your age is not known"),
}
SEXES: Mapping[Sex, Message] = {
    Sex.NOT_SAID: say("not said"),
    Sex.FEMALE: say("female"),
    Sex.MALE: say("male"),
}
FAULTS: Mapping[Fault, Message] = {
    Fault.IMPOSSIBLE: say("{time} of rates that no heart has"),
    Fault.SPIKE: say("{time} of sudden spikes"),
    Fault.JUMP: say("{time} to which the rate jumped, and from which it jumped back"),
    Fault.STUCK: say("{time} in which the rate stood still to the digit"),
    Fault.STEPS: say("{time} in which the sensor followed your steps instead of your heart"),
    Fault.IRREGULAR: say("{time} of beats that fit nothing around them"),
}
