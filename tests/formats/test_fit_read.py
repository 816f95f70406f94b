"""FIT files made here, so that the truth is known, read back as recordings."""

import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from backstride.errors import BadFile
from backstride.formats.fit import decode, read, sniff
from backstride.formats.fit.crc import checksum
from backstride.recording import SIGNALS, Recording
from tests.formats.fit_writer import START, FitWriter, crc, run

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
NO_U8, NO_U16, NO_U32, NO_S32 = 0xFF, 0xFFFF, 0xFFFFFFFF, 0x7FFFFFFF


def only(file: FitWriter) -> Recording:
    (recording,) = read("run.fit", file.bytes())
    assert recording.about.loss is None
    return recording


@pytest.mark.parametrize("size", [0, 1, 2, 13, 4000, 4096, 5000, 32767, 32768, 70000])
def test_checksum_is_the_one_of_the_definition(size: int) -> None:
    data = np.random.default_rng(size).bytes(size)
    assert checksum(data) == crc(data)


@pytest.mark.parametrize("big_endian", [False, True])
def test_a_run(big_endian: bool) -> None:
    recording = only(run(300, big_endian=big_endian))
    about = recording.about
    assert recording.start == FIT_EPOCH + timedelta(seconds=START)
    assert about.start_known
    assert about.format == "FIT"
    assert about.device == "Garmin/Forerunner 255"
    assert about.sport == "running/trail"
    assert about.time_zone == "+02:00"
    assert dict(about.totals) == {
        "distance_m": 900.0,
        "timer_s": 300.0,
        "elapsed_s": 300.0,
        "energy_kcal": 80.0,
    }
    assert set(recording.signals) == {"heart_rate", "speed", "distance", "cadence"}
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, np.arange(300))
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, 100 + np.arange(300) % 50)
    np.testing.assert_allclose(recording.signals["speed"].values, 3.0)
    np.testing.assert_allclose(recording.signals["distance"].values, 3.0 * np.arange(300))
    np.testing.assert_allclose(recording.signals["cadence"].values, 2 * 85.5)
    (lap,) = about.laps
    assert (lap.start_s, lap.end_s, lap.distance_m, lap.trigger) == (0, 300, 900, "session_end")


def test_signals_of_the_records_share_one_clock() -> None:
    signals = only(run(10)).signals
    assert len({id(signal.time_s) for signal in signals.values()}) == 1


def test_all_units_are_those_of_the_vocabulary() -> None:
    for name, signal in only(run(10, hrv=True)).signals.items():
        assert signal.unit == SIGNALS[name].unit


def test_a_device_that_does_not_know_where_it_is_writes_zeros() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (0, "sint32"), (1, "sint32"))
    for second, place in enumerate(((0, 0), (2**29, -(2**30)), (0, 2**20))):
        file.data(0, START + second, *place)
    known = np.isfinite(only(file).signals["position"].values).all(axis=1)
    np.testing.assert_array_equal(known, [False, True, True])


def test_running_dynamics_in_si() -> None:
    file = FitWriter()
    fields = ((253, "uint32"), (39, "uint16"), (40, "uint16"), (41, "uint16"), (83, "uint16"), (84, "uint16"))
    file.define(0, 20, *fields, (85, "uint16"), (2, "uint16"), (78, "uint32"), (0, "sint32"), (1, "sint32"))
    file.data(0, START, 835, 3512, 2450, 712, 4975, 11400, 2600, 2750, 2**29, -(2**30))
    file.data(0, START + 1, NO_U16, 3512, NO_U16, 712, 4975, 11400, 2600, NO_U32, NO_S32, NO_S32)
    signals = only(file).signals
    assert signals["vertical_oscillation"].values[0] == pytest.approx(0.0835)
    assert signals["contact_share"].values[0] == pytest.approx(35.12)
    assert signals["contact_time"].values[0] == pytest.approx(0.245)
    assert signals["vertical_ratio"].values[0] == pytest.approx(7.12)
    assert signals["contact_balance"].values[0] == pytest.approx(49.75)
    assert signals["step_length"].values[0] == pytest.approx(1.14)
    np.testing.assert_allclose(signals["elevation"].values, [50.0, 20.0])
    np.testing.assert_allclose(signals["position"].values[0], [45.0, -90.0])
    assert signals["position"].axes == ("lat", "lon")
    assert np.isnan(signals["vertical_oscillation"].values[1])
    assert np.isnan(signals["position"].values[1]).all()


