"""How /api/openapi.json describes what routes answer, besides what their types say."""

from typing import Any

from pydantic import BaseModel

from backstride.web.faults import FAULTS


class Told(BaseModel):
    """What is answered below /api where something is wrong, in the reader's language."""

    detail: str


# As FastAPI takes them. 422 stands in the place of FastAPI's own, which nobody answers here.
FAULTS_TOLD: dict[int | str, dict[str, Any]] = {
    status: {"model": Told, "description": str(FAULTS[status].title)} for status in (403, 404, 409, 413, 421, 422, 503)
}


def file_of(media_type: str) -> dict[int | str, dict[str, Any]]:
    """A file; below no /api, so that faults are pages unless JSON is asked for."""
    pages: dict[int | str, dict[str, Any]] = {
        status: {"description": str(FAULTS[status].title)} for status in (403, 404, 421, 422, 503)
    }
    return {200: {"description": "The bytes", "content": {media_type: {}}}, **pages}
