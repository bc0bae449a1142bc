"""The description of the service (OpenAPI 3.1): what it takes, gives and refuses."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from toolkit import __version__
from toolkit.article.schema import article_schema
from toolkit.direction.explain import Explanation
from toolkit.service.problems import PROBLEM_JSON, Kind, kinds
from toolkit.service.requests import CheckRequest, ExplainRequest, RenderRequest
from toolkit.service.settings import Settings

__all__ = ["describe"]

_FILE = Path(__file__).parent / "data" / "openapi.toml"
_REF = "#/components/schemas/"
_MODELS = (RenderRequest, CheckRequest, ExplainRequest, Explanation)


def describe(app: FastAPI, settings: Settings) -> None:
    """Give an application its description.

    Args:
        app: The application.
        settings: What it can be asked for by name, and whether it has a token.
    """
    table = tomllib.loads(_FILE.read_text("utf-8"))

    def description() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app, settings, table)
        return app.openapi_schema

    app.openapi = description  # type: ignore[method-assign]


def _description(app: FastAPI, settings: Settings, table: dict[str, Any]) -> dict[str, Any]:
    told = get_openapi(
        title="Article Toolkit",
        version=__version__,
        openapi_version="3.1.0",
        description=table["description"],
        routes=app.routes,
    )
    told["components"] = {
        **told.get("components", {}),
        "schemas": {**_models(settings), **table["schemas"]},
        "headers": table["headers"],
    }
    for path, operations in told["paths"].items():
        for operation in operations.values():
            _complete(operation, table["operations"][path], has_token=settings.token is not None)
    return told


def _complete(operation: dict[str, Any], row: Mapping[str, Any], *, has_token: bool) -> None:
    """Add what an operation takes and gives, and every problem that it can end in."""
    if not has_token:
        operation.pop("security", None)
    operation["description"] = row["description"]
    if "takes" in row:
        operation["requestBody"] = {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"$ref": _REF + row["takes"]},
                    "examples": row["examples"],
                }
            },
        }
    problems = [*row.get("problems", ()), "fault"]
    if "security" in operation:
        problems.append("unauthorized")
    operation["responses"] = {**_successes(row), **_failures(problems)}


def _successes(row: Mapping[str, Any]) -> dict[str, Any]:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in row.get("headers", ())}
    content = {media_type: {"schema": schema} for media_type, schema in row["gives"].items()}
    told: dict[str, Any] = {
        "200": {"description": row["result"], "headers": headers, "content": content}
    }
    if "ETag" in headers:
        told["304"] = {"description": "If-None-Match names this result", "headers": headers}
    return told


def _failures(names: Iterable[str]) -> dict[str, Any]:
    by_status: dict[str, list[Kind]] = {}
    for name in names:
        by_status.setdefault(str(kinds()[name].status), []).append(kinds()[name])
    return {status: _failure(found) for status, found in sorted(by_status.items())}


def _failure(found: list[Kind]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": "; ".join(kind.title for kind in found),
        "content": {
            PROBLEM_JSON: {
                "schema": {"$ref": _REF + "Problem"},
                "examples": {kind.name: {"value": _example(kind)} for kind in found},
            }
        },
    }
    if any(kind.retry for kind in found):
        told["headers"] = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    return told


def _example(kind: Kind) -> dict[str, Any]:
    told = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": kind.detail}
    return {**told, "request": "0b5a1c9e"}


def _models(settings: Settings) -> dict[str, Any]:
    """Return the schemas of what is taken and given, and of an article, by name."""
    found, definitions = TypeAdapter.json_schemas(
        [(model.__name__, "validation", TypeAdapter(model)) for model in _MODELS],
        ref_template=_REF + "{model}",
    )
    schemas = {
        **definitions.get("$defs", {}),
        **{name: schema for (name, _mode), schema in found.items() if "$ref" not in schema},
        **_article(),
    }
    for model in ("RenderRequest", "CheckRequest"):
        schemas[model]["properties"]["article"] = {"$ref": _REF + "Article"}
        _offer(schemas[model], "publication", settings.places.publications)
    article = {"anyOf": [{"$ref": _REF + "Article"}, {"type": "null"}]}
    schemas["ExplainRequest"]["properties"]["article"] = article
    _offer(schemas["RenderRequest"], "theme", settings.places.themes)
    return schemas


def _offer(schema: dict[str, Any], field: str, names: Iterable[str]) -> None:
    """Say which names a field takes."""
    schema["properties"][field] |= {"anyOf": [{"enum": sorted(names)}, {"type": "null"}]}


def _article() -> dict[str, Any]:
    schema = _moved(article_schema())
    definitions: dict[str, Any] = schema.pop("$defs")
    schema.pop("$schema")
    return {"Article": schema, **definitions}


def _moved(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Let references lead to the description's own place for schemas."""
    if isinstance(schema, list):
        return [_moved(part) for part in schema]
    if isinstance(schema, dict):
        return {name: _moved(part) for name, part in schema.items()}
    return schema.replace("#/$defs/", _REF) if isinstance(schema, str) else schema
