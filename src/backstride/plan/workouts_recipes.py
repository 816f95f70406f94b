"""Recipes of backward sessions: for every stage two or three, so that weeks differ."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.evidence import Claim, progression
from backstride.message import Message, say
from backstride.plan.kinds import Place
from backstride.plan.rungs import SPEED
from backstride.plan.workouts_rounds import (
    SAY_ALONG,
    SAY_BRISK,
    SAY_DOWN,
    SAY_FAST,
    SAY_JOG,
    SAY_PACE,
    SAY_RUN,
    SAY_UP_JOG,
    SAY_UP_WALK,
    SAY_WALK,
    Round,
    one_piece,
    sandwich,
)
from backstride.recording import Gait

SHORTER = progression.SHORTER_SHARE.value
EVEN = progression.REST_EVEN.value
BRIEF = progression.REST_SHORT.value
LONG = progression.REST_LONG.value
FEW = progression.REST_FEW.value


@dataclass(frozen=True, slots=True)
class Recipe:
    """One kind of session.

    shares    stretches in turn, as shares of the stage's longest
    amount    share of the stage's minutes backward
    drills    keys of exercises put before the rounds, as far as they suit the person
    exertion  None: as the stage means it
    places    None: all of the stage
    indoors   a hall or corridor: stretches as short as the first steps
    """

    key: str
    name: Message
    purpose: Message
    round: Round
    shares: tuple[float, ...] = (1.0,)
    amount: float = 1.0
    drills: tuple[str, ...] = ()
    exertion: Claim | None = None
    places: tuple[Place, ...] | None = None
    indoors: bool = False


_WALK = one_piece(SAY_WALK, Gait.WALK)
_JOG = one_piece(SAY_JOG, Gait.RUN, SPEED)
_RUN = one_piece(SAY_RUN, Gait.RUN, SPEED)
# Fast stretches go by feel: what is known of a person is their easy speed.
_QUICK = one_piece(SAY_RUN, Gait.RUN, fast=True)
_FAST = one_piece(SAY_FAST, Gait.RUN, fast=True)
_PACE = one_piece(SAY_PACE, Gait.RUN)
_IN_PIECES = say("Shorter stretches and more stops: stopping well is half of it.")
_IN_STEPS = say("Stretches that grow and shrink again, so that the longest comes when you are warm.")
_OUTDOORS = (Place.GYM, Place.FIELD, Place.TRACK, Place.PATH, Place.TREADMILL)

_CONTINUOUS = (
    Recipe(
        "long",
        say("Jog backward, long"),
        say("One long stretch, then what is left of the time."),
        Round(_JOG, BRIEF),
    ),
    Recipe("pieces", say("Jog backward in pieces"), _IN_PIECES, Round(_JOG, BRIEF), shares=(SHORTER / 2,)),
    Recipe(
        "steps",
        say("Jog backward, growing"),
        _IN_STEPS,
        Round(_JOG, BRIEF),
        shares=(0.25, 0.5, 0.25),
        amount=SHORTER,
        exertion=progression.EXERTION_EASY,
    ),
)
_LONG_RACE = (
    Recipe(
        "long",
        say("Run backward, long"),
        say("Long stretches with short breaks forward, which rest neck and calves."),
        Round(_RUN, FEW),
    ),
    Recipe(
        "easy",
        say("Run backward, easy"),
        say("Half of it, at ease: it keeps the steps without wearing you out."),
        Round(_RUN, FEW),
        shares=(SHORTER,),
        amount=SHORTER,
        exertion=progression.EXERTION_EASY,
    ),
    Recipe(
        "pace",
        say("Racing speed"),
        say("Shorter stretches at the speed of the race, with walking between."),
        Round(_PACE, BRIEF),
        shares=(progression.RACE_TRY_SHARE.value,),
        amount=SHORTER,
        exertion=progression.EXERTION_HARD,
    ),
)

RECIPES: Mapping[str, tuple[Recipe, ...]] = {
    "ready": (
        Recipe(
            "wall",
            say("First steps along a wall"),
            say("Balance, ankles and the very first steps backward, with a hand on the wall."),
            Round(one_piece(SAY_ALONG, Gait.WALK), EVEN),
            drills=("tandem-stance", "one-leg-stance", "ankle-rocks"),
        ),
        Recipe(
            "stand",
            say("Stand, turn, look"),
            say("Standing on one leg, looking over your shoulders, then a few steps backward."),
            Round(one_piece(SAY_ALONG, Gait.WALK), EVEN),
            shares=(SHORTER, 1.0),
            drills=("one-leg-stance", "neck-turns", "toe-raise", "tandem-stance"),
        ),
    ),
    "walk": (
        Recipe(
            "stretches",
            say("Walk backward"),
            say("Calm stretches backward; the way back is walked forward over ground you know."),
            Round(_WALK, BRIEF),
            places=_OUTDOORS,
        ),
        Recipe("pieces", say("Walk backward in pieces"), _IN_PIECES, Round(_WALK, BRIEF), (SHORTER,), places=_OUTDOORS),
        Recipe(
            "steps", say("Walk backward, growing"), _IN_STEPS, Round(_WALK, BRIEF), (0.5, 0.75, 1.0), places=_OUTDOORS
        ),
        Recipe(
            "hall",
            say("Walk backward along a corridor"),
            say("A few metres at a time, often: a clear corridor is enough."),
            Round(one_piece(SAY_ALONG, Gait.WALK), EVEN),
            drills=("tandem-stance", "one-leg-stance"),
            places=(Place.HOME,),
            indoors=True,
        ),
    ),
    "brisk": (
        Recipe(
            "stretches",
            say("Walk backward, briskly"),
            say("As brisk as your steps stay short and your stops stay clean."),
            Round(one_piece(SAY_BRISK, Gait.WALK), BRIEF),
        ),
        Recipe(
            "waves",
            say("Walk backward in waves"),
            say("Calm, brisk, calm within one stretch: learn to change speed without changing form."),
            Round(sandwich((SAY_WALK, Gait.WALK), (SAY_BRISK, Gait.WALK)), BRIEF),
        ),
        Recipe(
            "pieces",
            say("Brisk and short"),
            _IN_PIECES,
            Round(one_piece(SAY_BRISK, Gait.WALK), BRIEF),
            shares=(SHORTER,),
        ),
    ),
    "walk-jog": (
        Recipe(
            "thirds",
            say("Walk, jog, walk backward"),
            say("A few jogging steps in the middle of each stretch; the walk before and after keeps it safe."),
            Round(sandwich((SAY_WALK, Gait.WALK), (SAY_JOG, Gait.RUN), SPEED), BRIEF),
        ),
        Recipe(
            "pieces",
            say("Short jogs"),
            _IN_PIECES,
            Round(sandwich((SAY_WALK, Gait.WALK), (SAY_JOG, Gait.RUN), SPEED), BRIEF),
            shares=(SHORTER,),
        ),
        Recipe(
            "steps",
            say("Walk and jog, growing"),
            _IN_STEPS,
            Round(sandwich((SAY_WALK, Gait.WALK), (SAY_JOG, Gait.RUN), SPEED), BRIEF),
            shares=(0.5, 0.75, 1.0, 0.75),
        ),
    ),
    "jog": (
        Recipe(
            "stretches",
            say("Jog backward"),
            say("Jogging stretches with as much walking forward between."),
            Round(_JOG, EVEN),
        ),
        Recipe("pieces", say("Jog backward in pieces"), _IN_PIECES, Round(_JOG, EVEN), shares=(SHORTER,)),
        Recipe("steps", say("Jog backward, growing"), _IN_STEPS, Round(_JOG, EVEN), shares=(0.5, 0.75, 1.0, 0.75)),
    ),
    "ten": _CONTINUOUS,
    "fifteen": _CONTINUOUS,
    "twenty": _CONTINUOUS,
    "strides": (
        Recipe(
            "strides",
            say("Strides backward"),
            say("Fast, short, clean. You walk until you feel fresh, then go again."),
            Round(_FAST, LONG),
        ),
        Recipe(
            "build",
            say("Strides that build"),
            say("Begin at a jog, be fast in the middle, and roll out at a jog."),
            Round(sandwich((SAY_JOG, Gait.RUN), (SAY_FAST, Gait.RUN)), LONG),
        ),
        Recipe(
            "mixed",
            say("Strides and drills"),
            say("Skips and quick feet first, then strides."),
            Round(_FAST, LONG),
            amount=SHORTER,
            drills=("high-knees", "toe-walk", "backward-skip"),
        ),
    ),
    "uphill": (
        Recipe(
            "jog",
            say("Jog backward uphill"),
            say("Short stretches up at a jog; down you walk forward and get your breath back."),
            Round(one_piece(SAY_UP_JOG, Gait.RUN), EVEN, SAY_DOWN),
        ),
        Recipe(
            "walk",
            say("Walk backward uphill"),
            say("The same slope at a walk: strong thighs without speed."),
            Round(one_piece(SAY_UP_WALK, Gait.WALK), EVEN, SAY_DOWN),
            exertion=progression.EXERTION_STEADY,
        ),
    ),
    "agility": (
        Recipe(
            "turns",
            say("Stop, turn, go"),
            say("Backward, a full stop, a turn, forward: the change of direction that matters, again and again."),
            Round(_QUICK, LONG, turns=True),
        ),
        Recipe(
            "drills",
            say("Cones"),
            say("Backpedal, square and T between cones, then short stretches to keep them clean."),
            Round(_QUICK, LONG),
            amount=SHORTER,
            drills=("backpedal-cones", "square-run", "t-drill", "figure-eight"),
        ),
        Recipe(
            "transitions",
            say("Starts and stops"),
            say("Half turns and stops on your own command, then short stretches."),
            Round(_QUICK, LONG),
            amount=SHORTER,
            drills=("stop-and-go", "stop-turn-go", "half-turn", "carioca"),
        ),
    ),
    "race-short": (
        Recipe(
            "pace",
            say("Racing speed"),
            say("Stretches at the speed of the race with long walks between."),
            Round(_PACE, LONG),
        ),
        Recipe(
            "starts",
            say("Starts"),
            say("From standing, back first, into ten quick steps."),
            Round(_FAST, LONG),
            shares=(SHORTER / 3,),
            amount=SHORTER,
        ),
        Recipe(
            "steady",
            say("Run backward, steady"),
            say("Longer and calmer, so that the last third of the race holds."),
            Round(_RUN, EVEN),
            shares=(1.0, 1.5),
            exertion=progression.EXERTION_STEADY,
        ),
    ),
    "race-5k": _LONG_RACE,
    "race-10k": _LONG_RACE,
    "race-half": _LONG_RACE,
    "race-marathon": _LONG_RACE,
}
