"""The attributes that elements of the subset may have, and the values these may take."""

import re
from collections.abc import Callable, Mapping
from typing import ClassVar
from urllib.parse import unquote

from toolkit.article.address import check_address, resolve
from toolkit.article.characters import balance, excerpt, one_line, tidy
from toolkit.article.picture import Picture
from toolkit.article.picture_source import check_source
from toolkit.article.subset.drops import Drops
from toolkit.article.subset.names import ATTRIBUTES, CLASSES
from toolkit.errors import ArticleError, LocaleError
from toolkit.language.tag import normalise

__all__ = ["PREFIX", "Attributes", "words"]

PREFIX = "body-"
_FOOTNOTE = re.compile(r"fn(?:ref)?-[\w-]{1,100}")
_NAME = re.compile(r"[\w.:-]{1,200}")
_CODE_LANGUAGE = re.compile(r"language-[\w+#.-]{1,40}")
_DATETIME = re.compile(r"[0-9PT][0-9A-Z:+. -]{0,50}")
_SCHEME = re.compile(r"(?:javascript|vbscript|data|file|blob|about|view-source):", re.IGNORECASE)
_LONGEST_WORDS = 5000


class Attributes:
    """Keeps what may be kept of each element's attributes in one body.

    Args:
        drops: Counts the others.
        base: The article's own address, which relative links follow.
        picture: Looks at a picture by its source; raises :class:`ArticleError`.
    """

    def __init__(
        self, drops: Drops, *, base: str | None, picture: Callable[[str], Picture] | None
    ) -> None:
        self._drops = drops
        self._base = base
        self._look = picture
        self._seen: dict[str, Picture | ArticleError | None] = {}
        self.ids: set[str] = set()

    def keep(self, tag: str, found: Mapping[str, str]) -> dict[str, str]:
        """Return the attributes that an element keeps.

        Args:
            tag: The element in the subset, or one that is unwrapped: it keeps ``lang``, ``dir``.
            found: Its attributes, names in lower case.

        Returns:
            Names and safe values.
        """
        allowed = ATTRIBUTES.get(tag, {"lang", "dir"})
        kept: dict[str, str] = {}
        for name, value in found.items():
            if name not in allowed:
                self._drop(name, value)
            elif name == "rel":
                continue  # links that lead out get their own
            elif (safe := self._RULES[name](self, tag, value.strip())) is not None:
                kept[name] = safe
        if tag == "a" and not kept.get("href", "#").startswith("#"):
            kept["rel"] = "noopener noreferrer"
        return kept

    def picture(self, found: Mapping[str, str]) -> dict[str, str] | None:
        """Return the attributes of a picture, or ``None`` if it cannot be used.

        Args:
            found: Attributes of the ``img``.

        Returns:
            ``src``, ``alt`` if there is one, ``width`` and ``height`` if they are known.
        """
        kept = self.keep("img", found)
        if "src" not in kept:
            if "src" not in found:
                self._drops.add("picture", "one without a file name")
            return None
        size = self._seen[kept["src"]]
        if isinstance(size, Picture) and not ("width" in kept and "height" in kept):
            kept |= {"width": str(size.width), "height": str(size.height)}
        if "alt" not in kept:
            self._drops.add("alt", kept["src"])
        return kept

    def _drop(self, name: str, value: str) -> None:
        known = {"style": "style", "class": "class"}
        kind = "event-handler" if name.startswith("on") else known.get(name, "attribute")
        self._drops.add(kind, f'{name}="{value[:100]}"')

    def _language(self, _: str, value: str) -> str | None:
        try:
            return normalise(value) if value else None
        except LocaleError:
            self._drops.add("language", value)
            return None

    def _direction(self, _: str, value: str) -> str | None:
        return self._one_of({"ltr", "rtl", "auto"}, "dir", value.lower())

    def _scope(self, _: str, value: str) -> str | None:
        return self._one_of({"col", "row", "colgroup", "rowgroup"}, "scope", value.lower())

    def _type(self, _: str, value: str) -> str | None:
        return self._one_of({"1", "a", "A", "i", "I"}, "type", value)

    def _reversed(self, _: str, __: str) -> str:
        return ""

    def _one_of(self, values: set[str], name: str, value: str) -> str | None:
        if value in values:
            return value
        self._drop(name, value)
        return None

    def _id(self, _: str, value: str) -> str | None:
        name = _anchor(value)
        if name is None or name in self.ids:
            self._drop("id", value)
            return None
        self.ids.add(name)
        return name

    def _class(self, tag: str, value: str) -> str | None:
        names = value.split()[:100]
        kept = [name for name in names if _is_class(tag, name)][:1]
        for name in names:
            if name not in kept:
                self._drops.add("class", name)
        return kept[0] if kept else None

    def _href(self, _: str, value: str) -> str | None:
        if value.startswith("#"):
            name = _anchor(unquote(value[1:]))
            if name is None:
                self._drops.add("anchor", value)
            return name and f"#{name}"
        try:
            return check_address(resolve(value, self._base))
        except ArticleError:
            unsafe = _SCHEME.match(re.sub(r"[\x00-\x20]", "", value[:200]))
            self._drops.add("unsafe-link" if unsafe else "link", value)
            return None

    def _source(self, _: str, value: str) -> str | None:
        if value not in self._seen:
            self._seen[value] = self._looked_at(value)
        found = self._seen[value]
        if isinstance(found, ArticleError):
            reason = found.diagnostic.reason.removeprefix("picture ")
            self._drops.add("picture", f"{excerpt(value, 40)} {reason}")
            return None
        return value

    def _looked_at(self, value: str) -> Picture | ArticleError | None:
        try:
            check_source(value)
            return self._look(value) if self._look else None
        except ArticleError as error:
            return error

    def _words(self, _: str, value: str) -> str | None:
        text, mended = words(value)
        if mended:
            self._drops.add("bidi", text, mended)
        return text

    def _number(self, least: int, most: int, value: str) -> str | None:
        if re.fullmatch(r"-?[0-9]{1,7}", value) and least <= int(value) <= most:
            return str(int(value))
        return None

    def _pixels(self, _: str, value: str) -> str | None:
        return self._number(1, 100_000, value)

    def _span(self, _: str, value: str) -> str | None:
        return self._number(2, 100, value)

    def _start(self, _: str, value: str) -> str | None:
        return self._number(-999_999, 999_999, value)

    def _datetime(self, _: str, value: str) -> str | None:
        return value if _DATETIME.fullmatch(value) else self._one_of(set(), "datetime", value)

    _RULES: ClassVar[dict[str, Callable[["Attributes", str, str], str | None]]] = {
        "lang": _language,
        "hreflang": _language,
        "dir": _direction,
        "id": _id,
        "class": _class,
        "href": _href,
        "src": _source,
        "alt": _words,
        "title": _words,
        "width": _pixels,
        "height": _pixels,
        "datetime": _datetime,
        "start": _start,
        "value": _start,
        "type": _type,
        "reversed": _reversed,
        "colspan": _span,
        "rowspan": _span,
        "scope": _scope,
    }


def words(value: str) -> tuple[str, int]:
    """Return the text of an attribute made clean, and how many bidi controls were mended."""
    (text,), mended = balance([one_line(tidy(value[:_LONGEST_WORDS]))])
    return text, mended


def _anchor(name: str) -> str | None:
    """Return the id as it stands in the page: prefixed, but for those of footnotes."""
    if not _NAME.fullmatch(name):
        return None
    ours = name.startswith(PREFIX) or _FOOTNOTE.fullmatch(name)
    return name if ours else PREFIX + name


def _is_class(tag: str, name: str) -> bool:
    return name in CLASSES.get(tag, ()) or (tag == "code" and bool(_CODE_LANGUAGE.fullmatch(name)))
