"""Archives of many originals, and the limits that keep them harmless."""

import gzip
import io
import struct
import zipfile

import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.formats import archive as archives
from backstride.formats import zips
from backstride.formats.archive import Member
from tests.formats import samples
from tests.formats.samples import make_zip

ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename,Distance"
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Beschreibung der Aktivität,Verstrichene Zeit,"
    "Distanz,Dateiname,Distanz"
)


def members(name: str, data: bytes) -> list[Member]:
    found = formats.unpack(name, data)
    assert found is not None
    return list(found)


def strava(head: str = ENGLISH, kind: str = "Run") -> bytes:
    table = f'{head}\n1,"May 1, 2024",Backward laps,{kind},"slow, then\nfast",60,1.5,activities/1.gpx,1500\n'
    table += f"2,x,Evening,{kind},,60,1.5,activities/2.fit.gz,1500\n3,x,No file,{kind},,60,1.5,,1500\n"
    return make_zip(
        {
            "activities.csv": table,
            "profile.csv": "a,b\n1,2\n",
            "media/photo.jpg": b"\xff\xd8",
            "activities/1.gpx": samples.gpx(),
            "activities/2.fit.gz": gzip.compress(samples.fit()),
        }
    )


@pytest.mark.parametrize(("head", "kind"), [(ENGLISH, "Run"), (GERMAN, "Lauf")])
def test_strava_export_in_any_language(head: str, kind: str) -> None:
    first, second = members("export.zip", strava(head, kind))
    assert (first.name, first.title, first.notes, first.sport) == (
        "1.gpx",
        "Backward laps",
        "slow, then\nfast",
        "running",
    )
    assert (second.name, second.title) == ("2.fit.gz", "Evening")
    assert formats.read(first.name, first.data)[0].about.format == "GPX"
    assert formats.read(second.name, second.data)[0].about.format == "FIT"


def test_plain_zip_gives_its_files() -> None:
    data = make_zip({"a/run.gpx": samples.gpx(), "b.tcx": samples.tcx(), "__MACOSX/b.tcx": b"x", ".DS_Store": b"x"})
    assert [member.name for member in members("x.zip", data)] == ["run.gpx", "b.tcx"]


def test_a_zip_inside_a_zip_is_opened_once() -> None:
    inner = make_zip({"run.gpx": samples.gpx()})
    two = make_zip({"part.zip": inner, "phone.zip": samples.phyphox_zip()})
    assert [member.name for member in members("x.zip", two)] == ["run.gpx", "phone.zip"]
    three = make_zip({"two.zip": two})
    (deep, original) = members("x.zip", three)
    assert deep.error is not None
    assert original.name == "phone.zip"


def test_sensor_exports_are_one_original() -> None:
    assert formats.unpack("x.zip", samples.phyphox_zip()) is None
    assert formats.unpack("x.zip", samples.sensor_logger_zip()) is None
    assert formats.unpack("x.gpx", samples.gpx()) is None


def test_a_damaged_member_stops_nothing() -> None:
    data = bytearray(make_zip({"a.gpx": samples.gpx(), "b.tcx": samples.tcx()}))
    at = data.index(b"a.gpx") + 200
    data[at : at + 40] = bytes(40)
    first, second = members("x.zip", bytes(data))
    assert first.error is not None
    assert first.data == b""
    assert second.data == samples.tcx()


def test_an_encrypted_member_says_so() -> None:
    data = bytearray(make_zip({"a.gpx": samples.gpx(), "b.tcx": samples.tcx()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        (flags,) = struct.unpack_from("<H", data, at)
        struct.pack_into("<H", data, at, flags | 1)
    first, second = members("x.zip", bytes(data))
    assert first.error is not None
    assert "password" in str(first.error)
    assert second.error is None


def test_a_bomb_is_refused_by_ratio() -> None:
    (bomb,) = members("x.zip", make_zip({"zeros.gpx": bytes(30_000_000)}))
    assert bomb.error is not None
    with pytest.raises(BadFile, match="times its size"):
        formats.read("zeros.csv.gz", gzip.compress(bytes(30_000_000)))
    with pytest.raises(BadFile, match="times its size"):
        formats.payload("zeros.csv.gz", gzip.compress(bytes(30_000_000)))


def test_too_many_members_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for at in range(zips.MOST_MEMBERS + 1):
            archive.writestr(zipfile.ZipInfo(str(at)), b"")
    with pytest.raises(BadFile, match="files"):
        formats.unpack("x.zip", buffer.getvalue())


def test_the_total_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_TOTAL", 2 * len(samples.gpx()))
    found = members("x.zip", make_zip({f"{at}.gpx": samples.gpx() for at in range(4)}))
    assert [member.error is None for member in found] == [True, True, False, False]


def test_a_broken_directory_is_refused() -> None:
    data = make_zip({"a.gpx": samples.gpx()})
    with pytest.raises(BadFile, match="damaged or incomplete"):
        formats.unpack("x.zip", data[:-30])


def test_a_member_without_name_is_passed_over() -> None:
    data = make_zip({"x": samples.gpx(), "b.tcx": samples.tcx()})
    at = data.index(b"PK\x01\x02")
    # Length of the name 0, length of the extra field 1: the name's letter becomes extra data.
    broken = data[: at + 28] + b"\0\0\1\0" + data[at + 32 :]
    assert [member.name for member in members("x.zip", broken)] == ["b.tcx"]


def test_payload_strips_gzip_once() -> None:
    assert formats.payload("run.gpx.gz", gzip.compress(samples.gpx())) == ("run.gpx", samples.gpx())
    assert formats.payload("run.gpx", samples.gpx()) == ("run.gpx", samples.gpx())
    joined = gzip.compress(samples.gpx()[:5000]) + gzip.compress(samples.gpx()[5000:])
    assert formats.payload("run.gpx.gz", joined)[1] == samples.gpx()


def test_a_gzip_cut_short_is_read_with_its_loss() -> None:
    packed = gzip.compress(samples.generic(), 1)
    cut = packed[: len(packed) // 2]
    assert formats.payload("run.csv.gz", cut) == ("run.csv.gz", cut)
    (recording,) = formats.read("run.csv.gz", cut)
    assert recording.about.loss is not None
    assert 100 < len(recording.signals["acceleration"]) < 1900


def test_garbage_after_gzip_magic_is_refused() -> None:
    with pytest.raises(BadFile):
        formats.read("x.gz", b"\x1f\x8b\x08" + bytes(range(200)))


def test_files_are_counted_over_nested_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
    inner = make_zip({f"{number}.gpx": "x" for number in range(4)})
    found = members("all.zip", make_zip({"1.zip": inner, "2.zip": inner, "3.zip": inner}))
    assert len(found) == 5
    assert [bool(member.error) for member in found] == [False] * 4 + [True]


def test_a_row_of_many_empty_gzip_files_takes_time_in_line_with_its_length() -> None:
    content, complete = zips.gunzip("a.gz", gzip.compress(b"") * 50_000 + gzip.compress(b"end") + bytes(9))
    assert (content, complete) == (b"end", True)
