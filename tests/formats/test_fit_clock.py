"""Time stamps that are equal, wild, missing or run backward, in FIT files made here."""

import math
from datetime import UTC, datetime

import numpy as np

from backstride.formats.fit import read
from backstride.recording import Recording
from tests.formats.fit_writer import START, FitWriter

NO_U32 = 0xFFFFFFFF


def only(file: FitWriter) -> Recording:
    (recording,) = read("run.fit", file.bytes())
    assert recording.about.loss is None
    return recording


def records_at(*seconds: float) -> Recording:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    for at, second in enumerate(seconds):
        file.data(0, NO_U32 if math.isnan(second) else START + int(second), 100 + at)
    return only(file)


def test_equal_stamps_are_merged_and_reported() -> None:
    recording = records_at(0, 1, 1, 2, 3)
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, [0, 1, 2, 3])
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, [100, 102, 103, 104])
    assert [note.code for note in recording.about.repairs] == ["equal-time-stamps"]


def test_stamps_shared_by_most_samples_are_spread() -> None:
    recording = records_at(*np.repeat(np.arange(10), 5).tolist())
    np.testing.assert_allclose(recording.signals["heart_rate"].time_s, np.arange(50) / 5, atol=1e-6)
    assert [note.code for note in recording.about.repairs] == ["shared-time-stamps"]


def test_a_single_wild_stamp_is_left_out() -> None:
    recording = records_at(0, 1, 100_000, 3, 4)
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, [0, 1, 3, 4])
    assert [note.code for note in recording.about.repairs] == ["wild-time-stamp"]


def test_a_clock_set_back_goes_on() -> None:
    recording = records_at(*range(5000, 5010), *range(1000, 1010))
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, np.arange(20))
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, 100 + np.arange(20))
    assert [note.code for note in recording.about.repairs] == ["clock-set-back"]


def test_samples_without_a_stamp_are_left_out() -> None:
    recording = records_at(0, math.nan, 2)
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, [100, 102])
    assert [note.code for note in recording.about.repairs] == ["no-time-stamp"]


def test_samples_that_never_carry_a_time_are_taken_as_one_a_second() -> None:
    recording = records_at(math.nan, math.nan, math.nan)
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, [0, 1, 2])
    assert not recording.about.start_known
    assert recording.about.repairs[0].code == "no-time-stamps"


def test_a_device_without_a_date_has_no_start() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.data(0, 500, 100)
    file.data(0, 501, 101)
    recording = only(file)
    assert not recording.about.start_known
    assert recording.start == datetime(1970, 1, 1, tzinfo=UTC)


def test_samples_from_before_the_device_knew_the_date_are_left_out() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    for stamp in (50, 51, START, START + 1):
        file.data(0, stamp, 100)
    recording = only(file)
    assert recording.duration_s == 1
    assert recording.start.year == 2021
    assert [note.code for note in recording.about.repairs] == ["no-time-stamp"]
