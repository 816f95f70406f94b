"""What watches call the exercises: short names that fit a step's title, and FIT's own numbers where it has them.

A title has 15 bytes; up to seven go to the side and the repetitions (" L 10×"), and a letter such as ü takes two.
Drills that travel backward keep the word, because the recording that comes back is read for it.
"""

from collections.abc import Mapping

from backstride.message import Message, say

SHORT: Mapping[str, Message] = {
    "march": say("March on spot"),
    "leg-swings": say("Swings"),
    "ankle-circles": say("Ankles"),
    "hip-circles": say("Hip circle"),
    "arm-circles": say("Arm circle"),
    "shoulder-checks": say("Look back"),
    "reverse-lunge": say("Rev lunge"),
    "lunge": say("Lunges"),
    "step-down": say("Step down"),
    "single-leg-calf-raise": say("Calf"),
    "toe-raise": say("Toes up"),
    "side-leg-raise": say("Side leg"),
    "hip-bridge": say("Bridge"),
    "single-leg-bridge": say("Bridge"),
    "russian-twist": say("Twist"),
    "hamstring-stretch": say("Hamstring"),
    "calf-stretch": say("Calf straight"),
    "soleus-stretch": say("Calf bent"),
    "hip-flexor-stretch": say("Hip flexor"),
    "quad-stretch": say("Quad"),
    "shin-stretch": say("Shin"),
    "neck-turns": say("Neck turn"),
    "ankle-rocks": say("Rocks"),
    "back-rock": say("Rock"),
    "backward-breakfall": say("Breakfall"),
    "standing-breakfall": say("Stand fall"),
    "side-breakfall": say("Side fall"),
    "backward-roll": say("Back roll"),
    "one-leg-stance": say("One-leg"),
    "single-leg-reach": say("Reach"),
    "high-knees": say("High knees back"),
    "carioca": say("Cariocas"),
    "backward-skip": say("Backward skips"),
    "backpedal-cones": say("Backpedal cones"),
    "figure-eight": say("Backward eight"),
    "stop-and-go": say("Stop & go"),
    "stop-turn-go": say("Turn & go"),
    "half-turn": say("Half turns"),
    "guided-straight": say("Guided"),
    "relay": say("Relay backward"),
    "tag": say("Tag backward"),
    "retro-mile": say("Mile backward"),
}
"""By exercise; the others' own names fit."""

_ANY = 0xFFFF  # FIT's "none of these"
_CALF, _CORE, _HIP_RAISE, _HIP, _LUNGE, _PLANK, _SQUAT, _LOOSEN = 1, 5, 10, 11, 17, 19, 28, 31
NUMBERS: Mapping[str, tuple[int, int]] = {
    "march": (_LOOSEN, 88),
    "leg-swings": (_LOOSEN, 9),
    "ankle-circles": (_LOOSEN, 2),
    "hip-circles": (_LOOSEN, 86),
    "arm-circles": (_LOOSEN, 5),
    "squat": (_SQUAT, 61),
    "reverse-lunge": (_LUNGE, _ANY),
    "lunge": (_LUNGE, 32),
    "calf-raise": (_CALF, 18),
    "single-leg-calf-raise": (_CALF, 15),
    "side-leg-raise": (_HIP, 28),
    "hip-bridge": (_HIP_RAISE, 11),
    "single-leg-bridge": (_HIP_RAISE, 30),
    "dead-bug": (_HIP, 1),
    "plank": (_PLANK, 43),
    "side-plank": (_PLANK, 66),
    "russian-twist": (_CORE, 46),
    "hamstring-stretch": (_LOOSEN, 44),
    "calf-stretch": (_LOOSEN, 37),
    "soleus-stretch": (_LOOSEN, 37),
    "hip-flexor-stretch": (_LOOSEN, 49),
    "quad-stretch": (_LOOSEN, 61),
    "neck-turns": (_LOOSEN, 13),
}
"""FIT's exercise_category and exercise_name by exercise, where the profile has the very movement (or its family)."""
NO_NUMBERS = (_ANY, _ANY)
