"""What an article is: typed data, logical text, a body in a safe subset of HTML."""

from toolkit.article.model import Article, Author, Image, Source
from toolkit.article.publication import Publication

__all__ = ["Article", "Author", "Image", "Publication", "Source"]
