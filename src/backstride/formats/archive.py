"""Archives of many originals: Strava's bulk export, zips of files, exports of FitoTrack, OpenTracks and others.

A zip that phyphox or Sensor Logger wrote is one original with several tables and is not taken apart here.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from backstride.errors import BadFile
from backstride.formats.imu import phyphox, sensor_logger
from backstride.formats.track import sport_of
from backstride.formats.zips import LARGEST_TOTAL, MOST_MEMBERS, Zip, is_zip, open_zip
from backstride.message import Message, say

_DEEPEST = 2
_STRAVA_LIST = "activities.csv"
_STRAVA_FOLDER = "activities/"
# Column positions that hold in every language of Strava's export; the column of file names is found by its content.
_TITLE, _KIND, _NOTES = 2, 3, 4
_FOREIGN_SPORTS = {
    "lauf": "running", "laufen": "running", "course à pied": "running", "carrera": "running", "corsa": "running",
    "hardlopen": "running", "corrida": "running", "bieganie": "running", "gehen": "walking", "spaziergang": "walking",
    "marche": "walking", "caminata": "walking", "camminata": "walking", "wandelen": "walking", "caminhada": "walking",
    "wanderung": "hiking", "randonnée": "hiking", "radfahrt": "cycling", "sortie à vélo": "cycling",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, with what the archive says of it. `error` says why `data` is empty."""

    name: str
    data: bytes
    title: str = ""
    notes: str = ""
    sport: str = ""
    error: Message | None = None


@dataclass(slots=True)
class _Budget:
    """Bytes and files that may still be unpacked, over all nested archives."""

    left: int
    files: int


def unpack(name: str, data: bytes) -> Iterator[Member] | None:
    """The files of an archive one after the other; None where `data` is not an archive of many originals.

    A member that is encrypted, damaged or too large comes with its error and stops nothing. Raises BadFile where the
    archive itself cannot be opened.
    """
    if not is_zip(data):
        return None
    archive = open_zip(name, data)
    if _is_one_original(archive):
        return None
    return _members(archive, _Budget(LARGEST_TOTAL, MOST_MEMBERS), _DEEPEST)


def _is_one_original(archive: Zip) -> bool:
    return phyphox.is_export(archive.names) or sensor_logger.is_export(archive.names)


def _members(archive: Zip, budget: _Budget, depth: int) -> Iterator[Member]:
    said = _strava(archive)
    for path in archive.names:
        budget.files -= 1
        if budget.files < 0:
            if budget.files == -1:
                yield Member(path.rpartition("/")[2], b"", error=_too_many())
            return
        if said is not None and not _below(path, _STRAVA_FOLDER):
            continue
        about = (said or {}).get(path.rpartition(_STRAVA_FOLDER)[2], Member("", b""))
        about = replace(about, name=path.rpartition("/")[2])
        try:
            content = archive.content(path, min(budget.left, 1 << 29))
            budget.left -= len(content)
            nested = _nested(path, content)
        except BadFile as error:
            yield replace(about, error=error.message)
            continue
        if nested is None:
            yield replace(about, data=content)
        elif depth > 1:
            yield from _members(nested, budget, depth - 1)
        else:
            yield replace(about, error=say("An archive inside an archive inside an archive is not opened."))


def _too_many() -> Message:
    return say(
        "The archive holds more than {most} files, those of archives inside it counted; the rest was not read.",
        most=MOST_MEMBERS,
    )


def _nested(path: str, content: bytes) -> Zip | None:
    # A .kmz or .xlsx is a zip too; it gets its own advice instead of being taken apart.
    if not is_zip(content) or not path.lower().endswith(".zip"):
        return None
    inner = open_zip(path, content)
    return None if _is_one_original(inner) else inner


def _below(path: str, folder: str) -> bool:
    return path.startswith(folder) or f"/{folder}" in path


def _strava(archive: Zip) -> dict[str, Member] | None:
    """What Strava's list says per file name below activities/; None where the archive is not Strava's.

    The headings are in the athlete's language and some occur twice, so columns go by position and content.
    """
    lists = [path for path in archive.names if path.rpartition("/")[2] == _STRAVA_LIST]
    if not lists or not any(_below(path, _STRAVA_FOLDER) for path in archive.names):
        return None
    try:
        text = archive.content(lists[0]).decode("utf-8-sig", "replace")
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except (BadFile, csv.Error):
        return {}
    found: dict[str, Member] = {}
    for row in rows[1:]:
        files = [cell for cell in row if cell.startswith(_STRAVA_FOLDER)]
        if files and len(row) > _NOTES:
            kind = row[_KIND].strip()
            sport = _FOREIGN_SPORTS.get(kind.lower(), sport_of(kind) if kind.isascii() else "")
            found[files[0].removeprefix(_STRAVA_FOLDER)] = Member(
                "", b"", row[_TITLE].strip(), row[_NOTES].strip(), sport
            )
    return found
