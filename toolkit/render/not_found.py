"""Builds the page that is shown where an address leads nowhere: one for all languages."""

from dataclasses import replace

from toolkit.language import Labels, Locale
from toolkit.render.archive import Archive
from toolkit.render.context import PageContext
from toolkit.render.page import frame
from toolkit.render.paths import front_path
from toolkit.render.views import NotFoundView, PageView
from toolkit.render.wording import labels_of

__all__ = ["not_found_page"]


def not_found_page(page: PageContext, archive: Archive) -> PageView:
    """Return the page, the reader's language first.

    Args:
        page: What the page's parts share.
        archive: The publication's articles.
    """
    messages: dict[str, NotFoundView] = {}
    for locale in dict.fromkeys((page.locale, *page.plan.offered)):
        labels = labels_of(page.publication, locale, page.report)
        # Where a language lacks the message, or has that of another, it has been said already.
        messages.setdefault(labels.lang("error.not_found_text"), _message(page, locale, labels))
    return replace(
        frame(page, archive, front_path),
        home=page.link(front_path(page.locale)),
        not_found=tuple(messages.values()),
    )


def _message(page: PageContext, locale: Locale, labels: Labels) -> NotFoundView:
    return NotFoundView(
        lang=locale.tag,
        direction=locale.direction,
        heading=labels.html("error.not_found"),
        text=labels.html("error.not_found_text"),
        href=page.link(front_path(locale)),
        home=labels.html("nav.home"),
    )
