"""The article's contract as JSON Schema (https://json-schema.org/draft/2020-12)."""

from typing import Any

from toolkit.article.model import Article

__all__ = ["article_schema"]


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema of an article, for editors and content systems.

    Returns:
        A schema of draft 2020-12, with descriptions and examples.  It accepts every article that
        the model accepts; rules that a schema cannot state, such as which languages are known,
        are the model's.
    """
    schema = _named_by_language(Article.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _named_by_language(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Let maps take no name but a language tag; a pattern alone would let others pass."""
    if isinstance(schema, list):
        return [_named_by_language(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _named_by_language(part) for name, part in schema.items()}
    if "patternProperties" in found:
        ((pattern, values),) = found.pop("patternProperties").items()
        found |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
    return found
