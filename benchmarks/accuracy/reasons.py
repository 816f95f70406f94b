"""Why targets are missed, in plain words. A reason is printed only where its target is missed in that run.

`seen` reasons were checked on the recordings (by length of stretch, gait, take and source); the others are suppositions
and say so on the page. Change them when the engine changes.
"""

from dataclasses import dataclass

from backstride.recording import Placement
from benchmarks.accuracy.question import Question


@dataclass(frozen=True, slots=True)
class Reason:
    """Holds for questions of this part; of this source and placement, and with these words, where they are given."""

    part: str
    why: str
    seen: bool
    source: str = ""
    placement: Placement | None = None
    words: str = ""

    def explains(self, question: Question) -> bool:
        return (
            question.part == self.part
            and self.source in ("", *question.sources)
            and self.placement in (None, question.placement)
            and self.words in question.text
        )


UNEXPLAINED = "not understood yet."

# The first that explains a question is printed: the more particular ones come first.
REASONS: tuple[Reason, ...] = (
    Reason(
        "foot",
        "the reference is coarse: the protocol's metres are those between lines on the floor, and the data set's own "
        "integration of the same foot gives 13.8 m (± 1.1) for these 15.24 m.",
        seen=True,
        words="distance",
    ),
    Reason(
        "captured foot",
        "clips of less than 2 s between pauses are not analysed at all; bouts below 4 s are worse than longer ones.",
        seen=False,
    ),
    Reason(
        "pocket",
        "what is missed is mostly backward: bouts below 8 s and backward running; wrong “backward” comes nearly all "
        "from two takes of jumping; clips of less than 2 s between pauses are not analysed.",
        seen=True,
    ),
    Reason(
        "waist",
        "most seconds are left unknown on purpose: where a trunk's rise and push are not coupled as on a spring or a "
        "pendulum, nothing is said rather than something wrong. One acted style moves with the coupling reversed.",
        seen=True,
    ),
    Reason("wrist", "no second is decided at the wrist: the engine says unknown there, calibrated or not.", seen=True),
    Reason(
        "forward",
        "no second is decided at the wrist: the engine says unknown there.",
        seen=True,
        placement=Placement.WRIST,
    ),
    Reason(
        "forward",
        "walks of about 2.5 s between standing up, turning and sitting down hold two or three steps.",
        seen=False,
        source="sp_sw_har",
    ),
    Reason(
        "steps",
        "two references made from the same capture differ by more than 1 step/min in some bouts (see the table below), "
        "so that 95 % is finer than this reference; the engine is far below that limit all the same, as the "
        "other toolkits are at the waist. There it counts a tenth too many steps, or more, in most bouts below 90 "
        "steps/min, where the body rises and falls more than once a step.",
        seen=True,
        source="lafan1",
    ),
    Reason("steps", "acted styles may shake the body more than once a step.", seen=False, source="bandai"),
    Reason(
        "steps",
        "the engine counts more strides than the labels, and than the rests of the foot counted on their own; most of "
        "the surplus is in slow backward walking with pauses.",
        seen=True,
        source="uci_foot_imu",
    ),
    Reason(
        "steps",
        "contact is stated too long in the three runs at 4.17 m/s (by 24 to 28 ms) and too short in those at 2.5 m/s "
        "(by 1 to 13 ms); between them it is off by -10 to 33 ms. Nearly a third of the contacts has no stated end.",
        seen=True,
        source="running_grf_sacrum",
    ),
    Reason(
        "gait",
        "clips of less than 2 s between pauses are not analysed, and count as wrong here; most of the rest is acted "
        "walking that is said to be running.",
        seen=False,
        source="bandai",
    ),
    Reason(
        "gait",
        "the label calls it running from a flight of a tenth of the time or from 2.3 m/s; slow jogging and hurried "
        "walking lie on both sides of that line.",
        seen=False,
        source="lafan1",
    ),
    Reason("gait", "the labels tell running by the stride's speed, not by flight.", seen=False, source="uci_foot_imu"),
    Reason("gait", "one or two seconds of each walk are judged, next to sitting and turning.", seen=False),
    Reason(
        "turning",
        "the turns are found but not their onsets: this person weaves, and one long turn is stated over several.",
        seen=False,
        source="jl_xsens",
    ),
    Reason(
        "turning",
        "most turns are not stated at all, so that it is not the onset that is late (see “found at all” below).",
        seen=True,
    ),
)


def why(question: Question) -> str:
    for reason in REASONS:
        if reason.explains(question):
            return f"{'seen' if reason.seen else 'supposed'}: {reason.why}"
    return UNEXPLAINED
