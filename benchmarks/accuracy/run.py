"""Runs the trials that the questions need, on the cores there are."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.accuracy import captured, real
from benchmarks.accuracy.judge import Verdict, judge
from benchmarks.accuracy.questions import Question
from benchmarks.accuracy.trial import Protocol, Trial
from benchmarks.accuracy.worn import AS_MEASURED, DEVICES, Device

SOURCES: dict[str, Callable[[Path], Iterator[Trial]]] = {
    "uci_foot_imu": real.uci_foot_imu,
    "lafan1": captured.lafan1,
    "bandai": captured.bandai,
    "cmu_iclone": captured.cmu_iclone,
    "jl_xsens": captured.jl_xsens,
    "sp_sw_har": real.sp_sw_har,
    "strikewatch": real.strikewatch,
    "running_grf_sacrum": real.running_grf_sacrum,
}
QUICK = 3  # every third trial

Job = tuple[Trial, Device, Protocol, bool]


def jobs(data: Path, questions: Sequence[Question], quick: bool) -> Iterator[Job]:
    """Each trial on each device under each protocol that some question asks for."""
    wanted = {(s, q.placement, q.protocol, q.placement_told) for q in questions for s in q.sources}
    devices = (AS_MEASURED,) if quick else DEVICES
    for source, trials in SOURCES.items():
        if not any(name == source for name, *_ in wanted):
            continue
        for number, trial in enumerate(trials(data)):
            if quick and (number // len(captured.PLACEMENTS)) % QUICK:
                continue
            for device in devices:
                for protocol in Protocol:
                    for told in (True, False):
                        if (source, trial.placement, protocol, told) in wanted:
                            yield trial, device, protocol, told


def verdicts(data: Path, questions: Sequence[Question], quick: bool = False) -> list[Verdict]:
    """All verdicts; an engine that fails on a trial stops the run, for it promises never to."""
    began = time.monotonic()
    work = list(jobs(data, questions, quick))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [verdict for verdict in pool.map(_one, work, chunksize=8) if verdict is not None]
    hours = sum(verdict.duration_s for verdict in found) / 3600
    print(f"{len(found)} analyses of {hours:.1f} h of recordings in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found


def _one(job: Job) -> Verdict | None:
    trial, device, protocol, told = job
    return judge(trial, device, protocol, told)
