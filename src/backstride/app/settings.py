"""The settings: few, typed, in one table that pages, commands and documentation loop over."""

import math
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from backstride import gait
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.store import SettingValue, Store
from backstride.store.codec import from_json, to_json

Clock = Callable[[datetime], date]


class SettingKind(StrEnum):
    """How a setting is asked for."""

    NUMBER = "number"
    WHOLE = "whole number"
    CHOICE = "choice"
    ZONE = "time zone"
    TILES = "map tiles"


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

SETTINGS: tuple[Setting, ...] = (
    Setting("mass_kg", say("Body mass"), say("For energy and load."), _NUMBER, None, "kg", 20, 300),
    Setting(
        "birth_year",
        say("Year of birth"),
        say("For the highest heart rate by age and for norms of tests, until the plan's questions are answered."),
        _WHOLE,
        None,
        "",
        1900,
        2100,
    ),
    Setting(
        "sex",
        say("Sex"),
        say("For load from the heart rate, unless the page of the heart says otherwise."),
        _CHOICE,
        "",
        choices={"": say("not stated"), "female": say("female"), "male": say("male")},
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
    birth_year: int | None = None
    sex: str = ""
    units: str = "metric"
    speed_as: str = "pace"
    first_weekday: str = "monday"
    language: str = ""
    time_zone: str = ""
    theme: str = "system"
    tile_url: str = ""


def read_settings(store: Store) -> Settings:
    """What was saved; defaults for the rest, and for what the form would not take: pages need settings to say so."""
    return from_json(Settings, to_json(_sound(store.settings.read(_BY_KEY))))


def clock_of(store: Store) -> Clock:
    """Tells the day of a moment by the person's own clock; the settings are asked once."""
    named = read_settings(store).time_zone
    zone = zoneinfo.ZoneInfo(named) if named else None
    return lambda moment: moment.astimezone(zone).date()


def said_settings(store: Store) -> Mapping[str, str]:
    """What was saved, as a form says it, for another store. Not the map tiles: a file sends nobody to a server."""
    kept = _sound(store.settings.read(_BY_KEY))
    return {key: str(value) for key, value in kept.items() if _BY_KEY[key].kind is not SettingKind.TILES}


def bring_settings(store: Store, said: Mapping[str, str]) -> int:
    """Keep what was said in another store where nothing is kept here. Returns how many were new."""
    mine = store.settings.read(_BY_KEY)
    taken = _sound({key: text for key, text in said.items() if mine.get(key) is None})
    new = {key: value for key, value in taken.items() if _BY_KEY[key].kind is not SettingKind.TILES}
    store.settings.write(new)
    return len(new)


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
    if faults:
        raise BadAnswers(faults)
    store.settings.write(values)
    return read_settings(store)


def options_of_settings(store: Store) -> gait.Options:
    """What an analysis is told about the person."""
    return gait.Options(mass_kg=read_settings(store).mass_kg)


def _sound(kept: Mapping[str, SettingValue]) -> dict[str, SettingValue]:
    """Settings of the table that are stated, read as a form is read."""
    stated = {key: value for key, value in kept.items() if key in _BY_KEY and value is not None}
    read = {key: _READERS[_BY_KEY[key].kind](_BY_KEY[key], str(value)) for key, value in stated.items()}
    return {key: value for key, value in read.items() if value is not None and not isinstance(value, Message)}


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
    try:
        return zoneinfo.ZoneInfo(text).key if text else ""
    except (ValueError, KeyError, OSError):  # a path, a name nobody knows, a folder of zones
        return say("{text} is not a time zone; they are written like Europe/Berlin", text=text)


def _tiles(_setting: Setting, text: str) -> SettingValue | Message:
    if not text:
        return ""
    if not text.startswith(("https://", "http://")) or any(part not in text for part in ("{x}", "{y}", "{z}")):
        return say("an address that begins with https:// and holds {{x}}, {{y}} and {{z}} is expected")
    return text


_READERS: Mapping[SettingKind, Callable[[Setting, str], SettingValue | Message]] = {
    SettingKind.NUMBER: _number,
    SettingKind.WHOLE: _whole,
    SettingKind.CHOICE: _choice,
    SettingKind.ZONE: _zone,
    SettingKind.TILES: _tiles,
}
