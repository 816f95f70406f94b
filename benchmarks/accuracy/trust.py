"""Can the confidence be trusted, and how often is there a false alarm? Sections of the page."""

import math
from collections.abc import Iterator, Mapping, Sequence

from backstride.recording import EventKind, Placement
from benchmarks.accuracy import plot, scores
from benchmarks.accuracy.captured import PLACEMENTS
from benchmarks.accuracy.judge import Verdict
from benchmarks.accuracy.question import ANY_S, CAPTURED, REAL_FOOT
from benchmarks.accuracy.table import table
from benchmarks.accuracy.trial import Protocol
from benchmarks.accuracy.worn import AS_MEASURED, DEVICES

PICTURE = "accuracy-reliability.svg"
ROWS = scores.moving_rows(ANY_S)
# Heading, sources, what was told.
GROUPS = (
    ("Real people, 10 s forward known", (*CAPTURED, *REAL_FOOT), Protocol.FORWARD),
    ("Simulated people, 10 s forward known", ("simulated",), Protocol.FORWARD),
    ("Simulated people, nothing known", ("simulated",), Protocol.NOTHING),
)
DRAWN = 2
REAL_SENSORS = ("uci_foot_imu", "sp_sw_har", "strikewatch", "running_grf_sacrum")


def picture(verdicts: Sequence[Verdict]) -> str:
    """The plot of the first groups."""
    panels: Mapping[str, plot.Lines] = {
        heading: {
            str(where): scores.reliability(held, ROWS)
            for where in PLACEMENTS
            if (held := _of(verdicts, sources, where, protocol))
        }
        for heading, sources, protocol in GROUPS[:DRAWN]
    }
    return plot.picture(panels, "Stated confidence and the share of seconds that was right")


def confidence(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Tables of what was stated and what came true."""
    yield "### Stated confidence against the share that was right"
    yield ""
    yield f"![The share that was right over the stated confidence, by place of the sensor](../pictures/{PICTURE})"
    yield ""
    yield (
        "100 Hz, seconds called forward or backward in bouts of 1 s or more. Real people: sources that hold both "
        "directions, 10 s forward known. Real ones are few, so that beside them stand simulated people whom the "
        "engine was not fitted on. As many of these begin backward as forward, which the engine holds for unlikely: "
        "where nothing else is known, that is what they suffer from. On the broken line the share that was right is "
        "what was stated."
    )
    yield ""
    yield (
        "The Brier score is the mean squared distance from having been right. It is reliability (how far what was "
        "stated is from what came true; 0 is best) less resolution (how well sure seconds are told from unsure ones) "
        "plus uncertainty (what is left to whoever always states the same)."
    )
    yield ""
    rows, bins = [], []
    for heading, sources, protocol in GROUPS:
        for where in PLACEMENTS:
            held = _of(verdicts, sources, where, protocol)
            split = scores.split(held, ROWS)
            if not split.count:
                continue
            numbers = (split.score, split.reliability, split.resolution, split.uncertainty)
            rows.append([heading, str(where), *(f"{number:.3f}" for number in numbers), str(split.count)])
            bins += [
                [
                    heading,
                    str(where),
                    f"{b.low:.2f} to {b.high:.2f}",
                    f"{b.confidence:.2f}",
                    f"{b.right:.2f}",
                    f"{b.count}",
                ]
                for b in scores.reliability(held, ROWS)
            ]
    yield from table(["", "", "Brier score", "reliability", "resolution", "uncertainty", "seconds"], rows)
    yield from table(["", "", "stated", "mean", "right", "seconds"], bins)


def alarms(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """How often stumbles and falls were stated of people who, as far as is known, did neither."""
    yield "### False alarms: stumbles and falls stated an hour"
    yield ""
    yield (
        "Nobody in these recordings is known to have stumbled or fallen. In the takes of sport and jumping people may "
        "have gone down on purpose. No calibration; first 100 Hz, then phone."
    )
    yield ""
    rows = []
    for name, where, held in _alarmed(verdicts):
        hours = sum(v.duration_s for v in held if v.device == AS_MEASURED.name) / 3600
        if hours:
            each = [_both(held, kind) for kind in (EventKind.STUMBLE, EventKind.FALL)]
            rows.append([name, where, f"{hours:.2f}", *each])
    yield from table(["", "", "hours", "stumbles an hour", "falls an hour"], rows)


def _alarmed(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str, list[Verdict]]]:
    plain = [v for v in verdicts if v.protocol is Protocol.NOTHING and v.placement_told]
    yield "all real sensors together", "", [v for v in plain if v.source in REAL_SENSORS]
    for source in dict.fromkeys(v.source for v in plain):
        for where in Placement:
            mine = [v for v in plain if v.source == source and v.placement is where]
            yield source, str(where), [v for v in mine if v.steady]
            yield f"{source}, takes of sport and jumping", str(where), [v for v in mine if not v.steady]


def _both(verdicts: Sequence[Verdict], kind: EventKind) -> str:
    values = [scores.alarms([v for v in verdicts if v.device == device.name], kind) for device in DEVICES]
    return " / ".join(f"{value:.1f}" for value in values if math.isfinite(value))


def _of(verdicts: Sequence[Verdict], sources: Sequence[str], where: Placement, protocol: Protocol) -> list[Verdict]:
    return [
        v
        for v in verdicts
        if v.source in sources
        and v.placement is where
        and v.protocol is protocol
        and v.device == AS_MEASURED.name
        and v.placement_told
    ]
