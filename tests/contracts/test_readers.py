"""What holds for every reader: the contract of Signal, bounded work on any bytes, and nothing raised but BadFile."""

import gzip
import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride import formats
from backstride.errors import BadFile
from backstride.formats.writers import EXPORTS, Kept
from backstride.recording import SIGNALS, Analysis, Recording, Steps
from tests.formats import samples
from tests.formats.samples import SAMPLES, Sample

FILES = {sample.reader: sample.make() for sample in SAMPLES}


def export_of(sample: Sample) -> bytes:
    write = {export.name: export.write for export in EXPORTS}["json"]
    recording = formats.read(sample.name, FILES[sample.reader])[0]
    return write(Kept(recording, Analysis("r", (), Steps(), (), ()), (), sample.name, FILES[sample.reader]))


def check(recordings: tuple[Recording, ...]) -> None:
    """The contract beyond what Signal itself enforces."""
    assert len(recordings) >= 1
    for recording in recordings:
        assert recording.start.tzinfo is not None
        assert 0 <= recording.duration_s < 32 * 86_400
        assert recording.about.format
        for name, signal in recording.signals.items():
            assert len(signal) > 0
            assert signal.time_s[0] >= 0
            assert signal.time_s.dtype == signal.values.dtype == np.float64
            assert signal.time_s.flags.c_contiguous
            assert not signal.values.flags.writeable
            if name in SIGNALS:
                assert signal.unit == SIGNALS[name].unit
                assert signal.axes == SIGNALS[name].axes
            else:
                assert name.startswith("developer.")
        for note in recording.about.repairs:
            assert note.code
            assert str(note.message)


def survive(name: str, data: bytes) -> bool:
    """Whether the bytes were read; they may be refused, and nothing else may happen."""
    try:
        recordings = formats.read(name, data)
    except BadFile as refused:
        said = str(refused)
    else:
        check(recordings)
        return True
    assert said
    return False


def test_every_reader_has_a_sample() -> None:
    assert {sample.reader for sample in SAMPLES} | {"backstride-json"} == {reader.name for reader in formats.READERS}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.reader)
def test_sound_files_keep_the_contract(sample: Sample) -> None:
    data = FILES[sample.reader]
    recordings = formats.read(sample.name, data)
    check(recordings)
    assert sample.signal in recordings[0].signals
    assert recordings[0].about.loss is None
    assert formats.reader_for(sample.name, data).name == sample.reader
    zipped = formats.read(sample.name + ".gz", gzip.compress(data))
    assert zipped[0].signals.keys() == recordings[0].signals.keys()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.reader)
def test_the_lossless_export_takes_every_format(sample: Sample) -> None:
    data = export_of(sample)
    assert formats.read_export(data).original == FILES[sample.reader]
    (again,) = formats.read("x.json", data)
    first = formats.read(sample.name, FILES[sample.reader])[0]
    for name, signal in first.signals.items():
        np.testing.assert_array_equal(again.signals[name].values, signal.values)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.reader)
def test_cut_files_are_read_or_refused(sample: Sample) -> None:
    data = FILES[sample.reader]
    chance = random.Random(sample.reader)
    cuts = [0, 1, 2, 10, len(data) - 1, *(chance.randrange(len(data)) for _ in range(8))]
    assert any(survive(sample.name, data[:cut]) for cut in cuts) or sample.name.endswith(".zip")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.reader)
def test_mutated_files_are_read_or_refused(sample: Sample) -> None:
    chance = random.Random(sample.reader)
    for _ in range(25):
        data = bytearray(FILES[sample.reader])
        for _ in range(chance.choice((1, 1, 3, 30))):
            at = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[at] ^= 1 << chance.randrange(8)
            elif kind == 1:
                data[at : at + 16] = bytes(16)
            elif kind == 2:
                del data[at : at + chance.randrange(1, 200)]
            else:
                data[at:at] = chance.randbytes(chance.randrange(1, 60))
            if not data:
                break
        survive(sample.name, bytes(data))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.reader)
def test_a_mutated_export_is_read_or_refused(sample: Sample) -> None:
    chance = random.Random(sample.reader)
    whole = export_of(sample)
    for _ in range(3):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        survive("x.json", bytes(data))


NAMES = st.sampled_from([*(sample.name for sample in SAMPLES), "x.json", "x", ".gz", "a.fit.gz"])
HEADS = st.sampled_from(
    [
        b"", b"<gpx><trk><trkseg>", b"<TrainingCenterDatabase><Activities><Activity>", b"PK\x03\x04", b"\x1f\x8b\x08",
        b"time_s,acc_x,acc_y,acc_z\n", b"Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg]\n",
        b"PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z\n", b'{"backstride":1,',
        b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT",
        b"\xff\xfe", b'"Time (s)";"Acceleration x (m/s^2)"\n',
        b"time,seconds_elapsed,z,y,x\n", b"accelerometerAccelerationX(G),a\n",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(NAMES, HEADS, st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(name: str, head: bytes, tail: bytes) -> None:
    survive(name, head + tail)


CELLS = st.one_of(
    st.sampled_from(
        ["", "0", "1", "-1", "1e308", "nan", "inf", "1,5", "x", '"', '""', "2024-05-01T00:00:00Z", "\0", "é"]
    ),
    st.floats().map(repr),
    st.integers(-(10**20), 10**20).map(str),
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(
        [
            "time_s,acc_x,acc_y,acc_z", "timestamp;x;y;z", "time,seconds_elapsed,z,y,x",
            "PacketCounter,SampleTimeFine,Acc_X",
            "Phone timestamp;HR [bpm]", "Phone timestamp;RR-interval [ms]", "loggingTime(txt),motionGravityX(G),b",
        ]
    ),
    st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=20),
    st.booleans(),
)  # fmt: skip
def test_any_table_is_read_or_refused(head: str, table: list[list[str]], sound_time: bool) -> None:
    delimiter = ";" if ";" in head else ","
    lines = [head]
    for at, cells in enumerate(table):
        lines.append(delimiter.join([str(at / 100), *cells] if sound_time else cells))
    survive("a.csv", "\n".join(lines).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"<gpx>" + b"<a>" * 200_000,
        b"<gpx " + b"a" * 1_000_000,
        b"<gpx><trk><trkseg>" + b"<trkpt<" * 100_000,
        b"<gpx><trk><trkseg>" + b"<trkpt ><" * 100_000,
        b"<TrainingCenterDatabase>" + b"<Trackpoint>" * 200_000,
        b"a,b\n" + b"," * 1_000_000,
        b"time,x\n" + b"1," * 1_000_000,
        b'time,x\n"' + b"1" * 1_000_000,
        b"time,x,y,z\n" + b"1,1,1,1\n" * 100_000,
        b"time,x,y,z\n"
        + b"1700000000000,1,1,%d\n" * 3
        + b"".join(b"1700000000000,1,1,%d\n" % i for i in range(100_000)),
        b"\n" * 1_000_000,
        b"time_s,x,y,z\n" * 100_000,
        b'{"backstride":' + b"[" * 100_000,
        b'"' * 100_000,
    ],
    ids=range(14),
)
def test_hostile_files_are_bounded(data: bytes) -> None:
    began = time.process_time()
    survive("a.csv", data)
    survive("a.gpx", data)
    # Not a speed test: it only tells linear work from quadratic, which would take minutes.
    assert time.process_time() - began < 20


def test_samples_cover_damage_that_is_survivable() -> None:
    data = bytearray(samples.gpx())
    data[len(data) // 2] = 0
    assert survive("run.gpx", bytes(data))
