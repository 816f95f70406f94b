"""What the closed lists of the vocabulary are called, and the glyph of each direction. Shape first, colour second."""

from collections.abc import Mapping

from backstride.message import Message, say
from backstride.recording import Direction, Gait, Grade, Placement, Spoke

GLYPHS: Mapping[Direction, str] = {
    Direction.BACKWARD: "◀",
    Direction.FORWARD: "▶",
    Direction.SIDEWAYS: "◆",
    Direction.TURNING: "↻",
    Direction.STILL: "■",
    Direction.UNKNOWN: "?",
}
DIRECTIONS: Mapping[Direction, Message] = {
    Direction.BACKWARD: say("backward"),
    Direction.FORWARD: say("forward"),
    Direction.SIDEWAYS: say("sideways"),
    Direction.TURNING: say("turning"),
    Direction.STILL: say("still"),
    Direction.UNKNOWN: say("unknown"),
}
GAITS: Mapping[Gait, Message] = {Gait.WALK: say("walking"), Gait.RUN: say("running"), Gait.NONE: say("no gait")}
GRADES: Mapping[Grade, Message] = {
    Grade.ASSUMPTION: say("assumption"),
    Grade.EXPERT: say("expert judgement"),
    Grade.SINGLE_STUDY: say("single study"),
    Grade.REPLICATED: say("replicated"),
    Grade.META_ANALYSIS: say("meta-analysis"),
    Grade.MEASURED: say("measured"),
}
PLACEMENTS: Mapping[Placement, Message] = {
    Placement.FOOT: say("on the foot"),
    Placement.SHANK: say("on the shank"),
    Placement.POCKET: say("in the trouser pocket"),
    Placement.WAIST: say("at the waist"),
    Placement.CHEST: say("on the chest"),
    Placement.WRIST: say("on the wrist"),
    Placement.HAND: say("in the hand"),
    Placement.HEAD: say("on the head"),
    Placement.UNKNOWN: say("place unknown"),
}
SOURCES: Mapping[Spoke, Message] = {
    Spoke.IMU: say("motion sensor"),
    Spoke.COMPASS: say("compass"),
    Spoke.SPEED: say("speed"),
    Spoke.LAP: say("lap"),
    Spoke.PLAN: say("plan"),
    Spoke.USER: say("you"),
}
