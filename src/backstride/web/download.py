"""Files as answers: with a name that no header breaks on, and piece by piece where a player asks for pieces."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from fastapi import Request
from starlette.responses import Response

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def download(name: str, media_type: str, data: bytes, *, inline: bool = False) -> Response:
    """A file to keep, or `inline` to be shown."""
    return Response(data, media_type=media_type, headers={"content-disposition": disposition(name, inline=inline)})


def disposition(name: str, *, inline: bool = False) -> str:
    """The name in ASCII for old programs and whole for the others."""
    plain = "".join(char if char.isascii() and char.isprintable() and char not in '"\\' else "_" for char in name)
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def matches(request: Request, tag: str) -> bool:
    """Whether the reader has this version already."""
    asked = request.headers.get("if-none-match", "")
    return tag in (one.strip().removeprefix("W/") for one in asked.split(",")) or asked.strip() == "*"


def in_pieces(request: Request, data: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The whole, or the one piece that was asked for: players on iOS take sound in no other way."""
    whole = {**headers, "accept-ranges": "bytes"}
    asked = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if asked is None or not (asked[1] or asked[2]):
        return Response(data, media_type=media_type, headers=whole)
    size = len(data)
    if asked[1]:
        first, last = int(asked[1]), min(int(asked[2]) if asked[2] else size - 1, size - 1)
    else:
        first, last = max(0, size - int(asked[2])), size - 1
    if first > last:
        return Response(b"", 416, headers={**whole, "content-range": f"bytes */{size}"})
    piece = {**whole, "content-range": f"bytes {first}-{last}/{size}"}
    return Response(data[first : last + 1], 206, media_type=media_type, headers=piece)
