"""Finding the records of a damaged stream.

The tight walk trusts every byte; one wrong header byte and all that follows is read askew. Here each record must be
likely: its header byte is defined, it is not blank, its time stamp is near the last one that was trusted. Where that
fails, the next position is searched from which several likely records follow each other.

1. Walk; records with a near time stamp are trusted, records without one wait for the next trusted one.
2. At a doubtful record: if it agrees with those after it, the clock was set; if those after it agree with the past,
   only this record is wrong and is left out.
3. Otherwise search byte by byte from the last trusted record, and go on where a chain of likely records begins.
"""

from backstride.formats.fit import profile
from backstride.formats.fit.damage import Damage
from backstride.formats.fit.index import Index, Track
from backstride.formats.fit.layout import TIMESTAMP, Definition, read_definition

_NO_STAMP = 0xFFFFFFFF
_LARGEST_STEP_BACK_S = 86_400
_LARGEST_STEP_ON_S = 7 * 86_400
_LOOK_AHEAD = 12
_STAMPS_TO_TRUST = 3
_RECORDS_TO_TRUST = 8
_LARGEST_HONEST_BLANK = 8
_CHECKSUM_LENGTH = 2
_WINDOW = 4096
# Positions tried while searching: some seconds of work at most, whatever the bytes are.
_PATIENCE = 1_000_000


def rescue(data: bytes, start: int, end: int, index: Index) -> Damage:
    """Note every likely record between `start` and `end` in a fresh `index`; returns what had to be left out."""
    search = _Search(data, end, index)
    search.run(start)
    return Damage(holes=search.holes, skipped=search.skipped, dropped=search.dropped)