def test_a_signal_without_a_valid_value_is_left_out() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"), (7, "uint16"))
    for second in range(5):
        file.data(0, START + second, 120, NO_U16)
    assert set(only(file).signals) == {"heart_rate"}


def test_pedals_are_no_steps() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (4, "uint8"))
    file.data(0, START, 90)
    file.define(1, 18, (253, "uint32"), (2, "uint32"), (5, "enum"))
    file.data(1, START + 1, START, 2)
    signals = only(file).signals
    assert "cadence" not in signals
    assert signals["developer.turns"].values[0] == 90


def test_compressed_time_stamps_roll_over() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.define(1, 20, (3, "uint8"))
    file.data(0, START + 3, 100)
    for second in range(1, 200):
        file.data(1, 101, short_time=(START + 3 + 5 * second) & 0x1F)
    recording = only(file)
    np.testing.assert_array_equal(recording.signals["heart_rate"].time_s, 5 * np.arange(200))
    assert recording.start == FIT_EPOCH + timedelta(seconds=START + 3)


def test_local_types_can_be_defined_anew() -> None:
    file = FitWriter()
    for part in range(3):
        file.define(0, 20, (253, "uint32"), (3, "uint8")) if part % 2 else file.define(
            0, 20, (3, "uint8"), (7, "uint16"), (253, "uint32")
        )
        for second in range(4):
            stamp = START + 4 * part + second
            if part % 2:
                file.data(0, stamp, 140 + part)
            else:
                file.data(0, 140 + part, 300, stamp)
    signals = only(file).signals
    np.testing.assert_array_equal(signals["heart_rate"].values, np.repeat([140, 141, 142], 4))
    np.testing.assert_array_equal(signals["heart_rate"].time_s, np.arange(12))
    np.testing.assert_array_equal(signals["power"].values, [300] * 4 + [math.nan] * 4 + [300] * 4)


def test_two_record_definitions_in_turn_keep_the_order_of_the_file() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"))
    file.define(1, 20, (253, "uint32"), (7, "uint16"))
    for second in range(0, 20, 2):
        file.data(0, START + second, second)
        file.data(1, START + second + 1, second + 1)
    signals = only(file).signals
    np.testing.assert_array_equal(signals["heart_rate"].time_s, np.arange(20))
    np.testing.assert_array_equal(signals["heart_rate"].values[::2], np.arange(0, 20, 2))
    assert np.isnan(signals["heart_rate"].values[1::2]).all()
    np.testing.assert_array_equal(signals["power"].values[1::2], np.arange(1, 20, 2))


def describe(file: FitWriter, local: int, rows: list[tuple[int, int, str, str, int]]) -> None:
    """Field descriptions: (number, base type, name, units, native field)."""
    file.define(local, 207, (1, "byte", 16), (3, "uint8"))
    file.data(local, tuple(range(16)), 0)
    fields = ((0, "uint8"), (1, "uint8"), (2, "uint8"), (3, "string", 24), (8, "string", 16), (14, "uint16"))
    file.define(local, 206, *fields, (15, "uint8"))
    for number, base, name, units, native in rows:
        file.data(local, 0, number, base, name, units, 20, native)


def test_developer_fields_fill_the_native_ones_and_else_stand_alone() -> None:
    file = FitWriter()
    rows = [(0, 0x84, "Power", "Watts", 7), (1, 0x88, "Leg Spring Stiffness", "kN/m", NO_U8)]
    describe(file, 0, [*rows, (2, 0x84, "Ground Time", "Milliseconds", 41), (3, 0x02, "Cadence", "RPM", 4)])
    developer = ((0, "uint16", 0), (1, "float32", 0), (2, "uint16", 0), (3, "uint8", 0))
    file.define(1, 20, (253, "uint32"), (7, "uint16"), developer=developer)
    file.data(1, START, 250, 999, 9.5, 240, 84)
    file.data(1, START + 1, NO_U16, 260, 9.75, 250, 85)
    signals = only(file).signals
    np.testing.assert_array_equal(signals["power"].values, [250, 260])
    np.testing.assert_allclose(signals["developer.leg_spring_stiffness"].values, [9.5, 9.75])
    assert signals["developer.leg_spring_stiffness"].unit == "kN/m"
    np.testing.assert_allclose(signals["contact_time"].values, [0.24, 0.25])
    np.testing.assert_array_equal(signals["cadence"].values, [168, 170])


