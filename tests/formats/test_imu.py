"""Every sensor app's layout gives back the motion it was made from."""

import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.recording import FloatArray, Note, Pause, Placement, Recording
from tests.formats import samples
from tests.formats.samples import G, Motion, motion

START = datetime(2024, 5, 1, 10, 30, tzinfo=UTC)


def one(name: str, data: bytes) -> Recording:
    (recording,) = formats.read(name, data)
    return recording


def codes(recording: Recording) -> set[str]:
    return {note.code for note in recording.about.repairs}


def close(recording: Recording, name: str, truth: FloatArray, tolerance: float = 1e-6) -> None:
    signal = recording.signals[name]
    assert signal.values.shape == truth.shape
    np.testing.assert_allclose(signal.values, truth, atol=tolerance)


def timed(recording: Recording, m: Motion, name: str = "acceleration") -> None:
    np.testing.assert_allclose(recording.signals[name].time_s, m.time_s - m.time_s[0], atol=2e-6)


def test_generic() -> None:
    m = motion()
    recording = one("a.csv", samples.generic(m))
    close(recording, "acceleration", m.acc)
    close(recording, "angular_rate", m.gyr)
    close(recording, "magnetic_field", m.mag)
    timed(recording, m)
    heart = recording.signals["heart_rate"]
    np.testing.assert_array_equal(heart.time_s, np.arange(20.0))
    np.testing.assert_array_equal(heart.values, 120 + np.arange(20.0))
    assert not recording.about.start_known
    assert recording.start == datetime(1970, 1, 1, tzinfo=UTC)
    assert recording.about.repairs == ()
    assert recording.about.loss is None


@pytest.mark.parametrize(
    ("unit", "factor"),
    [("m/s2", 1.0), ("m/s^2", 1.0), ("m/s²", 1.0), ("ms-2", 1.0), ("g", 1 / G), ("G", 1 / G), ("mg", 1000 / G)],
)
@pytest.mark.parametrize("brackets", ["[]", "()"])
def test_stated_acceleration_units(unit: str, factor: float, brackets: str) -> None:
    m = motion(5)
    head = "time_s," + ",".join(f"acc_{a} {brackets[0]}{unit}{brackets[1]}" for a in "xyz") + "\n"
    recording = one("a.csv", (head + samples.rows(m.time_s, *(m.acc.T * factor))).encode())
    close(recording, "acceleration", m.acc, 1e-5)
    assert "unit-guessed" not in codes(recording)


@pytest.mark.parametrize(
    ("unit", "factor"), [("rad/s", 1.0), ("deg/s", 180 / math.pi), ("dps", 180 / math.pi), ("°/s", 180 / math.pi)]
)
def test_stated_angular_units(unit: str, factor: float) -> None:
    m = motion(5)
    head = "time_s," + ",".join(f"gyr_{a} [{unit}]" for a in "xyz") + "\n"
    close(one("a.csv", (head + samples.rows(m.time_s, *(m.gyr.T * factor))).encode()), "angular_rate", m.gyr, 1e-6)


@pytest.mark.parametrize(("unit", "factor"), [("uT", 1.0), ("µT", 1.0), ("gauss", 0.01), ("mgauss", 10), ("nT", 1000)])
def test_stated_magnetic_units(unit: str, factor: float) -> None:
    m = motion(5)
    head = "time_s," + ",".join(f"mag_{a} [{unit}]" for a in "xyz") + "\n"
    close(one("a.csv", (head + samples.rows(m.time_s, *(m.mag.T * factor))).encode()), "magnetic_field", m.mag, 1e-4)


@pytest.mark.parametrize(("factor", "says"), [(1.0, "m/s2"), (1 / G, "g"), (1000 / G, "mg")])
def test_missing_units_are_guessed_by_physics_and_stated(factor: float, says: str) -> None:
    m = motion()
    data = "time_s,ax,ay,az\n" + samples.rows(m.time_s, *(m.acc.T * factor))
    recording = one("a.csv", data.encode())
    close(recording, "acceleration", m.acc, 1e-4)
    (note,) = [note for note in recording.about.repairs if note.code == "unit-guessed"]
    assert note.message.values["unit"] == says


def test_raw_counts_are_refused_with_advice() -> None:
    m = motion(5)
    data = "time_s,ax,ay,az\n" + samples.rows(m.time_s, *(m.acc.T * 16384 / G))
    with pytest.raises(BadFile, match=r"acc_x \[m/s2\]"):
        formats.read("a.csv", data.encode())


