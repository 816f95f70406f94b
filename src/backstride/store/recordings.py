"""The recordings: kept with their originals and signals, described, removed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update

from backstride.errors import NotFound
from backstride.message import say
from backstride.recording import About, Direction, Placement, Recording, Signal
from backstride.store import analyses, labels, sessions, twins
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.files import Files
from backstride.store.packing import PackedRecording, SignalFile, SignalRow, read_signals, unpack
from backstride.store.rows import Added, FileRow, NewFile, NewRecording, RecordingRow
from backstride.store.schema import original, recording, signal_file

_ID_LENGTH = 16


class Recordings:
    """The tables original, recording and signal_file, and the files they speak of."""

    def __init__(self, database: Database, files: Files) -> None:
        self._database = database
        self._files = files

    def ids_of(self, sha: str) -> tuple[str, ...] | None:
        """The recordings of an original that is kept; None where it is not."""
        with self._database.reading() as db:
            return _ids_of(db, sha)

    def resolve(self, prefix: str) -> str:
        """The id that begins with `prefix`. Raises NotFound where none does, or several do."""
        with self._database.reading() as db:
            matching = select(recording.c.id).where(recording.c.id.startswith(prefix, autoescape=True)).limit(2)
            found = list(db.execute(matching).scalars())
            if len(found) > 1 and prefix in found:
                return prefix
        if not prefix or not found:
            raise NotFound(say("there is no recording {id}", id=prefix))
        if len(found) > 1:
            raise NotFound(say("several recordings begin with {id}: write more of it", id=prefix))
        return str(found[0])

    def add(self, new: NewFile) -> Added:
        """Keep a file, all its recordings and their analyses: all of it or nothing."""
        with_paths = self._with_paths(new)
        self._files.put(with_paths)
        with self._database.writing() as db:
            known = _ids_of(db, new.original.sha)
            if known is not None:
                return Added(known, (), fresh=False, restored=_restore(db, new))
            self._files.put(with_paths)  # someone may have cleared them away between the two lines above
            db.execute(insert(original).values(_original_values(new)))
            ids = tuple(_insert(db, new, part) for part in range(len(new.recordings)))
            found = tuple(twin for id_ in ids for twin in twins.join(db, id_))
            return Added(ids, found, fresh=True, restored=_restore(db, new))

    def get(self, id_: str) -> RecordingRow:
        """Everything but the samples. Raises NotFound."""
        with self._database.reading() as db:
            return _get(db, id_)

    def packed(self, id_: str) -> PackedRecording:
        """The whole recording as a worker takes it."""
        row = self.get(id_)
        files = tuple(SignalFile(f.sha, self._read_signal(f.sha), f.rows, f.signals) for f in row.files)
        return PackedRecording(row.start, row.duration_s, row.about, files)

    def load(self, id_: str) -> Recording:
        return unpack(self.packed(id_))

    def signals(self, id_: str, names: Iterable[str]) -> dict[str, Signal]:
        """The named signals that the recording has."""
        wanted = set(names)
        found: dict[str, Signal] = {}
        for file in self.get(id_).files:
            if wanted & {row.name for row in file.signals}:
                found.update(read_signals(self._read_signal(file.sha), file.signals, wanted))
        return found

    def original(self, id_: str) -> tuple[str, bytes]:
        """Name and bytes of the file a recording came from."""
        with self._database.reading() as db:
            row = db.execute(
                select(original.c.name, original.c.sha, original.c.codec).join(recording).where(recording.c.id == id_)
            ).first()
        if row is None:
            raise NotFound(say("there is no recording {id}", id=id_))
        return row.name, self._files.whole_original(row.sha, row.codec, row.name)

    def describe(
        self, id_: str, *, name: str | None = None, notes: str | None = None, placement: Placement | None = None
    ) -> bool:
        """Change what is given and leave the rest. Returns whether what an analysis depends on has changed."""
        with self._database.writing() as db:
            before = _get(db, id_)
            name = before.name if name is None else name
            notes = before.notes if notes is None else notes
            values: dict[str, Any] = {"name": name, "notes": notes}
            values["search"] = _search(name, notes, before.about, before.original_name)
            moved = placement is not None and placement is not before.placement
            if moved:
                values |= {"placement": str(placement), "edition": before.edition + 1, "again": True}
            db.execute(update(recording).where(recording.c.id == id_).values(values))
        return moved

    def remove(self, id_: str) -> None:
        """Forget a recording; its original too when none of the original's recordings is left."""
        with self._database.writing() as db:
            row = _get(db, id_)
            sessions.hand_over(db, id_, row.twins)
            twins.leave(db, id_)
            analyses.forget(db, row.sha, row.part)
            db.execute(delete(recording).where(recording.c.id == id_))
            left = select(recording.c.id).where(recording.c.sha == row.sha)
            if db.execute(left).first() is None:
                db.execute(delete(original).where(original.c.sha == row.sha))
        self._clear(
            [self._files.original(row.sha), *(self._files.signal(file.sha) for file in row.files)], lambda path: True
        )

    def apart(self, id_: str) -> None:
        """The person says this recording is a session of its own."""
        with self._database.writing() as db:
            _get(db, id_)
            twins.leave(db, id_)
            db.execute(update(recording).where(recording.c.id == id_).values(twin_of=None, apart=True))

    def tidy(self, may_go: Callable[[Path], bool]) -> None:
        """Remove files that no row speaks of, as a crash between file and database leaves them."""
        with self._database.reading() as db:
            known = set(db.execute(select(original.c.sha)).scalars())
            known |= set(db.execute(select(signal_file.c.sha)).scalars())
        self._clear([path for path in self._files.kept() if path.stem not in known], may_go)

    def _clear(self, paths: Iterable[Path], may_go: Callable[[Path], bool]) -> None:
        # Under the writer's lock nobody can begin to speak of a file between the question and the removal.
        with self._database.writing() as db:
            for path in paths:
                if not _spoken_of(db, path) and may_go(path):
                    path.unlink(missing_ok=True)

    def _with_paths(self, new: NewFile) -> list[tuple[Path, bytes]]:
        signals = [(self._files.signal(file.sha), file.data) for part in new.recordings for file in part.packed.files]
        return [(self._files.original(new.original.sha), new.original.data), *signals]

    def _read_signal(self, sha: str) -> bytes:
        return self._files.read_signal(sha)


