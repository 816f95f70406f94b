"""The demo runner's own store: simulated, said so on every recording, made when someone first looks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from backstride import __version__, formats
from backstride.app import demo_life
from backstride.app.work import analysed
from backstride.formats.writers import write_imu_csv
from backstride.gait import RECIPE, Options
from backstride.recording import Recording
from backstride.simulate import demo_runner
from backstride.store import NewFile, NewRecording, Store, pack, pack_original

_MADE = "demo_made_by"
_RUNNER: Mapping[str, float] = {"mass_kg": 72.0}  # what the runner said of himself


def demo_store(folder: Path) -> Store:
    """Open the demo's own folder; the first time, and after an update, fill it anew. Takes seconds then.

    Being stopped half way does no harm: the next call begins again.
    """
    store = Store(folder)
    made_by = f"{__version__} {RECIPE}"
    if store.settings.get(_MADE) != made_by:
        for id_ in store.lists.every_id():
            store.recordings.remove(id_)
        store.coach.forget()
        store.measuring.forget()
        _live(store)
        store.settings.write({_MADE: made_by, **_RUNNER})
    return store


def _live(store: Store) -> None:
    """Day after day: what was recorded, then what was said of it."""
    made = demo_runner()
    first, last = made[0][1].start.date(), made[-1][1].start.date()
    demo_life.begin(store, first)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        for name, recording in made:
            if recording.start.date() == day:
                _keep(store, name, recording)
        demo_life.live(store, first, day)
    demo_life.end(store)


def _keep(store: Store, name: str, simulated: Recording) -> None:
    """Take the road of every file, through bytes; what a table cannot say, laps and a name, comes along beside it."""
    file_name = f"{simulated.start:%Y-%m-%d} {name}.csv"
    data = write_imu_csv(simulated)
    original = pack_original(file_name, data)
    (read,) = formats.read(file_name, data)
    told = simulated.about
    about = replace(read.about, name=name, sport=told.sport, device=told.device, laps=told.laps, simulated=True)
    recording = replace(read, about=about)
    store.recordings.add(NewFile(original, (NewRecording(pack(recording), analysed(recording, (), Options())),)))