def test_chained_files_are_recordings_of_their_own() -> None:
    recordings = read("two.fit", run(20).bytes() + run(30, big_endian=True).bytes())
    assert [len(recording.signals["heart_rate"]) for recording in recordings] == [20, 30]
    assert all(recording.about.loss is None for recording in recordings)


def test_a_multisport_file_is_a_recording_per_session() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (4, "uint8"))
    for second in range(100):
        file.data(0, START + second, 80)
    file.define(1, 19, (253, "uint32"), (2, "uint32"), (7, "uint32"))
    file.define(2, 18, (253, "uint32"), (2, "uint32"), (5, "enum"), (7, "uint32"))
    for start, sport in ((0, 2), (60, 1)):
        file.data(1, START + start + 40, START + start, 40_000)
        file.data(2, START + start + 40, START + start, sport, 40_000)
    bike, foot = read("multi.fit", file.bytes())
    assert (bike.about.sport, foot.about.sport) == ("cycling", "running")
    assert foot.start - bike.start == timedelta(seconds=60)
    assert len(bike.signals["developer.turns"]) == 60
    np.testing.assert_array_equal(foot.signals["cadence"].values, [160] * 40)
    np.testing.assert_array_equal(foot.signals["cadence"].time_s, np.arange(40))
    assert [lap.start_s for lap in foot.about.laps] == [0]


def test_pauses_lie_between_stop_and_start_of_the_timer() -> None:
    file = run(100)
    file.define(1, 21, (253, "uint32"), (0, "enum"), (1, "enum"))
    for second, kind in ((20, 4), (30, 0), (50, 1), (52, 0)):
        file.data(1, START + second, 0, kind)
    file.data(1, START + 70, 9, 4)
    pauses = only(file).about.pauses
    assert [(pause.start_s, pause.end_s) for pause in pauses] == [(20, 30), (50, 52)]


def test_laps_carry_the_names_of_planned_steps() -> None:
    file = FitWriter()
    file.define(0, 26, (8, "string", 16))
    file.data(0, "Backwards Monday")
    file.define(1, 27, (254, "uint16"), (0, "string", 16), (7, "enum"), (8, "string", 16), (1, "enum"))
    for index, (name, intensity, notes, duration) in enumerate(
        [("warm", 2, "easy", 0), ("retro", 0, "backward", 0), ("", 0, "", 6), ("never", 3, "", 0)]
    ):
        file.data(1, index, name, intensity, notes, duration)
    file.define(2, 20, (253, "uint32"), (3, "uint8"))
    for second in range(60):
        file.data(2, START + second, 120)
    file.define(3, 19, (253, "uint32"), (2, "uint32"), (7, "uint32"), (71, "uint16"), (24, "enum"))
    for start, step in ((0, 0), (20, 1), (30, 1), (40, 0)):
        file.data(3, START + start + 10, START + start, 10_000, step, 0)
    about = only(file).about
    assert about.name == "Backwards Monday"
    assert [lap.name for lap in about.laps] == ["warm", "retro", "retro", "warm"]
    assert [(step.name, step.start_s, step.end_s) for step in about.plan_steps[:3]] == [
        ("warm", 0, 10),
        ("retro", 20, 40),
        ("warm", 40, 50),
    ]
    assert about.plan_steps[1].notes == "backward"
    assert about.plan_steps[1].intensity == "active"
    assert len(about.plan_steps) == 4
    assert about.plan_steps[3].name == "never"
    assert math.isnan(about.plan_steps[3].start_s)


