"""Names of the parts of the body, with their side."""

from collections.abc import Mapping

from backstride.message import Message, say
from backstride.recording import Side
from backstride.session import BodyPart

PARTS: Mapping[BodyPart, Message] = {
    BodyPart.HEAD: say("head"),
    BodyPart.NECK: say("neck"),
    BodyPart.SHOULDER: say("shoulder"),
    BodyPart.ELBOW: say("elbow"),
    BodyPart.WRIST: say("wrist"),
    BodyPart.CHEST: say("chest"),
    BodyPart.BELLY: say("belly"),
    BodyPart.UPPER_BACK: say("upper back"),
    BodyPart.LOWER_BACK: say("lower back"),
    BodyPart.HIP: say("hip"),
    BodyPart.GROIN: say("groin"),
    BodyPart.BUTTOCK: say("buttock"),
    BodyPart.THIGH_FRONT: say("front of the thigh"),
    BodyPart.THIGH_BACK: say("back of the thigh"),
    BodyPart.KNEE: say("knee"),
    BodyPart.SHIN: say("shin"),
    BodyPart.CALF: say("calf"),
    BodyPart.ACHILLES: say("Achilles tendon"),
    BodyPart.ANKLE: say("ankle"),
    BodyPart.HEEL: say("heel"),
    BodyPart.FOREFOOT: say("forefoot"),
}


def part_name(part: BodyPart, side: Side) -> Message:
    """ "knee, left"; without a side where it lies in the middle or both are meant."""
    name = PARTS[part]
    if side is Side.LEFT:
        return say("{part}, left", part=name)
    if side is Side.RIGHT:
        return say("{part}, right", part=name)
    return name
