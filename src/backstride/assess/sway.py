"""How much a standing body sways, from a phone on the lower back.

1. The sensor's three axes are put on one clock of 50 Hz; faster sensors are averaged to it.
2. Standing is where acceleration spreads by less than SWAY_QUIET_MPS2 within each second. Of every such stretch
   SWAY_SETTLE_S at both ends are left out, and the first SWAY_WINDOW_S of the rest are measured.
3. The mean of the window is gravity: what is at right angles to it is the horizontal plane. Which way in that plane is
   forward is not known, and nothing below depends on it.
4. The two horizontal components are filtered between SWAY_LOW_HZ and SWAY_HIGH_HZ without delay: their spectrum is
   multiplied by the squared gain of Butterworth filters of second order, as filtering forth and back would do.
   Drift and the lean of the phone are gone then.
5. path: the length of the line the acceleration draws; area: the ellipse that holds 95 % of its points; RMS; velocity:
   the acceleration integrated within the same band, mean of its magnitude.
A phone that sways tilts, too, and reads a part of gravity with it. So these are numbers to compare with the same phone
at the same place on the same body, not displacements of the body.
"""

from dataclasses import dataclass
from math import nan

import numpy as np

from backstride.assess.kinds import AT_A_WALL, Better, Condition, Entry, Keep, Test
from backstride.errors import NotAllowed
from backstride.evidence import tests as claims
from backstride.message import say
from backstride.recording import FloatArray, Recording

RATE_HZ = 50.0
_LEAST_RATE_HZ = 20.0
_LONGEST_GAP_S = 0.2
_CHI_95 = 5.991  # 95 % of a two-dimensional normal distribution lie within this squared distance