def test_unknown_messages_and_fields_are_kept() -> None:
    file = run(3)
    file.define(7, 65000, (77, "sint16"), (3, "string", 6), (5, "uint16", 3))
    file.data(7, -5, "hello", (1, 2, NO_U16))
    (decoded,) = decode(file.bytes()).files
    messages = decoded.messages("unknown_65000")
    assert messages.name == "unknown_65000"
    assert messages.scalars("unknown_77") == [-5.0]
    assert messages.texts("unknown_3") == ["hello"]
    np.testing.assert_array_equal(messages.numbers("unknown_5"), [[1, 2, np.nan]])
    assert not messages.has("unknown_78")
    with pytest.raises(KeyError):
        messages.numbers("speed")
    with pytest.raises(KeyError):
        decoded.messages("nonsense")


@pytest.mark.parametrize(
    "base", ["enum", "sint8", "uint8", "sint16", "uint16", "sint32", "uint32", "uint8z", "uint16z"]
)
@pytest.mark.parametrize("big_endian", [False, True])
def test_invalid_values_of_every_whole_type_are_missing(base: str, big_endian: bool) -> None:
    signed, bits = base.startswith("s"), int("".join(filter(str.isdigit, base)) or 8)
    invalid = 0 if base.endswith("z") else 2 ** (bits - signed) - 1
    file = FitWriter(big_endian=big_endian)
    file.define(0, 65000, (1, base))
    for value in (invalid, 7, *([-7] if signed else [])):
        file.data(0, value)
    (decoded,) = decode(file.bytes()).files
    found = decoded.messages("unknown_65000").numbers("unknown_1")
    np.testing.assert_array_equal(found, [np.nan, 7, *([-7] if signed else [])])


@pytest.mark.parametrize(("kind", "word"), [(2, "settings"), (5, "workout"), (6, "course"), (15, "monitoring")])
def test_files_without_activity_say_what_they_hold(kind: int, word: str) -> None:
    file = FitWriter()
    file.define(0, 0, (0, "enum"), (1, "uint16"))
    file.data(0, kind, 1)
    with pytest.raises(BadFile, match=word):
        read("x.fit", file.bytes())


@pytest.mark.parametrize("data", [b"", b"no", b"PK\3\4 something else entirely", bytes(100), b"\xff" * 100])
def test_what_is_no_fit_file_is_refused(data: bytes) -> None:
    assert not sniff(data)
    with pytest.raises(BadFile, match="no FIT file"):
        read("x.fit", data)


def test_sniffing() -> None:
    data = run(2).bytes()
    assert sniff(data)
    assert sniff(data[14:])
    assert sniff(data[:8] + b"\0\0\0\0" + data[12:])
    assert not sniff(b"<?xml version='1.0'?><gpx>")


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 1e300, -1e300, 2.0**40])
@pytest.mark.parametrize("message", [18, 19, 20, 21, 34, 0, 206])
def test_numbers_of_an_unheard_type_and_size_do_no_harm(message: int, value: float) -> None:
    file = run(5)
    file.define(9, message, *((number, "float64") for number in (0, 1, 2, 3, 4, 5, 7, 8, 9, 253)))
    file.data(9, *[value] * 10)
    recordings = read("x.fit", file.bytes())
    assert recordings[0].start.year == 2021


def test_a_signalling_nan_is_missing() -> None:
    file = FitWriter()
    file.define(0, 20, (253, "uint32"), (3, "uint8"), (7, "float32"))
    file.data(0, START, 100, 250.0)
    file.data(0, START + 1, 100, 250.0)
    file.body = file.body[:-4] + bytes.fromhex("0100a07f")
    np.testing.assert_array_equal(only(file).signals["power"].values, [250.0, math.nan])


def test_a_session_without_samples_keeps_its_totals() -> None:
    file = FitWriter()
    file.define(0, 18, (253, "uint32"), (2, "uint32"), (5, "enum"), (9, "uint32"))
    file.data(0, START + 60, START, 1, 20_000)
    recording = only(file)
    assert dict(recording.about.totals) == {"distance_m": 200}
    assert recording.about.start_known
    assert not recording.signals


def test_a_session_without_samples_and_start_is_not_dated() -> None:
    file = FitWriter()
    file.define(0, 18, (253, "uint32"), (2, "uint32"), (9, "uint32"))
    file.data(0, NO_U32, NO_U32, 20_000)
    recording = only(file)
    assert not recording.about.start_known
    assert dict(recording.about.totals) == {"distance_m": 200}
