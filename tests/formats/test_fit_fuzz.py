"""Whatever the bytes are: recordings or BadFile, never another error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.errors import BadFile
from backstride.formats.fit import read
from backstride.recording import Recording
from tests.formats.fit_writer import START, FitWriter, run


def everything() -> FitWriter:
    """A short run with beats, developer fields, inertial samples, a plan and compressed time stamps."""
    file = run(12, hrv=True)
    file.define(7, 207, (1, "byte", 4), (3, "uint8"))
    file.data(7, (1, 2, 3, 4), 0)
    described = ((0, "uint8"), (1, "uint8"), (2, "uint8"), (3, "string", 8), (8, "string", 8), (15, "uint8"))
    file.define(8, 206, *described, (6, "uint8"), (7, "sint8"))
    file.data(8, 0, 0, 0x84, "Power", "Watts", 7, 2, 1)
    file.define(9, 20, (253, "uint32"), (8, "byte", 3), developer=((0, "uint16", 0),))
    file.data(9, START + 12, (100, 16, 3), 250)
    file.data(9, START + 13, (101, 32, 3), 251)
    file.define(10, 167, *((number, "uint32") for number in (253, 1, 2, 3)), (0, "enum"), (4, "sint32", 3))
    file.data(10, START, 2, 1000, 32768, 0, (1, 2, 3))
    file.define(11, 165, (253, "uint32"), (0, "uint16"), *((number, "uint16", 3) for number in (1, 2, 3, 4)))
    file.data(11, START, 0, (0, 10, 20), (1, 2, 3), (4, 5, 6), (7, 8, 9))
    file.define(12, 132, (253, "uint32"), (0, "uint16"), (6, "uint8"), (9, "uint32"))
    file.data(12, START, 0, 120, 1000)
    file.define(13, 132, (6, "uint8", 2), (10, "byte", 3))
    file.data(13, (120, 121), (1, 2, 3))
    file.define(14, 27, (254, "uint16"), (0, "string", 8), (1, "enum"), (7, "enum"))
    file.data(14, 0, "retro", 0, 0)
    file.define(15, 19, (253, "uint32"), (2, "uint32"), (7, "uint32"), (71, "uint16"))
    file.data(15, START + 12, START, 12_000, 0)
    file.define(1, 20, (3, "uint8"))
    file.data(1, 150, short_time=20)
    file.define(2, 209, (253, "uint32"), (0, "uint16"), (1, "uint16", 2), (2, "uint32", 2))
    file.data(2, START, 0, (0, 500), (101_300, 101_301))
    return file


WHOLE = everything().bytes()
HEAD = run(1).bytes()[:14]


def outcome(data: bytes) -> str:
    try:
        recordings = read("x.fit", data)
    except BadFile:
        return "bad"
    assert recordings
    assert all(isinstance(recording, Recording) for recording in recordings)
    return "read"


@given(st.binary(max_size=600))
@settings(max_examples=150, deadline=None)
def test_random_bytes(data: bytes) -> None:
    outcome(data)


@given(st.binary(max_size=600))
@settings(max_examples=150, deadline=None)
def test_random_bytes_behind_a_header(data: bytes) -> None:
    outcome(HEAD + data)


CHANGES = st.lists(st.tuples(st.integers(14, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=30)


@given(CHANGES)
@settings(max_examples=200, deadline=None)
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    outcome(bytes(data))


@given(CHANGES, st.integers(0, len(WHOLE)))
@settings(max_examples=150, deadline=None)
def test_changed_bytes_with_a_right_checksum(changes: list[tuple[int, int]], cut: int) -> None:
    """What a faulty writer makes: the checksum is right, the content is not."""
    file = FitWriter()
    body = bytearray(WHOLE[14:-2])
    for at, value in changes:
        body[min(at - 14, len(body) - 1)] = value
    file.body = bytes(body[: max(cut, 20)])
    outcome(file.bytes())


@given(st.integers(0, len(WHOLE)), st.binary(max_size=100), st.integers(0, 60))
@settings(max_examples=150, deadline=None)
def test_inserted_and_removed_bytes(at: int, inserted: bytes, removed: int) -> None:
    outcome(WHOLE[:at] + inserted + WHOLE[at + removed :])


def test_every_length() -> None:
    results = [outcome(WHOLE[:size]) for size in range(0, len(WHOLE), 7)]
    assert results[0] == "bad"
    assert results[-1] == "read"


def test_definitions_without_end() -> None:
    file = FitWriter()
    for at in range(3000):
        file.define(at % 16, 20, (253, "uint32"), (at % 250, "uint8", 255))
    assert outcome(file.bytes()) == "bad"
    assert outcome(file.bytes()[14:-7]) == "bad"


def test_the_whole_file_holds_what_it_should() -> None:
    (recording,) = read("x.fit", WHOLE)
    names = {"acceleration", "air_pressure", "power", "heart_rate", "rr_interval", "speed", "distance", "cadence"}
    assert set(recording.signals) == names
