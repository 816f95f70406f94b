"""From a recording to an analysis: which way the body moved, how, how fast and how far."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.gait.activity import seen_travel, travel_evidence
from backstride.gait.direction import beliefs, decide, tell
from backstride.gait.facing import taught, weigh
from backstride.gait.frames import lay_frames
from backstride.gait.inertial import Heard, listen, motion_evidence, speaks, unheld, walked
from backstride.gait.lessons import examples_of, general, lesson_of, personal
from backstride.gait.metrics import METRICS, Metric, View, measure
from backstride.gait.places import find_course
from backstride.gait.quality import inspect
from backstride.gait.spoken import said_ways, sayings, spoken_evidence
from backstride.gait.steps import find_steps, oscillation
from backstride.gait.voices import voices
from backstride.gait.weights import Weights
from backstride.recording import Analysis, Label, Lesson, Placement, Reasoning, Recording

__all__ = ["METRICS", "RECIPE", "Metric", "Options", "analyse"]

RECIPE = "2026-4"  # changes whenever results change


@dataclass(frozen=True, slots=True)
class Options:
    """What the person knows and the recording does not say."""

    placement: Placement | None = None
    mass_kg: float | None = None
    lessons: tuple[Lesson, ...] = ()  # of the same person's other recordings


def analyse(recording: Recording, labels: Sequence[Label] = (), options: Options = Options()) -> Analysis:
    """Find directions, gaits, steps and totals. Never fails on a valid recording, however little it holds.

    1. Cut time into frames, along every line a person or a device drew.
    2. Collect evidence: words, speed and cadence, motion.
    3. Weigh it over time.
    4. State what is sure, leave the rest unknown.
    5. Measure and inspect.
    """
    # Values that no body can produce overflow to NaN quietly: the note on quality speaks for them.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return _analysed(recording, labels, options)


def _analysed(recording: Recording, labels: Sequence[Label], options: Options) -> Analysis:
    # 1.
    frames = lay_frames(recording, labels)
    # 2.
    said = sayings(recording, labels)
    heard = listen(recording, options.placement or recording.about.placement, frames)
    course = find_course(recording, walked(heard))
    evidence = spoken_evidence(said, frames) + travel_evidence(recording, course, frames)
    known = seen_travel(recording, course, frames)
    if heard is not None:
        evidence = evidence + motion_evidence(heard, frames)
        known = known | heard.seen
    # 3.
    weights, fresh = _weights(heard, options), unheld(heard, frames)
    marked = said_ways(said, frames)
    weighed = weigh(evidence, heard, weights, marked, frames, fresh)
    examples = taught(heard, said, weighed, frames) if heard else ()
    if heard and examples:
        weights = personal(weights, examples, heard.placement)
        weighed = weigh(evidence, heard, weights, marked, frames, fresh)
    # 4.
    heard_voices = voices(heard, weighed, known, frames)
    told = decide(weighed.chance, known, speaks(heard, frames), said, frames)
    bouts = tell(told, frames, said, heard_voices)
    steps = find_steps(heard, bouts)
    # 5.
    everything = np.array([[0.0, recording.duration_s]])
    metrics = measure(View(recording, course, steps, everything, bouts, True, oscillation(heard)))
    lessons = tuple(lesson_of(example, heard.placement) for example in examples) if heard else ()
    reasoning = Reasoning(frames.edge_s, beliefs(weighed.chance, known), heard_voices, weighed.sure)
    return Analysis(
        RECIPE, bouts, steps, metrics, inspect(recording, course, bouts, heard), reasoning=reasoning, lessons=lessons
    )


def _weights(heard: Heard | None, options: Options) -> Weights:
    """What strides mean: in general, moved by what this person's other recordings taught."""
    placement = heard.placement if heard else Placement.UNKNOWN
    return personal(general(placement), examples_of(options.lessons, placement), placement)
