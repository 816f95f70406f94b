"""Recordings made by code: a generic CSV of a few seconds."""

import numpy as np

from backstride.app import Store, import_file


def table(seconds: float = 20, seed: int = 0, comment: str = "") -> bytes:
    """Acceleration at 20 Hz of something that shakes; another `seed` is another file."""
    time_s = np.arange(0, seconds, 0.05)
    shake = np.random.default_rng(seed).normal(0, 1, (len(time_s), 3)) + np.array([0, 0, 9.81])
    rows = "\n".join(f"{t:.2f},{x:.3f},{y:.3f},{z:.3f}" for t, (x, y, z) in zip(time_s, shake, strict=True))
    return f"{comment}time_s,acc_x[m/s2],acc_y[m/s2],acc_z[m/s2]\n{rows}\n".encode()


def gpx(name: str, start: str = "2026-05-04T08:00:00Z", minutes: int = 3) -> bytes:
    """A track northward at 2.5 m/s, a point every ten seconds."""
    hour = start[:11]
    points = "".join(
        f'<trkpt lat="{52 + 10 * i * 2.5 / 111_195:.6f}" lon="13.0"><ele>34</ele>'
        f"<time>{hour}08:{i // 6:02}:{i % 6 * 10:02}Z</time></trkpt>"
        for i in range(6 * minutes)
    )
    escaped = name.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>{escaped}</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    ).encode()


def keep(store: Store, name: str, data: bytes) -> str:
    """Import a file and give the id of its recording."""
    (line,) = import_file(store, name, data)
    assert line.ids, line
    return line.ids[0]
