"""The settings: few, typed, in one table that pages, commands and documentation loop over."""

import math
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from backstride import gait
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.store import SettingValue, Store
from backstride.store.codec import from_json, to_json


class SettingKind(StrEnum):
    """How a setting is asked for."""

    NUMBER = "number"
    WHOLE = "whole number"
    CHOICE = "choice"
    ZONE = "time zone"
    TILES = "map tiles"
    BOUNDS = "rising numbers"


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of SETTINGS. `unit` is SI; `low` and `high` bound numbers; `choices` maps values to what they are called.

    A default of None means: not stated.
    """

    key: str
    label: Message
    help: Message
    kind: SettingKind
    default: SettingValue = None
    unit: str = ""
    low: float = -math.inf
    high: float = math.inf
    choices: Mapping[str, Message] = field(default_factory=dict)


_NUMBER, _WHOLE, _CHOICE = SettingKind.NUMBER, SettingKind.WHOLE, SettingKind.CHOICE
ZONE_BOUNDS = 5

SETTINGS: tuple[Setting, ...] = (
    Setting("mass_kg", say("Body mass"), say("For energy and load."), _NUMBER, None, "kg", 20, 300),
    Setting("height_cm", say("Height"), say("For step length against leg length."), _NUMBER, None, "cm", 80, 250),
    Setting("birth_year", say("Year of birth"), say("For heart-rate limits by age."), _WHOLE, None, "", 1900, 2100),
    Setting(
        "sex",
        say("Sex"),
        say("Some published references differ by it."),
        _CHOICE,
        "",
        choices={"": say("not stated"), "female": say("female"), "male": say("male")},
    ),
    Setting(
        "rest_heart_rate_bpm", say("Resting heart rate"), say("Lying down, after waking."), _WHOLE, None, "bpm", 25, 120
    ),
    Setting(
        "max_heart_rate_bpm",
        say("Highest heart rate"),
        say("Measured, not by a formula."),
        _WHOLE,
        None,
        "bpm",
        90,
        240,
    ),
    Setting(
        "zone_bounds_bpm",
        say("Heart-rate zones"),
        say("The lower bounds of the five zones, rising. Left empty, they follow from the highest heart rate."),
        SettingKind.BOUNDS,
        None,
        "bpm",
        30,
        240,
    ),
    Setting(
        "units",
        say("Units"),
        say("Values are kept in SI units and shown in these."),
        _CHOICE,
        "metric",
        choices={"metric": say("metric"), "imperial": say("imperial")},
    ),
    Setting(
        "speed_as",
        say("Show speed as"),
        say("Pace is time for a distance, speed is distance in a time."),
        _CHOICE,
        "pace",
        choices={"pace": say("Pace"), "speed": say("Speed")},
    ),
    Setting(
        "first_weekday",
        say("A week begins on"),
        say("For calendars and weekly totals."),
        _CHOICE,
        "monday",
        choices={"monday": say("Monday"), "saturday": say("Saturday"), "sunday": say("Sunday")},
    ),
    Setting(
        "language",
        say("Language"),
        say("Automatic: as the browser or the terminal asks."),
        _CHOICE,
        "",
        choices={"": say("automatic"), "en": Message("English"), "de": Message("Deutsch")},
    ),
    Setting(
        "time_zone",
        say("Time zone"),
        say("A name like Europe/Berlin. Left empty: the zone of this computer."),
        SettingKind.ZONE,
        "",
    ),
    Setting(
        "theme",
        say("Appearance"),
        say("Automatic: as the device is set."),
        _CHOICE,
        "system",
        choices={"system": say("automatic"), "light": say("light"), "dark": say("dark")},
    ),
    Setting(
        "tile_url",
        say("Map tiles"),
        say(
            "An address like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png. Its server sees where you look; "
            "left empty, tracks are drawn on a plain grid and nothing is sent."
        ),
        SettingKind.TILES,
        "",
    ),
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, typed. None and empty text: not stated."""

    mass_kg: float | None = None
    height_cm: float | None = None
    birth_year: int | None = None
    sex: str = ""
    rest_heart_rate_bpm: int | None = None
    max_heart_rate_bpm: int | None = None
    zone_bounds_bpm: tuple[float, ...] = ()
    units: str = "metric"
    speed_as: str = "pace"
    first_weekday: str = "monday"
    language: str = ""
    time_zone: str = ""
    theme: str = "system"
    tile_url: str = ""