SWAY: tuple[Test, ...] = (
    Test(
        key="sway",
        name=say("Sway"),
        purpose=say("How quietly you stand: your phone on the lower back measures what a clock cannot."),
        steps=(say("Strap the phone flat to your lower back, at the height of your belt, always the same way up."),
               say("Start a recording of the motion sensor in any app that Backstride reads."),
               say("Stand on both feet, feet together, arms folded, eyes on one spot, for 40 seconds."),
               say("Walk a few steps, then stand again, until you stood three times. Stop the recording."),
               say("Upload it and choose it below.")),
        figure="phone-lower-back", warm_up=say("Sit quietly for two minutes; not right after training."),
        safety=(AT_A_WALL,),
        trials=3, keep=Keep.MEAN, unit="mm/s2", better=Better.LOWER, low=5.0, high=2000.0, digits=0, every=7,
        entry=Entry.RECORDED, beside=(claims.SWAY_BELT_ICC, claims.SWAY_CLOSED_ICC, claims.SWAY_HOME_ICC),
        rules=(claims.SWAY_LOW_HZ, claims.SWAY_HIGH_HZ, claims.SWAY_WINDOW_S, claims.SWAY_LEAST_S, claims.SWAY_SETTLE_S,
               claims.SWAY_QUIET_MPS2, claims.SWAY_SLIP_RAD, claims.SWAY_TABLE_MPS2),
        condition=Condition(say("Eyes"), (("eyes open", say("eyes open")), ("eyes closed", say("eyes closed")))),
        limits=frozenset({"dizziness", "concussion"}),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sway:
    """One quiet stretch. start_s, end_s: of what was measured, in the recording's time.

    rms_mps2, path_mps2   root mean square, and length of its line, of the horizontal acceleration in the band
    area_m2ps4            area of the ellipse that holds 95 % of it
    velocity_mps          mean magnitude of its integral
    """

    start_s: float
    end_s: float
    rms_mps2: float
    path_mps2: float
    area_m2ps4: float
    velocity_mps: float

    @property
    def details(self) -> dict[str, float]:
        """As a try keeps them: per second where the length of the window matters."""
        lasted = self.end_s - self.start_s
        return {
            "start_s": self.start_s,
            "seconds": lasted,
            "path_mmps3": self.path_mps2 * 1e3 / lasted,
            "area_mm2ps4": self.area_m2ps4 * 1e6,
            "velocity_mmps": self.velocity_mps * 1e3,
        }


def sways(recording: Recording) -> tuple[Sway, ...]:
    """Every stretch of quiet standing, in time order.

    Raises NotAllowed, with words why, where the sensor is not fit for it, nobody stood still for long enough, the
    phone slipped, or lay on a table.
    """
    time_s, force = _on_one_clock(recording)
    found, slipped, lay = [], 0, 0
    for first, last in _quiet(time_s, force):
        window = force[first:last]
        if _slips(window):
            slipped += 1
            continue
        sway = _measure(window, float(time_s[first]))
        if sway.rms_mps2 < claims.SWAY_TABLE_MPS2.value:
            lay += 1
            continue
        found.append(sway)
    if found:
        return tuple(found)
    if slipped:
        raise NotAllowed(say("the phone slipped while you stood: strap it tighter and stand again"))
    if lay:
        raise NotAllowed(say("the phone lay still like on a table: it has to be on your body"))
    least = claims.SWAY_LEAST_S.value + 2 * claims.SWAY_SETTLE_S.value
    raise NotAllowed(say("nobody stands still for {seconds} seconds in this recording", seconds=round(least)))


def _on_one_clock(recording: Recording) -> tuple[FloatArray, FloatArray]:
    """Times (n,) and specific force (n, 3) at RATE_HZ; NaN within gaps."""
    signal = recording.signals.get("acceleration")
    if signal is None or len(signal) < RATE_HZ:
        raise NotAllowed(say("this recording has no motion sensor: sway needs the acceleration of a phone"))
    if signal.rate_hz < _LEAST_RATE_HZ:
        raise NotAllowed(
            say(
                "the sensor was read {rate} times a second: sway needs {least}",
                rate=round(signal.rate_hz, 1),
                least=round(_LEAST_RATE_HZ),
            )
        )
    good = np.all(np.isfinite(signal.values), axis=1)
    if np.count_nonzero(good) < RATE_HZ:
        raise NotAllowed(say("this recording has no motion sensor: sway needs the acceleration of a phone"))
    at, values = signal.time_s[good], signal.values[good]
    wide = max(1, round(signal.rate_hz / RATE_HZ))
    if wide > 1:
        values = np.stack([np.convolve(column, np.full(wide, 1 / wide), "same") for column in values.T], axis=1)
    time_s = np.arange(at[0], at[-1], 1 / RATE_HZ)
    force = np.stack([np.interp(time_s, at, column) for column in values.T], axis=1)
    after = np.clip(np.searchsorted(at, time_s), 1, len(at) - 1)
    force[at[after] - at[after - 1] > _LONGEST_GAP_S] = nan
    return time_s, force


def _quiet(time_s: FloatArray, force: FloatArray) -> list[tuple[int, int]]:
    """First and end sample of what is measured of each stretch of standing."""
    wide = round(RATE_HZ)
    seconds = len(force) // wide
    blocks = force[: seconds * wide].reshape(seconds, wide, 3)
    spread = np.sqrt(np.sum(np.var(blocks, axis=1), axis=1))
    calm = np.concatenate(([False], spread < claims.SWAY_QUIET_MPS2.value, [False]))
    edges = np.flatnonzero(np.diff(calm.astype(int)))
    settle = round(claims.SWAY_SETTLE_S.value * RATE_HZ)
    found = []
    for first, last in zip(edges[::2] * wide, edges[1::2] * wide, strict=True):
        begin, end = int(first) + settle, int(last) - settle
        if end - begin >= claims.SWAY_LEAST_S.value * RATE_HZ:
            found.append((begin, min(end, begin + round(claims.SWAY_WINDOW_S.value * RATE_HZ), len(time_s))))
    return found


def _slips(force: FloatArray) -> bool:
    """Whether gravity points elsewhere at the end of the window than at its beginning."""
    third = len(force) // 3
    before, after = (part / np.linalg.norm(part) for part in (force[:third].mean(axis=0), force[-third:].mean(axis=0)))
    return bool(np.arccos(np.clip(before @ after, -1, 1)) > claims.SWAY_SLIP_RAD.value)


def _measure(force: FloatArray, start_s: float) -> Sway:
    flat = _horizontal(force)
    sway = _in_band(flat, power=0)
    moving = _in_band(flat, power=1)
    covariance = np.cov(sway.T)
    return Sway(
        start_s=start_s,
        end_s=start_s + len(force) / RATE_HZ,
        rms_mps2=float(np.sqrt(np.mean(np.sum(sway**2, axis=1)))),
        path_mps2=float(np.sum(np.linalg.norm(np.diff(sway, axis=0), axis=1))),
        area_m2ps4=float(np.pi * _CHI_95 * np.sqrt(max(np.linalg.det(covariance), 0.0))),
        velocity_mps=float(np.mean(np.linalg.norm(moving, axis=1))),
    )


def _horizontal(force: FloatArray) -> FloatArray:
    """(n, 2): what is at right angles to the mean force, without its mean."""
    up = force.mean(axis=0)
    up = up / np.linalg.norm(up)
    helper = np.eye(3)[int(np.argmin(np.abs(up)))]
    first = np.cross(up, helper)
    first = first / np.linalg.norm(first)
    flat: FloatArray = force @ np.stack((first, np.cross(up, first)), axis=1)
    return np.asarray(flat - flat.mean(axis=0))


def _in_band(flat: FloatArray, power: int) -> FloatArray:
    """Between the two corners without delay, integrated `power` times. Both ends are mirrored, so they do not ring."""
    count = len(flat)
    whole = np.concatenate((flat[::-1], flat, flat[::-1]))
    hz = np.fft.rfftfreq(len(whole), 1 / RATE_HZ)[1:]
    low, high = claims.SWAY_LOW_HZ.value, claims.SWAY_HIGH_HZ.value
    gain = 1 / (1 + (low / hz) ** 4) / (1 + (hz / high) ** 4)
    spectrum = np.fft.rfft(whole, axis=0)
    spectrum[0] = 0
    spectrum[1:] *= (gain / (2j * np.pi * hz) ** power)[:, np.newaxis]
    return np.asarray(np.fft.irfft(spectrum, n=len(whole), axis=0)[count : 2 * count])
