"""What people said about stretches of recordings. Nothing said is deleted: undoing is written down too."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from backstride.errors import NotFound
from backstride.message import say
from backstride.recording import Direction, Label
from backstride.store.database import Database
from backstride.store.schema import label, recording


class Labels:
    """The table label.

    Each change raises the recording's edition, so that no analysis of before is saved after it, and marks it as waiting
    to be analysed again, so that a correction is never left half done.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, id_: str, said: Label) -> None:
        with self._database.writing() as db:
            _rise(db, id_)
            insert_all(db, id_, (said,))

    def undo(self, id_: str) -> bool:
        """Take back what was said last. Returns whether there was anything."""
        with self._database.writing() as db:
            standing = select(label.c.id).where(label.c.recording_id == id_, label.c.undone_at.is_(None))
            last = db.execute(standing.order_by(label.c.id.desc()).limit(1)).scalar()
            _rise(db, id_)
            if last is not None:
                db.execute(update(label).where(label.c.id == last).values(undone_at=datetime.now(UTC)))
        return last is not None

    def carriers(self) -> frozenset[str]:
        """The recordings of which something was said that stands."""
        with self._database.reading() as db:
            standing = select(label.c.recording_id).where(label.c.undone_at.is_(None)).distinct()
            return frozenset(db.execute(standing).scalars())


def current(db: Connection, id_: str) -> tuple[Label, ...]:
    """The labels that stand, oldest first: a later one overrules."""
    standing = select(label).where(label.c.recording_id == id_, label.c.undone_at.is_(None)).order_by(label.c.id)
    return tuple(Label(row.start_s, row.end_s, Direction(row.direction)) for row in db.execute(standing))


def insert_all(db: Connection, id_: str, said: Iterable[Label]) -> None:
    now = datetime.now(UTC)
    for one in said:
        db.execute(
            insert(label).values(
                recording_id=id_, start_s=one.start_s, end_s=one.end_s, direction=one.direction.value, made_at=now
            )
        )


def _rise(db: Connection, id_: str) -> None:
    raised = update(recording).where(recording.c.id == id_).values(edition=recording.c.edition + 1, again=True)
    if not db.execute(raised).rowcount:
        raise NotFound(say("there is no recording {id}", id=id_))
