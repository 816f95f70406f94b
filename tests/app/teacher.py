"""Run by the test that kills it: says something of a recording, and is still analysing when the end comes."""

import time
from collections.abc import Sequence
from pathlib import Path

from backstride import app, gait
from backstride.app import Options
from backstride.recording import Analysis, Direction, Label, Recording

_NOTHING = Options()


def teach_and_wait(data: Path, url: str | None, id_: str, told: Path) -> None:
    """Write `told` once the analysis has begun, and never finish it."""

    def analyse(recording: Recording, labels: Sequence[Label] = (), options: Options = _NOTHING) -> Analysis:
        told.touch()
        while True:
            time.sleep(1)

    gait.analyse = analyse
    with app.open_store(data, url) as store:
        app.label(store, id_, 0.0, 8.0, Direction.BACKWARD)
