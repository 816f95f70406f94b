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
        "bouts of 4 s or more in takes of walking and running are nearly all right. What is missed lies in two takes "
        "of jumping, where one in six seconds of going forward is called something else, and in bouts of 2 to 4 s "
        "between turns, of which a part is told as turning or sideways.",
        seen=True,
    ),
    Reason(
        "pocket",
        "forward is right in 97 of 100 seconds of walking and running. What is missed is backward: six bouts of 2 to "
        "3 s, most of them steps back while running that follow forward steps within half a second, which are "
        "smoothed into what is around them, and one walk of 6 s; two takes (run2 of subject 4, walk1 of subject 1) "
        "hold nearly all. Of backward running there are ten seconds. Beside these, two takes of jumping and four "
        "acted clips are called backward.",
        seen=True,
    ),
    Reason(
        "waist",
        "whole bouts are taken the wrong way, not seconds here and there. Two takes of lafan1 (walk1 of subject 1, "
        "walk2 of subject 3) hold three quarters of its wrong seconds: there the trunk's strides look reversed for "
        "half a minute, and velocity, which is told what strides say, follows them where it should contradict. A "
        "robot's skeleton at 30 Hz follows these people and damps the trunk. The clips of bandai are cut out of "
        "motion: without a start or a stop no velocity is felt, and five of fifteen acted styles (sad, feminine, not "
        "confident, happy, chimpira) move the trunk the other way than our model's for long.",
        seen=True,
    ),
    Reason(
        "wrist",
        "an arm swings alike both ways, so that only velocity speaks, and it is stated rarely on purpose. What is "
        "stated leans to forward: of backward seconds that are called at all, nearly all are called forward.",
        seen=True,
    ),
    Reason(
        "taught",
        "what the other recordings taught makes the engine speak at the wrist (far fewer seconds are UNKNOWN), not "
        "speak rightly: an arm's strides of one take do not hold in the next, and forward seconds come to be called "
        "backward.",
        seen=True,
    ),
    Reason(
        "forward",
        "the watch has no gyroscope: no velocity can be felt, an arm's swing tells nothing, and nothing is said.",
        words="UNKNOWN",
        seen=True,
        source="strikewatch",
    ),
    Reason(
        "forward",
        "forward is the likelier way in 99 of 100 walks, but they last 2.4 s between standing up, turning and sitting "
        "down: in so short a time the velocity felt at a wrist makes it no surer than 0.56 in the middle, and below "
        "0.8 nothing is stated.",
        words="UNKNOWN",
        seen=True,
        source="sp_sw_har",
        placement=Placement.WRIST,
    ),
    Reason(
        "forward",
        "walks of about 2.5 s between standing up, turning and sitting down hold two or three steps.",
        words="UNKNOWN",
        seen=False,
        source="sp_sw_har",
    ),
    Reason(
        "steps",
        "two references made from the same capture differ by more than 1 step/min in one bout of six (see the table "
        "below), so that 95 % is finer than this reference. The engine is below that limit all the same: four bouts of "
        "five are within 5 steps/min, and of the rest most are quick: there a foot shows too few steps, and a trunk "
        "too many.",
        seen=True,
        source="lafan1",
    ),
    Reason(
        "steps",
        "two references made from the same capture differ by more than 1 step/min in one bout of ten (see the table "
        "below); nine bouts of ten are within 2 steps/min.",
        seen=True,
        source="bandai",
    ),
    Reason(
        "steps",
        "the counts agree: in nearly every bout as many steps as the labels have, or one more. But a bout of a dozen "
        "strides with pauses gives a rate that hangs on when each contact is set, and the labels set it by the rest of "
        "the foot: three bouts of four are within 2 steps/min, all within 3.",
        seen=True,
        source="uci_foot_imu",
    ),
    Reason(
        "steps",
        "contact is stated too long in the fastest runs and too short in the slowest.",
        seen=False,
        source="running_grf_sacrum",
    ),
    Reason(
        "gait",
        "two of eight people: stretches of 6 s or more of a slow, soft run are said to be walking.",
        seen=True,
        source="strikewatch",
    ),
    Reason(
        "gait",
        "acted walking with a bounce is said to be running: a happy style, for the most part, and an angry one at the "
        "wrist.",
        seen=True,
        source="bandai",
    ),
    Reason(
        "gait",
        "fast walking, 1.3 to 1.9 m/s, is said to be running in a few bouts; a stand of 3 s after a sprint is said to "
        "be part of it, and shuffling before the end is not called still.",
        seen=True,
        source="uci_foot_imu",
    ),
    Reason(
        "gait",
        "a third is standing for 2 to 5 s with shifting feet or arms, which is not called still. The label calls it "
        "running from a flight of a tenth of the time: slow running, at 1.5 to 2.5 m/s with a bounce that the capture "
        "damps, is said to be walking, and at the waist brisk walking is said to be running.",
        seen=True,
        source="lafan1",
    ),
    Reason(
        "gait",
        "what is missed is sitting and standing, for one or two seconds beside standing up and sitting down, that is "
        "said to be walking.",
        seen=True,
        source="sp_sw_har",
    ),
    Reason(
        "turning",
        "an arm turns on its own with every swing: a fifth of the turns is not told from that, and where it is, the "
        "arm often begins to turn before the pelvis, whose turning is the truth here.",
        seen=True,
        placement=Placement.WRIST,
    ),
    Reason(
        "turning",
        "nearly all are found. Those whose onset is off are gentler and less wide (80 to 100 degrees in the middle, "
        "others 125), and at the waist nearly all are told too early: the label begins where 90 degrees a second are "
        "passed, the engine with the bend that leads there. A foot turns in steps, before or after the pelvis.",
        seen=True,
        source="lafan1",
    ),
    Reason(
        "turning",
        "all are found; this person weaves, and two turns of 31 are told 0.6 s early, with the bend that leads to "
        "them.",
        seen=True,
        source="jl_xsens",
    ),
    Reason("turning", "most of them are found; the onset is what is late.", seen=False),
)


def why(question: Question) -> str:
    for reason in REASONS:
        if reason.explains(question):
            return f"{'seen' if reason.seen else 'supposed'}: {reason.why}"
    return UNEXPLAINED
