"""Running: the heart rate that one forward pace takes, and a distance backward against the clock."""

from backstride.assess.kinds import CLEAR_GROUND, LIVELY, STOP_AT_PAIN, Better, Condition, Entry, Keep, Test
from backstride.message import say

_PACES = tuple(
    (f"{minutes}:{seconds:02d} min/km", say("{pace} min/km", pace=f"{minutes}:{seconds:02d}"))
    for minutes, seconds in ((6, 0), (4, 0), (4, 30), (5, 0), (5, 30), (6, 30), (7, 0), (7, 30), (8, 0), (10, 0))
)
_DISTANCES = (
    ("100 m", say("100 m")), ("200 m", say("200 m")), ("400 m", say("400 m")), ("1 km", say("1 km")),
    ("5 km", say("5 km")),
)  # fmt: skip

RUNNING: tuple[Test, ...] = (
    Test(
        key="economy",
        name=say("Heart rate at one pace"),
        purpose=say("Whether the same forward pace gets easier: fewer beats for the same speed."),
        steps=(say("Choose one easy pace and keep to it in every test, on the same flat way or treadmill."),
               say("Run forward at that pace for ten minutes, with a chest strap if you have one."),
               say("Take the mean heart rate of the last three minutes."),
               say("Test at the same time of day, rested, three hours after a meal; note heat and wind.")),
        figure="test-pace", warm_up=say("Ten easy minutes before the ten that count."), safety=(STOP_AT_PAIN,),
        trials=1, keep=Keep.MEAN, unit="bpm", better=Better.LOWER, low=50.0, high=220.0, digits=0, entry=Entry.TYPED,
        condition=Condition(say("Pace"), _PACES), limits=frozenset({"heart", "concussion"}),
    ),
    Test(
        key="time-trial",
        name=say("Backward time trial"),
        purpose=say("How fast you cover a distance backward."),
        steps=(say("Choose a distance well below the longest you have gone backward."),
               say("Start from standing, back to the way, and run backward at an even effort."),
               say("The clock stops when you cross the line. Come to a stop before you turn round.")),
        figure="straight", warm_up=LIVELY,
        safety=(CLEAR_GROUND, say("Somebody runs along facing forward and calls; on a track, take the inner lane."),
                STOP_AT_PAIN),
        trials=1, keep=Keep.BEST, unit="s", better=Better.LOWER, low=8.0, high=10800.0, every=28,
        condition=Condition(say("Distance"), _DISTANCES), permit="RUN",
        limits=frozenset({"knee", "hip", "ankle", "Achilles or calf", "forefoot", "hamstring", "neck", "balance",
                          "vision", "dizziness", "bones", "blood thinners", "concussion", "pregnancy", "heart",
                          "feeling in the feet"}),
    ),
)  # fmt: skip