def _insert(db: Connection, new: NewFile, part: int) -> str:
    one = new.recordings[part]
    id_ = _id(new.original.sha, part)
    db.execute(insert(recording).values(_recording_values(new, one, id_, part)))
    files = [
        {
            "recording_id": id_,
            "clock": clock,
            "sha": file.sha,
            "bytes": len(file.data),
            "rows": file.rows,
            "signals": to_json(file.signals),
        }
        for clock, file in enumerate(one.packed.files)
    ]
    if files:
        db.execute(insert(signal_file), files)
    analyses.save(db, id_, new.original.sha, part, one.analysed)
    return id_


def _restore(db: Connection, new: NewFile) -> bool:
    """Give a recording what a person had said of it elsewhere, unless they said something of it here."""
    said = new.said
    if said is None or said.part >= len(new.recordings):
        return False
    id_ = _id(new.original.sha, said.part)
    if db.execute(select(recording.c.id).where(recording.c.id == id_)).first() is None:
        return False
    row = _get(db, id_)
    if (
        row.labels
        or row.placement
        or (row.name, row.notes) != (first_name(row.about, row.original_name), row.about.notes)
    ):
        return False
    search = _search(said.name, said.notes, row.about, row.original_name)
    values: dict[str, Any] = {"name": said.name, "notes": said.notes, "search": search, "edition": row.edition + 1}
    values["placement"] = said.placement and said.placement.value
    db.execute(update(recording).where(recording.c.id == id_).values(values))
    labels.insert_all(db, id_, said.labels)
    analyses.save(db, id_, row.sha, row.part, new.recordings[said.part].analysed)
    return True


def _id(sha: str, part: int) -> str:
    return sha[:_ID_LENGTH] + (f"-{part + 1}" if part else "")


def _original_values(new: NewFile) -> Mapping[str, object]:
    file = new.original
    return {
        "sha": file.sha,
        "name": file.name,
        "bytes": file.size,
        "codec": file.codec,
        "kept_at": datetime.now(UTC),
    }


def _recording_values(new: NewFile, one: NewRecording, id_: str, part: int) -> Mapping[str, object]:
    about = one.packed.about
    return {
        "id": id_,
        "sha": new.original.sha,
        "part": part,
        "name": first_name(about, new.original.name),
        "notes": about.notes,
        "start": one.packed.start,
        "start_known": about.start_known,
        "duration_s": one.packed.duration_s,
        "sport": about.sport,
        "device": about.device,
        "format": about.format,
        "simulated": about.simulated,
        "lossy": about.loss is not None,
        "about": to_json(about),
        "search": _search(first_name(about, new.original.name), about.notes, about, new.original.name),
        "added_at": datetime.now(UTC),
        "apart": False,
        "edition": 0,
        "ribbon": "[]",
        **{f"{direction.value}_s": 0.0 for direction in Direction},
    }


def first_name(about: About, original_name: str) -> str:
    """What a recording is called before a person names it."""
    return about.name or PurePosixPath(original_name).stem


def _search(name: str, notes: str, about: About, original_name: str) -> str:
    return "\n".join((name, notes, about.device, about.sport, original_name)).casefold()


def _ids_of(db: Connection, sha: str) -> tuple[str, ...] | None:
    if db.execute(select(original.c.sha).where(original.c.sha == sha)).first() is None:
        return None
    parts = select(recording.c.id).where(recording.c.sha == sha).order_by(recording.c.part)
    return tuple(db.execute(parts).scalars())


def _spoken_of(db: Connection, path: Path) -> bool:
    by_signal = exists().where(signal_file.c.sha == path.stem)
    by_original = exists().where(original.c.sha == path.name)
    return bool(db.execute(select(by_signal | by_original)).scalar())


def _get(db: Connection, id_: str) -> RecordingRow:
    joined = select(recording, original.c.name.label("original_name"), original.c.bytes.label("original_bytes"))
    row = db.execute(joined.join(original).where(recording.c.id == id_)).first()
    if row is None:
        raise NotFound(say("there is no recording {id}", id=id_))
    files = db.execute(select(signal_file).where(signal_file.c.recording_id == id_).order_by(signal_file.c.clock)).all()
    return RecordingRow(
        id=row.id,
        sha=row.sha,
        part=row.part,
        name=row.name,
        notes=row.notes,
        start=row.start,
        duration_s=row.duration_s,
        about=from_json(About, row.about),
        placement=Placement(row.placement) if row.placement else None,
        edition=row.edition,
        again=row.again,
        taught=row.taught or "",
        original_name=row.original_name,
        original_bytes=row.original_bytes,
        added_at=row.added_at,
        files=tuple(_file_row(file) for file in files),
        labels=labels.current(db, id_),
        twins=twins.of(db, id_),
    )


def _file_row(row: Row[Any]) -> FileRow:
    signals = from_json(tuple[SignalRow, ...], row.signals)
    return FileRow(row.sha, row.bytes, row.rows, signals)


def count(db: Connection) -> int:
    """How many recordings there are."""
    return int(db.execute(select(func.count()).select_from(recording)).scalar_one())
