"""Four hours at 1 Hz as GPX and as TCX: read to recordings, beside parsing alone with ElementTree in the same run."""

import io
from xml.etree import ElementTree

from benchmarks.figure import Figure, figure
from benchmarks.speed.timing import best_s

POINTS = 14_400


def clock(second: int) -> str:
    """Seconds after ten o'clock as date and time without zone."""
    return f"2024-05-01T{10 + second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def gpx(points: int = POINTS) -> bytes:
    """A track with elevation, heart rate, cadence and temperature."""
    rows = "".join(
        f'<trkpt lat="{47 + i * 1e-5:.6f}" lon="8.500000"><ele>{400 + i % 50}.2</ele><time>{clock(i)}Z</time>'
        "<extensions><gpxtpx:TrackPointExtension><gpxtpx:atemp>21</gpxtpx:atemp>"
        f"<gpxtpx:hr>{100 + i % 50}</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad>"
        "</gpxtpx:TrackPointExtension></extensions></trkpt>\n"
        for i in range(points)
    )
    head = '<?xml version="1.0"?><gpx xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">'
    return f"{head}<trk><trkseg>{rows}</trkseg></trk></gpx>".encode()


def tcx(points: int = POINTS) -> bytes:
    """One lap with position, altitude, distance, heart rate, speed and cadence."""
    rows = "".join(
        f"<Trackpoint><Time>{clock(i)}.000Z</Time><Position>"
        f"<LatitudeDegrees>{47 + i * 1e-5:.6f}</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees></Position>"
        f"<AltitudeMeters>400</AltitudeMeters><DistanceMeters>{3 * i}</DistanceMeters><HeartRateBpm><Value>"
        f"{100 + i % 50}</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed>"
        "<ns3:RunCadence>85</ns3:RunCadence></ns3:TPX></Extensions></Trackpoint>\n"
        for i in range(points)
    )
    head = '<TrainingCenterDatabase xmlns:ns3="x"><Activities><Activity Sport="Running">'
    times = f"<TotalTimeSeconds>{points}</TotalTimeSeconds>"
    lap = f'<Lap StartTime="{clock(0)}Z">{times}<Track>{rows}</Track></Lap>'
    return f"{head}{lap}</Activity></Activities></TrainingCenterDatabase>".encode()


def measure() -> tuple[Figure, ...]:
    """Seconds for each format and the ratio to parsing into an ElementTree, which makes no numbers and no recording."""
    from backstride import formats

    figures = []
    for name, data in (("GPX", gpx()), ("TCX", tcx())):
        ours = best_s(lambda: formats.read(f"run.{name.lower()}", data))  # noqa: B023  # called at once
        tree = best_s(lambda: ElementTree.parse(io.BytesIO(data)))  # noqa: B023  # called at once
        figures += [
            figure(f"{name}, 14,400 points: read", ours, "s"),
            figure(f"{name}: ElementTree parsing alone", tree, "s"),
            figure(f"{name}: our time over ElementTree's", ours / tree, "x"),
        ]
    return tuple(figures)


if __name__ == "__main__":
    for row in measure():
        print(row)
