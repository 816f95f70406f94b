"""What people, laps and plans say about direction in words."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.evidence import Claim
from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import Frames
from backstride.message import Message, say
from backstride.recording import Direction, FloatArray, Label, Recording, Spoke

# Whole words or their beginnings, in the languages seen in lap names. What also names a course ("reverse loop") or a
# start ("standing start") counts only with the word that makes it plain.
WORDS: tuple[tuple[Direction, str], ...] = (
    (
        Direction.BACKWARD,
        r"back-?wards?|bwds?|bkwds?|retro|retro-?(?:run|walk|jog|lauf|gehen)\w*|backpedal\w*|in reverse"
        r"|reverse (?:run|walk|jog)\w*|rückwärts\w*|rückw|rueckwaerts\w*|ruckwarts|arrière",
    ),
    (Direction.FORWARD, r"for-?wards?|fwds?|vorwärts\w*|vorw|vorwaerts\w*|vorwarts"),
    (Direction.SIDEWAYS, r"side-?ways|side-?steps?|lateral|seitwärts\w*|seitwaerts\w*"),
    (Direction.STILL, r"stand(?:ing)? still|stillstehen|stehen"),
)
SHARE = 0.5  # of what a saying says, in each frame: enough to outweigh the memory between frames
# No letter before or after: digits and underscores may touch ("2xbwd" does not count, "2_bwd" and "bwd2" do).
_PATTERNS = tuple(
    (direction, re.compile(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE)) for direction, words in WORDS
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch someone spoke about."""

    start_s: float
    end_s: float
    source: Spoke
    says: Direction
    trust: float
    why: Message


def direction_in(text: str) -> Direction | None:
    """The one direction a text names; None where it names none or several."""
    # Some systems write ä as a and two dots.
    text = unicodedata.normalize("NFC", text)
    named = [direction for direction, pattern in _PATTERNS if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def sayings(recording: Recording, labels: Sequence[Label]) -> tuple[Saying, ...]:
    """All that was said, the most trusted last: laps, planned steps, then the person."""
    found: list[Saying] = []
    for lap in recording.about.laps:
        _add(found, lap.start_s, lap.end_s, Spoke.LAP, claims.LAP_TRUST, lap.name)
    for step in recording.about.plan_steps:
        text = " ".join((step.name, step.notes))
        _add(found, step.start_s, step.end_s, Spoke.PLAN, claims.PLAN_TRUST, text)
    found += [
        Saying(label.start_s, label.end_s, Spoke.USER, label.direction, 1.0, say("You marked this stretch"))
        for label in labels
        if label.start_s < label.end_s
    ]
    return tuple(found)


def _add(found: list[Saying], start_s: float, end_s: float, source: Spoke, trust: Claim, text: str) -> None:
    direction = direction_in(text)
    if direction is None or not start_s < end_s:
        return
    named = text.strip()
    why = say("The lap is called “{name}”", name=named)
    if source is Spoke.PLAN:
        why = say("The planned step is called “{name}”", name=named)
    found.append(Saying(start_s, end_s, source, direction, trust.value, why))


def spoken_evidence(said: Sequence[Saying], frames: Frames) -> FloatArray:
    """(n, 7) log-likelihoods. What is said of a direction says nothing about standing still or turning within it."""
    total = np.zeros((len(frames), len(states.STATES)))
    for saying in said:
        if saying.says is Direction.UNKNOWN:
            continue
        named = states.columns(saying.says)
        against = ~named & (states.FORWARD | states.BACKWARD | states.SIDEWAYS)
        if saying.says in (Direction.STILL, Direction.TURNING):
            against = ~named
        trust = min(saying.trust, 0.999)
        total[frames.between(saying.start_s, saying.end_s), against] += SHARE * math.log((1 - trust) / trust)
    return total


def said_ways(said: Sequence[Saying], frames: Frames) -> FloatArray:
    """(n,) 1 where someone said forward, -1 where backward, less where they are trusted less, else 0."""
    found = np.zeros(len(frames))
    for saying in said:
        sign = {Direction.FORWARD: 1.0, Direction.BACKWARD: -1.0}.get(saying.says, 0.0)
        found[frames.between(saying.start_s, saying.end_s)] = sign * (2 * saying.trust - 1)
    return found
