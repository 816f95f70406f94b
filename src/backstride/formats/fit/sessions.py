"""What a file says about its sessions besides samples: device, sport, laps, planned steps, pauses, totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isfinite, isnan, nan

from backstride.formats.fit import names
from backstride.formats.fit.clock import LARGEST_STAMP, SMALLEST_DATE
from backstride.formats.fit.decode import FitFile
from backstride.recording import Lap, Pause, PlanStep

_TIMER = 0
_STARTS = (0,)
_STOPS = (1, 4, 8, 9)
_REPEATS = range(6, 14)
_QUARTER_HOUR_S = 900
_LARGEST_OFFSET_S = 14 * 3600
_STEPS_PER_STRIDE = 2
_FITNESS_EQUIPMENT = 4
# More than any race has; a damaged file must not become thousands of recordings.
_MOST_SESSIONS = 50
_NO_LONGER_THAN_S = 60 * 86_400
# Between a lap's end and the time it was written; more is a damaged number.
_LARGEST_DISAGREEMENT_S = 86_400


@dataclass(frozen=True, slots=True)
class Session:
    """One session: its stated start, and what belongs to it: since <= time < until, in seconds since the FIT epoch.

    is_stated  whether the file has a message for it
    totals     the device's own summary in SI units, only what it states
    """

    start: float
    since: float
    until: float
    sport: int | None
    sub_sport: int | None
    name: str = ""
    is_stated: bool = False
    totals: Mapping[str, float] = field(default_factory=dict)

    @property
    def has_strides(self) -> bool:
        """Whether cadence counts strides."""
        return _has_strides(self.sport, self.sub_sport)

    @property
    def sport_name(self) -> str:
        """ "running", with what it is closer called: "running/trail". Empty when not stated."""
        if self.sport is None:
            return ""
        name = names.SPORTS.get(self.sport, f"sport_{self.sport}")
        within = names.SUB_SPORTS.get(self.sub_sport or 0, "")
        return f"{name}/{within}" if within else name


def _has_strides(sport: int | None, sub_sport: int | None) -> bool:
    return sport not in names.WITHOUT_STRIDES and not (
        sport == _FITNESS_EQUIPMENT and sub_sport in names.WITHOUT_STRIDES_WITHIN
    )


def sessions_of(file: FitFile) -> list[Session]:
    """The sessions in order of time; one without bounds when the file has no session message."""
    messages = file.messages("session")
    if not len(messages):
        kinds = file.messages("sport")
        kind, within = _first(kinds.scalars("sport")), _first(kinds.scalars("sub_sport"))
        return [Session(nan, -inf, inf, _whole(kind), _whole(within))]
    starts = messages.scalars("start_time")
    lowest = SMALLEST_DATE if any(start >= SMALLEST_DATE for start in starts) else 0
    stated = (row for row, start in enumerate(starts) if lowest <= start < LARGEST_STAMP)
    rows = sorted(stated, key=lambda row: starts[row])[:_MOST_SESSIONS] or [0]
    sports = [_whole(value) for value in messages.scalars("sport")]
    within_sports = [_whole(value) for value in messages.scalars("sub_sport")]
    titles = messages.texts("sport_profile_name")
    totals = {key: messages.scalars(name) for key, name in _TOTALS}
    found: list[Session] = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        sport, sub_sport = sports[row], within_sports[row]
        stated_totals = {key: values[row] for key, values in totals.items() if not isnan(values[row])}
        cycles = stated_totals.pop("cycles", nan)
        if _has_strides(sport, sub_sport) and not isnan(cycles):
            stated_totals["steps"] = cycles * _STEPS_PER_STRIDE
        since = starts[row] if found else -inf
        until = inf if following is None else starts[following]
        found.append(Session(starts[row], since, until, sport, sub_sport, titles[row], True, stated_totals))
    return found


_TOTALS = (
    ("distance_m", "total_distance"),
    ("timer_s", "total_timer_time"),
    ("elapsed_s", "total_elapsed_time"),
    ("ascent_m", "total_ascent"),
    ("descent_m", "total_descent"),
    ("energy_kcal", "total_calories"),
    ("cycles", "total_cycles"),
)


def _first(values: list[float]) -> float:
    return values[0] if values else nan


def _whole(value: float) -> int | None:
    return None if isnan(value) else int(value)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of all its sessions together.

    workout  the title of the planned workout
    profile  what the device calls the chosen sport
    """

    device: str
    time_zone: str
    workout: str
    profile: str
    laps: tuple["RawLap", ...]
    steps: Mapping[int, "RawStep"]
    timer: tuple[tuple[float, bool], ...]


