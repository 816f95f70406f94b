"""One page of the list of recordings, in a few indexed queries however many there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, select, true

from backstride.recording import Direction
from backstride.store.codec import from_json
from backstride.store.database import Database
from backstride.store.rows import Choices, Digest, Filter, ListRow, Moved, Ribbon
from backstride.store.schema import recording

SORTS: Mapping[str, ColumnElement[Any]] = {
    "start": recording.c.start,
    "added": recording.c.added_at,
    "name": func.lower(recording.c.name),
    "duration": recording.c.duration_s,
    "distance": func.coalesce(recording.c.distance_m, 0.0),
    **{direction.value: recording.c[f"{direction.value}_s"] for direction in Direction},
}
_NOT_SHOWN = ("about", "search", "notes", "worn", "taught", "again", "backward_m", "backward_run_s")


class Lists:
    """Reading the table recording many rows at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: Filter) -> tuple[tuple[ListRow, ...], int]:
        """The rows of one page, and how many rows all pages have."""
        counted = select(func.count()).select_from(recording).where(and_(*_conditions(wanted)))
        with self._database.reading() as db:
            total = int(db.execute(counted).scalar_one())
        return self.rows(wanted), total

    def rows(self, wanted: Filter) -> tuple[ListRow, ...]:
        """The rows of one page."""
        where = and_(*_conditions(wanted))
        left_out = _NOT_SHOWN if wanted.ribbons else (*_NOT_SHOWN, "ribbon")
        columns = [column for column in recording.c if column.name not in left_out]
        key = SORTS[wanted.sort]
        order = (key.desc() if wanted.descending else key.asc(), recording.c.id)
        # The ids first: a late page passes over many rows, and these need not be read whole.
        ids = select(recording.c.id).where(where).order_by(*order).offset(wanted.offset).limit(wanted.limit)
        rows = select(*columns).where(recording.c.id.in_(ids)).order_by(*order)
        with self._database.reading() as db:
            found = db.execute(rows).all()
            followers: dict[str, list[str]] = defaultdict(list)
            leads = [row.id for row in found]
            twins = select(recording.c.id, recording.c.twin_of).where(recording.c.twin_of.in_(leads))
            for row in db.execute(twins.order_by(recording.c.added_at, recording.c.id)):
                followers[row.twin_of].append(row.id)
        return tuple(_list_row(row, tuple(followers[row.id])) for row in found)

    def moved(self, newest: int) -> tuple[tuple[Moved, ...], int]:
        """Of the newest so many those that moved forward or backward, of twins the lead; and how many are older."""
        leads = recording.c.twin_of.is_(None)
        columns = (recording.c[one.name] for one in fields(Moved))
        query = select(*columns).where(leads).order_by(recording.c.start.desc(), recording.c.id).limit(newest)
        with self._database.reading() as db:
            total = int(db.execute(select(func.count()).select_from(recording).where(leads)).scalar_one())
            rows = [Moved(*row) for row in db.execute(query)]
        return tuple(row for row in rows if row.backward_s > 0 or row.forward_s > 0), total - len(rows)

    def choices(self) -> Choices:
        """Every sport and every format that occurs."""
        with self._database.reading() as db:
            sports, formats = (
                tuple(sorted(value for value in db.execute(select(column).distinct()).scalars() if value))
                for column in (recording.c.sport, recording.c.format)
            )
        return Choices(sports, formats)

    def every_id(self) -> tuple[str, ...]:
        """All recordings, oldest first."""
        with self._database.reading() as db:
            return tuple(db.execute(select(recording.c.id).order_by(recording.c.start, recording.c.id)).scalars())


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [true() if wanted.twins else recording.c.twin_of.is_(None)]
    words = wanted.text.casefold().split()
    conditions += [recording.c.search.contains(word, autoescape=True) for word in words]
    if wanted.sport:
        conditions.append(recording.c.sport == wanted.sport)
    if wanted.format:
        conditions.append(recording.c.format == wanted.format)
    if wanted.direction is not None:
        conditions.append(recording.c[f"{wanted.direction.value}_s"] > 0)
    if wanted.since is not None:
        conditions.append(recording.c.start >= wanted.since)
    if wanted.until is not None:
        conditions.append(recording.c.start < wanted.until)
    return conditions


def _list_row(row: Row[Any], twins: tuple[str, ...]) -> ListRow:
    values = row._mapping
    seconds = {direction: values[f"{direction.value}_s"] for direction in Direction}
    distance_m = float("nan") if row.distance_m is None else row.distance_m
    return ListRow(
        id=row.id,
        name=row.name,
        start=row.start,
        start_known=row.start_known,
        duration_s=row.duration_s,
        sport=row.sport,
        device=row.device,
        format=row.format,
        simulated=row.simulated,
        lossy=row.lossy,
        twin_of=row.twin_of,
        twins=twins,
        digest=Digest(distance_m, seconds, from_json(Ribbon, values["ribbon"]) if "ribbon" in values else ()),
    )
