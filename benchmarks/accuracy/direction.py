"""How often the direction, the gait and the cadence are right, on recordings of real people.

    python benchmarks/accuracy/direction.py DATA_FOLDER [--phone]

By second: the truth is a labelled stretch that covers the second, in bouts of 2 s and more. `calibrated`: the first
10 s of labelled forward motion are marked by a label, as after a short known forward walk; those seconds are not
counted. Nothing is fitted on these recordings.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import sources

from backstride.gait import analyse
from backstride.recording import Analysis, Direction, Label, Placement

MOVING = ("forward", "backward")


def seconds(case: sources.Case, analysis: Analysis, shortest_s: float) -> Iterator[tuple[str, str, str, str, float]]:
    """True direction and gait, told direction and gait, for each second inside a labelled stretch."""
    starts = np.array([bout.start_s for bout in analysis.bouts])
    for stretch in case.truth:
        if stretch.end_s - stretch.start_s < shortest_s:
            continue
        for middle in np.arange(stretch.start_s + 0.5, stretch.end_s - 0.49, 1.0):
            at = int(np.searchsorted(starts, middle, side="right")) - 1
            if at >= 0 and middle < analysis.bouts[at].end_s:
                bout = analysis.bouts[at]
                yield stretch.direction, stretch.gait, bout.direction.value, bout.gait.value, middle


def calibration(case: sources.Case, wanted_s: float) -> tuple[Label, ...]:
    """The first seconds of labelled forward motion, as the person would mark them."""
    labels, total = [], 0.0
    for stretch in case.truth:
        if stretch.direction == "forward" and total < wanted_s:
            end = min(stretch.end_s, stretch.start_s + wanted_s - total)
            labels.append(Label(stretch.start_s, end, Direction.FORWARD))
            total += end - stretch.start_s
    return tuple(labels)


def tally(cases: Iterable[sources.Case], shortest_s: float, calibrate_s: float) -> dict[tuple[str, str, str], Counter]:
    """Counts of told direction by (person, true direction, true gait)."""
    told: dict[tuple[str, str, str], Counter] = defaultdict(Counter)
    for case in cases:
        labels = calibration(case, calibrate_s) if calibrate_s else ()
        analysis = analyse(case.recording, labels)
        for direction, gait, said, said_gait, middle in seconds(case, analysis, shortest_s):
            if any(label.start_s <= middle < label.end_s for label in labels):
                continue
            counts = told[case.person, direction, gait]
            counts[said] += 1
            counts["gait " + said_gait] += 1
            counts["n"] += 1
    return told


def show(name: str, told: dict[tuple[str, str, str], Counter]) -> None:
    def total(direction: str, gait: str | None = None) -> Counter:
        return sum((c for (_, d, g), c in told.items() if d == direction and gait in (None, g)), Counter())

    fw, bw = total("forward"), total("backward")
    decided = {d: c["forward"] + c["backward"] for d, c in (("f", fw), ("b", bw))}
    parts = []
    if decided["f"] and decided["b"]:
        balanced = 0.5 * (fw["forward"] / decided["f"] + bw["backward"] / decided["b"])
        share = 0.5 * (fw["forward"] / fw["n"] + bw["backward"] / bw["n"])
        parts.append(f"balanced {balanced:.3f} (unknown counted wrong {share:.3f})")
    for label, counts in (("forward", fw), ("backward", bw), ("sideways", total("sideways"))):
        if counts["n"]:
            spread = " ".join(f"{d.value[0]}{100 * counts[d.value] / counts['n']:.1f}" for d in Direction)
            parts.append(f"{label} {counts['n']} s: {spread}")
    still = total("standing")
    walk, run = (total("forward", g) + total("backward", g) for g in ("walk", "run"))
    gaits = [f"still {still['still'] / still['n']:.2f}" if still["n"] else ""]
    gaits += [f"{g} {c['gait ' + g] / c['n']:.2f}" for g, c in (("walk", walk), ("run", run)) if c["n"]]
    back_run = total("backward", "run")
    if back_run["n"]:
        gaits.append(f"backward running {back_run['n']} s: {back_run['backward']} right {back_run['forward']} wrong")
    print(f"{name:34s} | " + " | ".join(parts) + " | " + " ".join(gaits), flush=True)


def cadence(data: Path) -> None:
    """Sacrum runs against the force plate."""
    rows = []
    for _, recording, steps, contact, flight in sources.sacrum(data):
        analysis = analyse(recording)
        found = {m.key: m.value for m in analysis.metrics if m.direction is None}
        on = analysis.steps.off_s - analysis.steps.contact_s
        on = on[np.isfinite(on)]
        measured = float(np.median(on)) if len(on) else np.nan
        period = 60 / found["cadence_spm"]
        told = {b.direction.value for b in analysis.bouts}
        rows.append((found["cadence_spm"] - steps, measured - contact, period - measured - flight, "backward" in told))
    error = np.array([row[:3] for row in rows])
    print(
        f"sacrum runs: cadence error {np.nanmean(np.abs(error[:, 0])):.2f} steps/min"
        f" (within 1 on {100 * np.mean(np.abs(error[:, 0]) < 1):.0f} %),"
        f" contact {1000 * np.nanmean(np.abs(error[:, 1])):.1f} ms"
        f" (bias {1000 * np.nanmean(error[:, 1]):.1f}), flight {1000 * np.nanmean(np.abs(error[:, 2])):.1f} ms,"
        f" missing {int(np.isnan(error[:, 1]).sum())} of {len(error)}, any backward {sum(r[3] for r in rows)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--phone", action="store_true", help="60 Hz, rounded to 0.1 m/s2 and 0.1 deg/s")
    parser.add_argument("--shortest", type=float, default=2.0, help="seconds a labelled bout must last to count")
    parser.add_argument("--only", default="", help="sources whose name contains this")
    given = parser.parse_args()
    sampling = sources.Sampling(60.0, 1) if given.phone else sources.Sampling()
    data = given.data
    began = time.time()
    places = (Placement.FOOT, Placement.SHANK, Placement.POCKET, Placement.WAIST, Placement.CHEST, Placement.WRIST)
    table = [("uci foot", lambda: sources.uci(data, sampling), 4.0, 0.0)]
    for place in places:
        for calibrate in (0.0, 10.0):
            after = " calibrated" if calibrate else ""
            name = f"lafan1 {place.value}{after}"
            table.append((name, lambda place=place: sources.lafan(data, place, sampling), given.shortest, calibrate))
            name = f"bandai {place.value}{after}"
            table.append((name, lambda place=place: sources.bandai(data, place, sampling), given.shortest, calibrate))
    table += [
        ("har pocket", lambda: sources.har(data, "sp", sampling), 2.0, 0.0),
        ("har wrist", lambda: sources.har(data, "sw", sampling), 2.0, 0.0),
        ("strikewatch wrist", lambda: sources.strikewatch(data, sampling), 2.0, 0.0),
    ]
    for name, cases, shortest, calibrate in table:
        if given.only in name:
            show(name, tally(cases(), shortest, calibrate))
    if given.only in "sacrum":
        cadence(data)
    print(f"{time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
