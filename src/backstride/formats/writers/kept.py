"""What an export is made of, and what comes back out of a lossless one."""

from collections.abc import Callable
from dataclasses import dataclass

from backstride.message import Message
from backstride.recording import Analysis, Label, Placement, Recording

SIMULATED = "simulated by backstride"
"""How an export says that no person made the recording. Readers know it in any case of letters."""


@dataclass(frozen=True, eq=False, slots=True)
class Kept:
    """A recording as it is kept: with its analysis, what the person said of it, and the file it came from.

    part  which of the original's recordings this is, from 0
    """

    recording: Recording
    analysis: Analysis
    labels: tuple[Label, ...] = ()
    original_name: str = ""
    original: bytes = b""
    name: str = ""
    notes: str = ""
    part: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Exported:
    """What a lossless export gives back: the original file, and what the person said of its recording `part`.

    placement  as it stood when the export was made: the file's word, or the person's where they said otherwise
    """

    original_name: str
    original: bytes
    part: int = 0
    labels: tuple[Label, ...] = ()
    name: str = ""
    notes: str = ""
    placement: Placement = Placement.UNKNOWN


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of export: a row of EXPORTS. `write` may refuse with NotAllowed."""

    name: str
    suffix: str
    media_type: str
    label: Message
    write: Callable[[Kept], bytes]
