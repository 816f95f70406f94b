"""What runs on workers: bytes or a packed recording in, something ready to be kept out. Touches no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from backstride import formats, gait
from backstride.app.digest import NOTHING, digest
from backstride.app.lessons import fitting, stamp, worn_of
from backstride.app.listening import listen
from backstride.bulk import Guarded, Task
from backstride.formats.writers import Exported, lossless
from backstride.message import Message, say
from backstride.recording import Label, Recording
from backstride.store import Analysed, NewFile, NewRecording, PackedRecording, Said, pack, pack_original, unpack


@dataclass(frozen=True, slots=True)
class FileToRead:
    """One file. Title, notes and sport come from an archive's own list, and stand above the file's.

    shown  what its line in an import calls it: the path below a folder or inside an archive
    sha    the hash of its content, unpacked
    """

    name: str
    data: bytes
    shown: str = ""
    sha: str = ""
    title: str = ""
    notes: str = ""
    sport: str = ""
    options: gait.Options = field(default_factory=gait.Options)


@dataclass(frozen=True, slots=True)
class RecordingToAnalyse:
    """A kept recording, with what a person said of it, at the edition they had seen."""

    id: str
    edition: int
    packed: PackedRecording
    labels: tuple[Label, ...]
    options: gait.Options


def read_file(file: FileToRead) -> NewFile:
    """Read and analyse a file; a lossless export gives the file it was made of. Raises BadFile."""
    name, content = formats.payload(file.name, file.data)
    if not lossless.sniff(content):
        return NewFile(pack_original(name, content), _recordings(file))
    exported = formats.read_export(content)
    inner = replace(file, name=exported.original_name, data=exported.original)
    return NewFile(pack_original(*formats.payload(inner.name, inner.data)), *_said_of(inner, exported))


def analyse_again(item: RecordingToAnalyse) -> Analysed:
    """Analyse a kept recording by the present recipe."""
    return analysed(unpack(item.packed), item.labels, item.options)


def analysed(recording: Recording, labels: Sequence[Label], options: gait.Options) -> Analysed:
    """The analysis. A recording whose analysis fails is kept all the same, with the reason."""
    done = Guarded(_analyse)(Task(0, (recording, labels, options), 0))
    if done.error is not None or done.result is None:
        return failed(done.error or say("the analysis gave no result"))
    return done.result


def failed(why: Message) -> Analysed:
    """In the place of an analysis, the reason why there is none by the present recipe."""
    return Analysed(gait.RECIPE, None, why, NOTHING)


def _analyse(given: tuple[Recording, Sequence[Label], gait.Options]) -> Analysed:
    recording, labels, told = given
    worn = worn_of(recording, told)
    options = replace(told, lessons=fitting(told.lessons, worn))
    found = gait.analyse(recording, labels, options)
    about = digest(recording, found)
    return Analysed(gait.RECIPE, found, None, about, worn, stamp(options.lessons), listen(recording, found))


def _recordings(file: FileToRead) -> tuple[NewRecording, ...]:
    recordings = [_entitled(one, file) for one in formats.read(file.name, file.data)]
    return tuple(NewRecording(pack(one), analysed(one, (), file.options)) for one in recordings)


def _said_of(file: FileToRead, exported: Exported) -> tuple[tuple[NewRecording, ...], Said]:
    """The recordings of the file inside an export, the exported one analysed with what was said of it."""
    made = list(_recordings(file))
    part = exported.part
    said = Said(part, exported.name, exported.notes, exported.labels)
    if part < len(made):
        recording = unpack(made[part].packed)
        if exported.placement is not recording.about.placement:
            said = replace(said, placement=exported.placement)
        options = replace(file.options, placement=said.placement)
        made[part] = replace(made[part], analysed=analysed(recording, said.labels, options))
    return tuple(made), said


def _entitled(recording: Recording, file: FileToRead) -> Recording:
    about = recording.about
    said = replace(
        about, name=file.title or about.name, notes=file.notes or about.notes, sport=file.sport or about.sport
    )
    return recording if said == about else replace(recording, about=said)
