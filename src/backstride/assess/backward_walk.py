"""Walking three metres backward."""

from backstride.assess.kinds import BEHIND_YOU, CLEAR_GROUND, GENTLE, STOP_AT_PAIN, Better, Keep, Test
from backstride.evidence import progression, readiness
from backstride.evidence import tests as claims
from backstride.message import say

_GIDDY = frozenset({"dizziness", "concussion"})

BACKWARD_WALK: tuple[Test, ...] = (
    Test(
        key="walk-3m",
        name=say("Three metres backward"),
        purpose=say("How fast you walk backward. The ladder asks for it, and slow walkers backward fall more often."),
        steps=(say("Mark three metres with two lines."), say("Stand with your heels at the first line."),
               say("Somebody says go and starts the clock."),
               say("Walk backward as fast as feels safe, without running; look back as you like."),
               say("The clock stops when a foot reaches the second line.")),
        figure="test-3m-backward", warm_up=GENTLE, safety=(CLEAR_GROUND, BEHIND_YOU, STOP_AT_PAIN),
        trials=2, keep=Keep.BEST, unit="s", better=Better.LOWER, low=0.8, high=60.0, practice=1, digits=2,
        mdc=claims.WALK_3M_MDC_S,
        beside=(claims.WALK_3M_MDC_PARKINSON_S, claims.WALK_3M_STEADY_S, claims.WALK_3M_FALLEN_S,
                progression.BACKWARD_3M_JOG_S, readiness.SLOW_3M_S),
        limits=_GIDDY,
    ),
)  # fmt: skip
