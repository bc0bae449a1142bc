"""The words of a page itself, in the reader's language: labels, from gettext catalogues.

Each label is looked up by id, language by language (``fa-AF``, ``fa``, ``en``): a message that
is missing, marked fuzzy, or has a placeholder that the English has not, falls back, alone.
English is the template ``catalogues/labels.pot``.

A fuzzy message waits for a translator's review, and gettext shows none
(https://www.gnu.org/software/gettext/manual/html_node/Fuzzy-Entries.html); so it is here, unless
drafts are asked for: a doubted word in the reader's language can serve better than a right one in
another.  A message whose English has changed since says something else, and is never shown.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from toolkit.errors import CatalogueError, Diagnostic, Report, log_report
from toolkit.language import lists
from toolkit.language.insertion import Pattern, balanced, isolated
from toolkit.language.locale import Locale
from toolkit.language.messages import Message, Messages
from toolkit.language.numbers import Number

__all__ = ["Labels", "Value"]

Value = str | Number | Sequence[str]
"""Fills a placeholder: text, Markup, a number (shown in native digits), or a list of texts."""

_PLAIN = str | Number
_MOST_KEPT = 1024
_ISOLATES = {"ltr": "\u2066{}\u2069", "rtl": "\u2067{}\u2069"}


class Labels:
    """The labels of one locale.

    A catalogue is read once in a process as long as the file stays the same.  One ``Labels`` keeps
    what it has read; a new one sees what has changed.  Safe in threads.

    Args:
        locale: The reader's locale, or its tag.
        folders: Folders of PO files named by language (``fa.po``, ``fa_AF.po``), searched before
            the built-in ones: a publication's own wording, labels, or languages.
        drafts: Whether messages that still wait for review are shown.
        report: Receives each message that falls back, as its placeholders are not those of the
            English text; by default it is logged.

    Raises:
        CatalogueError: A folder is missing, or a catalogue is damaged.
        LocaleError: The tag is no BCP 47 tag.
    """

    def __init__(
        self,
        locale: Locale | str,
        folders: Sequence[Path] = (),
        *,
        drafts: bool = False,
        report: Report = log_report,
    ) -> None:
        self.locale = Locale.parse(locale)
        self._messages = Messages(self.locale, folders, drafts=drafts, report=report)
        # Pages say the same often; a text and the same one as markup are told apart by their types.
        self._kept = lru_cache(maxsize=_MOST_KEPT, typed=True)(self._html)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all labels that can be shown, sorted."""
        return self._messages.ids

    def lang(self, label: str, /) -> str:
        """Return the tag of the language a label is found in: the locale's own or a fallback.

        Raises:
            CatalogueError: There is no such label.
        """
        return self._messages.find(label).locale.tag

    def message(self, label: str, /) -> Message:
        """Return the message that a label is shown by, with its language, file and line.

        Raises:
            CatalogueError: There is no such label.
        """
        return self._messages.find(label)

    def text(self, label: str, /, **values: Value) -> str:
        """Return a label as plain text, for attributes, titles and PDF metadata.

        A value that could disturb the order is isolated by FSI and PDI; so is the whole label,
        by its own direction, where it fell back to a language of the other direction.

        Args:
            label: The label's id, such as ``article.byline``.
            **values: Values of the placeholders; ``count`` chooses the plural form.

        Returns:
            The text; not escaped.

        Raises:
            CatalogueError: There is no such label, its message is damaged, or a value is missing.
        """
        message = self._messages.find(label)
        direction = message.locale.direction

        def insert(value: Value, *, apart: bool) -> str:
            if isinstance(value, str):
                return isolated(_plain(value), direction)
            if isinstance(value, Number):
                shown = self._number(value, message)
                return shown if apart and value >= 0 else isolated(shown, direction)
            return message.locale.list(map(_plain, value))

        text = "".join(_filled(message, values, insert))
        return text if direction == self.locale.direction else _ISOLATES[direction].format(text)

    def html(self, label: str, /, **values: Value) -> Markup:
        """Return a label as HTML: everything escaped, each value but a number in ``bdi``.

        A label that fell back to another language is marked with its ``lang`` and ``dir``, and
        the values in it with the reader's language.

        Args:
            label: The label's id, such as ``article.byline``.
            **values: Values of the placeholders, escaped unless they are ``Markup``; ``count``
                chooses the plural form.

        Returns:
            The markup.

        Raises:
            CatalogueError: There is no such label, its message is damaged, or a value is missing.
        """
        if all(isinstance(value, _PLAIN) for value in values.values()):
            return self._kept(label, **values)
        return self._html(label, **values)

    def _html(self, label: str, /, **values: Value) -> Markup:
        message = self._messages.find(label)
        locale, own = message.locale, self._is_own(message.locale)
        bdi = Markup("<bdi>") if own else Markup('<bdi lang="{}">').format(self.locale.tag)

        def isolate(value: str) -> Markup:
            return (
                bdi + (value if isinstance(value, Markup) else balanced(value)) + Markup("</bdi>")
            )

        def insert(value: Value, *, apart: bool) -> str:
            if isinstance(value, str):
                return isolate(value)
            if isinstance(value, Number):
                shown = self._number(value, message)
                return shown if apart and value >= 0 else Markup("<bdi>{}</bdi>").format(shown)
            items = [isolate(item) for item in value]
            return Markup("").join(lists.join(items, locale.tag, "and"))

        markup = Markup("").join(_filled(message, values, insert))
        if own:
            return markup
        span = Markup('<span lang="{}" dir="{}">{}</span>')
        return span.format(locale.tag, locale.direction, markup)

    def _is_own(self, locale: Locale) -> bool:
        """Tell whether a message's language is the reader's, or a variety of it."""
        return (locale.language, locale.script) == (self.locale.language, self.locale.script)

    def _number(self, value: Number, message: Message) -> str:
        return (self.locale if self._is_own(message.locale) else message.locale).number(value)


def _plain(value: str) -> str:
    return value.striptags() if isinstance(value, Markup) else value


def _filled(
    message: Message, values: dict[str, Value], insert: Callable[..., str]
) -> Iterator[str]:
    """Yield the pieces of a message, its literals and its values in turn."""
    pattern = _pattern(message, values)
    yield pattern.literals[0]
    for name, literal in zip(pattern.names, pattern.literals[1:], strict=True):
        yield insert(_value(message, values, name), apart=pattern.apart)
        yield literal


def _pattern(message: Message, values: dict[str, Value]) -> Pattern:
    form = message.forms[0]
    if len(message.forms) > 1:
        count = _value(message, values, "count")
        form = message.forms[message.plural(count) if isinstance(count, int) else -1]
    try:
        return Pattern.parse(form)
    except CatalogueError as error:
        found = replace(error.diagnostic, file=str(message.path), line=message.line)
        raise CatalogueError(found).located(field=message.label) from error


def _value(message: Message, values: dict[str, Value], name: str) -> Value:
    value = values.get(name)
    if value is None:
        raise CatalogueError(
            Diagnostic(
                code="missing-value",
                reason=f"The label “{message.label}” was given no value for {{{name}}}",
            )
        )
    return value
