"""All that a person said as one file, and back: answers, plans, checks of days, sessions, tests, settings.

Bringing it in adds what is not there and changes nothing that is: where both stores say something of one session, one
day or one version of a plan, what is kept here stays.
"""

import dataclasses
import gzip
import re
import types
import typing
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from string import Formatter
from typing import Any

from backstride.app.measures_file import Measures, bring_measures, write_measures
from backstride.app.settings import bring_settings, said_settings
from backstride.errors import BadFile, BadStore
from backstride.message import Message, say
from backstride.plan.answers import Answers
from backstride.plan.check import Check
from backstride.plan.planned import Kept
from backstride.session import Session
from backstride.store import Store
from backstride.store.codec import from_json, to_json

FILE_NAME = "coach.json.gz"  # every version of every plan is in there, much of it the same
MARK = "backstride-coach"
VERSION = 1
_BEGINS = re.compile(rf'\s*\{{\s*"format"\s*:\s*"{MARK}"'.encode())
_ID_LENGTH = 64
_PLAIN = (str, int, bool)


@dataclass(frozen=True, slots=True)
class Given:
    """Answers, and when they were given."""

    at: datetime
    answers: Answers


@dataclass(frozen=True, slots=True)
class Told:
    """A session; chosen: the person said which recordings are of it."""

    session: Session
    chosen: bool


@dataclass(frozen=True, slots=True)
class CoachFile:
    """The file. Sessions name recordings by their ids, which are the same in every store."""

    format: str
    version: int
    answers: tuple[Given, ...] = ()
    plans: tuple[Kept, ...] = ()
    checks: tuple[Check, ...] = ()
    sessions: tuple[Told, ...] = ()
    draft: Mapping[str, str] = field(default_factory=dict)
    measures: Measures = field(default_factory=Measures)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """How much of a file was new here, and how many entries differ from what is kept here."""

    new: int
    different: int

    @property
    def message(self) -> Message | None:
        """What to say of it, where there is anything to say."""
        if self.different:
            return say(
                "new entries of the coach: {new}; {different} differ from what is kept here and were left out",
                new=self.new,
                different=self.different,
            )
        return say("new entries of the coach: {new}", new=self.new) if self.new else None


def write_coach(store: Store) -> bytes | None:
    """The file, compressed; None where the coach knows nothing."""
    coach = store.coach
    made = CoachFile(
        MARK,
        VERSION,
        tuple(Given(at, said) for at, said in coach.answered()),
        tuple(reversed(coach.plans())),
        coach.checks(),
        tuple(Told(dataclasses.replace(row.session, recordings=row.named), row.chosen) for row in coach.every_row()),
        coach.draft(),
        write_measures(store),
        said_settings(store),
    )
    if not any(getattr(made, part.name) for part in dataclasses.fields(made)[2:]):
        return None
    return gzip.compress(to_json(made).encode(), mtime=0)


def is_coach(data: bytes) -> bool:
    """Whether these are the bytes of such a file, unpacked."""
    return _BEGINS.match(data) is not None


def bring_coach(store: Store, data: bytes) -> Brought:
    """Add what is not kept here yet, from the unpacked bytes. Raises BadFile, and keeps nothing then.

    Stopped half way it has kept the first part; bringing the file in again does what is left.
    """
    read = read_coach(data)
    found: Counter[bool | None] = Counter()
    for given in read.answers:
        found[store.coach.bring_answers(given.at, given.answers) or None] += 1
    for kept in read.plans:
        found[store.coach.bring_plan(kept) or _same_plan(store, kept)] += 1
    for check in read.checks:
        found[store.coach.bring_check(check) or _same(store.coach.check(check.day), check)] += 1
    for told in read.sessions:
        kept_now = store.coach.save_session(told.session, chosen=told.chosen, only_new=True)
        found[kept_now or _same_session(store, told.session)] += 1
    if read.draft and not store.coach.draft():
        store.coach.keep_draft(read.draft)
        found[True] += 1
    found.update(bring_measures(store, read.measures))
    found[True] += bring_settings(store, read.settings)
    return Brought(found[True], found[False])


def read_coach(data: bytes) -> CoachFile:
    """Raises BadFile where it is not whole, or holds what no such file holds."""
    try:
        read = from_json(CoachFile, data)
        sound = _sound(read, CoachFile)
    except (BadStore, RecursionError) as error:
        why = str(error.__cause__ or error)[:200]
        raise BadFile(say("this file of the coach cannot be read: {why}", why=why)) from error
    ids = [told.session.id for told in read.sessions] + [kept.plan.id for kept in read.plans]
    ids += read.measures.keys
    if not sound or not read.measures.sound or not all(0 < len(id_) <= _ID_LENGTH and id_.isprintable() for id_ in ids):
        raise BadFile(say("this file of the coach cannot be read: {why}", why=say("it holds what nobody wrote there")))
    if read.version > VERSION:
        raise BadFile(say("this file of the coach was made by a newer version of Backstride: update Backstride"))
    return read


def _same_plan(store: Store, kept: Kept) -> bool | None:
    return _same(store.coach.plan_version(kept.plan.id, kept.plan.version).plan, kept.plan)


def _same_session(store: Store, told: Session) -> bool | None:
    same_id = next((row for row in store.coach.session_rows((told.day,)) if row.session.id == told.id), None)
    if same_id is None:
        return False
    unmeasured = dataclasses.replace(same_id.session, recordings=same_id.named, measured=None)
    return _same(unmeasured, dataclasses.replace(told, measured=None))


def _same(mine: object, theirs: object) -> bool | None:
    """None where both say the same, False where they differ. Compared as text: an open step's NaN equals nothing."""
    return None if to_json(mine) == to_json(theirs) else False


def _sound(value: object, kind: Any) -> bool:
    """Whether everything in there is of the type its annotation says, as far as reading has not seen to it."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN:
        return type(value) is kind
    if origin in (typing.Union, types.UnionType):
        return any(value is None if one is types.NoneType else _sound(value, one) for one in inner)
    if origin in (tuple, frozenset):
        if not isinstance(value, origin):
            return False
        kinds = [inner[0]] * len(value) if origin is frozenset or inner[-1] is Ellipsis else list(inner)
        return all(map(_sound, value, kinds))
    if isinstance(value, Mapping):
        return len(inner) != 2 or all(_sound(name, inner[0]) and _sound(one, inner[1]) for name, one in value.items())
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        if isinstance(value, Message) and not _fillable(value):
            return False
        return type(value) is kind and all(_sound(getattr(value, name), hint) for name, hint in hints.items())
    return not isinstance(kind, type) or isinstance(value, kind)


def _fillable(message: Message) -> bool:
    """Whether a sentence asks for nothing but its own values: a template could reach into them."""
    asked = [name for _, name, _, _ in Formatter().parse(message.template) if name is not None]
    return all(name in message.values for name in asked)
