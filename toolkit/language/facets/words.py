"""Lists, quotations and names of languages, as methods of a locale."""

from collections.abc import Iterable

from markupsafe import Markup

from toolkit.language import lists
from toolkit.language.facets.identity import Identity
from toolkit.language.insertion import isolated
from toolkit.language.names import language_name
from toolkit.language.quotation import Marks, quotation_marks
from toolkit.language.tag import Tag

__all__ = ["Words"]


class Words(Identity):
    """Lists, quotations, and what languages are called."""

    __slots__ = ()

    @property
    def quotation_marks(self) -> Marks:
        """Opening and closing mark of the outer and of the inner quotation."""
        return quotation_marks(self.tag)

    @property
    def autonym(self) -> str:
        """The language's name in itself, such as ``دری`` for ``fa-AF``."""
        return language_name(self.tag, self.tag)

    def name_of(self, tag: str) -> str:
        """Return a language's name in this one; where CLDR has none, its name in itself.

        Args:
            tag: BCP 47 tag of the language to name.

        Raises:
            LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
        """
        return language_name(Tag.parse(tag).core, self.tag)

    def list(self, items: Iterable[str], style: lists.ListStyle = "and") -> str:
        """Return items as one phrase of plain text: ``الف، ب، و پ``.

        Args:
            items: The items; those that could disturb the order are isolated (U+2068, U+2069).
            style: ``and`` or ``or``.
        """
        isolates = [isolated(item, self.direction) for item in items]
        return "".join(lists.join(isolates, self.tag, style))

    def list_html(self, items: Iterable[str], style: lists.ListStyle = "and") -> Markup:
        """Return items as one phrase of HTML, each in ``bdi``.

        Args:
            items: The items, escaped unless they are ``Markup``.
            style: ``and`` or ``or``.
        """
        isolates = [Markup("<bdi>{}</bdi>").format(item) for item in items]
        return Markup("").join(lists.join(isolates, self.tag, style))

    def quote(self, text: str, depth: int = 0) -> str:
        """Return a text in quotation marks.

        Args:
            text: The text.
            depth: How many quotations it stands in: 0, outer marks; 1, inner; 2, outer again.
        """
        opening, closing = self.quotation_marks[depth % 2]
        return f"{opening}{text}{closing}"
