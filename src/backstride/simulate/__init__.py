"""Recordings with known truth, made by a mechanical runner. Always marked as simulated.

One recording of what you write down:

    recording, truth = simulate([Part(Direction.FORWARD, Gait.WALK, 20, 1.2)], worn=Worn(Placement.POCKET), seed=1)

Many people, each with their own build and habits, a short varied session each, several sensors on the same motion:

    generator = np.random.default_rng(0)
    for session in population(1000, seed=0):             # session.person, session.parts, session.seed
        worn = [draw_worn(generator, placement, rate_hz=100.0) for placement in WORN]
        for one, (recording, truth) in zip(worn, session.recordings(worn)):
            ...  # truth.bouts, truth.contact_s, truth.side, truth.facing, truth.sensor_from_body

The tree: parts (asked for, worn, true), style (a person), curves and forces (how joints swing, what legs do to the
centre of mass), strides (both, for one part), upsets (stumbles, falls, glances), course (where the body goes), feet,
frames, body (all segments), impacts, handling and magnet (what else a sensor meets), sensors, watch, truth, make (all
together), population, demo.
"""

from backstride.simulate.demo import demo_runner
from backstride.simulate.make import record, simulate
from backstride.simulate.parts import Happening, Part, Truth, Watch, Worn
from backstride.simulate.population import WORN, Session, draw_worn, population
from backstride.simulate.style import Person, Way, draw_person

__all__ = [
    "WORN",
    "Happening",
    "Part",
    "Person",
    "Session",
    "Truth",
    "Watch",
    "Way",
    "Worn",
    "demo_runner",
    "draw_person",
    "draw_worn",
    "population",
    "record",
    "simulate",
]
