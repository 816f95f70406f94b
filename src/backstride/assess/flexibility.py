"""Reaching forward while sitting."""

from backstride.assess.kinds import STOP_AT_PAIN, Better, Entry, Keep, Test
from backstride.message import say

FLEXIBILITY: tuple[Test, ...] = (
    Test(
        key="sit-and-reach",
        name=say("Sit and reach"),
        purpose=say("How far hamstrings and lower back let you reach. Backward walking is said to help here."),
        steps=(say("Sit with straight legs, bare soles flat against a step or a box."),
               say("Lay a ruler along it so that zero is at your soles and plus is beyond them."),
               say("Put one hand on the other, breathe out and reach slowly; hold for two seconds."),
               say("Read where the fingertips are: beyond the soles is plus, before them is minus.")),
        figure="test-sit-and-reach", warm_up=say("Five minutes of easy walking, at the same time of day every time."),
        safety=(say("Reach slowly and never bounce."), STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="cm", better=Better.HIGHER, low=-40.0, high=50.0, practice=1, entry=Entry.TYPED,
        limits=frozenset({"lower back", "hamstring", "bones"}),
    ),
)  # fmt: skip