def test_fast_turning_without_unit_is_degrees() -> None:
    m = motion()
    data = "time_s,gyro_x,gyro_y,gyro_z\n" + samples.rows(m.time_s, *np.rad2deg(m.gyr.T))
    close(one("a.csv", data.encode()), "angular_rate", m.gyr, 1e-6)


@pytest.mark.parametrize(
    ("names", "stamp"),
    [
        ("timestamp_ms,x,y,z", lambda t: f"{round(t * 1e3)}"),
        ("timestamp,x,y,z", lambda t: f"{round((samples.START_S + t) * 1e3)}"),
        ("time,x,y,z", lambda t: f"{round((samples.START_S + t) * 1e6)}"),
        ("time,x,y,z", lambda t: f"{round((samples.START_S + t) * 1e9)}"),
        ("Timestamp [us],x,y,z", lambda t: f"{round(t * 1e6)}"),
        ("t,x,y,z", lambda t: f"{round(t * 1e3)}"),
        ("datetime,x,y,z", lambda t: (START + timedelta(seconds=t)).isoformat()),
        ("time,x,y,z", lambda t: (START + timedelta(seconds=t)).replace(tzinfo=None).isoformat(" ", "milliseconds")),
    ],
)  # fmt: skip
def test_time_in_many_units(names: str, stamp: object) -> None:
    m = motion(5)
    stamps = [stamp(t) for t in m.time_s.tolist()]  # type: ignore[operator]
    recording = one("a.csv", (names + "\n" + samples.rows(stamps, *m.acc.T)).encode())
    timed(recording, m)
    close(recording, "acceleration", m.acc)
    if not stamps[0].startswith("0"):
        assert recording.start == START


def test_dates_without_zone_are_read_as_utc_and_said() -> None:
    m = motion(2)
    stamps = [(START + timedelta(seconds=t)).replace(tzinfo=None).isoformat() for t in m.time_s.tolist()]
    recording = one("a.csv", ("time,x,y,z\n" + samples.rows(stamps, *m.acc.T)).encode())
    assert "zone-assumed" in codes(recording)


@pytest.mark.parametrize(("delimiter", "comma"), [(",", False), (";", False), (";", True), ("\t", False), ("\t", True)])
def test_phyphox_table(delimiter: str, comma: bool) -> None:
    m = motion()
    recording = one("Raw Data.csv", samples.phyphox_csv(m, delimiter, comma))
    assert recording.about.format == "phyphox"
    close(recording, "acceleration", m.acc)
    timed(recording, m)


def test_phyphox_zip_with_pause() -> None:
    m = motion()
    recording = one("experiment.zip", samples.phyphox_zip(m))
    assert recording.start == START
    assert recording.about.device == "Acme One"
    assert recording.about.time_zone == "+02:00"
    assert recording.about.pauses == (Pause(5.0, 15.0),)
    wall = np.where(m.time_s < 5, m.time_s, m.time_s + 10)
    np.testing.assert_allclose(recording.signals["acceleration"].time_s, wall, atol=1e-6)
    close(recording, "angular_rate", m.gyr)
    assert recording.signals["angular_rate"].time_s[0] == pytest.approx(0.003)


def test_phyphox_without_gravity_is_kept_apart_and_said() -> None:
    m = motion(5)
    names = (
        '"Time (s)","Linear Acceleration x (m/s^2)","Linear Acceleration y (m/s^2)","Linear Acceleration z (m/s^2)"\n'
    )
    recording = one("Raw Data.csv", (names + samples.rows(m.time_s, *m.acc.T)).encode())
    assert set(recording.signals) == {"developer.linear_acceleration"}
    assert "no-gravity" in codes(recording)


def test_start_from_the_file_name_is_stated() -> None:
    recording = one("walk 2024-05-01_18-30-00.csv", samples.phyphox_csv())
    assert recording.start == datetime(2024, 5, 1, 18, 30, tzinfo=UTC)
    assert "start-from-name" in codes(recording)


@pytest.mark.parametrize(("platform", "standard"), [("android", "false"), ("ios", "false"), ("ios", "true")])
def test_sensor_logger_zip(platform: str, standard: str) -> None:
    m = motion()
    recordings = formats.read("s.zip", samples.sensor_logger_zip(m, platform, standard))
    phone = recordings[0]
    assert phone.start == START
    assert phone.about.device == "Test Phone"
    assert phone.about.time_zone == "Europe/Berlin"
    close(phone, "acceleration", m.acc)
    close(phone, "angular_rate", m.gyr)
    timed(phone, m)
    assert len(phone.signals["position"]) == 20
    assert len(phone.signals["speed"]) == 19
    np.testing.assert_allclose(phone.signals["course"].values, math.pi / 2)
    if platform == "ios":
        wrist = recordings[1]
        assert wrist.about.placement is Placement.WRIST
        close(wrist, "acceleration", m.acc)
        close(wrist, "angular_rate", m.gyr)


