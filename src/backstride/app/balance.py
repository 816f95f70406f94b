"""The two balance tests in the log of a test session: what came out is kept as tries, which the ladder reads.

Fields, all in seconds: `stance.left` and `stance.right` (the best try of a leg), `walk` (the quickest three metres).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from backstride.app.fields import FormReader
from backstride.app.tests import value_of
from backstride.assess import TESTS, Trial
from backstride.message import Message, say
from backstride.recording import Side
from backstride.store import Store


@dataclass(frozen=True, slots=True)
class Field:
    """Where a result is typed, and the test and side it belongs to."""

    name: str
    label: Message
    test: str
    side: Side


FIELDS = (
    Field("stance.left", say("One leg, left, in seconds"), "stance-open", Side.LEFT),
    Field("stance.right", say("One leg, right, in seconds"), "stance-open", Side.RIGHT),
    Field("walk", say("Three metres backward, in seconds"), "walk-3m", Side.UNKNOWN),
)


def read_balance(reader: FormReader) -> Mapping[str, float | None]:
    """The results by field, as far as the form has it; None where it is empty. Faults are left with the reader."""
    return {one.name: reader.read(one.name, _reading(one.test), None) for one in FIELDS if reader.has(one.name)}


def keep_balance(store: Store, values: Mapping[str, float | None], session_id: str, day: date) -> None:
    """Keep them as tries of the day, in the place of those the session had before; what is None now is taken back."""
    for one in FIELDS:
        value = values.get(one.name)
        if value is None:
            if one.name in values:
                store.measuring.remove_trial(_id_of(session_id, one))
            continue
        id_ = _id_of(session_id, one)
        test = TESTS[one.test]
        condition = test.condition.choices[0][0] if test.condition else ""
        known = store.measuring.trials(one.test)
        made = Trial(
            id_, one.test, value, day, datetime.now(UTC), one.side, False, "", "",
            known[-1].condition if known else condition,
        )  # fmt: skip
        store.measuring.save_trial(made)


def balance_of(store: Store, session_id: str) -> Mapping[str, float]:
    """What was kept of a session, by field."""
    kept = {trial.id: trial.value for trial in store.measuring.trials()}
    ids = {one.name: _id_of(session_id, one) for one in FIELDS}
    return {name: kept[id_] for name, id_ in ids.items() if id_ in kept}


def _id_of(session_id: str, field: Field) -> str:
    return sha256(f"{session_id} {field.name}".encode()).hexdigest()[:32]


def _reading(test: str) -> Callable[[str], float | Message]:
    return lambda text: value_of(text, TESTS[test])
