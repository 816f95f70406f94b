"""The earth's magnetic field as a sensor on the body reads it. The world is east, north, up; north is magnetic."""

import numpy as np

from backstride.recording import FloatArray
from backstride.simulate.body import Body
from backstride.simulate.frames import Segment, to_segment
from backstride.simulate.parts import Worn

FIELD_UT = 49.0
DIP_RAD = np.radians(65.0)  # below the horizon, as in the middle of Europe
WAVES = 4  # of the disturbance indoors
HARD_IRON_UT = 4.0
SOFT_IRON = 0.03
NOISE_UT = 0.4


def magnetic(body: Body, part: Segment, worn: Worn, generator: np.random.Generator) -> FloatArray:
    """Field (n, 3) in the frame of the segment, on the body's clock; indoors it differs from place to place."""
    world = np.zeros((len(body.course.time_s), 3))
    world[:, 1] = FIELD_UT * np.cos(DIP_RAD)
    world[:, 2] = -FIELD_UT * np.sin(DIP_RAD)
    if worn.indoors_ut:
        for _ in range(WAVES):
            length_m = generator.uniform(2.0, 10.0)
            way = generator.uniform(0, 2 * np.pi)
            along = part.place[:, 0] * np.cos(way) + part.place[:, 1] * np.sin(way)
            wave = np.cos(2 * np.pi * along / length_m + generator.uniform(0, 2 * np.pi))
            world += worn.indoors_ut / np.sqrt(WAVES) * wave[:, None] * generator.normal(0, 1, 3)
    return to_segment(part, world)


def compass_reads(field: FloatArray, worn: Worn, generator: np.random.Generator) -> FloatArray:
    """What the sensor makes of the field (n, 3) in its frame: iron nearby, and noise."""
    soft = np.eye(3) + generator.normal(0, SOFT_IRON * worn.noise, (3, 3))
    read = field @ soft.T + generator.normal(0, HARD_IRON_UT * worn.noise, 3)
    read += generator.normal(0, NOISE_UT * worn.noise, read.shape)
    return np.asarray(read if worn.decimals is None else np.round(read, worn.decimals))
