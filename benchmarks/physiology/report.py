"""docs/explain/physiology.md, written from what the code gives."""

from collections.abc import Iterator, Sequence

from backstride.evidence import Claim, energy, heart, training
from backstride.physiology.energy import Move, power
from backstride.recording import Direction, Gait
from benchmarks.accuracy.table import table
from benchmarks.physiology.targets import Target, crossing, targets

MARK = {True: "yes", False: "**no**", None: "not claimed"}
# Williford 1998: oxygen in ml/kg/min and heart rate in beats/min, walking at 1.341 and running at 2.235 m/s.
FORWARD = ((12.42, 113.0), (27.15, 146.0))
BACKWARD = ((15.95, 132.0), (31.33, 168.0))


def page() -> str:
    rows = targets()
    parts = (_head(rows), _table(rows), _heart(), _rules(), _bends())
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(rows: Sequence[Target]) -> Iterator[str]:
    claimed = [row for row in rows if row.reached is not None]
    reached = sum(row.reached is True for row in claimed)
    yield "# Energy, heart and joints against published values"
    yield ""
    yield (
        "This page is written by `./run-benchmarks physiology`. Every number below is computed by the code that the "
        "pages and commands use, or is a published value that it takes over. Where a model is built on a value, "
        "reaching it proves only that the code does what it says; the table says where that is so."
    )
    yield ""
    others = len(rows) - len(claimed)
    yield f"{reached} of {len(claimed)} targets are reached; {others} are about things it does not claim."
    yield ""


def _table(rows: Sequence[Target]) -> Iterator[str]:
    yield from table(
        ("", "target", "published", "found", "tolerance", "reached", "from", "to know"),
        [
            (row.id, row.what, row.published, row.found, row.tolerance, MARK[row.reached], row.source, row.why)
            for row in rows
        ],
    )


def _heart() -> Iterator[str]:
    (low_oxygen, low_rate), (high_oxygen, high_rate) = FORWARD
    beats = (high_rate - low_rate) / (high_oxygen - low_oxygen)
    yield "## Why energy is not read from the heart rate"
    yield ""
    yield (
        "Watches turn heart rate into calories by formulas made forward (Keytel 2005 and its kin): so many beats, so "
        "much oxygen. Backward that line does not hold. In the one study of which both were read (Williford 1998, 13 "
        f"athletes), forward heart rate rises by {beats:.2f} beats/min for each ml/kg/min of oxygen. Read on that "
        "line, the backward heart rates stand for more oxygen than was measured:"
    )
    yield ""
    names = ("walking, 1.34 m/s", "running, 2.24 m/s")
    lines = []
    for name, (oxygen, rate), (real, backward_rate) in zip(names, FORWARD, BACKWARD, strict=True):
        read = oxygen + (backward_rate - rate) / beats
        too_much = f"+{100 * (read / real - 1):.0f} %"
        above = backward_rate - (rate + (real - oxygen) * beats)
        numbers = (f"{backward_rate:.0f}", f"{above:.0f}", f"{read:.1f}", f"{real}", too_much)
        lines.append((name, *numbers))
    yield from table(
        ("backward", "heart rate", "above the forward line", "oxygen as read", "oxygen as measured", "too much"), lines
    )
    yield (
        "That comes on top of the formula's usual error. It also changes with practice: in four weeks heart rate at "
        "one backward speed fell by 24 beats/min and oxygen by 19 % (Heath 2001). So energy comes from speed, slope "
        "and practice, and heart rate is shown for what it is: how hard it was inside. The two factors "
        f"({heart.OXYGEN_READ_WALKING.value} and {heart.OXYGEN_READ_RUNNING.value}) stand among the borrowed numbers."
    )
    yield ""


def _rules() -> Iterator[str]:
    yield "## What the numbers rest on"
    yield ""
    yield from (
        "- Walking forward: the ACSM equation up to 1.34 m/s. It is a straight line and fast walking is not, so above "
        "that the rows of the Compendium of 2011 are followed. Held against the equation, the Compendium's row of "
        "walking backward at 1.57 m/s would seem to cost 63 % more; held against its own row of walking forward it is "
        "40 %.",
        "- Running forward: Minetti's polynomial of the slope. Running backward: four studies put together (1.18 to "
        "1.35 times forward above rest), uphill a straight line.",
        "- Walking backward: 1.28 times forward at 1.34 m/s, more towards the speed at which people begin to run, "
        "about 1.19 times uphill, less with practice. Running backward is not made cheaper by practice: nobody "
        "measured it.",
        "- Ranges hold about nine of ten people: the spread of the studies and between people, as independent shares.",
        "- No number backward downhill, sideways, walking downhill, on slopes steeper than 10 % walking and 25 % "
        "running backward: nothing stands behind it.",
        f"- Speeds that were measured: walking forward {_speeds(energy.WALK_FORWARD_SPEEDS)}, backward "
        f"{_speeds(energy.WALK_BACKWARD_SPEEDS)}; jogging from {energy.RUN_FORWARD_SPEEDS.low} m/s, running backward "
        f"{_speeds(energy.RUN_BACKWARD_SPEEDS)}. Between ends where people walk and jog all the same (backward "
        f"{_speeds(energy.WALK_BACKWARD_TOLD)} and {_speeds(energy.RUN_BACKWARD_TOLD)}) the same rules are taken on, "
        "the grade falls to an assumption and the number names it. Its range is that of the measured speeds and may be "
        "too narrow there. Outside there is no number.",
        "- Knee and landing: ratios of the literature at the person's speed, running only. They are not computed from "
        "how somebody moves.",
    )
    yield ""


def _bends() -> Iterator[str]:
    change = training.CHOSEN_RUN_MPS.value
    jumps = [
        power(Move(way, Gait.RUN, change)).value / power(Move(way, Gait.WALK, change)).value - 1
        for way in (Direction.BACKWARD, Direction.FORWARD)
    ]
    yield "## Where the numbers jump and bend"
    yield ""
    yield from (
        f"- Walking and running are two rules, so a number jumps where the gait changes. At {change} m/s, where people "
        f"change by themselves going backward, running stands {100 * jumps[0]:.0f} % above walking backward (the study "
        f"of that speed found more oxygen there too, Hreljac 2005) and {100 * jumps[1]:.0f} % forward. Backward they "
        f"cross at {crossing():.2f} m/s. How large the jump is at other speeds, no source says.",
        f"- Within a gait nothing jumps. Walking bends at {energy.FAST_WALK_FROM.value} m/s, where the table takes "
        "over from the equation and the extra of going backward begins to grow, and at a slope of "
        f"{100 * energy.UPHILL_FROM.value:.0f} %, from where the uphill ratio holds; between them lines are straight.",
        "- Practice ends at the twelfth session: later ones take nothing more away, for nobody looked.",
    )


def _speeds(claim: Claim) -> str:
    return f"{claim.low} to {claim.high} m/s"
