"""Direction while it happens: fed with samples as they come, in chunks of any size.

The tracker looks at the last minute again twice a second, with the engine that analyses whole recordings, and remembers
of all that went before only what it decided, which way the sensor sits and how the person strides. So its memory and
its work a second stay the same however long a session lasts, and what it says does not depend on how samples were cut
into chunks: it looks at fixed moments of the samples' own clock.

What it says of a moment is said at most DELAY_S later and not taken back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from backstride.errors import BadSignal
from backstride.gait import states
from backstride.gait.direction import GAITS, ORDER
from backstride.gait.engine import Found, Options, find_directions
from backstride.gait.frames import FRAME_S
from backstride.gait.joint import Before
from backstride.gait.lessons import Example
from backstride.message import say
from backstride.recording import About, Bout, Direction, FloatArray, Gait, Label, Placement, Recording, Signal

DELAY_S = 2.0
LOOK_S = FRAME_S
SPAN_S = 60.0
SETTLE_S = 10.0  # motion needed before the sensor's attitude is taken as known
MOST_EXAMPLES = 60
SURE_FRONT = 0.95
MOST_FRONT_ODDS = 4.0
MOST_FRAMES = round(SPAN_S / FRAME_S)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NOTHING_SAID = Options()


@dataclass(frozen=True, slots=True)
class Now:
    """What is known of the moment `time_s`, at most DELAY_S before the newest sample."""

    time_s: float
    direction: Direction
    gait: Gait
    confidence: float


class Tracker:
    """Follows one sensor. Holds state: the samples of the last minute and what was learned before."""

    def __init__(self, options: Options = NOTHING_SAID) -> None:
        self.now: Now | None = None
        self._options = options
        self._chunks: list[tuple[FloatArray, FloatArray, FloatArray | None]] = []
        self._began: float | None = None
        self._last_s = -np.inf
        self._next_look_s = 0.0
        self._settled_s = 0.0
        self._chances: list[FloatArray] = []  # of the frames before _settled_s, at most SPAN_S of them
        self._open: Bout | None = None
        self._labels: tuple[Label, ...] = ()
        self._axis: FloatArray | None = None
        self._front: tuple[complex, float] | None = None
        self._examples: tuple[Example, ...] = ()
        self._recent: tuple[Example, ...] = ()  # of labels that are still looked at

    @property
    def held_s(self) -> float:
        """How much of the past is held: at most SPAN_S and one chunk."""
        return float(self._chunks[-1][0][-1] - self._chunks[0][0][0]) if self._chunks else 0.0

    def mark(self, start_s: float, end_s: float, direction: Direction) -> None:
        """The person says which way they went: counts for what is still being looked at."""
        self._labels = (*self._labels, Label(start_s, end_s, direction))

    def feed(self, time_s: FloatArray, force: FloatArray, turning: FloatArray | None = None) -> tuple[Bout, ...]:
        """Take samples and give back the bouts that ended meanwhile.

        time_s   (n,) s, increasing, on a clock of the caller's; bouts are told on the same clock
        force    (n, 3) specific force, m/s2
        turning  (n, 3) angular rate, rad/s

        Raises BadSignal where times do not increase or shapes do not fit; nothing of such a chunk is taken.
        """
        time_s = np.asarray(time_s, np.float64)
        self._check(time_s, force, turning)
        if not len(time_s):
            return ()
        if self._began is None:
            self._began = float(time_s[0])
            self._settled_s = self._began
            self._next_look_s = self._began + DELAY_S
        self._chunks.append((time_s, np.asarray(force, np.float64), turning))
        self._last_s = float(time_s[-1])
        ended: list[Bout] = []
        while self._next_look_s <= self._last_s:
            ended += self._look(self._next_look_s, self._next_look_s - (DELAY_S - LOOK_S))
            self._next_look_s += LOOK_S
        return tuple(ended)

    def close(self) -> tuple[Bout, ...]:
        """No more samples come: the bouts up to the last sample."""
        ended: list[Bout] = []
        if self._began is not None and self._last_s > self._settled_s:
            ended = list(self._look(np.nextafter(self._last_s, np.inf), self._last_s))
        if self._open is not None:
            ended.append(self._open)
            self._open = None
        return tuple(ended)

    def _check(self, time_s: FloatArray, force: FloatArray, turning: FloatArray | None) -> None:
        if time_s.ndim != 1 or np.shape(force) != (len(time_s), 3):
            raise BadSignal(
                say("force of shape {shape} for {times} time stamps", shape=str(np.shape(force)), times=len(time_s))
            )
        if turning is not None and np.shape(turning) != (len(time_s), 3):
            raise BadSignal(
                say(
                    "angular rate of shape {shape} for {times} time stamps",
                    shape=str(np.shape(turning)),
                    times=len(time_s),
                )
            )
        steps = np.diff(time_s, prepend=self._last_s if np.isfinite(self._last_s) else time_s[:1] - 1)
        if not np.all(steps > 0):
            raise BadSignal(say("time does not increase after sample {at}", at=int(np.argmin(steps > 0))))

    def _look(self, until_s: float, settle_s: float) -> Iterator[Bout]:
        """Look at what lies between SPAN_S ago and `until_s`, and settle everything up to `settle_s`."""
        assert self._began is not None
        looks = max(0, int(np.ceil((until_s - SPAN_S - self._began) / FRAME_S)))
        from_s = self._began + looks * FRAME_S
        recording = self._recording(from_s, until_s)
        labels = tuple(
            Label(max(label.start_s - from_s, 0.0), label.end_s - from_s, label.direction)
            for label in self._labels
            if label.end_s > from_s
        )
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            found = find_directions(recording, labels, self._options, self._before(from_s, labels))
        self._learn(found)
        yield from self._settle(found, from_s, settle_s)

    def _recording(self, from_s: float, until_s: float) -> Recording:
        """The samples in between, as a recording that begins at from_s; older ones are let go."""
        while self._chunks and self._chunks[0][0][-1] < from_s:
            self._chunks.pop(0)
        time = np.concatenate([chunk[0] for chunk in self._chunks])
        force = np.concatenate([chunk[1] for chunk in self._chunks])
        turns = [chunk[2] for chunk in self._chunks if chunk[2] is not None]
        inside = (time >= from_s) & (time < until_s)
        signals = {"acceleration": Signal(time[inside] - from_s, force[inside], "m/s2", ("x", "y", "z"))}
        if len(turns) == len(self._chunks):
            turning = np.concatenate(turns)
            signals["angular_rate"] = Signal(time[inside] - from_s, turning[inside], "rad/s", ("x", "y", "z"))
        return Recording(EPOCH, signals, About(placement=self._options.placement or Placement.UNKNOWN))

    def _before(self, from_s: float, labels: Sequence[Label]) -> Before | None:
        """What is known from before, for a look that begins at from_s; None until the sensor's attitude is known."""
        if self._axis is None or self._front is None:
            return None
        held = round((self._settled_s - from_s) / FRAME_S)
        settled = np.array(self._chances[-held:]) if held > 0 else np.zeros((0, len(states.STATES)))
        if not labels and self._recent:
            self._examples, self._recent = (*self._examples, *self._recent)[-MOST_EXAMPLES:], ()
        return Before(self._axis, *self._front, settled, self._examples)

    def _learn(self, found: Found) -> None:
        """Once the body has moved for a while: how the sensor sits, for good."""
        heard, weighed = found.heard, found.weighed
        if found.examples:
            self._recent = found.examples
        if heard is None or not np.isfinite(weighed.sure):
            return
        moved_s = float(found.frames.length_s[heard.moving].sum())
        if self._front is None and moved_s >= SETTLE_S and weighed.sure > SURE_FRONT:
            odds = float(np.log(weighed.sure / (1 - weighed.sure + 1e-6)))
            self._axis, self._front = heard.axis, (complex(weighed.front[-1]), min(odds, MOST_FRONT_ODDS))

    def _settle(self, found: Found, from_s: float, settle_s: float) -> Iterator[Bout]:
        """Decide the frames that are old enough, and give out the bouts that ended with them."""
        told, edges = found.told, found.frames.edge_s + from_s
        for k in range(len(found.frames)):
            start, end = float(edges[k]), float(edges[k + 1])
            if end <= self._settled_s + 1e-9 or start >= settle_s - 1e-9 or end > settle_s + FRAME_S - 1e-9:
                continue
            self._settled_s = end
            self._chances = [*self._chances[-MOST_FRAMES:], found.weighed.chance[k]]
            direction, gait = ORDER[told.direction[k]], GAITS[told.gait[k]]
            self.now = Now(end, direction, gait, float(told.confidence[k]))
            yield from self._grown(start, end, direction, gait)

    def _grown(self, start: float, end: float, direction: Direction, gait: Gait) -> Iterator[Bout]:
        """The open bout grows by a frame of its own kind; another kind ends it."""
        assert self.now is not None
        last, sure = self._open, self.now.confidence
        if last is not None and (last.direction, last.gait) == (direction, gait):
            share = (end - start) / (end - last.start_s)
            self._open = replace(last, end_s=end, confidence=last.confidence + share * (sure - last.confidence))
            return
        if last is not None:
            yield last
        self._open = Bout(start, end, direction, gait, sure)
