"""All tests, by their keys, in the order they are shown."""

from collections.abc import Mapping

from backstride.assess.agility import AGILITY
from backstride.assess.backward_walk import BACKWARD_WALK
from backstride.assess.dual import DUAL
from backstride.assess.flexibility import FLEXIBILITY
from backstride.assess.hop import HOP
from backstride.assess.kinds import Test
from backstride.assess.reaction import REACTION
from backstride.assess.running import RUNNING
from backstride.assess.stance import STANCE
from backstride.assess.sway import SWAY

TESTS: Mapping[str, Test] = {
    test.key: test
    for test in (
        *BACKWARD_WALK,
        *STANCE,
        *SWAY,
        *DUAL,
        *REACTION,
        *AGILITY,
        *HOP,
        *FLEXIBILITY,
        *RUNNING,
    )
}
