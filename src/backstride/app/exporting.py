"""Recordings out: tables for other programs, and the lossless JSON that an import takes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from backstride import gait
from backstride.app.coach_file import FILE_NAME, write_coach
from backstride.app.recordings import about_of
from backstride.errors import NotAllowed, NotFound
from backstride.formats.writers import EXPORTS, Export, Kept
from backstride.message import say
from backstride.recording import Analysis, Steps
from backstride.store import Store

EXPORT_KINDS: tuple[Export, ...] = EXPORTS
LOSSLESS = "json"
_NAME_LENGTH = 80
_UNSAFE = frozenset('<>:"/\\|?*')


def export(store: Store, id_: str, kind: str) -> tuple[str, str, bytes]:
    """File name, media type and bytes. Raises NotFound, and NotAllowed where this recording cannot be of that kind."""
    row = next((one for one in EXPORT_KINDS if one.name == kind), None)
    if row is None:
        names = ", ".join(one.name for one in EXPORT_KINDS)
        raise NotFound(say("there is no export {kind}: choose one of {names}", kind=kind, names=names))
    kept = _kept(store, id_)
    return export_name(kept, id_) + row.suffix, row.media_type, row.write(kept)


def export_all(store: Store, kind: str) -> Iterator[tuple[str, bytes] | NotAllowed]:
    """Every recording, oldest first; in the place of one that cannot be of that kind, the reason.

    The lossless kind is followed by all that the coach knows, where it knows anything.
    """
    for id_ in store.lists.every_id():
        try:
            name, _, data = export(store, id_, kind)
        except NotAllowed as error:
            yield error
        else:
            yield name, data
    coach = write_coach(store) if kind == LOSSLESS else None
    if coach is not None:
        yield FILE_NAME, coach


def export_name(kept: Kept, id_: str) -> str:
    """A file name that every system takes: day, name, and enough of the id to be the only one."""
    day = f"{kept.recording.start:%Y-%m-%d}" if kept.recording.about.start_known else ""
    title = kept.name or PurePosixPath(kept.original_name).stem
    return " ".join(part for part in (day, safe_name(title), id_) if part)


def safe_name(title: str) -> str:
    """A title as a part of a file name that every system takes."""
    plain = "".join("_" if letter in _UNSAFE or not letter.isprintable() else letter for letter in title)
    return plain.strip(" .")[:_NAME_LENGTH]


def _kept(store: Store, id_: str) -> Kept:
    row = store.recordings.get(id_)
    found = store.analyses.of(id_, gait.RECIPE)
    name, data = store.recordings.original(id_)
    recording = store.recordings.load(id_)
    return Kept(
        recording=replace(recording, about=about_of(row)),
        analysis=found.analysis if found and found.analysis else Analysis("", (), Steps(), (), ()),
        labels=row.labels,
        original_name=name,
        original=data,
        name=row.name,
        notes=row.notes,
        part=row.part,
    )
