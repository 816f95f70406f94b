"""Which way the body moved, frame by frame: what `analyse` and `Tracker` share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from backstride.gait.activity import seen_travel, travel_evidence
from backstride.gait.compass import compass_evidence
from backstride.gait.direction import Told, decide, settle
from backstride.gait.facing import Weighed, taught, weigh
from backstride.gait.frames import Frames, lay_frames
from backstride.gait.inertial import Heard, listen, motion_evidence, speaks, unheld, walked
from backstride.gait.joint import Before
from backstride.gait.lessons import Example, examples_of, general, personal
from backstride.gait.places import Course, find_course
from backstride.gait.spoken import Saying, said_ways, sayings, spoken_evidence
from backstride.gait.weights import Weights
from backstride.recording import FloatArray, Label, Lesson, Placement, Recording


@dataclass(frozen=True, slots=True)
class Options:
    """What the person knows and the recording does not say."""

    placement: Placement | None = None
    mass_kg: float | None = None
    lessons: tuple[Lesson, ...] = ()  # of the same person's other recordings


@dataclass(frozen=True, eq=False, slots=True)
class Found:
    """All that was found out about directions; `known` (n,): whether anything recorded shows motion there."""

    frames: Frames
    said: tuple[Saying, ...]
    heard: Heard | None
    course: Course
    weighed: Weighed
    known: NDArray[np.bool_]
    told: Told
    examples: tuple[Example, ...]


def find_directions(
    recording: Recording, labels: Sequence[Label], options: Options, before: Before | None = None
) -> Found:
    """Collect all evidence, weigh it, and state what is sure.

    1. Cut time into frames, along every line a person or a device drew.
    2. Collect evidence: words, speed and cadence, motion.
    3. Weigh it over time; what the person marked teaches how they stride, and everything is weighed again.
    4. State what is sure, leave the rest unknown.
    """
    # 1.
    frames = lay_frames(recording, labels)
    # 2.
    said = sayings(recording, labels)
    heard = listen(recording, options.placement or recording.about.placement, frames, before.axis if before else None)
    course = find_course(recording, walked(heard))
    evidence = spoken_evidence(said, frames) + travel_evidence(recording, course, frames)
    known = seen_travel(recording, course, frames)
    if heard is not None:
        evidence = evidence + motion_evidence(heard, frames)
        known = known | heard.seen
        compass = compass_evidence(recording, heard.trace, heard.axis, frames)
        heard = heard if compass is None else replace(heard, compass=compass)
    if before is not None:
        evidence = evidence + before.evidence(frames)
    # 3.
    weights, marked = _weights(heard, options), said_ways(said, frames)
    weighed = _weigh(evidence, heard, weights, marked, frames, before)
    examples = taught(heard, said, weighed, frames) if heard else ()
    if heard and examples:
        weights = personal(weights, examples, heard.placement)
        weighed = _weigh(evidence, heard, weights, marked, frames, before)
    # 4.
    told = settle(decide(weighed.chance, known, speaks(heard, frames), said, frames), frames, said)
    return Found(frames, said, heard, course, weighed, known, told, examples)


def _weights(heard: Heard | None, options: Options) -> Weights:
    """What strides mean: in general, moved by what this person's other recordings taught."""
    placement = heard.placement if heard else Placement.UNKNOWN
    return personal(general(placement), examples_of(options.lessons, placement), placement)


def _weigh(
    evidence: FloatArray,
    heard: Heard | None,
    weights: Weights,
    marked: FloatArray,
    frames: Frames,
    before: Before | None,
) -> Weighed:
    """Weigh all frames; those before and after a sensor was put on anew apart, for its front may have changed."""
    fresh = unheld(heard, frames)
    cuts = [0, *np.searchsorted(frames.middle_s, heard.remounted_s).tolist()] if heard else [0]
    if heard is None or len(cuts) == 1:
        return weigh(evidence, heard, weights, marked, frames, fresh, before)
    parts = []
    for first, last in zip(cuts, (*cuts[1:], len(frames)), strict=True):
        if first < last:
            own = slice(first, last)
            part = Frames(frames.edge_s[first : last + 1])
            parts.append(weigh(evidence[own], heard.within(own), weights, marked[own], part, fresh[own], before))
    longest = max(parts, key=lambda part: len(part.chance))
    return Weighed(
        np.concatenate([part.chance for part in parts]),
        np.concatenate([part.front for part in parts]),
        longest.sure,
        np.concatenate([part.shape for part in parts]),
        np.concatenate([part.velocity for part in parts]),
        np.concatenate([part.compass for part in parts]),
    )