def test_sensor_logger_table_alone() -> None:
    m = motion()
    close(one("TotalAcceleration.csv", samples.sensor_logger_csv(m)), "acceleration", m.acc)
    alone = one("Accelerometer.csv", samples.sensor_logger_csv(m))
    assert "no-gravity" in codes(alone)
    assert alone.start == START


@pytest.mark.parametrize("raw", [True, False])
def test_sensorlog_turns_apples_sign(raw: bool) -> None:
    m = motion()
    recording = one("log.csv", samples.sensorlog(m, raw=raw))
    close(recording, "acceleration", m.acc)
    close(recording, "angular_rate", m.gyr)
    timed(recording, m)
    assert recording.start == START
    assert len(recording.signals["position"]) == 20
    assert "sign-turned" in codes(recording)


def test_polar_acceleration_keeps_the_sensors_clock() -> None:
    m = motion()
    recording = one("Polar_H10_12345678_20240501_103000_ACC.txt", samples.polar_acc(m))
    assert recording.start == START
    assert recording.about.placement is Placement.CHEST
    assert recording.about.device == "Polar H10"
    close(recording, "acceleration", m.acc, 1e-4)
    timed(recording, m)


def test_polar_beats_follow_their_intervals() -> None:
    intervals = (800, 790, 810, 805, 795, 800) * 5
    recording = one("Polar_H10_1_20240501_RR.txt", samples.polar_rr(intervals))
    beats = recording.signals["rr_interval"]
    np.testing.assert_allclose(beats.values, np.array(intervals) / 1000)
    np.testing.assert_allclose(np.diff(beats.time_s), np.array(intervals[1:]) / 1000, atol=1e-6)


def test_polar_heart_rate_with_empty_columns() -> None:
    lines = "".join(f"2024-05-01T10:30:{t:02d}.500;{100 + t};;;\n" for t in range(30))
    data = "Phone timestamp;HR [bpm];HRV [ms];Breathing interval [rpm];\n" + lines
    recording = one("Polar_OH1_1_HR.txt", data.encode())
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, 100 + np.arange(30))
    assert recording.about.loss is None


def test_polar_magnetometer_gauss_is_not_gravity() -> None:
    m = motion(5)
    stamps = [f"2024-05-01T10:30:{t:06.3f}" for t in m.time_s.tolist()]
    sensor = [f"{599628000000000000 + round(t * 1e9)}" for t in m.time_s.tolist()]
    body = samples.rows(stamps, sensor, *(m.mag.T / 100), delimiter=";")
    data = "Phone timestamp;sensor timestamp [ns];X [G];Y [G];Z [G]\n" + body
    close(one("Polar_Sense_1_MAG.txt", data.encode()), "magnetic_field", m.mag, 1e-5)


def test_polar_raw_heart_signal_is_refused() -> None:
    data = "Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]\n2024-05-01T10:30:00.000;1;0.0;-166\n" * 1
    with pytest.raises(BadFile, match="HR or RR"):
        formats.read("Polar_H10_1_ECG.txt", data.encode())


def test_movella_with_counter_wrapping() -> None:
    m = motion(seconds=20, rate_hz=60)
    recording = one("D1.csv", samples.movella(m, first_us=2**32 - 5_000_000))
    close(recording, "acceleration", m.acc)
    close(recording, "angular_rate", m.gyr, 1e-6)
    timed(recording, m)
    assert recording.start == START
    assert recording.about.device == "Movella DOT D1"
    assert "magnetic_field" not in recording.signals
    assert "clock-restart" not in codes(recording)


def test_movella_delta_quantities() -> None:
    m = motion(seconds=10, rate_hz=60)
    step = 1 / 60
    angle = np.linalg.norm(m.gyr, axis=1) * step
    axis = m.gyr / np.linalg.norm(m.gyr, axis=1)[:, None]
    turn = np.column_stack((np.cos(angle / 2), axis * np.sin(angle / 2)[:, None]))
    head = "PacketCounter,SampleTimeFine,dq_W,dq_X,dq_Y,dq_Z,dv[1],dv[2],dv[3]\n"
    fine = [str(round(t * 1e6)) for t in m.time_s.tolist()]
    data = samples.MOVELLA_HEAD + head + samples.rows(fine, fine, *turn.T, *(m.acc.T * step))
    recording = one("D1.csv", data.encode())
    close(recording, "acceleration", m.acc, 1e-3)
    close(recording, "angular_rate", m.gyr, 1e-3)


