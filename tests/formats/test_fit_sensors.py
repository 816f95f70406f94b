"""Heart beats and inertial samples of FIT files made here, against the truth."""

import math

import numpy as np
import pytest

from backstride.formats.fit import read
from backstride.recording import SIGNALS, Recording
from tests.formats.fit_writer import START, FitWriter

NO_U16 = 0xFFFF


def only(file: FitWriter) -> Recording:
    (recording,) = read("run.fit", file.bytes())
    assert recording.about.loss is None
    return recording


def test_r_r_intervals_follow_the_clock_of_the_records() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.define(1, 78, (0, "uint16", 5))
    for second in range(100):
        file.data(0, START + second, 120)
        file.data(1, (480, 520, NO_U16, NO_U16, NO_U16))
    intervals = only(file).signals["rr_interval"]
    np.testing.assert_allclose(intervals.values, np.tile([0.48, 0.52], 100))
    np.testing.assert_allclose(np.diff(intervals.time_s), intervals.values[1:])
    assert abs(intervals.time_s[-1] - 99) <= 1.1


def test_r_r_intervals_wait_while_beats_are_missing() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.define(1, 78, (0, "uint16", 5))
    for second in range(100):
        file.data(0, START + second, 120)
        if not 40 <= second < 60:
            file.data(1, (500, 500, NO_U16, NO_U16, NO_U16))
    intervals = only(file).signals["rr_interval"]
    assert abs(intervals.time_s[79] - 39) <= 1.1
    assert abs(intervals.time_s[80] - 60) <= 1.1
    assert abs(intervals.time_s[-1] - 99) <= 1.1


def test_beats_of_a_strap_read_out_later() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (13, "sint8"))
    for second in range(20):
        file.data(0, START + second, 20)
    file.define(1, 132, (253, "uint32"), (0, "uint16"), (6, "uint8"), (9, "uint32"))
    file.data(1, START, 16384, 120, 4096 * 5 + 4000)
    file.define(2, 132, (6, "uint8", 2), (10, "byte", 3))
    ticks = 4096 * 5 + 4000
    for _ in range(10):
        first, ticks = ticks + 512, ticks + 1024
        low, high = first & 0xFFF, ticks & 0xFFF
        file.data(2, (121, 122), (low & 0xFF, low >> 8 | (high & 0x0F) << 4, high >> 4))
    signals = only(file).signals
    np.testing.assert_allclose(signals["heart_rate"].time_s, 0.5 + 0.5 * np.arange(21))
    np.testing.assert_array_equal(signals["heart_rate"].values[:3], [120, 121, 122])
    np.testing.assert_allclose(signals["rr_interval"].values, 0.5)


def inertial(message: int, kind: int, with_calibration: bool) -> FitWriter:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.data(0, START, 120)
    if with_calibration:
        shape = ((253, "uint32"), (0, "enum"), (1, "uint32"), (2, "uint32"), (3, "uint32"))
        file.define(1, 167, *shape, (4, "sint32", 3), (5, "sint32", 9))
        # Turned by 90 degrees about z: the sensor's y is the body's x.
        turn = (0, 65535, 0, -65535, 0, 0, 0, 0, 65535)
        file.data(1, START, kind, 2, 1000, 32768, (10, 20, 30), turn)
    axes = [(number, "uint16", 4) for number in (2, 3, 4)]
    file.define(2, message, (253, "uint32"), (0, "uint16"), (1, "uint16", 4), *axes)
    for block in range(3):
        file.data(
            2,
            START,
            250 * block,
            (0, 40, 80, 120),
            (32768 + 10 + 100,) * 4,
            (32768 + 20 + 200,) * 4,
            (32768 + 30 + 500,) * 4,
        )
    return file


@pytest.mark.parametrize(
    ("message", "kind", "name", "factor"),
    [(165, 0, "acceleration", 9.80665), (164, 1, "angular_rate", math.pi / 180), (208, 2, "magnetic_field", 100.0)],
)
def test_inertial_samples_with_calibration(message: int, kind: int, name: str, factor: float) -> None:
    signal = only(inertial(message, kind, True)).signals[name]
    assert signal.unit == SIGNALS[name].unit
    expected = [block + offset for block in (0, 0.25, 0.5) for offset in (0, 0.04, 0.08, 0.12)]
    np.testing.assert_allclose(signal.time_s, expected, atol=1e-6)
    np.testing.assert_allclose(signal.values, np.tile(np.array([0.4, -0.2, 1.0]) * factor, (12, 1)), rtol=1e-12)


def test_inertial_samples_without_calibration_are_kept_as_counts() -> None:
    recording = only(inertial(165, 0, False))
    assert "acceleration" not in recording.signals
    assert recording.signals["developer.raw_acceleration"].values[0, 0] == 32878
    assert [note.code for note in recording.about.repairs] == ["no-calibration"]


def test_calibrated_inertial_samples() -> None:
    file = FitWriter()
    axes = [(number, "float32", 2) for number in (5, 6, 7)]
    file.define(2, 165, (253, "uint32"), (0, "uint16"), (1, "uint16", 2), *axes)
    file.data(2, START, 0, (0, 10), (0.5, 0.5), (0.0, 0.25), (1.0, 1.0))
    signal = only(file).signals["acceleration"]
    np.testing.assert_allclose(signal.values, np.array([[0.5, 0, 1], [0.5, 0.25, 1]]) * 9.80665)
    assert signal.rate_hz == pytest.approx(100)
