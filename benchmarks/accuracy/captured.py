"""Virtual sensors on people whose motion was captured optically or by a suit. Derived once, kept under .cache."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from backstride.recording import FloatArray, Placement
from benchmarks.accuracy import bodies
from benchmarks.accuracy.bodies import Body
from benchmarks.accuracy.folder import CACHE, Labelled, read_labels
from benchmarks.accuracy.trial import Sensor, Stretch, Trial

PLACEMENTS = (Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST)
RATE_HZ = 100.0
HIGHEST_HZ = 10.0  # 30 Hz capture holds nothing above
NOISE = {"acceleration": 0.05, "angular_rate": 0.005}  # m/s2 and rad/s, a phone's; biases are of the same size
PAUSE_S = 2.0  # between clips joined into a session: nothing is recorded
STEADY = ("walk", "run", "sprint")


def lafan1(data: Path) -> Iterator[Trial]:
    """Four people, long takes; a robot's skeleton follows them."""
    for name, labelled in read_labels(data / "lafan1_g1_csv").items():
        held = _kept(data / "lafan1_g1_csv" / name, partial(bodies.robot, data, name))
        for where in PLACEMENTS:
            yield Trial(
                source="lafan1",
                person=labelled.person,
                name=name,
                placement=where,
                sensor=_sensor(held, where),
                stretches=labelled.stretches,
                steady=name.startswith(STEADY),
                changes=labelled.changes,
                contact_s=held["contact_s"],
                swing_s=held["swing_s"],
            )


def bandai(data: Path) -> Iterator[Trial]:
    """One unknown group of actors. The clips of one style make a session, in an order drawn by lot, with pauses."""
    folder = data / "bandai_d1_bvh"
    styles: dict[str, list[str]] = defaultdict(list)
    labels = read_labels(folder)
    for name in labels:
        styles[name.split("_")[2]].append(name)
    for number, (style, names) in enumerate(sorted(styles.items())):
        order = np.random.default_rng(number).permutation(sorted(names)).tolist()
        clips = [(_kept(folder / n, partial(bodies.animated, data, folder / n, 0.01)), labels[n], 0.0) for n in order]
        yield from _session("bandai", "bandai_group", f"style {style}", clips)


def cmu_iclone(data: Path) -> Iterator[Trial]:
    """Two people walking forward, short clips joined by person."""
    folder = data / "cmu_iclone_bvh"
    people: dict[str, list[str]] = defaultdict(list)
    labels = read_labels(folder)
    for name, labelled in labels.items():
        people[labelled.person].append(name)
    for person, names in people.items():
        clips = [
            (_kept(folder / n, partial(bodies.animated, data, folder / n, 0.01, skip=2)), labels[n], 2 / 60.0)
            for n in sorted(names)
        ]
        yield from _session("cmu_iclone", f"cmu_{person}", f"subject {person}", clips)


def jl_xsens(data: Path) -> Iterator[Trial]:
    """One person weaving forward."""
    folder = data / "jl_xsens_bvh"
    for name, labelled in read_labels(folder).items():
        held = _kept(folder / name, partial(bodies.animated, data, folder / name, 1.0))
        yield from _session("jl_xsens", labelled.person, name, [(held, labelled, 0.0)])


Held = dict[str, FloatArray]


def _session(source: str, person: str, name: str, clips: Sequence[tuple[Held, Labelled, float]]) -> Iterator[Trial]:
    """One trial for each placement; clips start PAUSE_S after the last. A clip's labels count from `skipped_s`."""
    stretches: list[Stretch] = []
    contacts: list[FloatArray] = []
    swings: list[FloatArray] = []
    starts = []
    now = 0.0
    for held, labelled, skipped_s in clips:
        starts.append(now)
        end_s = float(held["time_s"][-1])
        for stretch in labelled.stretches:
            moved = stretch.later(-skipped_s)
            start_s, stop_s = max(moved.start_s, 0.0), min(moved.end_s, end_s)
            stretches.append(Stretch(start_s, stop_s, moved.direction, moved.gait).later(now))
        contacts.append(held["contact_s"] + now)
        swings.append(held["swing_s"] + now)
        now += end_s + PAUSE_S
    for where in PLACEMENTS:
        sensors = [_sensor(held, where) for held, _, _ in clips]
        rates = [s.angular_rate for s in sensors if s.angular_rate is not None]
        yield Trial(
            source=source,
            person=person,
            name=name,
            placement=where,
            sensor=Sensor(
                np.concatenate([s.time_s + start for s, start in zip(sensors, starts, strict=True)]),
                np.concatenate([s.acceleration for s in sensors]),
                np.concatenate(rates),
            ),
            stretches=tuple(stretches),
            contact_s=np.concatenate(contacts),
            swing_s=np.concatenate(swings),
        )


def _sensor(held: Held, where: Placement) -> Sensor:
    return Sensor(held["time_s"], held[f"{where} acceleration"], held[f"{where} angular_rate"])


def _kept(path: Path, capture: Callable[[], Body]) -> Held:
    """The virtual sensors of one capture file, from the cache or made now."""
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in ("bodies.py", "captured.py"))
    key = hashlib.sha256(code + path.name.encode() + str(path.stat().st_size).encode()).hexdigest()[:20]
    kept = CACHE / f"{key}.npz"
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        made = _virtual(path.parents[1], capture(), int(key[:8], 16))
        part = kept.with_suffix(".part.npz")
        np.savez(part, **made)  # type: ignore[arg-type]
        part.replace(kept)
    with np.load(kept) as held:
        return dict(held)


def _virtual(data: Path, body: Body, seed: int) -> Held:
    """Specific force and angular rate at every placement, with a phone's noise and bias."""
    generator = np.random.default_rng(seed)
    measure = bodies.tool(data, "virtual_imu").virtual_imu
    upward = np.eye(3)[body.up]
    held: Held = {"contact_s": body.contact_s, "swing_s": body.swing_s}
    for where in PLACEMENTS:
        cutoff = HIGHEST_HZ if len(body.place[where]) > 20 else None
        time, force, rate = measure(
            body.place[where], body.attitude[where], body.rate_hz, RATE_HZ, up=upward, fc=cutoff
        )
        held["time_s"] = time
        for name, values in (("acceleration", force), ("angular_rate", rate)):
            size = NOISE[name]
            held[f"{where} {name}"] = values + generator.normal(0, size, 3) + generator.normal(0, size, values.shape)
    return held
