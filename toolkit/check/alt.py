"""Lead pictures whose description is not in the language of the page.

WCAG 2.2, success criterion 1.1.1 (https://www.w3.org/TR/WCAG22/#non-text-content)
"""

from collections.abc import Iterator, Sequence

from toolkit.article.characters import excerpt
from toolkit.article.model import Article
from toolkit.check.fields import versions
from toolkit.check.locator import Locator
from toolkit.check.rule import RULES, primary
from toolkit.check.words import language
from toolkit.errors import Diagnostic

__all__ = ["find_missing_alt"]


def find_missing_alt(article: Article, pages: Sequence[str]) -> Iterator[Diagnostic]:
    """Find pages on which the lead picture is described in other languages only.

    Args:
        article: The article.
        pages: BCP 47 tags of the pages; empty for those that the article can be read in.

    Yields:
        A warning for each page in a language of the article, a note for each other one.
    """
    image = article.image
    if image is None or not image.alt:
        return
    alt = {tag: text for _, text, tag in versions("image.alt", image.alt, article.lang)}
    for page in pages or article.languages:
        if any(primary(page) == primary(tag) for tag in alt):
            continue
        text = next(iter(alt.values()))
        place = Locator(article.file).find(text, 0, len(text)) if article.file else None
        names = " and ".join(map(language, alt))
        words = {"found": names, "declared": language(page)}
        rule = RULES["alt-language"]
        is_read = any(primary(page) == primary(tag) for tag in article.languages)
        yield Diagnostic(
            code=rule.code,
            reason=rule.reason.format_map(words),
            remedy=rule.remedy.format_map(words),
            severity=rule.severity if is_read else "note",
            file=article.file,
            field="image.alt",
            line=place.line if place else None,
            excerpt=excerpt(text),
        )
