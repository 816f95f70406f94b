"""What a file says about its sessions besides samples: device, sport, laps, planned steps, pauses, totals."""

from dataclasses import dataclass
from math import inf, isfinite, isnan, nan

from backstride.formats.fit import names
from backstride.formats.fit.clock import SMALLEST_DATE
from backstride.formats.fit.decode import FitFile
from backstride.recording import Lap, Pause, PlanStep

_TIMER = 0
_STARTS = (0,)
_STOPS = (1, 4, 8, 9)
_REPEATS = range(6, 14)
_QUARTER_HOUR_S = 900
_LARGEST_OFFSET_S = 14 * 3600
_STEPS_PER_STRIDE = 2
_NO_LONGER_THAN_S = 60 * 86_400


@dataclass(frozen=True, slots=True)
class Session:
    """One session: its stated start, and what belongs to it: since <= time < until, in seconds since the FIT epoch.

    row  its row among the session messages; None when there is none
    """

    start: float
    since: float
    until: float
    row: int | None
    sport: int | None
    sub_sport: int | None

    @property
    def has_strides(self) -> bool:
        """Whether cadence counts strides."""
        return self.sport not in names.WITHOUT_STRIDES and not (
            self.sport == 4 and self.sub_sport in names.WITHOUT_STRIDES_WITHIN
        )

    @property
    def sport_name(self) -> str:
        """ "running", with what it is closer called: "running/trail". Empty when not stated."""
        if self.sport is None:
            return ""
        name = names.SPORTS.get(self.sport, f"sport_{self.sport}")
        within = names.SUB_SPORTS.get(self.sub_sport or 0, "")
        return f"{name}/{within}" if within else name


def sessions_of(file: FitFile) -> list[Session]:
    """The sessions in order of time; one without bounds when the file has no session message."""
    messages = file.messages("session")
    starts = messages.scalars("start_time")
    sports, within = messages.scalars("sport"), messages.scalars("sub_sport")
    dated = any(start >= SMALLEST_DATE for start in starts)
    stated = (row for row, start in enumerate(starts) if isfinite(start) and (start >= SMALLEST_DATE or not dated))
    rows = sorted(stated, key=lambda row: starts[row])
    if not rows:
        sport = file.messages("sport")
        first = _first(sport.scalars("sport")), _first(sport.scalars("sub_sport"))
        row = 0 if len(messages) else None
        if row is not None:
            first = sports[row], within[row]
        return [Session(nan, -inf, inf, row, _whole(first[0]), _whole(first[1]))]
    found: list[Session] = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        until = inf if following is None else starts[following]
        since = starts[row] if found else -inf
        found.append(Session(starts[row], since, until, row, _whole(sports[row]), _whole(within[row])))
    return found


def _first(values: list[float]) -> float:
    return values[0] if values else nan


def _whole(value: float) -> int | None:
    return None if isnan(value) else int(value)


def device_of(file: FitFile) -> str:
    """ "Garmin/Forerunner 255": maker and product, as names where they are known."""
    ids = file.messages("file_id")
    makers, products, titles = ids.scalars("manufacturer"), ids.scalars("product"), ids.texts("product_name")
    maker, product = _whole(_first(makers)) or 0, _whole(_first(products)) or 0
    name = names.MANUFACTURERS.get(maker, f"manufacturer {maker}" if maker else "")
    title = next(filter(None, titles), "")
    if not title and maker in names.GARMIN:
        title = names.GARMIN_PRODUCTS.get(product, "")
    title = title or (f"product {product}" if product else "")
    return f"{name}/{title}".strip("/")


def time_zone_of(file: FitFile) -> str:
    """The offset of local time, e.g. "+02:00"; empty when not stated."""
    messages = file.messages("activity")
    for local, utc in zip(messages.scalars("local_timestamp"), messages.scalars("timestamp"), strict=True):
        offset = local - utc
        if isfinite(offset) and abs(offset) <= _LARGEST_OFFSET_S:
            quarters = round(offset / _QUARTER_HOUR_S)
            hours, rest = divmod(abs(quarters), 4)
            return f"{'-' if quarters < 0 else '+'}{hours:02d}:{rest * 15:02d}"
    return ""


def name_of(file: FitFile, session: Session) -> str:
    """The title of the planned workout, else the sport profile the person chose."""
    workout = file.messages("workout").texts("wkt_name")
    profile = file.messages("session").texts("sport_profile_name")
    chosen = profile[session.row] if session.row is not None and session.row < len(profile) else ""
    return next(filter(None, [*workout, chosen, *file.messages("sport").texts("name")]), "")


