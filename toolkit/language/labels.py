"""The words of a page itself, in the reader's language: labels, from gettext catalogues.

Each label is looked up by id, language by language (``fa-AF``, ``fa``, ``en``): a message that
is missing or marked fuzzy falls back, alone.  English is the template ``catalogues/labels.pot``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from markupsafe import Markup

from toolkit.errors import CatalogueError, Diagnostic, LocaleError
from toolkit.language import lists
from toolkit.language.catalogue import Catalogue, read_catalogue
from toolkit.language.insertion import Pattern, balanced, isolated
from toolkit.language.locale import Locale
from toolkit.language.numbers import Number
from toolkit.language.tag import normalise

__all__ = ["Labels", "Value"]

Value = str | Number | Sequence[str]
"""Fills a placeholder: text, Markup, a number (shown in native digits), or a list of texts."""

_BUILT_IN = Path(__file__).parent / "catalogues"
_TEMPLATE = "labels.pot"
_ISOLATES = {"ltr": "\u2066{}\u2069", "rtl": "\u2067{}\u2069"}


@dataclass(frozen=True, slots=True)
class _Message:
    """A label's message, in the first language that has it."""

    label: str
    locale: Locale
    forms: tuple[str, ...]
    plural: Callable[[int], int]
    path: Path


class Labels:
    """The labels of one locale.

    Catalogues are read when the first label is asked for, and once in a process as long as the
    file stays the same.  One ``Labels`` keeps what it has read; a new one sees what has changed.
    Safe in threads.

    Args:
        locale: The reader's locale, or its tag.
        folders: Folders of PO files named by language (``fa.po``, ``fa_AF.po``), searched before
            the built-in ones: a publication's own wording, labels, or languages.

    Raises:
        LocaleError: The tag is no BCP 47 tag.
    """

    def __init__(self, locale: Locale | str, folders: Sequence[Path] = ()) -> None:
        self.locale = Locale.parse(locale)
        self._folders = (*folders, _BUILT_IN)
        self._chain: tuple[tuple[Locale, Catalogue], ...] = ()
        self._messages: dict[str, _Message] = {}

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
            CatalogueError: There is no such label, a value is missing, or a catalogue is damaged.
        """
        message = self._message(label)
        direction = message.locale.direction

        def insert(value: Value, *, apart: bool) -> str:
            if isinstance(value, str):
                return isolated(_plain(value), direction)
            if isinstance(value, Number):
                shown = message.locale.number(value)
                return shown if apart and value >= 0 else isolated(shown, direction)
            return message.locale.list(map(_plain, value))

        text = "".join(_filled(message, values, insert))
        return text if direction == self.locale.direction else _ISOLATES[direction].format(text)

    def html(self, label: str, /, **values: Value) -> Markup:
        """Return a label as HTML: everything escaped, each value but a number in ``bdi``.

        A label that fell back to another language is marked with its ``lang`` and ``dir``.

        Args:
            label: The label's id, such as ``article.byline``.
            **values: Values of the placeholders, escaped unless they are ``Markup``; ``count``
                chooses the plural form.

        Returns:
            The markup.

        Raises:
            CatalogueError: There is no such label, a value is missing, or a catalogue is damaged.
        """
        message = self._message(label)
        locale = message.locale
        foreign = (locale.language, locale.script) != (self.locale.language, self.locale.script)
        bdi = Markup('<bdi lang="{}">').format(self.locale.tag) if foreign else Markup("<bdi>")

        def isolate(value: str) -> Markup:
            return (
                bdi + (value if isinstance(value, Markup) else balanced(value)) + Markup("</bdi>")
            )

        def insert(value: Value, *, apart: bool) -> str:
            if isinstance(value, str):
                return isolate(value)
            if isinstance(value, Number):
                shown = locale.number(value)
                return shown if apart and value >= 0 else Markup("<bdi>{}</bdi>").format(shown)
            isolates = [isolate(item) for item in value]
            return Markup("").join(lists.join(isolates, locale.tag, "and"))

        markup = Markup("").join(_filled(message, values, insert))
        if not foreign:
            return markup
        span = Markup('<span lang="{}" dir="{}">{}</span>')
        return span.format(locale.tag, locale.direction, markup)

    def lang(self, label: str, /) -> str:
        """Return the tag of the language a label is found in: the locale's own or a fallback.

        Raises:
            CatalogueError: There is no such label, or a catalogue is damaged.
        """
        return self._message(label).locale.tag

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all labels that can be shown, sorted."""
        return tuple(sorted({label for _, found in self._catalogues() for label in found.entries}))

    def _message(self, label: str) -> _Message:
        found = self._messages.get(label)
        if found is None:
            found = self._messages[label] = self._find(label)
        return found

    def _find(self, label: str) -> _Message:
        for locale, catalogue in self._catalogues():
            entry = catalogue.entries.get(label)
            if entry and entry.forms and not entry.fuzzy:
                return _Message(label, locale, entry.forms, catalogue.plural, catalogue.path)
        for _, catalogue in reversed(self._catalogues()):
            if entry := catalogue.entries.get(label):
                english = Locale.parse("en")
                return _Message(label, english, entry.source, _english_plural, catalogue.path)
        raise self._unknown(label)

    def _catalogues(self) -> tuple[tuple[Locale, Catalogue], ...]:
        """Return the catalogues to search, the reader's language first, the templates last."""
        if not self._chain:
            self._chain = tuple(self._read())
        return self._chain

    def _read(self) -> Iterator[tuple[Locale, Catalogue]]:
        folders = [_files(folder) for folder in self._folders]
        for tag in self.locale.fallbacks:
            for files in folders:
                if tag in files:
                    yield Locale.parse(tag), read_catalogue(files[tag])
        for folder in self._folders:
            if (folder / _TEMPLATE).is_file():
                yield Locale.parse("en"), read_catalogue(folder / _TEMPLATE)

    def _unknown(self, label: str) -> CatalogueError:
        near = get_close_matches(label, self.ids, 1)
        remedy = f"Did you mean {near[0]}" if near else None
        return CatalogueError(
            Diagnostic(code="unknown-label", reason=f"There is no label “{label}”", remedy=remedy)
        )


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        reason = "There is no such folder of label catalogues"
        raise CatalogueError(Diagnostic(code="bad-catalogue", reason=reason, file=str(folder)))
    try:
        return {normalise(path.stem): path for path in sorted(folder.glob("*.po"))}
    except LocaleError as error:
        raise CatalogueError(error.diagnostic).located(file=str(folder)) from error


