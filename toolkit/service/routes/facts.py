"""What is the same for every request: locales, contract, problems, description, metrics."""

import json
from dataclasses import asdict
from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response

from toolkit.article.schema import article_schema
from toolkit.language import Locale
from toolkit.language.messages import catalogue_files
from toolkit.language.pseudo import PSEUDO_LOCALES
from toolkit.resources import CATALOGUES
from toolkit.service.metrics import METRICS_TEXT
from toolkit.service.problems import kinds

__all__ = ["router"]

router = APIRouter()

_A_DAY = {"Cache-Control": "private, max-age=86400"}


@router.get("/v1/locales", summary="The languages that have labels")
async def locales() -> Response:
    """Tell the languages; any other one that CLDR knows can be asked for, with English labels."""
    return _told([_locale(tag) for tag in ("en", *catalogue_files(CATALOGUES), *PSEUDO_LOCALES)])


@router.get("/v1/schema", summary="The JSON Schema of an article")
async def schema() -> Response:
    """Tell the contract."""
    return _told(article_schema(), "application/schema+json")


@router.get("/v1/problems", summary="What requests can end in, other than success")
async def problems() -> Response:
    """Tell the types of problems."""
    return _told([{"type": kind.type, **asdict(kind)} for kind in kinds().values()])


@router.get("/openapi.json", summary="This description")
async def openapi(request: Request) -> Response:
    """Tell the description of the service (https://spec.openapis.org/oas/v3.1.0)."""
    return _told(request.app.openapi())


@router.get("/metrics", summary="Numbers for Prometheus")
async def metrics(request: Request) -> Response:
    """Tell the numbers."""
    return Response(request.app.state.metrics.text(), headers={"Content-Type": METRICS_TEXT})


@cache
def _locale(tag: str) -> dict[str, str | bool]:
    locale = Locale.parse(tag)
    return {
        "tag": locale.tag,
        "name": locale.autonym,
        "direction": locale.direction,
        "numbering": locale.numbering,
        "calendar": locale.calendar,
        "pseudo": tag in PSEUDO_LOCALES,
    }


def _told(value: Any, media_type: str = "application/json") -> Response:  # noqa: ANN401
    return Response(json.dumps(value, ensure_ascii=False), headers=_A_DAY, media_type=media_type)
