"""Claims on how much more active muscles are backward. Activity is not strength, and a slope changes it by itself."""

from backstride.evidence import Claim, Grade, sources
from backstride.evidence import publications as papers
from backstride.message import say

_SLOPE = say("healthy people, backward 15 % uphill against forward on the level")
_CONFOUNDED = say("How much more active the muscle was; the slope alone may have done it")

FRONT_THIGH_RUN = Claim(
    113.5, "%", 113.5, 113.5, Grade.SINGLE_STUDY, say("13 adults on a treadmill"), sources.LBPP_STUDY,
    say("How much more active the rectus femoris is in running backward at the same speed"),
)  # fmt: skip
OUTER_THIGH_UPHILL = Claim(609.0, "%", 609.0, 609.0, Grade.ASSUMPTION, _SLOPE, papers.DEKREY_2003, _CONFOUNDED)
INNER_THIGH_UPHILL = Claim(339.0, "%", 339.0, 339.0, Grade.ASSUMPTION, _SLOPE, papers.DEKREY_2003, _CONFOUNDED)
INNER_HAMSTRING_UPHILL = Claim(189.0, "%", 189.0, 189.0, Grade.ASSUMPTION, _SLOPE, papers.DEKREY_2003, _CONFOUNDED)
OUTER_HAMSTRING_UPHILL = Claim(172.0, "%", 172.0, 172.0, Grade.ASSUMPTION, _SLOPE, papers.DEKREY_2003, _CONFOUNDED)
