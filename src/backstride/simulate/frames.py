"""Points of the body: where they are and how the segment they sit on is turned."""

from dataclasses import dataclass

import numpy as np

from backstride.recording import FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Segment:
    """A point of the body: place (n, 3) in the world (east, north, up), and how its segment is turned, (n,) each."""

    place: FloatArray
    pitch: FloatArray  # top leaning forward positive
    roll: FloatArray  # left side up positive
    yaw: FloatArray  # counter-clockwise from east


def hang(base: Segment, turned: Segment, offset: tuple[float, float, float]) -> Segment:
    """The point at `offset` (forward, left, up) in the frame of `turned`, hung on the place of `base`."""
    moved = to_world(turned, np.broadcast_to(np.array(offset), (1, 3)))
    return Segment(base.place + moved, turned.pitch, turned.roll, turned.yaw)


def to_world(segment: Segment, vectors: FloatArray) -> FloatArray:
    """Vectors (n, 3) or (1, 3) of the segment's frame in the world's."""
    x, y, z = vectors.T
    c, s = np.cos(segment.roll), np.sin(segment.roll)
    y, z = y * c - z * s, y * s + z * c
    c, s = np.cos(segment.pitch), np.sin(segment.pitch)
    x, z = x * c + z * s, -x * s + z * c
    c, s = np.cos(segment.yaw), np.sin(segment.yaw)
    return np.stack((x * c - y * s, x * s + y * c, z), axis=1)


def to_segment(segment: Segment, vectors: FloatArray) -> FloatArray:
    """Vectors (n, 3) or (1, 3) of the world in the segment's frame."""
    x, y, z = vectors.T
    c, s = np.cos(segment.yaw), np.sin(segment.yaw)
    x, y = x * c + y * s, -x * s + y * c
    c, s = np.cos(segment.pitch), np.sin(segment.pitch)
    x, z = x * c - z * s, x * s + z * c
    c, s = np.cos(segment.roll), np.sin(segment.roll)
    return np.stack((x, y * c + z * s, -y * s + z * c), axis=1)


def turning(segment: Segment, step_s: float) -> FloatArray:
    """Angular rate (n, 3) in the segment's frame, rad/s."""
    pitch, roll, yaw = (np.gradient(angle, step_s) for angle in (segment.pitch, segment.roll, segment.yaw))
    cp, sp, cr, sr = np.cos(segment.pitch), np.sin(segment.pitch), np.cos(segment.roll), np.sin(segment.roll)
    return np.stack((roll - yaw * sp, pitch * cr + yaw * cp * sr, -pitch * sr + yaw * cp * cr), axis=1)
