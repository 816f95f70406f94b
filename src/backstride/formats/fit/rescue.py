"""Finding the records of a damaged stream.

The tight walk trusts every byte; one wrong header byte and all that follows is read askew. Here each record must be
likely: its header byte is defined, it is not blank, its time stamp is near the last one that was trusted. Where that
fails, the next position is searched from which several likely records follow each other.

1. Walk; records with a near time stamp are trusted, records without one wait for the next trusted one.
2. At a doubtful record: if it agrees with those after it, the clock was set; if those after it agree with the past,
   only this record is wrong and is left out; if another definition of its local type makes sense of it and those
   after it, the definition in between was lost and is put back.
3. Otherwise search byte by byte from the last trusted record, and go on where a chain of likely records begins.
"""

import re

from backstride.formats.fit import profile
from backstride.formats.fit.damage import Damage
from backstride.formats.fit.index import Index, Track
from backstride.formats.fit.layout import TIMESTAMP, Definition, read_definition

_NO_STAMP = 0xFFFFFFFF
_STAMP_LENGTH = 4
_RECORD = 20
# Alike in both directions: a stamp that is wrongly trusted must not make the right ones after it look wrong.
_LARGEST_STEP_S = 2 * 86_400
_LOOK_AHEAD = 12
_STAMPS_TO_TRUST = 3
_SHORT_STAMPS_TO_TRUST = 8
_LONGEST_WAIT = 64
_COMMON = 3
_LARGEST_HONEST_BLANK = 8
_LOOK_INTO = 64
_BLANK = (b"\0", b"\xff")
_CHECKSUM_LENGTH = 2
_WINDOW = 4096
_NEARBY = 2048
_COMPRESSED = 0x80
# Positions tried while searching: some seconds of work at most, whatever the bytes are.
_PATIENCE = 1_000_000
_SPARE_DEFINITIONS = 8
_DEFINITION_START = re.compile(rb"(?=[\x40-\x4f\x60-\x6f]\x00[\x00\x01])", re.DOTALL)


def rescue(data: bytes, start: int, end: int, index: Index) -> Damage:
    """Note every likely record between `start` and `end` in a fresh `index`; returns what had to be left out."""
    search = _Search(data, start, end, index)
    search.run()
    return Damage(holes=search.holes, skipped=search.skipped, dropped=search.dropped)


