"""Runs the trials that the questions need, on the cores there are."""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from backstride.gait import Options, analyse
from backstride.recording import Direction, Lesson, Placement
from benchmarks.accuracy import captured, real
from benchmarks.accuracy.judge import Verdict, judge
from benchmarks.accuracy.question import Question
from benchmarks.accuracy.simulated import simulated
from benchmarks.accuracy.trial import BY_OTHERS, CALIBRATION_S, Protocol, Trial, markings
from benchmarks.accuracy.worn import AS_MEASURED, DEVICES, Device, wear

SOURCES: dict[str, Callable[[Path], Iterator[Trial]]] = {
    "uci_foot_imu": real.uci_foot_imu,
    "lafan1": captured.lafan1,
    "bandai": captured.bandai,
    "cmu_iclone": captured.cmu_iclone,
    "jl_xsens": captured.jl_xsens,
    "sp_sw_har": real.sp_sw_har,
    "strikewatch": real.strikewatch,
    "running_grf_sacrum": real.running_grf_sacrum,
    "simulated": simulated,
}
QUICK = 3  # every third trial
# One person's sensor at one place, in one kind of device; and what each of their recordings taught.
Who = tuple[str, str, Placement, str]
Taught = Mapping[Who, Mapping[str, tuple[Lesson, ...]]]


@dataclass(frozen=True, eq=False, slots=True)
class Job:
    """A trial on a device under a protocol. `others`: what the same person's other recordings taught, if enough."""

    trial: Trial
    device: Device
    protocol: Protocol
    told: bool
    others: tuple[Lesson, ...] = ()


def chosen(data: Path, questions: Sequence[Question], quick: bool) -> Iterator[tuple[Trial, Device]]:
    """Each trial on each device that some question asks for."""
    wanted = {(source, q.placement) for q in questions for source in q.sources}
    devices = (AS_MEASURED,) if quick else DEVICES
    for source, trials in SOURCES.items():
        if not any(name == source for name, _ in wanted):
            continue
        for number, trial in enumerate(trials(data)):
            if quick and (number // len(captured.PLACEMENTS)) % QUICK:
                continue
            if (source, trial.placement) in wanted:
                yield from ((trial, device) for device in devices)


def jobs(work: Sequence[tuple[Trial, Device]], questions: Sequence[Question], taught: Taught) -> Iterator[Job]:
    """The protocols that some question asks for. Where others' lessons are too few, nothing is asked of them."""
    wanted = {(s, q.placement, q.protocol, q.placement_told) for q in questions for s in q.sources}
    for trial, device in work:
        own = taught.get(_who(trial, device), {})
        others = enough([lesson for name, found in own.items() if name != trial.name for lesson in found])
        for protocol in Protocol:
            for told in (True, False):
                if (trial.source, trial.placement, protocol, told) in wanted and (others or protocol not in BY_OTHERS):
                    yield Job(trial, device, protocol, told, others)


def enough(lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """All of them, where they hold 10 s of either direction; else none."""
    for way in (Direction.FORWARD, Direction.BACKWARD):
        if sum(lesson.seconds for lesson in lessons if lesson.direction is way) < CALIBRATION_S:
            return ()
    return tuple(lessons)


def verdicts(data: Path, questions: Sequence[Question], quick: bool = False) -> list[Verdict]:
    """All verdicts; an engine that fails on a trial stops the run, for it promises never to."""
    began = time.monotonic()
    work = list(chosen(data, questions, quick))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        taught = _taught(pool, work, questions)
        found = [one for one in pool.map(_one, jobs(work, questions, taught), chunksize=8) if one is not None]
    hours = sum(verdict.duration_s for verdict in found) / 3600
    print(f"{len(found)} analyses of {hours:.1f} h of recordings in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found


def _taught(pool: Executor, work: Sequence[tuple[Trial, Device]], questions: Sequence[Question]) -> Taught:
    """What each recording teaches of which some question wants the lessons."""
    wanted = {(source, q.placement) for q in questions if q.protocol in BY_OTHERS for source in q.sources}
    teaching = [(trial, device) for trial, device in work if (trial.source, trial.placement) in wanted]
    found: dict[Who, dict[str, tuple[Lesson, ...]]] = defaultdict(dict)
    for (trial, device), lessons in zip(teaching, pool.map(_teach, teaching, chunksize=4), strict=True):
        found[_who(trial, device)][trial.name] = lessons
    return found


def _who(trial: Trial, device: Device) -> Who:
    return trial.source, trial.person, trial.placement, device.name


def _teach(given: tuple[Trial, Device]) -> tuple[Lesson, ...]:
    trial, device = given
    return analyse(wear(trial, device), markings(trial.stretches), Options(placement=trial.placement)).lessons


def _one(job: Job) -> Verdict | None:
    return judge(job.trial, job.device, job.protocol, job.told, job.others)
