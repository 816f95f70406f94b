"""The rungs of the ladder beyond twenty minutes: fast stretches, slopes, turns and races."""

from dataclasses import replace

from backstride.evidence import progression, training
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.plan import criteria as c
from backstride.plan import cues
from backstride.plan.kinds import Goal, Limit, Permit, Place
from backstride.plan.planned import Because
from backstride.plan.rungs import NO_STUDY, SPEED, UNSTEADY, rung, up

LEGS = frozenset({Limit.ACHILLES, Limit.FOREFOOT, Limit.ANKLE, Limit.HAMSTRING})
"""What fast steps on the forefoot load most."""
ROADS = (Place.TRACK, Place.PATH, Place.FIELD)
ROAD_SAFETY = (*cues.ALWAYS, cues.LOOK_OUT, cues.FORWARD_SPARE, cues.FRESH, cues.HEADGEAR)

STUDY_SPRINTS = Because(
    say("Studied: sprints twice a week for {weeks} weeks, with boys", weeks=round(training.SPRINT_WEEKS.value)),
    key_of(training.SPRINT_WEEKS),
)
STUDY_AGILITY = Because(
    say("Studied: {weeks} weeks, with women who play netball", weeks=round(training.AGILITY_WEEKS.value)),
    key_of(training.AGILITY_WEEKS),
)
STUDY_INCLINE = Because(
    say(
        "Studied: walking up 10 degrees, three times a week for {weeks} weeks",
        weeks=round(training.INCLINE_WEEKS.value),
    ),
    key_of(training.INCLINE_WEEKS),
)

STRIDES = replace(
    rung(
        "strides",
        9,
        say("Strides"),
        Permit.RUN,
        say("Short, fast and clean stretches with full rests: quick feet, and a faster start forward as well."),
    ),
    cues=(*cues.RUNNING, cues.PACE),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    up=up("strides", c.stance(progression.STANCE_FAST_S)),
    speed=SPEED,
    not_for=UNSTEADY | LEGS,
    goals=frozenset({Goal.AGILITY, Goal.FIVE_KM}),
    studies=(STUDY_SPRINTS, NO_STUDY),
    needs=("ten",),
)
UPHILL = replace(
    rung(
        "uphill",
        10,
        say("Uphill"),
        Permit.RUN,
        say("Backward up a gentle slope: hard work for thighs and heart at low speed. Down you walk forward."),
    ),
    cues=(cues.UP_ONLY, *cues.RUNNING),
    safety=(cues.GENTLE_SLOPE, cues.INSPECT, cues.SHOES, cues.FULL_STOP, cues.QUIT, cues.PARTNER, cues.FRESH),
    not_for=UNSTEADY | frozenset({Limit.ACHILLES, Limit.FOREFOOT, Limit.KNEE, Limit.HEART}),
    goals=frozenset({Goal.ECONOMY}),
    studies=(STUDY_INCLINE, NO_STUDY),
    needs=("twenty",),
    places=(Place.HILL,),
)
AGILITY = replace(
    rung(
        "agility",
        11,
        say("Agility and turns"),
        Permit.RUN,
        say("Backward in the midst of turns, stops and starts, as games ask for it."),
    ),
    cues=(cues.STOP, *(cue for cue in cues.RUNNING if cue is not cues.STOP)),
    safety=(*cues.ALWAYS, cues.OPEN_SPACE, cues.PARTNER, cues.FRESH),
    up=up("agility", c.stance(progression.STANCE_FAST_S)),
    not_for=UNSTEADY | LEGS | frozenset({Limit.KNEE, Limit.HIP, Limit.BACK}),
    goals=frozenset({Goal.AGILITY}),
    studies=(STUDY_AGILITY, NO_STUDY),
    needs=("strides",),
    places=(Place.FIELD, Place.GYM, Place.TRACK),
)
RACE_SHORT = replace(
    rung(
        "race-short",
        12,
        say("Race, 100 m to a mile"),
        Permit.RUN,
        say("Learn to race: start back first, toes behind the line, and hold a straight way under effort."),
    ),
    cues=(*cues.RUNNING, cues.RACE_SHORT),
    safety=(*cues.ALWAYS, cues.PARTNER, cues.FRESH, cues.HEADGEAR),
    speed=SPEED,
    not_for=UNSTEADY | LEGS,
    goals=frozenset({Goal.FIVE_KM}),
    needs=("strides",),
    places=(Place.TRACK, Place.PATH, Place.FIELD),
)
RACE_5K = replace(
    rung("race-5k", 13, say("Race, 5 km"), Permit.RUN, say("Longer stretches with few forward breaks, up to 5 km.")),
    cues=(*cues.RUNNING, cues.RACE_LONG),
    safety=ROAD_SAFETY,
    speed=SPEED,
    not_for=UNSTEADY,
    goals=frozenset({Goal.FIVE_KM, Goal.MARATHON}),
    needs=("twenty",),
    places=ROADS,
)
RACE_10K = replace(
    rung("race-10k", 14, say("Race, 10 km"), Permit.RUN, say("Steady long stretches backward, up to 10 km.")),
    cues=(*cues.RUNNING, cues.RACE_LONG),
    safety=ROAD_SAFETY,
    speed=SPEED,
    not_for=UNSTEADY | frozenset({Limit.ACHILLES, Limit.FOREFOOT}),
    goals=frozenset({Goal.MARATHON}),
    needs=("race-5k",),
    places=ROADS,
)
RACE_HALF = replace(
    rung(
        "race-half",
        15,
        say("Race, half marathon"),
        Permit.RUN,
        say("Hours rather than minutes: patience, neck and calves."),
    ),
    cues=(*cues.RUNNING, cues.RACE_LONG),
    safety=ROAD_SAFETY,
    speed=SPEED,
    not_for=UNSTEADY | frozenset({Limit.ACHILLES, Limit.FOREFOOT}),
    goals=frozenset({Goal.MARATHON}),
    needs=("race-10k",),
    places=ROADS,
)
RACE_MARATHON = replace(
    rung(
        "race-marathon",
        16,
        say("Race, marathon"),
        Permit.RUN,
        say(
            "The whole way backward, with somebody who watches it. Few have done it; nobody has studied how to prepare."
        ),
    ),
    cues=(*cues.RUNNING, cues.RACE_LONG),
    safety=ROAD_SAFETY,
    speed=SPEED,
    not_for=UNSTEADY | frozenset({Limit.ACHILLES, Limit.FOREFOOT}),
    goals=frozenset({Goal.MARATHON}),
    needs=("race-half",),
    places=ROADS,
)

RUNGS = (STRIDES, UPHILL, AGILITY, RACE_SHORT, RACE_5K, RACE_10K, RACE_HALF, RACE_MARATHON)
