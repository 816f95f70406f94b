"""From a recording to an analysis: which way the body moved, how, how fast and how far."""

from collections.abc import Sequence

import numpy as np

from backstride.evidence import gait as claims
from backstride.gait.direction import beliefs, tell
from backstride.gait.engine import Options, find_directions
from backstride.gait.events import carve, find_events, turning
from backstride.gait.lessons import lessons_of
from backstride.gait.metrics import METRICS, Metric, View, measure
from backstride.gait.quality import inspect
from backstride.gait.steps import find_steps, form_signals
from backstride.gait.tracker import Now, Tracker
from backstride.gait.voices import spoken, voices
from backstride.recording import Analysis, Label, Reasoning, Recording

__all__ = ["METRICS", "RECIPE", "Metric", "Now", "Options", "Tracker", "analyse"]

NOTHING_SAID = Options()
RECIPE = "2026-6"  # changes whenever results change


def analyse(recording: Recording, labels: Sequence[Label] = (), options: Options = NOTHING_SAID) -> Analysis:
    """Find directions, gaits, steps, events and totals. Never fails on a valid recording, however little it holds."""
    # Values that no body can produce overflow to NaN quietly: the note on quality speaks for them.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return _analysed(recording, labels, options)


def _analysed(recording: Recording, labels: Sequence[Label], options: Options) -> Analysis:
    found = find_directions(recording, labels, options)
    heard, frames, weighed = found.heard, found.frames, found.weighed
    said, spoke = spoken(found.said, frames), voices(heard, weighed, found.known, frames)
    bouts = tell(found.told, frames, found.said, spoke)
    if heard is not None:
        bouts = carve(bouts, turning(heard.trace, heard.placement, claims.ABOUT_RPS.value))
    steps = find_steps(heard, bouts)
    reasoning = Reasoning(frames.edge_s, beliefs(weighed.chance, found.known), said + spoke, weighed.sure)
    everything = np.array([[0.0, recording.duration_s]])
    view = View(recording, found.course, steps, everything, bouts, True, form_signals(heard, bouts))
    return Analysis(
        RECIPE,
        bouts,
        steps,
        measure(view),
        inspect(recording, found.course, bouts, heard),
        find_events(heard, bouts, steps, frames, reasoning),
        reasoning,
        lessons_of(heard.placement, found.examples) if heard else (),
    )
