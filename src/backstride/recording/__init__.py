"""The vocabulary: what a device measured, and what was found in it. All types are frozen."""

from backstride.recording.analysis import Analysis, Bout, Evidence, MetricValue, Note, Steps
from backstride.recording.kinds import Direction, Gait, Grade, Placement, Spoke
from backstride.recording.recording import About, Label, Lap, Loss, Pause, PlanStep, Recording
from backstride.recording.signal import SIGNALS, FloatArray, Signal, SignalKind

__all__ = [
    "SIGNALS",
    "About",
    "Analysis",
    "Bout",
    "Direction",
    "Evidence",
    "FloatArray",
    "Gait",
    "Grade",
    "Label",
    "Lap",
    "Loss",
    "MetricValue",
    "Note",
    "Pause",
    "Placement",
    "PlanStep",
    "Recording",
    "Signal",
    "SignalKind",
    "Spoke",
    "Steps",
]
