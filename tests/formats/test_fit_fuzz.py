"""Whatever the bytes are: recordings or BadFile, never another error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.errors import BadFile
from backstride.formats.fit import read
from backstride.recording import Recording
from tests.formats.fit_writer import FitWriter, run

WHOLE = run(40, hrv=True).bytes()
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
