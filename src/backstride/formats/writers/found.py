"""Events and reasoning as plain values, the same in every JSON that carries them."""

from collections.abc import Mapping

from backstride.recording import WAYS, Event, FloatArray, Reasoning, Side

_DIGITS = 3


def event_json(event: Event) -> Mapping[str, object]:
    """One event; what does not apply to its kind is NaN, None or "unknown"."""
    return {
        "kind": event.kind.value,
        "start_s": event.start_s,
        "end_s": event.end_s,
        "confidence": event.confidence,
        "before": event.before.value,
        "after": event.after.value,
        "stop_s": event.stop_s,
        "clean": event.clean,
        "turned_rad": event.turned_rad,
        "side": None if event.side is Side.UNKNOWN else event.side.value,
        "why": str(event.why),
    }


def reasoning_json(reasoning: Reasoning) -> Mapping[str, object]:
    """What was believed, by direction, and what each source said; to three digits."""
    chance = {way.value: _rounded(column) for way, column in zip(WAYS, reasoning.chance.T, strict=True)}
    said = [
        {"source": voice.source.value, "why": str(voice.why), "forward_odds": _rounded(voice.odds)}
        for voice in reasoning.voices
    ]
    return {"edge_s": _rounded(reasoning.edge_s), "front": reasoning.front, "chance": chance, "sources": said}


def _rounded(values: FloatArray) -> list[float]:
    return [round(value, _DIGITS) for value in values.tolist()]
