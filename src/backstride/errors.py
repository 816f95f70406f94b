"""Everything this package raises on purpose.

BackstrideError
├── BadFile          bytes that cannot be read, or are not what their format promises
├── BadSignal        samples that break the contract of Signal or Recording
├── BadAnswers       a form that cannot be read (one message per field, all at once)
├── BadStore         the data folder or database is not usable as it is
├── Conflict         what is asked for would overwrite or double something
├── NotFound         an id that names nothing
└── NotAllowed       refused on purpose
"""

from collections.abc import Mapping

from backstride.message import Message, say


class BackstrideError(Exception):
    """Base class: catch this at an entry point, never inside the core. `message` can be translated."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)

    def __reduce__(self) -> tuple[type["BackstrideError"], tuple[Message]]:
        return type(self), (self.message,)


class BadFile(BackstrideError):
    """A file that cannot be read; the message says where, what was expected and what came."""


class BadSignal(BackstrideError):
    """Samples that break the contract of `Signal` or `Recording`."""


class BadAnswers(BackstrideError):
    """A form that cannot be read. `fields` maps each bad field to what is wrong with it."""

    def __init__(self, fields: Mapping[str, Message]) -> None:
        first = "; ".join(f"{name}: {why}" for name, why in fields.items())
        super().__init__(say("Please check: {faults}", faults=first))
        self.fields = dict(fields)

    def __reduce__(self) -> tuple[type["BadAnswers"], tuple[Mapping[str, Message]]]:  # type: ignore[override]
        return type(self), (self.fields,)


class BadStore(BackstrideError):
    """The data folder or the database cannot be used as it is."""


class Conflict(BackstrideError):
    """What is asked for would overwrite or double something that is kept."""


class NotFound(BackstrideError):
    """An id that names nothing."""


class NotAllowed(BackstrideError):
    """Refused on purpose."""
