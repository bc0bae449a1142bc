"""The article's contract as JSON Schema (https://json-schema.org/draft/2020-12)."""

from typing import Any

from toolkit.article.model import Article

__all__ = ["article_schema"]


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema of an article, for editors and content systems.

    Returns:
        A schema of draft 2020-12, with descriptions and examples.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Article.model_json_schema(mode="validation"),
    }
