"""Claims that comparing and pooling studies rests on."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

CROSSOVER_CORRELATION = Claim(
    0.5, "1", 0.0, 0.8, Grade.ASSUMPTION, say("the same people measured forward and backward"), sources.JUDGEMENT,
    say("How closely two measurements of the same people go together where the study does not print it"),
)  # fmt: skip
FEWEST_POOLED = Claim(
    3.0, "studies", 3.0, 5.0, Grade.EXPERT, say("studies of different people"), sources.JUDGEMENT,
    say("Fewer studies than this do not show how much studies differ, so they are not put together"),
)  # fmt: skip
