"""Files as the apps lay them out, made from one known motion. Each function returns bytes; SAMPLES has one per reader.

The motion: a sensor whose z axis points up, swinging at 2 Hz, turning about x, 100 Hz for 20 s unless told otherwise.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from backstride.recording import FloatArray
from tests.formats import fit_writer

G = 9.80665
START_S = 1_714_559_400.0  # 2024-05-01T10:30:00Z
START = "2024-05-01T10:30:00"


@dataclass(frozen=True, eq=False)
class Motion:
    """time_s (n,), acc (n, 3) m/s2 specific force, gyr (n, 3) rad/s, mag (n, 3) uT."""

    time_s: FloatArray
    acc: FloatArray
    gyr: FloatArray
    mag: FloatArray


def motion(seconds: float = 20.0, rate_hz: float = 100.0) -> Motion:
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    swing = np.sin(2 * np.pi * 2 * time_s)
    acc = np.column_stack((0.5 * np.cos(2 * np.pi * 2 * time_s), 0.25 * swing, G + 3 * swing))
    gyr = np.column_stack((1.5 * swing, 0.2 * swing, np.full_like(swing, 0.1)))
    mag = np.column_stack((np.full_like(swing, 20.0), 5 * swing, np.full_like(swing, -40.0)))
    return Motion(time_s, acc, gyr, mag)


def rows(*columns: object, delimiter: str = ",", end: str = "\n") -> str:
    """Columns (arrays of numbers with 9 decimals, or lists of text) as lines."""
    texts = [[f"{v:.9f}" for v in c.tolist()] if isinstance(c, np.ndarray) else c for c in columns]
    return "".join(delimiter.join(cells) + end for cells in zip(*texts, strict=True))


def generic(m: Motion | None = None) -> bytes:
    m = m or motion()
    heart = [f"{120 + int(t)}" if t == int(t) else "" for t in m.time_s.tolist()]
    head = (
        "time_s,acc_x [m/s2],acc_y [m/s2],acc_z [m/s2],gyr_x [rad/s],gyr_y [rad/s],gyr_z [rad/s],"
        "mag_x [uT],mag_y [uT],mag_z [uT],heart_rate_bpm\n"
    )
    return (head + rows(m.time_s, *m.acc.T, *m.gyr.T, *m.mag.T, heart)).encode()


def phyphox_csv(m: Motion | None = None, delimiter: str = ",", comma: bool = False) -> bytes:
    m = m or motion()
    names = ["Time (s)", *(f"Acceleration {a} (m/s^2)" for a in "xyz"), "Absolute acceleration (m/s^2)"]
    head = delimiter.join(f'"{name}"' for name in names) + "\n"
    numbers = [np.char.mod("%.9E", c).tolist() for c in (m.time_s, *m.acc.T, np.linalg.norm(m.acc, axis=1))]
    body = rows(*numbers, delimiter=delimiter)
    return (head + (body.replace(".", ",") if comma else body)).encode()


def make_zip(files: Mapping[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def phyphox_zip(m: Motion | None = None) -> bytes:
    """Paused for 10 s at experiment time 5 s."""
    m = m or motion()
    gyro = '"Time (s)","Gyroscope x (rad/s)","Gyroscope y (rad/s)","Gyroscope z (rad/s)","Absolute (rad/s)"\n'
    times = (
        '"event","experiment time","system time","system time text"\n'
        f'"START",0.0E0,{START_S:.3f},"2024-05-01 12:30:00.000 UTC+02:00"\n'
        f'"PAUSE",5.0E0,{START_S + 5:.3f},"2024-05-01 12:30:05.000 UTC+02:00"\n'
        f'"START",5.0E0,{START_S + 15:.3f},"2024-05-01 12:30:15.000 UTC+02:00"\n'
        f'"PAUSE",2.0E1,{START_S + 30:.3f},"2024-05-01 12:30:30.000 UTC+02:00"\n'
    )
    return make_zip(
        {
            "Accelerometer.csv": phyphox_csv(m),
            "Gyroscope.csv": gyro + rows(m.time_s + 0.003, *m.gyr.T, np.linalg.norm(m.gyr, axis=1)),
            "meta/time.csv": times,
            "meta/device.csv": '"property","value"\n"deviceBrand","Acme"\n"deviceModel","One"\n',
        }
    )


def _sensor_logger_table(m: Motion, vector: FloatArray) -> str:
    stamps = [f"{int(START_S * 1e9) + round(t * 1e9)}" for t in m.time_s.tolist()]
    return "time,seconds_elapsed,z,y,x\n" + rows(stamps, m.time_s, vector[:, 2], vector[:, 1], vector[:, 0])


def sensor_logger_csv(m: Motion | None = None) -> bytes:
    m = m or motion()
    return _sensor_logger_table(m, m.acc).encode()


def sensor_logger_zip(m: Motion | None = None, platform: str = "android", standard: str = "false") -> bytes:
    m = m or motion()
    turned = -1.0 if platform == "ios" and standard == "false" else 1.0
    gravity = np.tile([0.0, 0.0, G], (len(m.time_s), 1))
    files = {
        "Metadata.csv": "version,device name,recording epoch time,recording time,recording timezone,platform,"
        "appVersion,device id,sensors,sampleRateMs,standardisation,platform version\n"
        f"3,Test Phone,{int(START_S * 1e3)},2024-05-01_10-30-00,Europe/Berlin,{platform},1.64,id,A|B,10|10,"
        f"{standard},14\n",
        "Accelerometer.csv": _sensor_logger_table(m, turned * (m.acc - gravity)),
        "Gravity.csv": _sensor_logger_table(m, turned * gravity),
        "Gyroscope.csv": _sensor_logger_table(m, m.gyr),
        "Location.csv": "time,seconds_elapsed,bearingAccuracy,speedAccuracy,verticalAccuracy,horizontalAccuracy,speed,"
        "bearing,altitude,longitude,latitude\n"
        + "".join(
            f"{int(START_S + t) * 10**9},{t}.0,1,1,1,5,{-1 if t == 0 else 3},90,50,8.5,47.{t:03d}\n" for t in range(20)
        ),
        "Annotation.csv": "time,seconds_elapsed,text,millisecond_press_duration\n",
    }
    if platform == "android":
        files["TotalAcceleration.csv"] = _sensor_logger_table(m, m.acc)
    else:
        names = [f"{kind}{axis}" for kind in ("rotationRate", "gravity", "acceleration") for axis in "XYZ"]
        unit = 1.0 if standard == "true" else G
        columns = (*m.gyr.T, *(turned * gravity / unit).T, *(turned * (m.acc - gravity) / unit).T)
        stamps = [f"{int(START_S * 1e9) + round(t * 1e9)}" for t in m.time_s.tolist()]
        files["WristMotion.csv"] = f"time,seconds_elapsed,{','.join(names)}\n" + rows(stamps, m.time_s, *columns)
    return make_zip(files)


def sensorlog(m: Motion | None = None, *, raw: bool = True) -> bytes:
    m = m or motion()
    gravity = np.tile([0.0, 0.0, 1.0], (len(m.time_s), 1))
    wall = [f"2024-05-01T12:30:{t:06.3f}+02:00" for t in m.time_s.tolist()]
    names = ["loggingTime(txt)", "accelerometerTimestamp_sinceReboot(s)"]
    columns: list[object] = [wall, m.time_s + 5000]
    if raw:
        names += [f"accelerometerAcceleration{axis}(G)" for axis in "XYZ"]
        columns += list(-m.acc.T / G)
    names += [f"motionRotationRate{axis}(rad/s)" for axis in "XYZ"]
    columns += list(m.gyr.T)
    names += [f"motionUserAcceleration{axis}(G)" for axis in "XYZ"] + [f"motionGravity{axis}(G)" for axis in "XYZ"]
    columns += [*(-(m.acc / G - gravity)).T, *(-gravity).T]
    names += ["locationLatitude(WGS84)", "locationLongitude(WGS84)", "activity(txt)"]
    still = np.full(len(m.time_s), 47.5)
    columns += [still, still - 39, ["running"] * len(m.time_s)]
    return (",".join(names) + "\n" + rows(*columns)).encode()


def polar_acc(m: Motion | None = None) -> bytes:
    m = m or motion()
    stamps = [f"{START}.{0:03d}" if t < 0.5 else f"2024-05-01T10:30:{t:06.3f}" for t in m.time_s.tolist()]
    sensor = [f"{599628000000000000 + round(t * 1e9)}" for t in m.time_s.tolist()]
    milli = [[f"{v:.3f}" for v in (column / G * 1000).tolist()] for column in m.acc.T]
    return (
        "Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg] \n" + rows(stamps, sensor, *milli, delimiter=";")
    ).encode()


def polar_rr(intervals_ms: tuple[int, ...] = (800, 790, 810, 805, 795, 800) * 5) -> bytes:
    """Beats that arrive in pairs, the first of each pair late."""
    ends = np.cumsum(intervals_ms) / 1000
    arrived = [ends[i + 1 if i % 2 == 0 and i + 1 < len(ends) else i] for i in range(len(ends))]
    lines = [f"2024-05-01T10:30:{t:06.3f};{ms}\n" for t, ms in zip(arrived, intervals_ms, strict=True)]
    return ("Phone timestamp;RR-interval [ms]\n" + "".join(lines)).encode()


MOVELLA_HEAD = (
    "sep=,\nDeviceTag:,D1\nFirmwareVersion:,3.0.0\nAppVersion:,2023.6.0\nSyncStatus:,Synced\nOutputRate:,60Hz\n"
    "FilterProfile:,General\nMeasurement Mode:,Rate quantities (with mag)\nStartTime: ,2024-05-01_10:30:00_000 UTC\n"
    "© Movella Technologies B. V. 2005-2023\n\n"
)


def movella(m: Motion | None = None, first_us: int = 2_268_972_329, wrap: int = 2**32) -> bytes:
    m = m or motion(rate_hz=60.0)
    count = [str(i + 1) for i in range(len(m.time_s))]
    fine = [str((first_us + round(t * 1e6)) % wrap) for t in m.time_s.tolist()]
    head = "PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z,Mag_X,Mag_Y,Mag_Z,Status\n"
    body = rows(count, fine, *m.acc.T, *np.rad2deg(m.gyr.T), *(m.mag.T / 45), ["0"] * len(count))
    return (MOVELLA_HEAD + head + body).encode()


def clock(second: int) -> str:
    """Seconds after the start as date and time without zone."""
    return f"2024-05-01T10:{30 + second // 60:02d}:{second % 60:02d}"


def gpx_points(count: int, first: int = 0, extra: str = "") -> str:
    return "".join(
        f'<trkpt lat="{47 + i * 1e-5:.6f}" lon="8.5"><ele>{400 + i}</ele><time>{clock(i)}Z</time><extensions>'
        f"<gpxtpx:TrackPointExtension><gpxtpx:atemp>21</gpxtpx:atemp><gpxtpx:hr>{100 + i % 50}</gpxtpx:hr>"
        f"<gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension>{extra}</extensions></trkpt>\n"
        for i in range(first, first + count)
    )


def gpx(segments: str | None = None, creator: str = "Garmin Connect", kind: str = "running") -> bytes:
    segments = f"<trkseg>{gpx_points(120)}</trkseg>" if segments is None else segments
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx creator="{creator}" version="1.1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1" '
        'xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>File</name></metadata>'
        f"<trk><name>Backward laps</name><type>{kind}</type>{segments}</trk></gpx>\n"
    ).encode()


def tcx(laps: int = 2, points: int = 60) -> bytes:
    def point(i: int) -> str:
        return (
            f"<Trackpoint><Time>{clock(i)}.000Z</Time><Position><LatitudeDegrees>{47 + i * 1e-5:.6f}"
            "</LatitudeDegrees><LongitudeDegrees>8.5</LongitudeDegrees></Position><AltitudeMeters>400"
            f"</AltitudeMeters><DistanceMeters>{3 * i}</DistanceMeters><HeartRateBpm><Value>{100 + i % 50}</Value>"
            "</HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed><ns3:RunCadence>85</ns3:RunCadence>"
            "<ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions></Trackpoint>\n"
        )

    inner = "".join(
        f'<Lap StartTime="{clock(60 * lap)}.000Z"><TotalTimeSeconds>{points}</TotalTimeSeconds><DistanceMeters>'
        f"{3 * points}</DistanceMeters><Calories>10</Calories><Intensity>Active</Intensity><TriggerMethod>Manual"
        f"</TriggerMethod><Track>{''.join(point(i) for i in range(60 * lap, 60 * lap + points))}</Track>"
        f"<Notes>lap {lap}</Notes></Lap>"
        for lap in range(laps)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns:ns3="http://www.garmin.com/xmlschemas/'
        'ActivityExtension/v2" xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="Running"><Id>2024-05-01T10:30:00Z</Id>{inner}<Notes>felt good</Notes><Creator>'
        "<Name>Forerunner</Name></Creator></Activity></Activities></TrainingCenterDatabase>\n"
    ).encode()


def fit() -> bytes:
    return fit_writer.run(120).bytes()


@dataclass(frozen=True)
class Sample:
    """A sound file for a reader: its name and how to make it."""

    reader: str
    name: str
    make: Callable[[], bytes]
    signal: str = "acceleration"


SAMPLES: tuple[Sample, ...] = (
    Sample("fit", "run.fit", fit, "heart_rate"),
    Sample("tcx", "run.tcx", tcx, "heart_rate"),
    Sample("gpx", "run.gpx", gpx, "position"),
    Sample("phyphox", "experiment.zip", phyphox_zip),
    Sample("sensor-logger", "session.zip", sensor_logger_zip),
    Sample("movella-dot", "D1_20240501.csv", movella),
    Sample("polar-sensor-logger", "Polar_H10_12345678_20240501_ACC.txt", polar_acc),
    Sample("phyphox-csv", "Raw Data.csv", phyphox_csv),
    Sample("sensor-logger-csv", "TotalAcceleration.csv", sensor_logger_csv),
    Sample("sensorlog", "log.csv", sensorlog),
    Sample("csv", "run.csv", generic),
)
