"""The rise and fall of the body in time: when feet come down and leave, and how high the body bounces.

1. Each window's vertical acceleration is kept around its own rate of steps; overlapping windows add up to one curve.
2. Where that curve rises through zero the body starts to be caught: a contact. Crossings are interpolated, so that
   the sampling grid does not show in the cadence.
3. On the trunk, running, the foot leaves when the whole vertical force falls below a part of body weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece, Windows
from backstride.gait.senses import TRUNK, Sense
from backstride.recording import FloatArray, Placement


@dataclass(frozen=True, eq=False, slots=True)
class Bounces:
    """contact_s, off_s (k,): off NaN where not seen. middle_s, rise_m (w,): height of the bounce in each window."""

    contact_s: FloatArray
    off_s: FloatArray
    middle_s: FloatArray
    rise_m: FloatArray

    @staticmethod
    def chained(parts: Sequence["Bounces"]) -> "Bounces":
        """One after the other."""
        return Bounces(
            *(np.concatenate([getattr(part, name) for part in parts]) for name in Bounces.__dataclass_fields__)
        )


def find_bounces(windows: Windows, sense: Sense, piece: Piece, placement: Placement) -> Bounces:
    """Contacts of a piece, and on the trunk when the feet left and how high the body bounced."""
    lift = windows.lift - windows.lift.mean(axis=1, keepdims=True) if len(windows.lift) else windows.lift
    if not len(lift):
        none = np.zeros(0)
        return Bounces(none, none, none, none)
    size = lift.shape[1]
    hertz = np.asarray(np.fft.rfftfreq(size, 1 / windows.rate_hz), np.float64)
    spectrum = np.fft.rfft(lift * np.hanning(size + 2)[1:-1], axis=1)
    step = np.where(np.isfinite(sense.step_hz), sense.step_hz, 2.0)[:, None]
    narrow = np.exp(-(((hertz[None, :] - step) / (0.3 * step)) ** 2))
    curve = _added(np.fft.irfft(spectrum * narrow, size, axis=1), windows, piece)
    contact = _rising(curve, 0.0) / piece.rate_hz + piece.start_s
    off = np.full(len(contact), np.nan)
    rise = np.full(len(lift), np.nan)
    if placement in TRUNK:
        wide = _added(lift * np.hanning(size + 2)[1:-1], windows, piece)
        contact, off = _stances(wide, contact, piece)
        rise = _height(spectrum, hertz, step)
    keep = (contact >= piece.keep_s[0]) & (contact < piece.keep_s[1])
    own = (windows.middle_s >= piece.keep_s[0]) & (windows.middle_s < piece.keep_s[1])
    return Bounces(contact[keep], off[keep], windows.middle_s[own], rise[own])


def _added(parts: FloatArray, windows: Windows, piece: Piece) -> FloatArray:
    """Overlap and add windows tapered by a Hann window to one curve over the piece."""
    count, size = parts.shape
    start = np.round((windows.middle_s - piece.start_s) * piece.rate_hz - 0.5 * size).astype(int)
    out, weight = np.zeros(len(piece.force) + size), np.zeros(len(piece.force) + size)
    shape = np.hanning(size + 2)[1:-1]
    hop = start[1] - start[0] if count > 1 else size
    lanes = max(1, -(-size // hop))
    for lane in range(lanes):
        # Every lanes-th window does not overlap its next: they can be added together.
        mine = start[lane::lanes]
        at = (mine[:, None] + np.arange(size)[None, :]).ravel()
        out[at] += parts[lane::lanes].ravel()
        weight[at] += np.tile(shape, len(mine))
    # At the ends of a piece too few windows speak: NaN, which crosses nothing.
    return np.asarray(np.where(weight > 0.5, out / np.maximum(weight, 0.5), np.nan)[: len(piece.force)])


def _rising(curve: FloatArray, level: float) -> FloatArray:
    """Where the curve rises through the level, in samples, interpolated."""
    at = np.flatnonzero((curve[:-1] < level) & (curve[1:] >= level))
    return at + (level - curve[at]) / np.maximum(curve[at + 1] - curve[at], 1e-12)


def _stances(wide: FloatArray, rough: FloatArray, piece: Piece) -> tuple[FloatArray, FloatArray]:
    """Contacts and offs by the vertical force: it rises through STANCE_FORCE of body weight near each rough contact."""
    level = (claims.STANCE_FORCE.value - 1.0) * claims.STANDARD_GRAVITY.value
    up = _rising(wide, level) / piece.rate_hz + piece.start_s
    down = _rising(-wide, -level) / piece.rate_hz + piece.start_s
    if not len(up) or not len(down) or not len(rough):
        return rough, np.full(len(rough), np.nan)
    nearest = np.clip(np.searchsorted(up, rough), 1, len(up) - 1) if len(up) > 1 else np.zeros(len(rough), int)
    if len(up) > 1:
        nearest = nearest - (np.abs(up[nearest - 1] - rough) < np.abs(up[nearest] - rough))
    contact = up[nearest]
    fits = np.abs(contact - rough) < 0.12
    after = np.searchsorted(down, contact)
    off = np.append(down, np.nan)[after]
    # Small dips within one stance are bridged: the foot leaves at the last fall before the next contact.
    nxt = np.append(rough[1:], np.inf) - 0.12
    last = np.searchsorted(down, nxt) - 1
    off = np.where((last >= 0) & (last > after), np.append(down, np.nan)[np.maximum(last, 0)], off)
    length = off - contact
    good = fits & (length > 0.08) & (length < 0.45)
    return np.where(fits, contact, rough), np.where(good, off, np.nan)


def _height(spectrum: NDArray[np.complex128], hertz: FloatArray, step: FloatArray) -> FloatArray:
    """(w,) rise from lowest to highest: acceleration around the step rate and its double, integrated twice."""
    size = 2 * (spectrum.shape[1] - 1)
    pass_band = (hertz[None, :] > 0.6 * step) & (hertz[None, :] < 2.6 * step)
    place = np.where(pass_band, -spectrum / np.maximum((2 * np.pi * hertz) ** 2, 1.0), 0.0)
    curve = np.fft.irfft(place, size, axis=1)
    middle = curve[:, int(0.25 * size) : int(0.75 * size)]
    shape = np.hanning(size + 2)[1:-1][int(0.25 * size) : int(0.75 * size)]
    flat = middle / np.maximum(shape, 0.3)
    return np.asarray(flat.max(axis=1) - flat.min(axis=1))