def test_movella_free_acceleration_is_turned_back() -> None:
    m = motion(seconds=10, rate_hz=60)
    half = math.radians(30) / 2
    w, x = math.cos(half), math.sin(half)
    # The sensor is tilted 30 degrees about x: room = R(q) sensor.
    tilt = np.array(
        [[1, 0, 0], [0, math.cos(2 * half), -math.sin(2 * half)], [0, math.sin(2 * half), math.cos(2 * half)]]
    )
    room = m.acc @ tilt.T - [0, 0, G]
    fixed = [[f"{value:.9f}"] * len(m.time_s) for value in (w, x, 0.0, 0.0)]
    fine = [str(round(t * 1e6)) for t in m.time_s.tolist()]
    head = "PacketCounter,SampleTimeFine,Quat_W,Quat_X,Quat_Y,Quat_Z,FreeAcc_X,FreeAcc_Y,FreeAcc_Z\n"
    recording = one("D1.csv", (samples.MOVELLA_HEAD + head + samples.rows(fine, fine, *fixed, *room.T)).encode())
    close(recording, "acceleration", m.acc, 1e-6)


def test_table_without_time_says_what_to_do() -> None:
    m = motion(2)
    data = ("x,y,z,a\n" + samples.rows(*m.acc.T, np.linalg.norm(m.acc, axis=1))).encode()
    with pytest.raises(BadFile, match="no time column"):
        formats.read("wrist.csv", data)
    recording = one("wrist.csv", b"# rate_hz: 100\n" + data)
    timed(recording, m)


def test_facts_in_comment_lines() -> None:
    head = b"# simulated by backstride\n# start: 2024-05-01T12:30:00+02:00\n# placement: foot\n# device: Shoe, left\n"
    recording = one("a.csv", head + samples.generic())
    assert recording.about.simulated
    assert recording.start == START
    assert recording.about.start_known
    assert recording.about.placement is Placement.FOOT
    assert recording.about.device == "Shoe, left"


def test_placement_from_the_file_name() -> None:
    assert one("left_wrist_run.csv", samples.generic()).about.placement is Placement.WRIST
    assert one("run.csv", samples.generic()).about.placement is Placement.UNKNOWN


def test_damaged_rows_are_left_out_and_counted() -> None:
    lines = samples.generic().decode().splitlines()
    lines[500] = "12.3,broken,row"
    lines[700] = lines[700].replace(".", "x", 1)
    lines[900] = "\0\0\0"
    lines[-1] = lines[-1][:20]
    recording = one("a.csv", "\n".join(lines).encode())
    assert recording.about.loss is not None
    assert recording.about.loss.records_lost == 4
    assert len(recording.signals["acceleration"]) == 2000 - 4


def test_utf16_with_mark() -> None:
    m = motion(5)
    close(one("a.csv", samples.generic(m).decode().encode("utf-16")), "acceleration", m.acc)


def test_windows_line_ends_and_quotes() -> None:
    m = motion(5)
    data = samples.phyphox_csv(m).replace(b"\n", b"\r\n")
    close(one("a.csv", data), "acceleration", m.acc)


def test_unknown_unit_is_refused() -> None:
    m = motion(2)
    data = "time_s,acc_x [lsb],acc_y [lsb],acc_z [lsb]\n" + samples.rows(m.time_s, *m.acc.T)
    with pytest.raises(BadFile, match="lsb"):
        formats.read("a.csv", data.encode())


def test_notes_are_notes() -> None:
    recording = one("a.csv", ("time_s,ax,ay,az\n" + samples.rows(motion(2).time_s, *motion(2).acc.T)).encode())
    assert all(isinstance(note, Note) and str(note.message) for note in recording.about.repairs)


@pytest.mark.parametrize("line", [b"9" * (5 << 20), b'"' * (5 << 20), b"1," * (3 << 20)])
def test_one_endless_line_costs_that_line_only(line: bytes) -> None:
    rows = b"".join(b"%.2f,1,2,9.8\n" % (at / 100) for at in range(200))
    found = one("a.csv", b"time_s,acc_x,acc_y,acc_z\n" + rows + line)
    assert len(found.signals["acceleration"]) == 200
    assert found.about.loss is not None