_TOTALS = (
    ("distance_m", "total_distance"),
    ("timer_s", "total_timer_time"),
    ("elapsed_s", "total_elapsed_time"),
    ("ascent_m", "total_ascent"),
    ("descent_m", "total_descent"),
    ("energy_kcal", "total_calories"),
)


def totals_of(file: FitFile, session: Session) -> dict[str, float]:
    """The device's own summary in SI units, only what it states."""
    if session.row is None:
        return {}
    messages = file.messages("session")
    found = {key: messages.scalars(name)[session.row] for key, name in _TOTALS}
    if session.has_strides:
        found["steps"] = messages.scalars("total_cycles")[session.row] * _STEPS_PER_STRIDE
    return {key: value for key, value in found.items() if not isnan(value)}


@dataclass(frozen=True, slots=True)
class _RawLap:
    """A lap in seconds since the FIT epoch; `step` is the planned step it was run for."""

    start: float
    end: float
    distance_m: float
    trigger: str
    step: int | None


def _raw_laps(file: FitFile) -> list[_RawLap]:
    messages = file.messages("lap")
    columns = zip(
        messages.scalars("start_time"),
        messages.scalars("timestamp"),
        messages.scalars("total_elapsed_time"),
        messages.scalars("total_distance"),
        messages.scalars("lap_trigger"),
        messages.scalars("wkt_step_index"),
        strict=True,
    )
    found = []
    for start, stamp, elapsed, distance, trigger, step in columns:
        end = start + elapsed if isfinite(elapsed) else stamp
        start = end - elapsed if isnan(start) else start
        if isfinite(start) and isfinite(end) and 0 <= end - start < _NO_LONGER_THAN_S:
            kind = "" if isnan(trigger) else names.LAP_TRIGGERS.get(int(trigger), f"trigger_{int(trigger)}")
            found.append(_RawLap(start, end, distance, kind, _whole(step)))
    return sorted(found, key=lambda lap: lap.start)


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    notes: str
    intensity: str


def _steps(file: FitFile) -> dict[int, _Step]:
    """Planned steps by message index, without those that only say how often to repeat."""
    messages = file.messages("workout_step")
    columns = zip(
        messages.scalars("message_index"),
        messages.texts("wkt_step_name"),
        messages.texts("notes"),
        messages.scalars("intensity"),
        messages.scalars("duration_type"),
        strict=True,
    )
    found = {}
    for row, (index, name, notes, intensity, duration) in enumerate(columns):
        if isfinite(duration) and int(duration) in _REPEATS:
            continue
        kind = "" if isnan(intensity) else names.INTENSITIES.get(int(intensity), f"intensity_{int(intensity)}")
        found[row if isnan(index) else int(index)] = _Step(name, notes, kind)
    return found


def laps_and_plan(file: FitFile, session: Session, origin: float) -> tuple[tuple[Lap, ...], tuple[PlanStep, ...]]:
    """Laps of a session in seconds since `origin`, and the planned steps; laps of a step carry its name."""
    steps = _steps(file)
    laps: list[Lap] = []
    plan: list[PlanStep] = []
    before: int | None = None
    for raw in _raw_laps(file):
        if not session.since <= (raw.start + raw.end) / 2 < session.until:
            continue
        step = steps.get(raw.step) if raw.step is not None else None
        start, end = max(0.0, raw.start - origin), max(0.0, raw.end - origin)
        laps.append(Lap(start, end, (step.name or step.notes) if step else "", raw.distance_m, raw.trigger))
        if step is not None and before == raw.step and plan:
            plan[-1] = PlanStep(plan[-1].start_s, end, step.name, step.notes, step.intensity)
        elif step is not None:
            plan.append(PlanStep(start, end, step.name, step.notes, step.intensity))
        before = raw.step
    run = {lap.step for lap in _raw_laps(file)}
    plan += [PlanStep(nan, nan, step.name, step.notes, step.intensity) for at, step in steps.items() if at not in run]
    return tuple(laps), tuple(plan)


def pauses_of(file: FitFile, session: Session, origin: float) -> tuple[Pause, ...]:
    """Stretches between a stop and the next start of the timer, in seconds since `origin`."""
    messages = file.messages("event")
    columns = zip(messages.scalars("timestamp"), messages.scalars("event"), messages.scalars("event_type"), strict=True)
    timer = [(stamp, kind) for stamp, event, kind in columns if event == _TIMER and isfinite(stamp)]
    found: list[Pause] = []
    stopped: float | None = None
    for stamp, kind in sorted(timer, key=lambda event: event[0]):
        if not session.since <= stamp <= session.until:
            continue
        if kind in _STOPS:
            stopped = stamp if stopped is None else stopped
        elif kind in _STARTS and stopped is not None:
            if stamp > stopped >= origin:
                found.append(Pause(stopped - origin, stamp - origin))
            stopped = None
    return tuple(found)