def read_settings(store: Store) -> Settings:
    """What was saved, defaults for the rest."""
    kept = {key: value for key, value in store.settings.read().items() if key in _BY_KEY and value is not None}
    return from_json(Settings, to_json(kept))


def save_settings(store: Store, form: Mapping[str, str]) -> Settings:
    """Save the settings that the form holds, as a person writes them; those it leaves out stay.

    Raises BadAnswers with every fault at once, and saves nothing then.
    """
    faults: dict[str, Message] = {}
    values: dict[str, SettingValue] = {}
    for setting in SETTINGS:
        if setting.key in form:
            value = _READERS[setting.kind](setting, form[setting.key].strip())
            if isinstance(value, Message):
                faults[setting.key] = value
            else:
                values[setting.key] = value
    low, high = values.get("rest_heart_rate_bpm"), values.get("max_heart_rate_bpm")
    if isinstance(low, int) and isinstance(high, int) and low >= high:
        faults["max_heart_rate_bpm"] = say("the highest heart rate must be above the resting heart rate")
    if faults:
        raise BadAnswers(faults)
    store.settings.write(values)
    return read_settings(store)


def options_of_settings(store: Store) -> gait.Options:
    """What an analysis is told about the person."""
    return gait.Options(mass_kg=read_settings(store).mass_kg)


def _number(setting: Setting, text: str) -> SettingValue | Message:
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return say("{text} is not a number", text=text)
    if not setting.low <= value <= setting.high:
        return say("a number from {low} to {high} is expected", low=f"{setting.low:g}", high=f"{setting.high:g}")
    return value


def _whole(setting: Setting, text: str) -> SettingValue | Message:
    value = _number(setting, text)
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else say("{text} is not a whole number", text=text)


def _choice(setting: Setting, text: str) -> SettingValue | Message:
    if text in setting.choices:
        return text
    return say("one of {choices} is expected", choices=", ".join(choice or "-" for choice in setting.choices))


def _zone(_setting: Setting, text: str) -> SettingValue | Message:
    if not text or text in zoneinfo.available_timezones():
        return text
    return say("{text} is not a time zone; they are written like Europe/Berlin", text=text)


def _tiles(_setting: Setting, text: str) -> SettingValue | Message:
    if not text:
        return ""
    if not text.startswith(("https://", "http://")) or any(part not in text for part in ("{x}", "{y}", "{z}")):
        return say("an address that begins with https:// and holds {{x}}, {{y}} and {{z}} is expected")
    return text


def _bounds(setting: Setting, text: str) -> SettingValue | Message:
    parts = text.replace(";", " ").replace(",", " ").split()
    if not parts:
        return None
    numbers = [_number(setting, part) for part in parts]
    bounds = [number for number in numbers if isinstance(number, float)]
    if len(bounds) != ZONE_BOUNDS or len(numbers) != ZONE_BOUNDS or bounds != sorted(set(bounds)):
        return say(
            "{count} rising numbers from {low} to {high} are expected",
            count=ZONE_BOUNDS,
            low=f"{setting.low:g}",
            high=f"{setting.high:g}",
        )
    return list(bounds)


_READERS: Mapping[SettingKind, Callable[[Setting, str], SettingValue | Message]] = {
    SettingKind.NUMBER: _number,
    SettingKind.WHOLE: _whole,
    SettingKind.CHOICE: _choice,
    SettingKind.ZONE: _zone,
    SettingKind.TILES: _tiles,
    SettingKind.BOUNDS: _bounds,
}
