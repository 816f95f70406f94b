"""How far one leg hops, and how alike both legs are."""

from backstride.assess.kinds import CLEAR_GROUND, LIVELY, STOP_AT_PAIN, Better, Entry, Keep, Test
from backstride.message import say

HOP: tuple[Test, ...] = (
    Test(
        key="hop",
        name=say("One-leg hop"),
        purpose=say("How far each leg hops, and whether one is weaker than the other."),
        steps=(say("Stand on one leg with the toes at a line, hands on your hips."),
               say("Hop forward as far as you can and land on the same foot."),
               say("Hold the landing for two seconds; without that the try does not count."),
               say("Measure from the line to where the heel landed. Then the other leg.")),
        figure="test-hop", warm_up=LIVELY, safety=(CLEAR_GROUND, say("Grass or a mat, never ice or wet tiles."),
                                                   STOP_AT_PAIN),
        trials=3, keep=Keep.BEST, unit="m", better=Better.HIGHER, low=0.05, high=4.0, practice=1, digits=2, sides=True,
        entry=Entry.TYPED, every=21,
        limits=frozenset({"knee", "hip", "ankle", "Achilles or calf", "forefoot", "hamstring", "lower back", "balance",
                          "dizziness", "concussion", "bones", "pregnancy", "heart", "feeling in the feet"}),
    ),
)  # fmt: skip
