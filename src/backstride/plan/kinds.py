"""The closed lists of planning."""

from enum import IntEnum, StrEnum


class Permit(IntEnum):
    """The most that is allowed backward, least first."""

    NOTHING = 0
    WALK = 1
    JOG = 2
    RUN = 3


class Goal(StrEnum):
    """What the plan is for."""

    FIRST_10_MIN = "first 10 minutes"
    FIRST_20_MIN = "first 20 minutes"
    FIVE_KM = "5 km"
    MARATHON = "marathon"
    ECONOMY = "forward economy"
    KNEES = "knees"
    AGILITY = "agility"
    BALANCE = "balance"


class Place(StrEnum):
    """Where sessions can be."""

    TRACK = "track"
    FIELD = "grass"
    GYM = "gym"
    PATH = "path"
    HILL = "hill"
    TREADMILL = "treadmill"
    HOME = "home"


class Focus(StrEnum):
    """What a workout is about."""

    BACKWARD = "backward"
    FORWARD = "forward"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    FALLING = "fall technique"
    TEST = "test"


class Limit(StrEnum):
    """What a person's body asks to be careful with; exercises and stages name the ones they are not for."""

    KNEE = "knee"
    HIP = "hip"
    ANKLE = "ankle"
    ACHILLES = "Achilles or calf"
    FOREFOOT = "forefoot"
    HAMSTRING = "hamstring"
    BACK = "lower back"
    NECK = "neck"
    SHOULDER = "shoulder"
    WRIST = "wrist"
    BALANCE = "balance"
    VISION = "vision"
    DIZZINESS = "dizziness"
    BONES = "bones"
    BLEEDING = "blood thinners"
    CONCUSSION = "concussion"
    PREGNANCY = "pregnancy"
    HEART = "heart"
    FEELING = "feeling in the feet"


class Action(StrEnum):
    """What is done in a step of a workout."""

    WARM_UP = "warm up"
    BACKWARD = "backward"
    FORWARD = "forward"
    STAND = "stand"
    TURN = "turn"
    EXERCISE = "exercise"
    COOL_DOWN = "cool down"


class Until(StrEnum):
    """What ends a step."""

    TIME = "time"
    DISTANCE = "distance"
    REPS = "repetitions"
    OPEN = "open"
