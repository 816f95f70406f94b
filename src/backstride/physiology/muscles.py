"""Which muscles are more or less active backward, by gait, and who found it.

A table of findings, one a muscle, a gait and a study. What is said of a muscle follows from them by one rule
(`_change`): studies in which nothing but the direction changed decide by majority; where they are split, found no
difference, or only studies that changed the slope too are there, it is unclear. Activity (surface EMG) says how much a
muscle is driven, not that it grows stronger.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from backstride.evidence import Claim, muscles
from backstride.evidence import studies_mechanics as studies
from backstride.evidence.study import Study
from backstride.message import Message, say
from backstride.recording import Gait


class Change(StrEnum):
    """How active a muscle is backward, against forward."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "unclear"
    NO_DATA = "no data"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one study found of one muscle. found: UNCLEAR stands for no difference.

    fair  nothing but the direction changed; amount: where a number was printed
    when  in which part of the step; None: over the step
    """

    study: Study
    found: Change
    fair: bool = True
    when: Message | None = None
    amount: Claim | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One muscle in one gait. muscle: its id on the map of the body (`figures`)."""

    muscle: str
    gait: Gait
    change: Change
    findings: tuple[Finding, ...]


# Every muscle of the map, front then back, in the order of the page.
NAMES: Mapping[str, Message] = {
    "rectus-femoris": say("front of the thigh, middle (rectus femoris)"),
    "vastus-lateralis": say("front of the thigh, outside (vastus lateralis)"),
    "vastus-medialis": say("front of the thigh, inside (vastus medialis)"),
    "tibialis-anterior": say("shin (tibialis anterior)"),
    "gastrocnemius-medial": say("inner calf (gastrocnemius)"),
    "gastrocnemius-lateral": say("outer calf (gastrocnemius)"),
    "biceps-femoris": say("back of the thigh, outside (biceps femoris)"),
    "semitendinosus": say("back of the thigh, inside (semitendinosus)"),
    "soleus": say("deep calf (soleus)"),
    "gluteus-maximus": say("buttock (gluteus maximus)"),
    "gluteus-medius": say("side of the hip (gluteus medius)"),
    "tensor-fasciae-latae": say("front of the hip, outside (tensor fasciae latae)"),
    "hip-flexors": say("hip flexors"),
    "adductors": say("inside of the thigh (adductors)"),
    "abdominals": say("belly (rectus abdominis)"),
    "obliques": say("side of the belly (obliques)"),
    "erector-spinae": say("back (erector spinae)"),
    "neck-extensors": say("back of the neck"),
    "sternocleidomastoid": say("front of the neck (sternocleidomastoid)"),
    "deltoid": say("shoulder, front (deltoid)"),
    "deltoid-back": say("shoulder, back (deltoid)"),
    "foot-front": say("foot"),
}

_STANCE, _SWING = say("while you stand on the leg"), say("while the leg swings")
_UP, _DOWN, _SAME = Change.HIGHER, Change.LOWER, Change.UNCLEAR
_DETWEILER, _JRRS, _DEKREY = studies.DETWEILER_FRONT, studies.JRRS_MUSCLES, studies.DEKREY_SLOPE

_FOUND: Mapping[tuple[str, Gait], tuple[Finding, ...]] = {
    ("rectus-femoris", Gait.WALK): (
        Finding(_DETWEILER, _UP, when=_STANCE),
        Finding(_JRRS, _SAME, when=say("in most parts of the step")),
    ),
    ("vastus-lateralis", Gait.WALK): (
        Finding(_JRRS, _SAME, when=say("in most parts of the step")),
        Finding(_DEKREY, _UP, fair=False, amount=muscles.OUTER_THIGH_UPHILL),
    ),
    ("vastus-medialis", Gait.WALK): (
        Finding(_JRRS, _SAME, when=say("in most parts of the step")),
        Finding(_DEKREY, _UP, fair=False, amount=muscles.INNER_THIGH_UPHILL),
    ),
    ("tibialis-anterior", Gait.WALK): (
        Finding(_DETWEILER, _UP, when=_STANCE),
        Finding(_JRRS, _UP, when=_STANCE),
    ),
    ("gastrocnemius-medial", Gait.WALK): (Finding(_DETWEILER, _DOWN, when=_STANCE),),
    ("gastrocnemius-lateral", Gait.WALK): (Finding(_JRRS, _UP, when=_SWING),),
    ("biceps-femoris", Gait.WALK): (
        Finding(_DETWEILER, _SAME, when=_STANCE),
        Finding(_DEKREY, _UP, fair=False, amount=muscles.OUTER_HAMSTRING_UPHILL),
    ),
    ("semitendinosus", Gait.WALK): (
        Finding(_DEKREY, _UP, fair=False, amount=muscles.INNER_HAMSTRING_UPHILL),
    ),
    ("rectus-femoris", Gait.RUN): (Finding(studies.LBPP_QUADS, _UP, amount=muscles.FRONT_THIGH_RUN),),
}  # fmt: skip


def _change(findings: tuple[Finding, ...]) -> Change:
    """The rule of the module."""
    if not findings:
        return Change.NO_DATA
    fair = [one.found for one in findings if one.fair]
    for change in (Change.HIGHER, Change.LOWER):
        if 2 * fair.count(change) > len(fair):
            return change
    return Change.UNCLEAR


ACTIVITIES: tuple[Activity, ...] = tuple(
    Activity(muscle, gait, _change(found := _FOUND.get((muscle, gait), ())), found)
    for gait in (Gait.WALK, Gait.RUN)
    for muscle in NAMES
)


def activities(gait: Gait) -> Mapping[str, Activity]:
    """Every muscle of the map in that gait."""
    return {one.muscle: one for one in ACTIVITIES if one.gait is gait}
