"""How long a piece of work takes."""

import time
from collections.abc import Callable


def best_s(work: Callable[[], object], rounds: int = 3) -> float:
    """CPU seconds of the shortest of a few runs: all of this runs on one core, and others may use the machine."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)