def _english_plural(count: int) -> int:
    return int(count != 1)


def _plain(value: str) -> str:
    return value.striptags() if isinstance(value, Markup) else value


def _filled(
    message: _Message, values: dict[str, Value], insert: Callable[..., str]
) -> Iterator[str]:
    """Yield the pieces of a message, its literals and its values in turn."""
    pattern = _pattern(message, values)
    yield pattern.literals[0]
    for name, literal in zip(pattern.names, pattern.literals[1:], strict=True):
        yield insert(_value(message, values, name), apart=pattern.apart)
        yield literal


def _pattern(message: _Message, values: dict[str, Value]) -> Pattern:
    form = message.forms[0]
    if len(message.forms) > 1:
        count = _value(message, values, "count")
        index = message.plural(count) if isinstance(count, int) else 1
        form = message.forms[min(index, len(message.forms) - 1)]
    try:
        return Pattern.parse(form)
    except CatalogueError as error:
        raise error.located(file=str(message.path), field=message.label) from error


def _value(message: _Message, values: dict[str, Value], name: str) -> Value:
    value = values.get(name)
    if value is None:
        raise CatalogueError(
            Diagnostic(
                code="missing-value",
                reason=f"The label “{message.label}” was given no value for {{{name}}}",
                file=str(message.path),
            )
        )
    return value
