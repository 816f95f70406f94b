"""Where the recordings of real people are, how their label files are read, and where slow derivations are kept."""

import csv
import math
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backstride.recording import Direction, Gait
from benchmarks.accuracy.trial import Change, Stretch

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "accuracy"

DIRECTIONS = {
    "forward": Direction.FORWARD,
    "backward": Direction.BACKWARD,
    "sideways": Direction.SIDEWAYS,
    "turning": Direction.TURNING,
    "standing": Direction.STILL,
}
GAITS = {"walk": Gait.WALK, "run": Gait.RUN, "stand": Gait.NONE, "sit": Gait.NONE}


def data_folder() -> Path | None:
    """$BACKSTRIDE_DATA, else shared/data beside the checkout; None where there is none."""
    folder = Path(os.environ.get("BACKSTRIDE_DATA") or ROOT.parent / "shared" / "data")
    return folder if folder.is_dir() else None


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label file says about one recording."""

    person: str
    stretches: tuple[Stretch, ...]
    changes: tuple[Change, ...]


def read_labels(folder: Path) -> Mapping[str, Labelled]:
    """By file name, from labels.csv and, where there is one, transitions.csv. Only files that are there."""
    person: dict[str, str] = {}
    stretches: dict[str, list[Stretch]] = defaultdict(list)
    for row in _rows(folder / "labels.csv"):
        person[row["file"]] = row["subject"]
        direction = DIRECTIONS.get(row["direction"])
        start_s, end_s = float(row["t_start_s"]), float(row["t_end_s"])
        if direction is not None and end_s > start_s:
            turned = math.radians(float(row.get("yaw_rate_dps") or "nan")) * (end_s - start_s)
            stretches[row["file"]].append(Stretch(start_s, end_s, direction, GAITS.get(row["gait"]), turned))
    changes: dict[str, list[Change]] = defaultdict(list)
    if (folder / "transitions.csv").exists():
        for row in _rows(folder / "transitions.csv"):
            change = Change(
                float(row["t_from_end_s"]), float(row["t_to_start_s"]), DIRECTIONS[row["frm"]], DIRECTIONS[row["to"]]
            )
            changes[row["file"]].append(change)
    return {
        name: Labelled(person[name], tuple(found), tuple(changes[name]))
        for name, found in stretches.items()
        if (folder / name).exists()
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as lines:
        return list(csv.DictReader(lines))
