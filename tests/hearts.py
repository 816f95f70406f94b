"""Recordings whose heart is known, kept as an import keeps them."""

from dataclasses import replace
from datetime import timedelta

import numpy as np

from backstride import gait
from backstride.app.listening import listen
from backstride.recording import Analysis, Bout, Direction, Gait, Recording, Signal, Steps
from backstride.store import Analysed, Digest, NewFile, NewRecording, Store, pack, pack_original
from tests import made

B, F = Direction.BACKWARD, Direction.FORWARD
DAY = made.START.date()
BOUTS = (Bout(0, 900, F, Gait.RUN, 0.9), Bout(900, 1800, B, Gait.RUN, 0.9))
SECONDS = {F: 900.0, B: 900.0}


def keep(store: Store, name: str, days: int = 0, extra: float = 22.0, shift_s: float = 0.0, beats: bool = True) -> str:
    """Half forward, half backward at 2 to 3 m/s in steps; the heart follows the speed, and beats faster backward."""
    clock = np.arange(1800.0)
    speed = 2.0 + 0.25 * (clock // 180 % 5)
    bpm = 80 + 25 * speed + np.where(clock >= 900, extra, 0) + np.random.default_rng(1).normal(0, 1, 1800)
    signals = {"speed": Signal(clock, speed, "m/s")}
    if beats:
        signals["heart_rate"] = Signal(clock, np.round(bpm), "bpm")
    start = made.START + timedelta(days=days, seconds=shift_s)
    recording = Recording(start, signals, replace(made.recording().about, name=name, laps=()))
    analysis = Analysis(gait.RECIPE, BOUTS, Steps(np.arange(0, 1800, 0.4), np.full(4500, np.nan)), (), ())
    kept = Analysed(gait.RECIPE, analysis, None, Digest(4500.0, SECONDS, ()), heard=listen(recording, analysis))
    file = NewFile(pack_original(f"{name}.sim", name.encode()), (NewRecording(pack(recording), kept),))
    return store.recordings.add(file).ids[0]
