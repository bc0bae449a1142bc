"""Structured data: an article as schema.org's ``NewsArticle`` in JSON-LD.

https://schema.org/NewsArticle and
https://developers.google.com/search/docs/appearance/structured-data/article
"""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from toolkit.article.text import Localized
from toolkit.render.byline import Byline
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.instant import instant
from toolkit.render.paths import front_path
from toolkit.render.phrase import Phrase
from toolkit.render.views import ArticleView

__all__ = ["article_data", "script_safe"]

# A script element ends at "</script" and may begin a comment at "<!--"
# (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def article_data(page: PageContext, edition: Edition, view: ArticleView, address: str) -> Markup:
    """Return an article as JSON-LD for a ``script`` element.

    Args:
        page: What the page's parts share.
        edition: The article as its reader gets it.
        view: The same for the templates.
        address: Its canonical address.
    """
    article, teaser = edition.article, view.summary or view.subtitle
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": view.title.text,
        "description": teaser.text if teaser else None,
        "inLanguage": edition.lang,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": _date(page, article.published, edition),
        "dateModified": _date(page, article.updated or article.published, edition),
        "author": [_person(*person) for person in Byline(page, edition).people("author")],
        "publisher": _publisher(page),
        "image": [urljoin(address, view.picture.src)] if view.picture else None,
        "articleSection": view.section.text if view.section else None,
        "keywords": [tag.text for tag in view.tags],
    }
    return script_safe({key: value for key, value in data.items() if value})


def _date(page: PageContext, moment: Localized[date] | None, edition: Edition) -> str | None:
    found = edition.value(moment)
    return instant(found[0], page.publication.time_zone).isoformat() if found else None


def _person(name: Phrase, url: str | None) -> dict[str, str]:
    person = {"@type": "Person", "name": name.text}
    return {**person, "url": url} if url else person


def _publisher(page: PageContext) -> dict[str, str]:
    name, url = page.publication_name.text, page.address(front_path(page.locale))
    publisher = {"@type": "NewsMediaOrganization", "name": name}
    return {**publisher, "url": url} if url else publisher


def script_safe(data: dict[str, Any]) -> Markup:
    """Return JSON that nothing in it can bring out of its ``script`` element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(safe)  # noqa: S704 - no markup is left in it