class _Search:
    """The walk's state: `trusted` is the last believed time stamp, `sure` the end of the record that carried it."""

    def __init__(self, data: bytes, end: int, index: Index) -> None:
        self.data, self.end, self.index = data, end, index
        self.trusted: int | None = None
        self.sure = 0
        self.waiting: list[tuple[int, int, Track]] = []
        self.holes = self.skipped = self.dropped = 0
        self.patience = _PATIENCE
        self._stamp_places: dict[int, tuple[int, str]] = {}

    def run(self, start: int) -> None:
        """Step 1: walk from `start`."""
        at = self.sure = start
        while at < self.end:
            track = self._track(at)
            if track is None:
                stop = self._define(at)
                at = stop or self._doubt(at, None)
                continue
            stamp = self._stamp(at, track)
            if self._is_blank(at, track.definition.size) or not self._is_near(stamp, self.trusted):
                at = self._doubt(at, track)
            else:
                at = self._take(at, track, stamp)
        self._keep_waiting(self.end)

    def _track(self, at: int) -> Track | None:
        """What the header byte announces, if the whole record is there. Reserved bits must be 0 here."""
        head = self.data[at]
        track = self.index.bound[head] if head < 0x10 or head >= 0x80 else None
        return track if track is not None and at + track.definition.size <= self.end else None

    def _take(self, at: int, track: Track, stamp: int | None) -> int:
        after = at + track.definition.size
        if stamp is None:
            self.waiting.append((at, after, track))
            return after
        self._keep_waiting(at)
        track.singles.append(at)
        self.trusted, self.sure = stamp, after
        return after

    def _keep_waiting(self, until: int) -> int:
        """Believe the waiting records that end before `until`; returns the end of the last one."""
        kept = self.sure
        for at, after, track in self.waiting:
            if after <= until:
                track.singles.append(at)
                kept = after
        self.waiting.clear()
        return kept

    def _define(self, at: int) -> int:
        found = read_definition(self.data, at, self.end)
        if found is None or self.data[at + 1] or not found[0].is_plausible(profile.is_known):
            return 0
        length = self.index.define(self.data, at, self.end)
        self._keep_waiting(at)
        self.sure = at + length
        return self.sure

    def _doubt(self, at: int, track: Track | None) -> int:
        """Steps 2 and 3: where to go on."""
        if self.end - at <= _CHECKSUM_LENGTH:
            return self.end
        if track is not None:
            after = at + track.definition.size
            blank = self._is_blank(at, track.definition.size)
            if not blank and self._is_chain(at, None):
                return self._take(at, track, self._stamp(at, track))
            if self._is_chain(after, self.trusted):
                self.dropped += 1
                return after
        found = self._next_chain(self.sure + 1)
        kept = self._keep_waiting(found)
        self.holes += 1
        self.skipped += found - kept
        self.sure = found
        return found

    def _next_chain(self, start: int) -> int:
        heads = bytes(int(bool(size) and (head < 0x10 or head >= 0x80)) for head, size in enumerate(self.index.sizes))
        heads = heads[:0x40] + b"\1" * 0x10 + heads[0x50:0x60] + b"\1" * 0x10 + heads[0x70:]
        for first in range(start, self.end, _WINDOW):
            likely = self.data[first : min(first + _WINDOW, self.end)].translate(heads)
            at = likely.find(1)
            while at >= 0:
                self.patience -= 1
                if self.patience < 0:
                    return self.end
                if self._is_chain(first + at, self.trusted):
                    return first + at
                at = likely.find(1, at + 1)
        return self.end

    def _is_chain(self, at: int, near: int | None) -> bool:
        """Whether likely records follow each other from `at`, the first time stamp near to `near` if that is known."""
        stamps = records = 0
        local: dict[int, Definition] = {}
        for _ in range(_LOOK_AHEAD):
            if self.end - at <= _CHECKSUM_LENGTH:
                return stamps > 0 or records > 1
            found = self._likely_definition(at)
            if found is not None:
                local[self.data[at] & 0x0F] = found[0]
                stamps, at = stamps + 1, found[1]
                continue
            definition = self._definition_for(self.data[at], local)
            if definition is None or at + definition.size > self.end:
                return definition is not None and stamps > 0
            stamp = self._stamp_of(at, definition)
            if self._is_blank(at, definition.size) or not self._is_near(stamp, near):
                return False
            if stamp is not None:
                stamps, near = stamps + 1, stamp
            records, at = records + 1, at + definition.size
            if stamps >= _STAMPS_TO_TRUST:
                return True
        return records >= _RECORDS_TO_TRUST

    def _likely_definition(self, at: int) -> tuple[Definition, int] | None:
        if self.data[at] & 0xC0 != 0x40 or self.data[at + 1 : at + 2] != b"\0":
            return None
        found = read_definition(self.data, at, self.end)
        return found if found and found[0].is_plausible(profile.is_known) else None

    def _definition_for(self, head: int, local: dict[int, Definition]) -> Definition | None:
        if 0x10 <= head < 0x80:
            return None
        number = head if head < 0x10 else head >> 5 & 3
        track = self.index.bound[head]
        return local.get(number) or (track.definition if track else None)

    def _is_blank(self, at: int, size: int) -> bool:
        """Whether a record holds nothing but zeros, or nothing but ones, as lost sectors do."""
        return (
            size > _LARGEST_HONEST_BLANK
            and self.data[at + 1 : at + size].strip(self.data[at + 1 : at + 2]) == b""
            and (self.data[at + 1] in (0, 0xFF))
        )

    def _stamp(self, at: int, track: Track) -> int | None:
        return self._stamp_of(at, track.definition)

    def _stamp_of(self, at: int, definition: Definition) -> int | None:
        """The record's time stamp; None when it has none."""
        place = self._stamp_places.get(id(definition.fields))
        if place is None:
            slot = definition.slots().get(TIMESTAMP)
            whole = slot is not None and slot.length == 4
            place = (slot.offset if slot and whole else 0, "big" if definition.order == ">" else "little")
            self._stamp_places[id(definition.fields)] = place
        if not place[0]:
            return None
        stamp = int.from_bytes(self.data[at + place[0] : at + place[0] + 4], "big" if place[1] == "big" else "little")
        return None if stamp == _NO_STAMP else stamp

    @staticmethod
    def _is_near(stamp: int | None, near: int | None) -> bool:
        return stamp is None or near is None or -_LARGEST_STEP_BACK_S <= stamp - near <= _LARGEST_STEP_ON_S
