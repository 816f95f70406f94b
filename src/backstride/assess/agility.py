"""Changing direction at speed: the short T-test and the 505."""

from backstride.assess.kinds import CLEAR_GROUND, LIVELY, STOP_AT_PAIN, Better, Keep, Test
from backstride.evidence import tests as claims
from backstride.message import say

_LEGS = frozenset({
    "knee", "hip", "ankle", "Achilles or calf", "hamstring", "balance", "dizziness", "concussion", "pregnancy", "heart",
    "bones", "feeling in the feet",
})  # fmt: skip
_RESTED = say("Rest for three minutes between tries.")
_SURFACE = say("Wear the same shoes on the same ground every time; note both.")

AGILITY: tuple[Test, ...] = (
    Test(
        key="t-test",
        name=say("T-test, short"),
        purpose=say("Forward, sideways and backward in one go: how fast you change direction."),
        steps=(say("Set a cone five metres ahead of the start line, and one 2.5 m to its left and right."),
               say("Run to the middle cone, shuffle to the left one, across to the right one and back to the middle."),
               say("Touch the foot of each cone. Do not cross your feet and do not turn."),
               say("Run backward across the start line; the clock stops there."), _RESTED, _SURFACE),
        figure="test-t", warm_up=LIVELY,
        safety=(CLEAR_GROUND, say("Five clear metres behind the start line, where you come in backward."),
                STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="s", better=Better.LOWER, low=4.0, high=40.0, practice=1, digits=2,
        mdc=claims.T_TEST_LIMIT_S, limits=_LEGS, permit="JOG",
    ),
    Test(
        key="505",
        name=say("505"),
        purpose=say("One hard turn of 180 degrees, for each foot: how well you brake and go again."),
        steps=(say("Mark a start, a timing line after ten metres and a turning line five metres further."),
               say("Sprint from the start. The clock starts as you cross the timing line."),
               say("Turn on the line with the foot that is tested, and sprint back."),
               say("The clock stops as you cross the timing line again."), _RESTED, _SURFACE),
        figure="test-505", warm_up=LIVELY, safety=(CLEAR_GROUND, STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="s", better=Better.LOWER, low=1.5, high=15.0, practice=1, digits=2, sides=True,
        sem=claims.TURN_505_CV, limits=_LEGS,
    ),
)  # fmt: skip
