"""The closed lists of the vocabulary."""

from enum import IntEnum, StrEnum


class Direction(StrEnum):
    """Which way the body moves relative to where it faces. A value, never the sign of a speed."""

    FORWARD = "forward"
    BACKWARD = "backward"
    SIDEWAYS = "sideways"
    TURNING = "turning"
    STILL = "still"
    UNKNOWN = "unknown"


class Gait(StrEnum):
    """How the body moves: with a double support (walk), with a flight (run), or neither."""

    WALK = "walk"
    RUN = "run"
    NONE = "none"


class Placement(StrEnum):
    """Where on the body the inertial sensor sat."""

    FOOT = "foot"
    SHANK = "shank"
    POCKET = "pocket"
    WAIST = "waist"
    CHEST = "chest"
    WRIST = "wrist"
    HAND = "hand"
    HEAD = "head"
    UNKNOWN = "unknown"


class Spoke(StrEnum):
    """A source of evidence about direction."""

    IMU = "imu"
    COMPASS = "compass"
    SPEED = "speed"
    LAP = "lap"
    PLAN = "plan"
    USER = "user"


class Grade(IntEnum):
    """How far a number that was not measured here can be trusted, worst first.

    MEASURED stands above all: the number came from this recording's own sensors without a borrowed coefficient.
    """

    ASSUMPTION = 0
    EXPERT = 1
    SINGLE_STUDY = 2
    REPLICATED = 3
    META_ANALYSIS = 4
    MEASURED = 5


class EventKind(StrEnum):
    """What can happen that matters for safety."""

    TRANSITION = "transition"
    TURN = "turn"
    STUMBLE = "stumble"
    FALL = "fall"
    GLANCE = "glance"


class Side(StrEnum):
    """Of the body."""

    LEFT = "left"
    RIGHT = "right"
    UNKNOWN = "unknown"
