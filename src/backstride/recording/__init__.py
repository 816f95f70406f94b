"""The vocabulary: what a device measured, and what was found in it. All types are frozen."""

from backstride.recording.analysis import (
    WAYS,
    Analysis,
    Bout,
    Event,
    Evidence,
    Lesson,
    MetricValue,
    Note,
    Reasoning,
    Steps,
    Voice,
)
from backstride.recording.kinds import Direction, EventKind, Gait, Grade, Placement, Side, Spoke
from backstride.recording.recording import About, Label, Lap, Loss, Pause, PlanStep, Recording
from backstride.recording.signal import SIGNALS, FloatArray, Signal, SignalKind

__all__ = [
    "SIGNALS",
    "WAYS",
    "About",
    "Analysis",
    "Bout",
    "Direction",
    "Event",
    "EventKind",
    "Evidence",
    "FloatArray",
    "Gait",
    "Grade",
    "Label",
    "Lap",
    "Lesson",
    "Loss",
    "MetricValue",
    "Note",
    "Pause",
    "Placement",
    "PlanStep",
    "Reasoning",
    "Recording",
    "Side",
    "Signal",
    "SignalKind",
    "Spoke",
    "Steps",
    "Voice",
]
