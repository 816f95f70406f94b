"""Analysing: files that are not kept, and recordings that are."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from backstride import bulk, formats, gait
from backstride.app.lessons import options_for, outdated
from backstride.app.measuring import renew
from backstride.app.work import RecordingToAnalyse, analyse_again, failed
from backstride.bulk.engines import engine as engine_named
from backstride.errors import BadAnswers, BadStore, NotFound
from backstride.gait import Options
from backstride.message import Message, say
from backstride.recording import Analysis, Placement, Recording
from backstride.store import Store

_NOTHING_SAID = Options()


@dataclass(frozen=True, slots=True)
class Analysing:
    """One recording of a re-analysis is done: `done` of `total`, `error` where it failed."""

    id: str
    done: int
    total: int
    error: Message | None


def options_of(*, placement: str | None = None, mass_kg: float | None = None) -> Options:
    """Options as a person writes them. Raises BadAnswers where the placement is not one."""
    if placement is not None and placement not in set(Placement):
        known = ", ".join(place.value for place in Placement)
        raise BadAnswers({"placement": say("one of {choices} is expected", choices=known)})
    return Options(placement=Placement(placement) if placement else None, mass_kg=mass_kg)


def analyse_bytes(name: str, data: bytes, options: Options = _NOTHING_SAID) -> list[tuple[Recording, Analysis]]:
    """Read and analyse a file or an archive, keep nothing. Raises BadFile."""
    members = formats.unpack(name, data)
    files = [(name, data)] if members is None else [(one.name, one.data) for one in members if one.error is None]
    recordings = [recording for file in files for recording in formats.read(*file)]
    return [(recording, gait.analyse(recording, (), options)) for recording in recordings]


def analyse_now(store: Store, id_: str) -> Analysis | None:
    """Analyse a kept recording with all that was said of it and what the person's others teach; None where that fails.

    Raises NotFound.
    """
    while True:
        item = _item(store, id_, options_for(store, store.lessons.standing(gait.RECIPE), id_))
        made = analyse_again(item)
        if store.analyses.save(id_, item.edition, made):
            renew(store)
            return made.analysis


def analyse_pending(store: Store, engine: str = "processes") -> Iterator[Analysing]:
    """Analyse every recording that has no analysis by the present recipe or waits to be read again, on an engine.

    A recording that is corrected meanwhile keeps the analysis of its correction.
    """
    pending = store.analyses.pending(gait.RECIPE)
    if pending:
        with closing(engine_named("here" if len(pending) == 1 else engine)) as workers:
            yield from analyse_waiting(store, pending, workers)


def analyse_waiting(store: Store, pending: tuple[str, ...], workers: bulk.Engine) -> Generator[Analysing, None, None]:
    """The same for the named recordings, on an engine that the caller owns.

    1. Those the person said something of: they teach.
    2. All others, with what was learned; and those of 1. that can learn from each other, once more.
    """
    carriers = store.labels.carriers()
    teachers = tuple(id_ for id_ in pending if id_ in carriers)
    done = 0
    # 1.
    for step in _analyse_on(store, teachers, workers):
        done += 1
        yield replace(step, done=done, total=len(pending))
    # 2.
    pupils = tuple(id_ for id_ in pending if id_ not in carriers)
    if len(teachers) > 1:
        behind = outdated(store)
        pupils += tuple(id_ for id_ in teachers if id_ in behind)
    for step in _analyse_on(store, pupils, workers):
        done += 1
        yield replace(step, done=done, total=len(teachers) + len(pupils))


def _analyse_on(store: Store, ids: tuple[str, ...], workers: bulk.Engine) -> Generator[Analysing, None, None]:
    taught = store.lessons.standing(gait.RECIPE)  # once for all: what is learned on the way is for the next reading

    def items() -> Iterator[RecordingToAnalyse]:
        for id_ in ids:
            try:
                yield _item(store, id_, options_for(store, taught, id_))
            except NotFound:
                continue  # removed since the list was made
            except BadStore as error:
                lost = failed(error.message)
                store.analyses.save(id_, store.recordings.get(id_).edition, lost)

    with closing(bulk.run(analyse_again, items(), workers, weigh=_weigh)) as outcomes:
        for done, outcome in enumerate(outcomes, 1):
            if outcome.item is not None:
                made = outcome.result or failed(outcome.error or say("nothing came of it"))
                store.analyses.save(outcome.item.id, outcome.item.edition, made)
                renew(store)
                yield Analysing(outcome.item.id, done, len(ids), made.error)


def _item(store: Store, id_: str, told: Options) -> RecordingToAnalyse:
    row = store.recordings.get(id_)
    return RecordingToAnalyse(
        id_, row.edition, store.recordings.packed(id_), row.labels, replace(told, placement=row.placement)
    )


def _weigh(item: RecordingToAnalyse) -> int:
    return sum(len(file.data) for file in item.packed.files)
