"""Standing: on one leg with eyes open and closed, and heel to toe."""

from backstride.assess.kinds import AT_A_WALL, GENTLE, STOP_AT_PAIN, Better, Keep, Norm, Sex, Test
from backstride.evidence import tests as claims
from backstride.message import say

_HANDS = say("Fold your arms across your chest and look at one spot at the height of your eyes.")
_CLOCK = say("Start the clock when the foot leaves the ground.")
_ENDS = say("Stop it when the foot comes down, the standing foot moves or an arm lets go.")
_SHOES = say("Take your shoes off, or wear the same ones every time; note which.")
_STEADY = frozenset({"dizziness", "concussion"})

_AGES = ((18, 39), (40, 49), (50, 59), (60, 69), (70, 79), (80, 120))
_WOMEN = (
    claims.CLOSED_WOMEN_18_S, claims.CLOSED_WOMEN_40_S, claims.CLOSED_WOMEN_50_S,
    claims.CLOSED_WOMEN_60_S, claims.CLOSED_WOMEN_70_S, claims.CLOSED_WOMEN_80_S,
)  # fmt: skip
_MEN = (
    claims.CLOSED_MEN_18_S, claims.CLOSED_MEN_40_S, claims.CLOSED_MEN_50_S,
    claims.CLOSED_MEN_60_S, claims.CLOSED_MEN_70_S, claims.CLOSED_MEN_80_S,
)  # fmt: skip
_CLOSED_NORMS = tuple(
    Norm(claim, sex, first, last)
    for sex, row in ((Sex.WOMEN, _WOMEN), (Sex.MEN, _MEN))
    for claim, (first, last) in zip(row, _AGES, strict=True)
)

STANCE: tuple[Test, ...] = (
    Test(
        key="stance-open",
        name=say("One-leg stance, eyes open"),
        purpose=say("How long you stand on one leg. The ladder asks for it: each running step is a one-leg stance."),
        steps=(_SHOES, _HANDS, say("Lift one foot without leaning it on the other leg."), _CLOCK, _ENDS,
               say("At 60 seconds it is enough. Then the other leg.")),
        figure="test-stance", warm_up=GENTLE, safety=(AT_A_WALL, STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="s", better=Better.HIGHER, low=0.0, high=60.0, ceiling=60.0, sides=True,
        beside=(claims.STANCE_RATERS_ICC,), limits=_STEADY,
    ),
    Test(
        key="stance-closed",
        name=say("One-leg stance, eyes closed"),
        purpose=say("The same without your eyes: what feet, ankles and the sense of balance do alone."),
        steps=(_SHOES, _HANDS, say("Lift one foot, find your balance, then close your eyes."),
               say("Start the clock when your eyes close."),
               say("Stop it when the foot comes down, the standing foot moves, an arm lets go or the eyes open."),
               say("At 45 seconds it is enough. Then the other leg.")),
        figure="test-stance", warm_up=GENTLE,
        safety=(AT_A_WALL, say("Somebody stands beside you; do not try it alone."), STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="s", better=Better.HIGHER, low=0.0, high=45.0, ceiling=45.0, sides=True,
        practice=1, beside=(claims.STANCE_CLOSED_RATERS_ICC,), norms=_CLOSED_NORMS,
        limits=_STEADY | {"balance", "feeling in the feet", "bones"},
    ),
    Test(
        key="tandem",
        name=say("Tandem stance"),
        purpose=say("How long you stand heel to toe on a line: balance to the sides."),
        steps=(_SHOES, say("Put one foot right in front of the other, heel against toes."), _HANDS,
               say("Start the clock when you stand without help."),
               say("Stop it when a foot moves or an arm lets go. At 60 seconds it is enough."),
               say("The side is the foot that stands behind. Then change feet.")),
        figure="test-tandem", warm_up=GENTLE, safety=(AT_A_WALL, STOP_AT_PAIN),
        trials=2, keep=Keep.BEST, unit="s", better=Better.HIGHER, low=0.0, high=60.0, ceiling=60.0, sides=True,
        limits=_STEADY,
    ),
)  # fmt: skip
