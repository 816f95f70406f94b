"""What many exercises have to be careful with: limits that rule them out together, and the words that go with each."""

from backstride.message import say
from backstride.plan.kinds import Limit

# Whoever cannot see, feel or hold where the body goes does not move fast backward.
UNSTEADY = frozenset({Limit.BALANCE, Limit.VISION, Limit.DIZZINESS, Limit.FEELING})
# A fall would do more harm than it does to most.
FALL_HURTS = frozenset({Limit.BONES, Limit.BLEEDING, Limit.CONCUSSION, Limit.PREGNANCY})

UNSTEADY_SAYS = say("Not with unsteady balance, poor sight, dizziness or feet that feel little.")
FALL_SAYS = say("Not where a fall does more harm: brittle bones, blood thinners, a concussion, pregnancy.")
LEGS_SAYS = say("Not while a hip, knee, ankle, calf or foot complains.")
HEART_SAYS = say("With a heart or vessel condition only once your doctor has agreed to effort like this.")
FALLING_SAYS = say(
    "Not with a sore neck or back, brittle bones, blood thinners, dizziness, a concussion within months, or pregnancy."
)
