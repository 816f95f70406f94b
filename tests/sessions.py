"""Simulated sessions put into a store as they are, without a file format in between."""

from dataclasses import replace
from functools import cache

from backstride.app import Options, Store
from backstride.app.work import analysed
from backstride.recording import Direction, Gait, Recording
from backstride.simulate import Part, Watch, Worn, simulate
from backstride.store import NewFile, NewRecording, pack, pack_original


def put(store: Store, recording: Recording, name: str = "", content: bytes = b"") -> str:
    """Keep and analyse a recording under a name; returns its id. Another name, or other content, is another file."""
    named = replace(recording, about=replace(recording.about, name=name))
    file = NewFile(
        pack_original(f"{name or 'session'}.sim", content or name.encode()),
        (NewRecording(pack(named), analysed(named, (), Options())),),
    )
    return store.recordings.add(file).ids[0]


@cache
def track_session() -> Recording:
    """Three minutes on a track, forward and backward by lap, with a watch that has GPS."""
    parts = [
        Part(Direction.FORWARD, Gait.RUN, 60, 2.8, lap="Forward"),
        Part(Direction.STILL, Gait.NONE, 8),
        Part(Direction.BACKWARD, Gait.RUN, 50, 2.0, lap="Backward"),
        Part(Direction.STILL, Gait.NONE, 8),
        Part(Direction.FORWARD, Gait.RUN, 54, 2.6, lap="Forward"),
    ]
    return simulate(parts, watch=Watch(), seed=3)[0]


@cache
def pocket_session() -> Recording:
    """Half a minute with a phone in the pocket and nothing else."""
    parts = [Part(Direction.FORWARD, Gait.RUN, 15, 2.6), Part(Direction.BACKWARD, Gait.RUN, 15, 2.0)]
    return simulate(parts, worn=Worn(rate_hz=50), seed=4)[0]


def bare(recording: Recording, *names: str) -> Recording:
    """The same with only these signals, and nothing said about it: no laps, no device."""
    about = replace(recording.about, laps=(), device="", sport="", simulated=False)
    return replace(recording, signals={name: recording.signals[name] for name in names}, about=about)
