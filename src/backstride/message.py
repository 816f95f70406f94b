"""Sentences that can be shown in any language: an English template and the values that fill it.

The template is the key of the catalogue (`words`). Modules below `words` never translate: they make a `Message`,
and the page or the terminal that shows it asks the catalogue for the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence: `template` in English with `{name}` fields, `values` for the fields."""

    template: str
    values: Mapping[str, "Value"] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


Value = str | int | float | Message


def say(template: str, /, **values: Value) -> Message:
    """Make a message. Catalogue extraction looks for calls of this name with a literal template."""
    return Message(template, values)
