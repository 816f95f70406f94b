"""How contacts shake the segments: bone rings, soft tissue wobbles; toes first is softer than the heel."""

import numpy as np

from backstride.recording import FloatArray
from backstride.simulate.body import Body
from backstride.simulate.feet import crossings

RINGING_S = 0.25
# How hard a contact at 2 m/s shakes it (m/s2), how fast bone rings and tissue wobbles there (Hz), share of tissue.
SHAKES: dict[str, tuple[float, float, float, float]] = {
    "foot": (60.0, 30.0, 15.0, 0.1),
    "shank": (35.0, 25.0, 12.0, 0.2),
    "thigh": (7.0, 18.0, 8.0, 0.5),
    "waist": (4.5, 14.0, 6.0, 0.4),
    "chest": (3.5, 12.0, 5.0, 0.4),
    "wrist": (2.0, 10.0, 5.0, 0.5),
    "held": (1.5, 8.0, 4.0, 0.5),
    "head": (1.5, 9.0, 5.0, 0.1),
}
JOLT = 0.06  # rad/s for each m/s2: what shakes also turns
REFERENCE_MPS = 2.0


def shaking(body: Body, name: str, side: int, generator: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Force (n, 3) in the segment's frame and turning (n, 3) that start at each contact and die out."""
    course, person = body.course, body.person
    size, bone_hz, tissue_hz, tissue = SHAKES[name]
    step = course.step_s
    after = np.arange(0.0, RINGING_S, step)
    wobble = tissue_hz * person.wobble_hz
    pulses = (_ring(after, bone_hz, 0.015), _ring(after, wobble, 0.045))
    braking = -np.sign(course.forward_mps)
    jolts = np.zeros(len(course.time_s))
    for at, strength in course.upset.jolts if course.upset else ():
        jolts[min(int(at / step), len(jolts) - 1)] += strength
    force, turn = np.zeros((len(course.time_s), 3)), np.zeros((len(course.time_s), 3))
    for foot in (side,) if name in ("foot", "shank") else (side, -side):
        far = 0.6 if foot != side and name in ("thigh", "wrist") else 1.0
        impulses = far * size * person.hardness * (_impulses(body, foot, generator) + (jolts if foot == side else 0.0))
        rings = [np.convolve(impulses * share, pulse)[: len(impulses)]
                 for share, pulse in zip((1 - tissue, tissue), pulses, strict=True)]  # fmt: skip
        total = rings[0] + rings[1]
        lean = generator.normal(0, 0.15, 3)
        force += total[:, None] * (np.array([0.0, 0.1 * foot, 1.0]) + lean)
        force[:, 0] += 0.35 * total * braking
        turn += JOLT * rings[1][:, None] * generator.normal(0, 1, 3) / max(tissue, 0.2)
    return force, turn


def _ring(after: FloatArray, hz: float, dying_s: float) -> FloatArray:
    """Acceleration, at most 1, of what is shoved aside and comes back ringing: it adds up to no speed and no way."""
    moved = after * np.exp(-after / dying_s) * np.sin(2 * np.pi * hz * after)
    shaken = np.diff(moved, 2, prepend=[0.0, 0.0])
    return np.asarray(shaken / np.abs(shaken).max())


def _impulses(body: Body, foot: int, generator: np.random.Generator) -> FloatArray:
    """How hard the foot comes down, at the sample after it does, over a contact at REFERENCE_MPS of a usual person."""
    course = body.course
    contact, _ = crossings(course, foot)
    at = np.clip(np.ceil(contact / course.step_s).astype(int), 0, len(course.time_s) - 1)
    softness = course.mixed([stride.way.softness for stride in course.strides])[at]
    fast = np.hypot(course.forward_mps, course.leftward_mps)[at] / REFERENCE_MPS
    found = np.zeros(len(course.time_s))
    np.add.at(found, at, softness * np.clip(fast, 0.15, 1.7) * generator.uniform(0.6, 1.4, len(at)))
    return found
