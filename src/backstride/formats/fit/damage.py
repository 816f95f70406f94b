"""What was found wrong while reading the stream of one file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Damage:
    """All zero and False when the file is as it was written.

    holes     places where bytes had to be skipped to find the next record
    skipped   bytes skipped there, and those after the end of the data
    dropped   records left out because they could not be true
    cut       the file ends before the length its header states
    checksum  the checksum does not match
    """

    holes: int = 0
    skipped: int = 0
    dropped: int = 0
    cut: bool = False
    checksum: bool = False

    def __bool__(self) -> bool:
        return self != Damage()

    def __add__(self, other: "Damage") -> "Damage":
        return Damage(
            self.holes + other.holes,
            self.skipped + other.skipped,
            self.dropped + other.dropped,
            self.cut or other.cut,
            self.checksum or other.checksum,
        )
