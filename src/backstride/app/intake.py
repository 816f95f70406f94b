"""The import itself: files found in, a line for each as it is done.

Read -> analyse on workers, keep in the caller's own process: one writer. A file is kept whole or not at all, so an
import that ends in the middle, however it ends, is finished by running it again.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath

from backstride import bulk, formats, gait
from backstride.app.coach_file import Brought, bring_coach, is_coach
from backstride.app.lessons import options_for
from backstride.app.linking import settle
from backstride.app.work import FileToRead, read_file
from backstride.errors import BackstrideError
from backstride.message import Message, say
from backstride.store import NewFile, Store, content_hash


class Became(StrEnum):
    """What can become of a file."""

    IMPORTED = "imported"
    ALREADY_THERE = "already there"
    RECOVERED = "recovered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What became of one file: the recordings it holds, the recordings of the same session from other devices."""

    name: str
    became: Became
    message: Message | None = None
    ids: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Files done of files found; `total` rises while archives are being opened."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """A file before it is read: `load` gives its bytes; `shown` is what its line calls it."""

    shown: str
    load: Callable[[], bytes]


OnProgress = Callable[[Progress], None]


def files_below(store: Store, paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file at or below the paths, in order, and what to call it: its path below the folder that was named.

    Hidden files are left out, and the store's own data folder where it lies below a path.
    """
    own = store.folder.resolve()
    for path in paths:
        if not path.is_dir():
            yield path, readable(path.name)
            continue
        for file in sorted(path.rglob("*")):
            below = file.relative_to(path)
            hidden = any(part.startswith(".") for part in below.parts)
            if file.is_file() and not hidden and own not in file.resolve().parents:
                yield file, readable(str(below))


def readable(name: str) -> str:
    """A file name that can be shown and kept: not every system has names in UTF-8."""
    return name.encode("utf-8", "replace").decode()


def import_found(
    store: Store,
    found: Iterable[Found],
    *,
    bulk_engine: bulk.Engine,
    on_progress: OnProgress | None = None,
    job_id: str | None = None,
    known: bool = True,
) -> Generator[ImportLine, None, None]:
    """Import on an engine that the caller owns.

    known  whether files that are kept already have a line, and an entry in the import log
    """
    run = _Run(store, list(found), options_for(store, store.lessons.standing(gait.RECIPE)))
    with closing(bulk.run(read_file, run.items(), bulk_engine, weigh=_weigh)) as outcomes:
        for outcome in outcomes:
            for line in run.lines(outcome):
                run.done += 1
                if line.became is Became.ALREADY_THERE and not known:
                    continue
                store.journal.write(line.name, line.became, line.message, line.ids, line.twins, job_id)
                if on_progress is not None:
                    on_progress(Progress(run.done, run.total))
                yield line
    settle(store)  # once for all of them; an import that ends before this is looked at with the plan


class _Run:
    """One import under way: which bytes are being read, and which later files wait because they are the same."""

    def __init__(self, store: Store, found: list[Found], options: gait.Options) -> None:
        self.total = len(found)
        self.done = 0
        self._store = store
        self._found = found
        self._options = options
        self._waiting: dict[str, list[str]] = {}

    def items(self) -> Iterator[FileToRead | bulk.Ready[NewFile | ImportLine]]:
        """What the workers are given; what needs no work comes as its line."""
        for found in self._found:
            try:
                for file in self._opened(found.shown, found.load()):
                    yield from self._needed(file)
            except BackstrideError as error:
                yield bulk.Ready(_failed(found.shown, error.message))
            except OSError as error:
                why = say("this file cannot be read: {why}", why=error.strerror or str(error))
                yield bulk.Ready(_failed(found.shown, why))
            except MemoryError:
                yield bulk.Ready(_failed(found.shown, say("this file is larger than the memory there is for it")))

    def lines(self, outcome: bulk.Outcome[FileToRead, NewFile | ImportLine]) -> Iterator[ImportLine]:
        """Keep what came back, and say what became of it and of the files that waited for it."""
        file, result = outcome.item, outcome.result
        if file is None or isinstance(result, ImportLine):
            if isinstance(result, ImportLine):
                yield result
            return
        waiting = self._waiting.pop(file.sha)
        if result is None:
            why = outcome.error or say("nothing came of it")
            yield from (_failed(shown, why) for shown in (file.shown, *waiting))
            return
        line = self._keep(file.shown, result)
        yield line
        yield from (ImportLine(shown, Became.ALREADY_THERE, None, line.ids) for shown in waiting)

    def _opened(self, shown: str, data: bytes) -> Iterator[FileToRead | ImportLine]:
        """The file itself, or all files of an archive."""
        name = PurePath(shown).name
        members = formats.unpack(name, data)
        if members is None:
            yield self._hashed(FileToRead(name, data, shown, options=self._options))
            return
        self.total -= 1
        for member in members:
            self.total += 1
            inside = f"{shown}/{member.name}"
            if member.error is not None:
                yield _failed(inside, member.error)
                continue
            file = FileToRead(PurePosixPath(member.name).name, member.data, inside, options=self._options)
            yield self._hashed(replace(file, title=member.title, notes=member.notes, sport=member.sport))

    def _hashed(self, file: FileToRead) -> FileToRead | ImportLine:
        try:
            content = formats.payload(file.name, file.data)[1]
            if is_coach(content):
                return _brought(file.shown, bring_coach(self._store, content))
            return replace(file, sha=content_hash(content))
        except BackstrideError as error:
            return _failed(file.shown, error.message)

    def _needed(self, file: FileToRead | ImportLine) -> Iterator[FileToRead | bulk.Ready[NewFile | ImportLine]]:
        """Nothing is read twice: neither what is kept already nor what is being read just now.

        A kept original that has gone missing is read again: keeping it puts back what is not there.
        """
        if isinstance(file, ImportLine):
            yield bulk.Ready(file)
        elif (waiting := self._waiting.get(file.sha)) is not None:
            waiting.append(file.shown)
        elif (ids := self._store.recordings.ids_of(file.sha)) is not None and self._store.files.has_original(file.sha):
            yield bulk.Ready(ImportLine(file.shown, Became.ALREADY_THERE, None, ids))
        else:
            self._waiting[file.sha] = []
            yield file

    def _keep(self, shown: str, new: NewFile) -> ImportLine:
        added = self._store.recordings.add(new)
        if not added.fresh:
            taken = say("its name, notes and labels were taken over") if added.restored else None
            return ImportLine(shown, Became.ALREADY_THERE, taken, added.ids)
        for one in new.recordings:
            if one.packed.about.loss is not None:
                return ImportLine(shown, Became.RECOVERED, one.packed.about.loss.message, added.ids, added.twins)
        failure = next((one.analysed.error for one in new.recordings if one.analysed.error is not None), None)
        return ImportLine(shown, Became.IMPORTED, failure, added.ids, added.twins)


def _brought(shown: str, brought: Brought) -> ImportLine:
    return ImportLine(shown, Became.IMPORTED if brought.new else Became.ALREADY_THERE, brought.message)


def _failed(shown: str, why: Message) -> ImportLine:
    return ImportLine(shown, Became.FAILED, why)


def _weigh(file: FileToRead) -> int:
    return len(file.data)
