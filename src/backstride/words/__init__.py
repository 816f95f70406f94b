"""What people read, in their language: the catalogue, and numbers, dates and durations by locale.

English templates are the keys; `de/LC_MESSAGES/backstride.po` holds the German sentences and is compiled to the
`.mo` beside it by `python -m backstride.words.catalogue`.
"""

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from backstride.message import Message, Value

LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch"}
MISSING = "–"


class _LocalFloat(float):
    """A float that prints itself with the reader's decimal mark when a sentence formats it."""

    mark: str

    def __format__(self, spec: str) -> str:
        text = float.__format__(self, spec or ".6g")
        return text if self.mark == "." else text.translate(str.maketrans(".,", ",."))


def _local(value: float, mark: str) -> _LocalFloat:
    number = _LocalFloat(value)
    number.mark = mark
    return number


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """One reader's language. Call it with a `Message` or an English key to get the sentence."""

    language: str
    catalogue: gettext.NullTranslations

    def __call__(self, message: Message | str, /, **values: Value) -> str:
        if isinstance(message, str):
            message = Message(message, values)
        sentence = self.catalogue.gettext(message.template) if message.template else ""
        return sentence.format(**{name: self._value(value) for name, value in message.values.items()})

    def _value(self, value: Value) -> str | int | float:
        if isinstance(value, Message):
            return self(value)
        return _local(value, self.decimal_mark) if isinstance(value, float) else value

    @property
    def decimal_mark(self) -> str:
        return "," if self.language == "de" else "."

    def number(self, value: float, digits: int = 0) -> str:
        """With the reader's grouping and decimal mark; an en dash where there is no number."""
        if value != value or value in (float("inf"), float("-inf")):
            return MISSING
        text = f"{value:,.{digits}f}"
        if float(text.replace(",", "")) == 0:
            text = text.lstrip("-")
        return text if self.language != "de" else text.translate(str.maketrans(".,", ",."))

    def percent(self, share: float, digits: int = 0) -> str:
        """A share (0..1) as a percentage."""
        space = "\N{NARROW NO-BREAK SPACE}" if self.language == "de" else ""
        return f"{self.number(100 * share, digits)}{space}%"

    def day(self, day: date) -> str:
        """A day of these weeks: "Sat 21 Nov"."""
        return self._skeleton(day, "MMMEd")

    def month(self, day: date) -> str:
        """The month a day lies in: "November 2026"."""
        return self._skeleton(day, "yMMMM")

    def day_of_month(self, day: date) -> str:
        """A day where its year is plain: "21 Nov"."""
        return self._skeleton(day, "MMMd")

    def month_name(self, day: date) -> str:
        """The month a day lies in where its year is plain: "Nov"."""
        from babel.dates import get_month_names

        return str(get_month_names("abbreviated", "stand-alone", _LOCALES[self.language])[day.month])

    def weekday(self, number: int, width: Literal["abbreviated", "wide"] = "abbreviated") -> str:
        """The name of a weekday, 0 = Monday."""
        from babel.dates import get_day_names

        return str(get_day_names(width, "stand-alone", _LOCALES[self.language])[number])

    def _skeleton(self, day: date, skeleton: str) -> str:
        from babel.dates import format_skeleton

        return format_skeleton(skeleton, datetime(day.year, day.month, day.day), locale=_LOCALES[self.language])  # noqa: DTZ001

    def date(self, day: date, style: str = "medium") -> str:
        """A calendar day; style is short, medium, long or full."""
        from babel.dates import format_date

        return format_date(day, style, locale=_LOCALES[self.language])

    def time(self, moment: datetime) -> str:
        """Clock time, 24 h."""
        return f"{moment:%H:%M}"

    def duration(self, seconds: float) -> str:
        """h:mm:ss, or m:ss below an hour."""
        if seconds != seconds:
            return MISSING
        whole = round(seconds)
        hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
        return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

    def size(self, bytes_: int) -> str:
        """A file size in kB or MB."""
        return f"{self.number(bytes_ / 1e6, 1)} MB" if bytes_ >= 1e6 else f"{self.number(bytes_ / 1e3, 1)} kB"


_LOCALES = {"en": "en_GB", "de": "de_DE"}


@lru_cache
def words(language: str) -> Words:
    """The words of a language; English for a language there is no catalogue for."""
    if language not in LANGUAGES or language == "en":
        return Words("en", gettext.NullTranslations())
    compiled = files(__name__) / language / "LC_MESSAGES" / "backstride.mo"
    with compiled.open("rb") as stream:
        return Words(language, gettext.GNUTranslations(stream))


def read_duration(text: str) -> float:
    """Seconds from "1:02:03", "4:05.3", "4:05,3" or plain seconds, as people type them; NaN where it is not a time."""
    parts = text.strip().replace(",", ".").split(":")
    whole, last = parts[:-1], parts[-1]
    if len(parts) > 3 or not all(part.isascii() and part.isdecimal() for part in whole):
        return float("nan")
    if not (last.isascii() and last.replace(".", "", 1).isdecimal()):
        return float("nan")
    total = 0.0
    for part in parts:
        total = 60 * total + float(part)
    return total


def preferred_language(accept: str) -> str:
    """The first language of an Accept-Language header or a LANG value that there is a catalogue for."""
    ranked = []
    for position, part in enumerate(accept.replace("_", "-").split(",")):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality) if quality else 1.0
        except ValueError:
            weight = 0.0
        ranked.append((-weight, position, tag.split("-")[0].split(".")[0].lower()))
    return next((tag for _, _, tag in sorted(ranked) if tag in LANGUAGES), "en")


def terminal_language() -> str:
    """The language of the terminal: BACKSTRIDE_LANGUAGE, else the POSIX locale variables."""
    names = ("BACKSTRIDE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return preferred_language(next((os.environ[name] for name in names if os.environ.get(name)), "en"))
