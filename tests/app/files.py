"""Files made by code that the readers take."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import numpy as np

START = datetime(2026, 4, 1, 7, 0, tzinfo=UTC)


def gpx(start: datetime = START, seconds: int = 60, name: str = "Morning") -> bytes:
    """A run north at 3 m/s."""
    points = "".join(
        f'<trkpt lat="{0.5 + second * 2.7e-5:.6f}" lon="-30.5"><ele>{second % 9}</ele>'
        f"<time>{(start + timedelta(seconds=second)).isoformat()}</time></trkpt>"
        for second in range(seconds)
    )
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>{name}</name><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    ).encode()


def sensor(seconds: int = 20, seed: int = 0) -> bytes:
    """A sensor table at 50 Hz."""
    generator = np.random.default_rng(seed)
    rows = generator.normal((0, 0, 9.8), 0.5, (seconds * 50, 3)).round(3)
    lines = [f"{number / 50:.2f},{x},{y},{z}" for number, (x, y, z) in enumerate(rows)]
    return ("time_s,acc_x [m/s2],acc_y [m/s2],acc_z [m/s2]\n" + "\n".join(lines) + "\n").encode()


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
