"""Walking backward while counting, and what the counting costs."""

from backstride.assess.kinds import BEHIND_YOU, CLEAR_GROUND, GENTLE, STOP_AT_PAIN, Better, Keep, Test
from backstride.assess.result import Result
from backstride.message import say

ALONE = "walk-3m"
"""Key of the same walk without counting."""

DUAL: tuple[Test, ...] = (
    Test(
        key="dual-task",
        name=say("Counting while walking backward"),
        purpose=say("How much walking backward slows down when your head has other work."),
        steps=(say("Mark three metres with two lines and stand with your heels at the first."),
               say("Somebody names a number between 60 and 100."),
               say("Count down from it aloud in threes, and on go walk backward as fast as feels safe."),
               say("The clock stops when a foot reaches the second line. Keep counting until then."),
               say("A try without counting does not count. Compare it with three metres backward of the same day.")),
        figure="test-3m-backward", warm_up=GENTLE, safety=(CLEAR_GROUND, BEHIND_YOU, STOP_AT_PAIN),
        trials=2, keep=Keep.BEST, unit="s", better=Better.LOWER, low=0.8, high=90.0, practice=1, digits=2,
        limits=frozenset({"balance", "dizziness", "concussion", "vision"}), permit="WALK",
    ),
)  # fmt: skip


def cost(counting: Result, alone: Result) -> float:
    """How much longer the walk takes while counting, as a share of the walk alone; negative: it was faster."""
    return counting.value / alone.value - 1