class _Search:
    """The walk's state: `trusted` is the last believed time stamp, `sure` the end of the record that carried it."""

    def __init__(self, data: bytes, start: int, end: int, index: Index) -> None:
        self.data, self.start, self.end, self.index = data, start, end, index
        self.trusted: int | None = None
        self.sure = start
        self.waiting: list[tuple[int, int, Track]] = []
        self.holes = self.skipped = self.dropped = 0
        self.patience = _PATIENCE
        self._stamp_places: dict[bytes, int] = {}
        self._spares: dict[int, dict[Definition, int]] | None = None

    def run(self) -> None:
        """Step 1: walk from the start."""
        at = self.start
        while at < self.end:
            track = self._track(at)
            if track is None:
                at = self._define(at) or self._doubt(at, None)
                continue
            stamp = self._stamp(at, track.definition)
            likely = self._is_near(stamp, self.trusted) and not self._is_lost_sector(at, track.definition)
            if likely and (len(self.waiting) < _LONGEST_WAIT or self.trusted is None or self._is_chain(at)):
                at = self._take(at, track, stamp)
            else:
                at = self._doubt(at, track)
        self._keep_waiting(self.end, False)

    def _track(self, at: int) -> Track | None:
        """What the header byte announces, if the whole record is there. Reserved bits must be 0 here."""
        head = self.data[at]
        track = self.index.bound[head] if head < 0x10 or head >= _COMPRESSED else None
        return track if track is not None and at + track.definition.size <= self.end else None

    def _take(self, at: int, track: Track, stamp: int | None) -> int:
        after = at + track.definition.size
        if stamp is None and self.data[at] < _COMPRESSED:
            self.waiting.append((at, after, track))
            return after
        self._keep_waiting(at, False)
        track.singles.append(at)
        self.trusted, self.sure = self.trusted if stamp is None else stamp, after
        return after

    def _keep_waiting(self, until: int, askew: bool) -> int:
        """Believe the waiting records that end before `until`; where reading was `askew`, only those of a common kind
        that are not blank. Returns the end of the last one."""
        askew = askew and all(after != until for _, after, _ in self.waiting)
        common = {id(track) for _, _, track in self.waiting if len(track.singles) >= _COMMON}
        kept = self.sure
        for at, after, track in self.waiting:
            if after <= until and not (askew and (id(track) not in common or self._is_blank(at, track.definition))):
                track.singles.append(at)
                kept = after
        self.waiting.clear()
        return kept

    def _define(self, at: int) -> int:
        """Take in the definition message at `at`; returns where it stops, 0 when there is none to be believed."""
        found = read_definition(self.data, at, self.end)
        if found is None or self.data[at + 1]:
            return 0
        definition, stop = found
        local = self.data[at] & 0x0F
        if definition.is_plausible(profile.is_known):
            likely: Definition | None = definition
        elif definition.is_sound() or at == self.sure:
            likely = next((one for one in definition.mended() if self._is_chain(stop, local={local: one})), None)
        else:
            likely = None
        if likely is None:
            return 0
        self.index.bind(
            local, likely, self.data[at] | 0x4F, self.data[at + 1 : at + 6] + likely.fields + likely.developer
        )
        self._keep_waiting(at, False)
        self.sure = stop
        return stop

    def _doubt(self, at: int, track: Track | None) -> int:
        """Steps 2 and 3: where to go on."""
        if self.end - at <= _CHECKSUM_LENGTH:
            return self.end
        if track is not None and self._is_chain(at + track.definition.size):
            self.dropped += 1
            return at + track.definition.size
        if self._put_back(at):
            return at
        nearby = min(at + _NEARBY, self.end)
        found = self._next_chain(self.sure + 1, nearby)
        if found == nearby and track is not None and self._is_clock_set(at, track.definition):
            return self._take(at, track, self._stamp(at, track.definition))
        found = self._next_chain(nearby, self.end) if found == nearby else found
        kept = self._keep_waiting(found, True)
        self.holes += 1
        self.skipped += found - kept
        self.sure = found
        return found

    def _is_clock_set(self, at: int, definition: Definition) -> bool:
        """Whether the record begins a chain of its own, with another time than the last that was trusted."""
        return not self._is_blank(at, definition) and self._is_chain(at, near=None)

    def _put_back(self, at: int) -> int:
        """Bind another definition of the local type that makes sense here; returns `at`, 0 when there is none."""
        head = self.data[at]
        if 0x10 <= head < _COMPRESSED:
            return 0
        local = head if head < 0x10 else head >> 5 & 3
        bound = self.index.bound[head]
        for definition, written in self._spare_definitions().get(local, {}).items():
            known = bound is not None and bound.definition == definition
            if not known and self._is_chain(at, local={local: definition}):
                self.index.define(self.data, written, self.end)
                self.holes += 1
                return at
        return 0

    def _spare_definitions(self) -> dict[int, dict[Definition, int]]:
        """All plausible definitions of the file by local type, and where they are written."""
        if self._spares is None:
            self._spares = {}
            for match in _DEFINITION_START.finditer(self.data, self.start, self.end):
                self.patience -= 1
                if self.patience < 0:
                    break
                found = self._sound_definition(match.start())
                if found is not None and found[0].is_plausible(profile.is_known):
                    kept = self._spares.setdefault(self.data[match.start()] & 0x0F, {})
                    if len(kept) < _SPARE_DEFINITIONS:
                        kept.setdefault(found[0], match.start())
        return self._spares

    def _next_chain(self, start: int, end: int) -> int:
        """The first position before `end` from which likely records follow each other, else `end`."""
        heads = bytes(
            head & 0xD0 == 0x40 or head < 0x10 or bool(size and head >= _COMPRESSED)
            for head, size in enumerate(self.index.sizes)
        )
        for first in range(start, end, _WINDOW):
            likely = self.data[first : min(first + _WINDOW, end)].translate(heads)
            at = likely.find(1)
            while at >= 0:
                self.patience -= 1
                if self.patience < 0:
                    return end
                if self._is_chain(first + at):
                    return first + at
                at = likely.find(1, at + 1)
        return end

    def _is_chain(self, at: int, near: int | None = -1, local: dict[int, Definition] | None = None) -> bool:
        """Whether likely records follow each other from `at`.

        near   what the first time stamp must be near to; None: anything; the last trusted one if not given
        local  definitions to be used before those that are bound
        """
        near = self.trusted if near == -1 else near
        local = {} if local is None else dict(local)
        stamps = short = 0
        for _ in range(_LOOK_AHEAD):
            if self.end - at <= _CHECKSUM_LENGTH:
                return stamps > 0 or short > 0
            head = self.data[at]
            found = self._sound_definition(at)
            if found is not None:
                local[head & 0x0F] = found[0]
                stamps, at = stamps + found[0].is_plausible(profile.is_known), found[1]
                continue
            definition = self._definition_for(head, local)
            if definition is None or at + definition.size > self.end:
                return definition is not None and stamps > 0
            stamp = self._stamp(at, definition)
            if not self._is_near(stamp, near):
                return False
            if stamp is not None:
                stamps, near = stamps + 1, stamp
            short += head >= _COMPRESSED and not self._is_blank(at, definition)
            at += definition.size
            if stamps >= _STAMPS_TO_TRUST or short >= _SHORT_STAMPS_TO_TRUST:
                return True
        return False

    def _sound_definition(self, at: int) -> tuple[Definition, int] | None:
        if self.data[at] & 0xD0 != 0x40 or self.data[at + 1 : at + 2] != b"\0":
            return None
        found = read_definition(self.data, at, self.end)
        return found if found and found[0].is_sound() else None

    def _definition_for(self, head: int, local: dict[int, Definition]) -> Definition | None:
        if 0x10 <= head < _COMPRESSED:
            return None
        number = head if head < 0x10 else head >> 5 & 3
        track = self.index.bound[head]
        if number in local or track is not None:
            return local.get(number) or (track.definition if track else None)
        return next(iter(self._spare_definitions().get(number, ())), None)

    def _is_blank(self, at: int, definition: Definition) -> bool:
        """Whether a record holds nothing but zeros, or nothing but ones, as lost sectors do."""
        content = self.data[at + 1 : at + min(definition.size, _LOOK_INTO)]
        return definition.size > _LARGEST_HONEST_BLANK and content[:1] in _BLANK and not content.strip(content[:1])

    def _is_lost_sector(self, at: int, definition: Definition) -> bool:
        """A blank record of a kind that should carry a time stamp. Others can be blank honestly."""
        return self._stamp_place(definition) > 0 and self._is_blank(at, definition)

    def _stamp(self, at: int, definition: Definition) -> int | None:
        """The time stamp; None where it is missing, which in a `record` message is as unlikely as 0: read askew, they
        show the filled bytes of missing values where the stamp should be."""
        place = self._stamp_place(definition)
        if not place:
            return None
        order = "big" if definition.order == ">" else "little"
        stamp = int.from_bytes(self.data[at + place : at + place + _STAMP_LENGTH], order)  # type: ignore[arg-type]
        if stamp == _NO_STAMP:
            return 0 if definition.number == _RECORD else None
        return stamp

    def _stamp_place(self, definition: Definition) -> int:
        """Where the time stamp lies in a record, 0 when there is none."""
        place = self._stamp_places.get(definition.fields)
        if place is None:
            slot = definition.slots().get(TIMESTAMP)
            place = slot.offset if slot is not None and slot.length == _STAMP_LENGTH else 0
            self._stamp_places[definition.fields] = place
        return place

    @staticmethod
    def _is_near(stamp: int | None, near: int | None) -> bool:
        if stamp is None or (near is None and stamp > 0):
            return True
        return near is not None and stamp > 0 and abs(stamp - near) <= _LARGEST_STEP_S
