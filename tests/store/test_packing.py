import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from backstride.recording import Recording, Signal
from backstride.store.packing import pack, read_signals, unpack
from tests import made

clocks = some.lists(some.floats(0, 1e6), max_size=30, unique=True).map(lambda times: np.array(sorted(times)))
anything = some.floats(allow_nan=True, allow_infinity=True, width=64)


@some.composite
def recordings(draw: some.DrawFn) -> Recording:
    """Signals on clocks of their own, on a shared one, and on a part of it; any value a float can have."""
    whole = draw(clocks)
    signals = {}
    for name in draw(some.lists(some.sampled_from(("a", "b.c", "d e", "time_s", "ü")), unique=True)):
        kind = draw(some.sampled_from(("shared", "part", "own")))
        time_s = draw(clocks) if kind == "own" else whole.copy()
        if kind == "part":
            time_s = time_s[draw(some.lists(some.booleans(), min_size=len(whole), max_size=len(whole)).map(_mask))]
        axes = draw(some.sampled_from(((), ("x", "y", "z"))))
        width = max(len(axes), 1)
        values = np.array(draw(some.lists(anything, min_size=len(time_s) * width, max_size=len(time_s) * width)))
        values = values.reshape((len(time_s), width)) if axes else values
        signals[name] = Signal(time_s, values.astype(np.float64), "m", axes)
    return Recording(made.START, signals)


def _mask(flags: list[bool]) -> np.ndarray:
    return np.array(flags, dtype=np.bool_)


@given(recordings())
def test_any_recording_comes_back_bit_for_bit(recording: Recording) -> None:
    made.assert_same(unpack(pack(recording)), recording)


def test_signals_that_share_a_clock_share_a_file_and_parts_of_it_too() -> None:
    packed = pack(made.recording())
    assert [[row.name for row in file.signals] for file in packed.files] == [
        ["acceleration"],
        ["speed", "position", "heart_rate"],
    ]
    assert [row.partial for row in packed.files[1].signals] == [False, False, True]
    assert packed.files[0].rows == 3000


def test_a_few_samples_do_not_widen_a_long_file() -> None:
    long, short = np.arange(1000.0), np.arange(0.0, 1000.0, 100)
    signals = {"long": Signal(long, long, "m"), "short": Signal(short, short, "m")}
    assert len(pack(Recording(made.START, signals)).files) == 2


def test_only_wanted_signals_are_read() -> None:
    file = pack(made.recording()).files[1]
    assert list(read_signals(file.data, file.signals, ["position", "nothing"])) == ["position"]
    assert read_signals(b"never looked at", file.signals, ["nothing"]) == {}


def test_the_same_recording_packs_to_the_same_bytes() -> None:
    assert [file.sha for file in pack(made.recording()).files] == [file.sha for file in pack(made.recording()).files]


def test_an_hour_at_100_hz_from_a_12_bit_sensor_takes_less_than_6_mb() -> None:
    time_s = np.arange(360_000) / 100
    steps = np.random.default_rng(0).normal(0, 1000, (360_000, 6)).round()
    signal = Signal(time_s, steps * (9.80665 / 2048), "m/s2", ("x", "y", "z", "u", "v", "w"))
    assert len(pack(Recording(made.START, {"acceleration": signal})).files[0].data) < 6e6


def test_a_recording_without_signals_can_be_packed() -> None:
    assert unpack(pack(Recording(made.START, {}))).signals == {}
    empty = Recording(made.START, {"speed": Signal(np.zeros(0), np.zeros(0), "m/s")})
    made.assert_same(unpack(pack(empty)), empty)
