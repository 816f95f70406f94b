"""What the closed lists of the vocabulary are called, and the glyph of each direction. Shape first, colour second."""

from collections.abc import Mapping

from backstride.message import Message, say
from backstride.recording import Direction, Gait, Grade, Placement, Spoke
from backstride.words import Words

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
# Sports as files write them, before and after the stroke of "running/trail".
SPORTS: Mapping[str, Message] = {
    "generic": say("Other sport"),
    "running": say("Running"),
    "walking": say("Walking"),
    "hiking": say("Hiking"),
    "cycling": say("Cycling"),
    "swimming": say("Swimming"),
    "transition": say("Transition"),
    "multisport": say("Multisport"),
    "training": say("Training"),
    "fitness_equipment": say("Fitness equipment"),
    "rowing": say("Rowing"),
    "mountaineering": say("Mountaineering"),
    "e_biking": say("E-biking"),
    "inline_skating": say("Inline skating"),
    "ice_skating": say("Ice skating"),
    "cross_country_skiing": say("Cross-country skiing"),
    "alpine_skiing": say("Alpine skiing"),
    "snowboarding": say("Snowboarding"),
    "snowshoeing": say("Snowshoeing"),
    "soccer": say("Soccer"),
    "basketball": say("Basketball"),
    "tennis": say("Tennis"),
    "racket": say("Racket sport"),
    "golf": say("Golf"),
    "boxing": say("Boxing"),
    "hiit": say("Interval training"),
    "rock_climbing": say("Rock climbing"),
    "floor_climbing": say("Floor climbing"),
    "horseback_riding": say("Horse riding"),
    "paddling": say("Paddling"),
    "kayaking": say("Kayaking"),
    "stand_up_paddleboarding": say("Stand-up paddling"),
    "sailing": say("Sailing"),
    "surfing": say("Surfing"),
    "diving": say("Diving"),
    "meditation": say("Meditation"),
    "driving": say("Driving"),
    "wheelchair_push_walk": say("Wheelchair, walking speed"),
    "wheelchair_push_run": say("Wheelchair, running speed"),
}
WITHIN_SPORTS: Mapping[str, Message] = {
    "treadmill": say("treadmill"),
    "street": say("street"),
    "trail": say("trail"),
    "track": say("track"),
    "virtual_activity": say("virtual"),
    "indoor_running": say("indoor"),
    "indoor_walking": say("indoor"),
    "indoor_cycling": say("indoor"),
    "indoor_rowing": say("indoor"),
    "indoor_skiing": say("indoor"),
    "casual_walking": say("casual"),
    "speed_walking": say("fast"),
    "ultra": say("ultra"),
    "obstacle": say("obstacles"),
    "spin": say("spinning"),
    "road": say("road"),
    "mountain": say("mountain"),
    "downhill": say("downhill"),
    "gravel_cycling": say("gravel"),
    "track_cycling": say("track"),
    "cyclocross": say("cyclocross"),
    "lap_swimming": say("laps"),
    "open_water": say("open water"),
    "elliptical": say("elliptical trainer"),
    "stair_climbing": say("stairs"),
    "strength_training": say("strength"),
    "cardio_training": say("cardio"),
    "flexibility_training": say("flexibility"),
    "warm_up": say("warm-up"),
    "exercise": say("exercise"),
    "yoga": say("yoga"),
    "pilates": say("Pilates"),
    "bike_to_run_transition": say("bike to run"),
    "run_to_bike_transition": say("run to bike"),
    "swim_to_bike_transition": say("swim to bike"),
}


def sport_name(sport: str, words: Words) -> str:
    """A sport as people read it: "cycling/indoor_cycling" is "Cycling, indoor". The file's own word if not known."""
    whole, _, within = sport.partition("/")
    first = words(SPORTS[whole]) if whole in SPORTS else _plain(whole[:1].upper() + whole[1:])
    if not within:
        return first
    return f"{first}, {words(WITHIN_SPORTS[within]) if within in WITHIN_SPORTS else _plain(within)}"


def _plain(word: str) -> str:
    return word.replace("_", " ")