def facts_of(file: FitFile) -> Facts:
    """Everything besides samples and sessions."""
    return Facts(
        device=device_of(file),
        time_zone=time_zone_of(file),
        workout=next(filter(None, file.messages("workout").texts("wkt_name")), ""),
        profile=next(filter(None, file.messages("sport").texts("name")), ""),
        laps=_raw_laps(file),
        steps=_steps(file),
        timer=_timer(file),
    )


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


@dataclass(frozen=True, slots=True)
class RawLap:
    """A lap in seconds since the FIT epoch; `step` is the planned step it was run for."""

    start: float
    end: float
    distance_m: float
    trigger: str
    step: int | None


def _raw_laps(file: FitFile) -> tuple[RawLap, ...]:
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
        agree = isnan(stamp) or abs(end - stamp) < _LARGEST_DISAGREEMENT_S
        if agree and 0 <= start <= end < min(LARGEST_STAMP, start + _NO_LONGER_THAN_S):
            kind = "" if isnan(trigger) else names.LAP_TRIGGERS.get(int(trigger), f"trigger_{int(trigger)}")
            found.append(RawLap(start, end, distance, kind, _whole(step)))
    return tuple(sorted(found, key=lambda lap: lap.start))


@dataclass(frozen=True, slots=True)
class RawStep:
    """A planned step as it is written."""

    name: str
    notes: str
    intensity: str


def _steps(file: FitFile) -> dict[int, RawStep]:
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
        found[row if isnan(index) else int(index)] = RawStep(name, notes, kind)
    return found


def laps_and_plan(facts: Facts, session: Session, origin: float) -> tuple[tuple[Lap, ...], tuple[PlanStep, ...]]:
    """Laps of a session in seconds since `origin`, and the planned steps; laps of a step carry its name."""
    laps: list[Lap] = []
    plan: list[PlanStep] = []
    before: int | None = None
    for raw in facts.laps:
        if not session.since <= (raw.start + raw.end) / 2 < session.until:
            continue
        step = facts.steps.get(raw.step) if raw.step is not None else None
        start, end = max(0.0, raw.start - origin), max(0.0, raw.end - origin)
        laps.append(Lap(start, end, (step.name or step.notes) if step else "", raw.distance_m, raw.trigger))
        if step is not None:
            if before == raw.step and plan:
                start = plan.pop().start_s
            plan.append(PlanStep(start, end, step.name, step.notes, step.intensity))
        before = raw.step
    run = {lap.step for lap in facts.laps}
    plan += [
        PlanStep(nan, nan, step.name, step.notes, step.intensity) for at, step in facts.steps.items() if at not in run
    ]
    return tuple(laps), tuple(plan)


def _timer(file: FitFile) -> tuple[tuple[float, bool], ...]:
    """(time, whether it runs from then on) of the events of the timer, in order."""
    messages = file.messages("event")
    columns = zip(messages.scalars("timestamp"), messages.scalars("event"), messages.scalars("event_type"), strict=True)
    found = [
        (stamp, kind in _STARTS)
        for stamp, event, kind in columns
        if event == _TIMER and isfinite(stamp) and (kind in _STARTS or kind in _STOPS)
    ]
    return tuple(sorted(found, key=lambda event: event[0]))


def pauses_of(facts: Facts, session: Session, origin: float) -> tuple[Pause, ...]:
    """Stretches between a stop and the next start of the timer, in seconds since `origin`."""
    found: list[Pause] = []
    stopped: float | None = None
    for stamp, runs in facts.timer:
        if not session.since <= stamp <= session.until:
            continue
        if not runs:
            stopped = stamp if stopped is None else stopped
        elif stopped is not None:
            if stamp > stopped >= origin:
                found.append(Pause(stopped - origin, stamp - origin))
            stopped = None
    return tuple(found)
