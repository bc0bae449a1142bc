"""What a PDF says of the article that it was made of: its titles, and the article itself."""

from toolkit.article import Article
from toolkit.render.pdf.facts import Attachment

__all__ = ["source_of", "titles"]


def titles(article: Article) -> dict[str, str]:
    """Return an article's titles by BCP 47 tag.

    Args:
        article: The article.
    """
    return dict(article.title) if isinstance(article.title, dict) else {article.lang: article.title}


def source_of(article: Article) -> Attachment:
    """Return an article as a file to attach: what is said in it, as JSON.

    Args:
        article: The article.
    """
    data = article.model_dump_json(exclude_defaults=True, indent=1, by_alias=True).encode()
    name = f"{article.id}.json"
    return Attachment(name, data, "application/json", "The article that this document is made of")
